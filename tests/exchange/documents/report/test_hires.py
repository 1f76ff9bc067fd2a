"""What the report tells of hires: the seats in their order, what to watch, the calendar, and what is not known."""

from datetime import date

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Status
from salesorg_gui.exchange.documents.report import hires
from salesorg_gui.exchange.documents.report.scope import Scope
from tests.exchange.documents.reading import texts
from tests.exchange.documents.report.test_report import CATALOGUE, begins_on, printed
from tests.rules.builders import seat
from tests.study.hiring.companies import BIG, line, status

DAY = date(2027, 1, 15)


def pages(drawn: Chart) -> str:
    """The part, in one line."""
    pdf = printed(Plan(answers=BIG, charts={drawn.id: drawn}), drawn)
    first = begins_on(pdf, "Hiring plan") - 1
    return " ".join(" ".join(texts(pdf)[first : first + 2]).split())


def test_every_seat_is_listed_with_what_to_watch_and_when() -> None:
    told = pages(line(520, more=(status(seat("ae2"), Status.PLANNED),)))
    assert "1. Account Executive under Head of Sales" in told
    assert "More than 118 qualified leads a month for 2 months." in told
    assert "150 qualified leads a month come today" in told
    assert "Search from" in told
    assert "Nobody said how many customers there are today" in told


def test_the_calendar_names_the_seats_and_what_happens() -> None:
    told = pages(line(520))
    calendar = told[told.index("Calendar") :]
    assert "Searching" in calendar
    assert "Learning" in calendar
    assert "1. 2 × Account Executive" in calendar


def test_where_nobody_is_to_be_hired_it_says_so() -> None:
    told = pages(line(20, handoffs=()))
    assert "Nobody has to be hired in the next 12 months." in told
    assert "Open it when" not in told


def test_why_there_is_no_plan_is_told() -> None:
    drawn = line(1e300)
    found = hires.plan_of(Scope(Plan(charts={drawn.id: drawn}), drawn, CATALOGUE), DAY)
    assert hires.in_short(found) == ""
    (_title, refusal) = hires.pieces(Scope(Plan(), drawn, CATALOGUE), found, 400)
    assert refusal.block.height > 0


def test_in_short_it_counts_people() -> None:
    drawn = line(520)
    found = hires.plan_of(Scope(Plan(answers=BIG, charts={drawn.id: drawn}), drawn, CATALOGUE), DAY)
    assert hires.in_short(found).endswith("people to hire")


def test_seats_drawn_already_are_mentioned_in_the_index() -> None:
    drawn = line(520, more=(status(seat("ae2"), Status.PLANNED),))
    scope = Scope(Plan(answers=BIG, charts={drawn.id: drawn}), drawn, CATALOGUE)
    about = {id for piece in hires.pieces(scope, hires.plan_of(scope, DAY), 400) for id in piece.about}
    assert about == {"ae2"}


def test_a_calendar_of_many_stays_on_its_page() -> None:
    drawn = line(900, 900)
    scope = Scope(Plan(parameters={"capacity": {"growth_per_month": 0.9}}, charts={drawn.id: drawn}), drawn, CATALOGUE)
    blocks = [piece.block for piece in hires.pieces(scope, hires.plan_of(scope, DAY), 480)]
    assert max(block.height for block in blocks) < 640
