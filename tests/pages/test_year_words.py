"""What the page of twelve months says, in one sentence after the other."""

from dataclasses import replace
from datetime import date

import pytest

from salesorg_gui.capacity.capacity import capacity_of
from salesorg_gui.domain.records import Json, Status
from salesorg_gui.pages import year_words
from salesorg_gui.pages.year_figures import (
    MOST_ROWS,
    arrivals_figure,
    heat_figure,
    left_out_said,
    revenue_figure,
    waiting_figure,
)
from salesorg_gui.study.backward import Ladder, ladder_of
from salesorg_gui.study.told import part_titles
from salesorg_gui.study.year import YearAhead, year_ahead
from tests.capacity.test_capacity import line, team
from tests.rules.builders import ENGLISH, plan_of, seat

TODAY = date(2026, 11, 22)


def year(leads: float, *people: float, growth: float = 0.0, **answers: Json) -> YearAhead:
    drawn = line(leads, 0, team(*people))
    plan = plan_of(drawn, answers, {"capacity": {"growth_per_month": growth}})
    return year_ahead(capacity_of(plan, drawn, ENGLISH), TODAY)


def ladder(**answers: Json) -> Ladder:
    drawn = line(100, 50, team(1, 1, 1, 1))
    found = ladder_of(capacity_of(plan_of(drawn, answers), drawn, ENGLISH), dict.fromkeys(part_titles(), 1.0))
    assert found is not None
    return found


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("leads", "growth", "sentence"),
    [
        (600, 0.0, "Inbound has too little time already: 1.5 FTE of work, 1.0 FTE there."),
        (380, 0.05, "Inbound breaks first, in Mar 2027: 1.2 FTE of work, 1.0 FTE there."),
        (300, 0.0, "The next twelve months hold. Inbound is fullest, in Nov 2026: 75 % of its time."),
    ],
)
def test_the_finding_is_one_sentence(leads: float, growth: float, sentence: str) -> None:
    assert said(year_words.headline(year(leads, 1, 1, 9, 9, growth=growth))) == sentence


def test_what_waits_is_counted() -> None:
    found = list(map(said, year_words.consequences(year(500, 1, 1, 1, 9))))
    assert found == [
        "1.9 FTE more in Closing would last the year: start the search now.",
        "1 200 leads wait by Oct 2027.",
        "780 qualified leads wait for a closer by Oct 2027.",
    ]
    late = list(map(said, year_words.consequences(year(300, 1, 1, 9, 9, growth=0.045))))
    assert late[0] == "0.3 FTE more in Inbound would last the year: start the search in Feb 2027 at the latest."
    assert list(year_words.consequences(year(300, 1, 1, 9, 9))) == []


def test_customers_and_revenue_are_told_from_now_to_then() -> None:
    found = year(400, 1, 1, 9, 9, customers=60, contract_value=12_000)
    assert said(year_words.customers_said(found, 60)).startswith("60 customers today, 314 by Oct 2027: 276 come and 22")
    assert said(year_words.revenue_said(found)) == "Recurring revenue grows from 82 400 to 314 k a month."
    falling = year(1, 1, 1, 1, 9, customers=200, contract_value=12_000)
    assert "falls" in year_words.revenue_said(falling)
    assert year_words.revenue_said(year(400)) == ""


def test_what_there_is_nothing_to_show_of_has_no_graph() -> None:
    found = year(300, 1, 1, 9, 9)
    assert waiting_figure(found) is None
    assert revenue_figure(found) is None
    assert arrivals_figure(found, {}, TODAY, 3.0) is None
    assert [row.name for row in heat_figure(found).rows] == ["Inbound", "Outbound", "Closing", "Customer care"]


def test_of_many_who_start_the_first_are_shown() -> None:
    crowd = (replace(seat(f"ae{n}"), status=Status.OPEN) for n in range(MOST_ROWS + 5))
    drawn = line(100, 0, (*team(1, 1, 1, 1), *crowd))
    found = year_ahead(capacity_of(plan_of(drawn), drawn, ENGLISH), TODAY)
    figure = arrivals_figure(found, {}, TODAY, 3.0)
    assert figure is not None
    assert len(figure.rows) == MOST_ROWS
    assert left_out_said(len(found.arrivals)) == "The first 15 of 20."
    assert left_out_said(MOST_ROWS) == ""


def test_the_ladder_tells_each_sum() -> None:
    found = ladder(revenue_target=2_400_000, contract_value=10_000)
    steps = list(year_words.ladder_steps(found, year_words.Shares(0.2, 0.2875, 0.05)))
    assert [(amount, said(how)) for _title, amount, how in steps] == [
        ("20", "2.4 M a year / 10 000 a contract / 12 months"),
        ("100", "20 / 20 % that sign"),
        ("28.7", "100 leads a month × 28.75 % that qualify"),
        ("1\u202f425", "71.2 still to come / 5 % that qualify"),
    ]
    assert year_words.prospects_said(found) == (
        "There are 50 prospects a month today. 239 inbound leads more would do as well."
    )
    assert said(year_words.ladder_said(found)).startswith("The target takes 240 new customers a year, and 4.")
    assert year_words.managers_said(found) == "So many people take 1 manager, as a rule of thumb."


def test_a_target_there_are_people_for_asks_for_nobody() -> None:
    found = ladder(revenue_target=120_000, contract_value=10_000)
    assert year_words.ladder_said(found) == (
        "The target takes 12 new customers a year. There are people enough for that."
    )
    assert year_words.prospects_said(found) == ""
    assert [year_words.rung_note(rung) for rung in found.rungs] == [""] * 4
