"""Whom to hire first, and what is settled before."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.records import Check, HireStatus, Person, Seat, Status
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.hiring_search import SALES_VALUES
from tests.rules.builders import ENGLISH, Facts, chart, findings, found, one, seat
from tests.rules.cases.capacity import line, team
from tests.rules.cases.hiring import ADA, BO, HEAD, INSIDE, LINES, OPEN, PUBLIC, VALUES, looking, starting
from tests.rules.hiring import hire, hiring, opened

FOUNDER = seat("founder", "founder_hunter", names=["Finn"])
LARGE = {"start_team": "large_start_team"}


# ------------------------------------------------------------ order


def test_a_manager_who_starts_with_the_team_comes_too_late() -> None:
    late = one("hire-manager-first", starting("2027-03-01", "2027-03-01"))
    assert late.message == "Hire Head of Sales before Account Executive: the manager helps to hire and train them."
    assert late.seats == ("head", "new")


@pytest.mark.parametrize(("manager", "seller"), [("Q3", "2027-03-01"), ("2027-03-01", "Q3"), ("", "")])
def test_days_that_are_words_are_unknown(manager: str, seller: str) -> None:
    assert not found("hire-manager-first", starting(manager, seller))
    assert not found("hire-manager-vacant", starting(manager, seller))


def test_the_hire_says_better_than_the_seat_when_somebody_starts() -> None:
    drawn = hiring(starting("2027-01-01", "Q3"), hire("new", start="2026-12-01"))
    assert found("hire-manager-first", drawn)
    assert one("hire-manager-vacant", drawn).message == (
        "Account Executive starts on 2026-12-01 without anybody to report to."
    )


def test_sellers_who_are_there_already_do_not_wait_for_a_manager() -> None:
    there = replace(ADA, start="2020-01-01")
    drawn = chart([opened(HEAD, "2027-03-01"), there], LINES[:1])
    assert not found("hire-manager-first", drawn)


def test_leaders_further_up_come_first_too() -> None:
    seats = [opened(seat("vp", "vp_sales"), "2027-03-01"), opened(seat("head", "head_of_sales"), "2027-03-02")]
    drawn = chart([*seats, opened(OPEN, "2027-03-01")], ["head > vp", "new > head"])
    assert {finding.seats for finding in found("hire-manager-first", drawn)} == {("vp", "new"), ("head", "new")}
    circle = chart([*seats, opened(OPEN, "2027-03-01")], ["head > vp", "vp > head", "new > head"])
    assert len(found("hire-manager-first", circle)) >= 1


def test_somebody_may_report_further_up_until_the_manager_comes() -> None:
    seats = [seat("vp", "vp_sales", names=["Vera"]), opened(HEAD, "2027-06-01"), opened(OPEN, "2027-03-01")]
    assert not found("hire-manager-vacant", chart(seats, ["head > vp", "new > head"]))
    assert not found("hire-manager-vacant", chart(seats[1:], []))
    coming = replace(seats[0], people=(Person("Vera", start="2027-04-01"),))
    assert one("hire-manager-vacant", chart([coming, *seats[1:]], ["head > vp", "new > head"])).seats == ("new",)
    circle = chart([opened(HEAD, "2027-06-01"), opened(OPEN, "2027-03-01")], ["head > new", "new > head"])
    assert not found("hire-manager-vacant", circle)


# ------------------------------------------------------------ first sellers


def test_one_seller_alone_has_nobody_to_compete_with() -> None:
    alone = one("hire-never-one-seller", chart([FOUNDER, OPEN]))
    assert alone.fix == "Rather hire two part-time (0.5 each) than one full-time."
    there = one("hire-never-one-seller", chart([FOUNDER, ADA]), {"employees": 9})
    assert there.message == "There is one single seller: competition matters."
    assert not found("hire-never-one-seller", chart([FOUNDER, ADA]), {"employees": 8})
    assert not found("hire-never-one-seller", chart([FOUNDER, ADA]))
    assert not found("hire-never-one-seller", chart([FOUNDER]), {"employees": 9})
    assert found("hire-never-one-seller", chart([FOUNDER, ADA, OPEN]))
    assert not found("hire-never-one-seller", chart([FOUNDER, ADA, BO, OPEN]))


def test_an_agency_is_no_seller_and_an_empty_seat_nobody() -> None:
    agency, empty = seat("agency", "lead_gen_agency"), replace(BO, headcount=0)
    assert found("hire-never-one-seller", chart([FOUNDER, ADA, agency, empty]), {"employees": 9})


def test_past_eight_employees_somebody_sells_all_day() -> None:
    due = one("hire-first-seller-due", chart([FOUNDER]), {"employees": 9})
    assert due.message == "Past 8 employees companies hire their first full-time seller."
    assert due.seats == ("founder",)
    assert not found("hire-first-seller-due", chart([FOUNDER]), {"employees": 8})
    assert not found("hire-first-seller-due", chart([FOUNDER]))
    assert not found("hire-first-seller-due", chart([FOUNDER, ADA]), {"employees": 9})


def test_a_customer_who_is_worth_much_pays_a_seller() -> None:
    worth = one("hire-ltv-trigger", chart([FOUNDER]), {"ltv": 42_000})
    assert worth.message.startswith("A customer is worth 42\N{NO-BREAK SPACE}000 EUR")
    assert not found("hire-ltv-trigger", chart([FOUNDER, ADA]), {"ltv": 42_000})
    assert not found("hire-ltv-trigger", chart([FOUNDER]))
    assert not found("hire-ltv-trigger", chart([FOUNDER]), {"ltv": -42_000})


@pytest.mark.parametrize(
    ("seats", "missing"),
    [
        ([FOUNDER], "a sales manager, several reps, a customer success rep"),
        ([HEAD, ADA], "a second rep, a customer success rep"),
        ([ADA, BO, seat("csm", "customer_success_manager")], "a sales manager"),
    ],
)
def test_a_larger_start_says_who_is_missing(seats: list[Seat], missing: str) -> None:
    lacking = one("hire-large-start-incomplete", chart(seats), LARGE)
    assert lacking.message.endswith(f"; missing: {missing}.")
    assert not found("hire-large-start-incomplete", chart(seats), {"start_team": "small_start_team"})
    assert not found("hire-large-start-incomplete", chart(seats))


# ------------------------------------------------------------ what is settled before


def test_sales_values_are_decided_before_a_job_is_advertised() -> None:
    undecided = one("hire-values-undecided", looking(hire("new", PUBLIC)), {"culture": "cooperative"})
    assert undecided.severity is Severity.ERROR
    titles = [ENGLISH.questions[name].title.rstrip(" ?") for name in SALES_VALUES if name != "culture"]
    assert undecided.message == f"Decide the sales values before publishing jobs: {'; '.join(titles)}."
    assert not found("hire-values-undecided", looking(hire("new")))
    assert not found("hire-values-undecided", looking(hire("new", HireStatus.STARTED)), VALUES)


def test_a_hire_for_a_seat_that_is_gone_is_nobodys_business() -> None:
    assert not found("hire-values-undecided", looking(hire("gone", PUBLIC)))


def test_the_structure_stands_before_a_job_is_advertised() -> None:
    nameless = one("hire-structure-undecided", looking(hire("new", PUBLIC), model=""))
    assert nameless.fix == "Choose a model."
    wrong = one("hire-structure-undecided", looking(hire("new", PUBLIC)))
    assert wrong.fix == "Clear the errors."
    assert not found("hire-structure-undecided", looking(hire("new"), model=""))


def test_an_error_the_plan_does_not_ask_about_does_not_stand_in_the_way() -> None:
    drawn = looking(hire("new", PUBLIC))
    wrong = {finding.rule for finding in findings(drawn, VALUES) if finding.severity is Severity.ERROR}
    off: Facts = {rule: {"off": True} for rule in wrong}
    assert not found("hire-structure-undecided", drawn, VALUES, off)
    milder: Facts = {rule: {"severity": "warning"} for rule in wrong}
    assert not found("hire-structure-undecided", drawn, VALUES, milder)


@pytest.mark.parametrize(
    "known",
    [
        replace(ADA, people=(Person("Ada"),)),
        replace(ADA, people=(Person(seniority="senior"),)),
        replace(ADA, people=(), texts={"traits": ("Patient",)}),
    ],
)
def test_the_present_team_is_mapped_when_somebody_is_known(known: Seat) -> None:
    nobody = [replace(HEAD, people=()), replace(ADA, people=(Person(" "),)), OPEN]
    assert one("hire-organisation-not-mapped", chart(nobody)).seats == ()
    assert not found("hire-organisation-not-mapped", chart([nobody[0], known, OPEN]))
    assert not found("hire-organisation-not-mapped", chart(nobody[:2]))
    assert not found("hire-organisation-not-mapped", chart([OPEN]))


def test_those_inside_are_asked_while_somebody_is_looked_for() -> None:
    ask = one("hire-internal-first", looking(hire("new", PUBLIC)))
    assert ask.message == "Account Executive: have you looked inside the company and asked for referrals?"
    for status in (HireStatus.PLANNED, HireStatus.OFFER, HireStatus.STARTED):
        assert not found("hire-internal-first", looking(hire("new", status)))
    unticked = [replace(check, done=" ") for check in INSIDE]
    assert found("hire-internal-first", looking(hire("new", HireStatus.INTERVIEWING, checks=unticked)))


def test_whoever_gets_an_offer_has_a_training_plan() -> None:
    assert found("hire-no-training-plan", looking(hire("new", HireStatus.STARTED)))
    assert not found("hire-no-training-plan", looking(hire("new", HireStatus.INTERVIEWING)))
    elsewhere = [Check("follow_up", 0, who="Hanna")]
    assert found("hire-no-training-plan", looking(hire("new", HireStatus.OFFER, checks=elsewhere)))
    dated = [Check("onboarding", 3, due="2027-03-01")]
    assert not found("hire-no-training-plan", looking(hire("new", HireStatus.OFFER, checks=dated)))


def test_many_hires_alike_are_told_at_once() -> None:
    seats = [opened(seat(f"s{number}", title=f"Rep {number}")) for number in range(7)]
    drawn = hiring(chart(seats), *(hire(one.id, PUBLIC) for one in seats))
    assert one("hire-internal-first", drawn).message.startswith("7 seats are advertised: Rep 0, Rep 1,")
    few = hiring(chart(seats[1:]), *(hire(one.id, PUBLIC) for one in seats[1:]))
    assert len(found("hire-internal-first", few)) == 6


# ------------------------------------------------------------ need


def test_an_open_seat_with_little_work_can_wait() -> None:
    drawn = line([*team()[:2], opened(team()[2]), team()[3]], prospects=240)
    little = one("hire-not-needed", drawn)
    assert little.message == "Account Executive: the present volume needs only 0.24 FTE of Account Executive here."
    assert not found("hire-not-needed", line(team(), prospects=240))
    assert not found("hire-not-needed", line([*team()[:2], opened(team()[2]), team()[3]]))


def test_what_a_seat_is_needed_for_is_known_only_when_all_of_its_work_is() -> None:
    csm = line([*team()[:3], opened(team()[3], status=Status.PLANNED)], prospects=240)
    assert found("hire-not-needed", csm, {"customers": 5})
    assert not found("hire-not-needed", csm)
    both = opened(seat("ae", "closer_outbound"))
    ways = ("out > hunter: target_prospect", "hunter > ae: qualified_lead", "ae > csm: signed_customer")
    half_known = line([*team()[:2], both, team()[3]], prospects=100, ways=ways)
    assert not found("hire-not-needed", half_known)
    assert not found("hire-not-needed", chart([opened(HEAD)]))
