"""Lines are never wider than their column, pages never fuller than their paper."""

from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.records import Person, Seat
from salesorg_gui.drawing.shapes import Align, Label, Shape, Weight, flat
from salesorg_gui.exchange.documents.cards.formats import FORMATS
from salesorg_gui.exchange.documents.cards.tent import inner, outer
from salesorg_gui.exchange.documents.role_cards import CardContent, Face, Imprint, Stage, faces
from salesorg_gui.exchange.documents.sheet import Sheet, Sheets
from salesorg_gui.exchange.documents.typeset import Block, Style, broken, fitting_lines, led, paragraph, width_of
from tests.exchange.documents.organisation import CHART, LONG, PLAN, WORD

CATALOGUE = load("en")
STAGES = [Stage(stage.short_title, stage.phase, is_covered=False) for stage in CATALOGUE.stages.values()]
IMPRINT = Imprint(LONG, LONG, "14 January 2026")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=400)
NAMES = st.one_of(TEXTS, st.just(LONG), st.just(WORD))


def extent(label: Label) -> tuple[float, float]:
    """From where to where a label reaches."""
    wide = width_of(label.text, Style(label.size, label.size, label.weight, label.tracking))
    start = {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[label.align]
    return label.baseline.x - start, label.baseline.x - start + wide


def stray(shapes: tuple[Shape, ...], left: float, right: float, bottom: float) -> list[str]:
    """Labels outside the paper's margins."""
    labels = [shape for shape in flat(shapes) if isinstance(shape, Label)]
    return [
        label.text
        for label in labels
        if extent(label)[0] < left - 0.5 or extent(label)[1] > right + 0.5 or not 0 < label.baseline.y < bottom
    ]


def collisions(shapes: tuple[Shape, ...]) -> list[tuple[str, str]]:
    """Pairs of labels on top of each other."""
    labels = [shape for shape in flat(shapes) if isinstance(shape, Label) and shape.text.strip()]
    return [
        (one.text, other.text)
        for number, one in enumerate(labels)
        for other in labels[number + 1 :]
        if abs(one.baseline.y - other.baseline.y) < min(one.size, other.size) * 0.6
        and extent(one)[0] < extent(other)[1] - 0.5
        and extent(other)[0] < extent(one)[1] - 0.5
    ]


@st.composite
def crowded_sheets(draw: st.DrawFn) -> Sheet:
    fields = ("mission", "responsibilities", "boundaries", "results", "traits", "workload", "mistakes")
    texts = draw(st.dictionaries(st.sampled_from(fields), st.lists(NAMES, max_size=12).map(tuple), max_size=7))
    people = tuple(Person(name) for name in draw(st.lists(NAMES, max_size=14)))
    role = draw(st.sampled_from(sorted(CATALOGUE.roles)))
    seat = Seat(SeatId("new"), RoleId(role), draw(NAMES), people=people, texts=texts)
    return Sheets(PLAN, CHART.with_records([seat]), CATALOGUE).sheet(seat.id)


@given(crowded_sheets(), st.sampled_from(sorted(FORMATS)))
def test_no_card_says_anything_outside_its_margins(sheet: Sheet, name: str) -> None:
    card, content = FORMATS[name], CardContent(sheet, STAGES, IMPRINT, "SALESORG:23456X")
    for face in [Face(outer(content, card)), inner(content, card)] if card.is_tent else faces(content, card):
        assert stray(face.shapes, card.margin, card.width - card.margin, card.height - 4) == []
        assert collisions(face.shapes) == []


@given(st.text(max_size=300), st.floats(20, 400))
def test_broken_lines_fit_and_lose_no_letter(text: str, width: float) -> None:
    look = Style(9.0, 13.0, Weight.REGULAR, 0.0)
    lines = fitting_lines(text, look, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, look) <= width + 0.01 or len(line) == 1 for line in lines)


def test_first_words_stand_out_without_losing_any() -> None:
    block = led("Qualified lead", "from Inbound SDR, within 24 h", Style(8, 12, Weight.REGULAR, 0.0), 60)
    words = " ".join(shape.text for shape in flat(block.shapes) if isinstance(shape, Label))
    assert "".join(words.split()) == "QualifiedleadfromInboundSDR,within24h"


def test_first_words_wider_than_the_column_are_broken_too() -> None:
    block = led("Kundförvärvsprocess", "från Göteborg", Style(8, 12, Weight.REGULAR, 0.0), 30)
    words = "".join(shape.text for shape in flat(block.shapes) if isinstance(shape, Label))
    assert words.replace(" ", "") == "KundförvärvsprocessfrånGöteborg"


def test_small_lines_parted_between_pages_begin_below_the_edge() -> None:
    look = Style(7.5, 10.0, Weight.REGULAR, 0.0)
    block = Block(200.0, paragraph("Åsa Öberg; " * 60, look, 120.0).shapes, line=13.0)
    for room in range(20, 140, 7):
        upper, lower = broken(block, float(room))
        lines = [shape for shape in flat(lower.shapes) if isinstance(shape, Label)]
        assert min(line.baseline.y - line.size for line in lines) >= 0.0
        assert len(list(flat(upper.shapes))) + len(lines) == len(list(flat(block.shapes)))
