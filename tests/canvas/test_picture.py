"""The picture: what a change redraws, what lies under a spot, which wires speak."""

import subprocess
import sys
from dataclasses import replace

import pytest

from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.update import Update
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Line, LineKind, Place, Record, Seat
from salesorg_gui.drawing.cards import Detail
from salesorg_gui.drawing.shapes import Wire
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.layout import ViewKind
from tests.builders import ADA, BO, CY, DI, EUROPE, HEAD, NORDICS, NORTH, SOUTH, handoff, line, pod_chart
from tests.drawing.notebook import texts
from tests.layout.charts import random_chart

CATALOGUE = load()
EVERYWHERE = Rect(-20_000, -20_000, 60_000, 60_000)


def key(name: str) -> Key:
    return Key(Kind.SEAT, name)


def shown(chart: Chart, view: ViewKind = ViewKind.BOARD) -> Picture:
    picture = Picture(CATALOGUE, view)
    picture.follow(Change(Chart(), chart, Plan(), Plan()))
    return picture


def step(picture: Picture, *records: Record) -> Update:
    before = picture.chart
    return picture.follow(Change(before, before.with_records(records), Plan(), Plan()))


def without(picture: Picture, *keys: Key) -> Update:
    before = picture.chart
    return picture.follow(Change(before, before.without(keys), Plan(), Plan()))


def centre(picture: Picture, wanted: Key) -> Point:
    rect = picture.bounds(wanted)
    assert rect is not None
    return rect.centre


def strokes(picture: Picture, wanted: Key) -> set[str]:
    return {shape.stroke.ink for shape in picture.sketch(wanted).placed if isinstance(shape, Wire)}


def test_the_picture_needs_no_toolkit() -> None:
    code = "import sys, salesorg_gui.canvas.picture; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_change_shows_everything() -> None:
    picture = Picture(CATALOGUE)
    update = picture.follow(Change(Chart(), pod_chart(), Plan(), Plan()))
    assert update
    assert update.added == {*picture.layout.cards, *picture.layout.frames}
    assert picture.keys == {
        Key(kind, name) for kind in Kind if kind is not Kind.HIRE for name in pod_chart().records(kind)
    }
    assert texts(picture.sketch(key(ADA)).placed)[1] == "Ada"


def test_an_edit_of_one_seat_redraws_it_and_the_frames_that_speak_of_it() -> None:
    picture = shown(pod_chart())
    update = step(picture, replace(picture.chart.seats[ADA], fte=0.5))
    around = {Key(Kind.POD, NORTH), Key(Kind.SEGMENT, NORDICS), Key(Kind.SEGMENT, EUROPE)}
    assert {name for name in update.redrawn if name.kind in {Kind.POD, Kind.SEGMENT}} == around
    assert key(ADA) in update.redrawn
    assert not update.moved
    assert "Find · 0.5" in texts(picture.sketch(key(ADA)).placed)
    assert any("2.5" in text for text in texts(picture.sketch(Key(Kind.POD, NORTH)).placed))


def test_the_name_of_a_lead_is_redrawn_in_the_pod() -> None:
    picture = shown(pod_chart())
    pod = replace(picture.chart.pods[SOUTH], lead=BO)
    step(picture, pod)
    update = step(picture, replace(picture.chart.seats[BO], people=()))
    assert Key(Kind.POD, SOUTH) in update.redrawn
    assert not any("Bo" in text for text in texts(picture.sketch(Key(Kind.POD, SOUTH)).placed))


def test_a_move_tells_from_where_to_where() -> None:
    picture = shown(pod_chart())
    before = picture.bounds(key(CY))
    update = step(picture, replace(picture.chart.seats[CY], pod=SOUTH))
    assert update.moved[key(CY)] == (before, picture.bounds(key(CY)))
    assert key(CY) in update.redrawn
    assert Key(Kind.POD, NORTH) in update.moved


def test_what_goes_is_forgotten() -> None:
    picture = shown(pod_chart())
    spot = centre(picture, key(DI))
    update = without(picture, key(DI))
    assert update.removed == {key(DI)}
    assert picture.bounds(key(DI)) is None
    assert picture.sketch(key(DI)).placed == ()
    assert picture.key_at(spot) == Key(Kind.POD, SOUTH)


def test_an_unchanged_chart_redraws_nothing() -> None:
    picture = shown(pod_chart())
    assert not picture.follow(Change(picture.chart, picture.chart, Plan(), Plan()))


def test_another_view_shows_the_same_seats_elsewhere() -> None:
    picture = shown(pod_chart())
    board = picture.layout
    update = picture.show_view(ViewKind.REPORTING)
    assert picture.view is ViewKind.REPORTING
    assert update.removed == {name for name in (*board.frames, *board.cards) if name.kind is not Kind.SEAT}
    assert not picture.show_view(ViewKind.REPORTING)
    picture.show_view(ViewKind.BOARD)
    assert picture.layout == board


def test_a_bench_is_offered_while_a_hand_holds_a_seat() -> None:
    picture = shown(pod_chart())
    assert picture.looks.bench().shapes == ()
    update = picture.show_bench(True)
    assert picture.layout.bench is not None
    assert any(room.holds(picture.layout.bench) for room in update.dirty)
    assert "Bench" in texts(picture.looks.bench().shapes)
    assert not update.moved
    assert not picture.show_bench(True)
    picture.show_bench(False)
    assert picture.layout.bench is None


def test_the_uppermost_card_then_a_wire_then_the_innermost_frame_is_hit() -> None:
    picture = shown(pod_chart())
    north = picture.layout.frames[Key(Kind.POD, NORTH)]
    assert picture.key_at(centre(picture, key(ADA))) == key(ADA)
    assert picture.key_at(Point(north.x + 30, north.y + 10)) == Key(Kind.POD, NORTH)
    segment = picture.key_at(Point(north.x + 30, north.y - 20))
    assert segment is not None
    assert segment.kind is Kind.SEGMENT
    assert picture.key_at(Point(-5000, 0)) is None
    head = picture.layout.cards[key(HEAD)]
    wire = picture.key_at(Point(head.centre.x + 3, head.bottom + 6))
    assert wire is not None
    assert wire.kind is Kind.LINE
    assert picture.key_at(Point(head.centre.x + 3, head.bottom + 6), reach=1) is None


def test_frames_are_painted_before_wires_and_wires_before_cards() -> None:
    picture = shown(pod_chart())
    kinds = [name.kind for name in picture.keys_in(EVERYWHERE)]
    ranks = {Kind.SEGMENT: 1, Kind.POD: 1, Kind.LINE: 2, Kind.HANDOFF: 3, Kind.SEAT: 4, Kind.SOURCE: 4}
    assert [ranks[kind] for kind in kinds] == sorted(ranks[kind] for kind in kinds)


def test_only_what_touches_a_part_is_in_it() -> None:
    picture = shown(pod_chart())
    ada = picture.layout.cards[key(ADA)]
    found = picture.keys_in(ada.grown(-4))
    assert key(ADA) in found
    assert key(DI) not in found


def test_handoffs_speak_when_asked() -> None:
    chart = pod_chart().with_records([handoff(ADA, BO)])
    picture = shown(chart)
    edge = Key(Kind.HANDOFF, f"{ADA}>{BO}")
    assert edge not in picture.edges_in(EVERYWHERE)
    update = picture.show_picked([key(BO)])
    assert edge in update.redrawn
    assert edge in picture.edges_in(EVERYWHERE)
    assert strokes(picture, edge) == {"accent"}
    picture.show_picked([])
    assert edge not in picture.edges_in(EVERYWHERE)
    picture.show_all_handoffs(True)
    assert edge in picture.edges_in(EVERYWHERE)
    assert strokes(picture, edge) == {"edge_handoff"}
    assert not picture.show_all_handoffs(True)


def test_a_picked_handoff_is_drawn_by_itself() -> None:
    picture = shown(pod_chart().with_records([handoff(ADA, BO)]))
    edge = Key(Kind.HANDOFF, f"{ADA}>{BO}")
    picture.show_picked([edge])
    assert edge in picture.edges_in(EVERYWHERE)


def test_the_reporting_view_shows_lines_alone() -> None:
    picture = shown(pod_chart().with_records([handoff(ADA, BO)]), ViewKind.REPORTING)
    picture.show_picked([key(BO)])
    assert {edge.kind for edge in picture.edges_in(EVERYWHERE)} == {Kind.LINE}


def test_the_lines_down_from_a_picked_leader_are_accented() -> None:
    picture = shown(pod_chart(), ViewKind.REPORTING)
    edge = Key(Kind.LINE, f"{ADA}-{HEAD}")
    assert strokes(picture, edge) == {"edge"}
    picture.show_picked([key(HEAD)])
    assert strokes(picture, edge) == {"accent"}
    assert picture.edges_in(EVERYWHERE)[-1].kind is Kind.LINE


def chart_with_leader() -> Chart:
    seats = [
        Seat(SeatId("boss"), RoleId("head_of_sales")),
        *(Seat(SeatId(name), RoleId("x"), pod=PodId("north"), order=n) for n, name in enumerate("abc")),
    ]
    lines = [line(name, "boss") for name in "abc"]
    return Chart(pods=pod_chart().pods, segments=pod_chart().segments).with_records([*seats, *lines])


def test_lines_of_one_leader_onto_one_frame_are_drawn_once() -> None:
    picture = shown(chart_with_leader())
    assert len(picture.edges_in(EVERYWHERE)) == 1
    assert picture.edges_in(EVERYWHERE) == (Key(Kind.LINE, "a-boss"),)


def test_when_the_drawn_one_of_shared_lines_goes_the_next_draws_the_wire() -> None:
    picture = shown(chart_with_leader())
    picture.edges_in(EVERYWHERE)
    without(picture, Key(Kind.LINE, "a-boss"))
    assert picture.edges_in(EVERYWHERE) == (Key(Kind.LINE, "b-boss"),)
    step(picture, line("a", "boss"))
    assert picture.edges_in(EVERYWHERE) == (Key(Kind.LINE, "a-boss"),)
    without(picture, *(Key(Kind.LINE, f"{name}-boss") for name in "abc"))
    assert picture.edges_in(EVERYWHERE) == ()


def test_a_line_to_the_bench_is_drawn_only_when_picked() -> None:
    picture = shown(pod_chart().with_records([Seat(SeatId("ann"), RoleId("x")), line("ann", ADA)]))
    assert SeatId("ann") in picture.layout.benched
    edge = Key(Kind.LINE, f"ann-{ADA}")
    assert edge not in picture.edges_in(EVERYWHERE)
    picture.show_picked([edge])
    assert edge in picture.edges_in(EVERYWHERE)


def test_a_line_that_gets_another_report_takes_another_way() -> None:
    picture = shown(pod_chart(), ViewKind.REPORTING)
    edge = Key(Kind.LINE, f"{ADA}-{HEAD}")
    before = picture.bounds(edge)
    step(picture, replace(picture.chart.lines[LineId(edge.id)], manager=BO))
    assert picture.bounds(edge) != before
    step(picture, replace(picture.chart.lines[LineId(edge.id)], kind=LineKind.DOTTED))
    assert strokes(picture, edge) == {"edge"}


def test_findings_mark_cards_frames_and_wires() -> None:
    picture = shown(pod_chart().with_records([handoff(ADA, BO)]))
    edge, pod = Key(Kind.HANDOFF, f"{ADA}>{BO}"), Key(Kind.POD, NORTH)
    picture.show_all_handoffs(True)
    update = picture.show_findings({key(ADA): "error", edge: "hint", pod: "warning", key("gone"): "error"})
    assert update.redrawn == {key(ADA), edge, pod}
    assert all(picture.looks.badge(name) for name in (key(ADA), edge, pod))
    assert picture.looks.badge(key(BO)) == picture.looks.badge(key("gone")) == ()
    assert not picture.show_findings({key(ADA): "error", edge: "hint", pod: "warning"}).redrawn
    assert picture.show_findings({}).redrawn == {key(ADA), edge, pod}
    assert picture.looks.badge(key(ADA)) == ()


def test_a_handoff_that_is_not_drawn_has_no_badge() -> None:
    picture = shown(pod_chart().with_records([handoff(ADA, BO)]))
    edge = Key(Kind.HANDOFF, f"{ADA}>{BO}")
    picture.show_findings({edge: "error"})
    assert picture.looks.badge(edge) == ()
    picture.show_picked([key(ADA)])
    assert picture.looks.badge(edge) != ()


def test_a_badge_stands_on_the_ground_of_its_card() -> None:
    picture = shown(pod_chart())
    picture.show_findings({key(ADA): "error", key(HEAD): "error"})
    grounds = [picture.looks.badge(name)[0].fill for name in (key(ADA), key(HEAD))]  # type: ignore[union-attr]
    assert grounds == ["frame_pod", "canvas"]


def test_a_finding_about_a_line_nobody_can_see_has_no_badge() -> None:
    picture = shown(pod_chart().with_records([Line(LineId("x"), SeatId("nobody"), SeatId("nowhere"))]))
    picture.show_findings({Key(Kind.LINE, "x"): "error"})
    assert picture.looks.badge(Key(Kind.LINE, "x")) == ()
    assert picture.bounds(Key(Kind.LINE, "x")) is None
    assert picture.sketch(Key(Kind.LINE, "x")).placed == ()


def test_another_language_redraws_the_words() -> None:
    picture = shown(pod_chart())
    update = picture.use_catalogue(load("sv"))
    assert update.redrawn == {*picture.layout.cards, *picture.layout.frames}
    role = picture.chart.seats[BO].role
    assert load("sv").role(role).title in texts(picture.sketch(key(BO)).placed)


def test_a_sketch_is_drawn_once_and_moves_with_its_card() -> None:
    picture = shown(pod_chart())
    before = picture.sketch(key(CY))
    step(picture, replace(picture.chart.seats[ADA], order=9))
    after = picture.sketch(key(CY))
    assert after.shapes is before.shapes
    assert after.origin != before.origin
    assert picture.sketch(key(CY), Detail.COMPACT).shapes != after.shapes


def test_seats_of_pods_vanish_where_pods_are_blocks() -> None:
    picture = shown(pod_chart())
    assert picture.sketch(key(ADA), Detail.BLOCK).placed == ()
    assert picture.sketch(key(HEAD), Detail.BLOCK).placed != ()


def test_another_chart_of_the_plan_comes_on_show_by_the_same_door() -> None:
    picture = shown(pod_chart())
    other = replace(random_chart(5, 20), id="other")  # type: ignore[arg-type]
    picture.follow(Change(picture.chart, other, Plan(), Plan()))
    assert picture.layout == shown(other).layout
    assert {name.id for name in picture.layout.cards} == {*other.seats, *other.sources}


def test_a_move_of_very_many_cards_is_painted_as_a_whole() -> None:
    seats = [Seat(SeatId(f"s{n:03}"), RoleId("x"), order=n) for n in range(300)]
    picture = shown(Chart().with_records(seats))
    update = step(picture, replace(seats[0], place=Place(5000, 5000)))
    assert len(update.moved) > 200
    assert len(update.dirty) == 1


def test_a_handoff_moves_with_its_card_though_nobody_sees_it() -> None:
    picture = shown(pod_chart().with_records([handoff(ADA, DI)]))
    edge = Key(Kind.HANDOFF, f"{ADA}>{DI}")
    before = picture.bounds(edge)
    update = step(picture, replace(picture.chart.seats[ADA], pod=None, place=Place(2000, 0)))
    assert edge in update.redrawn
    assert picture.bounds(edge) != before


def test_a_segment_that_changes_its_parent_redraws_both_parents() -> None:
    chart = pod_chart()
    parents = [replace(next(iter(chart.segments.values())), id=SegmentId(name), parent=None) for name in ("one", "two")]
    inner = replace(parents[0], id=SegmentId("inner"), parent=SegmentId("one"))
    picture = shown(Chart().with_records([*parents, inner]))
    update = step(picture, replace(inner, parent=SegmentId("two")))
    assert {Key(Kind.SEGMENT, name) for name in ("one", "two", "inner")} <= update.redrawn


@pytest.mark.parametrize("is_return", [False, True])
def test_what_a_handoff_is_shows_in_its_wire(is_return: bool) -> None:
    record: Handoff = replace(handoff(ADA, BO), is_return=is_return)
    picture = shown(pod_chart().with_records([record]))
    (wire,) = picture.sketch(Key(Kind.HANDOFF, record.id)).placed
    assert isinstance(wire, Wire)
    assert wire.head == ("open" if is_return else "filled")
