"""What role cards say: complete, measured, with speed, and with those the seat depends on."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import KpiId, RoleId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.domain.records import Measure, Seat
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.role_cards import IncompleteCard
from tests.rules.builders import INBOUND, OUTBOUND, chart, found, one, organisation, seat

TARGET = (Measure(KpiId("revenue_won"), "2 M SEK", "quarter"),)
BARE = (Measure(KpiId("revenue_won")),)
ADA = seat("a", names=["Ada"])


def texts(**fields: str) -> Mapping[str, tuple[str, ...]]:
    return {name: (sentence,) for name, sentence in fields.items()}


def titles(rule: str, *seats: Seat) -> list[str]:
    return [finding.message for finding in found(rule, chart(seats))]


# ------------------------------------------------------------------------------------------------ role-card-incomplete


def test_a_card_without_expected_results_is_incomplete() -> None:
    finding = one("role-card-incomplete", chart([ADA]))
    assert finding.message == "The card of Ada lacks: expected results."
    assert finding.fix == "Give a measure its target, or write a goal or a result on the card."
    assert (finding.severity, finding.seats) == (Severity.WARNING, ("a",))


@pytest.mark.parametrize(
    "clear",
    [
        replace(ADA, goal="40 new customers"),
        replace(ADA, quota=2e6),
        replace(ADA, measures=TARGET),
        replace(ADA, texts=texts(results="Ten customers a quarter")),
    ],
)
def test_a_goal_a_quota_a_target_or_words_say_what_is_expected(clear: Seat) -> None:
    assert not titles("role-card-incomplete", clear)


@pytest.mark.parametrize(
    "vague",
    [
        replace(ADA, goal=" "),
        replace(ADA, quota=0.0),
        replace(ADA, measures=BARE),
        replace(ADA, texts=texts(results=" ")),
    ],
)
def test_blanks_and_measures_without_a_target_expect_nothing(vague: Seat) -> None:
    assert titles("role-card-incomplete", vague) == ["The card of Ada lacks: expected results."]


def test_a_card_tells_everything_it_lacks() -> None:
    made = OwnRole(RoleId("mine"), "Dealer")
    finding = one("role-card-incomplete", chart([seat("a", "mine", names=["Ada"])]), roles=[made])
    assert finding.message == ("The card of Ada lacks: purpose, expected results, measures, what it does not own.")


def test_what_a_role_of_the_plan_is_for_is_as_the_plan_says() -> None:
    made = OwnRole(RoleId("mine"), "Dealer", purpose="support", texts=texts(results="Deals", boundaries="No care"))
    finding = one("role-card-incomplete", chart([seat("a", "mine", names=["Ada"])]), roles=[made])
    assert finding.message == "The card of Ada lacks: measures."


def test_a_seat_without_a_sales_role_that_works_with_customers_lacks_its_kind_of_work_too() -> None:
    drawn = chart([replace(seat("a", "other", names=["Ada"], add=["closing"]), goal="Ten customers")])
    assert one("role-card-incomplete", drawn).message == "The card of Ada lacks: purpose, kind of work, measures."


@pytest.mark.parametrize("role", ["other", "Warehouse"])
def test_seats_without_a_sales_role_are_told_at_once(role: str) -> None:
    alone = one("role-card-incomplete", chart([seat("a", role, names=["Ada"])]))
    assert alone.message == "Ada has no sales role, so the card does not say what the seat is for."
    both = one("role-card-incomplete", chart([seat("a", role, names=["Ada"]), seat("b", role, names=["Bo"])]))
    assert both.message == "2 seats have no sales role, so their cards do not say what they are for: Ada, Bo."
    assert both.seats == ("a", "b")


@pytest.mark.parametrize(("count", "findings"), [(6, 6), (7, 1)])
def test_more_than_six_cards_that_lack_the_same_are_told_at_once(count: int, findings: int) -> None:
    told = titles("role-card-incomplete", *(seat(f"s{number}", names=[f"S{number}"]) for number in range(count)))
    assert len(told) == findings
    if findings == 1:
        assert told == ["7 role cards lack: expected results. They belong to S0, S1, S2, S3, S4 and 2 more."]


def test_cards_that_lack_different_things_are_told_apart() -> None:
    many = [seat(f"s{number}") for number in range(7)]
    mute = replace(seat("x", names=["Xi"]), texts=texts(boundaries=" "))
    told = found("role-card-incomplete", chart([*many, mute]))
    assert [len(finding.seats) for finding in told] == [7, 1]
    assert told[1].message == "The card of Xi lacks: expected results, what it does not own."


def test_looking_at_all_cards_at_once_tells_what_each_look_tells() -> None:
    crew = [seat(f"s{number}") for number in range(8)] + [seat(f"o{number}", "other") for number in range(3)]
    mute = replace(seat("x"), texts=texts(boundaries=" "))
    org, rule = organisation(chart([*crew, mute, seat("y", "other", add=["closing"])])), IncompleteCard()
    looks = (told for id in rule.among(org) for told in rule.look(org, id, {}))
    assert list(rule.examine(org, {})) == list(rule.together(org, looks, {}))


# --------------------------------------------------------------------------------------------------------- role-no-kpi


def test_a_seat_is_measured_by_its_own_measures_or_those_of_its_role() -> None:
    assert not titles("role-no-kpi", ADA, seat("b", "other", measures=BARE))


def test_a_seat_that_does_the_work_of_a_role_is_offered_its_measures() -> None:
    finding = one("role-no-kpi", chart([seat("a", "other", names=["Ada"], add=["demo_negotiation", "closing"])]))
    assert finding.message == "How is Ada measured?"
    assert finding.fix == ("Choose KPIs: Qualified lead to customer conversion, Closing speed, New revenue won.")


def test_a_role_of_the_plan_is_offered_the_measures_of_its_purpose() -> None:
    made = OwnRole(RoleId("mine"), "Helper", purpose="support")
    assert "Forecast accuracy" in one("role-no-kpi", chart([seat("a", "mine")]), roles=[made]).fix


def test_where_nobody_knows_the_work_no_measure_is_suggested() -> None:
    made = OwnRole(RoleId("mine"), "Helper")
    finding = one("role-no-kpi", chart([seat("a", "mine")]), roles=[made])
    assert finding.fix == "Choose one or two KPIs that show what the seat is there for."
    outside = one("role-no-kpi", chart([seat("a", "other", names=["Ada"]), seat("b", "?", names=["Bo"])]))
    assert outside.message == "How are these 2 seats without a sales role measured: Ada, Bo?"


# ------------------------------------------------------------------------------------------------ role-no-speed-measure


@pytest.mark.parametrize(
    ("kpis", "told"),
    [
        (("revenue_won",), ["Ada is judged on results only, not on speed."]),
        (("revenue_won", "meetings_held"), ["Ada follows up or closes, but is not measured on speed."]),
        (("revenue_won", "closing_cycle_time"), []),
        (("revenue_won", "our own figure"), []),
        ((), []),
    ],
)
def test_who_closes_is_measured_on_speed(kpis: tuple[str, ...], told: list[str]) -> None:
    measures = tuple(Measure(KpiId(kpi)) for kpi in kpis)
    assert titles("role-no-speed-measure", replace(ADA, measures=measures)) == told


@pytest.mark.parametrize(
    ("added", "count"), [("inbound_qualification", 1), ("closing", 1), ("outbound_prospecting", 0), ("growth", 0)]
)
def test_speed_counts_where_leads_are_followed_up_or_closed(added: str, count: int) -> None:
    assert len(titles("role-no-speed-measure", seat("a", "vp_sales", add=[added]))) == count


# -------------------------------------------------------------------------------------------- role-dependency-unstated

AGENCY = seat("z", "lead_gen_agency", names=["Zoe Zander"])
SDR = seat("s", "outbound_sdr", names=["Sam"])
LEADS = ("z > a: qualified_lead",)


def test_a_card_that_does_not_name_who_hands_over_leads_should() -> None:
    finding = one("role-dependency-unstated", chart([ADA, AGENCY], handoffs=LEADS))
    assert finding.message == "Ada depends on Zoe Zander; say so on the card."
    assert (finding.seats, finding.handoffs, finding.severity) == (("a", "z"), ("h z > a: qualified_lead",), "hint")


@pytest.mark.parametrize(
    "words",
    [
        "Good leads from the lead-generation agency.",
        "LEAD  GENERATION: agency's list",
        "What zoe zander finds",
        "Zoe is quick",
        "Outreach by Far Calls",
    ],
)
def test_a_card_names_somebody_by_name_title_or_role(words: str) -> None:
    agency = replace(AGENCY, title="Far Calls")
    ada = replace(ADA, texts=texts(dependencies=words))
    assert not found("role-dependency-unstated", chart([ada, agency], handoffs=LEADS))


def test_a_role_is_named_in_the_plural_and_by_the_one_it_is_a_variant_of() -> None:
    ada = replace(ADA, texts=texts(dependencies="What the SDRs find"))
    assert not found("role-dependency-unstated", chart([ada, SDR], handoffs=["s > a: qualified_lead"]))


def test_the_usual_partners_of_a_role_are_named_by_its_own_words() -> None:
    drawn = chart([ADA, SDR, seat("i", "sdr")], handoffs=["s > a: qualified_lead", "i > a: qualified_lead"])
    assert not found("role-dependency-unstated", drawn)


def test_words_of_the_seat_stand_in_place_of_those_of_the_role() -> None:
    ada = replace(ADA, texts=texts(dependencies="The weather"))
    drawn = chart([ada, SDR], handoffs=["s > a: qualified_lead"])
    assert one("role-dependency-unstated", drawn).message == "Ada depends on Sam; say so on the card."


def test_a_role_depends_on_the_lead_sources_it_usually_takes_from() -> None:
    drawn = chart([seat("i", "inbound_sdr"), ADA], handoffs=["in > i: raw_lead"], sources=[INBOUND, OUTBOUND])
    assert not found("role-dependency-unstated", drawn)
    drawn = chart([ADA], handoffs=["out > a: target_prospect"], sources=[INBOUND, OUTBOUND])
    finding = one("role-dependency-unstated", drawn)
    assert (finding.message, finding.sources) == ("Ada depends on Prospect list; say so on the card.", ("out",))
    named = replace(ADA, texts=texts(dependencies="The prospect list"))
    assert not found("role-dependency-unstated", replace(drawn, seats={named.id: named}))


def test_returns_questions_and_handoffs_to_oneself_make_nobody_depend() -> None:
    drawn = ["z > a: rejected_lead", "z > a: open_question", "a > a: qualified_lead", "z > a"]
    assert not found("role-dependency-unstated", chart([ADA, AGENCY], handoffs=drawn))


def test_many_seats_of_a_role_that_depend_on_the_same_roles_are_told_at_once() -> None:
    sellers = [seat(f"s{number}", names=[f"S{number}"]) for number in range(7)]
    agencies = [seat(f"z{number}", "lead_gen_agency", names=[f"Z{number}"]) for number in range(7)]
    drawn = chart([*sellers, *agencies], handoffs=[f"z{n} > s{n}: qualified_lead" for n in range(7)])
    finding = one("role-dependency-unstated", drawn)
    assert finding.message == (
        "7 seats depend on Lead-generation agency; their cards do not say so: S0, S1, S2, S3, S4 and 2 more."
    )
    assert len(finding.seats) == len(finding.handoffs) == 7
