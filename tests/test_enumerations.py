"""Enumerations made in our way are those the standard library makes."""

import copy
import re
import subprocess
import sys
from collections.abc import Sequence
from enum import KEEP, STRICT, Enum, EnumType, Flag, IntEnum, IntFlag
from pathlib import Path
from typing import Any

import pytest

from salesorg_gui import enumerations
from salesorg_gui.enumerations import KINDS, MAKER, SAMPLE, WORDS, hasten, make, standard, told

ROOT = Path(__file__).resolve().parent.parent
STORY = """
import enum, hashlib, inspect, re
{load}
from PySide6 import QtCore, QtGui, QtWidgets
from salesorg_gui import enumerations
assert (getattr(enum.EnumType, enumerations.MAKER) is enumerations.make) is {is_ours}
seen = {{}}
for module in (QtCore, QtGui, QtWidgets):
    for name in dir(module):
        inside = getattr(module, name)
        for one in (inside, *(vars(inside).values() if inspect.isclass(inside) else ())):
            if isinstance(one, enum.EnumType):
                seen[one.__module__, one.__qualname__] = re.sub("0x[0-9a-f]+", "", repr(enumerations.told(one)))
print(len(seen), hashlib.sha256(repr(sorted(seen.items())).encode()).hexdigest())
"""


@pytest.fixture
def in_our_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """For this test only."""
    monkeypatch.setattr(EnumType, MAKER, standard)
    hasten()


def asked(kind: Any, class_name: str, names: object, **words: object) -> Any:  # noqa: ANN401 -- known when it is made
    """An enumeration, asked for as Qt does."""
    return kind(class_name, names, boundary=KEEP, **words)


def in_words(made: EnumType) -> str:
    """All there is to tell, but for the places in memory."""
    return re.sub("0x[0-9a-f]+", "", repr(told(made)))


def seen(load: str, *, is_ours: bool) -> str:
    """What a fresh interpreter tells of all enumerations of Qt."""
    words = [sys.executable, "-c", STORY.format(load=load, is_ours=is_ours)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_those_of_qt_are_the_same_to_the_last_member() -> None:
    ours = seen("from salesorg_gui.runtime import load_qt; load_qt()", is_ours=True)
    assert ours == seen("import PySide6.QtCore", is_ours=False)
    assert int(ours.split()[0]) > 400


@pytest.mark.parametrize("kind", sorted(KINDS, key=str))
def test_this_python_makes_each_kind_as_we_do(kind: EnumType) -> None:
    assert enumerations.is_made_alike(kind)


@pytest.mark.usefixtures("in_our_way")
def test_members_are_found_by_name_and_value() -> None:
    made = asked(IntEnum, "Colour", list(SAMPLE), module=__name__)
    assert [member.name for member in made] == ["FOUR", "ONE", "TWO", "BOTH", "NEITHER", "LESS"]
    assert made["ALSO_TWO"] is made(2) is made.TWO
    assert (made.FOUR + 1, str(made.ONE), made.BOTH in made) == (5, "1", True)
    with pytest.raises(ValueError, match="9 is not a valid Colour"):
        made(9)
    with pytest.raises(AttributeError):
        made.ONE = 3
    assert copy.deepcopy([made.BOTH]) == [made.BOTH]


@pytest.mark.usefixtures("in_our_way")
@pytest.mark.parametrize("kind", [Flag, IntFlag])
def test_flags_are_combined_and_taken_apart(kind: EnumType) -> None:
    made = asked(kind, "Side", [("TOP", 4), ("LEFT", 1), ("RIGHT", 2), ("BESIDE", 3)])
    top, left, right = made["TOP"], made["LEFT"], made["RIGHT"]
    assert left | right is made["BESIDE"]
    assert list(top | left) == [top, left]
    assert (~made["BESIDE"] & top, (top | left).name, made(0).name) == (top, "TOP|LEFT", None)


@pytest.mark.usefixtures("in_our_way")
def test_an_enumeration_belongs_to_whoever_makes_it() -> None:
    words: dict[str, Any] = {"boundary": KEEP}
    assert (Enum("Here", [("A", 1)], **words).__module__, Enum("Here", "A B").__module__) == (__name__, __name__)


@pytest.mark.usefixtures("in_our_way")
@pytest.mark.parametrize(
    ("kind", "names", "words"),
    [
        (Enum, "ONE TWO", {}),
        (Enum, ["ONE", "TWO"], {}),
        (Enum, [], {}),
        (Enum, [("ONE", 1.5)], {}),
        (Enum, [("ONE", 1), ("_ignored", 2)], {}),
        (IntEnum, [("real", 1)], {}),
        (Enum, [("ONE", 1)], {"type": float}),
        (Enum, [("ONE", 1)], {"qualname": "Inside.Odd"}),
        (Flag, [("ONE", 1), ("BOTH", 3), ("TWO", 2)], {"boundary": STRICT}),
    ],
)
def test_what_qt_does_not_ask_for_is_left_to_the_standard_library(
    kind: EnumType, names: Sequence[tuple[str, int]], words: dict[str, object]
) -> None:
    standardly = standard(kind, "Odd", names, **words | {"module": __name__})
    words = {"boundary": KEEP} | words
    assert in_words(make(kind, "Odd", names, **words, module=__name__)) == in_words(standardly)


def test_a_name_given_twice_is_refused_as_ever() -> None:
    with pytest.raises(TypeError, match="ONE"):
        make(Enum, "Odd", [("ONE", 1), ("ONE", 2)], module=__name__, boundary=KEEP)


def test_a_python_that_makes_them_in_another_way_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []

    def another(kind: EnumType, class_name: str, names: object, **words: object) -> EnumType:
        calls.append(names)
        made = standard(kind, class_name, names, **words)
        type.__setattr__(made, "_surprise_", names)
        return made

    monkeypatch.setattr(enumerations, "standard", another)
    for kept in (enumerations.is_made_alike, enumerations.pattern):
        kept.cache_clear()
    usual = [("ONE", 1)]
    try:
        made: Any = make(Enum, "Odd", usual, module=__name__, **WORDS)
    finally:
        for kept in (enumerations.is_made_alike, enumerations.pattern):
            kept.cache_clear()
    assert calls[-1] is usual
    assert [member.name for member in made] == ["ONE"]
