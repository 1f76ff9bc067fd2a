"""What every test needs before Qt is imported: no screen, English, and a home folder of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from salesorg_gui import i18n

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt asks these for the language of the desktop, and a window speaks that language; tests read English.
os.environ |= {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": ""}
# A loaded machine is no failure: nothing is timed here. On a server every run tries the same examples.
settings.register_profile(
    "salesorg", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("salesorg")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep settings, recovery files and recent files of the person who runs the tests out of reach."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Let a test change the language without reaching the next one."""
    yield
    i18n.use(i18n.SOURCE_LANGUAGE)
