"""What became of customer cases, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.cases import Case, Spot
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, SourceId, StageId
from salesorg_gui.domain.records import Lane
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.graphs import Giver, Graphs, LeadSource
from salesorg_gui.rules.names import ARROW, MOST_NAMES, Names, in_words, listed
from salesorg_gui.rules.terms import CUSTOMER_SIZE
from salesorg_gui.study.cases.trial import Outcome, Verdict
from salesorg_gui.study.cases.walk import Kind, Trouble, Walk

AND = " · "


@dataclass(frozen=True)
class CaseWords:
    """Names the things of one chart; ``catalogue`` has the plan's own roles laid over it."""

    chart: Chart
    catalogue: Catalogue

    def title(self, case: Case) -> str:
        """The title of a case, else its points and its way in."""
        return case.title.strip() or AND.join((*self.points(case), self.entry(case)))

    def points(self, case: Case) -> tuple[str, ...]:
        """Where a case lies, axis by axis, names before numbers."""
        named = sorted(case.points.items(), key=lambda item: (isinstance(item[1], float), item[0]))
        return tuple(self.spot(axis, spot) for axis, spot in named)

    def spot(self, axis: str, spot: Spot) -> str:
        """One point: a name, or a number with what it counts."""
        if isinstance(spot, str):
            return spot.strip() or _("without a name")
        number = spoken(spot)
        if axis == CUSTOMER_SIZE:
            return ngettext("{count} employee", "{count} employees", 1 if spot == 1 else 2).format(count=number)
        return f"{self.names.axis(axis)} {number}"

    def entry(self, case: Case) -> str:
        """How a case comes in: the source, else its channel, else its lane."""
        if case.source in self.chart.sources:
            return self.names.source(SourceId(str(case.source)))
        channel = self.catalogue.channels.get(case.channel)
        if case.channel:
            return channel.title if channel is not None else in_words(case.channel)
        return _("outbound") if case.lane is Lane.OUTBOUND else _("inbound")

    def customer(self, case: Case) -> str:
        """Whom one serves: the points on the axes this chart is cut by; where it is not cut, such customers."""
        axes = {segment.axis for segment in self.chart.segments.values()}
        named = {axis: spot for axis, spot in case.points.items() if axis in axes}
        return AND.join(self.spot(axis, spot) for axis, spot in sorted(named.items())) or _("such customers")

    def in_short(self, outcome: Outcome) -> str:
        """A few words: who keeps the customer, or what is wrong first."""
        if outcome.verdict is Verdict.NOT_SERVED:
            return _("Not served on purpose")
        if outcome.troubles:
            return self._short(outcome.troubles[0])
        return _("{seats} keeps the customer").format(seats=self._any_of(outcome.walk.keepers))

    def sentences(self, outcome: Outcome) -> tuple[str, ...]:
        """Everything there is to say of a case, sentence by sentence; what is wrong comes first."""
        found = [self.trouble(trouble, outcome.case) for trouble in outcome.troubles]
        for axis in outcome.strays if outcome.troubles else ():
            sentence = _("No segment on the axis {axis} holds {spot}. Draw one and give it an owner.")
            found.append(sentence.format(axis=self.names.axis(axis), spot=self.spot(axis, outcome.case.points[axis])))
        if outcome.unserved is not None:
            segment = self.names.segment(outcome.unserved)
            found = [_("{segment} is marked as not served, so nobody need own this customer.").format(segment=segment)]
        walk = outcome.walk
        for stage in self.catalogue.stages:
            if stage in walk.divided:
                sentence = _("{seats} share {stage}; the segment or the handoffs say who takes whom.")
                found.append(sentence.format(seats=self.seats(walk.owners[stage]), stage=self.stage(stage)))
        if walk.before:
            source = self.names.source(SourceId(str(walk.source)))
            found.append(_("{source} delivers leads that are qualified already.").format(source=source))
        if outcome.is_elsewhere:
            channel = self.catalogue.channels.get(outcome.case.channel)
            title = channel.title if channel is not None else in_words(outcome.case.channel)
            found.append(_("No lead source has the channel {channel}; the others were tried.").format(channel=title))
        return tuple(dict.fromkeys(found))

    def trouble(self, trouble: Trouble, case: Case) -> str:
        """What is wrong, with names, and what to do."""
        stages, customer = self.stages(trouble.stages), self.customer(case)
        giver = self.giver(trouble.giver) if trouble.giver is not None else ""
        seats = self.seats(trouble.seats)
        return _patterns(case.lane)[trouble.kind].format(
            stages=stages,
            customer=customer,
            giver=giver,
            seats=seats,
            first=self.seats(trouble.seats[:1]),
            axis=self.names.axis(trouble.axis),
        )

    def stage(self, id: StageId) -> str:
        """The short title of a stage."""
        return self.catalogue.stages[id].short_title

    def stages(self, ids: Iterable[StageId]) -> str:
        """The short titles of stages with commas."""
        return ", ".join(map(self.stage, ids))

    def seats(self, ids: Sequence[SeatId]) -> str:
        """Names with commas and an ``and`` before the last."""
        return self._joined(ids, _("{some} and {last}"))

    def _any_of(self, ids: Sequence[SeatId]) -> str:
        return self._joined(ids, _("{some} or {last}"))

    def owners(self, walk: Walk, stage: StageId) -> str:
        """Who does a stage on a walk; nothing where nobody does."""
        return self._any_of(walk.owners.get(stage, ()))

    def way(self, walk: Walk) -> str:
        """``Website → Ingrid → Anders or Bo → Mette``: who has the customer, one after the other."""
        names = [self.names.source(walk.source)] if walk.source is not None else []
        for stage in self.catalogue.stages:
            if (owners := self.owners(walk, stage)) and owners != names[-1]:
                names.append(owners)
        return ARROW.join(names)

    def giver(self, giver: Giver) -> str:
        """The name of a seat or a lead source."""
        return self.names.source(giver.source) if isinstance(giver, LeadSource) else self.names.seat(giver)

    @cached_property
    def names(self) -> Names:
        """What things are called."""
        return Names(Graphs(self.chart, self.catalogue))

    def _joined(self, ids: Sequence[SeatId], pattern: str) -> str:
        names = [self.names.seat(id) for id in ids]
        if not 1 < len(names) <= MOST_NAMES:
            return listed(tuple(names))
        return pattern.format(some=", ".join(names[:-1]), last=names[-1])

    def _short(self, trouble: Trouble) -> str:
        stages = self.stages(trouble.stages[:1])
        short = {
            Kind.NO_SOURCE: _("No lead source"),
            Kind.NO_HANDOFF: _("Leads reach nobody"),
            Kind.SEVERAL: _("{count} owners at {stages}"),
            Kind.UNSAID: _("{axis} is not said"),
            Kind.ROUND: _("Goes round in circles"),
        }
        pattern = short.get(trouble.kind, _("Nobody at {stages}"))
        return pattern.format(stages=stages, count=len(trouble.seats), axis=self.names.axis(trouble.axis))


def _patterns(lane: Lane) -> dict[Kind, str]:
    """What is wrong and what to do, by kind."""
    is_outbound = lane is Lane.OUTBOUND
    return {
        Kind.NO_SOURCE: _("There is no outbound lead source. Draw one, and hand its prospects to a seat.")
        if is_outbound
        else _("There is no inbound lead source. Draw one, and hand its leads to a seat."),
        Kind.NO_HANDOFF: _("{giver} hands leads to nobody. Draw a handoff from it to a seat."),
        Kind.NOBODY: _("Behind {giver} nobody does {stages}, nor does anybody else. Give the stage to a seat."),
        Kind.NOT_SERVING: _(
            "{giver} hands over to {seats}, and nobody there serves {customer}."
            " Give one of them that segment, or draw a handoff to somebody who has it."
        ),
        Kind.OTHERS: _("Nobody does {stages} for {customer}; {seats} only for others. Give one of them that segment."),
        Kind.NOT_REACHED: _("Behind {giver} nobody does {stages}. {first} could: draw a handoff there."),
        Kind.SEVERAL: _(
            "{stages} has several owners for {customer}: {seats}."
            " Split the segment, or write on the handoffs who takes which customer."
        ),
        Kind.UNSAID: _("{axis} decides who takes this customer ({seats}), and the case does not say it. Add it."),
        Kind.ROUND: _(
            "{giver} hands the customer back to {first}, who works earlier in the journey."
            " Draw that as a return, or remove it."
        ),
    }
