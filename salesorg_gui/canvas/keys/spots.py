"""Where a card that is added by a key goes: under which manager, into which pod, next to whom."""

from dataclasses import replace

from salesorg_gui.canvas.landings.additions import usual_manager
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId
from salesorg_gui.domain.records import Place
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, LEVEL_GAP, SIBLING_GAP

GRID = 8.0


def first_spot(layout: Layout, chart: Chart) -> Spot:
    """A seat that reports to nobody: the first of a chart, or one beside everything on the board."""
    if not chart.seats or layout.view is not ViewKind.BOARD:
        return Spot()
    return Spot(place=free_place(layout, Point(layout.bounds.x, layout.bounds.bottom + LEVEL_GAP)))


def report_spot(chart: Chart, layout: Layout, manager: SeatId) -> Spot:
    """The last report of a seat, in the pod its team is in."""
    pod = pod_of_reports(chart, manager)
    spot = Spot(manager, pod=pod)
    if pod is not None or layout.view is not ViewKind.BOARD:
        return spot
    rect = layout.cards.get(Key(Kind.SEAT, manager))
    if chart.seats[manager].place is None or rect is None or manager in layout.crowns:
        return spot
    return replace(spot, place=free_place(layout, Point(rect.x, rect.bottom + LEVEL_GAP)))


def pod_of_reports(chart: Chart, manager: SeatId) -> PodId | None:
    """The pod a further report belongs to: the one the seat leads, its last report's, or the seat's own.

    Reports that lead pods of their own say nothing: who leads leaders gets another leader, outside of every pod.
    """
    own = chart.seats[manager].pod
    own = own if own in chart.pods else None
    led = [pod.id for pod in chart.pods.values() if pod.lead == manager]
    teams = [_team(chart, report) for report in chart.reports_of(manager)]
    if led:
        used = [team for team in teams if team in led]
        return used[-1] if used else own if own in led else led[-1]
    if teams and teams[-1] is not None:
        return teams[-1]
    return own


def _team(chart: Chart, seat: SeatId) -> PodId | None:
    """The pod a seat is a plain member of."""
    pod = chart.seats[seat].pod
    return pod if pod in chart.pods and pod is not None and chart.pods[pod].lead != seat else None


def peer_spot(chart: Chart, layout: Layout, seat: SeatId) -> Spot:
    """Right behind a seat: same manager, same pod. Beside the lead of a pod stands another leader, not a member."""
    manager = chart.manager_of(seat)
    row = chart.reports_of(manager) if manager is not None else ()
    spot = Spot(manager, _next(row, seat))
    pod = _team(chart, seat)
    if pod is not None:
        members = tuple(member.id for member in chart.members[pod])
        return replace(spot, pod=pod, before_member=_next(members, seat))
    if manager is not None and chart.seats[manager].pod in chart.pods:
        return replace(spot, pod=chart.seats[manager].pod)
    return _beside(chart, layout, seat, spot)


def _beside(chart: Chart, layout: Layout, seat: SeatId, spot: Spot) -> Spot:
    """Outside of pods: next in line where the board sorts by itself, else on the next free place."""
    rect = layout.cards.get(Key(Kind.SEAT, seat))
    is_loose_root = spot.manager is None and seat not in layout.benched and len(chart.seats) > 1
    is_placed = chart.seats[seat].place is not None or chart.seats[seat].pod in chart.pods
    if layout.view is ViewKind.BOARD and rect is not None and (is_loose_root or (is_placed and spot.manager is None)):
        return replace(spot, place=free_place(layout, Point(rect.right + SIBLING_GAP, rect.y)))
    if layout.view is ViewKind.BOARD and rect is not None and chart.seats[seat].place is not None:
        return replace(spot, place=free_place(layout, Point(rect.right + SIBLING_GAP, rect.y)))
    row = tuple(member.id for member in chart.members.get(None, ()))
    return replace(spot, before_member=_next(row, seat)) if seat in row else spot


def above_spot(chart: Chart, layout: Layout, seats: tuple[SeatId, ...]) -> Spot:
    """Between seats and the manager they share; in their pod when that manager stands there too."""
    first = seats[0]
    manager = chart.manager_of(first)
    above = tuple(seat for seat in seats if chart.manager_of(seat) == manager)
    spot = Spot(manager, first if manager is not None else None, above=above)
    pod = chart.seats[first].pod
    if manager is not None and pod in chart.pods and chart.seats[manager].pod == pod:
        return replace(spot, pod=pod, before_member=first)
    rect = layout.cards.get(Key(Kind.SEAT, first))
    if layout.view is ViewKind.BOARD and chart.seats[first].place is not None and rect is not None:
        return replace(spot, place=free_place(layout, Point(rect.x, rect.y - CARD_HEIGHT - LEVEL_GAP)))
    return spot


def member_spot(chart: Chart, pod: PodId) -> Spot:
    """The last member of a pod, under whom the others report to."""
    return Spot(usual_manager(chart, pod), pod=pod)


def free_place(layout: Layout, wished: Point) -> Place:
    """The first place at or right of a spot where no card and no frame stands."""
    x, y = round(wished.x / GRID) * GRID, round(wished.y / GRID) * GRID
    taken = [*layout.cards.values(), *layout.frames.values(), *([layout.bench] if layout.bench else [])]
    while True:
        wanted = Rect(x, y, CARD_WIDTH, CARD_HEIGHT).grown(GRID / 2)
        hit = [rect.right for rect in taken if _overlap(rect, wanted)]
        if not hit:
            return Place(x, y)
        x = -(-(max(hit) + SIBLING_GAP) // GRID) * GRID


def _overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def _next(row: tuple[SeatId, ...], seat: SeatId) -> SeatId | None:
    at = row.index(seat) + 1 if seat in row else len(row)
    return row[at] if at < len(row) else None
