"""Rules about structures, at their limits."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, StageId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.examine import examine
from tests.rules.builders import ENGLISH, INBOUND, Facts, chart, found, one, seat
from tests.rules.cases.models import FLOW, LINE, chain, islands, line

SMALL = {"budget": "small"}


@pytest.mark.parametrize(
    ("closers", "message"),
    [
        (4, "With 4 sellers and a small budget an assembly line can lower output and stunt growth."),
        (1, "With one seller and a small budget an assembly line can lower output and stunt growth."),
    ],
)
def test_few_sellers_need_no_line(closers: int, message: str) -> None:
    assert one("model-line-too-early", line(closers), SMALL).message == message


def test_a_chosen_line_without_sellers_is_early_too() -> None:
    finding = one("model-line-too-early", chart([seat("f", "founder_hunter")], model="assembly_line"), SMALL)
    assert finding.message.startswith("Without sellers of its own")


def test_a_drawn_line_is_early_whatever_was_chosen() -> None:
    assert found("model-line-too-early", line(model="pod"), SMALL)


@pytest.mark.parametrize("answers", [{}, {"budget": "medium"}])
def test_money_or_nobody_knows_spares_the_line(answers: dict[str, str]) -> None:
    assert not found("model-line-too-early", line(), answers)


def test_islands_do_not_scale() -> None:
    many = one("model-island-does-not-scale", islands(7))
    assert many.message == "7 full-cycle sellers: this structure does not scale."
    wanted = one("model-island-does-not-scale", islands(2), {"growth_goal": "scale"})
    assert wanted.message.startswith("You want to scale")
    assert not found("model-island-does-not-scale", islands(2), {"growth_goal": "steady"})
    assert not found("model-island-does-not-scale", line(9), {"growth_goal": "scale"})


STAGES = tuple(map(StageId, ("closing", "onboarding", "retention", "growth", "demo_negotiation")))
ALL_STAGES = (*STAGES, StageId("inbound_qualification"))


@pytest.mark.parametrize(
    ("accounts", "stages", "headcount", "message"),
    [
        (41, STAGES, 1, "Ina handles 41 accounts at 5 stages of the lifecycle."),
        (41, STAGES[:1], 1, "Ina handles 41 accounts at one stage of the lifecycle."),
        (41, (), 1, "Ina handles 41 accounts, from the first contact on."),
        (40, ALL_STAGES, 1, "Ina handles 40 accounts at 6 stages of the lifecycle."),
        (None, ALL_STAGES, 1, "Ina handles accounts at 6 stages of the lifecycle."),
        (81, (), 2, "Ina handles 81 accounts, from the first contact on."),
        (80, STAGES, 2, ""),
        (40, (*STAGES, StageId("unheard of")), 1, ""),
        (None, (), 1, ""),
    ],
)
def test_accounts_are_counted_by_person_and_by_stage(
    accounts: int | None, stages: tuple[StageId, ...], headcount: int, message: str
) -> None:
    rep = seat("rep", "island_rep", names=["Ina"], headcount=headcount)
    drawn = chart([replace(rep, accounts=accounts, account_stages=stages)])
    told = [finding.message for finding in found("model-island-many-accounts", drawn)]
    assert told == ([message] if message else [])


def test_only_island_reps_are_counted() -> None:
    assert not found("model-island-many-accounts", chart([replace(seat("ae"), accounts=400)]))


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({"relationship": "long_term"}, 1),
        ({"industry": "finance"}, 1),
        ({"industry": "real_estate"}, 1),
        ({"industry": "software", "relationship": "mixed"}, 0),
        ({}, 0),
    ],
)
def test_lasting_relations_suffer_from_a_line(answers: dict[str, str], count: int) -> None:
    assert len(found("model-relationship-many-handoffs", line(), answers)) == count


@pytest.mark.parametrize(
    ("model", "culture", "message"),
    [
        ("pod", "competitive", "Pod breeds a cooperative culture; you want a competitive one."),
        ("island", "cooperative", "Island breeds a competitive culture; you want a cooperative one."),
        ("pod", "cooperative", ""),
        ("island", "competitive", ""),
        ("assembly_line", "competitive", ""),
        ("island", "neutral", ""),
    ],
)
def test_a_structure_breeds_its_culture(model: str, culture: str, message: str) -> None:
    told = [one.message for one in found("model-culture-mismatch", line(model=model), {"culture": culture})]
    assert told == ([message] if message else [])


def test_without_a_choice_the_drawing_breeds_the_culture() -> None:
    assert found("model-culture-mismatch", islands(2, model=""), {"culture": "cooperative"})
    assert not found("model-culture-mismatch", chart([seat("h", "head_of_sales")]), {"culture": "cooperative"})


# ------------------------------------------------------------------------------------------------------- complication


def complexity(drawn: Chart) -> str:
    limits: Facts = {"model-overcomplicated": {"base": 0, "per_people": 100}}
    return one("model-overcomplicated", drawn, limits=limits).message


def test_levels_axes_handoffs_and_roles_add_up() -> None:
    seats = [*LINE, seat("head", "head_of_sales"), seat("who", "nobody knows")]
    lines = ["ae > head", "inb > ae"]
    drawn = chart(seats, lines, ["in > inb: raw_lead", *FLOW], [INBOUND])
    # 2 lines down, 3 handoffs along, 4 roles the trade knows; somebody unknown may meet customers as well.
    assert complexity(drawn) == "The structure is complicated (9) for 4 people (guide 0)."


def test_a_circle_counts_as_one_place() -> None:
    round_trip = chart([*LINE], ["inb > ae", "ae > inb"], [*FLOW, "csm > inb: raw_lead"])
    assert complexity(round_trip).startswith("The structure is complicated (3) ")


def test_alone_nobody_is_complicated_by_many() -> None:
    assert complexity(chart([seat("ae")])) == "The structure is complicated (1) for one person (guide 0)."


def test_nobody_to_serve_customers_means_nothing_is_said() -> None:
    limits: Facts = {"model-overcomplicated": {"base": 0, "per_people": 0}}
    assert not found("model-overcomplicated", chart([seat("h", "head_of_sales")]), limits=limits)
    assert not found("model-overcomplicated", chain(13), limits=limits)


# --------------------------------------------------------------------------------------------------------- versions


def version(day: str, lines: Iterable[str] = (), model: str = "pod") -> Chart:
    seats = [seat(id) for id in "abcdefgh"]
    return replace(chart(seats, lines, model=model), since=day, id=ChartId(day or "draft"))


def told(*versions: Chart, shown: int = -1) -> list[str]:
    plan = Plan(charts={one.id: one for one in versions})
    findings = examine(plan, versions[shown], ENGLISH)
    return [one.message for one in findings if one.rule == "model-reorganised-often"]


TWICE = ["2 reorganisations in a year: confusion, lost time, poor customer experience."]
OLD = ("b > a", "c > a", "d > a", "e > a")


def test_another_structure_is_a_reorganisation() -> None:
    assert told(version("2026-01-01"), version("2026-03-01", model="island"), version("2026-05-01")) == TWICE
    assert told(version("2026-01-01"), version("2026-03-01"), version("2026-05-01", model="island")) == []


@pytest.mark.parametrize(
    ("moved", "count"), [(("b > f", "c > f", "d > a", "e > a"), 0), (("b > f", "c > f", "d > f", "e > a"), 2)]
)
def test_more_than_half_of_the_lines_are_a_reorganisation(moved: tuple[str, ...], count: int) -> None:
    charts = (version("2026-01-01", OLD), version("2026-03-01", moved), version("2026-05-01", OLD))
    assert told(*charts) == TWICE[:count]


def test_lines_to_nobody_and_dotted_ones_do_not_count() -> None:
    charts = (version("2026-01-01"), version("2026-03-01", ["b > x", "c ~ a"]), version("2026-05-01"))
    assert told(*charts) == []


@pytest.mark.parametrize(("first", "count"), [("2025-05-01", 0), ("2025-05-02", 1)])
def test_only_the_last_twelve_months_count(first: str, count: int) -> None:
    charts = (version("2024-01-01"), version(first, model="island"), version("2026-05-01"))
    assert told(*charts) == TWICE[:count]


def test_the_day_after_leap_day_has_a_year_before_it() -> None:
    charts = (version("2027-01-01"), version("2027-03-01", model="island"), version("2028-02-29"))
    assert told(*charts) == TWICE


def test_drafts_are_not_told_and_do_not_count() -> None:
    dated = (version("2026-01-01"), version("2026-03-01", model="island"), version("2026-05-01"))
    assert told(*dated, version(""), shown=-1) == []
    assert told(*dated, version("someday"), shown=0) == TWICE
    assert told(version("2026-01-01"), version("", model="island"), shown=0) == []
