"""Remedies for the shape of the reporting lines: one top, no circle, one manager each."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, islice

from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import Kind, LineId, SeatId
from salesorg_gui.domain.records import Line, LineKind
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.remedies.lines import (
    FEW,
    add_above,
    likely_managers,
    lines_up,
    report_to,
    report_together,
    standing,
    without,
)
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import HEAD_OF_SALES, VP_SALES


def top_of_all(s: Situation) -> Iterator[Remedy]:
    """Take the lines above the likeliest leader away."""
    for seat in islice(sorted(s.finding.seats, key=lambda seat: standing(s, seat)), FEW):
        label = _("Put {seat} at the top").format(seat=s.names.seat(seat))
        yield step(label, without(label, Kind.LINE, lines_up(s, seat)))


def one_top(s: Situation) -> Iterator[Remedy]:
    """Put the other tops under the most senior one, under the main one, or all under a new leader."""
    tops = s.finding.seats
    for top in dict.fromkeys((min(tops, key=lambda seat: standing(s, seat)[:2]), tops[0], *tops[:FEW])):
        yield report_together(s, [seat for seat in tops if seat != top], top)
    is_taken = any(s.org.role(top).rank >= s.catalogue.role(VP_SALES).rank for top in tops)
    if not is_taken:
        has_head = any(s.org.role_id(top) == HEAD_OF_SALES for top in tops)
        yield add_above(s, VP_SALES if has_head else HEAD_OF_SALES, tops)


def somebody_above(s: Situation) -> Iterator[Remedy]:
    """Draw the missing line to whom such a seat usually reports, or add a leader where there is none."""
    (seat,) = s.finding.seats
    managers = tuple(likely_managers(s, seat))
    yield from (report_to(s, seat, manager) for manager in managers)
    if not managers:
        leaders = [other for other in s.org.graphs.below if other != seat and s.org.is_leader(other)]
        yield from (report_to(s, seat, leader) for leader in sorted(leaders, key=lambda one: standing(s, one))[:FEW])
        yield from (add_above(s, role, (seat,)) for role in s.org.role(seat).reports_to[:1])


def circle_cut(s: Situation) -> Iterator[Remedy]:
    """Cut a circle above the likeliest leader of it, or let that one report to the top of the chart instead."""
    members = sorted(s.finding.seats, key=lambda seat: standing(s, seat))
    options = {top: _lines_back(s, top) for top in members[: 2 * FEW]}
    tops = [top for top in s.org.graphs.leading_roots if top not in options]
    for top in sorted(options, key=lambda top: len(options[top])):
        back = options[top]
        if len(back) == 1:
            yield _one_line_less(s, s.chart.lines[back[0]])
        else:
            label = _("Take {count} lines out of the circle, {seat} on top").format(
                count=len(back), seat=s.names.seat(top)
            )
            yield step(label, without(label, Kind.LINE, back))
        is_alone = {s.chart.lines[line].report for line in back} == {top}
        if tops and is_alone:
            yield report_to(s, top, tops[0])


def line_to_itself(s: Situation) -> Iterator[Remedy]:
    """Delete the line."""
    label = _("Delete the line of {seat} to itself").format(seat=s.names.seat(s.finding.seats[0]))
    yield step(label, without(label, Kind.LINE, s.finding.lines))


def one_manager(s: Situation) -> Iterator[Remedy]:
    """Keep one solid line and make the others dotted; the usual, most senior manager first."""
    seat, *managers = s.finding.seats
    usual = s.org.role(seat).reports_to

    def likeliness(manager: SeatId) -> tuple[bool, bool, int, str]:
        return (not set(s.org.graphs.duties.lineage(s.org.role(manager).id)) & set(usual), *standing(s, manager))

    for kept in sorted(managers, key=likeliness)[:FEW]:
        names = {"seat": s.names.seat(seat), "manager": s.names.seat(kept)}
        label = _("Keep {manager} as manager of {seat}, the others dotted").format_map(names)
        others = tuple(line for line in s.finding.lines if s.chart.lines[line].manager != kept)
        yield step(label, *_dotted(s, others, label))


def dotted_line_less(s: Situation) -> Iterator[Remedy]:
    """Delete the dotted line."""
    label = _("Delete the dotted line")
    yield step(label, without(label, Kind.LINE, s.finding.lines))


def fewer_dotted(s: Situation) -> Iterator[Remedy]:
    """Delete the dotted lines beyond the limit: each that could go, or the choices of several."""
    surplus = len(s.finding.lines) - int(s.limits["dotted_max"])
    lines = sorted(s.finding.lines, key=lambda line: standing(s, s.chart.lines[line].manager), reverse=True)
    for gone in islice(combinations(lines, max(surplus, 1)), FEW):
        names = s.names.seats(s.chart.lines[line].manager for line in gone)
        label = ngettext("Delete the dotted line to {names}", "Delete the dotted lines to {names}", len(gone))
        yield step(label.format(names=names), without(label, Kind.LINE, gone))


def _one_line_less(s: Situation, line: Line) -> Remedy:
    names = {"report": s.names.seat(line.report), "manager": s.names.seat(line.manager)}
    label = _("{report} no longer reports to {manager}").format_map(names)
    return step(label, without(label, Kind.LINE, (line.id,)))


def _lines_back(s: Situation, top: SeatId) -> tuple[LineId, ...]:
    """The lines that lead back up when one goes down a circle from this seat; without them there is none."""
    members, reports = set(s.finding.seats), s.org.graphs.reports
    back: list[LineId] = []
    open_seats, waiting = {top}, [(top, iter(reports[top]))]
    seen = {top}
    while waiting:
        seat, further = waiting[-1]
        for report in further:
            if report in open_seats:
                back.extend(s.org.graphs.lines_between(seat, report))
            elif report in members and report not in seen:
                seen.add(report)
                open_seats.add(report)
                waiting.append((report, iter(reports[report])))
                break
        else:
            waiting.pop()
            open_seats.discard(seat)
    return tuple(back)


def _dotted(s: Situation, lines: tuple[LineId, ...], label: str) -> Iterator[ChartEdit]:
    """Make solid lines dotted; those go that would say nothing new, or lead to the seat itself."""
    told = {(line.report, line.manager) for line in s.chart.lines.values() if line.kind is LineKind.DOTTED}
    turned: list[Line] = []
    gone: list[LineId] = []
    for line in (s.chart.lines[id] for id in lines):
        ends = (line.report, line.manager)
        if ends in told or line.report == line.manager:
            gone.append(line.id)
        else:
            told.add(ends)
            turned.append(replace(line, kind=LineKind.DOTTED, is_assistant=False))
    yield Revise(tuple(turned), label)
    if gone:
        yield without(label, Kind.LINE, gone)
