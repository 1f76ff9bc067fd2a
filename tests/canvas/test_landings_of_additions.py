"""What letting go of something from the palette would do."""

import pytest

from salesorg_gui.canvas.landings.additions import landing_of_offer, offer_of
from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, ObjectId, SeatId, SourceId
from salesorg_gui.domain.records import Pod, Status
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import ViewKind
from tests import builders as b

CATALOGUE = load("en")
FAR = Point(-4001, -4003)


def ground(chart: Chart) -> Ground:
    return Ground(chart, arrange_board(chart, with_bench=True), CATALOGUE)


def tree_of(chart: Chart) -> Ground:
    layout = arranged(ViewKind.REPORTING, chart, None, CATALOGUE, None)
    return Ground(chart, layout, CATALOGUE)


@pytest.fixture
def board() -> Ground:
    return ground(b.pod_chart())


def landing(board: Ground, kind: str, value: str, spot: Point) -> Landing:
    return landing_of_offer(offer_of(kind, value, board.chart, CATALOGUE), board, spot)


def after(landing: Landing, board: Ground) -> Chart:
    assert landing.edit is not None
    return landing.edit.apply(board.chart)


def card(board: Ground, name: str) -> Point:
    return board.layout.cards[Key(Kind.SEAT, name)].centre


def test_a_role_joins_a_pod_as_an_open_seat_that_reports_to_its_lead(board: Ground) -> None:
    ada = board.layout.cards[Key(Kind.SEAT, b.ADA)]
    found = landing(board, "role", "account_manager", Point(ada.x + 20, ada.bottom + 4))
    assert found.note == "Add to North as an open seat, reports to Bo"
    chart = after(found, board)
    (key,) = found.selects
    seat = chart.seats[SeatId(key.id)]
    assert seat.status is Status.OPEN
    assert [member.id for member in chart.members[b.NORTH]] == [b.ADA, seat.id, b.BO, b.CY]
    assert chart.manager_of(seat.id) == b.BO


def test_without_a_lead_the_common_manager_is_meant(board: Ground) -> None:
    di = board.layout.cards[Key(Kind.SEAT, b.DI)]
    found = landing(board, "role", "account_manager", Point(di.x + 20, di.bottom + 4))
    assert after(found, board).manager_of(SeatId(found.selects[0].id)) == b.HEAD


def test_a_role_at_the_end_of_a_pod_shows_its_slot(board: Ground) -> None:
    cy = board.layout.cards[Key(Kind.SEAT, b.CY)]
    found = landing(board, "role", "account_manager", Point(cy.x + 10, cy.bottom + 4))
    assert found.slot is not None
    assert found.slot.y == cy.bottom + 8
    assert found.slot.x == cy.x


def test_a_role_in_an_empty_pod_reports_to_nobody() -> None:
    board = ground(b.chart_of(Pod(b.NORTH, "North")))
    frame = board.layout.frames[Key(Kind.POD, b.NORTH)]
    found = landing(board, "role", "account_executive", Point(frame.centre.x, frame.bottom - 20))
    assert found.note == "Add to North as an open seat"
    assert not after(found, board).lines


def test_a_role_on_the_lead_row_leads_the_pod(board: Ground) -> None:
    frame = board.layout.frames[Key(Kind.POD, b.SOUTH)]
    found = landing(board, "role", "pod_lead", Point(frame.x + 30, frame.y + 36))
    assert after(found, board).pods[b.SOUTH].lead == found.selects[0].id


def test_a_role_on_free_canvas_stands_there(board: Ground) -> None:
    found = landing(board, "role", "vp_sales", FAR)
    seat = after(found, board).seats[SeatId(found.selects[0].id)]
    assert seat.place == (-4024, -4024)


def test_a_role_on_a_leader_reports_to_it(board: Ground) -> None:
    found = landing(board, "role", "sales_operations", card(board, b.HEAD))
    assert found.note == "Add an open seat that reports to Head"
    assert after(found, board).manager_of(SeatId(found.selects[0].id)) == b.HEAD


def test_a_role_on_the_centre_of_a_member_reports_to_it_in_its_pod(board: Ground) -> None:
    found = landing(board, "role", "account_manager", card(board, b.ADA))
    chart, new = after(found, board), SeatId(found.selects[0].id)
    assert found.note == "Add an open seat that reports to Ada, in North"
    assert (found.target, found.caret) == (Key(Kind.SEAT, b.ADA), None)
    assert chart.manager_of(new) == b.ADA
    assert [member.id for member in chart.members[b.NORTH]] == [b.ADA, new, b.BO, b.CY]


def test_the_last_member_gets_its_report_at_the_end_of_the_pod(board: Ground) -> None:
    found = landing(board, "role", "account_manager", card(board, b.CY))
    chart, new = after(found, board), SeatId(found.selects[0].id)
    assert [member.id for member in chart.members[b.NORTH]] == [b.ADA, b.BO, b.CY, new]


def test_a_role_on_the_side_of_a_member_is_its_peer_at_that_place(board: Ground) -> None:
    ada = card(board, b.ADA)
    found = landing(board, "role", "account_manager", Point(ada.x, ada.y + 26))
    chart, new = after(found, board), SeatId(found.selects[0].id)
    assert found.note == "Add to North as an open seat, reports to Head"
    assert found.caret is not None
    assert Key(Kind.SEAT, b.BO) in found.parted
    assert [member.id for member in chart.members[b.NORTH]] == [b.ADA, new, b.BO, b.CY]
    assert list(chart.reports_of(b.HEAD)) == [b.ADA, new, b.BO, b.CY, b.DI]


def test_a_role_on_the_side_of_a_lead_reports_to_the_lead(board: Ground) -> None:
    bo = card(board, b.BO)
    found = landing(board, "role", "account_manager", Point(bo.x, bo.y + 26))
    assert after(found, board).manager_of(SeatId(found.selects[0].id)) == b.BO


@pytest.mark.parametrize(
    ("dx", "reports", "members", "words"),
    [
        (-90, [b.ADA, b.BO, "new", b.CY, b.DI], [b.ADA, b.BO, "new", b.CY], ", in North, before Cy"),
        (90, [b.ADA, b.BO, b.CY, "new", b.DI], [b.ADA, b.BO, b.CY, "new"], ", in North, after Cy"),
    ],
)
def test_in_the_tree_a_role_on_a_side_stands_there_among_the_reports_and_in_the_pod(
    dx: float, reports: list[str], members: list[str], words: str
) -> None:
    tree = tree_of(b.pod_chart())
    cy = card(tree, b.CY)
    found = landing(tree, "role", "account_manager", Point(cy.x + dx, cy.y + dx / 3))
    chart, new = after(found, tree), found.selects[0].id
    assert found.note == f"Add an open seat that reports to Head{words}"
    assert found.caret is not None
    assert Key(Kind.SEAT, b.CY) in found.parted
    assert ["new" if name == new else name for name in chart.reports_of(b.HEAD)] == reports
    assert ["new" if member.id == new else member.id for member in chart.members[b.NORTH]] == members


def test_in_the_tree_a_role_beside_the_lead_of_a_pod_joins_no_pod() -> None:
    tree = tree_of(b.pod_chart())
    bo = card(tree, b.BO)
    found = landing(tree, "role", "account_manager", Point(bo.x + 90, bo.y + 30))
    chart, new = after(found, tree), SeatId(found.selects[0].id)
    assert chart.seats[new].pod is None
    assert list(chart.reports_of(b.HEAD)) == [b.ADA, b.BO, new, b.CY, b.DI]


def test_in_the_tree_a_role_on_the_side_of_the_top_reports_to_it() -> None:
    tree = tree_of(b.pod_chart())
    head = card(tree, b.HEAD)
    found = landing(tree, "role", "account_manager", Point(head.x + 90, head.y))
    assert after(found, tree).manager_of(SeatId(found.selects[0].id)) == b.HEAD


def test_a_role_on_the_bench_stays_there(board: Ground) -> None:
    assert board.layout.bench is not None
    found = landing(board, "role", "sales_operations", board.layout.bench.centre)
    assert found.on_bench
    assert arrange_board(after(found, board)).benched == (found.selects[0].id,)


def test_a_role_in_a_segment_gets_a_pod(board: Ground) -> None:
    frame = board.layout.frames[Key(Kind.SEGMENT, b.BANKS)]
    found = landing(board, "role", "account_executive", frame.centre)
    chart = after(found, board)
    pod = chart.seats[SeatId(found.selects[0].id)].pod
    assert [pod_.id for pod_ in chart.pods_in[b.BANKS]] == [pod]


def test_a_source_on_a_seat_feeds_it_with_the_usual_lead(board: Ground) -> None:
    found = landing(board, "source", "outbound:list", card(board, b.DI))
    chart = after(found, board)
    (handoff,) = chart.handoffs_from[SourceId(found.selects[0].id)]
    assert (handoff.target, handoff.object) == (b.DI, "target_prospect")
    assert handoff.limit_hours == CATALOGUE.objects[ObjectId("target_prospect")].limit_hours


def test_a_source_stands_on_free_canvas(board: Ground) -> None:
    found = landing(board, "source", "inbound:website", FAR)
    source = after(found, board).sources[SourceId(found.selects[0].id)]
    assert source.channel == "website"
    assert source.place is not None


def test_a_pod_and_a_segment_stand_free_or_nested(board: Ground) -> None:
    free = after(landing(board, "frame", "pod", FAR), board)
    assert len(free.pods) == 3
    banks = board.layout.frames[Key(Kind.SEGMENT, b.BANKS)].centre
    nested = landing(board, "frame", "pod", banks)
    assert after(nested, board).pods_in[b.BANKS][0].id == nested.selects[0].id
    inner = landing(board, "frame", "segment", banks)
    assert after(inner, board).segments_in[b.BANKS][0].id == inner.selects[0].id
    assert len(after(landing(board, "frame", "segment", FAR), board).segments) == 4


@pytest.mark.parametrize("template", list(CATALOGUE.templates))
def test_a_template_comes_whole(board: Ground, template: str) -> None:
    found = landing(board, "template", template, FAR)
    chart = after(found, board)
    planted = CATALOGUE.templates[template]
    assert len(chart.seats) == len(board.chart.seats) + len(planted.seats)
    assert len(chart.handoffs) == len(board.chart.handoffs) + len(planted.handoffs)
    assert all(chart.record(key) is not None for key in found.selects)


def test_what_nobody_knows_does_nothing(board: Ground) -> None:
    assert landing(board, "template", "nothing", FAR).edit is None
    assert landing(board, "nothing", "nothing", FAR).edit is None


def test_just_below_its_last_card_a_pod_still_takes_a_role(board: Ground) -> None:
    frame = board.layout.frames[Key(Kind.POD, b.NORTH)]
    found = landing(board, "role", "account_manager", Point(frame.centre.x, frame.bottom + 20))
    chart = after(found, board)
    assert chart.seats[SeatId(found.selects[0].id)].pod == b.NORTH
    assert board.pod_at(Point(frame.centre.x, frame.bottom + 60)) is None
