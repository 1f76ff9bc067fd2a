"""Rules about growth, at their limits: what nobody answered is never held against anybody."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from salesorg_gui.domain.records import Json
from tests.rules.builders import INBOUND, chart, found, one, seat
from tests.rules.cases.growth import BANDS, BUSY, FOUNDER, HEAD, LINE


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"employees": 9}, "Time to leave the founder stage: 9 employees."),
        ({"ltv": 10001}, "Time to leave the founder stage: a customer is worth 10001 EUR."),
        (
            {"employees": 30, "ltv": 20000},
            "Time to leave the founder stage: 30 employees, a customer is worth 20000 EUR.",
        ),
        ({"employees": 8, "ltv": 10000}, ""),
        ({}, ""),
    ],
)
def test_a_founder_sells_alone_up_to_a_size_and_a_worth(answers: Mapping[str, Json], message: str) -> None:
    told = [finding.message for finding in found("growth-leave-founder", FOUNDER, answers)]
    assert told == ([message] if message else [])
    assert not found("growth-leave-founder", BANDS, answers)


def test_one_man_bands_are_told_what_keeps_them_busy() -> None:
    finding = one("growth-leave-one-man-bands", BANDS, BUSY)
    assert finding.message == (
        "One-man bands lack scalability and efficiency: "
        "5 sellers, 450 inbound leads a month, 130 qualified leads a month, 45 employees."
    )
    assert finding.seats == ("rep",)
    teams = {**BUSY, "segments": 2, "qualified_leads": 1}
    assert "qualified" not in one("growth-leave-one-man-bands", BANDS, teams).message


@pytest.mark.parametrize("missing", ["sellers", "frontline", "inbound_leads", "qualified_leads", "segments"])
def test_what_was_not_answered_leaves_the_stage_open(missing: str) -> None:
    answers = {name: value for name, value in BUSY.items() if name != missing}
    assert not found("growth-leave-one-man-bands", BANDS, answers)


def test_lead_sources_tell_how_many_leads_come_in() -> None:
    answers = {name: value for name, value in BUSY.items() if name != "inbound_leads"}
    drawn = replace(BANDS, sources={INBOUND.id: replace(INBOUND, per_month=500)})
    assert "500 inbound leads" in one("growth-leave-one-man-bands", drawn, answers).message


def test_specialists_of_several_markets_become_teams() -> None:
    assert one("growth-leave-specialists", LINE, {**BUSY, "segments": 3}).message == (
        "3 segments can each carry a complete team."
    )
    assert not found("growth-leave-specialists", BANDS, {**BUSY, "segments": 3})


def test_a_structure_ahead_of_the_company_is_told() -> None:
    finding = one("growth-too-early", LINE, {"sellers": 2})
    assert finding.message == "The structure is ahead of the company: Specialists drawn, One-man bands advised."
    assert not found("growth-too-early", LINE)
    assert not found("growth-too-early", BANDS, {"sellers": 2})
    assert not found("growth-too-early", chart([seat("x", "nobody knows")]), {"sellers": 2})


def test_tools_that_are_missing_are_named() -> None:
    no = {"crm": False, "sales_process": False, "activity_tracking": False}
    assert one("growth-process-missing", LINE, no).message == (
        "Missing for the next level: a CRM, a written sales process, activity tracking."
    )
    assert not found("growth-process-missing", FOUNDER, no)
    assert not found("growth-process-missing", chart([seat("x", "nobody knows")]), no)
    assert not found("growth-process-missing", LINE, {"crm": True})


def test_a_leader_is_told_which_tools_there_are_not() -> None:
    no = dict.fromkeys(("activity_tracking", "weekly_talk", "pipeline_report", "targeted_compensation"), False)
    assert one("growth-leadership-rhythm", chart([HEAD]), no).message == (
        "The leader lacks these tools: activity tracking, a weekly talk of the whole team, a pipeline report, "
        "pay for the activities that matter."
    )
    assert not found("growth-leadership-rhythm", LINE, no)
    assert not found("growth-leadership-rhythm", chart([HEAD]), dict.fromkeys(no, True))


@pytest.mark.parametrize(("answer", "count"), [(False, 1), (True, 0)])
def test_measures_are_looked_at_together(answer: bool, count: int) -> None:
    assert len(found("growth-kpi-review-missing", LINE, {"kpi_meeting": answer})) == count


CAUSE = "he usual cause is that the three sales roles are not separated."


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"symptoms_seen": ["firefighting"]}, f"Symptom 'Firefighting': t{CAUSE}"),
        (
            {"symptoms_seen": ["weak_leads", "late_follow_up"]},
            f"Symptoms 'Late follow-up, Weak leads': t{CAUSE}",
        ),
        ({"symptoms": 2}, f"Symptoms seen: 2. T{CAUSE}"),
        ({"symptoms": 0}, ""),
        ({"symptoms_seen": []}, ""),
        ({}, ""),
    ],
)
def test_symptoms_point_to_seats_that_find_and_close(answers: Mapping[str, Json], message: str) -> None:
    findings = found("growth-symptoms", BANDS, answers)
    assert [finding.message for finding in findings] == ([message] if message else [])
    assert all(finding.seats == ("rep",) for finding in findings)
    assert not found("growth-symptoms", LINE, answers)


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({"culture": "competitive", "values": ["ambition"]}, 1),
        ({"culture": "competitive", "values": ["ambition", "compassion"]}, 0),
        ({"culture": "competitive", "values": ["open_communication"]}, 0),
        ({"culture": "neutral", "values": ["ambition"]}, 0),
        ({"culture": "competitive"}, 0),
    ],
)
def test_competition_needs_humane_values(answers: Mapping[str, Json], count: int) -> None:
    assert len(found("growth-culture", LINE, answers)) == count
