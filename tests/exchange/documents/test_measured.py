"""Measures on paper: formulas as people write them, targets in their unit."""

from dataclasses import replace

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.ids import KpiId
from salesorg_gui.exchange.documents.measured import counted, target
from salesorg_gui.i18n import speaking

KPIS = load("en").kpis


def told(said: str, period: str, kpi: str) -> str:
    return target(said, period, KPIS[KpiId(kpi)]).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("said", "period", "kpi", "words"),
    [
        ("34", "quarter", "closing_cycle_time", "34 days, every quarter"),
        ("1", "day", "lead_response_time", "1 hour, every day"),
        ("4", "", "ramp_time", "4 months"),
        ("28", "", "sql_to_customer_rate", "28 %"),
        ("28 %", "quarter", "sql_to_customer_rate", "28 %, every quarter"),
        ("300", "month", "new_prospects", "300 prospects a month"),
        ("20", "week", "acquisition_hours", "20 hours a week"),
        ("2.4 M SEK", "quarter", "revenue_won", "2.4 M SEK a quarter"),
        ("90000", "quarter", "revenue_won", "90000 a quarter"),
        ("1.1", "year", "territory_balance", "1.1, every year"),
        ("as agreed", "sprint", "retention_rate", "as agreed, sprint"),
        ("", "month", "retention_rate", "a month"),
        ("", "", "retention_rate", ""),
    ],
)
def test_a_target_is_said_in_the_unit_of_its_measure(said: str, period: str, kpi: str, words: str) -> None:
    assert told(said, period, kpi) == words


def test_the_target_of_an_unknown_measure_is_said_as_written() -> None:
    assert target("7", "week", None) == "7 a week"


def test_a_short_target_stays_on_one_line() -> None:
    assert " " not in target("2.4 M SEK", "", KPIS[KpiId("revenue_won")])


@pytest.mark.parametrize("language", ["sv", "da", "nb", "nl"])
def test_one_hour_is_not_many_in_any_language(language: str) -> None:
    with speaking(language):
        kpi = load(language).kpis[KpiId("lead_response_time")]
        one, many = target("1", "", kpi), target("8", "", kpi)
    assert many.endswith(kpi.unit)
    assert one in {"1\u00a0timme", "1\u00a0time", "1\u00a0uur"}


@pytest.mark.parametrize(
    ("kpi", "words"),
    [
        ("closing_cycle_time", "mean: signature date − qualified date (days)"),
        ("new_prospects", "count: prospects first approached in the month"),
        ("forecast_accuracy", "100 − |forecast − actual| / actual × 100 (%)"),
        ("territory_balance", "max(territory potential) / mean(territory potential) (ratio)"),
    ],
)
def test_a_formula_reads_as_people_write_it(kpi: str, words: str) -> None:
    assert counted(KPIS[KpiId(kpi)]) == words


def test_a_rate_needs_no_unit_behind_its_formula() -> None:
    kpi = replace(KPIS[KpiId("revenue_won")], formula="sum(value of deals)")
    assert counted(kpi) == "sum: value of deals"
