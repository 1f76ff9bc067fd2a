"""The capacity of charts as lines for a reader and as JSON for a program."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

from salesorg_gui.capacity.bottleneck import Bottleneck
from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.work import Part
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.exchange.rounding import rounded
from salesorg_gui.i18n import _

type Reckoned = tuple[Chart, Capacity, Bottleneck]

OVERLOADED = 1.1
"""From here a seat has clearly more work than time; below, a little more or less is rounding and luck."""


def as_json(reckoned: Sequence[Reckoned]) -> dict[str, object]:
    """The contract of ``salesorg capacity --format json``; a wait without end is ``null``."""
    return {"charts": [_chart(*one) for one in reckoned]}


def as_lines(reckoned: Sequence[Reckoned], catalogue: Catalogue) -> Iterator[str]:
    """A few lines for each chart: volumes, need against have, who has too much, where it gets stuck."""
    for chart, capacity, stuck in reckoned:
        yield f"{chart.title or chart.id}"
        if not capacity.has_volume:
            yield "  " + _("Nobody said how many leads there are. Give the lead sources a number a month.")
            continue
        yield from _flow(capacity)
        yield from _people(chart, capacity, catalogue)
        yield "  " + _stuck(chart, stuck, catalogue)


def _chart(chart: Chart, capacity: Capacity, stuck: Bottleneck) -> Mapping[str, object]:
    wait = capacity.wait_hours
    return {
        "id": chart.id,
        "leads": rounded(capacity.leads),
        "prospects": rounded(capacity.prospects),
        "qualified": rounded(capacity.qualified),
        "customers": rounded(capacity.flow.customers),
        "fte": {part.value: rounded(capacity.need(part)) for part in Part},
        "wait_hours": rounded(wait) if isfinite(wait) else None,
        "bottleneck": {"flow": rounded(stuck.flow), "cut": list(stuck.seats)},
        "seats": [
            {"id": load.seat, "need": rounded(load.total), "have": rounded(load.have)}
            for load in capacity.loads.values()
        ],
    }


def _flow(capacity: Capacity) -> Iterator[str]:
    sentence = _("{leads} leads and {prospects} prospects a month become {qualified} qualified leads, {won} customers.")
    yield "  " + sentence.format(
        leads=_count(capacity.leads),
        prospects=_count(capacity.prospects),
        qualified=_count(capacity.qualified),
        won=_count(capacity.flow.customers),
    )


def _people(chart: Chart, capacity: Capacity, catalogue: Catalogue) -> Iterator[str]:
    titles = {
        Part.INBOUND: _("Inbound"),
        Part.OUTBOUND: _("Outbound"),
        Part.CLOSER: _("Closing"),
        Part.CARE: _("Care"),
    }
    for part, title in titles.items():
        need, have = capacity.need(part), capacity.have(part)
        if need or have:
            yield "  " + _("{part}: {need} FTE of work, {have} FTE there.").format(
                part=title, need=f"{need:.2f}", have=f"{have:.2f}"
            )
    for load in capacity.loads.values():
        if load.utilisation > OVERLOADED:
            yield "  " + _("{seat} has more work than time: {need} FTE for {have}.").format(
                seat=seat_name(chart, load.seat, catalogue), need=f"{load.total:.2f}", have=f"{load.have:.2f}"
            )


def _stuck(chart: Chart, stuck: Bottleneck, catalogue: Catalogue) -> str:
    if not stuck.seats:
        return _("Everything that comes in gets through.")
    names = ", ".join(seat_name(chart, seat, catalogue) for seat in stuck.seats)
    sentence = _("The bottleneck is {seats}: {flow} of {demand} qualified leads a month get through.")
    return sentence.format(seats=names, flow=_count(stuck.flow), demand=_count(stuck.demand))


def seat_name(chart: Chart, seat: SeatId, catalogue: Catalogue) -> str:
    """Whom a reader knows a seat by: who holds it, else what it is."""
    one = chart.seats[seat]
    return one.holder or one.title or catalogue.role(one.role).title


def _count(amount: float) -> str:
    return f"{amount:.1f}".removesuffix(".0")
