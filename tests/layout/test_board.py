"""The board: nothing overlaps unless a hand put it so, everything is there, and what is not touched stays."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Line, Place, Pod, Record, Seat, Segment, Source
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook, Layout
from tests.layout.charts import by_hand, outermost, overlaps, random_chart, seat_key

SEEDS = st.integers(0, 10_000)


def seats(*names: str, role: str = "account_executive", pod: str | None = None) -> list[Record]:
    return [Seat(SeatId(name), RoleId(role), pod=PodId(pod) if pod else None, order=n) for n, name in enumerate(names)]


def line(report: str, manager: str, order: float = 0.0) -> Line:
    return Line(LineId(f"{report}-{manager}"), SeatId(report), SeatId(manager), order=order)


def pod(name: str, segment: str | None = None, order: float = 0.0, lead: str | None = None) -> Pod:
    frame = (SegmentId(segment),) if segment else ()
    return Pod(PodId(name), name, frame, SeatId(lead) if lead else None, order=order)


def chart_of(*records: Record | list[Record]) -> Chart:
    flat = [one for group in records for one in (group if isinstance(group, list) else [group])]
    return Chart().with_records(flat)


def two_regions() -> Chart:
    """The company of the picture: a VP over two heads over a segment each, with staff at the side."""
    return chart_of(
        seats("vp", "jonas", "kari", "ops", "expert"),
        Segment(SegmentId("se"), order=1),
        Segment(SegmentId("no"), order=2),
        pod("stockholm", "se", 1),
        pod("goteborg", "se", 2),
        pod("oslo", "no"),
        seats("a", "b", "c", "d", pod="stockholm"),
        seats("e", "f", "g", "h", pod="goteborg"),
        seats("i", "j", "k", "l", pod="oslo"),
        *(line(name, "jonas") for name in "abcdefgh"),
        *(line(name, "kari") for name in "ijkl"),
        *(line(name, "vp", n) for n, name in enumerate(("jonas", "kari", "ops", "expert"))),
        seats("freja"),
    )


def rect(layout: Layout, name: str) -> Rect:
    return next(found for kind in Kind if (found := layout.rect(Key(kind, name))))


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([3, 12, 60]))
def test_nothing_automatic_overlaps(seed: int, size: int) -> None:
    chart = random_chart(seed, size)
    layout = arrange_board(chart, with_bench=True)
    assert list(overlaps(outermost(chart, layout))) == []
    assert list(overlaps(dict(layout.cards))) == []


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([5, 30]))
def test_only_what_a_hand_placed_may_overlap(seed: int, size: int) -> None:
    chart = random_chart(seed, size, free=0.4)
    layout = arrange_board(chart)
    placed = by_hand(chart, layout)
    pairs = overlaps(outermost(chart, layout))
    assert [pair for pair in pairs if not set(pair) <= placed] == []


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_every_seat_source_pod_and_segment_stands_somewhere(seed: int) -> None:
    chart = random_chart(seed, 40, free=0.2)
    layout = arrange_board(chart)
    records = {Key(kind, name) for kind in (Kind.SEAT, Kind.SOURCE) for name in chart.records(kind)}
    frames = {Key(kind, name) for kind in (Kind.POD, Kind.SEGMENT) for name in chart.records(kind)}
    assert (set(layout.cards), set(layout.frames)) == (records, frames)


@settings(deadline=None, max_examples=30)
@given(SEEDS)
def test_frames_hold_what_is_in_them(seed: int) -> None:
    chart = random_chart(seed, 40, free=0.2)
    layout = arrange_board(chart)
    for pod_id, members in layout.members.items():
        frame = layout.frames[Key(Kind.POD, pod_id)]
        assert all(frame.united(layout.cards[seat_key(seat)]) == frame for seat in members)
        segment = chart.frame_of(chart.pods[pod_id])
        if segment is not None:
            outer = layout.frames[Key(Kind.SEGMENT, segment)]
            assert outer.united(frame) == outer
    siblings = {Key(Kind.POD, name): layout.frames[Key(Kind.POD, name)] for name in chart.pods}
    inside = {key: found for key, found in siblings.items() if chart.frame_of(chart.pods[PodId(key.id)])}
    assert list(overlaps(inside)) == []


@settings(deadline=None, max_examples=30)
@given(SEEDS, st.integers(0, 1000))
def test_an_earlier_board_changes_nothing_about_the_next(seed: int, other: int) -> None:
    earlier = arrange_board(random_chart(other, 30, free=0.2))
    chart = random_chart(seed, 30, free=0.2)
    assert arrange_board(chart, earlier=earlier) == arrange_board(chart)


def test_the_board_looks_like_its_picture() -> None:
    layout = arrange_board(two_regions())
    sweden, norway = rect(layout, "se"), rect(layout, "no")
    assert (sweden.width, sweden.height) == (512, 436)
    assert norway == Rect(sweden.right + 24, sweden.y, 264, 436)
    jonas, vp = rect(layout, "jonas"), rect(layout, "vp")
    assert jonas.centre.x == sweden.centre.x
    assert jonas.bottom + 48 == sweden.y
    assert vp.bottom + 48 == jonas.y
    assert vp.centre.x == (jonas.centre.x + rect(layout, "kari").centre.x) / 2
    assert rect(layout, "a") == Rect(sweden.x + 32, sweden.y + 92, 200, 72)
    staff = [rect(layout, name) for name in ("ops", "expert")]
    assert [card.y for card in staff] == [jonas.y, jonas.y + 80]
    assert staff[0].x >= norway.right
    assert layout.bench is not None
    assert layout.bench.y == sweden.bottom + 24
    assert layout.benched == ("freja",)


def test_staff_hangs_at_the_side_and_leaders_from_the_bus() -> None:
    hooks = arrange_board(two_regions()).hooks
    assert hooks[SeatId("ops")] == (Hook.SIDE, "vp")
    assert hooks[SeatId("jonas")] == (Hook.BUS, "vp")


def test_moving_a_seat_between_pods_leaves_other_frames_where_they_are() -> None:
    chart = two_regions()
    before = arrange_board(chart)
    moved = replace(chart.seats[SeatId("a")], pod=PodId("oslo"), order=99)
    after = arrange_board(chart.with_records([moved]))
    for name in ("se", "goteborg", "no", "jonas", "kari", "vp", "ops", "e", "i"):
        assert rect(before, name).x == rect(after, name).x
        assert rect(before, name).y == rect(after, name).y


def test_an_edit_of_a_title_moves_nothing() -> None:
    chart = two_regions()
    renamed = chart.with_records([replace(chart.seats[SeatId("a")], title="Something long and new")])
    assert arrange_board(renamed) == arrange_board(chart)


def test_a_place_is_kept_exactly() -> None:
    chart = chart_of(
        replace(pod("free"), place=Place(700.5, -40)),
        Source(SourceId("web"), place=Place(-3, 4)),
        Seat(SeatId("a"), RoleId("x"), place=Place(12, 900)),
        Segment(SegmentId("g"), place=Place(5000, 10)),
    )
    layout = arrange_board(chart)
    assert [(rect(layout, name).x, rect(layout, name).y) for name in ("free", "web", "a", "g")] == [
        (700.5, -40),
        (-3, 4),
        (12, 900),
        (5000, 10),
    ]


def test_a_place_means_nothing_inside_a_pod_or_segment() -> None:
    inside = replace(pod("inner", "g"), place=Place(9000, 9000))
    member = Seat(SeatId("a"), RoleId("x"), pod=PodId("inner"), place=Place(7000, 0))
    layout = arrange_board(chart_of(Segment(SegmentId("g")), inside, member))
    assert rect(layout, "g").united(rect(layout, "a")) == rect(layout, "g")


def test_a_leader_taken_away_by_hand_leaves_everybody_else_in_place() -> None:
    chart = two_regions()
    before = arrange_board(chart)
    for name in ("vp", "jonas"):
        taken = replace(chart.seats[SeatId(name)], place=Place(3000, 3000))
        after = arrange_board(chart.with_records([taken]))
        others = [key for key in before.cards if key.id not in {name, "freja"}]
        assert [after.cards[key] for key in others] == [before.cards[key] for key in others]
        assert rect(after, name) == Rect(3000, 3000, 200, 72)


def test_what_is_dropped_on_the_bench_stands_there_though_its_manager_is_in_a_pod() -> None:
    chart = chart_of(pod("p"), seats("boss", pod="p"), seats("ann"), line("ann", "boss"))
    assert arrange_board(chart).benched == ("ann",)


def test_the_report_of_a_hand_placed_manager_stands_on_the_bench() -> None:
    boss = Seat(SeatId("boss"), RoleId("x"), place=Place(0, 0))
    layout = arrange_board(chart_of(boss, seats("ann"), line("ann", "boss")))
    assert layout.benched == ("ann",)


def test_reports_of_a_manager_moved_out_of_a_tree_stay_in_it() -> None:
    chart = chart_of(seats("top", "mid", "ann", "bob"), line("mid", "top"), line("ann", "mid"), line("bob", "mid", 1))
    before = arrange_board(chart)
    after = arrange_board(chart.with_records([replace(chart.seats[SeatId("mid")], place=Place(900, 900))]))
    assert after.benched == ()
    assert [rect(after, name) for name in ("top", "ann", "bob")] == [
        rect(before, name) for name in ("top", "ann", "bob")
    ]


def test_the_bench_is_there_for_a_hand_even_when_empty() -> None:
    chart = chart_of(pod("p"))
    assert arrange_board(chart).bench is None
    bench = arrange_board(chart, with_bench=True).bench
    assert bench is not None
    assert bench.height == 72
    assert bench.y == rect(arrange_board(chart), "p").bottom + 24


def test_an_empty_board_takes_no_room() -> None:
    assert arrange_board(Chart()).bounds == Rect(0, 0, 0, 0)
    assert arrange_board(Chart(), with_bench=True).bench == Rect(0, 0, 856, 72)


def test_the_bench_stands_below_seats_when_there_is_nothing_else() -> None:
    free = Seat(SeatId("free"), RoleId("x"), place=Place(100, 50))
    layout = arrange_board(chart_of(free, seats("ann")))
    assert layout.bench is not None
    assert layout.bench.y == 50 + 72 + 24


def test_lead_sources_stand_in_columns_left_of_the_frames() -> None:
    sources: list[Record] = [Source(SourceId(f"s{n:02}"), order=n) for n in range(12)]
    layout = arrange_board(chart_of(pod("p"), sources))
    xs = {rect(layout, f"s{n:02}").x for n in range(12)}
    assert xs == {-184.0, -184.0 - 152}
    assert rect(layout, "s00").y == rect(layout, "p").y


def test_lead_sources_begin_where_hand_placed_frames_do() -> None:
    layout = arrange_board(chart_of(replace(pod("p"), place=Place(0, 240)), Source(SourceId("web"))))
    assert rect(layout, "web").y == 240


def test_lead_sources_keep_clear_of_what_a_hand_put_there() -> None:
    layout = arrange_board(chart_of(replace(pod("p"), place=Place(-200, 0)), Source(SourceId("web"))))
    assert rect(layout, "web").right == -200 - 24


def test_frames_without_a_leader_begin_as_high_as_those_with_one() -> None:
    chart = chart_of(
        seats("boss"),
        pod("led", order=1),
        pod("alone", order=2),
        seats("a", pod="led"),
        line("a", "boss"),
    )
    layout = arrange_board(chart)
    assert rect(layout, "alone").y == rect(layout, "led").y == 120
    assert rect(layout, "boss").bottom + 48 == 120


def test_frames_at_different_depths_begin_at_one_height() -> None:
    chart = chart_of(
        seats("top", "mid"),
        line("mid", "top"),
        pod("deep"),
        pod("high"),
        seats("a", pod="deep"),
        seats("b", pod="high"),
        seats("c", pod="high"),
        line("a", "mid"),
        line("b", "top"),
        line("c", "top"),
        pod("other"),
        seats("d", pod="other"),
        line("d", "top"),
    )
    layout = arrange_board(chart)
    assert rect(layout, "deep").y == rect(layout, "high").y == rect(layout, "other").y == 240


def test_pod_leads_outside_of_their_pods_stand_over_them_on_one_segment() -> None:
    chart = chart_of(
        seats("jonas", "erik", "maja"),
        Segment(SegmentId("se")),
        pod("one", "se", 1, "erik"),
        pod("two", "se", 2, "maja"),
        line("erik", "jonas", 1),
        line("maja", "jonas", 2),
    )
    layout = arrange_board(chart)
    for lead, team in (("erik", "one"), ("maja", "two")):
        assert rect(layout, lead).centre.x == rect(layout, team).centre.x
        assert rect(layout, lead).bottom + 48 == rect(layout, "se").y
        assert layout.crowns[SeatId(lead)] == Key(Kind.SEGMENT, "se")
    assert rect(layout, "jonas").centre.x == rect(layout, "se").centre.x


def test_leaders_of_neighbouring_narrow_pods_do_not_crowd() -> None:
    leads = [f"lead{n}" for n in range(4)]
    chart = chart_of(seats(*leads), pod("p"), seats("a", "b", "c", "d", pod="p"), *map(line, "abcd", leads))
    layout = arrange_board(chart)
    assert sorted(layout.crowns) == leads
    assert list(overlaps(dict(layout.cards))) == []


def test_the_staff_of_a_crown_stands_beside_its_frame() -> None:
    chart = chart_of(
        seats("boss", "helper", "x"), pod("p"), seats("a", pod="p"), line("a", "boss"), line("helper", "boss")
    )
    layout = arrange_board(chart)
    assert rect(layout, "helper").x == rect(layout, "p").right + 24
    assert rect(layout, "helper").y == rect(layout, "p").y
    assert layout.hooks[SeatId("helper")] == (Hook.SIDE, "boss")


def test_who_leads_most_of_a_frame_stands_over_it() -> None:
    chart = chart_of(
        seats("busy", "minor", "sub"),
        pod("p"),
        pod("q"),
        seats("a", "b", "c", pod="p"),
        seats("d", "f", pod="q"),
        line("a", "busy"),
        line("b", "busy"),
        line("c", "minor"),
        line("d", "busy"),
        line("f", "busy"),
        line("sub", "minor"),
        pod("r"),
        seats("e", pod="r"),
        line("e", "sub"),
    )
    layout = arrange_board(chart)
    assert rect(layout, "busy").centre.x == (rect(layout, "p").centre.x + rect(layout, "q").centre.x) / 2


def test_a_manager_of_automatic_reports_who_sits_in_a_pod_has_their_tree_beside_it() -> None:
    chart = chart_of(
        pod("p"), seats("boss", pod="p"), seats("mid", "ann", "bob"), line("mid", "boss"), line("ann", "mid")
    )
    layout = arrange_board(chart)
    assert layout.benched == ("bob",)
    assert rect(layout, "ann").x == rect(layout, "mid").x + 28


def test_tall_pods_fill_a_second_column() -> None:
    names = [f"s{n}" for n in range(9)]
    layout = arrange_board(chart_of(pod("p"), seats(*names, pod="p")))
    assert rect(layout, "s8") == Rect(rect(layout, "s0").x + 216, rect(layout, "s0").y, 200, 72)
    assert rect(layout, "p").width == 448


def test_a_ninth_seat_moves_none_of_the_eight() -> None:
    names = [f"s{n}" for n in range(9)]
    before = arrange_board(chart_of(pod("p"), seats(*names[:8], pod="p")))
    after = arrange_board(chart_of(pod("p"), seats(*names, pod="p")))
    assert [rect(before, name) for name in names[:8]] == [rect(after, name) for name in names[:8]]


def test_nested_segments_stand_below_the_pods_of_the_outer_one() -> None:
    chart = chart_of(
        Segment(SegmentId("outer")),
        Segment(SegmentId("inner"), parent=SegmentId("outer")),
        pod("p", "outer"),
        pod("q", "inner"),
    )
    layout = arrange_board(chart)
    assert rect(layout, "inner").y == rect(layout, "p").bottom + 16
    assert rect(layout, "inner").x == rect(layout, "outer").x + 16
    assert rect(layout, "outer").united(rect(layout, "q")) == rect(layout, "outer")


def test_an_empty_segment_and_pod_have_room_for_a_first_drop() -> None:
    layout = arrange_board(chart_of(Segment(SegmentId("g")), pod("p")))
    assert (rect(layout, "g").width, rect(layout, "g").height) == (264, 196)
    assert (rect(layout, "p").width, rect(layout, "p").height) == (232, 136)


def test_many_pods_of_a_segment_stand_in_rows() -> None:
    pods: list[Record] = [pod(f"p{n:02}", "g", n) for n in range(12)]
    layout = arrange_board(chart_of(Segment(SegmentId("g")), pods))
    assert len({rect(layout, f"p{n:02}").y for n in range(12)}) > 1
    assert rect(layout, "g").width < 2000


def test_many_frames_without_leaders_stand_in_rows() -> None:
    pods: list[Record] = [pod(f"p{n:02}", order=n) for n in range(30)]
    layout = arrange_board(chart_of(pods))
    assert layout.bounds.width < 2600
    assert len({rect(layout, f"p{n:02}").y for n in range(30)}) > 2


def test_the_segments_of_one_leader_are_folded_into_rows_round_a_trunk() -> None:
    heads = [f"h{n:02}" for n in range(24)]
    segments: list[Record] = [Segment(SegmentId(f"g{n:02}"), order=n) for n in range(24)]
    pods: list[Record] = [pod(f"p{n:02}", f"g{n:02}", n) for n in range(24)]
    members = [record for n in range(24) for record in seats(f"m{n:02}", pod=f"p{n:02}")]
    chart = chart_of(
        seats("vp", "ops", *heads),
        segments,
        pods,
        members,
        *(line(f"m{n:02}", head) for n, head in enumerate(heads)),
        *(line(head, "vp", n) for n, head in enumerate(heads)),
        line("ops", "vp", 99),
    )
    layout = arrange_board(chart)
    assert layout.bounds.width < 2 * layout.bounds.height
    assert layout.hooks[SeatId("h03")] == (Hook.RIB, "vp")
    assert layout.hooks[SeatId("ops")] == (Hook.SIDE, "vp")
    tops = sorted({rect(layout, f"g{n:02}").y for n in range(24)})
    assert len(tops) > 1
    assert list(overlaps(outermost(chart, layout))) == []
    trunk = rect(layout, "vp").centre.x
    assert not any(card.x < trunk < card.right for key, card in layout.cards.items() if key.id != "vp")


def test_an_imported_company_stands_as_a_tree_and_not_on_the_bench() -> None:
    chart = chart_of(seats("ceo", "a", "b", "c"), line("a", "ceo"), line("b", "ceo", 1), line("c", "a"))
    layout = arrange_board(chart)
    assert layout.bench is None
    assert rect(layout, "a").y > rect(layout, "ceo").bottom


@pytest.mark.parametrize("count", [1, 4, 5, 40])
def test_the_bench_grows_by_rows(count: int) -> None:
    names = [f"s{n:02}" for n in range(count)]
    layout = arrange_board(chart_of(seats(*names)))
    assert layout.bench is not None
    assert all(layout.bench.united(rect(layout, name)) == layout.bench for name in names)
    assert list(overlaps(dict(layout.cards))) == []


def test_reports_beside_a_hand_placed_manager_hang_by_where_they_stand() -> None:
    def at(name: str, x: float, y: float) -> Seat:
        return Seat(SeatId(name), RoleId("x"), place=Place(x, y))

    chart = chart_of(
        at("boss", 400, 0),
        at("below", 100, 200),
        at("side1", 700, 100),
        at("side2", 702, 180),
        at("stack1", -300, 200),
        at("stack2", -300, 280),
        at("hang1", 428, 300),
        at("hang2", 428, 380),
        at("above", 0, -200),
        *(line(name, "boss") for name in ("below", "side1", "side2", "stack1", "stack2", "hang1", "hang2", "above")),
    )
    hooks = {seat: hook for seat, (hook, _manager) in arrange_board(chart).hooks.items()}
    assert hooks == {
        "below": Hook.BUS,
        "side1": Hook.SIDE,
        "side2": Hook.SIDE,
        "stack1": Hook.STACK,
        "stack2": Hook.STACK,
        "hang1": Hook.HANG,
        "hang2": Hook.HANG,
    }


def test_an_automatic_tree_moves_aside_for_what_a_hand_put_in_its_way() -> None:
    chart = chart_of(pod("p"), pod("q", order=1))
    before = arrange_board(chart)
    blocked = arrange_board(chart.with_records([Seat(SeatId("x"), RoleId("r"), place=Place(10, 10))]))
    assert rect(blocked, "p").x == 210 + 24
    assert rect(blocked, "q").x - rect(blocked, "p").x == rect(before, "q").x - rect(before, "p").x


def test_a_circle_on_the_board_is_opened_at_its_first_seat() -> None:
    chart = chart_of(seats("a", "b"), line("a", "b"), line("b", "a"))
    layout = arrange_board(chart)
    assert layout.opened == {"a"}
    assert layout.bench is None


def test_a_frame_led_only_by_the_crown_of_another_stands_below_that_leaders_manager() -> None:
    chart = chart_of(
        seats("top", "mid"),
        line("mid", "top"),
        pod("big"),
        pod("small", order=1),
        seats("a", "b", "c", pod="big"),
        seats("d", pod="small"),
        *(line(name, "mid") for name in "abcd"),
    )
    layout = arrange_board(chart)
    assert layout.crowns == {"mid": Key(Kind.POD, "big")}
    assert rect(layout, "small").y == rect(layout, "big").y
    assert rect(layout, "top").bottom < rect(layout, "mid").y
