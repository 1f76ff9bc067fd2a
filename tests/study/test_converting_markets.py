"""Teams and segments of a proposed chart: pods for the parts of the market, and nothing left without an owner."""

from dataclasses import replace

from salesorg_gui.domain.ids import (
    PodId,
    RoleId,
    SeatId,
    SegmentId,
    SourceId,
)
from salesorg_gui.domain.records import (
    Pod,
    Seat,
    Segment,
    Source,
)
from tests.rules.builders import chart, plan_of, seat
from tests.study.conversions import converted, errors


def regions(*values: str, axis: str = "geography", owners: tuple[SeatId | PodId, ...] = ()) -> list[Segment]:
    return [Segment(SegmentId(f"{axis}-{value}"), axis, value, owners=owners) for value in values]


def people(count: int) -> list[Seat]:
    roles = ("inbound_sdr", "account_executive", "customer_success_manager")
    return [seat(f"s{number:02}", roles[number % 3]) for number in range(count)]


def test_each_part_of_the_market_gets_a_pod_when_there_are_people_enough() -> None:
    drawn = chart(people(12), segments=regions("North", "South", "West"))
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert [pod.title for pod in found.pods.values()] == ["North", "South", "West"]
    assert all(len(pod.segments) == 1 for pod in found.pods.values())


def test_few_people_make_two_pods_that_share_the_market() -> None:
    drawn = chart(people(4), segments=regions("North", "South", "West"))
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert [pod.title for pod in found.pods.values()] == ["North, West", "South"]
    assert {one.id: len(one.owners) for one in found.segments.values()} == dict.fromkeys(found.segments, 1)


def test_who_did_everything_is_spread_over_the_parts_of_the_work() -> None:
    reps = [seat(f"rep{number}", "island_rep") for number in range(7)]
    found = converted(plan_of(chart(reps)), "tpl_assembly_line").chart
    roles = [found.seats[rep.id].role for rep in reps]
    assert set(roles) == {"inbound_sdr", "outbound_sdr", "account_executive", "customer_success_manager"}


def test_who_did_everything_goes_where_most_is_lacking() -> None:
    reps = [seat(f"rep{number}", "island_rep") for number in range(8)]
    web = Source(SourceId("web"), per_month=1_600)
    found = converted(plan_of(chart(reps, sources=[web])), "tpl_assembly_line").chart
    roles = [found.seats[rep.id].role for rep in reps]
    assert roles.count(RoleId("account_executive")) > roles.count(RoleId("outbound_sdr"))


def test_a_pod_alone_gets_a_second_one_beside_it() -> None:
    drawn = chart([replace(one, pod=PodId("p")) for one in people(6)], pods=[Pod(PodId("p"), "Team")])
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert [pod.title for pod in found.pods.values()] == ["Team", "Pod 2"]


def test_a_company_without_segments_begins_with_those_of_the_template() -> None:
    found = converted(plan_of(chart(people(6))), "tpl_two_pods").chart
    assert [(one.value, one.owners) for one in found.segments.values()] == [
        ("Product A", (PodId("pod-1"),)),
        ("Product B", (PodId("pod-2"),)),
    ]


def test_several_axes_leave_no_cell_without_an_owner() -> None:
    cut = [*regions("North", "South"), *regions("Small", "Large", axis="customer_size")]
    drawn = chart(people(9), segments=cut)
    for target in ("tpl_two_pods", "tpl_assembly_line", "tpl_one_man_bands"):
        plan = plan_of(drawn)
        assert errors(plan, converted(plan, target).chart) == []


def test_owners_of_different_cells_are_made_to_cover_all_of_them() -> None:
    pods = [Pod(PodId("a"), "A", (SegmentId("geography-N"), SegmentId("customer_size-S"))), Pod(PodId("b"), "B")]
    pods[1] = replace(pods[1], segments=(SegmentId("geography-S"), SegmentId("customer_size-L")))
    crew = [replace(one, pod=PodId("ab"[number % 2])) for number, one in enumerate(people(8))]
    cut = [*regions("N", "S"), *regions("S", "L", axis="customer_size")]
    plan = plan_of(chart(crew, pods=pods, segments=cut))
    assert errors(plan, converted(plan, "tpl_two_pods").chart) == []


def test_segments_that_are_not_served_stay_so() -> None:
    cut = regions("North", "South")
    cut[1] = replace(cut[1], is_served=False)
    found = converted(plan_of(chart(people(9), segments=cut)), "tpl_two_pods").chart
    assert found.segments[SegmentId("geography-South")].owners == ()
    assert not found.segments[SegmentId("geography-South")].is_served


def test_parts_of_a_region_keep_their_owners() -> None:
    outer = Segment(SegmentId("g"), value="Norway", owners=())
    inner = [Segment(SegmentId(f"g{n}"), value=f"Part {n}", parent=outer.id, owners=(PodId(f"p{n}"),)) for n in "ab"]
    pods = [Pod(PodId(f"p{n}"), f"Pod {n}", (SegmentId(f"g{n}"),)) for n in "ab"]
    crew = [replace(one, pod=PodId("p" + "ab"[number % 2])) for number, one in enumerate(people(8))]
    found = converted(plan_of(chart(crew, pods=pods, segments=[outer, *inner])), "tpl_two_pods").chart
    assert {one.id: one.owners for one in found.segments.values()} == {"g": (), "ga": ("pa",), "gb": ("pb",)}


def test_key_accounts_of_a_size_stay_with_whoever_looks_after_them() -> None:
    cut = regions("Large", axis="customer_size", owners=(SeatId("kam"),))
    drawn = chart([*people(6), seat("kam", "key_account_manager")], segments=cut)
    found = converted(plan_of(drawn), "tpl_two_pods").chart
    assert SeatId("kam") in found.segments[SegmentId("customer_size-Large")].owners
