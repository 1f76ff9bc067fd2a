"""Who sits where, and on whom the company rests."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from salesorg_gui.domain.ids import PodId, SeatId, SegmentId, StageId
from salesorg_gui.domain.records import Activity, Json, Person, Seat, Segment, Status
from salesorg_gui.rules.finding import Severity
from tests.rules.builders import chart, found, one, pod, seat

OUTBOUND, CLOSING = StageId("outbound_prospecting"), StageId("closing")


def held(record: Seat, *people: Person) -> Seat:
    return replace(record, people=people)


def segment(id: str, axis: str, *owners: str, value: str = "", parent: str = "", is_key: bool = False) -> Segment:
    within = SegmentId(parent) if parent else None
    return Segment(SegmentId(id), axis, value, parent=within, is_key=is_key, owners=tuple(map(SeatId, owners)))


# -------------------------------------------------------------------------------------------- role-senior-on-outbound


@pytest.mark.parametrize(
    ("role", "share"),
    [("founder_hunter", "33 %"), ("island_rep", None), ("outbound_sdr", None), ("closer_outbound", None)],
)
def test_experienced_people_do_little_outbound(role: str, share: str | None) -> None:
    """Where no time is given all stages have the same part: a fifth for an island rep of five stages."""
    findings = found("role-senior-on-outbound", chart([seat("x", role, names=["Xi"])]))
    assert [share in finding.message for finding in findings if share] == [True] * (share is not None)
    assert len(findings) == (share is not None)


@pytest.mark.parametrize(("share", "count"), [(0.2, 0), (0.21, 1)])
def test_the_time_given_counts(share: float, count: int) -> None:
    both = replace(seat("x", add=["outbound_prospecting"]), shares={OUTBOUND: share, CLOSING: 1 - share})
    assert len(found("role-senior-on-outbound", chart([both]))) == count


def test_a_stage_without_time_has_none_where_others_have_some() -> None:
    both = replace(seat("x", add=["outbound_prospecting"]), shares={CLOSING: 0.5})
    assert not found("role-senior-on-outbound", chart([both]))


@pytest.mark.parametrize(("away", "count"), [(0.4, 0), (0.3, 1)])
def test_other_work_leaves_less_time(away: float, count: int) -> None:
    busy = replace(seat("x", add=["outbound_prospecting"]), activities=(Activity("Lead", "leading", away),))
    assert len(found("role-senior-on-outbound", chart([busy]))) == count


def test_how_experienced_somebody_is_comes_before_what_is_usual() -> None:
    sdr = seat("x", "outbound_sdr")
    assert found("role-senior-on-outbound", chart([held(sdr, Person("Sue", "senior"))]))
    assert not found("role-senior-on-outbound", chart([held(sdr, Person("Sue", "mid"))]))
    assert found("role-senior-on-outbound", chart([held(sdr, Person("Sue", "mid"), Person("Ann", "vp"))]))
    closer = seat("x", add=["outbound_prospecting"])
    assert not found("role-senior-on-outbound", chart([held(closer, Person("Jo", "junior"))]))
    assert found("role-senior-on-outbound", chart([held(closer, Person("Jo", "wizard"))]))
    assert found("role-senior-on-outbound", chart([replace(held(closer, Person("Jo", "junior")), headcount=2)]))


@pytest.mark.parametrize("role", ["other", "Warehouse"])
def test_of_roles_nobody_knows_only_marked_people_count(role: str) -> None:
    unknown = seat("x", role, add=["outbound_prospecting"])
    assert not found("role-senior-on-outbound", chart([unknown]))
    assert found("role-senior-on-outbound", chart([held(unknown, Person("Sue", "senior"))]))


# --------------------------------------------------------------------------------------- role-recruit-on-key-accounts

KEY = segment("big", "customer_size", "x", is_key=True)


@pytest.mark.parametrize(
    ("person", "count"),
    [
        (Person("Jo", "junior"), 1),
        (Person("Jo", "senior", new_hire=True), 1),
        (Person("Jo", "mid"), 0),
        (Person("Jo"), 0),
    ],
)
def test_beginners_do_not_own_key_accounts(person: Person, count: int) -> None:
    closer = chart([held(seat("x"), person)], segments=[KEY])
    manager = chart([held(seat("x", "key_account_manager"), person)])
    for drawn in (closer, manager):
        assert len(found("role-recruit-on-key-accounts", drawn)) == count


@pytest.mark.parametrize(
    "other", [replace(KEY, is_key=False), replace(KEY, axis="geography"), replace(KEY, owners=(SeatId("y"),))]
)
def test_a_beginner_may_own_other_customers(other: Segment) -> None:
    drawn = chart([held(seat("x"), Person("Jo", "junior")), seat("y")], segments=[other])
    assert not found("role-recruit-on-key-accounts", drawn)


@pytest.mark.parametrize(("role", "count"), [("account_executive", 1), ("account_manager", 1), ("inbound_sdr", 0)])
def test_of_a_pod_those_who_close_or_keep_own_its_customers(role: str, count: int) -> None:
    beginner = held(seat("x", role, pod="p"), Person("Jo", "junior"))
    guest = replace(beginner, pod=None, also_in=(PodId("p"),))
    for record in (beginner, guest):
        owning = chart([record], pods=[pod("p")], segments=[replace(KEY, owners=(PodId("p"),))])
        serving = chart([record], pods=[pod("p", segments=["big"])], segments=[replace(KEY, owners=())])
        for drawn in (owning, serving):
            assert len(found("role-recruit-on-key-accounts", drawn)) == count


# --------------------------------------------------------------------------------------------- role-vertical-mismatch


def sells(industries: Iterable[str], *segments: Segment, name: str = "Eva") -> list[str]:
    eva = held(seat("x", names=[]), Person(name, industries=tuple(industries)))
    return [finding.message for finding in found("role-vertical-mismatch", chart([eva], segments=segments))]


HEALTH = segment("h", "vertical", "x", value="Health care")
STEEL = segment("s", "vertical", "x", value="Steel", parent="i")
INDUSTRY = segment("i", "vertical", value="Industry")


def test_people_sell_to_industries_they_know() -> None:
    assert sells(["Retail", "Energy"], HEALTH) == ["Eva knows Retail, Energy, but sells to Health care."]
    assert sells(["Retail"], HEALTH, STEEL, INDUSTRY) == ["Eva knows Retail, but sells to Health care, Steel."]


@pytest.mark.parametrize("known", [["health-care"], ["HEALTHCARE", "Retail"], [], [" "]])
def test_a_known_industry_or_none_at_all_is_no_mismatch(known: list[str]) -> None:
    assert not sells(known, HEALTH)


def test_who_knows_an_industry_knows_its_parts() -> None:
    assert not sells(["industry"], STEEL, INDUSTRY)
    assert not sells(["Retail"], replace(HEALTH, value=" "))
    assert not sells(["Retail"], replace(HEALTH, axis="product"))


def test_an_industry_in_a_region_is_no_part_of_the_region() -> None:
    region = replace(INDUSTRY, axis="geography", value="Steel")
    assert len(sells(["Steel"], replace(HEALTH, parent=region.id), region)) == 1


def test_each_person_is_told_and_a_nameless_one_is_called_like_the_seat() -> None:
    both = held(seat("x"), Person("Eva", industries=("Retail",)), Person("Bo", industries=("Energy",)), Person("Cy"))
    told = found("role-vertical-mismatch", chart([both], segments=[HEALTH]))
    assert {finding.message.split()[0] for finding in told} == {"Eva", "Bo"}
    assert sells(["Retail"], HEALTH, name="") == ["Account Executive knows Retail, but sells to Health care."]


def test_segments_in_a_circle_end() -> None:
    inner, outer = replace(STEEL, parent=SegmentId("i")), replace(INDUSTRY, parent=SegmentId("s"))
    assert len(sells(["Retail"], inner, outer)) == 1


# ------------------------------------------------------------------------------------------------- role-closer-junior


@pytest.mark.parametrize(
    ("answers", "severity", "words"),
    [
        ({"business": "software"}, Severity.WARNING, "high-end"),
        ({"business": "consulting"}, Severity.WARNING, "high-end"),
        ({"industry": "software"}, Severity.WARNING, "high-end"),
        ({"business": "digital"}, Severity.HINT, "closing takes experience"),
        ({}, Severity.HINT, "closing takes experience"),
    ],
)
def test_closing_takes_experience(answers: dict[str, Json], severity: Severity, words: str) -> None:
    finding = one("role-closer-junior", chart([seat("x", "sdr", add=["closing"])]), answers)
    assert finding.severity is severity
    assert words in finding.message


def test_a_junior_person_on_a_senior_seat_is_junior() -> None:
    assert found("role-closer-junior", chart([held(seat("x"), Person("Jo", "junior"))]))
    assert not found("role-closer-junior", chart([held(seat("x"), Person("Jo", "mid"))]))
    assert not found("role-closer-junior", chart([seat("x", "sdr"), seat("y")]))


def test_more_than_six_junior_closers_are_told_at_once() -> None:
    finding = one("role-closer-junior", chart([seat(f"s{number}", "sdr", add=["closing"]) for number in range(7)]))
    assert finding.message.startswith("7 junior seats close; closing takes experience")
    assert len(finding.seats) == 7


# ------------------------------------------------------------------------------------------- role-superstar-dependence


def quotas(*amounts: float | None) -> list[Seat]:
    return [replace(seat(f"s{number}", names=[f"S{number}"]), quota=amount) for number, amount in enumerate(amounts)]


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ((41, 15, 15, 15, 14), ["S0 carries 41 % of all quotas."]),
        ((40, 15, 15, 15, 15), []),
        ((66, 17, 17), []),
        ((68, 16, 16), ["S0 carries 68 % of all quotas."]),
        ((99, 1), []),
        ((100,), []),
        ((90, 5, 5, None), []),
        ((90, 5, 5, 0), []),
    ],
)
def test_no_company_rests_on_one_person(amounts: tuple[float | None, ...], told: list[str]) -> None:
    """Of two sellers neither can be more than twice an equal part; where a quota is missing nobody can tell."""
    findings = found("role-superstar-dependence", chart(quotas(*amounts)))
    assert [finding.message for finding in findings] == told


def test_a_team_shares_its_quota_and_a_leader_bears_those_of_others() -> None:
    team, *others = quotas(60, 10, 10, 10, 10)
    assert found("role-superstar-dependence", chart([team, *others]))
    assert not found("role-superstar-dependence", chart([replace(team, headcount=2), *others]))
    vp = replace(seat("vp", "vp_sales"), quota=1000.0)
    assert found("role-superstar-dependence", chart([vp, team, *others]))
    assert not found("role-superstar-dependence", chart([replace(team, status=Status.OPEN), *others]))


def test_a_founder_and_those_who_keep_customers_carry_their_part() -> None:
    sellers = quotas(10, 10, 10, 10, 10)
    founder = replace(seat("f", "founder_hunter", names=["Fia"]), quota=60.0)
    assert one("role-superstar-dependence", chart([founder, *sellers])).seats == ("f",)
    kam = replace(seat("k", "key_account_manager"), quota=60.0)
    assert not found("role-superstar-dependence", chart([founder, kam, *sellers]))


# -------------------------------------------------------------------------------------------------- role-quota-missing

AREA = segment("n", "geography", "x", value="North")


@pytest.mark.parametrize(
    ("quota", "segments", "missing"),
    [
        (None, [], "annual quota and no territory"),
        (None, [AREA], "annual quota"),
        (0.0, [AREA], "annual quota"),
        (5e6, [], "territory"),
        (5e6, [replace(AREA, axis="product")], "territory"),
        (5e6, [AREA], None),
    ],
)
def test_a_one_man_band_has_a_quota_and_a_territory(
    quota: float | None, segments: list[Segment], missing: str | None
) -> None:
    rep = replace(seat("x", "island_rep", names=["Xi"]), quota=quota)
    told = found("role-quota-missing", chart([rep], segments=segments, growth_stage="one_man_bands"))
    assert [finding.message for finding in told] == ([f"Xi has no {missing}."] if missing else [])


def test_other_roles_and_other_stages_need_none() -> None:
    assert not found("role-quota-missing", chart([seat("x")], growth_stage="one_man_bands"))
    assert not found("role-quota-missing", chart([seat("x", "island_rep")], growth_stage="specialists"))
