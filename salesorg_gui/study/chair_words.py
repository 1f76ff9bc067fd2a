"""An absence in words: in one sentence, in a few words for a list, and in all it does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

from salesorg_gui.domain.ids import Kind, PodId, SegmentId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import money, spoken
from salesorg_gui.rules.names import Names, listed
from salesorg_gui.study.absence import Absence, Delay, Factor, Harm, Uncovered
from salesorg_gui.study.empty_chair import EmptyChairs
from salesorg_gui.study.stand_ins import Nearness, StandIn
from salesorg_gui.study.territory import Place
from salesorg_gui.study.told import SPACE, amount, capital, days, fte, hours, part_title, percent


@dataclass(frozen=True)
class ChairWords:
    """The words for the absences of one chart."""

    chairs: EmptyChairs
    names: Names

    @staticmethod
    def of(chairs: EmptyChairs) -> "ChairWords":
        """Words with the names of the chart."""
        return ChairWords(chairs, Names(chairs.graphs))

    def headline(self) -> str:
        """The worst absence in one sentence, with who could stand in."""
        if not self.chairs.absences:
            return _("Nobody holds a seat yet. There is no chair to leave empty.")
        return self.sentence(self.chairs.absences[0])

    def sentence(self, absence: Absence) -> str:
        """What is worst about an absence, and who could stand in."""
        if not absence.factors:
            return _("{who}, others carry on as before.").format(who=self._if_away(absence))
        told = _("{who}, {what}.").format(who=self._if_away(absence), what=self.consequence(absence))
        return f"{told} {self._in_place(absence)}".strip()

    def consequence(self, absence: Absence) -> str:
        """The worst it does, in a few words for a list or within a sentence."""
        drawn = absence.open
        if drawn.uncovered:
            return self._uncovered(drawn.uncovered)
        worst = max(absence.factors, key=lambda factor: factor.points, default=None)
        if worst is None:
            return _("others carry on")
        return _counted(worst.harm, worst.count)

    def losses(self, absence: Absence) -> Iterator[str]:
        """Everything it does, a sentence each."""
        drawn = absence.open
        for place in dict.fromkeys(one.place for one in drawn.uncovered):
            stages = tuple(one for one in drawn.uncovered if one.place == place)
            yield capital(f"{self._uncovered(stages)}.")
        yield from self._stranded(absence)
        yield from self._leaderless(absence)
        for delay in absence.delays:
            yield from _delayed(delay)
        if isfinite(absence.backlog_days):
            yield _backlog(absence)
        yield from self._toll(absence)

    def stand_in(self, one: StandIn) -> str:
        """Who takes which stages, how near, and how full that makes the week."""
        where = {
            Nearness.SAME_SEAT: _("on the same seat"),
            Nearness.SAME_POD: _("in the same pod"),
            Nearness.SAME_MANAGER: _("under the same manager"),
            Nearness.SAME_PLACE: _("in the same part of the market"),
            Nearness.ELSEWHERE: _("works elsewhere"),
        }[one.nearness]
        told = _("{stages} · {where}").format(stages=self.names.stages(one.stages), where=where)
        if not self.chairs.has_volume:
            return told
        loads = {"told": told, "before": percent(one.before), "after": percent(one.after)}
        return _("{told} · load {before} → {after}").format_map(loads).replace(" → ", f"{SPACE}→{SPACE}")

    def place(self, place: Place) -> str:
        """What a segment or a pod is called; nothing for the whole."""
        if place is None:
            return ""
        is_pod = place.kind is Kind.POD
        return self.names.pod(PodId(place.id)) if is_pod else self.names.segment(SegmentId(place.id))

    def _if_away(self, absence: Absence) -> str:
        seat = self.names.seat(absence.seat)
        if absence.is_empty:
            return _("If {seat} is away").format(seat=seat)
        count = self.chairs.graphs.chart.seats[absence.seat].headcount
        return _("If one of the {count} people at {seat} is away").format(count=count, seat=seat)

    def _in_place(self, absence: Absence) -> str:
        stages = self.chairs.graphs.duties.stages[absence.seat]
        found = self.chairs.stand_ins(absence.seat)
        if not stages:
            acting = absence.open.acting
            if acting is None or not absence.open.reports:
                return ""
            return _("{manager} could lead them meanwhile.").format(manager=self.names.seat(acting))
        if not found:
            return _("Nobody could stand in.")
        first = found[0]
        name = self.names.seat(first.seat)
        if first.nearness is Nearness.SAME_SEAT:
            return _("The others would be loaded to {load}.").format(load=percent(first.after))
        if not self.chairs.has_volume or not isfinite(first.after):
            return _("{name} could stand in.").format(name=name)
        return _("{name} could stand in at {load}.").format(name=name, load=percent(first.after))

    def _uncovered(self, lost: tuple[Uncovered, ...]) -> str:
        stages = self.names.stages(dict.fromkeys(one.stage for one in lost))
        places = listed(tuple(dict.fromkeys(filter(None, (self.place(one.place) for one in lost)))))
        if not places:
            return _("nobody covers {stages}").format(stages=stages)
        return _("nobody covers {stages} in {place}").format(stages=stages, place=places)

    def _stranded(self, absence: Absence) -> Iterator[str]:
        """Who has nobody else to give something to, and who gets it from nobody else."""
        giving: dict[str, list[str]] = {}
        taking: dict[str, list[str]] = {}
        for id in absence.open.stranded:
            delivery = self.chairs.graphs.delivered[id]
            known = self.chairs.graphs.catalogue.objects.get(delivery.object.id) if delivery.object else None
            what = known.short_title if known is not None else _("something unnamed")
            if delivery.taker == absence.seat:
                giving.setdefault(self.names.giver(delivery.giver), []).append(what)
            else:
                taking.setdefault(self.names.seat(delivery.taker), []).append(what)
        if giving:
            yield _("Nobody else to hand to: {ends}.").format(ends=_with_objects(giving))
        if taking:
            yield _("Nobody else to get it from: {ends}.").format(ends=_with_objects(taking))

    def _leaderless(self, absence: Absence) -> Iterator[str]:
        drawn = absence.open
        if drawn.reports:
            yield _("Without a manager: {seats}.").format(seats=self.names.seats(drawn.reports))
        if drawn.pods:
            yield _("Without a lead: {pods}.").format(pods=self.names.pods(drawn.pods))
        if drawn.acting is not None and drawn.reports:
            yield _("{manager} could lead them meanwhile.").format(manager=self.names.seat(drawn.acting))

    def _toll(self, absence: Absence) -> Iterator[str]:
        toll = absence.toll
        if round(toll.customers) > 0:
            count = round(toll.customers)
            source = _("from the plan") if toll.is_told else _("an even part of all customers")
            sentence = ngettext(
                "{count} customer has nobody who looks after it ({source}).",
                "{count} customers have nobody who looks after them ({source}).",
                count,
            )
            yield sentence.format(count=count, source=source)
        if round(toll.won, 1) > 0:
            worth = _(", worth {money} a year").format(money=money(toll.revenue)) if toll.revenue else ""
            yield _("{count} customers are not won in this time{worth}.").format(count=amount(toll.won), worth=worth)


def _with_objects(ends: Mapping[str, Sequence[str]]) -> str:
    """Names, each with what is handed over in brackets."""
    return listed(tuple(f"{name} ({', '.join(dict.fromkeys(objects))})" for name, objects in ends.items()))


def factor_title(factor: Factor) -> str:
    """What a part of the score counts."""
    return capital(_counted(factor.harm, factor.count))


def _counted(harm: Harm, count: float) -> str:
    """So many of a harm, in a few words."""
    whole = max(1, round(count))
    match harm:
        case Harm.CORE_STAGE:
            text = ngettext("{count} core stage without anybody", "{count} core stages without anybody", whole)
        case Harm.OTHER_STAGE:
            text = ngettext("{count} other stage without anybody", "{count} other stages without anybody", whole)
        case Harm.STRANDED:
            text = ngettext("{count} handoff loses an end", "{count} handoffs lose an end", whole)
        case Harm.LEADERLESS:
            text = ngettext(
                "{count} seat or pod is left without a lead", "{count} seats or pods are left without a lead", whole
            )
        case Harm.LIMIT:
            text = ngettext("{count} time limit is broken", "{count} time limits are broken", whole)
        case Harm.UNDONE:
            text = ngettext("{count} working day lies undone", "{count} working days lie undone", whole)
            return text.format(count=amount(count))
        case _:
            return _("nobody else can do this work")
    return text.format(count=spoken(count))


def _delayed(delay: Delay) -> Iterator[str]:
    if delay.need <= 0:
        return
    words = {"part": part_title(delay.part), "need": fte(delay.need), "left": fte(delay.has)}
    yield _("{part}: {need} of work, {left} left for it.").format_map(words)
    if isfinite(delay.wait_after) and delay.wait_after > delay.wait_before:
        waits = {"before": hours(delay.wait_before), "after": hours(delay.wait_after)}
        yield _("The wait grows from {before} to {after}.").format_map(waits)
    elif isfinite(delay.wait_before) and not isfinite(delay.wait_after):
        yield _("The queue grows without end.")
    if delay.broken_count and delay.limit_hours is not None:
        text = ngettext(
            "{count} time limit is broken: {hours}.",
            "{count} time limits are broken, the strictest of {hours}.",
            delay.broken_count,
        )
        yield text.format(count=delay.broken_count, hours=hours(delay.limit_hours))


def _backlog(absence: Absence) -> str:
    undone = amount(absence.working_days_undone)
    if absence.backlog_days > absence.days:
        return _("{undone} working days lie undone in the end.").format(undone=undone)
    words = {"days": days(absence.backlog_days), "undone": undone}
    return _("After {days} a full week of work lies undone; in the end {undone} working days.").format_map(words)
