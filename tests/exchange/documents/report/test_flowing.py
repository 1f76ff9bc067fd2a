"""Pages fill from the top; headings stay with what they head, nothing is lost, no page is fuller than its paper."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.shapes import Label, flat
from salesorg_gui.exchange.documents.report.flowing import BETWEEN, Flow, Leaf, Link, Piece, table
from salesorg_gui.exchange.documents.typeset import Block, line_of, paragraph, style
from salesorg_gui.layout.geometry import Rect

ROOM = 200.0
BODY = style("body")
LINE = BODY.line


def block(*words: str) -> Block:
    return paragraph("\n".join(words), BODY, 400.0)


def words_of(leaf: Leaf) -> list[str]:
    return [shape.text for shape in flat(leaf.shapes) if isinstance(shape, Label)]


def flowed(*parts: list[Piece]) -> list[list[str]]:
    flow = Flow(ROOM)
    for part in parts:
        flow.add(part)
    return [words_of(leaf) for leaf in flow.leaves]


def rows(count: int) -> list[Piece]:
    return [Piece(block(f"row {n}")) for n in range(count)]


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 40)), min_size=1, max_size=30), st.integers(1, 4))
def test_nothing_is_lost_and_no_page_overflows(sizes: list[tuple[bool, int]], parts: int) -> None:
    pieces = [
        Piece(block(*(f"{place}.{n}" for n in range(2 if leads else lines))), leads=leads)
        for place, (leads, lines) in enumerate([*sizes, (False, 1)])
    ]
    flow = Flow(ROOM)
    for start in range(parts):
        flow.add(pieces[start::parts])
    said = [word for leaf in flow.leaves for word in words_of(leaf)]
    wanted = [shape.text for piece in pieces for shape in flat(piece.block.shapes) if isinstance(shape, Label)]
    assert sorted(said) == sorted(wanted)
    for leaf in flow.leaves:
        assert max(shape.baseline.y for shape in flat(leaf.shapes) if isinstance(shape, Label)) < ROOM


def test_a_heading_goes_with_what_follows() -> None:
    heading = [Piece(block("heading"), leads=True), Piece(block("first", "line"))]
    fits = int(ROOM // LINE)
    assert flowed([*rows(fits - 1), *heading])[1] == ["heading", "first", "line"]


def test_a_table_that_goes_on_repeats_its_titles() -> None:
    pages = flowed(table(block("titles"), rows(20)))
    assert len(pages) == 2
    assert [page[0] for page in pages] == ["titles", "titles"]


def test_no_rows_are_no_table() -> None:
    assert table(block("titles"), []) == []


def test_a_row_that_begins_a_page_reads_as_if_it_were_the_first() -> None:
    again = [Piece(block(f"row {n}"), on_top=block(f"What: row {n}")) for n in range(20)]
    pages = flowed(again)
    assert [page[0] for page in pages] == ["What: row 0", f"What: row {len(pages[0])}"]
    assert pages[0][1] == "row 1"


def test_a_part_begins_on_the_page_begun_when_it_fits_there_whole() -> None:
    assert flowed(rows(3), rows(3)) == [["row 0", "row 1", "row 2"] * 2]
    assert len(flowed(rows(3), rows(14))) == 2


def test_two_parts_of_one_page_stand_apart() -> None:
    flow = Flow(ROOM)
    flow.add([Piece(block("above"), name="one")])
    flow.add([Piece(block("below"), name="two")])
    assert flow.leaves[0].spots == (("one", 0.0), ("two", LINE + BETWEEN))


def test_text_higher_than_a_page_breaks_where_the_room_ends() -> None:
    pages = flowed([*rows(3), Piece(block(*(f"line {n}" for n in range(40))))])
    assert pages[0][3] == "line 0"
    assert [word for page in pages for word in page][3:] == [f"line {n}" for n in range(40)]


def test_text_higher_than_a_page_does_not_begin_in_its_last_lines() -> None:
    fits = int(ROOM // LINE)
    pages = flowed([*rows(fits - 1), Piece(block(*(f"line {n}" for n in range(40))))])
    assert len(pages[0]) == fits - 1


def test_what_cannot_be_broken_is_drawn_all_the_same() -> None:
    tall = Block(3 * ROOM, (line_of("tall", BODY, "text_1"),), LINE)
    assert flowed([Piece(tall), *rows(1)]) == [["tall"], ["row 0"]]


def test_links_names_and_seats_come_along() -> None:
    seat = SeatId("ada")
    piece = Piece(block("words"), about=frozenset({seat}), name="here", links=(Link(Rect(1, 2, 3, 4), "there"),))
    flow = Flow(ROOM)
    flow.add([*rows(2), piece])
    leaf = flow.leaves[0]
    assert leaf.about == {seat}
    assert leaf.spots == (("here", 2 * LINE),)
    assert leaf.links == (Link(Rect(1, 2 + 2 * LINE, 3, 4), "there"),)


def test_what_has_no_lines_to_break_at_is_drawn_whole() -> None:
    tall = Block(3 * ROOM, (line_of("tall", BODY, "text_1"),))
    assert flowed([Piece(tall), *rows(1)]) == [["tall"], ["row 0"]]


def grouped(*sizes: int) -> list[Piece]:
    """Rows under headings in one table."""
    head = block("titles")
    groups = [[Piece(block(f"group {group}"), leads=True, head=head), *rows(size)] for group, size in enumerate(sizes)]
    return [Piece(head, leads=True), *(replace(piece, head=head) for group in groups for piece in group)]


def test_a_last_page_with_a_row_or_two_takes_their_whole_group() -> None:
    pages = flowed(grouped(8, 6))
    assert pages == [
        ["titles", "group 0", *(f"row {n}" for n in range(8))],
        ["titles", "group 1", *(f"row {n}" for n in range(6))],
    ]


def test_a_group_that_fills_more_than_half_a_page_stays_where_it_is() -> None:
    first, last = flowed(grouped(15))
    assert first[:2] == ["titles", "group 0"]
    assert last == ["titles", *(f"row {n}" for n in range(len(first) - 2, 15))]


def test_a_group_under_titles_of_its_own_keeps_the_table_that_goes_on_whole() -> None:
    lines = int(ROOM // LINE)
    own = block("own titles")
    pages = flowed([*rows(lines - 4), Piece(block("heading"), leads=True), *table(own, rows(4))])
    assert pages[1] == ["heading", "own titles", *(f"row {n}" for n in range(4))]
