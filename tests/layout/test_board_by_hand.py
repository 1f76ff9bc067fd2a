"""What a hand put somewhere stays there; the bench, lead sources and trees keep clear of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SegmentId, SourceId
from salesorg_gui.domain.records import Place, Record, Seat, Segment, Source
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from tests.layout.charts import by_hand, outermost, overlaps, random_chart
from tests.layout.companies import chart_of, line, pod, rect, seats, two_regions

SEEDS = st.integers(0, 10_000)


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([5, 30]))
def test_only_what_a_hand_placed_may_overlap(seed: int, size: int) -> None:
    chart = random_chart(seed, size, free=0.4)
    layout = arrange_board(chart)
    placed = by_hand(chart, layout)
    pairs = overlaps(outermost(chart, layout))
    assert [pair for pair in pairs if not set(pair) <= placed] == []


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


@pytest.mark.parametrize("count", [2, 4, 5, 40])
def test_the_bench_grows_by_rows(count: int) -> None:
    names = [f"s{n:02}" for n in range(count)]
    layout = arrange_board(chart_of(seats(*names)))
    assert layout.bench is not None
    assert all(layout.bench.united(rect(layout, name)) == layout.bench for name in names)
    assert list(overlaps(dict(layout.cards))) == []


def test_the_first_seat_of_a_chart_begins_the_tree_instead_of_waiting_on_the_bench() -> None:
    layout = arrange_board(chart_of(seats("first")))
    assert layout.bench is None
    assert rect(layout, "first").y == 0


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
