"""Folding branches away in the reporting view, and what brings them out again."""

from salesorg_gui.canvas.folding import above, unfolding
from salesorg_gui.canvas.picture import Picture
from salesorg_gui.canvas.view import ChartView
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, LineId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import ViewKind
from tests.builders import ADA, BO, HEAD, pod_chart
from tests.layout.charts import tree_chart

EVERYWHERE = Rect(-20_000, -20_000, 60_000, 60_000)
COMPANY = tree_chart({"top": ["north", "south"], "north": ["a", "b"], "a": ["a1"], "south": ["c"]})
TOP, NORTH, A = SeatId("top"), SeatId("north"), SeatId("a")


def key(name: str) -> Key:
    return Key(Kind.SEAT, name)


def shown(chart: Chart) -> Picture:
    picture = Picture(load("en"), ViewKind.REPORTING)
    picture.follow(Change(Chart(), chart, Plan(), Plan()))
    return picture


def test_hidden_seats_are_known_but_have_no_place_and_no_wires() -> None:
    picture = shown(COMPANY)
    update = picture.fold(frozenset({NORTH}))
    assert update.removed == {key("a"), key("b"), key("a1")}
    assert picture.bounds(key("a")) is None
    assert key("a") in picture.keys
    seen = picture.keys_in(EVERYWHERE)
    assert Key(Kind.LINE, "a-north") not in seen
    assert Key(Kind.LINE, "north-top") in seen
    assert picture.bounds(Key(Kind.LINE, "a-north")) is None


def test_what_is_unfolded_comes_back_where_it_was() -> None:
    picture = shown(COMPANY)
    before = picture.layout
    picture.fold(frozenset({NORTH}))
    update = picture.fold(frozenset())
    assert update.added == {key("a"), key("b"), key("a1")}
    assert picture.layout == before
    assert picture.fold(frozenset()) == type(update)()


def test_the_board_does_not_fold() -> None:
    picture = Picture(load("en"))
    picture.follow(Change(Chart(), pod_chart(), Plan(), Plan()))
    assert not picture.fold(frozenset({HEAD}))
    assert picture.bounds(key(ADA)) is not None
    picture.show_view(ViewKind.REPORTING)
    assert picture.bounds(key(ADA)) is None


def test_those_above_a_seat_are_found_on_circles_too() -> None:
    assert above(COMPANY, SeatId("a1")) == ["a", "north", "top"]
    assert above(tree_chart({"x": ["y"], "y": ["x"]}), SeatId("x")) == ["y"]


def test_what_is_to_be_seen_comes_out() -> None:
    folded = frozenset({TOP, NORTH, A})
    assert unfolding(COMPANY, folded, [key("c")]) == {NORTH, A}
    assert unfolding(COMPANY, folded, [key("b")]) == {A}
    assert unfolding(COMPANY, folded, [Key(Kind.LINE, LineId("a1-a"))]) == frozenset()
    assert unfolding(COMPANY, folded, [key("gone"), Key(Kind.POD, "p")]) == folded
    chart = pod_chart()
    assert unfolding(chart, frozenset({HEAD}), [Key(Kind.HANDOFF, f"{ADA}>{BO}")]) == frozenset()
    assert unfolding(chart, frozenset({HEAD}), [Key(Kind.HANDOFF, "gone")]) == {HEAD}


def test_the_surface_folds_and_a_selected_seat_comes_out(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    view.fold(frozenset({HEAD}))
    assert view.folded == {HEAD}
    assert view.picture.bounds(key(BO)) is None
    view.session.selection.select([key(BO)])
    assert view.folded == frozenset()
    assert view.picture.bounds(key(BO)) is not None


def test_a_revealed_seat_comes_out(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    view.fold(frozenset({HEAD}))
    view.reveal([key(ADA)])
    assert view.folded == frozenset()


def test_folding_is_not_part_of_the_plan(view: ChartView) -> None:
    view.show_view(ViewKind.REPORTING)
    plan = view.session.plan
    view.fold(frozenset({HEAD}))
    assert view.session.plan is plan
    assert view.session.undo_label is None
