"""A rule that judges one thing at a time, and what it saw last of each."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from salesorg_gui.rules.alike import SeatsAlike
from salesorg_gui.rules.around import Around
from salesorg_gui.rules.each import Each, EachDelivery, EachPod, EachSeat, EachSegment, EachStretch, Told
from salesorg_gui.rules.glass import CALLED, Notes
from salesorg_gui.rules.journey import Stretch
from salesorg_gui.rules.kept_kinds import KeptKinds
from salesorg_gui.rules.ledger import FIRSTS, GROUPED, LOADS, STRETCHES, TOLD_AROUND, WORKS, Ledger
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.rules.sighting import Sighting
from salesorg_gui.rules.standing import Placed, Standing
from salesorg_gui.rules.voice import Reasons, Voice

if TYPE_CHECKING:
    from salesorg_gui.rules.kept_rule import Said

WITH_LOADS = TOLD_AROUND | {LOADS, WORKS}
"""Parts of which a look may take what lies around it, where it is looked again at whoever has another load."""

WORTH_AROUND = WITH_LOADS | GROUPED
"""The same for what tells of which things a look may see something: who comes to a group, or goes, is looked at."""

HANDOFF: Callable[[object], str] = attrgetter("handoff.id")
"""The id of a delivery."""
BY_ID = EachDelivery, EachStretch
"""Who judges what a part of the organisation has under an id; others judge what the id stands for."""

type Seen = tuple[Sighting, ...]
type Looks = list[tuple[str, Seen]]
type Things = Mapping[Any, Any] | frozenset[str]
"""What a rule judges: a part of the organisation told around an edit, by its ids, or ids in any order."""


class KeptLooks[Thing]:
    """Looks again at what lies around the edit, at what is called otherwise, and at what came; at all when it must."""

    def __init__(self, rule: Each[Thing]) -> None:
        self.id = rule.id
        self.found = Standing()
        self._rule = rule
        self._tells_each = type(rule).together is Each.together
        self._round = -1
        self._said: Said | None = None
        self._things: Things = {}
        self._told: list[Placed] = []
        self._forget()

    def look_again(self, ledger: Ledger, ruling: Ruling, reasons: Mapping[str, Reasons]) -> None:
        """Bring ``found`` up to date."""
        said = (ruling, reasons.get(self.id, {}))
        ids = self._to_look_at(ledger) if self._said == said else None
        if ids is None:
            self._forget()
            among = self._among(ledger)
            self._things = _known(among, ledger)
            ids = self._worth_a_look(among, ledger, ruling)
        gone, come = self._look_at(ids, ledger, ruling)
        voice = cache(lambda: Voice.of(self._rule, ruling, reasons))
        if self._tells_each:
            if gone or come:
                self.found.change(_placed(gone, voice()), _placed(come, voice()))
        elif self._kinds is not None:
            changed = {id for id, _seen in come}
            self.found.change(*self._kinds.retold(ledger, voice, ids, changed, self._seen, self._round))
        elif gone or come or not ledger.holds(self._joined, self._round):
            self._tell_together(ledger, voice())
        self._said, self._round = said, ledger.round

    def _forget(self) -> None:
        self._notes, self._asked, self._joined, self._worth = Notes(), Notes(), Notes(), Notes()
        self._seen: dict[str, Seen] = {}
        self._naming: dict[Hashable, set[str]] = defaultdict(set)  # the things of which a seat's name is told
        self._kinds = KeptKinds(self._rule) if isinstance(self._rule, SeatsAlike) else None
        self.found.clear()
        self._told = []

    def _to_look_at(self, ledger: Ledger) -> Collection[str] | None:
        """What has to be looked at again; nothing when that is everything."""
        around = ledger.around
        if around is None or ledger.round != self._round + 1:
            return None
        are_same = ledger.holds(self._asked, self._round)
        if are_same and all(ledger.is_untouched(notes, self._round) for notes in (self._notes, self._worth)):
            return self._called_otherwise(ledger)  # whatever it took is what it was
        if not ledger.holds(self._worth, self._round, but=WORTH_AROUND):
            return None
        if not ledger.holds(self._notes, self._round, but=WITH_LOADS if self._rule.with_loads else TOLD_AROUND):
            return None
        ids = self._called_otherwise(ledger).union(_within(self._rule, ledger, around, self._round))
        if self._rule.with_loads:
            ids.update(_busy(self._rule, around, ledger.renewed(LOADS, self._round)))
        return ids if are_same else ids | self._come_or_gone(ledger)

    def _called_otherwise(self, ledger: Ledger) -> set[str]:
        """The things of which a name is told that is another one."""
        renewed = ledger.renewed(CALLED, self._round) if self._naming else ()
        return set().union(*(self._naming.get(name, ()) for name in renewed))

    def _come_or_gone(self, ledger: Ledger) -> frozenset[str]:
        """The things that are judged no more, and those that are now; of a part those lie around the edit."""
        before, self._things = self._things, _known(self._among(ledger), ledger)
        is_listed = isinstance(before, frozenset) or isinstance(self._things, frozenset)
        return ledger.come_or_gone(before, self._things) if is_listed else frozenset()

    def _among(self, ledger: Ledger) -> Iterable[Thing]:
        """The things it judges."""
        self._asked = Notes()
        return self._rule.among(ledger.glasses(self._asked).organisation)

    def _worth_a_look(self, among: Iterable[Thing], ledger: Ledger, ruling: Ruling) -> Collection[str]:
        """The ids of the things of which there may be something to see."""
        org = ledger.glasses(self._worth).organisation
        things = self._rule.worth_a_look(org, among, ruling.limits)
        if isinstance(self._rule, EachStretch):
            return [one.seats[0] for one in things if isinstance(one, Stretch)]
        return list(map(HANDOFF if isinstance(self._rule, EachDelivery) else str, things))

    def _look_at(self, ids: Iterable[str], ledger: Ledger, ruling: Ruling) -> tuple[Looks, Looks]:
        """Look at some things: what is no longer seen, and what is seen now."""
        names = self._notes.entries.setdefault(CALLED, set())
        org, things = ledger.glasses(self._notes).organisation, self._things
        are_by_id = isinstance(self._rule, BY_ID)
        gone: Looks = []
        come: Looks = []
        for id in ids:
            before = self._seen.pop(id, ())
            thing: Any = things[id] if are_by_id and not isinstance(things, frozenset) and id in things else id
            now = tuple(self._rule.look(org, thing, ruling.limits)) if id in things else ()
            if names:
                for name in names:
                    self._naming[name].add(id)
                names.clear()
            if now:
                self._seen[id] = now
            if now != before:
                gone.append((id, before))
                come.append((id, now))
        return gone, come

    def _tell_together(self, ledger: Ledger, voice: Voice) -> None:
        self._joined = Notes()
        seen = chain.from_iterable(self._seen[id] for id in sorted(self._seen))
        together = self._rule.together(ledger.glasses(self._joined).organisation, seen, voice.ruling.limits)
        before, self._told = self._told, _placed([("", tuple(together))], voice)
        self.found.change(before, self._told)


def _placed(looks: Looks, voice: Voice) -> list[Placed]:
    return [((id, turn), voice.finding(one)) for id, seen in looks for turn, one in enumerate(seen)]


def _busy(rule: object, around: Around, seats: Iterable[Any]) -> Iterable[str]:
    """What has seats with another load, of the kind a rule judges."""
    if not isinstance(rule, EachPod):
        return seats
    return (pod for seat in seats for pod in around.surroundings.pods(seat))


def _stretches(ledger: Ledger, around: Around, since: int) -> Iterator[str]:
    yield from map(str, ledger.renewed(FIRSTS, since))
    stretches = ledger.value(STRETCHES)
    known = (stretches.get(seat) for seat in around.seats) if isinstance(stretches, Mapping) else ()
    yield from (one.seats[0] for one in known if isinstance(one, Stretch))


def _known(among: Iterable[Any], ledger: Ledger) -> Things:
    """The things a rule judges, by their ids."""
    match among:
        case Told(by_id=known):
            return known
        case Mapping():
            return among
    return ledger.ids(among)


def _within(rule: object, ledger: Ledger, around: Around, since: int) -> Iterable[str]:
    """What lies around the edit, of the kind a rule judges; of stretches all that are others."""
    match rule:
        case EachStretch():
            return _stretches(ledger, around, since)
        case EachSeat(reach=reach):
            return around.seats_within(reach)
        case EachDelivery(reach=reach):
            return around.handoffs_within(reach)
        case EachPod(reach=reach):
            return around.pods_within(reach)
        case EachSegment(reach=reach):
            return around.segments_within(reach)
    raise TypeError(rule)
