"""Cards stand on the same spots of every sheet, backs lie behind their fronts, and codes lead back to their seats."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.exchange.documents.card_code import QR_PREFIX, SIGNS, codes_of, is_sound, seat_of
from salesorg_gui.exchange.documents.cards.calibration import calibration
from salesorg_gui.exchange.documents.cards.formats import BLEED, FORMATS
from salesorg_gui.exchange.documents.cards.imposing import arranged, cut_marks, dealt
from salesorg_gui.exchange.documents.cards.printing import cards
from salesorg_gui.exchange.documents.options import MM, PAPERS, CardOptions, Options
from salesorg_gui.exchange.documents.printing import NothingToPrint
from tests.exchange.documents.cards.qr_reader import read
from tests.exchange.documents.organisation import AE, CHART, CSM, PLAN
from tests.exchange.documents.reading import says, texts

CATALOGUE = load("en")
TODAY = Options(today=date(2026, 1, 14))
HUNDREDTH = 0.01 * MM
ALIKE = CHART.with_records(
    [replace(CHART.seats[AE], id=SeatId(f"ae{number}"), title=f"Seller {number}") for number in range(11)]
)


SELLERS = tuple(SeatId(f"ae{number}") for number in range(11))


def wishing(paper: str = "a4", **wishes: object) -> Options:
    return replace(TODAY, paper=paper, cards=replace(CardOptions(), **wishes))  # type: ignore[arg-type]


def placed(page: pypdfium2.PdfPage, word: str) -> list[tuple[float, float]]:
    """The lower left corners of a word wherever it stands on a page, in points."""
    text = page.get_textpage()
    found = text.search(word, match_case=True, match_whole_word=True)
    spots: list[tuple[float, float]] = []
    while (hit := found.get_next()) is not None:
        left, bottom, _right, _top = text.get_charbox(hit[0], loose=True)
        spots.append((left, bottom))
    return sorted(spots)


def is_upside_down(page: pypdfium2.PdfPage, word: str) -> bool:
    """Whether a word runs from right to left."""
    text = page.get_textpage()
    hit = text.search(word, match_case=True).get_next()
    assert hit is not None
    first, last = (text.get_charbox(hit[0] + at)[0] for at in (0, len(word) - 1))
    return first > last


def pages(options: Options) -> pypdfium2.PdfDocument:
    """The cards of eleven sellers."""
    return pypdfium2.PdfDocument(cards(PLAN, ALIKE, CATALOGUE, replace(options, seats=SELLERS)))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "tent"])
def test_cards_stand_on_the_same_spots_of_every_sheet(name: str) -> None:
    made = pages(wishing(paper="a5", format=name))
    fronts = [placed(made[number], "Close") for number in range(0, len(made), 2)]
    assert len(fronts) > 1
    for spots in fronts[1:]:
        assert all(min(abs(x - a) + abs(y - b) for a, b in fronts[0]) < HUNDREDTH for x, y in spots)


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
@pytest.mark.parametrize("duplex", ["long", "short"])
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "tent"])
@pytest.mark.parametrize("has_bleed", [False, True])
def test_backs_lie_behind_their_fronts(name: str, duplex: str, paper: str, has_bleed: bool) -> None:
    """Turned over the edge, each back covers exactly the spot of its front."""
    sheet = arranged(PAPERS[paper], FORMATS[name], CardOptions(duplex=duplex, has_bleed=has_bleed))
    assert sheet is not None
    over_the_side = (duplex == "long") == (sheet.page.width < sheet.page.height)
    for front, back in zip(sheet.corners, sheet.turned(duplex), strict=True):
        if over_the_side:
            seen = (sheet.page.width - back.x - sheet.width, back.y)
        else:
            seen = (back.x, sheet.page.height - back.y - sheet.height)
        assert seen == pytest.approx((front.x, front.y), abs=HUNDREDTH)


def test_a_back_is_moved_by_the_offset_and_its_front_is_not() -> None:
    still, shifted = (pages(wishing(offset=offset)) for offset in ((0.0, 0.0), (1.5, -0.5)))
    assert placed(still[0], "Close") == placed(shifted[0], "Close") != []
    for (x, y), (x2, y2) in zip(placed(still[1], "Tasks"), placed(shifted[1], "Tasks"), strict=True):
        assert (x2 - x, y2 - y) == pytest.approx((1.5 * MM, 0.5 * MM), abs=HUNDREDTH)


def test_backs_turned_like_a_calendar_stand_on_their_heads() -> None:
    assert is_upside_down(pages(wishing(duplex="short"))[1], "Tasks")
    assert not is_upside_down(pages(wishing(duplex="long"))[1], "Tasks")


@pytest.mark.parametrize("name", FORMATS)
def test_trim_and_bleed_are_those_of_the_cards(name: str) -> None:
    card = FORMATS[name]
    page = pages(wishing(format=name, is_single=True))[0]
    trim, bleed = page.get_trimbox(), page.get_bleedbox()
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((card.width, card.height), abs=HUNDREDTH)
    assert [abs(one - other) for one, other in zip(trim, bleed, strict=True)] == pytest.approx(
        [BLEED] * 4, abs=HUNDREDTH
    )
    assert page.get_width() > bleed[2]


@pytest.mark.parametrize("options", [CardOptions(), CardOptions(has_bleed=True), CardOptions(is_single=True)])
@pytest.mark.parametrize("name", FORMATS)
def test_cut_marks_point_at_the_cuts_and_stay_on_the_paper(name: str, options: CardOptions) -> None:
    for paper in PAPERS.values():
        sheet = arranged(paper, FORMATS[name], options)
        if sheet is None:
            continue
        cuts_x = {round(corner.x + over, 2) for corner in sheet.corners for over in (0.0, sheet.width)}
        cuts_y = {round(corner.y + over, 2) for corner in sheet.corners for over in (0.0, sheet.height)}
        marks = [*cut_marks(sheet)]
        assert len(marks) >= 2 or sheet.block.width > sheet.page.width - 2
        for mark in marks:
            start, end = mark.points
            assert round(start.x, 2) in cuts_x or round(start.y, 2) in cuts_y
            assert all(0 <= spot.x <= sheet.page.width and 0 <= spot.y <= sheet.page.height for spot in (start, end))


def test_four_cards_fill_an_a4_sheet() -> None:
    sheet = arranged(PAPERS["a4"], FORMATS["a6"], CardOptions())
    assert sheet is not None
    assert len(sheet.corners) == 4


def test_no_marks_are_printed_when_none_are_wanted() -> None:
    with_marks, without = (cards(PLAN, CHART, CATALOGUE, wishing(has_marks=wish)) for wish in (True, False))
    assert len(without) < len(with_marks)


@given(st.integers(1, 40), st.integers(1, 9), st.booleans())
def test_every_card_is_dealt_once_and_stacked_piles_are_in_order(count: int, each: int, is_stacked: bool) -> None:
    sheets = list(dealt(range(count), each, is_stacked=is_stacked))
    assert sorted(card for sheet in sheets for card in sheet if card is not None) == list(range(count))
    assert {len(sheet) for sheet in sheets} == {each}
    piles = [[sheet[place] for sheet in sheets if sheet[place] is not None] for place in range(each)]
    if is_stacked:
        assert [card for pile in piles for card in pile] == list(range(count))


def test_a_folded_card_has_both_sides_on_one_face() -> None:
    page = pages(wishing(is_folded=True))[0]
    fronts, backs = placed(page, "Close"), placed(page, "Tasks")
    assert len(fronts) == len(backs) > 0
    assert {round(front[0] - back[0]) // 100 for front, back in zip(fronts, backs, strict=True)} == {3}


def test_fronts_alone_have_no_backs() -> None:
    made = pages(wishing(duplex="none"))
    assert not any(placed(made[number], "Tasks") for number in range(len(made)))


def test_a_tent_is_read_from_both_sides_of_the_table() -> None:
    upside_down: dict[str, bool] = {}

    def note(text: str, cm: list[float], _tm: list[float], _font: object, _size: float) -> None:
        upside_down.update({word: cm[0] < 0 for word in ("Seller", "Results") if word in text})

    pdf = cards(PLAN, ALIKE, CATALOGUE, replace(wishing(format="tent"), seats=SELLERS))
    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=note)
    assert upside_down["Seller"]
    assert not upside_down["Results"]


def test_paper_smaller_than_a_card_is_refused() -> None:
    with pytest.raises(NothingToPrint, match="too small"):
        cards(PLAN, CHART, CATALOGUE, wishing(paper="a5", is_folded=True, format="index"))


def test_blank_cards_ask_for_everything_and_say_nothing() -> None:
    made = texts(cards(PLAN, CHART, CATALOGUE, replace(wishing(blanks=3), seats=(AE,))))
    assert made[0].count("Mission") == 3
    assert made[1].count("Must know") == 4


def test_small_cards_say_how_much_they_leave_to_the_description() -> None:
    long = replace(CHART.seats[AE], texts={"responsibilities": tuple(f"Task no. {n:02}" for n in range(30))})
    pdf = cards(PLAN, CHART.with_records([long]), CATALOGUE, replace(wishing(format="poker"), seats=(AE,)))
    shown = sum(says(pdf, f"Task no. {n:02}") for n in range(30))
    assert 0 < shown < 30
    assert says(pdf, f"and {30 - shown} more")


def test_two_languages_lie_beside_each_other() -> None:
    pdf = cards(PLAN, CHART, CATALOGUE, replace(TODAY, seats=(AE,), second_language="sv"))
    assert says(pdf, CATALOGUE.role("account_executive").mission)
    assert says(pdf, load("sv").role("account_executive").mission)


def test_ink_saving_and_colourless_cards_print_no_areas_of_colour() -> None:
    usual, saving, black = (
        bitmap(cards(PLAN, CHART, CATALOGUE, replace(options, seats=(AE,))))
        for options in (TODAY, wishing(is_ink_saving=True), replace(TODAY, has_colour=False))
    )
    assert coloured(usual) > 20 * max(coloured(saving), 1)
    assert coloured(black) == 0


def bitmap(pdf: bytes) -> tuple[bytes, int, int]:
    found = pypdfium2.PdfDocument(pdf)[0].render(scale=1, grayscale=False)
    return bytes(found.buffer), found.stride, found.n_channels


def coloured(picture: tuple[bytes, int, int]) -> int:
    """How many of the points at the upper edge of the first card are of a colour."""
    data, stride, channels = picture
    points = (
        data[row * stride + x * channels : row * stride + x * channels + 3] for row in range(30) for x in range(280)
    )
    return sum(max(point) - min(point) > 40 for point in points)


# ------------------------------------------------------------------------------------------------------- codes


@given(st.sets(st.text(max_size=12), max_size=60))
def test_every_seat_has_a_code_of_its_own_that_leads_back_to_it(names: set[str]) -> None:
    seats = [SeatId(name) for name in names]
    codes = codes_of(seats)
    assert len(set(codes.values())) == len(seats)
    assert all(seat_of(code, seats) == seat for seat, code in codes.items())


@given(st.text(min_size=1, max_size=12), st.integers(0, 5), st.sampled_from(SIGNS))
def test_one_sign_read_wrongly_is_noticed(name: str, place: int, sign: str) -> None:
    code = codes_of([SeatId(name)])[SeatId(name)]
    wrong = code[:place] + sign + code[place + 1 :]
    assert is_sound(wrong) == (wrong == code)


@given(st.text(min_size=1, max_size=12), st.integers(0, 5), st.integers(0, 5))
def test_two_signs_swapped_are_noticed(name: str, one: int, other: int) -> None:
    code = codes_of([SeatId(name)])[SeatId(name)]
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    assert is_sound("".join(signs)) == ("".join(signs) == code)


def test_a_code_is_understood_however_it_is_typed() -> None:
    code = codes_of(CHART.seats)[AE]
    for typed in (code, code.lower(), f"{code[:3]}-{code[3:]}", f" {code} ", QR_PREFIX + code):
        assert seat_of(typed, CHART.seats) == AE
    assert seat_of("22222", CHART.seats) is None
    assert seat_of("K7QX3", CHART.seats) is None


@pytest.mark.parametrize("name", FORMATS)
def test_the_square_on_the_paper_reads_as_the_seat(name: str) -> None:
    """From the picture of a page: find the square by its size and place, and read its modules."""
    card, scale = FORMATS[name], 8.0
    options = replace(wishing(format=name, is_single=True), seats=(CSM,))
    document = pypdfium2.PdfDocument(cards(PLAN, CHART, CATALOGUE, options))
    page = document[0 if card.is_tent else 1]
    picture = page.render(scale=scale, grayscale=True)
    data, stride = bytes(picture.buffer), picture.stride
    left, bottom, right, _top = page.get_trimbox()
    module = card.qr / 29
    x0 = right - card.margin * 0.7 - card.qr + 4 * module
    y0 = page.get_height() - bottom - card.margin * 0.7 - card.qr + 4 * module

    def is_dark(row: int, column: int) -> bool:
        x, y = (x0 + (column + 0.5) * module) * scale, (y0 + (row + 0.5) * module) * scale
        return data[int(y) * stride + int(x)] < 128

    said = read([[is_dark(row, column) for column in range(21)] for row in range(21)])
    assert left < right
    assert seat_of(said, CHART.seats) == CSM


def test_the_calibration_sheet_has_crosses_behind_its_scales() -> None:
    made = PdfReader(BytesIO(calibration(PLAN, CHART, CATALOGUE, TODAY)))
    assert len(made.pages) == 2
    assert "Calibration sheet" in made.pages[0].extract_text()
    assert made.pages[1].extract_text().strip() == ""
    assert "Nordlys" not in str(made.metadata)
