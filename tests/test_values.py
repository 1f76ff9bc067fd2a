"""Our data classes do all that those of the standard library do, and write no method before it is wanted."""

import copy
import dataclasses
import inspect
import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, FrozenInstanceError, field, fields, replace
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import FunctionType
from typing import Any, ClassVar

import pytest

from salesorg_gui import values
from salesorg_gui.values import Later, dataclass, lean

ROOT = Path(__file__).resolve().parent.parent
type Decorate = Callable[..., Any]
WORDS = [
    {"frozen": frozen, "slots": slots, "eq": eq} for frozen, slots, eq in itertools.product((False, True), repeat=3)
]


@dataclass(frozen=True, slots=True)
class Sent:
    """Something that goes to another process."""

    name: str
    sizes: tuple[int, ...] = ()


def with_fields(decorate: Decorate, words: dict[str, bool]) -> Iterator[Any]:
    """Classes with fields of every sort."""

    @decorate(**words)
    class Plain:
        """Has fields of all sorts."""

        name: str
        size: int = 3
        parts: list[int] = field(default_factory=list)
        unseen: str = field(default="", repr=False, compare=False)
        unhashed: list[int] = field(default_factory=list, hash=False)
        usual: ClassVar[str] = "usual"
        kept: ClassVar[list[int]] = []
        made: int = field(default=9, init=False)
        fresh: list[int] = field(default_factory=list, init=False, hash=False)
        hashed: int = field(default=1, compare=False, hash=True)

    @decorate(**words)
    class Below(Plain):
        """Has one field more and another default."""

        size: int = 4
        more: str = "more"

    @decorate(**words)
    class Named:
        """Is made by names and looks at itself."""

        first: int
        _: KW_ONLY
        second: int
        third: int = 3

        def __post_init__(self) -> None:
            if self.second < 0:
                raise ValueError(self.second)

    yield from (Plain, Below, Named)


def with_methods(decorate: Decorate, words: dict[str, bool]) -> Iterator[Any]:
    """Classes that do something in their own way, or nothing."""

    @decorate(**words)
    class Empty:
        """Has nothing."""

    @decorate(**words)
    class Own:
        name: str

        def __repr__(self) -> str:
            return "own"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own)

        def __hash__(self) -> int:
            return 7

    @decorate(**words)
    class Compared:  # noqa: PLW1641 -- its hash is what is asked
        name: str

        def __eq__(self, other: object) -> bool:
            return True

    yield from (Empty, Own, Compared)


def of_unusual_sorts(decorate: Decorate, words: dict[str, bool]) -> Iterator[Any]:
    """Classes with something about their fields that is looked into."""

    @decorate(**words)
    class Words:
        """Says in words what its fields are."""

        name: "str"
        size: "int" = 3
        of_all: "ClassVar[int]" = 4

    @decorate(**words)
    class Matched:
        """Says itself what it is matched by."""

        __match_args__ = ("size",)
        name: str
        size: int = 2

    @decorate(**words)
    class Above[Part]:
        """Has parts of some kind."""

        name: str
        part: Part | None = None

    yield from (Words, Matched, Above)


def refused(decorate: Decorate, words: dict[str, bool]) -> Iterator[Callable[[], object]]:
    """Classes nobody can make."""

    class Mutable:
        name: str
        parts: list[int] = []  # noqa: RUF012 -- this is what is refused

    class Made:
        name: str
        parts: list[int] = field(default=[])

    class Untold:
        name: str
        parts = field(default=3)

    class Twice:
        first: int
        _: KW_ONLY
        second: int
        __: KW_ONLY

    class OfAll:
        parts: ClassVar[list[int]] = field(default_factory=list)

    class Narrow:
        __slots__ = ("name",)
        name: str

    for cls in (Mutable, Made, Untold, Twice, OfAll, Narrow):
        yield lambda cls=cls: decorate(**words)(cls).__name__  # type: ignore[misc]


def told(do: Callable[..., object], *words: object, **named: object) -> str:
    """What comes of something, or what is said against it."""
    try:
        return repr(do(*words, **named))
    except Exception as error:  # noqa: BLE001 -- any refusal is compared
        return f"{type(error).__name__}: {error}"


def calls() -> Iterator[tuple[tuple[object, ...], dict[str, object]]]:
    """Ways to make a value, good and bad."""
    for words in ((), ("a",), ("a", 5), ("a", 5, [1], "x", [2]), ("a", 5, [1], "y", [3], 2), (1, 2)):
        yield words, {}
    yield (1,), {"second": 2}
    yield (1,), {"second": -2}
    yield ("a",), {"parts": (1,), "unhashed": []}
    yield ("a",), {"surprise": 1}
    yield ("b",), {"made": 1}


def story(cls: Any) -> list[str]:  # noqa: ANN401 -- any data class
    """All that can be seen of a class and of what it makes."""
    seen = [
        list(cls.__dataclass_fields__.items()),
        cls.__match_args__,
        told(getattr, cls, "__slots__"),
        cls.__init__.__qualname__,
        cls.__init__.__module__,
    ]
    seen += [cls.__init__.__annotations__, [(one.name, one.kind) for one in inspect.signature(cls).parameters.values()]]
    seen += [told(cls, *words, **named) for words, named in calls()]
    made = [cls(*words, **named) for words, named in calls() if "Error" not in told(cls, *words, **named)]
    for one in made:
        seen += [told(vars, one), told(lambda one: hash(one) == hash(copy.copy(one)), one)]
        seen += [told(copy.deepcopy, one), told(lambda one: copy.deepcopy(one) == one, one), told(replace, one, size=8)]
        seen += [told(delattr, one, name) + told(setattr, one, name, 1) for name in names_of(cls)] + [repr(one)]
    for one, other in itertools.product(made, repeat=2):
        seen += [told(lambda one, other: (one == other, one != other), one, other)]
        seen += [told(lambda one, other: one == other and hash(one) == hash(other), one, other)]
    return [str(each) for each in seen]


def names_of(cls: Any) -> list[str]:  # noqa: ANN401 -- any data class
    """What may be assigned to; the standard library stumbles over a strange name where there are slots."""
    return [each.name for each in fields(cls)] + ([] if "__slots__" in vars(cls) else ["strange"])


@pytest.mark.parametrize("shapes", [with_fields, with_methods, of_unusual_sorts])
@pytest.mark.parametrize("words", WORDS, ids=str)
def test_a_class_does_all_that_one_of_the_standard_library_does(words: dict[str, bool], shapes: Decorate) -> None:
    for ours, theirs in zip(shapes(lean, words), shapes(dataclasses.dataclass, words), strict=True):
        assert story(ours) == story(theirs)


@pytest.mark.parametrize("words", WORDS, ids=str)
def test_what_the_standard_library_refuses_is_refused(words: dict[str, bool]) -> None:
    ours, theirs = ([told(make) for make in refused(each, words)] for each in (lean, dataclasses.dataclass))
    assert ours == theirs
    assert sum("Error" in each for each in ours) >= 5


def test_a_class_may_be_made_without_saying_how() -> None:
    @lean
    class Ours:
        name: str = "a"

    made: Any = Ours
    assert made(name="b") == made("b") != made()


def test_methods_are_written_when_they_are_wanted() -> None:
    @dataclass(frozen=True, slots=True)
    class Value:
        """Is made, and perhaps compared."""

        name: str

    def waiting() -> set[str]:
        return {name for name, method in vars(Value).items() if isinstance(method, Later)}

    assert waiting() == {"__init__", "__eq__", "__hash__"}
    one = Value("a")
    assert waiting() == {"__eq__", "__hash__"}
    assert one == Value("a")
    assert len({one, Value("a")}) == 1
    assert waiting() == set()
    assert isinstance(vars(Value)["__init__"], FunctionType)


def test_the_frozen_below_the_frozen_of_either_kind_is_frozen() -> None:
    @dataclasses.dataclass(frozen=True)
    class Theirs:
        name: str

    @dataclass(frozen=True)
    class Ours(Theirs):
        size: int = 1

    @dataclasses.dataclass(frozen=True)
    class Below(Ours):
        more: int = 2

    for made in (Ours("a"), Below("a")):
        with pytest.raises(FrozenInstanceError):
            made.name = "b"  # type: ignore[misc]
    with pytest.raises(TypeError, match="non-frozen"):
        lean(type("Thawed", (Ours,), {}))


def test_a_plain_class_below_a_frozen_one_keeps_what_it_likes() -> None:
    class Noted(Sent):
        """Has room for notes."""

    noted = Noted("a")
    noted.note = "b"  # type: ignore[attr-defined]
    del noted.note  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        noted.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del noted.name


def test_a_value_goes_to_another_process_and_back() -> None:
    sent = Sent("a", (1, 2))
    assert ForkingPickler.loads(ForkingPickler.dumps(sent)) == sent


def test_a_value_that_holds_itself_is_printed_once() -> None:
    @dataclass(eq=False)
    class Ring:
        """Knows the next one."""

        next: object = None

    ring = Ring()
    ring.next = ring
    assert repr(ring).endswith("Ring(next=...)")


def test_two_who_want_a_method_at_once_get_the_same() -> None:
    @dataclass(frozen=True)
    class Value:
        """Is asked for twice."""

        name: str

    waiting = vars(Value)["__init__"]
    first, second = waiting.__get__(None, Value), waiting.__get__(None, Value)
    assert inspect.signature(first) == inspect.signature(second)
    assert Value("a").name == "a"


def test_nothing_but_the_standard_library_is_asked() -> None:
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import {values.__name__}; print('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
