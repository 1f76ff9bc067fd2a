"""What is known of an organisation and what it was made of; of the next one only what can differ is made anew."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import chain

from salesorg_gui.capacity.figures import Situation
from salesorg_gui.catalogue.duties import Duties
from salesorg_gui.domain.carried import Carried
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.depths import Depths
from salesorg_gui.domain.derived import ByFirst, ByHandoff, ByJointSeats, ByPod, ByRecord, BySeat, Gathered, Renewable
from salesorg_gui.domain.gathering import SeatsBy
from salesorg_gui.domain.shared_map import SharedMap, differing
from salesorg_gui.rules.around import Around
from salesorg_gui.rules.glass import ENTRY_BY_ENTRY, EVERY, INNER, Glasses, Notes, Part, takeable
from salesorg_gui.rules.journey import Journey, Stretch
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.rulebook import Rulebook

GIVEN = frozenset(one.name for one in fields(Organisation))
"""What the organisation is made of; graphs and duties have some of it too."""

RECKONED_OUTSIDE = frozenset({"capacity"})
"""What others reckon, keep and read in threads of their own: they get the organisation itself, and no glass."""

LOADS, WORKS = Part(Organisation, "loads"), Part(Organisation, "works")
STRETCHES, FIRSTS = Part(Journey, "stretch_of"), Part(Journey, "by_first")
FOLLOWED = ENTRY_BY_ENTRY | {LOADS, STRETCHES, FIRSTS}
"""Maps of which it is known which entries differ."""

ROUNDS = 8
"""So many rounds back it is known which entries of such a map became others."""

LENT = ("roles", "stages")
"""The duties they ask for."""


@dataclass(slots=True)
class _Entry:
    """One part: what it is, what it was made of, and in which round it became this and was last known to be this."""

    value: object
    notes: Notes
    since: int
    checked: int
    changed: dict[Hashable, int] = field(default_factory=dict)
    """Of a map looked at entry by entry: in which round each entry became what it is."""


class Ledger:
    """Keeps the parts from one organisation to the next.

    A part is made through a glass that notes what it is made of. In the next round it is still good when none of that
    has become another thing; and when it was made anew but equals the old one, the old one stays, so that what was made
    of it is still good as well. What is told seat by seat is told anew around the edit alone.
    """

    def __init__(self) -> None:
        self._round = 0
        self._entries: dict[Part, _Entry] = {}
        self._org: Organisation | None = None
        self._begun = 0
        self._ids: dict[tuple[str, ...], frozenset[str]] = {}
        self._ids_before: dict[tuple[str, ...], frozenset[str]] = {}
        self._turned: dict[tuple[int, int], frozenset[str]] = {}
        self.around: Around | None = None

    def turn_to(self, org: Organisation, around: Around | None) -> None:
        """Go on with the next organisation; ``around`` is what lies around their differences, if that is known."""
        self._round += 1
        self._ids_before, self._ids = self._ids, {}
        self._turned.clear()
        if around is None:
            self._entries.clear()
            self._begun = self._round
        self._org, self.around = org, around

    @property
    def round(self) -> int:
        """Counts the organisations."""
        return self._round

    def is_new_since(self, seen: int) -> bool:
        """Whether everything was begun anew after the round ``seen``."""
        return self._begun > seen

    def ids(self, things: Iterable[str]) -> frozenset[str]:
        """The ids that are listed; the very same for those who ask with the same list."""
        listed = things if isinstance(things, tuple) else tuple(things)
        kept = self._ids.get(listed)
        self._ids[listed] = ids = kept if kept is not None else self._ids_before.get(listed) or frozenset(listed)
        return ids

    def come_or_gone(self, before: Iterable[str], after: Iterable[str]) -> frozenset[str]:
        """The ids that stand in one of the two; many rules ask this of the very same ids."""
        ends = id(before), id(after)
        if ends not in self._turned:
            self._turned[ends] = frozenset(before) ^ frozenset(after) if before is not after else frozenset()
        return self._turned[ends]

    def glasses(self, notes: Notes) -> Glasses:
        """Glasses for looking at the organisation of this round."""
        return Glasses(self.value, notes)

    def value(self, part: Part) -> object:
        """What a part is in this round."""
        return self._entry(part).value

    def _entry(self, part: Part) -> _Entry:
        entry = self._entries.get(part)
        if entry is None or entry.checked != self._round:
            entry = self._refreshed(part, entry)
        return entry

    def holds(self, notes: Notes, checked: int, but: frozenset[Part] = frozenset()) -> bool:
        """Whether all that was taken is what it was in the round ``checked``; ``but`` is left out of it."""
        for part in tuple(notes.parts):
            if part not in but and self._entry(part).since > checked:
                return False
        return not any(self._differs(part, keys, checked) for part, keys in tuple(notes.entries.items()))

    def is_untouched(self, notes: Notes, checked: int) -> bool:
        """The same; but what is gathered for going through everything once is not gathered anew to find out."""
        for part in tuple(notes.parts):
            if part not in GATHERED:
                if self._entry(part).since > checked:
                    return False
                continue
            gathered = self._entries[part]
            if gathered.checked != self._round and not self.is_untouched(gathered.notes, gathered.checked):
                return False
            gathered.checked = self._round
            if gathered.since > checked:  # gathered anew since then for somebody else
                return False
        return not any(self._differs(part, keys, checked) for part, keys in tuple(notes.entries.items()))

    def renewed(self, part: Part, checked: int) -> frozenset[Hashable]:
        """The entries of a map that are others than in the round ``checked``."""
        changed = self._entry(part).changed
        return frozenset(key for key, since in changed.items() if since > checked)

    def _differs(self, part: Part, keys: set[Hashable], checked: int) -> bool:
        entry = self._entry(part)
        if entry.since <= checked or not keys:
            return False
        return (
            checked <= self._round - ROUNDS or EVERY in keys or any(entry.changed.get(key, 0) > checked for key in keys)
        )

    def _refreshed(self, part: Part, old: _Entry | None) -> _Entry:
        assert self._org is not None, "an organisation comes first"
        if part.kind is Chart or part.name in GIVEN or part.name in RECKONED_OUTSIDE:
            if part.name in RECKONED_OUTSIDE:
                self._lend(self._org)
            source = self._org.chart if part.kind is Chart else self._org
            return self._put(part, old, getattr(source, part.name), Notes())
        if old is not None and self.is_untouched(old.notes, old.checked):
            old.checked = self._round
            return old
        made = next(vars(kind)[part.name] for kind in part.kind.__mro__ if part.name in vars(kind))
        notes = Notes()
        glass = self.glasses(notes).of(part.kind)
        if isinstance(made, Renewable):
            ids = self._ids_around(made, old)
            if ids is not None and old is not None and isinstance(old.value, Mapping):
                glass = self.glasses(old.notes).of(part.kind)
                return self._renew(part, old, made.renewed(glass, old.value, ids), ids)
            return self._put(part, old, made.whole(glass), notes)
        assert isinstance(made, cached_property)
        if isinstance(made, Carried) and old is not None:
            return self._put(part, old, made.carried(glass, old.value), notes)
        return self._put(part, old, made.func(glass), notes)

    def _lend(self, org: Organisation) -> None:
        """Give those outside what is known already, so that they need not find it out again."""
        for name in LENT:
            org.graphs.duties.__dict__.setdefault(name, self.value(Part(Duties, name)))

    def _ids_around(self, made: object, old: _Entry | None) -> "frozenset[str] | None":
        """Whom something has to be told of anew: those around the edit, or nobody knows."""
        if self.around is None or old is None or old.checked != self._round - 1:
            return None
        if isinstance(made, ByFirst):
            is_same = self.holds(old.notes, old.checked, but=frozenset({STRETCHES}))
            return frozenset(map(str, self.renewed(STRETCHES, old.checked))) if is_same else None
        if not self.holds(old.notes, old.checked, but=TOLD_AROUND):
            return None
        match made:
            case BySeat() | ByJointSeats() | SeatsBy() | Depths():
                return self.around.seats
            case ByHandoff():
                return self.around.handoffs
            case ByPod():
                return self.around.pods_within(2)
        return None

    def _renew(self, part: Part, old: _Entry, value: Mapping[str, object], ids: frozenset[str]) -> _Entry:
        """Put what was told anew of these ids; it is the very same as before where it was told the same."""
        if value is old.value:
            old.checked = self._round
            return old
        entry = self._entries[part] = _Entry(value, old.notes, self._round, self._round)
        if part in FOLLOWED and isinstance(old.value, Mapping):
            asked = _bound(ids, old.value, value) if part == STRETCHES else ids
            others = (id for id in asked if old.value.get(id, EVERY) != value.get(id, EVERY))
            entry.changed = self._lately(old.changed) | dict.fromkeys(others, self._round)
        return entry

    def _put(self, part: Part, old: _Entry | None, value: object, notes: Notes) -> _Entry:
        if old is not None and (old.value is value or _is_equal(old.value, value)):
            old.notes, old.checked = notes, self._round
            return old
        entry = self._entries[part] = _Entry(value, notes, self._round, self._round)
        if old is not None and part in FOLLOWED:
            entry.changed = self._lately(old.changed) | dict.fromkeys(_differing(old.value, value), self._round)
        return entry

    def _lately(self, changed: Mapping[Hashable, int]) -> dict[Hashable, int]:
        """The entries that became others in the last rounds; of those before, nobody asks entry by entry."""
        return {key: since for key, since in changed.items() if since > self._round - ROUNDS}


def _bound(ids: Iterable[str], *stretches: Mapping[str, object]) -> frozenset[str]:
    """Some seats, and all that stand in a stretch with them, before or after."""
    known = (told[id] for told in stretches for id in ids if id in told)
    return frozenset((*ids, *chain.from_iterable(one.seats for one in known if isinstance(one, Stretch))))


def _differing(before: object, after: object) -> Iterator[Hashable]:
    """The keys of two maps under which not the same stands."""
    return differing(before, after) if isinstance(before, Mapping) and isinstance(after, Mapping) else iter(())


_PLAIN = (Situation, Rulebook, SharedMap, int, str, float, bool, tuple, frozenset, set, dict, list, type(None))


def _is_equal(one: object, other: object) -> bool:
    """Whether one may stand for the other; only of plain values is it known what equal means."""
    return type(one) is type(other) and isinstance(one, _PLAIN) and one == other


AROUND_OF_CHART = (
    *("seats", "lines", "handoffs", "sources", "pods", "segments", "hires", "members", "pods_in", "segments_in"),
    *("lines_up", "lines_down", "dotted_up", "dotted_down", "handoffs_from", "handoffs_to", "seat_ids"),
)


def _told_around() -> Iterator[Part]:
    yield from (Part(Chart, name) for name in AROUND_OF_CHART)
    for kind in (Organisation, *INNER.values()):
        for name in takeable(kind):
            if isinstance(getattr(kind, name, None), ByRecord | Gathered):
                yield Part(kind, name)


TOLD_AROUND = frozenset(_told_around())
"""Parts of which a look at one thing may take what lies around it."""
GROUPED = frozenset(
    Part(kind, name)
    for kind in (Organisation, *INNER.values())
    for name in takeable(kind)
    if isinstance(getattr(kind, name, None), SeatsBy)
)
"""Lists of seats: they too differ around the edit alone."""
GATHERED = frozenset(part for part in TOLD_AROUND if isinstance(getattr(part.kind, part.name, None), Gathered))
"""Those for going through everything once: no look takes them."""
