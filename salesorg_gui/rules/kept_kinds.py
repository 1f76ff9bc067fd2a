"""What is told at once of seats that are alike, kept from edit to edit kind by kind."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.rules.alike import SeatsAlike, are_many, at_once, of_many
from salesorg_gui.rules.glass import Notes
from salesorg_gui.rules.ledger import Ledger
from salesorg_gui.rules.sighting import Sighting
from salesorg_gui.rules.standing import Placed, Turn
from salesorg_gui.rules.voice import Voice

type Seen = Mapping[str, tuple[Sighting, ...]]
type Kinds = tuple[Hashable, ...]


class _Members:
    """The seats of one kind by id, what is told of each, and those of whom not just one thing is told."""

    def __init__(self) -> None:
        self.ids: list[SeatId] = []
        self.told: dict[str, list[tuple[Turn, Sighting]]] = {}
        self.odd: set[str] = set()

    def enter(self, id: str, turn: int, one: Sighting) -> None:
        """Put what is told of a seat with the rest."""
        if id not in self.told:
            insort(self.ids, SeatId(id))
        told = self.told.setdefault(id, [])
        told.append(((id, turn), one))
        if len(told) > 1 or one.seats != (id,) or one.handoffs or one.sources:
            self.odd.add(id)

    def leave(self, id: str) -> None:
        """Let a seat go with all that is told of it."""
        if self.told.pop(id, None) is not None:
            del self.ids[bisect_left(self.ids, id)]
            self.odd.discard(id)


class KeptKinds:
    """Tells again only kinds to which a seat came or from which one went, or whose seats are called otherwise."""

    def __init__(self, rule: SeatsAlike) -> None:
        self._rule = rule
        self._kinds: dict[str, Kinds] = {}  # of each sighting of a seat
        self._members: dict[Hashable, _Members] = {}
        self._told: dict[Hashable, list[Placed]] = {}
        self._notes: dict[Hashable, Notes] = {}

    def retold(
        self,
        ledger: Ledger,
        voice: Callable[[], Voice],
        looked_at: Iterable[str],
        changed: Collection[str],
        seen: Seen,
        since: int,
    ) -> tuple[list[Placed], list[Placed]]:
        """What is no longer told, and what is told now; ``changed`` ones have something else to tell."""
        touched = self._sorted_in(ledger, looked_at, changed, seen)
        touched.update(kind for kind, notes in self._notes.items() if not ledger.holds(notes, since))
        gone = [placed for kind in touched for placed in self._told.pop(kind, ())]
        come: list[Placed] = []
        for kind in touched:
            self._notes.pop(kind, None)
            if self._members[kind].ids:
                self._told[kind] = [(turn, voice().finding(one)) for turn, one in self._tell(ledger, kind)]
                come += self._told[kind]
        return gone, come

    def _sorted_in(
        self, ledger: Ledger, looked_at: Iterable[str], changed: Collection[str], seen: Seen
    ) -> set[Hashable]:
        """Put what was seen with its kinds: the kinds that are others."""
        org, touched = ledger.glasses(Notes()).organisation, set[Hashable]()
        for id in looked_at:
            before = self._kinds.pop(id, ())
            now = tuple([self._rule.kind_of(org, one) for one in seen.get(id, ())])
            if now:
                self._kinds[id] = now
            if now == before and id not in changed:
                continue
            touched.update(before, now)
            for kind in before:
                self._members[kind].leave(id)
            for turn, (kind, one) in enumerate(zip(now, seen.get(id, ()), strict=True)):
                self._members.setdefault(kind, _Members()).enter(id, turn, one)
        return touched

    def _tell(self, ledger: Ledger, kind: Hashable) -> Iterator[tuple[Turn, Sighting]]:
        """What is told of one kind."""
        members = self._members[kind]
        ids, told = members.ids, members.told
        turn, first = told[ids[0]][0]
        count = len(ids) if not members.odd else sum(map(len, told.values()))
        if not are_many(first, count):
            yield from (one for id in ids for one in told[id])
            return
        notes = self._notes[kind] = Notes()
        org = ledger.glasses(notes).organisation
        if members.odd:
            yield turn, at_once(org, [one for id in ids for _turn, one in told[id]])
        else:
            yield turn, of_many(org, first, tuple(ids))
