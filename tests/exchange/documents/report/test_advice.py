"""The advice in the report: what the answers speak for, points and factors; nothing where nothing was answered."""

from dataclasses import replace

from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Json
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import texts
from tests.exchange.documents.report.test_report import printed
from tests.exchange.documents.report.test_studies import pages_of

FOUNDER: dict[str, Json] = {
    "budget": "small",
    "sellers": 0,
    "employees": 5,
    "inbound_leads": 10,
    "qualified_leads": 4,
    "ltv": 4000,
    "startup": True,
    "frontline": 1,
}


def answered(answers: dict[str, Json]) -> Plan:
    return replace(PLAN, answers=answers)


def test_structures_and_factors_are_told_with_their_points() -> None:
    page = pages_of(printed(answered(FOUNDER), CHART), "Advice")
    assert "The answers speak for Island; nothing else is on offer." in page
    assert "Island +8" in page
    assert "Not offered. Two pods of three specialised roles need six customer-facing people" in page
    assert "A small budget favours the island" in page
    assert "Island +3, Assembly line (hunter-farmer) \u22122, Pod \u22122" in page


def test_no_source_is_named_to_the_reader() -> None:
    page = pages_of(printed(answered(FOUNDER), CHART), "Advice")
    assert not any(mark in page for mark in ("[S1]", "[S2]", "[S3]", "[S4]", "[+"))


def test_without_answers_there_is_no_advice() -> None:
    assert not any(text.startswith("Advice") for text in texts(printed(answered({}), CHART)))
