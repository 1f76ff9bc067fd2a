"""Everything typed is printed, letter by letter; nothing is clipped, whatever its length."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.exchange.documents.cards.printing import cards
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.documents.seat_papers import seat_papers
from tests.exchange.documents.organisation import AE, CHART, CROWD, CSM, EMPTY, LONG, LONGEST, PLAN, SDR, TWELVE, WORD
from tests.exchange.documents.reading import fonts, run_together, says, texts

TODAY = Options(today=date(2026, 1, 14))
CATALOGUE = load("en")
descriptions = seat_papers("descriptions")
checklists = seat_papers("checklists")
type Document = Callable[[Plan, Chart, Catalogue, Options], bytes]

ALL: list[Document] = [cards, descriptions, checklists]


def only(*seats: str) -> Options:
    return replace(TODAY, seats=tuple(seat for seat in CHART.seats if seat in seats))


@pytest.mark.parametrize("document", ALL)
def test_the_longest_title_is_printed_whole(document: Document) -> None:
    pdf = document(PLAN, CHART, CATALOGUE, only(LONGEST))
    assert says(pdf, LONG)
    assert document is checklists or says(pdf, WORD)


@pytest.mark.parametrize("document", [cards, descriptions])
def test_twelve_people_on_one_seat_are_all_named(document: Document) -> None:
    pdf = document(PLAN, CHART, CATALOGUE, only(CROWD))
    assert [name for name in TWELVE if not says(pdf, name)] == []


@pytest.mark.parametrize("document", ALL)
def test_markup_is_printed_as_typed(document: Document) -> None:
    assert says(document(PLAN, CHART, CATALOGUE, only(SDR)), "Nordlys <Software> & Co")


def test_a_card_tells_what_is_received_and_handed_over() -> None:
    pdf = cards(PLAN, CHART, CATALOGUE, only(AE))
    assert says(pdf, "Qualified lead from Inbound SDR, within 24 hours")
    assert says(pdf, "Signed customer to Customer Success Manager, within 48 hours")
    assert says(pdf, "Rejected lead back to Inbound SDR, within 24 hours")
    assert says(pdf, "New revenue won: 2.4 M SEK a quarter")
    assert says(pdf, "Maja Fält, Head of Sales")


def test_a_description_holds_every_field_of_the_role() -> None:
    role = CATALOGUE.role("account_executive")
    pdf = descriptions(PLAN, CHART, CATALOGUE, only(AE))
    sentences = (
        role.mission,
        *role.responsibilities,
        *role.boundaries,
        *role.depends_on,
        role.for_colleagues,
        *role.hire_for,
        *role.mistakes,
        *role.workload,
    )
    assert [sentence for sentence in sentences if not says(pdf, sentence)] == []
    assert says(pdf, "Need, budget and date are known")
    assert says(pdf, "Shared goal: 93 % kept customers")


def test_texts_of_a_seat_go_before_those_of_its_role() -> None:
    seat = replace(CHART.seats[AE], texts={"mission": ("Wins the north.",), "boundaries": ("Prices – finance’s.",)})
    pdf = descriptions(PLAN, CHART.with_records([seat]), CATALOGUE, only(AE))
    assert says(pdf, "Wins the north.")
    assert says(pdf, "Prices – finance’s.")
    assert not says(pdf, CATALOGUE.role("account_executive").mission)


def test_a_seat_of_an_unknown_role_prints_under_its_id() -> None:
    assert says(cards(PLAN, CHART, CATALOGUE, only(EMPTY)), "nobody_knows_this_role")


def test_a_checklist_has_one_tick_box_an_item_and_ticks_what_is_done() -> None:
    pdf = checklists(PLAN, CHART, CATALOGUE, only(CSM))
    boxes = [
        annotation.get_object()
        for page in PdfReader(BytesIO(pdf)).pages
        for annotation in page.get("/Annots", ())
        if annotation.get_object().get("/FT") == "/Btn"
    ]
    role = CATALOGUE.role("customer_success_manager")
    items = sum(len(step.items) for step in CATALOGUE.hiring_steps.values())
    assert len(boxes) == items + len(role.hire_for) + len(role.kpis) + 1
    assert len({box["/T"] for box in boxes}) == len(boxes)
    assert [str(box["/T"]) for box in boxes if box["/V"] != "/Off"] == ["csm-map-0"]
    assert says(pdf, "Övertid i två kvartal")
    assert says(pdf, f"1 of {len(boxes)} done on 14 January 2026")


def test_every_item_of_every_hiring_step_is_printed() -> None:
    pdf = checklists(PLAN, CHART, CATALOGUE, only(CSM))
    items = [item for step in CATALOGUE.hiring_steps.values() for item in step.items]
    assert [item for item in items if not says(pdf, item)] == []


def test_without_a_choice_checklists_are_for_seats_to_fill() -> None:
    pages = texts(checklists(PLAN, CHART, CATALOGUE, TODAY))
    assert all("CSM-01" in page for page in pages)


def test_an_organisation_without_open_seats_says_so() -> None:
    filled = {name: replace(seat, status=Status.FILLED) for name, seat in CHART.seats.items()}
    with pytest.raises(NothingToPrint, match="No seat is open"):
        checklists(PLAN, replace(CHART, seats=filled), CATALOGUE, TODAY)


@pytest.mark.parametrize("document", [cards, descriptions])
def test_an_empty_chart_says_so(document: Document) -> None:
    with pytest.raises(NothingToPrint, match="no seats yet"):
        document(PLAN, Chart(), CATALOGUE, TODAY)


@pytest.mark.parametrize("document", ALL)
def test_two_prints_of_one_plan_are_the_same_file(document: Document) -> None:
    assert document(PLAN, CHART, CATALOGUE, TODAY) == document(PLAN, CHART, CATALOGUE, TODAY)


@pytest.mark.parametrize("document", ALL)
def test_only_inter_is_used_and_it_is_embedded(document: Document) -> None:
    shown = fonts(document(PLAN, CHART, CATALOGUE, TODAY))
    assert shown
    assert all("Inter" in str(font["/BaseFont"]) for font in shown)
    assert all("/FontFile2" in str(font["/FontDescriptor"].get_object()) for font in shown)


def test_four_cards_share_a_sheet_and_backs_lie_behind_their_fronts() -> None:
    pages = texts(cards(PLAN, CHART, CATALOGUE, only(AE, SDR, CSM, EMPTY)))
    assert len(pages) == 2
    fronts, backs = (run_together(page) for page in pages)
    assert fronts.index("AE-01") != -1
    assert "Talkaboutit" in backs
    assert "Talkaboutit" not in fronts


@pytest.mark.parametrize("paper", ["a4", "letter", "a5", "a3"])
def test_cards_fit_every_paper(paper: str) -> None:
    pdf = cards(PLAN, CHART, CATALOGUE, replace(only(AE, SDR), paper=paper))
    assert says(pdf, "Signed customer")


@pytest.mark.parametrize("language", ["sv", "da", "nb", "nl"])
def test_documents_speak_the_language_of_the_plan_where_it_is_known(language: str) -> None:
    catalogue = load(language)
    pdf = descriptions(PLAN, CHART, catalogue, only(AE))
    assert says(pdf, catalogue.role("account_executive").title)


def test_a_checklist_for_a_filled_seat_says_who_holds_it() -> None:
    assert says(checklists(PLAN, CHART, CATALOGUE, only(AE)), "Close · Søren Ærø")
    assert not says(checklists(PLAN, CHART, CATALOGUE, only(AE)), "Nobody named yet")
