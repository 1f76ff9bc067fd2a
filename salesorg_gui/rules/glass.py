"""Glasses through which a rule, or a part of the organisation, looks at the organisation: they note what is taken.

A glass stands in for the organisation, its chart, its graphs and so on. Each thing taken through it the first time is
noted and fetched; from then on it lies in the glass, so that looking through it costs no more than looking without.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import ClassVar, NamedTuple

from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.derived import Renewable
from salesorg_gui.rules.detected import Detected
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.hiring_facts import Hiring
from salesorg_gui.rules.inbound import Inbound
from salesorg_gui.rules.journey import Journey
from salesorg_gui.rules.market import Market
from salesorg_gui.rules.names import Names
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.teams import Teams

type Kind = type[
    Organisation | Chart | Duties | Graphs | Inbound | Journey | Names | Market | Teams | Detected | Hiring
]


class Part(NamedTuple):
    """Something that can be taken: an attribute of the organisation, or of what it consists of."""

    kind: Kind
    name: str


INNER: Mapping[str, Kind] = {
    "chart": Chart,
    "duties": Duties,
    "graphs": Graphs,
    "journey": Journey,
    "inbound": Inbound,
    "names": Names,
    "market": Market,
    "teams": Teams,
    "detected": Detected,
    "hiring": Hiring,
    "org": Organisation,
}
"""What is looked at through a glass again, by the attribute it is reached by."""

CALLED = Part(Names, "called")
ENTRY_BY_ENTRY = frozenset({Part(Organisation, "answers"), Part(Organisation, "facts"), CALLED})
"""Maps of which it is noted what is looked up, and not only that something is."""


@dataclass(slots=True)
class Notes:
    """What was taken: whole parts, and single entries of maps."""

    parts: set[Part] = field(default_factory=set)
    entries: dict[Part, set[Hashable]] = field(default_factory=dict)


type Fetch = Callable[[Part], object]


class Glasses:
    """One glass for the organisation and for each thing it consists of; they share what they note."""

    def __init__(self, fetch: Fetch, notes: Notes) -> None:
        self.notes = notes
        self._fetch = fetch
        self._made: dict[Kind, object] = {}

    @property
    def organisation(self) -> Organisation:
        """The glass that stands in for the organisation."""
        glass = self.of(Organisation)
        assert isinstance(glass, Organisation)
        return glass

    def of(self, kind: Kind) -> object:
        """The glass that stands in for something."""
        if kind not in self._made:
            glass: object = object.__new__(GLASS_KINDS[kind])
            glass.__dict__[_Pane.GLASSES] = self
            self._made[kind] = glass
        return self._made[kind]

    def take(self, part: Part) -> object:
        """A part, noted."""
        found = self._fetch(part)
        if part in ENTRY_BY_ENTRY and isinstance(found, Mapping):
            return _Noted(found, self.notes.entries.setdefault(part, set()))
        self.notes.parts.add(part)
        return found


class _Pane:
    """In the place of one attribute: takes the part and leaves it in the glass."""

    GLASSES: ClassVar[str] = " glasses"

    def __init__(self, part: Part) -> None:
        self._part = part
        self._inner = INNER.get(part.name)

    def __get__(self, glass: object, _kind: object = None) -> object:
        glasses: Glasses = glass.__dict__[self.GLASSES]
        found = glasses.of(self._inner) if self._inner is not None else glasses.take(self._part)
        glass.__dict__[self._part.name] = found
        return found


class _Noted[K, V](Mapping[K, V]):
    """A map that notes what is looked up; going through all of it is noted as ``EVERY``."""

    def __init__(self, entries: Mapping[K, V], noted: set[Hashable]) -> None:
        self._entries, self._noted = entries, noted

    def __getitem__(self, key: K) -> V:
        self._noted.add(key)
        return self._entries[key]

    def __iter__(self) -> Iterator[K]:
        self._noted.add(EVERY)
        return iter(self._entries)

    def __len__(self) -> int:
        self._noted.add(EVERY)
        return len(self._entries)


EVERY = object()
"""Noted in the place of a key by whoever went through a whole map."""


def _glass_kind(kind: Kind) -> type:
    """A kind of its own with a pane in the place of everything that can be taken."""
    panes = {name: _Pane(Part(kind, name)) for name in takeable(kind)}
    return type(f"Glass{kind.__name__}", (kind,), dict(panes))


def takeable(kind: Kind) -> tuple[str, ...]:
    """The names of fields and of parts that are made on first use."""
    made = (
        name
        for parent in reversed(kind.__mro__)
        for name, made in vars(parent).items()
        if isinstance(made, cached_property | Renewable)
    )
    return tuple(dict.fromkeys((*(one.name for one in fields(kind)), *made)))


GLASS_KINDS: Mapping[Kind, type] = {kind: _glass_kind(kind) for kind in (Organisation, *INNER.values())}
