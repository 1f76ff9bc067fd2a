"""The structure and the growth stage a drawing shows."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Json, Seat
from salesorg_gui.rules.examine import examine
from tests.rules.builders import ENGLISH, chart, found, one, organisation, plan_of, pod, seat, segment

FLOW = ("inb > ae: qualified_lead", "ae > csm: signed_customer")


def line(*others: Seat, flow: tuple[str, ...] = FLOW, model: str = "") -> Chart:
    seats = (seat("inb", "inbound_sdr"), seat("ae"), seat("csm", "customer_success_manager"))
    return chart([*seats, *others], handoffs=flow, model=model)


def team(name: str, *, size: int = 1, within: str | None = None) -> list[Seat]:
    roles = {"inb": "inbound_sdr", "ae": "account_executive", "csm": "customer_success_manager"}
    return [seat(f"{kind}-{name}", role, pod=within, headcount=size) for kind, role in roles.items()]


def pods(*others: Seat, count: int = 2) -> Chart:
    """Complete pods of four people each, two of whom close, and others."""
    names = [f"p{number}" for number in range(count)]
    members = [one for name in names for one in (*team(name, within=name), seat(f"x-{name}", pod=name))]
    return chart([*members, *others], pods=map(pod, names))


def structure(drawn: Chart) -> str | None:
    return organisation(drawn).detected.structure


def stage(drawn: Chart) -> str | None:
    return organisation(drawn).detected.stage


@pytest.mark.parametrize(("outside", "drawn"), [(2, "pod"), (3, "mixed")])
def test_pods_are_drawn_where_three_quarters_of_the_people_stand_in_complete_ones(outside: int, drawn: str) -> None:
    assert structure(pods(seat("out", headcount=outside))) == drawn


def test_one_pod_makes_no_pod_structure() -> None:
    assert structure(pods(count=1)) == "mixed"


def test_a_pod_of_one_seat_is_not_complete() -> None:
    reps = [seat("a", "island_rep", pod="p"), seat("b", "island_rep", pod="q")]
    assert structure(chart(reps, pods=[pod("p"), pod("q")])) == "island"


def test_neighbours_and_leaders_do_not_count_as_frontline() -> None:
    drawn = pods(seat("m", "marketing", headcount=50), seat("h", "head_of_sales", headcount=50))
    assert structure(drawn) == "pod"


def test_a_shared_seat_that_works_with_a_pod_completes_it() -> None:
    halves = [one for name in ("p0", "p1") for one in team(name, within=name, size=2)[1:]]
    helper = seat("sdr", "sdr", shared=True)
    calls = [f"sdr > ae-{name}: qualified_lead" for name in ("p0", "p1")]
    both = [pod("p0"), pod("p1")]
    assert structure(chart([*halves, helper], handoffs=calls, pods=both)) == "pod"
    assert structure(chart([*halves, replace(helper, shared=False)], handoffs=calls, pods=both)) != "pod"
    assert structure(chart([*halves, helper], pods=both)) != "pod"


@pytest.mark.parametrize(("others", "drawn"), [(1, "island"), (2, "mixed")])
def test_islands_are_drawn_where_three_quarters_find_and_close_alone(others: int, drawn: str) -> None:
    reps = seat("rep", "island_rep", headcount=3)
    assert structure(chart([reps, seat("ae", headcount=others)])) == drawn


def test_closers_who_exchange_customers_are_no_islands() -> None:
    reps = [seat("a", "island_rep"), seat("b", "island_rep")]
    assert structure(chart(reps)) == "island"
    assert structure(chart(reps, handoffs=["a > b: qualified_lead"])) == "mixed"
    assert structure(chart(reps, handoffs=["a > b: answered_question"])) == "island"


@pytest.mark.parametrize("missing", FLOW)
def test_a_line_joins_who_finds_who_closes_and_who_cares(missing: str) -> None:
    assert structure(line()) == "assembly_line"
    assert structure(line(flow=tuple(one for one in FLOW if one != missing))) == "mixed"


def test_a_line_may_pass_several_closers() -> None:
    through = ("inb > demo: qualified_lead", "demo > ae: qualified_lead", "ae > csm: signed_customer")
    demo = seat("demo", remove=["closing"])
    assert structure(line(demo, flow=through)) == "assembly_line"


def test_without_anybody_who_meets_customers_nothing_is_drawn() -> None:
    assert structure(chart([seat("h", "head_of_sales"), seat("m", "marketing")])) is None
    assert not found("model-declared-differs", chart([seat("h", "head_of_sales")], model="pod"))


def test_the_share_that_decides_is_a_limit_of_the_plan() -> None:
    limits: dict[str, Json] = {"model-declared-differs": {"share": 0.81}}
    drawn = replace(pods(seat("out", headcount=2)), model=None)
    assert not found("model-culture-mismatch", drawn, {"culture": "competitive"}, limits)
    assert found("model-culture-mismatch", drawn, {"culture": "competitive"})


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("pod", "You chose Pod but the drawing is Assembly line (hunter-farmer)."),
        ("island", "You chose Island but the drawing is Assembly line (hunter-farmer)."),
        ("assembly_line", ""),
        ("predictable_revenue", ""),
        ("nobody knows", ""),
        ("", ""),
    ],
)
def test_only_a_structure_can_differ_from_the_drawing(model: str, message: str) -> None:
    assert [finding.message for finding in found("model-declared-differs", line(model=model))] == [message] * bool(
        message
    )


def test_a_mixture_is_called_so() -> None:
    finding = one("model-declared-differs", line(flow=(), model="pod"))
    assert finding.message == "You chose Pod, but what is drawn is a mixture of structures."


# ------------------------------------------------------------------------------------------------------------- stages


@pytest.mark.parametrize(
    ("seats", "drawn"),
    [
        ([seat("f", "founder_hunter")], "hunter_founder"),
        ([seat("e", "executive", add=["closing"])], "hunter_founder"),
        ([seat("f", "founder_hunter"), seat("a")], "one_man_bands"),
        ([seat("f", "founder_hunter"), seat("who", "nobody knows")], None),
        ([seat("f", "founder_hunter"), seat("who", "nobody knows", add=["onboarding"])], "hunter_founder"),
        ([seat("h", "head_of_sales")], None),
        ([seat("h", "head_of_sales"), seat("inb", "inbound_sdr")], "hunter_founder"),
    ],
)
def test_only_a_founder_who_sells_is_the_founder_stage(seats: list[Seat], drawn: str | None) -> None:
    assert stage(chart(seats)) == drawn


def test_specialists_are_two_who_leave_closing_to_a_third() -> None:
    assert stage(line()) == "specialists"
    both = seat("x", "customer_success_manager", add=["inbound_qualification"])
    assert stage(chart([both, seat("ae")])) == "one_man_bands"
    assert stage(chart([both, seat("ae"), seat("inb", "inbound_sdr")])) == "specialists"


def test_two_complete_pods_are_market_teams() -> None:
    assert stage(pods()) == "market_teams"
    assert stage(pods(count=1)) == "specialists"


def owners(name: str, kinds: tuple[str, ...] = ("inb", "ae", "csm")) -> tuple[SeatId, ...]:
    return tuple(SeatId(f"{kind}-{name}") for kind in kinds)


def test_segment_teams_count_as_well() -> None:
    seats = [*team("n"), *team("s")]
    north, south = (replace(segment(name), owners=owners(name)) for name in ("n", "s"))
    assert stage(chart(seats, segments=[north, south])) == "market_teams"
    assert stage(chart(seats, segments=[north])) == "specialists"
    assert stage(chart(seats, segments=[north, replace(south, owners=owners("s", ("inb", "ae")))])) == "specialists"


def test_teams_that_share_a_closer_are_one() -> None:
    north, again = (replace(segment(id), owners=owners("n")) for id in ("n", "m"))
    assert stage(chart(team("n"), segments=[north, again])) == "specialists"


def test_a_segment_of_a_pod_is_no_second_team() -> None:
    drawn = chart(
        team("n", within="p"),
        pods=[replace(pod("p"), segments=(SegmentId("n"),))],
        segments=[segment("n")],
    )
    assert stage(drawn) == "specialists"


def test_one_man_bands_with_a_segment_each_stay_one_man_bands() -> None:
    reps = [seat(id, "island_rep", add=["retention", "growth"]) for id in ("n", "s")]
    assert stage(chart(reps, segments=[segment("north", "n"), segment("south", "s")])) == "one_man_bands"


def test_what_is_detected_follows_further_pods() -> None:
    guest = replace(seat("g", "inbound_sdr", pod="p0"), also_in=(PodId("p1"), PodId("gone")))
    halves = [one for name in ("p0", "p1") for one in team(name, within=name)[1:]]
    drawn = chart([*halves, guest], pods=[pod("p0"), pod("p1")])
    assert stage(drawn) == "market_teams"
    assert set(organisation(drawn).teams.in_several) == {"g"}
    assert not examine(plan_of(drawn), drawn, ENGLISH).skipped
