"""The Handoffs view: columns along the journey, a lane for each pod, handoffs round all cards, each with its name."""

from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HandoffId, Key, Kind, ObjectId, PodId, RoleId, SeatId, SegmentId, SourceId, StageId
from salesorg_gui.domain.records import Handoff, Lane, Record, Seat, Segment, Source
from salesorg_gui.drawing.pills import pill_width
from salesorg_gui.layout.arranged import arranged
from salesorg_gui.layout.flow import arrange_flow
from salesorg_gui.layout.flow_parts import Flow, Lanes
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import Layout, ViewKind
from tests.layout.charts import overlaps, random_chart, seat_key
from tests.layout.companies import chart_of, pod, rect, seats

CATALOGUE = load()
SEEDS = st.integers(0, 10_000)
SIZES = st.sampled_from([3, 12, 60])
TEAM = ("inbound_sdr", "outbound_sdr", "account_executive", "customer_success_manager")


def flow_of(chart: Chart, lanes: Lanes = Lanes.PODS) -> Layout:
    return arrange_flow(chart, CATALOGUE, lanes, wide)


def wide(record: Handoff) -> float:
    return pill_width(record, CATALOGUE)


def parts(layout: Layout) -> Flow:
    assert layout.flow is not None
    return layout.flow


def seat(name: str, role: str, pod: str | None = None, order: float = 0.0, **more: object) -> Seat:
    found = Seat(SeatId(name), RoleId(role), pod=PodId(pod) if pod else None, order=order)
    return replace(found, **more)  # type: ignore[arg-type]


def handoff(giver: str, taker: str, what: str = "qualified_lead", **more: object) -> Handoff:
    found = Handoff(HandoffId(f"{giver}-{taker}-{what}"), SeatId(giver), SeatId(taker), ObjectId(what))
    return replace(found, **more)  # type: ignore[arg-type]


def team(name: str, roles: tuple[str, ...] = TEAM, segment: str | None = None, order: float = 0.0) -> list[Record]:
    """A pod of these roles, each handing over to all that come after."""
    members = [seat(f"{name}{n}", role, name, n) for n, role in enumerate(roles)]
    passed = [("0", "2"), ("1", "2"), ("2", "3")]
    names = {one.id for one in members}
    handed = [handoff(f"{name}{a}", f"{name}{b}") for a, b in passed if {f"{name}{a}", f"{name}{b}"} <= names]
    return [pod(name, segment, order), *members, *handed]


def crossed(layout: Layout) -> list[tuple[str, object]]:
    """Routes that run through a card or gap."""
    blocks: list[tuple[object, Rect]] = [*layout.cards.items(), *((gap.stages, gap.rect) for gap in parts(layout).gaps)]
    return [
        (name, key)
        for name, route in layout.routes.items()
        for one, other in pairwise(route)
        for key, block in blocks
        if cuts(one, other, block)
    ]


def cuts(one: Point, other: Point, block: Rect) -> bool:
    return (
        min(one.x, other.x) < block.right - 0.01
        and max(one.x, other.x) > block.x + 0.01
        and min(one.y, other.y) < block.bottom - 0.01
        and max(one.y, other.y) > block.y + 0.01
    )


def is_upright(route: tuple[Point, ...]) -> bool:
    return all(abs(one.x - other.x) < 0.01 or abs(one.y - other.y) < 0.01 for one, other in pairwise(route))


def ends_on(layout: Layout, record: Handoff) -> bool:
    """Whether a route begins and ends on a left or right edge of its cards."""
    route = layout.routes[record.id]
    giver = layout.cards.get(seat_key(record.source)) or layout.cards[Key(Kind.SOURCE, record.source)]
    return on_edge(route[0], giver) and on_edge(route[-1], layout.cards[seat_key(record.target)])


def on_edge(spot: Point, card: Rect) -> bool:
    return min(abs(spot.x - card.x), abs(spot.x - card.right)) < 0.01 and card.y <= spot.y <= card.bottom


@settings(deadline=None, max_examples=60)
@given(SEEDS, SIZES, st.sampled_from(Lanes))
def test_every_seat_and_source_stands_somewhere_and_none_on_another(seed: int, size: int, lanes: Lanes) -> None:
    chart = random_chart(seed, size)
    layout = flow_of(chart, lanes)
    assert set(layout.cards) == {Key(kind, name) for kind in (Kind.SEAT, Kind.SOURCE) for name in chart.records(kind)}
    assert list(overlaps(dict(layout.cards))) == []
    gaps = [gap.rect for gap in parts(layout).gaps] if layout.flow else []
    assert not any(gap.meets(card) for gap in gaps for card in layout.cards.values())


@settings(deadline=None, max_examples=60)
@given(SEEDS, SIZES)
def test_no_handoff_runs_through_a_card(seed: int, size: int) -> None:
    chart = spread_out(seed, size)
    layout = flow_of(chart)
    shown = [one for one in chart.handoffs.values() if one.source != one.target]
    assert set(layout.routes) == {one.id for one in shown}
    assert all(is_upright(route) for route in layout.routes.values())
    assert all(ends_on(layout, one) for one in shown)
    assert layout.flow is None or crossed(layout) == []


def spread_out(seed: int, size: int) -> Chart:
    """A random chart whose seats cover all sorts of stages, in one piece or in several."""
    chance = Random(seed)
    chart = random_chart(seed, size)
    stages = list(CATALOGUE.stages)
    return chart.with_records(
        [
            replace(one, stages_added=tuple(chance.sample(stages, chance.randrange(0, 5))))
            for one in chart.seats.values()
            if chance.random() < 0.5
        ]
    )


@pytest.mark.parametrize("template", list(CATALOGUE.templates))
def test_in_every_template_each_handoff_has_a_way_round_all_cards_and_a_name_in_the_clear(template: str) -> None:
    chart = plan_from_template(template, CATALOGUE).first_chart
    layout = flow_of(chart)
    assert set(layout.routes) == set(layout.pills) == set(chart.handoffs)
    assert crossed(layout) == []
    pills = set(layout.pills.values())
    assert not any(one.grown(8.0).meets(card) for one in pills for card in layout.cards.values())
    assert not any(one.grown(3.9).meets(other.grown(3.9)) for one, other in combinations(pills, 2))
    for name, pill in layout.pills.items():
        assert any(abs(one.y - pill.centre.y) < 0.01 for one in layout.routes[name]), name


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.sampled_from(Lanes))
def test_lanes_hold_their_cards_and_stand_below_each_other(seed: int, lanes: Lanes) -> None:
    chart = random_chart(seed, 40)
    layout = flow_of(chart, lanes)
    frames = sorted(layout.frames.values(), key=lambda frame: frame.y)
    assert all(one.bottom < other.y for one, other in pairwise(frames))
    if lanes is Lanes.PODS:
        aside = set(parts(layout).aside) if layout.flow else set()
        for one in chart.seats.values():
            if one.pod in chart.pods and one.id not in aside:
                frame = layout.frames[Key(Kind.POD, str(one.pod))]
                assert frame.united(layout.cards[seat_key(one.id)]) == frame


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_whoever_comes_first_in_a_lane_stands_above_in_each_column(seed: int) -> None:
    chart = spread_out(seed, 40)
    layout = flow_of(chart)
    aside = set(parts(layout).aside) if layout.flow else set()
    for group in chart.members.values():
        cards = [layout.cards[seat_key(one.id)] for one in group if one.id not in aside]
        for one, other in combinations(cards, 2):
            if one.x < other.right and other.x < one.right:
                assert one.bottom < other.y


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_the_order_of_records_means_nothing(seed: int) -> None:
    chart = spread_out(seed, 30)
    records = [record for kind in Kind for record in chart.records(kind).values()]
    one, other = flow_of(chart), flow_of(Chart().with_records(records[::-1]))
    assert (one.cards, one.routes, one.pills, one.frames) == (other.cards, other.routes, other.pills, other.frames)


@pytest.mark.parametrize("lane", [0, 1, 2])
def test_a_new_seat_moves_nothing_in_other_lanes_but_down(lane: int) -> None:
    names = ("north", "south", "west")
    chart = chart_of(*(team(name, order=n) for n, name in enumerate(names)))
    before = flow_of(chart)
    after = flow_of(chart.with_records([seat("new", "inbound_sdr", names[lane], 9)]))
    for other in set(names) - {names[lane]}:
        shifts = {
            (after.cards[key].x - rect.x, after.cards[key].y - rect.y, after.cards[key].width)
            for key, rect in before.cards.items()
            if key.id.startswith(other)
        }
        down = after.frames[Key(Kind.POD, other)].y - before.frames[Key(Kind.POD, other)].y
        assert {(x, y) for x, y, _width in shifts} == {(0.0, down)}
        for name, route in before.routes.items():
            if name.startswith(other):
                assert after.routes[name] == tuple(Point(x, y + down) for x, y in route)


def test_a_seat_stands_in_the_column_of_its_first_stage_and_is_as_wide_as_its_stages() -> None:
    layout = flow_of(chart_of(team("a")))
    demo = next(column for column in parts(layout).columns if "demo_negotiation" in column.stages)
    closing = next(column for column in parts(layout).columns if "closing" in column.stages)
    assert (rect(layout, "a2").x, rect(layout, "a2").right) == (demo.x, closing.right)
    assert rect(layout, "a0").right < demo.x


def test_stages_taken_one_or_the_other_share_a_column() -> None:
    layout = flow_of(chart_of(team("a")))
    first = parts(layout).columns[0]
    assert first.stages == ("outbound_prospecting", "inbound_qualification")
    assert (first.covers, first.seats) == ((1, 1), 2)


def test_a_crowd_with_no_part_stands_wide_rather_than_high() -> None:
    crowd = chart_of(*(seat(f"s{n:03}", "head_of_sales") for n in range(240)))
    flow = parts(flow_of(crowd))
    assert flow.strip is not None
    assert 1.2 < flow.strip.width / flow.strip.height < 2.2


def test_a_leader_without_handoffs_stands_aside() -> None:
    layout = flow_of(chart_of(team("a"), seats("boss", role="head_of_sales")))
    flow = parts(layout)
    assert flow.aside == ("boss",)
    assert flow.strip is not None
    assert flow.strip.united(layout.cards[seat_key("boss")]) == flow.strip


def test_who_helps_without_a_stage_stands_where_the_role_may_help_or_beside_a_partner() -> None:
    expert = seat("expert", "sales_specialist")
    coach = seat("coach", "enablement_specialist")
    layout = flow_of(
        chart_of(team("a"), expert, coach, handoff("a2", "expert"), handoff("coach", "a0", "sales_content"))
    )
    assert rect(layout, "expert").x == rect(layout, "a2").x
    assert rect(layout, "coach").x == rect(layout, "a0").x
    assert parts(layout).aside == ()
    assert parts(layout).loose is not None


def test_a_stage_others_cover_is_a_gap_where_nobody_does() -> None:
    layout = flow_of(chart_of(team("a"), team("b", ("inbound_sdr", "account_executive"))))
    gaps = {(gap.lane, gap.stages) for gap in parts(layout).gaps}
    lane = Key(Kind.POD, "b")
    assert gaps == {(lane, ("outbound_prospecting",)), (lane, ("onboarding", "retention", "growth"))}
    alone = next(gap.rect for gap in parts(layout).gaps if gap.stages[0] == "onboarding")
    assert alone.y == rect(layout, "b0").y
    assert alone.x == rect(layout, "a3").x


def test_what_another_lane_takes_on_is_no_gap() -> None:
    north, south = team("a"), team("b", ("inbound_sdr", "outbound_sdr", "account_executive"))
    layout = flow_of(chart_of(north, south, handoff("b2", "a3", "signed_customer")))
    assert parts(layout).gaps == ()


def test_a_lane_of_one_phase_has_no_gaps() -> None:
    layout = flow_of(chart_of(team("a"), team("b", ("inbound_sdr", "outbound_sdr"))))
    assert parts(layout).gaps == ()


def test_what_every_organisation_needs_is_a_gap_when_nobody_at_all_covers_it() -> None:
    layout = flow_of(chart_of(team("a", ("inbound_sdr", "outbound_sdr", "account_executive"))))
    assert [gap.stages for gap in parts(layout).gaps] == [("onboarding", "retention")]


def test_outbound_work_is_not_missed_where_only_inbound_leads_come() -> None:
    web = Source(SourceId("web"), Lane.INBOUND)
    layout = flow_of(chart_of(team("a", ("inbound_sdr", "account_executive", "account_manager")), web))
    assert [gap.stages for gap in parts(layout).gaps] == [("onboarding",)]


def test_the_same_to_several_receivers_leaves_through_one_pill() -> None:
    crew: list[Record] = [
        pod("a"),
        seat("s", "inbound_sdr", "a"),
        *(seat(f"ae{n}", "account_executive", "a", n) for n in range(3)),
    ]
    handed = [handoff("s", f"ae{n}") for n in range(3)]
    layout = flow_of(chart_of(*crew, *handed))
    assert len(set(layout.pills.values())) == 1
    assert len({route[0] for route in layout.routes.values()}) == 1
    assert len({route[-1] for route in layout.routes.values()}) == 3


def test_different_things_leave_through_pills_of_their_own() -> None:
    crew: list[Record] = [pod("a"), seat("s", "inbound_sdr", "a"), seat("e", "account_executive", "a", 1)]
    layout = flow_of(chart_of(*crew, handoff("s", "e"), handoff("s", "e", "hot_lead")))
    assert len(set(layout.pills.values())) == 2
    assert len({route[0] for route in layout.routes.values()}) == 2


def test_what_comes_back_leaves_the_left_edge_and_arrives_at_the_right_one() -> None:
    crew: list[Record] = [pod("a"), seat("s", "inbound_sdr", "a"), seat("e", "account_executive", "a", 1)]
    layout = flow_of(chart_of(*crew, handoff("e", "s", "rejected_lead", is_return=True)))
    (route,) = layout.routes.values()
    assert (route[0].x, route[-1].x) == (rect(layout, "e").x, rect(layout, "s").right)


def test_lead_sources_stand_left_of_the_lanes_and_feed_through_one_pill_for_each_receiver() -> None:
    fed = [handoff(name, "a0", "raw_lead") for name in ("web", "fair")]
    layout = flow_of(chart_of(team("a"), Source(SourceId("web")), Source(SourceId("fair")), *fed))
    assert all(
        layout.cards[Key(Kind.SOURCE, name)].right < layout.frames[Key(Kind.POD, "a")].x for name in ("web", "fair")
    )
    assert len({layout.pills[one.id] for one in fed}) == 1
    assert parts(layout).columns[0].stages == ()


def test_handoffs_between_lanes_share_their_way() -> None:
    shared = seat("kam", "key_account_manager", shared=True)
    over = [handoff(f"{name}2", "kam", "key_customer") for name in "abc"]
    layout = flow_of(chart_of(*(team(name) for name in "abc"), shared, *over))
    trunks = {max(layout.routes[one.id][1:-1], key=lambda spot: spot.y).x for one in over}
    assert len(trunks) == 1
    assert crossed(layout) == []


def test_lanes_hold_the_pods_of_a_segment_when_asked() -> None:
    chart = chart_of(
        [Segment(SegmentId("se"), order=1), Segment(SegmentId("no"), order=2)],
        Segment(SegmentId("x"), parent=SegmentId("se")),
        [*team("a", segment="se"), *team("b", segment="se", order=1)],
        [*team("c", segment="no"), *team("d", segment="x"), *team("e")],
    )
    layout = flow_of(chart, Lanes.SEGMENTS)
    assert sorted(layout.frames, key=lambda key: layout.frames[key].y) == [
        Key(Kind.SEGMENT, name) for name in ("se", "x", "no")
    ]
    frame = layout.frames[Key(Kind.SEGMENT, "se")]
    assert all(frame.united(rect(layout, f"{name}2")) == frame for name in "ab")
    assert parts(layout).loose is not None


def test_an_empty_chart_has_nothing_to_lay_out() -> None:
    assert flow_of(Chart()) == Layout(ViewKind.HANDOFFS)


def test_a_chart_of_sources_alone_is_shown() -> None:
    layout = flow_of(chart_of(Source(SourceId("web"))))
    assert list(layout.cards) == [Key(Kind.SOURCE, "web")]


def test_a_handoff_to_somebody_who_is_gone_has_no_way() -> None:
    layout = flow_of(chart_of(team("a"), handoff("a0", "gone"), handoff("a0", "a0")))
    assert {"a0-gone-qualified_lead", "a0-a0-qualified_lead"}.isdisjoint(layout.routes)


def test_the_view_is_known_where_layouts_are_chosen() -> None:
    layout = arranged(ViewKind.HANDOFFS, chart_of(team("a")), None, CATALOGUE)
    assert layout.view is ViewKind.HANDOFFS
    assert layout.pills == {}


def test_a_stage_taken_from_a_seat_makes_it_narrower() -> None:
    chart = chart_of(team("a"))
    less = replace(chart.seats[SeatId("a2")], stages_removed=(StageId("closing"),))
    before, after = flow_of(chart), flow_of(chart.with_records([less]))
    assert rect(after, "a2").width < rect(before, "a2").width


@settings(deadline=None, max_examples=40)
@given(SEEDS, SEEDS)
def test_an_earlier_layout_only_saves_time(seed: int, other: int) -> None:
    chart = spread_out(seed, 30)
    edited = chart.with_records([replace(one, order=one.order + 1) for one in list(chart.seats.values())[:1]])
    for before in (flow_of(spread_out(other, 30)), flow_of(chart)):
        assert arrange_flow(edited, CATALOGUE, Lanes.PODS, wide, before) == flow_of(edited)


def test_lanes_that_did_not_change_are_taken_over() -> None:
    chart = chart_of(team("a"), team("b", order=1))
    before = flow_of(chart)
    way = before.routes[HandoffId("a0-a2-qualified_lead")]
    renamed = replace(chart.seats[SeatId("b0")], title="Scout")
    after = arrange_flow(chart.with_records([renamed]), CATALOGUE, Lanes.PODS, wide, before)
    assert after.routes[HandoffId("a0-a2-qualified_lead")] is way
    assert after == before
