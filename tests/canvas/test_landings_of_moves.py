"""What letting go of seats, pods and segments would do, without a screen."""

import pytest

from salesorg_gui.canvas.gestures.move_cards import held_by
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.landings.moves import landing_of, outermost
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.places import LeadPod, MovePods, MoveSeats
from salesorg_gui.domain.ids import Key, Kind, PodId, RoleId, SeatId
from salesorg_gui.domain.records import Place, Pod, Seat
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Point
from tests import builders as b

CATALOGUE = load("en")


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


def pod(name: str) -> Key:
    return Key(Kind.POD, name)


def segment(name: str) -> Key:
    return Key(Kind.SEGMENT, name)


def ground(chart: Chart) -> Ground:
    return Ground(chart, arrange_board(chart, with_bench=True), CATALOGUE)


@pytest.fixture
def board() -> Ground:
    return ground(b.pod_chart())


def middle(board: Ground, key: Key, dx: float = 0.0, dy: float = 0.0) -> Point:
    rect = board.layout.rect(key)
    assert rect is not None
    return Point(rect.centre.x + dx, rect.centre.y + dy)


def moved(board: Ground, keys: set[Key], grabbed: Key, to: Point) -> Landing:
    return landing_of(held_by(board, keys, grabbed, middle(board, grabbed)), board, to)


def members(landing: Landing, board: Ground, name: str) -> list[str]:
    assert landing.edit is not None
    after = landing.edit.apply(board.chart)
    return [member.id for member in after.members.get(PodId(name), ())]


def test_a_seat_lands_between_two_seats_of_a_pod(board: Ground) -> None:
    landing = moved(board, {seat(b.DI)}, seat(b.DI), middle(board, seat(b.ADA), dy=26))
    assert landing.note == "Move to North, after Inbound SDR"
    assert members(landing, board, b.NORTH) == [b.ADA, b.DI, b.BO, b.CY]
    assert landing.target == pod(b.NORTH)


def test_cards_below_the_caret_step_aside(board: Ground) -> None:
    landing = moved(board, {seat(b.DI)}, seat(b.DI), middle(board, seat(b.ADA), dy=26))
    assert landing.parted == {seat(b.BO): Point(0, 16), seat(b.CY): Point(0, 16)}
    assert landing.caret is not None
    start, end = landing.caret
    ada = board.layout.cards[seat(b.ADA)]
    assert start.y == end.y == ada.bottom + 12
    assert (start.x, end.x) == (ada.x, ada.right)


def test_a_seat_lands_first(board: Ground) -> None:
    landing = moved(board, {seat(b.DI)}, seat(b.DI), middle(board, seat(b.ADA), dy=-30))
    assert landing.note == "Move to North, before Inbound SDR"
    assert members(landing, board, b.NORTH) == [b.DI, b.ADA, b.BO, b.CY]


def test_a_seat_lands_last(board: Ground) -> None:
    landing = moved(board, {seat(b.DI)}, seat(b.DI), middle(board, seat(b.CY), dy=30))
    assert members(landing, board, b.NORTH) == [b.ADA, b.BO, b.CY, b.DI]
    assert landing.parted == {}


def test_a_seat_over_its_own_place_stays(board: Ground) -> None:
    landing = moved(board, {seat(b.BO)}, seat(b.BO), middle(board, seat(b.BO), dy=5))
    assert landing.edit is None
    assert landing.note == "Stays where it is"


def test_several_seats_move_together_in_the_order_they_stood(board: Ground) -> None:
    keys = {seat(b.CY), seat(b.ADA)}
    landing = moved(board, keys, seat(b.CY), middle(board, seat(b.DI), dy=30))
    assert landing.note.startswith("Move 2 seats to South, after ")
    assert members(landing, board, b.SOUTH) == [b.DI, b.ADA, b.CY]


def test_a_seat_on_the_lead_row_leads_the_pod(board: Ground) -> None:
    frame = board.layout.frames[pod(b.SOUTH)]
    landing = moved(board, {seat(b.ADA)}, seat(b.ADA), Point(frame.x + 30, frame.y + 36))
    assert landing.edit == LeadPod(b.SOUTH, b.ADA)
    assert landing.note == "Lead South"


def test_two_seats_cannot_both_lead_and_join_instead(board: Ground) -> None:
    frame = board.layout.frames[pod(b.SOUTH)]
    landing = moved(board, {seat(b.ADA), seat(b.BO)}, seat(b.ADA), Point(frame.x + 30, frame.y + 36))
    assert isinstance(landing.edit, MoveSeats)


def test_a_seat_on_free_canvas_stands_on_the_grid(board: Ground) -> None:
    landing = moved(board, {seat(b.ADA)}, seat(b.ADA), Point(-1003, -997))
    assert isinstance(landing.edit, MoveSeats)
    (place,) = landing.edit.places
    assert place.x % 8 == 0
    assert place.y % 8 == 0
    assert landing.slot is not None
    assert abs(landing.slot.centre.x + 1003) <= 4


def test_a_seat_dropped_on_a_leader_reports_to_it(board: Ground) -> None:
    chart = ground(board.chart.with_records([Seat(SeatId("new"), RoleId("account_manager"), place=Place(900, 900))]))
    landing = moved(chart, {seat("new")}, seat("new"), middle(chart, seat(b.HEAD)))
    assert landing.note == "Report to Head"
    assert landing.edit is not None
    assert landing.edit.apply(chart.chart).manager_of(SeatId("new")) == b.HEAD


def test_a_seat_in_a_segment_makes_a_pod(board: Ground) -> None:
    frame = board.layout.frames[segment(b.BANKS)]
    landing = moved(board, {seat(b.ADA)}, seat(b.ADA), Point(frame.right - 4, frame.bottom - 4))
    assert landing.edit is not None
    after = landing.edit.apply(board.chart)
    (made,) = landing.selects
    assert after.pods_in[b.BANKS][0].id == made.id
    assert after.seats[b.ADA].pod == made.id


def test_a_member_on_the_bench_reports_to_nobody(board: Ground) -> None:
    assert board.layout.bench is not None
    landing = moved(board, {seat(b.ADA)}, seat(b.ADA), board.layout.bench.centre)
    assert landing.on_bench
    assert landing.edit is not None
    after = landing.edit.apply(board.chart)
    assert arrange_board(after).benched == (b.ADA,)


def test_a_leader_dropped_on_the_bench_goes_back_to_its_tree(board: Ground) -> None:
    placed = ground(MoveSeats((b.HEAD,), places=(Place(2000, 2000),)).apply(board.chart))
    assert placed.layout.bench is not None
    landing = moved(placed, {seat(b.HEAD)}, seat(b.HEAD), placed.layout.bench.centre)
    assert landing.edit is not None
    assert landing.edit.apply(placed.chart).seats[b.HEAD].place is None


def test_a_pod_lands_in_a_segment(board: Ground) -> None:
    landing = moved(board, {pod(b.NORTH)}, pod(b.NORTH), middle(board, segment(b.BANKS)))
    assert landing.edit is not None
    assert landing.edit.apply(board.chart).frame_of(landing.edit.apply(board.chart).pods[b.NORTH]) == b.BANKS


def test_a_pod_lands_after_its_neighbour(board: Ground) -> None:
    chart = ground(board.chart.with_records([Pod(PodId("east"), "East", place=Place(3000, 0))]))
    frame = chart.layout.frames[pod(b.NORTH)]
    landing = moved(chart, {pod("east")}, pod("east"), Point(frame.right - 3, frame.y + 10))
    assert landing.note == "Move to Nordics, after North"
    assert landing.edit == MovePods((PodId("east"),), b.NORDICS, None)


def test_a_pod_leaves_its_segment(board: Ground) -> None:
    landing = moved(board, {pod(b.NORTH)}, pod(b.NORTH), Point(-2000, -2000))
    assert landing.edit is not None
    after = landing.edit.apply(board.chart).pods[b.NORTH]
    assert after.segments == ()
    assert after.place is not None


def test_a_segment_nests_in_another_but_not_in_itself(board: Ground) -> None:
    into = moved(board, {segment(b.BANKS)}, segment(b.BANKS), middle(board, segment(b.NORDICS), dy=-150))
    assert into.edit is not None
    assert into.edit.apply(board.chart).segments[b.BANKS].parent in {b.NORDICS, b.EUROPE}
    own = moved(board, {segment(b.EUROPE)}, segment(b.EUROPE), middle(board, segment(b.NORDICS)))
    assert own.note == "Place it here"


def test_a_mixed_selection_moves_by_the_same_way(board: Ground) -> None:
    keys = {seat(b.HEAD), Key(Kind.SOURCE, b.WEB), pod(b.NORTH)}
    spot = middle(board, seat(b.HEAD))
    landing = moved(board, keys, seat(b.HEAD), Point(spot.x - 3000, spot.y - 3000))
    assert landing.edit is not None
    after = landing.edit.apply(board.chart)
    head, web = after.seats[b.HEAD].place, after.sources[b.WEB].place
    assert head is not None
    assert web is not None
    before_head, before_web = board.layout.cards[seat(b.HEAD)], board.layout.cards[Key(Kind.SOURCE, b.WEB)]
    assert (head.x - before_head.x, head.y - before_head.y) == (web.x - before_web.x, web.y - before_web.y)
    assert landing.edit.label == "Move"


def test_what_stands_in_a_selected_frame_moves_with_it() -> None:
    chart = b.pod_chart()
    keys = {seat(b.ADA), pod(b.NORTH), segment(b.NORDICS), seat(b.HEAD), Key(Kind.HANDOFF, "ada>bo")}
    assert outermost(chart, keys) == {segment(b.NORDICS), seat(b.HEAD)}
