"""Words too long for their place on a chart are set smaller or in more lines before they go to a page behind."""

from itertools import pairwise

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.records import Person, Seat
from salesorg_gui.drawing.cards import SEAT, seat_card
from salesorg_gui.drawing.extent import extent
from salesorg_gui.drawing.shapes import Align, Label, Shape
from salesorg_gui.drawing.text import SMALL, label
from salesorg_gui.exchange.documents.charts.in_full import cut_short, note_in_full, pages_in_full, spelled_out
from salesorg_gui.exchange.documents.options import PAPERS
from salesorg_gui.layout.geometry import Point

TITLE = "Head of Commercial Development and Strategic Partnerships"


def card(title: str) -> tuple[Shape, ...]:
    return seat_card(Seat(SeatId("a"), RoleId("vp_sales"), title=title, people=(Person("Ada Berg"),)), load("en"))


def words(shapes: tuple[Shape, ...]) -> list[Label]:
    return [shape for shape in shapes if isinstance(shape, Label)]


def test_a_title_goes_into_more_lines_on_its_card() -> None:
    drawn = card(TITLE)
    assert cut_short(drawn) == [TITLE]
    printed = spelled_out(drawn, 1.0)
    assert cut_short(printed) == []
    lines = [one for one in words(printed) if one.text in TITLE]
    assert " ".join(one.text for one in lines) == TITLE
    assert [one.goes_on for one in lines] == [True] * (len(lines) - 1) + [False]
    assert all(one.size >= 6.5 for one in lines)
    assert all(SEAT.holds(extent(one)) for one in lines)
    assert all(one.baseline.y < other.baseline.y for one, other in pairwise(words(printed)))


def test_a_drawing_in_which_nothing_is_cut_stays_as_it_is() -> None:
    assert spelled_out(card("Pod lead"), 1.0) == card("Pod lead")


def test_nothing_is_set_smaller_than_can_be_read() -> None:
    assert cut_short(spelled_out(card(TITLE), 0.6)) == [TITLE]
    assert cut_short(spelled_out(card(TITLE * 20), 1.0)) == [TITLE * 20]


def test_a_word_breaks_only_where_no_size_lets_it_whole() -> None:
    (line,) = [one for one in words(spelled_out(card("Kundförvärvsprocessansvarige"), 1.0)) if "Kund" in one.text]
    assert line.text == "Kundförvärvsprocessansvarige"


def test_words_at_the_right_grow_to_the_left_no_further_than_they_were() -> None:
    cut = label("Nobody has room for this", Point(100.0, 20.0), 60.0, SMALL, "text_1", Align.RIGHT)
    (line, *_rest) = spelled_out((cut,), 2.0)
    assert isinstance(line, Label)
    assert extent(line).x >= extent(cut).x - 1.0


def test_in_a_place_too_narrow_for_words_none_are_broken() -> None:
    cut = label("Nobody has room for this", Point(0.0, 20.0), 14.0, SMALL, "text_1")
    assert spelled_out((cut,), 1.0) == (cut,)


def test_few_words_are_a_note_and_many_are_pages() -> None:
    assert note_in_full([], 400.0) is None
    assert note_in_full(["One", "Two"], 400.0) is not None
    assert note_in_full(["One"] * 9, 400.0) is None
    assert pages_in_full(PAPERS["a4"], {"A1": []}) == []


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (200, 4)])
def test_pages_are_as_many_as_the_words_need(count: int, pages: int) -> None:
    assert len(pages_in_full(PAPERS["a4"], {"A1": [f"{TITLE} {n}" for n in range(count)]})) == pages
