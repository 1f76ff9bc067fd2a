"""The whole chart on one page, readable whatever its size."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.commands.reading import opened
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, Person, Seat
from salesorg_gui.exchange.documents.chart import chart, chart_svg
from salesorg_gui.exchange.documents.options import PAPERS, Options
from salesorg_gui.exchange.documents.printing import NothingToPrint
from salesorg_gui.exchange.leaves import Leaves
from salesorg_gui.exchange.watch import watching
from tests.commands import EXAMPLE
from tests.exchange.documents.on_paper import overlapping
from tests.exchange.documents.organisation import AE, CHART, LONG, PLAN, SDR, WORD
from tests.exchange.documents.reading import run_together, says, texts

CATALOGUE = load("en")
TODAY = Options(today=date(2026, 1, 14))


def company(size: int) -> Chart:
    """A boss, leaders of six each, and nobody else."""
    seats = [Seat(SeatId(f"s{n}"), RoleId("sdr"), people=(Person(f"Name {n}"),)) for n in range(size)]
    lines = [Line(LineId(f"l{n}"), SeatId(f"s{n}"), SeatId(f"s{(n - 1) // 6}")) for n in range(1, size)]
    return Chart().with_records([*seats, *lines])


def paper_of(pdf: bytes) -> tuple[float, float]:
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    return float(box.width), float(box.height)


def test_the_chart_names_everybody_and_the_organisation() -> None:
    pdf = chart(PLAN, CHART, CATALOGUE, TODAY)
    assert says(pdf, "Nordlys <Software> & Co · Option A")
    for seat in (AE, SDR):
        assert says(pdf, CHART.seats[seat].holder)
    assert says(pdf, "Göteborg")
    assert says(pdf, "14 January 2026")


def test_words_too_long_for_their_card_stand_in_full_on_a_page_behind() -> None:
    pdf = chart(PLAN, CHART, CATALOGUE, TODAY)
    picture, behind = texts(pdf)
    assert run_together(LONG) in run_together(behind)
    assert run_together(WORD) in run_together(behind)
    assert "…" in picture


def test_a_few_of_them_stand_in_a_note_below_the_chart() -> None:
    small = company(4)
    title = "A title of so many words that no card of a chart can ever say them all " * 6
    told = chart(PLAN, small.with_records([replace(small.seats[SeatId("s2")], title=title)]), CATALOGUE, TODAY)
    assert len(texts(told)) == 1
    assert says(told, "In full")
    assert says(told, title)


def test_handoffs_that_share_a_pill_name_it_once() -> None:
    plan, leaves = opened(EXAMPLE).plan, Leaves()
    with watching(leaves):
        told = chart(plan, plan.first_chart, CATALOGUE, replace(TODAY, view="handoffs"))
    assert says(told, "Rejected lead")
    assert overlapping(leaves.all[0]) == []


def test_a_small_chart_stays_on_the_paper_asked_for() -> None:
    width, height = paper_of(chart(PLAN, company(4), CATALOGUE, TODAY))
    assert {round(width), round(height)} == {round(PAPERS["a4"].width), round(PAPERS["a4"].height)}


def test_the_paper_grows_with_the_company() -> None:
    areas = []
    for size in (4, 60, 300, 1200):
        pdf = chart(PLAN, company(size), CATALOGUE, TODAY)
        width, height = paper_of(pdf)
        areas.append(width * height)
        assert says(pdf, f"Name {size - 1}")
    assert areas == sorted(areas)
    assert areas[0] < areas[-1]


def test_the_drawing_is_also_svg() -> None:
    text = chart_svg(PLAN, CHART, CATALOGUE, TODAY).decode()
    assert "Søren Ærø" in text
    assert "Nordlys &lt;Software&gt; &amp; Co" in text


@pytest.mark.parametrize("draw", [chart, chart_svg])
def test_an_empty_chart_is_not_drawn(draw: Callable[..., bytes]) -> None:
    with pytest.raises(NothingToPrint, match="empty"):
        draw(PLAN, Chart(), CATALOGUE, TODAY)


def test_a_plan_without_a_title_still_has_a_heading() -> None:
    assert says(chart(replace(PLAN, title=""), replace(CHART, title=""), CATALOGUE, TODAY), "Chart")


def test_a_very_long_title_is_set_in_more_lines() -> None:
    title = "Försäljningsorganisationen " * 12
    assert says(chart(replace(PLAN, title=title), CHART, CATALOGUE, TODAY), title)
