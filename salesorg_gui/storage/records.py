"""Forms of records: objects with known keys in a fixed order, whose unknown keys are kept."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from operator import attrgetter
from typing import Any, override

from salesorg_gui.i18n import _
from salesorg_gui.storage.forms import UNREAD, Form, Schema
from salesorg_gui.storage.problems import Spot, named
from salesorg_gui.values import dataclass

type Reader = Callable[[Any, Spot, str], Any]

REQUIRED = dataclasses.MISSING


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the file and the attribute it stands for; left out where the value is ``default``."""

    name: str
    attribute: str
    form: Form
    default: Any
    is_always_written: bool

    @property
    def is_required(self) -> bool:
        """Whether a record without it is broken."""
        return self.default is REQUIRED


@dataclass(frozen=True, slots=True)
class RecordForm:
    """A record of one type. ``check`` looks at the whole of it as it stands in the file."""

    type: type
    keys: tuple[Key, ...]
    check: Callable[[dict[str, Any], Spot], None] | None = None
    readers: Mapping[str, tuple[str, Reader]] = field(init=False, repr=False)
    required: tuple[str, ...] = field(init=False, repr=False)
    held_by: Callable[[Any], tuple[Any, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "readers", {key.name: (key.attribute, key.form.read) for key in self.keys})
        object.__setattr__(self, "required", tuple(key.name for key in self.keys if key.is_required))
        object.__setattr__(self, "held_by", attrgetter(*(key.attribute for key in self.keys)))

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The record, or ``UNREAD`` when any of its values is wrong."""
        if not isinstance(raw, dict):
            at.report_unfit(label, _("an object"), raw)
            return UNREAD
        inner = at.step(label, raw) if label else at
        values, extra, is_sound = self._values(raw, inner)
        for name in self.required:
            if name not in raw:
                inner.report(name, _("is missing"))
                is_sound = False
        if self.check is not None:
            self.check(raw, inner)
        return self.type(**values, extra=extra) if is_sound else UNREAD

    def _values(self, raw: dict[str, Any], at: Spot) -> tuple[dict[str, Any], dict[str, Any], bool]:
        values: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for name, part in raw.items():
            reader = self.readers.get(name)
            if reader is None:
                extra[name] = part
            else:
                values[reader[0]] = reader[1](part, at, name)
        return values, extra, UNREAD not in values.values()

    def write(self, value: Any) -> dict[str, Any]:
        """Known keys in their order, then the unknown ones sorted and untouched."""
        written: dict[str, Any] = {}
        for key, held in zip(self.keys, self.held_by(value), strict=True):
            if key.is_always_written or held != key.default:
                written[key.name] = key.form.write(held)
        if value.extra:
            written |= {name: value.extra[name] for name in sorted(value.extra) if name not in self.readers}
        return written

    def schema(self) -> Schema:
        """A reference to the definition of this record."""
        return {"$ref": f"#/$defs/{self.type.__name__}"}

    def definition(self) -> Schema:
        """The definition: known keys described, any other allowed."""
        return {
            "type": "object",
            "properties": {key.name: key.form.schema() for key in self.keys},
            "required": list(self.required),
        }


@dataclass(frozen=True, slots=True)
class ById:
    """Records of one form under their ids: a list in the file, sorted by id; a map in memory."""

    record: RecordForm

    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The records by id; two of one id are an error."""
        if not isinstance(raw, list):
            at.report_unfit(label, _("a list"), raw)
            return UNREAD
        read = [self.record.read(part, at, f"{label}[{number}]") for number, part in enumerate(raw)]
        if not any(record is UNREAD for record in read):
            found = {record.id: record for record in read}
            if len(found) == len(raw):
                return found
        self._note_repeats(raw, at, label)
        return UNREAD

    def _note_repeats(self, raw: list[Any], at: Spot, label: str) -> None:
        """Compare the ids as they stand in the file, so that a broken record still counts."""
        first: dict[str, int] = {}
        for number, name in ids_in(raw):
            if first.setdefault(name, number) != number:
                place = named(f"{label}[{number}]", raw[number])
                sentence = _("has the same id as {other}")
                at.report(place, sentence.format(other=f"{label}[{first[name]}]"))

    def write(self, value: Mapping[str, Any]) -> list[Any]:
        """The records sorted by id."""
        return [self.record.write(value[name]) for name in sorted(value)]

    def schema(self) -> Schema:
        """An array of the record."""
        return {"type": "array", "items": self.record.schema()}


@dataclass(frozen=True, slots=True)
class InOrder(ById):
    """Records of one form in the order of the file, each id once."""

    @override
    def read(self, raw: Any, at: Spot, label: str) -> Any:
        """The records as a tuple."""
        read = ById.read(self, raw, at, label)
        return UNREAD if read is UNREAD else tuple(read.values())

    @override
    def write(self, value: Iterable[Any]) -> list[Any]:
        """The records as they stand."""
        return [self.record.write(record) for record in value]


def ids_in(raw: list[Any]) -> Iterator[tuple[int, str]]:
    """Number and id of every object in a list that has an id."""
    for number, part in enumerate(raw):
        if isinstance(part, dict) and isinstance(part.get("id"), str):
            yield number, part["id"]


def form_of(
    type_: type,
    forms: Mapping[str, Form],
    *,
    names: Mapping[str, str] | None = None,
    always: frozenset[str] = frozenset(),
    check: Callable[[dict[str, Any], Spot], None] | None = None,
) -> RecordForm:
    """The form of a record: a form for each attribute, in the order of the file; ``names`` are other keys."""
    defaults = {part.name: default_of(part) for part in dataclasses.fields(type_)}
    other = names or {}
    keys: list[Key] = []
    for attribute, form in forms.items():
        default = defaults[attribute]
        is_always_written = default is REQUIRED or attribute in always
        keys.append(Key(other.get(attribute, attribute), attribute, form, default, is_always_written))
    return RecordForm(type_, tuple(keys), check)


def default_of(part: dataclasses.Field[Any]) -> Any:
    """What an attribute is when nothing is said; ``REQUIRED`` when something must be, as with every id."""
    if part.name == "id":
        return REQUIRED
    return part.default_factory() if part.default_factory is not dataclasses.MISSING else part.default
