"""Which records a chart may differ in from one it was made of, so that nobody looks through thousands to find one."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

STEPS = 8
"""So many steps back a chart knows what became of it; undo and redo go one at a time."""
MANY = 200
"""Of more records than this at once nobody keeps the names."""


type Names = Mapping[str, Collection[str]]
"""Names of records, by the map of a chart they stand in."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where a chart comes from: each of the last steps is the mark of the chart it began with and what it touched."""

    mark: object = field(default_factory=object)
    steps: tuple[tuple[object, Names], ...] = ()

    def after(self, names: Names) -> "Lineage":
        """That of a chart made of this one by putting and taking records of these names."""
        if sum(map(len, names.values())) > MANY:
            return Lineage()
        return Lineage(steps=(*self.steps, (self.mark, names))[-STEPS:])

    @property
    def marks(self) -> list[object]:
        """The charts it comes from, the last one last."""
        return [mark for mark, _names in self.steps]

    def since(self, mark: object) -> Names | None:
        """The names of all records touched since a chart; nothing when it does not come from there."""
        marks = self.marks
        return _together(names for _mark, names in self.steps[marks.index(mark) :]) if mark in marks else None


def names_between(one: Lineage, other: Lineage) -> Names | None:
    """The names of all records that may differ in two charts; nothing when they are not made of one.

    A card that is typed on and the edit it becomes are two charts made of the same third one.
    """
    for later, earlier in ((other, one), (one, other)):
        names = later.since(earlier.mark)
        if names is not None:
            return names
    marks = other.marks
    parting = [mark for mark in one.marks if mark in marks]
    ways = [way for lineage in (one, other) if parting and (way := lineage.since(parting[-1])) is not None]
    return _together(ways) if ways else None


def _together(ways: Iterable[Names]) -> Names:
    """The names of several steps as one."""
    found: dict[str, dict[str, None]] = {}
    for names in ways:
        for part, some in names.items():
            found.setdefault(part, {}).update(dict.fromkeys(some))
    return found
