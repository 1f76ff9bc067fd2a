"""Remedies for what the card of a seat says: how it is measured, on whom it depends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import KpiId, SeatId
from salesorg_gui.domain.records import Measure, Seat
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules import cards
from salesorg_gui.rules.dependencies import DEPENDENCIES, unnamed_givers
from salesorg_gui.rules.graphs import Giver
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import CLOSING, INBOUND

FOLLOW_UP, CLOSING_SPEED = KpiId("lead_response_time"), KpiId("closing_cycle_time")


def measured(s: Situation) -> Iterator[Remedy]:
    """Take the measures of the role that usually does this work: all that are suggested, or the first."""
    suggested = {seat: cards.suggested_measures(s.org, seat) for seat in s.finding.seats}
    if not all(suggested.values()):
        return
    kinds = set(suggested.values())
    for most in (cards.MOST_SUGGESTED, 1):
        news = [_measured_by(s, seat, kpis[:most]) for seat, kpis in suggested.items()]
        titles = ", ".join(s.catalogue.kpis[kpi].short_title for kpi in next(iter(kinds))[:most])
        label = _("Measure by: {kpis}").format(kpis=titles)
        if len(kinds) > 1:
            count = len(news)
            label = ngettext(
                "Give {count} seat the measures of its work", "Give {count} seats the measures of their work", count
            ).format(count=count)
        yield step(label, Revise(tuple(news), label))


def measured_on_speed(s: Situation) -> Iterator[Remedy]:
    """Add the measure of speed that fits the work."""
    news = [_measured_by(s, seat, (_speed_of(s, seat),)) for seat in s.finding.seats]
    titles = dict.fromkeys(s.catalogue.kpis[_speed_of(s, seat)].title for seat in s.finding.seats)
    label = _("Measure by: {kpis}").format(kpis=", ".join(titles))
    yield step(label, Revise(tuple(news), label))


def dependencies_named(s: Situation) -> Iterator[Remedy]:
    """Write on the cards from whom leads and customers come."""
    judged = [seat for seat in s.finding.seats if unnamed_givers(s.org, seat)]
    news = tuple(_naming(s, seat) for seat in judged)
    label = ngettext("Write it on the card", "Write it on {count} cards", len(news)).format(count=len(news))
    yield step(label, Revise(news, label))


def _naming(s: Situation, seat: SeatId) -> Seat:
    record, role = s.chart.seats[seat], s.org.role(seat)
    said = cards.sentences(record, role, DEPENDENCIES)
    lines = tuple(_("Leads and customers from {giver}").format(giver=s.names.giver(one)) for one in _givers(s, seat))
    return replace(record, texts={**record.texts, DEPENDENCIES: (*said, *lines)})


def _givers(s: Situation, seat: SeatId) -> Sequence[Giver]:
    """Who hands to it and is not named; all of them, when the card is to have words of its own."""
    record = s.chart.seats[seat]
    if record.texts.get(DEPENDENCIES):
        return unnamed_givers(s.org, seat)
    return [giver for giver in s.org.graphs.fed_by.get(seat, ()) if giver != seat]


def _measured_by(s: Situation, seat: SeatId, kpis: Sequence[KpiId]) -> Seat:
    """The seat with these measures added to those it has, or has from its role."""
    record = s.chart.seats[seat]
    own = record.measures or tuple(Measure(kpi) for kpi in s.org.role(seat).kpis)
    return replace(record, measures=(*own, *(Measure(kpi) for kpi in kpis)))


def _speed_of(s: Situation, seat: SeatId) -> KpiId:
    """Follow-up or closing, as the role usually has it, else as the stages are."""
    usual = [kpi for kpi in s.org.role(seat).kpis if kpi in {FOLLOW_UP, CLOSING_SPEED}]
    if usual:
        return usual[0]
    stages = s.org.graphs.duties.stages[seat]
    return FOLLOW_UP if INBOUND in stages and CLOSING not in stages else CLOSING_SPEED
