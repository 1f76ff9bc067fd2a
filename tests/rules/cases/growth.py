"""Cases of the rules about growth."""

from collections.abc import Mapping
from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Json
from tests.rules.builders import chart, plan_of, seat
from tests.rules.cases.case import Case, case

FOUNDER = chart([seat("f", "founder_hunter", names=["Fia"]), seat("csm", "customer_success_manager")], ["csm > f"])
LINE = chart([seat("inb", "inbound_sdr"), seat("ae"), seat("csm", "customer_success_manager")])
HEAD = seat("head", "head_of_sales", names=["Hanna"])
BANDS = chart([HEAD, seat("rep", "island_rep", headcount=5, names=["Ina"])], ["rep > head"])
BUSY: Mapping[str, Json] = {
    "sellers": 5,
    "frontline": 9,
    "inbound_leads": 450,
    "qualified_leads": 130,
    "segments": 1,
    "employees": 45,
}


def told(
    rule: str, drawn: Chart, triggers: Mapping[str, Json], spared: Mapping[str, Json], *, is_fixable: bool = False
) -> Case:
    """One chart, and answers that differ."""
    return Case(rule, plan_of(drawn, triggers), plan_of(drawn, spared), is_fixable)


CASES: tuple[Case, ...] = (
    told("growth-leave-founder", FOUNDER, {"employees": 9}, {"employees": 8}, is_fixable=True),
    told("growth-leave-one-man-bands", BANDS, BUSY, {**BUSY, "sellers": 3}),
    told("growth-leave-specialists", LINE, {**BUSY, "segments": 2}, BUSY),
    told("growth-too-early", LINE, {**BUSY, "sellers": 3}, BUSY),
    told("growth-process-missing", LINE, {"crm": False}, {"crm": True}),
    case(
        "growth-leadership-rhythm",
        chart([HEAD, seat("ae")]),
        chart([replace(HEAD, role=seat("x").role), seat("ae")]),
        answers={"weekly_talk": False},
    ),
    told("growth-kpi-review-missing", LINE, {"kpi_meeting": False}, {}),
    case("growth-symptoms", BANDS, LINE, answers={"symptoms_seen": ["firefighting"]}, is_fixable=True),
    told(
        "growth-culture",
        LINE,
        {"culture": "competitive", "values": ["ambition"]},
        {"culture": "competitive", "values": ["ambition", "support"]},
        is_fixable=True,
    ),
)
