"""What every test needs before Qt is imported: no screen, English, and a home folder of its own."""

import gc
import os
import sys
import threading
from collections.abc import Generator, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from salesorg_gui import i18n
from salesorg_gui.domain import derived, shared_map
from salesorg_gui.rules import single_seats

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt asks these for the language of the desktop, and a window speaks that language; tests read English.
os.environ |= {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": ""}
# A loaded machine is no failure: nothing is timed here. On a server every run tries the same examples.
settings.register_profile(
    "salesorg", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("salesorg")

TESTS = Path(__file__).resolve().parent
# Coverage is judged for the parts without Qt. It counts what tests of these parts prove, and not what a window or a
# long story happens to run through: these take two to three times as long counted.
OF_WINDOWS = tuple(TESTS / part for part in ("canvas", "desk", "journeys", "pages", "panels", "session", "window"))


def pytest_collection_finish() -> None:
    """Let the collection after every test of a window pass over what is there for good; looking took most of it."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Let coverage look at the tests that count for it only."""
    here, in_new_threads = sys.gettrace(), threading.gettrace()
    if not counts_for_coverage(item):
        sys.settrace(None)
        threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(here)
        threading.settrace(in_new_threads)


def counts_for_coverage(item: pytest.Item) -> bool:
    """Whether a test shows what a part without Qt does, and not what comes of everything together."""
    return item.get_closest_marker("slow") is None and not any(map(item.path.is_relative_to, OF_WINDOWS))


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Home folders nobody has used; pytest itself would look through all there are to number the next one."""
    street = tmp_path_factory.mktemp("homes")
    return (street / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, recovery files and recent files of the person who runs the tests out of reach."""
    home = next(homes)
    home.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Let a test change the language without reaching the next one."""
    yield
    i18n.use(i18n.SOURCE_LANGUAGE)


@pytest.fixture(scope="module")
def small_leaves() -> Iterator[None]:
    """Small leaves, so that maps of a few seats are shared as those of ten thousand are."""
    with pytest.MonkeyPatch.context() as small:
        for module in (derived, shared_map, single_seats):
            small.setattr(module, "FEW", 8)
        small.setattr(shared_map, "LEAF", 4)
        yield
