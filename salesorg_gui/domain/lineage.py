"""Which records a chart may differ in from one it was made of, so that nobody looks through thousands to find one."""

from collections.abc import Collection, Mapping
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

    def since(self, earlier: "Lineage") -> Names | None:
        """The names of all records touched since; nothing when it does not come from there."""
        marks = [mark for mark, _names in self.steps]
        if earlier.mark not in marks:
            return None
        found: dict[str, dict[str, None]] = {}
        for _mark, names in self.steps[marks.index(earlier.mark) :]:
            for part, some in names.items():
                found.setdefault(part, {}).update(dict.fromkeys(some))
        return found


def names_between(one: Lineage, other: Lineage) -> Names | None:
    """The names of all records that may differ in two charts; nothing when neither was made of the other."""
    names = other.since(one)
    return names if names is not None else one.since(other)
