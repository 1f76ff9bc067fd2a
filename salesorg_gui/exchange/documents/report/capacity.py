"""Capacity in short: what comes in, the work it makes and the time there is for it, where it gets stuck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from salesorg_gui.capacity.bottleneck import Bottleneck
from salesorg_gui.capacity.capacity import Capacity, NoCapacity, capacity_of
from salesorg_gui.capacity.work import Part
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Box, Shape, Stroke, Wire
from salesorg_gui.exchange.capacity import OVERLOADED
from salesorg_gui.exchange.documents.options import MM
from salesorg_gui.exchange.documents.report.cells import (
    ROW_AIR,
    Cell,
    Column,
    columns,
    head_row,
    headed,
    row,
    said,
    titled,
)
from salesorg_gui.exchange.documents.report.figures import Figure, figure_row
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.typeset import Block, style
from salesorg_gui.exchange.documents.wording import amount, number, percent
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.study.told import MANY

NAME = "capacity"
BAR = 2.2 * MM
FULLEST = 1.5
"""A bar ends here, however much more work there is."""


@dataclass(frozen=True)
class Reckoning:
    """The capacity of a chart and where it gets stuck; or ``refusal`` says why nobody can tell."""

    capacity: Capacity | None = None
    stuck: Bottleneck | None = None
    refusal: str = ""


def heading() -> str:
    """What this part is called."""
    return _("Capacity")


def in_short(scope: Scope, found: Reckoning) -> str:
    """Work against time in all."""
    if found.capacity is None:
        return ""
    need, have = (sum(of(part) for part in Part) for of in (found.capacity.need, found.capacity.have))
    told = (number(amount, scope.language, 1) for amount in (need, have))
    return _("{need} FTE of work, {have} FTE there").format(need=next(told), have=next(told))


def reckoning_of(scope: Scope) -> Reckoning:
    """The capacity of the chart, as far as it can be told."""
    try:
        capacity = capacity_of(scope.plan, scope.chart, scope.catalogue)
    except NoCapacity as refusal:
        return Reckoning(refusal=str(refusal))
    if not capacity.has_volume:
        return Reckoning(refusal=_("Nobody said how many leads there are. Give the lead sources a number a month."))
    return Reckoning(capacity, capacity.bottleneck)


def pieces(scope: Scope, found: Reckoning, width: float) -> Iterator[Piece]:
    """Volumes, then work against time by part and by seat, then the bottleneck."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    if found.capacity is None or found.stuck is None:
        yield Piece(said(found.refusal, width))
        return
    yield Piece(_volumes(scope, found.capacity, width))
    yield Piece(said(_stuck(scope, found.stuck), width, "lead", below=6 * MM), about=frozenset(found.stuck.seats))
    yield from _parts(scope, found.capacity, width)
    yield from _overloaded(scope, found.capacity, width)


def _volumes(scope: Scope, capacity: Capacity, width: float) -> Block:
    figures = (
        Figure(_count(scope, capacity.leads), _("leads a month")),
        Figure(_count(scope, capacity.prospects), _("prospects a month")),
        Figure(_count(scope, capacity.qualified), _("qualified leads")),
        Figure(_count(scope, capacity.flow.customers), _("new customers")),
    )
    row_of_figures = figure_row(figures, width)
    return Block(row_of_figures.height + 6 * MM, row_of_figures.shapes)


def _stuck(scope: Scope, stuck: Bottleneck) -> str:
    if not stuck.seats:
        return _("Everything that comes in gets through.")
    sentence = _("The bottleneck is {seats}: {flow} of {demand} qualified leads a month get through.")
    flow, demand = _count(scope, stuck.flow), _count(scope, stuck.demand)
    return sentence.format(seats=scope.named(stuck.seats), flow=flow, demand=demand)


def _parts(scope: Scope, capacity: Capacity, width: float) -> Iterator[Piece]:
    titles = {
        Part.INBOUND: _("Inbound"),
        Part.OUTBOUND: _("Outbound"),
        Part.CLOSER: _("Closing"),
        Part.CARE: _("Care"),
    }
    places = _places(width)
    rows: list[Piece] = []
    for part, title in titles.items():
        need, have = capacity.need(part), capacity.have(part)
        if need or have:
            rows.append(Piece(_load(scope, Cell(title, is_bold=True), need, have, places)))
    if rows:
        yield Piece(headed(_("Work and time by part of the journey"), width), leads=True)
        yield from table(_head(places, _("Part")), rows)


def _overloaded(scope: Scope, capacity: Capacity, width: float) -> Iterator[Piece]:
    places = _places(width)
    over = [load for load in capacity.loads.values() if load.utilisation > OVERLOADED]
    over.sort(key=lambda load: (-load.utilisation, load.seat))
    rows: list[Piece] = []
    for load in over:
        who = Cell(scope.person(load.seat), below=scope.pod(load.seat), purpose=scope.purpose(load.seat))
        rows.append(Piece(_load(scope, who, load.total, load.have, places), about=frozenset({load.seat})))
    yield Piece(headed(_("Seats with more work than time"), width), leads=True)
    if rows:
        yield from table(_head(places, _("Seat")), rows)
    else:
        yield Piece(said(_("None."), width))


def _places(width: float) -> tuple[Column, ...]:
    return columns(width, 4.4, 1.6, 1.6, 1.2, 4.0, right=(1, 2, 3))


def _head(places: Sequence[Column], first: str) -> Block:
    return head_row(places, (first, _("Work, FTE"), _("There, FTE"), _("Load"), ""))


def _load(scope: Scope, who: Cell, need: float, have: float, places: Sequence[Column]) -> Block:
    """A row with its load as a bar; the tick is where all time is used."""
    load = need / have if have > 0 else FULLEST
    told = percent(load, scope.language) if have > 0 else "–"
    numbers = (Cell(number(need, scope.language, 2)), Cell(number(have, scope.language, 2)))
    cells = (who, *numbers, Cell(told, is_bold=load > OVERLOADED), Cell(""))
    return row(places, cells, last=_bar(load, places[-1]))


def _bar(load: float, place: Column) -> tuple[Shape, ...]:
    full = place.width / FULLEST
    y = ROW_AIR + (style("body").line - BAR) / 2
    shapes: list[Shape] = [
        Box(Rect(0.0, 0.0, min(load, FULLEST) * full, BAR), "error" if load > OVERLOADED else "text_3"),
        Wire((Point(full, -1.5), Point(full, BAR + 1.5)), Stroke("text_1", 0.75)),
    ]
    return moved(shapes, place.x, y)


def _count(scope: Scope, value: float) -> str:
    return amount(round(value, 0 if abs(value) >= MANY else 1), scope.language) if isfinite(value) else "–"
