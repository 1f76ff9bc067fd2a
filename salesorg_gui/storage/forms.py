"""How values stand in the file: one form reads a JSON value, writes it back, and gives its JSON Schema.

Reading never stops at the first error: a form notes what is wrong and answers ``UNREAD``, so that one look at
a broken file tells everything. Leaves are converted by msgspec, which is strict: no text counts as a number.
"""

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Annotated, Any, Final, Protocol, override

import msgspec
from msgspec import Meta

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import MOST_COLUMNS, Place
from salesorg_gui.domain.slides import Room
from salesorg_gui.i18n import _
from salesorg_gui.storage.problems import Spot, printable, quoted, shortened
from salesorg_gui.values import dataclass

type Schema = dict[str, Any]

EXACT_INTEGERS = 2**53
MOST_PEOPLE = 9_999
MOST_ACCOUNTS = 9_999_999


class Unread:
    """Stands for a value that could not be read; the reason has been noted."""


UNREAD: Final = Unread()


class Form(Protocol):
    """A way of standing in the file."""

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The value behind a JSON value, or ``UNREAD`` after noting why not."""
        ...

    def write(self, value: Any) -> Any:
        """The JSON value."""
        ...

    def schema(self) -> Schema:
        """The JSON Schema of this form."""
        ...


def as_number(value: float) -> float:
    """A number as the file has it: without a fraction where there is none."""
    return int(value) if type(value) is float and value.is_integer() and abs(value) < EXACT_INTEGERS else value


def as_written(value: Any) -> Any:
    """Free JSON in its one written form: keys sorted at every level, whole numbers without a fraction."""
    match value:
        case dict():
            return {key: as_written(value[key]) for key in sorted(value)}
        case list() | tuple():
            return [as_written(item) for item in value]
        case _:
            return as_number(value)


def same(value: Any) -> Any:
    """What is already JSON."""
    return value


@dataclass(frozen=True, slots=True)
class Leaf:
    """One plain value of a type msgspec knows; ``expected`` is its name in a sentence."""

    type: Any
    expected: Callable[[], str]
    written: Callable[[Any], Any] = same

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The value, when it is of this very type. The plain ones need not be asked for twice."""
        if type(raw) is self.type:
            return raw
        try:
            return msgspec.convert(raw, self.type)
        except msgspec.ValidationError:
            at.report_unfit(label, self.expected(), raw)
            return UNREAD

    def write(self, value: Any) -> Any:
        """The value as JSON."""
        return self.written(value)

    def schema(self) -> Schema:
        """What msgspec says of the type."""
        return plain_schema(self.type)


class Name(Leaf):
    """Text of at least one letter."""

    __slots__ = ()

    @override
    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The text; nearly every one is what it should be."""
        return raw if raw and type(raw) is str else Leaf.read(self, raw, at, label)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within limits; ``2.0`` is one too, as in every other reader of JSON."""

    least: int
    most: int

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The number, when it is whole and within the limits."""
        if type(raw) is int and self.least <= raw <= self.most:
            return raw
        is_number = isinstance(raw, int | float) and not isinstance(raw, bool)
        if is_number and self.least <= raw <= self.most and raw == int(raw):
            return int(raw)
        expected = _("a whole number from {least} to {most}").format(least=self.least, most=self.most)
        at.report_unfit(label, expected if is_number else _("a whole number"), raw)
        return UNREAD

    def write(self, value: int) -> int:
        """The number itself."""
        return value

    def schema(self) -> Schema:
        """An integer with its limits."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a fixed set."""

    words: type[StrEnum]
    members: Mapping[str, StrEnum] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "members", {word.value: word for word in self.words})

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The member of the set."""
        member = self.members.get(raw) if isinstance(raw, str) else None
        if member is not None:
            return member
        at.report_unfit(label, _("one of {words}").format(words=", ".join(map(quoted, self.words))), raw)
        return UNREAD

    def write(self, value: StrEnum) -> str:
        """The word."""
        return value.value

    def schema(self) -> Schema:
        """All words."""
        return {"enum": [word.value for word in self.words]}


@dataclass(frozen=True, slots=True)
class ListOf:
    """Several of one form, in their order."""

    item: Form

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The items as a tuple."""
        if not isinstance(raw, list):
            at.report_unfit(label, _("a list"), raw)
            return UNREAD
        items = tuple(self.item.read(part, at, f"{label}[{number}]") for number, part in enumerate(raw))
        return UNREAD if UNREAD in items else items

    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """The items as a list."""
        return [self.item.write(part) for part in value]

    def schema(self) -> Schema:
        """An array of the item."""
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Optional:
    """A form, or nothing said."""

    form: Form

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """``None``, or what the form reads."""
        return None if raw is None else self.form.read(raw, at, label)

    def write(self, value: Any) -> Any:
        """``None``, or what the form writes."""
        return None if value is None else self.form.write(value)

    def schema(self) -> Schema:
        """Null, or the form."""
        return {"anyOf": [self.form.schema(), {"type": "null"}]}


@dataclass(frozen=True, slots=True)
class Sorted(ListOf):
    """Several of one form whose order means nothing; written sorted, so that two people's copies merge."""

    key: Callable[[Any], Any]

    @override
    def write(self, value: tuple[Any, ...]) -> list[Any]:
        """The items by their key."""
        return [self.item.write(part) for part in sorted(value, key=self.key)]


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are data, all of whose values have one form."""

    value: Form

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The values by key."""
        if not isinstance(raw, dict):
            at.report_unfit(label, _("an object"), raw)
            return UNREAD
        inner = at.step(label)
        found = {key: self.value.read(part, inner, shortened(printable(key))) for key, part in raw.items()}
        return UNREAD if UNREAD in found.values() else found

    def write(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The values, their keys sorted."""
        return {key: self.value.write(value[key]) for key in sorted(value)}

    def schema(self) -> Schema:
        """An object of the value."""
        return {"type": "object", "additionalProperties": self.value.schema()}


@dataclass(frozen=True, slots=True)
class Pointer:
    """The name of a record of any kind: a list of its kind and its id."""

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The key."""
        match raw:
            case [str(kind), str(name)] if kind in set(Kind):
                return Key(Kind(kind), name)
        at.report_unfit(label, _("a list of a kind and an id"), raw)
        return UNREAD

    def write(self, value: Key) -> list[str]:
        """Kind and id."""
        return [value.kind.value, value.id]

    def schema(self) -> Schema:
        """An array of exactly two texts."""
        parts: list[Schema] = [{"enum": [kind.value for kind in Kind]}, {"type": "string"}]
        return {"type": "array", "minItems": 2, "maxItems": 2, "prefixItems": parts, "items": False}


@dataclass(frozen=True, slots=True)
class Free:
    """An object of any content: what it means is for others to say."""

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The object as it is."""
        if isinstance(raw, dict):
            return dict(raw)
        at.report_unfit(label, _("an object"), raw)
        return UNREAD

    def write(self, value: Mapping[str, Any]) -> Any:
        """The object in its one written form."""
        return as_written(dict(value))

    def schema(self) -> Schema:
        """Any object."""
        return {"type": "object"}


def plain_schema(type_: Any) -> Schema:
    """The schema of a type that needs no definitions of its own."""
    schema = msgspec.json.schema(type_)
    plain = next(iter(schema["$defs"].values())) if "$defs" in schema else schema
    return {name: value for name, value in plain.items() if name != "title"}


TEXT = Leaf(str, lambda: _("text"))
TEXT_OR_NONE = Optional(TEXT)
ID = Name(Annotated[str, Meta(min_length=1)], lambda: _("a name of at least one letter"))
NUMBER = Leaf(float, lambda: _("a number"), as_number)
NUMBER_OR_NONE = Optional(NUMBER)
TEXT_OR_NUMBER = Leaf(str | float, lambda: _("text or a number"), as_number)
FLAG = Leaf(bool, lambda: _("true or false"))
PLACE = Optional(
    Leaf(Place, lambda: _("a list of two numbers"), lambda place: [as_number(place.x), as_number(place.y)])
)
ROOM = Optional(Leaf(Room, lambda: _("a list of four numbers"), lambda room: [as_number(part) for part in room]))
COUNT = Whole(0, MOST_PEOPLE)
ACCOUNTS = Optional(Whole(0, MOST_ACCOUNTS))
COLUMNS = Whole(0, MOST_COLUMNS)
WHOLE = Whole(-EXACT_INTEGERS, EXACT_INTEGERS)
WHOLE_OR_NONE = Optional(WHOLE)
TEXTS = ListOf(TEXT)
KEYS = ListOf(Pointer())
