"""Where a card goes that a key adds, and what it probably is."""

from dataclasses import replace

import pytest

from salesorg_gui.canvas.keys.drafts import Drafts
from salesorg_gui.canvas.keys.frame_drafts import NewPod, NewSegment, OldFrame, TypedSource
from salesorg_gui.canvas.keys.likely import likely_roles
from salesorg_gui.canvas.keys.seat_draft import NewSeat, OldSeat, Words
from salesorg_gui.canvas.keys.spots import above_spot, first_spot, free_place, member_spot, peer_spot, report_spot
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.building import Spot
from salesorg_gui.domain.ids import Key, Kind, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Lane, Place, Pod, Seat, Segment
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Point
from salesorg_gui.layout.layout import Layout
from salesorg_gui.layout.tree import arrange_tree
from tests import builders as b

CATALOGUE = load("en")
WORDS = Words(CATALOGUE)
CHART = b.pod_chart()
LED = replace(CHART, pods={**CHART.pods, b.NORTH: replace(CHART.pods[b.NORTH], lead=b.HEAD)})


def drafts(chart: Chart = CHART, layout: Layout | None = None) -> Drafts:
    return Drafts(chart, layout or arrange_board(chart), WORDS)


def seat(name: str) -> Key:
    return Key(Kind.SEAT, name)


def free(name: str, x: float = 0, y: float = 0) -> Seat:
    return Seat(SeatId(name), RoleId("head_of_sales"), place=Place(x, y))


def test_the_first_seat_needs_no_place_and_a_further_one_stands_below_all() -> None:
    assert first_spot(arrange_board(Chart()), Chart()) == Spot()
    assert first_spot(arrange_tree(CHART), CHART) == Spot()
    layout = arrange_board(CHART)
    place = first_spot(layout, CHART).place
    assert place is not None
    assert place.y > layout.bounds.bottom


def test_a_report_of_who_leads_a_pod_goes_into_it() -> None:
    assert report_spot(LED, arrange_board(LED), b.HEAD).pod == b.NORTH


def test_of_several_pods_led_it_is_the_one_the_last_report_stands_in() -> None:
    pods = {name: replace(pod, lead=b.HEAD) for name, pod in CHART.pods.items()}
    both = replace(CHART, pods=pods)
    assert report_spot(both, arrange_board(both), b.HEAD).pod == b.SOUTH
    alone = both.without([seat(name) for name in (b.ADA, b.BO, b.CY, b.DI)])
    assert report_spot(alone, arrange_board(alone), b.HEAD).pod in {b.NORTH, b.SOUTH}
    inside = alone.with_records([replace(alone.seats[b.HEAD], pod=b.NORTH)])
    assert report_spot(inside, arrange_board(inside), b.HEAD).pod == b.NORTH


def test_a_report_goes_where_the_last_report_stands_or_else_the_manager() -> None:
    assert report_spot(CHART, arrange_board(CHART), b.HEAD).pod == b.SOUTH
    assert report_spot(CHART, arrange_board(CHART), b.ADA).pod == b.NORTH


def test_who_leads_leaders_gets_another_leader_outside_of_every_pod() -> None:
    pods = {b.NORTH: replace(CHART.pods[b.NORTH], lead=b.BO), b.SOUTH: replace(CHART.pods[b.SOUTH], lead=b.DI)}
    chart = replace(CHART, pods=pods)
    spot = report_spot(chart, arrange_board(chart), b.HEAD)
    assert (spot.manager, spot.pod, spot.place) == (b.HEAD, None, None)


def test_a_report_of_who_stands_free_stands_below_it() -> None:
    chart = Chart().with_records([free("boss", 400, 80)])
    spot = report_spot(chart, arrange_board(chart), SeatId("boss"))
    assert spot.place == Place(400, 200)
    assert report_spot(chart, arrange_tree(chart), SeatId("boss")).place is None


def test_a_peer_stands_right_behind_in_row_and_pod() -> None:
    layout = arrange_board(CHART)
    assert peer_spot(CHART, layout, b.ADA) == Spot(b.HEAD, b.BO, b.NORTH, b.BO)
    assert peer_spot(CHART, layout, b.DI) == Spot(b.HEAD, None, b.SOUTH, None)


def test_beside_the_lead_of_a_pod_stands_another_leader() -> None:
    chart = replace(CHART, pods={**CHART.pods, b.SOUTH: replace(CHART.pods[b.SOUTH], lead=b.DI)})
    assert peer_spot(chart, arrange_board(chart), b.DI).pod is None
    inside = chart.with_records([replace(chart.seats[b.HEAD], pod=b.NORTH)])
    assert peer_spot(inside, arrange_board(inside), b.DI).pod == b.NORTH


def test_a_peer_of_who_reports_to_nobody_stands_beside_it() -> None:
    layout = arrange_board(CHART)
    place = peer_spot(CHART, layout, b.HEAD).place
    assert place is not None
    assert place.y == layout.cards[seat(b.HEAD)].y
    assert peer_spot(CHART, arrange_tree(CHART), b.HEAD) == Spot()


def test_a_peer_of_a_leaf_that_stands_free_stands_free_too() -> None:
    chart = Chart().with_records([free("boss"), free("a", 0, 200), b.line("a", "boss")])
    assert peer_spot(chart, arrange_board(chart), SeatId("a")) == Spot(SeatId("boss"), place=Place(216, 200))


def test_on_the_bench_peers_stand_in_line() -> None:
    chart = Chart().with_records([Seat(SeatId(name), RoleId("sdr"), order=n) for n, name in enumerate("abc")])
    layout = arrange_board(chart)
    assert peer_spot(chart, layout, SeatId("a")) == Spot(before_member=SeatId("b"))
    assert peer_spot(chart, layout, SeatId("c")) == Spot()


def test_a_manager_above_shares_the_pod_only_with_the_next_manager() -> None:
    layout = arrange_board(CHART)
    assert above_spot(CHART, layout, (b.BO, b.CY)) == Spot(b.HEAD, b.BO, above=(b.BO, b.CY))
    inside = CHART.with_records([replace(CHART.seats[b.HEAD], pod=b.NORTH)])
    assert above_spot(inside, layout, (b.BO,)) == Spot(b.HEAD, b.BO, b.NORTH, b.BO, above=(b.BO,))
    assert above_spot(CHART, layout, (b.HEAD,)) == Spot(above=(b.HEAD,))


def test_a_manager_above_who_stands_free_stands_free_over_it() -> None:
    chart = Chart().with_records([free("boss", 0, 240)])
    assert above_spot(chart, arrange_board(chart), (SeatId("boss"),)).place == Place(0, 120)


def test_a_member_reports_to_whom_the_others_report() -> None:
    assert member_spot(CHART, b.NORTH) == Spot(b.BO, pod=b.NORTH)
    assert member_spot(CHART, b.SOUTH) == Spot(b.HEAD, pod=b.SOUTH)


def test_a_free_place_keeps_clear_of_cards_and_frames() -> None:
    chart = Chart().with_records([free("a"), free("b", 216, 0)])
    layout = arrange_board(chart)
    assert free_place(layout, Point(3, 3)) == Place(432, 0)
    crowd = Chart().with_records([free(f"s{n:03}", n * 208) for n in range(60)])
    assert free_place(arrange_board(crowd), Point(0, 0)).x > 0


@pytest.mark.parametrize(
    ("spot", "peer", "first"),
    [
        (Spot(), None, "head_of_sales"),
        (Spot(b.HEAD), b.ADA, "inbound_sdr"),
        (Spot(b.HEAD, pod=b.NORTH), None, "customer_success_manager"),
        (Spot(b.ADA), None, None),
        (Spot(pod=b.NORTH), None, "customer_success_manager"),
        (Spot(b.HEAD, above=(b.BO,)), None, "assistant_sales_manager"),
        (Spot(above=(b.BO,)), None, "head_of_sales"),
    ],
)
def test_the_likeliest_role_is_what_neighbours_are_and_what_reports_there(
    spot: Spot, peer: SeatId | None, first: str | None
) -> None:
    found = likely_roles(CHART, CATALOGUE, spot, peer)
    assert (found[0] if found else None) == first


def test_under_a_leader_without_reports_stands_what_the_catalogue_lets_report_there() -> None:
    chart = Chart().with_records([Seat(SeatId("lead"), RoleId("pod_lead"))])
    found = likely_roles(chart, CATALOGUE, Spot(SeatId("lead")))
    assert all(RoleId("pod_lead") in CATALOGUE.roles[role].reports_to for role in found)


def test_tab_adds_what_belongs_under_the_focus() -> None:
    made = drafts().report_of(seat(b.ADA))
    assert isinstance(made, NewSeat)
    assert made.spot == Spot(b.ADA, pod=b.NORTH)
    member = drafts().report_of(Key(Kind.POD, b.NORTH))
    assert isinstance(member, NewSeat)
    assert member.spot.pod == b.NORTH
    pod = drafts().report_of(Key(Kind.SEGMENT, b.BANKS))
    assert isinstance(pod, NewPod)
    assert pod.pod.segments == (b.BANKS,)
    first = drafts(Chart()).report_of(None)
    assert isinstance(first, NewSeat)
    assert first.spot == Spot()


@pytest.mark.parametrize("catalogue", [CATALOGUE, replace(CATALOGUE, objects={})])
def test_tab_on_a_source_adds_who_receives_from_it(catalogue: object) -> None:
    words = replace(WORDS, catalogue=catalogue)  # type: ignore[arg-type]
    for layout in (arrange_board(CHART), arrange_tree(CHART)):
        draft = Drafts(CHART, layout, words).report_of(Key(Kind.SOURCE, b.WEB))
        edit = draft.edit("sdr", None)
        assert edit is not None
        (handoff,) = edit.apply(CHART).handoffs_to[SeatId(draft.key.id)]
        assert handoff.source == b.WEB


def test_enter_adds_another_one_of_the_same_kind() -> None:
    assert isinstance(drafts().peer_of(seat(b.ADA)), NewSeat)
    pod = drafts().peer_of(Key(Kind.POD, b.NORTH))
    assert isinstance(pod, NewPod)
    assert (pod.pod.segments, pod.before) == ((b.NORDICS,), None)
    loose = CHART.with_records([Pod(PodId("a")), Pod(PodId("z"), order=9)])
    free_pod = drafts(loose).peer_of(Key(Kind.POD, "a"))
    assert isinstance(free_pod, NewPod)
    assert (free_pod.pod.segments, free_pod.before) == ((), PodId("z"))
    segment = drafts().peer_of(Key(Kind.SEGMENT, b.NORDICS))
    assert isinstance(segment, NewSegment)
    assert (segment.segment.parent, segment.segment.axis) == (b.EUROPE, "geography")
    source = drafts().peer_of(Key(Kind.SOURCE, b.LIST))
    assert isinstance(source, TypedSource)
    assert source.source.lane is Lane.OUTBOUND
    assert isinstance(drafts().peer_of(None), NewSeat)


def test_beside_a_segment_that_stands_free_another_one_stands_free() -> None:
    chart = Chart().with_records([Segment(SegmentId("s"), place=Place(0, 0))])
    draft = drafts(chart).peer_of(Key(Kind.SEGMENT, "s"))
    assert isinstance(draft, NewSegment)
    assert draft.segment.place is not None


def test_a_manager_above_takes_the_selected_ones_of_the_same_row() -> None:
    draft = drafts().above(seat(b.BO), [seat(b.BO), seat(b.CY), seat(b.HEAD)])
    assert isinstance(draft, NewSeat)
    assert (draft.spot.above, len(draft.lines)) == ((b.BO, b.CY), 3)
    alone = drafts().above(seat(b.HEAD), [])
    assert isinstance(alone, NewSeat)
    assert alone.spot.above == (b.HEAD,)
    assert drafts().above(Key(Kind.POD, b.NORTH), []) is None
    assert drafts().above(None, []) is None


def test_what_has_a_name_can_be_typed_on() -> None:
    assert isinstance(drafts().on(seat(b.ADA)), OldSeat)
    assert isinstance(drafts().on(Key(Kind.POD, b.NORTH)), OldFrame)
    assert isinstance(drafts().on(Key(Kind.SEGMENT, b.BANKS)), OldFrame)
    assert isinstance(drafts().on(Key(Kind.SOURCE, b.WEB)), TypedSource)
    assert drafts().on(Key(Kind.LINE, "ada-head")) is None
    assert drafts().on(None) is None


def around(chart: Chart, *names: str) -> NewPod:
    draft = drafts(chart).around([seat(name) for name in names])
    assert isinstance(draft, NewPod)
    return draft


def test_a_pod_closes_around_what_is_selected_leaders_first() -> None:
    assert drafts().around([Key(Kind.POD, b.NORTH)]) is None
    pod = around(CHART, b.CY, b.HEAD, b.ADA)
    assert (pod.seats[0], set(pod.seats), pod.pod.lead) == (b.HEAD, {b.HEAD, b.ADA, b.CY}, b.HEAD)
    assert around(CHART, b.CY, b.ADA).pod.lead is None
    assert around(CHART, b.CY).pod.lead is None


def test_around_a_leader_alone_it_takes_the_team_that_has_no_pod() -> None:
    loose = CHART.without([Key(Kind.POD, b.NORTH)])
    loose = loose.with_records([replace(seat, pod=None) for seat in loose.seats.values() if seat.pod == b.NORTH])
    pod = around(loose, b.HEAD)
    assert pod.seats == (b.HEAD, b.ADA, b.BO, b.CY)
    assert pod.pod.lead == b.HEAD
    assert around(CHART, b.ADA).seats == (b.ADA,)
    single = Chart().with_records([Seat(SeatId("lead"), RoleId("pod_lead"))])
    assert around(single, "lead").pod.lead == "lead"


def test_it_stands_in_the_segment_its_seats_or_their_colleagues_lead_in() -> None:
    assert around(CHART, b.ADA).pod.segments == (b.NORDICS,)
    assert around(CHART, b.ADA, b.DI).pod.segments == ()
    pods = {b.SOUTH: replace(CHART.pods[b.SOUTH], lead=b.DI), b.NORTH: replace(CHART.pods[b.NORTH], lead=None)}
    chart = replace(CHART, pods=pods).with_records([Seat(SeatId("x"), RoleId("pod_lead")), b.line("x", b.HEAD, 9)])
    assert around(chart, "x").pod.segments == (b.EUROPE,)


def test_a_source_feeds_the_seat_in_focus() -> None:
    fed = drafts().feeding(seat(b.ADA))
    assert isinstance(fed, TypedSource)
    assert (fed.feeds is not None, fed.source.place) == (True, None)
    alone = drafts().feeding(None)
    assert isinstance(alone, TypedSource)
    assert alone.feeds is None
    chart = Chart().with_records([free("a", 400, 80)])
    placed = drafts(chart).feeding(seat("a"))
    assert isinstance(placed, TypedSource)
    assert placed.source.place is not None
    assert placed.source.place.y == 80
    tree = drafts(chart, arrange_tree(chart)).feeding(seat("a"))
    assert isinstance(tree, TypedSource)
    assert tree.source.place is None
