"""A rule that judges one thing at a time, and what it saw last of each."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from salesorg_gui.rules.alike import SeatsAlike
from salesorg_gui.rules.around import Around
from salesorg_gui.rules.each import Each, EachDelivery, EachPod, EachSeat, EachSegment
from salesorg_gui.rules.glass import CALLED, Notes
from salesorg_gui.rules.kept_kinds import KeptKinds
from salesorg_gui.rules.ledger import TOLD_AROUND, Ledger
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.rules.sighting import Sighting
from salesorg_gui.rules.standing import Placed, Standing
from salesorg_gui.rules.voice import Reasons, Voice

if TYPE_CHECKING:
    from salesorg_gui.rules.kept_rule import Said

HANDOFF: Callable[[object], str] = attrgetter("handoff.id")
"""The id of a delivery."""

type Seen = tuple[Sighting, ...]
type Looks = list[tuple[str, Seen]]


class KeptLooks[Thing]:
    """Looks again at what lies around the edit, at what is called otherwise, and at what came; at all when it must."""

    def __init__(self, rule: Each[Thing]) -> None:
        self.id = rule.id
        self.found = Standing()
        self._rule = rule
        self._tells_each = type(rule).together is Each.together
        self._round = -1
        self._said: Said | None = None
        self._things: Mapping[str, Thing] = {}
        self._told: list[Placed] = []
        self._forget()

    def look_again(self, ledger: Ledger, ruling: Ruling, reasons: Mapping[str, Reasons]) -> None:
        """Bring ``found`` up to date."""
        said = (ruling, reasons.get(self.id, {}))
        ids = self._to_look_at(ledger) if self._said == said else None
        if ids is None:
            self._forget()
            self._things = self._among(ledger)
            ids = self._worth_a_look(ledger, ruling)
        gone, come = self._look_at(ids, ledger, ruling)
        voice = Voice.of(self._rule, ruling, reasons)
        if self._tells_each:
            self.found.change(_placed(gone, voice), _placed(come, voice))
        elif self._kinds is not None:
            changed = {id for id, _seen in come}
            self.found.change(*self._kinds.retold(ledger, voice, ids, changed, self._seen, self._round))
        elif gone or come or not ledger.holds(self._joined, self._round):
            self._tell_together(ledger, voice)
        self._said, self._round = said, ledger.round

    def _forget(self) -> None:
        self._notes, self._asked, self._joined = Notes(), Notes(), Notes()
        self._seen: dict[str, Seen] = {}
        self._naming: dict[Hashable, set[str]] = defaultdict(set)  # the things of which a seat's name is told
        self._kinds = KeptKinds(self._rule) if isinstance(self._rule, SeatsAlike) else None
        self.found.clear()
        self._told = []

    def _to_look_at(self, ledger: Ledger) -> Collection[str] | None:
        """What has to be looked at again; nothing when that is everything."""
        if ledger.around is None or ledger.round != self._round + 1:
            return None
        if not ledger.holds(self._notes, self._round, but=TOLD_AROUND):
            return None
        ids = set(_within(self._rule, ledger.around))
        if self._naming:
            for name in ledger.renewed(CALLED, self._round):
                ids |= self._naming.get(name, set())
        if not ledger.holds(self._asked, self._round):
            before, self._things = self._things, self._among(ledger)
            ids |= ledger.come_or_gone(before, self._things)
        return ids

    def _among(self, ledger: Ledger) -> Mapping[str, Thing]:
        """The things it judges, by id."""
        self._asked = Notes()
        name = HANDOFF if isinstance(self._rule, EachDelivery) else None
        return ledger.by_id(self._rule.among(ledger.glasses(self._asked).organisation), name)

    def _worth_a_look(self, ledger: Ledger, ruling: Ruling) -> Collection[str]:
        """The ids of the things of which there may be something to see."""
        org = ledger.glasses(self._notes).organisation
        things = self._rule.worth_a_look(org, self._things.values(), ruling.limits)
        return list(map(HANDOFF if isinstance(self._rule, EachDelivery) else str, things))

    def _look_at(self, ids: Iterable[str], ledger: Ledger, ruling: Ruling) -> tuple[Looks, Looks]:
        """Look at some things: what is no longer seen, and what is seen now."""
        names = self._notes.entries.setdefault(CALLED, set())
        org = ledger.glasses(self._notes).organisation
        gone: Looks = []
        come: Looks = []
        for id in ids:
            before = self._seen.pop(id, ())
            now = tuple(self._rule.look(org, self._things[id], ruling.limits)) if id in self._things else ()
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


def _within(rule: object, around: Around) -> Collection[str]:
    """What lies around the edit, of the kind a rule judges."""
    match rule:
        case EachSeat(reach=reach):
            return around.seats_within(reach)
        case EachDelivery(reach=reach):
            return around.handoffs_within(reach)
        case EachPod(reach=reach):
            return around.pods_within(reach)
        case EachSegment(reach=reach):
            return around.segments_within(reach)
    raise TypeError(rule)
