"""Signs the font lacks: said before, printed as boxes, copied as typed."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from salesorg_gui import cli
from salesorg_gui.domain.records import Person
from salesorg_gui.drawing.measure import width
from salesorg_gui.drawing.shapes import Label, draw
from salesorg_gui.drawing.signs import missing, shown
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.exchange.signs import MissingSigns, missing_signs, told
from salesorg_gui.layout.geometry import Point
from salesorg_gui.storage.saving import save
from tests.exchange.documents.organisation import AE, CHART, CSM, PLAN

TODAY = Options(today=date(2026, 1, 14))
WISH = Wish("descriptions", "pdf", options=TODAY)
HOSTILE = "שלום 🎉 東京 <b>bold</b> </para> &amp; {name} %s"
STRANGE = CHART.with_records([replace(CHART.seats[AE], title=f"Seller {HOSTILE}", people=(Person("Søren 🦆"),))])


def printed(text: str) -> bytes:
    book = PdfBook(theme(ThemeName.PRINT), "Signs")
    book.page(400, 60)
    draw([Label(text, Point(10, 30), 12, "text_1")], book.pen())
    return book.finished()


def read(pdf: bytes) -> str:
    return PdfReader(BytesIO(pdf)).pages[0].extract_text()


def test_what_can_be_printed_is_not_spoken_of() -> None:
    assert missing_signs(PLAN, CHART, WISH) == ()
    assert list(told(())) == []


def test_who_holds_which_signs_is_told() -> None:
    found = missing_signs(PLAN, STRANGE, WISH)
    assert [set(one.signs) for one in found] == [set("שלום🎉東京🦆")]
    assert found[0].who.startswith("Seller")


def test_handoffs_pods_and_the_plan_itself_are_looked_at_too() -> None:
    handoff = replace(next(iter(CHART.handoffs.values())), condition="Agreed 🤝")
    pod = replace(next(iter(CHART.pods.values())), goal="🚀")
    found = missing_signs(replace(PLAN, title="計画"), CHART.with_records([handoff, pod]), WISH)
    assert [one.signs for one in found] == [("計", "画"), ("🤝",), ("🚀",)]
    assert found[1].who == "Handoff to Inbound SDR"


def test_the_command_line_warns_and_prints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "plan.salesorg", tmp_path / "out.pdf"
    save(source, replace(PLAN, charts={STRANGE.id: STRANGE}))
    assert cli.main(["export", str(source), "descriptions", "-o", str(out), "--seat", str(AE)]) == 0
    assert "the printing font has no" in capsys.readouterr().err
    assert out.exists()


def test_the_first_seat_is_named_by_its_warning() -> None:
    found = missing_signs(PLAN, STRANGE, WISH)
    assert next(told(found)).startswith("Seller")


def test_only_the_chosen_seats_are_looked_at() -> None:
    chosen = replace(WISH, options=replace(TODAY, seats=(CSM,)))
    assert missing_signs(PLAN, STRANGE, chosen) == ()


def test_files_shown_in_other_fonts_lack_nothing() -> None:
    assert missing_signs(PLAN, STRANGE, Wish("chart", "svg", options=TODAY)) == ()


def test_long_warnings_end_with_how_many_more_there_are() -> None:
    found = [MissingSigns(f"Seat {n}", ("🎉",)) for n in range(30)]
    lines = list(told(found))
    assert len(lines) == 9
    assert lines[-1] == "… and in 22 more places."


def test_a_sign_without_a_glyph_is_a_visible_box_and_is_copied_as_typed() -> None:
    pdf = printed("a 🎉 東 b")
    assert "🎉 東" in read(pdf)
    page = pypdfium2.PdfDocument(pdf)[0]
    assert "🎉" in page.get_textpage().get_text_bounded()
    picture = page.render(scale=2).to_pil().convert("L")
    left = 10 + width("a ", 12)
    box = picture.crop((round(2 * left), 30, round(2 * (left + width("🎉", 12))), 60))
    assert box.getextrema()[0] < 90


@pytest.mark.parametrize("first", ["🎉", "plain"])
def test_earlier_documents_leave_no_trace_in_later_ones(first: str) -> None:
    printed(first)
    assert printed("a 🎉 東 b") == printed("a 🎉 東 b")


def test_what_nobody_sees_takes_no_room() -> None:
    text = "so\u00adft \u200bwi\u2009de\u202fly\ufe0f"
    assert shown(text) == "soft wi de ly"
    assert missing(text) == ()
    assert width(text, 10) == pytest.approx(width("soft wi de ly", 10))
    assert "soft wi de ly" in read(printed(text))


@pytest.mark.parametrize("what", ["cards", "descriptions", "checklists", "chart"])
def test_hostile_texts_are_printed_as_typed(what: str) -> None:
    options = TODAY if what == "chart" else replace(TODAY, seats=(AE,))
    pdf = export(PLAN, STRANGE, Wish(what, "pdf", options=options))
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for sign in "🎉東京":
        assert sign in said
    assert "<b>bold" in said.replace("\n", "").replace(" ", "")
