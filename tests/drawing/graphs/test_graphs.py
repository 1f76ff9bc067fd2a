"""Graphs of numbers: whatever the numbers and words are, they stay readable and in their frame."""

from datetime import date, timedelta
from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.drawing.graphs.bars import Bars, Row
from salesorg_gui.drawing.graphs.calendar import Calendar, CalendarRow, Span
from salesorg_gui.drawing.graphs.graph import Figure, Graph
from salesorg_gui.drawing.graphs.heat import Heat, HeatRow
from salesorg_gui.drawing.graphs.histogram import Bin, Histogram, Mark, binned
from salesorg_gui.drawing.graphs.months import Month, month_name
from salesorg_gui.drawing.graphs.over_time import OverTime, Series, Style
from salesorg_gui.drawing.graphs.readout import readout
from salesorg_gui.drawing.shapes import Box, Label, Patch, Wire, flat
from salesorg_gui.i18n import speaking
from tests.drawing.graphs.frames import check, outside
from tests.drawing.notebook import texts

WIDTHS = st.floats(200, 1600)
NUMBERS = st.one_of(
    st.sampled_from([0.0, 1.0, -1.0, 1e9, 1e-9, -1e9, 1e15, 1e308, inf, -inf, nan]), st.floats(-1e6, 1e6)
)
WORDS = st.one_of(st.just(""), st.text(max_size=12), st.text("abcdeåäö ", max_size=90))
FEW = settings(max_examples=60, deadline=None)
WIDE, NARROW = 700.0, 408.0
JUNE = Month(2026, 6)


def bars(*rows: Row) -> Bars:
    return Bars(rows, "FTE", "Need", "Have")


def lines(*series: Series, times: tuple[str, ...] = ("Jan", "Feb", "Mar")) -> OverTime:
    return OverTime(times, series, "FTE")


def drawn(figure: Figure, width: float = NARROW) -> Graph:
    graph = figure.drawn(width)
    check(graph)
    return graph


@FEW
@given(WIDTHS, st.lists(st.builds(Row, WORDS, NUMBERS, st.one_of(st.none(), NUMBERS), note=WORDS), max_size=8))
def test_bars_of_any_numbers_stay_in_their_frame(width: float, rows: list[Row]) -> None:
    drawn(bars(*rows), width)


@FEW
@given(st.data(), WIDTHS, st.integers(0, 30), st.booleans(), st.one_of(st.none(), NUMBERS))
def test_series_of_any_numbers_stay_in_their_frame(
    data: st.DataObject, width: float, count: int, stacked: bool, limit: float | None
) -> None:
    values = st.lists(st.one_of(st.none(), NUMBERS), min_size=count, max_size=count).map(tuple)
    series = data.draw(st.lists(st.builds(Series, WORDS, values, st.sampled_from(Style)), max_size=6))
    times = tuple(data.draw(st.lists(WORDS, min_size=count, max_size=count)))
    drawn(OverTime(times, tuple(series), "FTE", stacked=stacked, limit=limit, of_limit="Limit"), width)


@FEW
@given(WIDTHS, st.lists(NUMBERS, max_size=50), st.lists(st.builds(Mark, WORDS, NUMBERS), max_size=4))
def test_histograms_of_any_numbers_stay_in_their_frame(width: float, values: list[float], marks: list[Mark]) -> None:
    limit = marks[-1] if len(marks) > 2 else None
    drawn(Histogram(binned(values), "h", "leads", tuple(marks), limit), width)


@FEW
@given(st.data(), WIDTHS, st.integers(1, 36))
def test_calendars_of_any_days_stay_in_their_frame(data: st.DataObject, width: float, months: int) -> None:
    days = st.dates(date(2025, 1, 1), date(2032, 12, 31))
    rows = []
    for _row in range(data.draw(st.integers(0, 5))):
        ends = sorted(data.draw(st.lists(days, max_size=6)))
        spans = [Span(a, b, data.draw(WORDS), "close") for a, b in zip(ends[::2], ends[1::2], strict=False)]
        rows.append(CalendarRow(data.draw(WORDS), tuple(spans), data.draw(WORDS)))
    drawn(Calendar(tuple(rows), JUNE, months, data.draw(st.one_of(st.none(), days))), width)


@FEW
@given(st.data(), WIDTHS, st.integers(0, 14))
def test_tables_of_any_loads_stay_in_their_frame(data: st.DataObject, width: float, count: int) -> None:
    loads = st.lists(st.one_of(st.none(), NUMBERS.filter(lambda load: load >= 0)), max_size=count + 1).map(tuple)
    rows = data.draw(st.lists(st.builds(HeatRow, WORDS, loads), max_size=5))
    times = tuple(data.draw(st.lists(WORDS, min_size=count, max_size=count)))
    drawn(Heat(times, tuple(rows), "% of the time there is"), width)


@FEW
@given(WIDTHS, st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_what_is_read_at_the_pointer_stays_in_the_frame(width: float, said: list[tuple[str, str]]) -> None:
    graph = lines(*(Series(name, (1.0, 2.0, 3.0)) for name, _time in said), times=("a", "b", "c")).drawn(width)
    for spot in graph.spots:
        assert outside(Graph(graph.width, graph.height, readout(graph, spot))) == []


def fills(graph: Graph) -> list[str | None]:
    return [shape.fill for shape in flat(graph.shapes) if isinstance(shape, Box)]


def test_a_bar_that_reaches_beyond_what_there_is_takes_the_colour_of_heat_and_says_so() -> None:
    graph = drawn(bars(Row("Inbound", 2.4, 1.0), Row("Closing", 1.0, 2.0)))
    assert "heat_3" in fills(graph)
    worn = {shape.text: shape.ink for shape in graph.shapes if isinstance(shape, Label)}
    assert worn["2.4\u00a0of\u00a01\u00a0FTE"] == "heat_3"
    assert worn["1\u00a0of\u00a02\u00a0FTE"] == "text_1"


@pytest.mark.parametrize(
    ("need", "have", "heat"), [(0, 0, 0), (1, 0, 3), (1, 1, 1), (1.15, 1, 2), (inf, 1, 3), (1, inf, 0)]
)
def test_heat_goes_by_the_share_of_what_there_is(need: float, have: float, heat: int) -> None:
    assert Row("x", need, have).heat == heat


def test_the_longest_bar_fills_its_track_and_half_as_much_fills_half() -> None:
    graph = drawn(bars(Row("a", 4.0), Row("b", 2.0)))
    wide = [shape.rect.width for shape in graph.shapes if isinstance(shape, Box) and shape.fill == "heat_1"]
    assert wide == pytest.approx([NARROW, NARROW / 2])


def test_names_stand_beside_their_bars_where_there_is_room() -> None:
    narrow, wide = drawn(bars(Row("a", 4.0)), NARROW), drawn(bars(Row("a", 4.0)), WIDE)
    assert wide.height < narrow.height


def test_a_negative_bar_grows_to_the_left_from_zero() -> None:
    graph = drawn(bars(Row("gain", 3.0), Row("loss", -1.0)))
    gain, loss = (shape.rect for shape in graph.shapes if isinstance(shape, Box) and shape.fill == "heat_1")
    assert loss.right == pytest.approx(gain.x)


def test_a_row_says_more_only_where_its_words_were_cut() -> None:
    graph = drawn(bars(Row("Closing", 1.0), Row("word " * 40, 1.0)))
    assert graph.spots[0].text == ""
    assert graph.spots[1].text.startswith("word word")


def test_numbers_are_said_in_words() -> None:
    assert bars(Row("Inbound", 2.4, 1.0, note="Too late.")).drawn(NARROW).spoken.replace("\u00a0", " ") == (
        "Inbound: 2.4 of 1 FTE. Too late."
    )
    spoken = lines(Series("Need", (1.0, None, 2.5))).drawn(NARROW).spoken
    assert spoken.replace("\u00a0", " ") == "Jan: Need: 1 FTE. Feb: . Mar: Need: 2.5 FTE."


def test_lines_are_told_apart_by_more_than_their_colour() -> None:
    graph = drawn(lines(*(Series(f"s{n}", (1.0 + n, 2.0 + n, 3.0 + n)) for n in range(4))))
    dashes = {shape.stroke.dash for shape in graph.shapes if isinstance(shape, Wire) and shape.stroke.width == 2.0}
    assert len(dashes) == 4


def test_lines_are_named_at_their_ends_where_there_is_room_and_in_a_key_where_there_is_none() -> None:
    two = lines(Series("Need", (1.0, 2.0, 3.0)), Series("Have", (1.0, 1.0, 1.0)))

    def x_of(width: float) -> float:
        return next(one.baseline.x for one in drawn(two, width).shapes if isinstance(one, Label) and one.text == "Need")

    assert x_of(NARROW) > NARROW / 2
    assert x_of(300.0) < 100


def test_a_gap_in_what_is_known_is_a_gap_in_the_line() -> None:
    graph = drawn(lines(Series("Need", (1.0, 2.0, None, 4.0, 5.0)), times=tuple("abcde")))
    ways = [shape.points for shape in graph.shapes if isinstance(shape, Wire) and shape.stroke.width == 2.0]
    assert [len(way) for way in ways] == [2, 2]


def test_a_step_stays_until_the_next_one() -> None:
    graph = drawn(lines(Series("Have", (1.0, 2.0, 2.0), Style.STEP)))
    way = next(shape.points for shape in graph.shapes if isinstance(shape, Wire) and shape.stroke.width == 2.0)
    assert way[0].y == way[1].y > way[2].y
    assert way[1].x == pytest.approx(way[2].x)


def test_a_stack_is_as_high_as_its_parts_together() -> None:
    both = OverTime(
        ("a", "b"), (Series("x", (3.0, 4.0), Style.AREA), Series("y", (1.0, 6.0), Style.AREA)), stacked=True
    )
    lower, upper = (shape.points for shape in drawn(both).shapes if isinstance(shape, Patch))
    assert [spot.y for spot in upper[2:]] == [spot.y for spot in lower[1::-1]]
    ground, top = lower[-1].y, upper[1].y
    assert (ground - lower[1].y) / (ground - top) == pytest.approx(4.0 / 10.0)


def test_columns_of_two_series_stand_side_by_side() -> None:
    two = lines(*(Series(name, (2.0, 2.0, 2.0), Style.COLUMN) for name in "ab"))
    rects = sorted(shape.rect for shape in drawn(two).shapes if isinstance(shape, Box) and shape.rect.height > 20)
    assert len(rects) == 6
    assert all(one.right <= other.x for one, other in pairwise(rects))


def test_what_came_too_late_is_hatched_and_in_the_colour_of_heat() -> None:
    graph = drawn(Histogram((Bin(0, 1, 5), Bin(1, 2, 3)), "h", "leads", (), Mark("Limit", 1.0, "error")))
    assert fills(graph).count("heat_3") == 1
    assert "Limit\u00a01\u00a0h" in texts(graph.shapes)


def test_values_are_counted_in_bins_of_a_round_width() -> None:
    assert binned([0.1, 0.4, 1.9, 2.0], 4) == (Bin(0.0, 0.5, 2), Bin(0.5, 1.0, 0), Bin(1.0, 1.5, 0), Bin(1.5, 2.0, 2))
    assert binned([0.5, 99.0], 2, longest=2.0) == (Bin(0.0, 1.0, 1), Bin(1.0, 2.0, 1))
    assert binned([]) == ()


@FEW
@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40), st.integers(1, 40))
def test_every_value_is_counted_once(values: list[float], most: int) -> None:
    assert sum(one.count for one in binned(values, most)) == len(values)


def hiring(text: str = "Hiring", today: date | None = None) -> Calendar:
    span = Span(date(2026, 7, 1), date(2026, 10, 1), text)
    return Calendar(
        (CalendarRow("Closer", (span, Span(date(2026, 12, 1), date(2026, 12, 1), "Starts"))),), JUNE, 12, today
    )


def test_a_calendar_tells_when_and_what() -> None:
    graph = drawn(hiring(), WIDE)
    assert {"Closer", "Hiring", "Starts"} <= set(texts(graph.shapes))
    assert graph.spoken.replace("\u00a0", " ") == "Closer Hiring: 1 Jul 2026 to 1 Oct 2026 Starts: 1 Dec 2026"


def test_a_text_without_room_is_left_to_the_pointer() -> None:
    graph = drawn(hiring("a text far too long for its bar, whatever the width of the page may be"))
    assert not any(text.startswith("a text far") for text in texts(graph.shapes))
    assert "a text far" in graph.spots[0].text


def test_today_is_marked_within_the_months_on_show() -> None:
    assert "Today" in texts(drawn(hiring(today=JUNE.start + timedelta(40))).shapes)
    assert "Today" not in texts(drawn(hiring(today=date(2030, 1, 1))).shapes)


def test_months_are_counted_over_the_end_of_a_year_and_named_by_the_language() -> None:
    assert Month(2026, 11).later(3) == Month(2027, 2)
    assert Month(2026, 1).later(-1) == Month(2025, 12)
    assert Month.of(date.max).later(12).start.year < date.max.year
    with speaking("sv"):
        assert month_name(5) == "maj"
    assert month_name(5) == "May"


def test_a_table_of_loads_tells_each_in_per_cent_and_heat() -> None:
    graph = drawn(Heat(("Jan", "Feb", "Mar", "Apr"), (HeatRow("Care", (0.5, 1.3, inf, None)),)))
    assert [text for text in texts(graph.shapes) if text not in {"Jan", "Feb", "Mar", "Apr"}] == [
        "Care",
        "50",
        "130",
        "∞",
    ]
    assert fills(graph).count("heat_3_fill") == 2
    assert graph.spoken.replace("\u00a0", " ") == "Care: Jan 50 %, Feb 130 %, Mar nobody there, Apr nothing to do."


def test_months_that_are_over_are_marked_on_the_ground() -> None:
    graph = drawn(OverTime(("a", "b"), (Series("x", (1.0, 2.0)),), hot=frozenset({1, 7})))
    (ground,) = (shape for shape in graph.shapes if isinstance(shape, Box) and shape.fill == "heat_3_fill")
    assert ground.rect.x > graph.width / 2 - 20
    three = OverTime(tuple("abcde"), (Series("x", (1.0,) * 5),), hot=frozenset({0, 1, 4}))
    assert fills(drawn(three)).count("heat_3_fill") == 2
