"""The papers of a hire: what they say, what can be filled in, and what can be read back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import HireId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Score, Scorecard, Status
from salesorg_gui.exchange.documents.options import MM, Options
from salesorg_gui.exchange.documents.papers.every import PAPERS
from salesorg_gui.exchange.documents.seat_papers import seat_papers
from salesorg_gui.exchange.exporting import Wish, export
from salesorg_gui.resources import resource
from salesorg_gui.storage.reading import read
from tests.exchange.documents.organisation import AE, CHART, CSM, PLAN, SDR
from tests.exchange.documents.reading import run_together, says, smallest_type, texts

CATALOGUE = load("en")
TODAY = Options(today=date(2026, 1, 14))
NORDIC = "Åsa Öberg, ærlig og god på møter"


def printed(what: str, chart: Chart = CHART, options: Options = TODAY, plan: Plan = PLAN) -> bytes:
    return seat_papers(what)(plan, chart, CATALOGUE, options)


def fields(pdf: bytes) -> dict[str, DictionaryObject]:
    return dict((PdfReader(BytesIO(pdf)).get_fields() or {}).items())


def widgets(pdf: bytes) -> Iterator[tuple[int, DictionaryObject]]:
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        for one in page.get("/Annots", ()):
            yield number, one.get_object()


def corners(rect: PdfObject) -> list[float]:
    assert isinstance(rect, ArrayObject)
    return [float(each) for each in rect]


def with_cards(*cards: Scorecard) -> Chart:
    return CHART.with_records([replace(CHART.hires[HireId("r1")], scorecards=cards)])


def card(candidate: str, *scores: Score) -> Scorecard:
    return Scorecard(candidate, "Maja Fält", "2026-01-10", scores)


@pytest.mark.parametrize("what", [name for name in PAPERS if name != "descriptions"])
def test_papers_of_a_hire_are_filled_in_by_other_programs_and_read_back(what: str) -> None:
    pdf = printed(what)
    names = [name for name, field in fields(pdf).items() if field.get("/FT") == "/Tx"]
    assert names
    writer = PdfWriter(clone_from=BytesIO(pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict.fromkeys(names, NORDIC))
    out = BytesIO()
    writer.write(out)
    found = fields(out.getvalue())
    assert {str(found[name]["/V"]) for name in names} == {NORDIC}


def test_what_is_filled_in_is_seen() -> None:
    pdf = printed("checklists")
    writer = PdfWriter(clone_from=BytesIO(pdf))
    filled = {"csm-map-1": "/Yes", "csm-map-1-remark": "ÅÄÖ æø €"}
    writer.update_page_form_field_values(writer.pages[0], filled)
    out = BytesIO()
    writer.write(out)
    assert ink(out.getvalue(), "csm-map-1") > ink(pdf, "csm-map-1")
    assert ink(out.getvalue(), "csm-map-1-remark") > ink(pdf, "csm-map-1-remark")


def ink(pdf: bytes, name: str) -> int:
    """How many dark dots pdfium paints where a field is."""
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    number, rect = next((n, one["/Rect"]) for n, one in widgets(pdf) if one.get("/T") == name)
    page = document[number]
    left, bottom, right, top = corners(rect)
    crop = (left, bottom, page.get_width() - right, page.get_height() - top)
    picture = page.render(scale=2, crop=crop, grayscale=True).to_pil()
    return sum(picture.histogram()[:110])


def test_every_field_lies_on_its_page_and_says_what_it_is() -> None:
    pdf = printed("kit")
    pages = PdfReader(BytesIO(pdf)).pages
    for number, one in widgets(pdf):
        left, bottom, right, top = corners(one["/Rect"])
        assert 0 < left < right < float(pages[number].mediabox.width)
        assert 0 < bottom < top < float(pages[number].mediabox.height)
        parent = one.get("/Parent", one).get_object()
        assert str(parent["/TU"]).strip()


def test_fields_do_not_lie_on_each_other() -> None:
    every = [(number, corners(one["/Rect"])) for number, one in widgets(printed("kit"))]
    for place, (page, one) in enumerate(every):
        for other_page, other in every[place + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert page != other_page or apart


def test_who_receives_interviews_and_the_candidate_asks_who_hands_over() -> None:
    pdf = printed("interviews", options=replace(TODAY, seats=(AE,)))
    assert says(pdf, "Customer Success Manager asks, who receives")
    assert says(pdf, "The candidate asks Inbound SDR, who hands over")
    assert says(pdf, "I act on it within 48 hours. What do you do so that I can?")
    content = CATALOGUE.objects[CHART.handoffs_from[AE][0].object].content  # type: ignore[index]
    assert says(pdf, f"Listen for: {', '.join(content)}")


def test_without_handoffs_interviewers_are_those_the_role_usually_hands_over_to() -> None:
    pdf = printed("interviews", replace(CHART, handoffs={}), replace(TODAY, seats=(AE,)))
    usual = CATALOGUE.role(CATALOGUE.role("account_executive").hands_over[0].role).title
    assert says(pdf, f"{usual} asks, who receives")


def test_a_scorecard_asks_for_everything_the_role_needs_and_keeps_its_weights() -> None:
    pdf = printed("scorecards")
    role = CATALOGUE.role("customer_success_manager")
    assert [trait for trait in role.hire_for if not says(pdf, trait)] == []
    for group in CATALOGUE.scorecard.groups:
        assert says(pdf, group.title)
        assert says(pdf, f"Weight {group.weight:.0f}")
    assert [words for words in CATALOGUE.scorecard.anchors.values() if not says(pdf, words)] == []
    scales = [field for field in fields(pdf).values() if int(field.get("/Ff", 0)) & 1 << 15]
    assert len(scales) >= len(role.hire_for)


def test_each_candidate_has_a_card_alone_with_what_was_scored() -> None:
    anchors = {"1": "never asks", "5": "asks twice"}
    one = card("A-17", Score("Listens", "role_requirements", 4, must=True, evidence="Asked twice", anchors=anchors))
    other = card("B-2", Score("Listens", "role_requirements", 2), Score("Sings", "gone", 5))
    pages = [run_together(page) for page in texts(printed("scorecards", with_cards(one, other)))]
    assert not any("A-17" in page and "B-2" in page for page in pages)
    pdf = printed("scorecards", with_cards(one, other))
    assert says(pdf, "Asked twice")
    assert says(pdf, "1 = never asks · 5 = asks twice")
    assert says(pdf, "Other criteria")
    chosen = [str(field["/V"]) for field in fields(pdf).values() if int(field.get("/Ff", 0)) & 1 << 15]
    assert sorted(value for value in chosen if value != "/Off") == ["/2", "/4", "/5"]


def test_the_kit_has_a_scorecard_without_anybody_on_it() -> None:
    pdf = printed("kit", with_cards(card("A-17", Score("Listens", "role_requirements", 4, evidence="Asked"))))
    assert says(pdf, "Listens")
    assert not says(pdf, "A-17")
    assert not says(pdf, "Asked")


def test_a_kit_is_found_by_seat_and_kind() -> None:
    outline = PdfReader(BytesIO(printed("kit"))).outline
    assert len(outline) == 2
    assert isinstance(outline[1], list)
    assert len(outline[1]) == 5


def test_goals_have_days_once_somebody_said_when_the_seat_is_filled() -> None:
    assert says(printed("first-days"), "By 31 March 2026")
    seat = replace(CHART.seats[CSM], start="Q3")
    assert not says(printed("first-days", CHART.with_records([seat])), "By ")


def test_limits_of_what_is_received_are_goals_too() -> None:
    assert says(printed("first-days"), "Acts within 48 hours on: Signed customer")


def test_measures_are_followed_month_by_month_beside_their_targets() -> None:
    pdf = printed("follow-ups", options=replace(TODAY, seats=(AE,)))
    assert says(pdf, "2.4 M SEK a quarter")
    assert "ae-measure-0-6" in fields(pdf)


def test_pay_is_on_paper_only_when_asked_for() -> None:
    wish = replace(TODAY, seats=(AE,))
    assert not says(printed("descriptions", options=wish), "Fixed pay")
    assert says(printed("descriptions", options=replace(wish, has_salaries=True)), "Fixed pay")


def test_an_empty_field_of_a_description_can_be_written() -> None:
    assert {"ae-expectations", "ae-training"} <= set(
        fields(printed("descriptions", options=replace(TODAY, seats=(AE,))))
    )


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", 297, 210), ("a3", 420, 297)])
def test_two_languages_stand_side_by_side_on_paper_that_lies(paper: str, width: float, height: float) -> None:
    options = replace(TODAY, paper=paper, second_language="sv")
    for what in ("descriptions", "scorecards"):
        pdf = printed(what, options=replace(options, seats=(CSM,)))
        page = PdfReader(BytesIO(pdf)).pages[0]
        assert float(page.mediabox.width) == pytest.approx(width * MM, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(height * MM, abs=0.1)
        assert says(pdf, load("en").role("customer_success_manager").hire_for[0])
        assert says(pdf, load("sv").role("customer_success_manager").hire_for[0])
        assert smallest_type(pdf) >= 6.49


def test_the_same_language_twice_is_one() -> None:
    assert printed("checklists", options=replace(TODAY, second_language="en")) == printed("checklists")


def test_nobody_meets_a_lead_source() -> None:
    chart = replace(CHART, seats={**CHART.seats, SDR: replace(CHART.seats[SDR], status=Status.OPEN, people=())})
    said = "".join(texts(printed("scorecards", chart, replace(TODAY, seats=(SDR,)))))
    assert "Works well with Account Executive" in said
    assert said.count("Works well with") == 1


def test_each_half_of_a_page_counts_pages_in_its_own_language() -> None:
    options = Options(today=date(2026, 1, 14), seats=(AE,), second_language="sv")
    first = texts(seat_papers("descriptions")(PLAN, CHART, load("en"), options))[0]
    assert " of " in first
    assert re.search(r"\d av \d", first)


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb", "nl"])
def test_half_a_year_of_measures_stands_on_one_page_in_every_language(language: str) -> None:
    plan = read(resource("examples/nordlys.salesorg")).plan
    open_seats = [seat for seat in plan.first_chart.seats.values() if seat.status is not Status.FILLED]
    pdf = export(plan, plan.first_chart, Wish("follow-ups", "pdf", language, TODAY))
    assert len(PdfReader(BytesIO(pdf)).pages) == len(open_seats)
