"""The board: nothing overlaps unless a hand put it so, everything is there, and what is not touched stays."""

from contextlib import suppress
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.edits.places import MoveSeats
from salesorg_gui.domain.ids import Key, Kind, PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Record, Segment
from salesorg_gui.layout.board import arrange_board
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Hook
from tests.domain.random_editing import Hand
from tests.layout.charts import by_hand, outermost, overlaps, random_chart, seat_key
from tests.layout.companies import chart_of, line, pod, rect, seats, two_regions

SEEDS = st.integers(0, 10_000)


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([3, 12, 60]))
def test_nothing_automatic_overlaps(seed: int, size: int) -> None:
    chart = random_chart(seed, size)
    layout = arrange_board(chart, with_bench=True)
    assert list(overlaps(outermost(chart, layout))) == []
    assert list(overlaps(dict(layout.cards))) == []


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
    hand = by_hand(chart, layout)
    inside = {
        Key(Kind.POD, name): layout.frames[Key(Kind.POD, name)]
        for name, pod in chart.pods.items()
        if chart.frame_of(pod) and layout.tops[name] not in hand
    }
    assert list(overlaps(inside)) == []


@settings(deadline=None, max_examples=30)
@given(SEEDS, st.integers(0, 1000))
def test_an_earlier_board_changes_nothing_about_the_next(seed: int, other: int) -> None:
    earlier = arrange_board(random_chart(other, 30, free=0.2))
    chart = random_chart(seed, 30, free=0.2)
    assert arrange_board(chart, earlier=earlier) == arrange_board(chart)


@settings(deadline=None, max_examples=60)
@given(SEEDS, st.sampled_from([10, 30, 60]))
def test_a_board_that_follows_edits_is_the_board_laid_out_anew(seed: int, size: int) -> None:
    hand = Hand(Random(seed))
    chart = random_chart(seed, size, free=hand.chance.choice([0.0, 0.2]))
    layout = arrange_board(chart)
    for _ in range(12):
        with suppress(EditRefused):
            chart = hand.chart_edit(chart).apply(chart)
        with_bench = hand.chance.random() < 0.3
        layout = arrange_board(chart, earlier=layout, with_bench=with_bench)
        assert layout == arrange_board(chart, with_bench=with_bench)


def test_an_edit_in_one_pod_leaves_the_cards_of_all_others_where_they_are() -> None:
    chart = two_regions()
    before = arrange_board(chart)
    pod, seats = next((pod, seats) for pod, seats in before.members.items() if len(seats) > 1)
    after = arrange_board(MoveSeats(seats[:1], pod).apply(chart), earlier=before)
    assert after.members[pod] == (*seats[1:], seats[0])
    others = [block for name, block in before.blocks.items() if name != pod]
    assert all(after.blocks[name] is before.blocks[name] for name in before.blocks if name != pod)
    assert all(after.cards[key] is rect for block in others for key, rect in block.items())


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
