"""Rules about segments, at their limits."""

from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SegmentId
from salesorg_gui.domain.records import Json, Segment
from salesorg_gui.rules import market as markets
from salesorg_gui.rules.finding import Severity
from tests.rules.builders import chart, found, one, pod, seat, segment
from tests.rules.cases.segments import ADA, BO, band, on, regions
from tests.rules.test_market import on as piece

SDR = seat("sam", "sdr", names=["Sam"])
KIM = seat("kim", "key_account_manager", names=["Kim"])


def told(rule: str, drawn: Chart, limits: dict[str, Json] | None = None) -> list[str]:
    return [finding.message for finding in found(rule, drawn, limits=limits)]


def gaps(*segments: Segment) -> list[str]:
    return told("segment-gap", chart([ADA, BO, SDR, KIM], segments=segments))


def test_a_segment_nobody_owns_is_a_gap_and_says_who_could_take_it() -> None:
    drawn = chart([ADA, BO], segments=[segment("n"), segment("s", "bo")], pods=[pod("p", "North")])
    finding = one("segment-gap", drawn)
    assert (finding.severity, finding.message, finding.segments) == (Severity.ERROR, "Nobody serves n.", ("n",))
    assert finding.fix == "Assign it to Bo, Ada or mark it as deliberately not served."


def test_who_does_not_close_does_not_serve() -> None:
    assert gaps(segment("n", "sam")) == ["Nobody who closes serves n."]
    finding = one("segment-gap", chart([SDR], segments=[segment("n", "sam")]))
    assert finding.fix == "Add somebody who closes, or mark it as deliberately not served."
    assert not gaps(segment("n", "ghost", "ada"))


def test_a_seat_serves_through_its_pod_and_a_pod_through_its_crew() -> None:
    lead, closer = seat("lead", "pod_lead", pod="p"), seat("ae", pod="p")
    by_lead, by_pod = segment("n", "lead"), segment("n", "p")
    pods = [pod("p")]
    assert not found("segment-gap", chart([lead, closer], segments=[by_lead], pods=pods))
    assert found("segment-gap", chart([lead], segments=[by_lead], pods=pods))
    assert not found("segment-gap", chart([lead, closer], segments=[by_pod], pods=pods))
    assert found("segment-gap", chart([lead], segments=[by_pod], pods=pods))
    standing = [replace(pod("p"), segments=(SegmentId("n"),))]
    assert not found("segment-gap", chart([closer], segments=[segment("n")], pods=standing))


def test_nobody_knows_what_an_unknown_owner_does() -> None:
    assert not found("segment-gap", chart([seat("x", "nobody knows")], segments=[segment("n", "x")]))


def test_account_managers_serve_the_sizes_they_own_but_no_regions() -> None:
    big = replace(segment("big", "kim"), axis="customer_size", is_key=True)
    assert not gaps(big)
    assert gaps(segment("n", "kim")) == ["Nobody who closes serves n."]


def test_what_is_marked_as_not_served_is_a_warning() -> None:
    inner = piece("geography", "oslo", within="n")
    drawn = chart([ADA], segments=[replace(segment("n"), is_served=False), inner, segment("s", "ada")])
    finding = one("segment-gap", drawn)
    assert (finding.severity, finding.segments) == (Severity.WARNING, ("n",))
    assert finding.message == "n is marked as not served: nobody sells there."
    nested = chart(
        [ADA], segments=[replace(segment("n"), is_served=False), inner, piece("geography", "b", "ada", within="n")]
    )
    assert one("segment-gap", nested).segments == ("oslo",)
    assert one("segment-gap", nested).severity is Severity.WARNING


def test_the_outermost_segment_without_anybody_is_told_once() -> None:
    inner = [piece("geography", id, within="n") for id in ("oslo", "bergen")]
    assert gaps(segment("n"), *inner) == ["Nobody serves n."]
    assert gaps(segment("n", "ada"), *inner) == []
    assert gaps(segment("n"), inner[0], replace(inner[1], owners=(BO.id,))) == ["Nobody serves oslo."]
    assert gaps(segment("n"), *(replace(one, owners=(BO.id,)) for one in inner)) == []


def test_a_cell_nobody_owns_is_a_gap() -> None:
    cells = [
        *(segment("n", "ada"), segment("s", "bo"), segment("d", "bo")),
        *(replace(segment("A", "bo"), axis="product"), replace(segment("B", "ada"), axis="product")),
    ]
    assert gaps(*cells) == ["Nobody serves d, s · B.", "Nobody serves n · A."]


def test_an_owner_of_regions_serves_all_products_there() -> None:
    products = [replace(segment(id, "bo"), axis="product") for id in ("A", "B")]
    assert gaps(segment("n", "ada"), segment("s", "ada"), *products) == []


def test_a_listed_product_without_an_owner_is_told_though_regions_are_served() -> None:
    assert gaps(segment("n", "ada"), replace(segment("A"), axis="product")) == ["Nobody serves A."]


def test_a_cell_that_is_marked_is_a_warning() -> None:
    cells = [
        *(segment("n", "ada"), segment("s", "bo")),
        *(replace(segment("A", "bo"), axis="product"), replace(segment("B", "ada"), axis="product")),
        piece("product", "nA", within="n", value="A", served=False),
    ]
    findings = found("segment-gap", chart([ADA, BO], segments=cells))
    assert [(one.severity, one.message) for one in findings] == [
        (Severity.ERROR, "Nobody serves s · B."),
        (Severity.WARNING, "n · A is marked as not served: nobody sells there."),
    ]


# ------------------------------------------------------------------------------------------------------------ overlap


def overlaps(*segments: Segment) -> list[str]:
    cy = seat("cy", names=["Cy"])
    return told("segment-overlap", chart([ADA, BO, cy, SDR], segments=segments, pods=[pod("p", "P"), pod("q", "Q")]))


def test_two_of_a_role_share_a_segment_by_a_rule() -> None:
    assert overlaps(segment("n", "ada", "bo")) == ["Ada and Bo both serve n."]
    assert overlaps(segment("n", "ada", "bo", "cy")) == ["Ada, Bo, Cy all serve n."]
    assert overlaps(segment("n", "ada", "sam")) == []
    assert overlaps(segment("n", "p", "ada")) == []
    assert overlaps(segment("n", "p", "q")) == ["P and Q both serve n."]
    assert overlaps(replace(segment("n", "ada", "bo"), split="By postcode")) == []
    assert overlaps(segment("n", "ada"), segment("s", "bo")) == []


def test_who_owns_a_region_shares_with_who_owns_a_part_of_it() -> None:
    oslo = piece("geography", "oslo", "bo", within="n")
    assert overlaps(segment("n", "ada"), oslo, piece("geography", "b", within="n")) == ["Ada and Bo both serve oslo."]
    assert overlaps(replace(segment("n", "ada"), split="Bo has the large ones"), oslo) == []


def test_owners_on_two_axes_share_the_cells() -> None:
    both = (
        segment("n", "ada"),
        segment("s"),
        replace(segment("A", "bo"), axis="product"),
        replace(segment("B"), axis="product"),
    )
    assert "Ada and Bo both serve n · A." in overlaps(*both)


def test_those_who_share_over_others_are_told_together() -> None:
    chain = (segment("n", "ada", "bo"), segment("s", "bo", "cy"))
    assert overlaps(*chain) == ["Ada, Bo, Cy share customers: n; s."]


def test_of_owners_of_an_unknown_role_nothing_is_said() -> None:
    strangers = [seat(id, "nobody knows") for id in "xy"]
    assert not found("segment-overlap", chart(strangers, segments=[segment("n", "x", "y")]))


def test_pods_that_stand_in_one_segment_share_it() -> None:
    standing = [replace(pod(id, id), segments=(SegmentId("n"),)) for id in ("p", "q")]
    finding = one("segment-overlap", chart([ADA], segments=[segment("n")], pods=standing))
    assert (finding.pods, finding.segments, finding.seats) == (("p", "q"), ("n",), ())


def test_a_market_of_too_many_parts_is_still_looked_at_segment_by_segment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markets, "MOST_PARTS", 0)
    axes = ("geography", "product", "vertical")
    sellers = [seat(f"{axis}{number} seller") for axis in axes for number in range(40)]
    wide = [piece(axis, f"{axis}{number}", f"{axis}{number} seller") for axis in axes for number in range(40)]
    twice = piece("product", "two's", "product1 seller", "product2 seller")
    drawn = chart(sellers, segments=[*wide, piece("geography", "nobody's"), twice])
    assert told("segment-gap", drawn) == ["Nobody serves nobody's."]
    assert [finding.segments for finding in found("segment-overlap", drawn)] == [("two's",)]


def test_many_cells_nobody_owns_are_told_at_once() -> None:
    sellers = [seat(f"s{number}") for number in range(8)]
    split = [piece(axis, f"{axis}{number}", f"s{number}") for axis in ("geography", "product") for number in range(8)]
    few = chart(sellers[:2], segments=[one for one in split if one.owners[0] in {"s0", "s1"}])
    assert len(told("segment-gap", few)) == 2
    (message,) = told("segment-gap", chart(sellers, segments=split))
    assert message.startswith("Nobody serves 8 parts of the market: geography0 · product1, product2, ")


# ---------------------------------------------------------------------------------------------------------- the rest


@pytest.mark.parametrize(
    ("bands", "messages"),
    [
        ([(None, 50), (50, 100), (100, None)], []),
        ([(0, 50), (60, None)], ["Customer sizes between 50 and 60 are covered by no segment."]),
        ([(0, 50), (40, 100)], ["Customer sizes between 40 and 50 are covered twice."]),
        ([(0, None), (40, 60)], ["Customer sizes between 40 and 60 are covered twice."]),
        ([(0, None), (40, None)], ["Customer sizes from 40 up are covered twice."]),
        ([(0, 1000), (10, 20), (1000, None)], ["Customer sizes between 10 and 20 are covered twice."]),
        ([(100, None), (0, 100)], []),
        ([(0, 50)], []),
    ],
)
def test_size_bands_meet(bands: list[tuple[float | None, float | None]], messages: list[str]) -> None:
    segments = [band(f"b{place}", *bounds) for place, bounds in enumerate(bands)]
    nameless = replace(band("unbounded", None, None), value="")
    assert told("segment-size-bands", chart([ADA], segments=[*segments, nameless])) == messages


def test_bands_inside_a_band_are_compared_among_themselves() -> None:
    inner = [replace(band(id, *ends), parent=SegmentId("all")) for id, ends in (("a", (0, 5)), ("b", (5, 10)))]
    assert not told("segment-size-bands", chart([ADA], segments=[band("all", 0, 10), band("rest", 10, None), *inner]))


def test_a_name_stands_once_on_an_axis() -> None:
    twice = [replace(segment(id), value=value) for id, value in (("a", "North  Sea"), ("b", "NORTHSEA"))]
    finding = one("segment-duplicate", chart([ADA], segments=twice))
    assert (finding.message, finding.segments) == ("North  Sea exists twice on Geography.", ("a", "b"))
    third = replace(segment("c"), value="north sea", parent=SegmentId("d"))
    thrice = chart([ADA], segments=[*twice, segment("d"), third])
    assert told("segment-duplicate", thrice) == ["North  Sea exists 3 times on Geography."]
    assert not told("segment-duplicate", chart([ADA], segments=[twice[0], replace(twice[1], axis="vertical")]))
    assert not told("segment-duplicate", chart([ADA], segments=[replace(one, value=" ") for one in twice]))


def test_cells_of_different_regions_may_be_called_the_same() -> None:
    cells = [piece("product", f"{region}A", within=region, value="A") for region in ("n", "s")]
    assert not told("segment-duplicate", chart([ADA], segments=[segment("n"), segment("s"), *cells]))
    again = piece("product", "nA2", within="n", value="a")
    assert told("segment-duplicate", chart([ADA], segments=[segment("n"), segment("s"), *cells, again]))


def test_two_axes_are_enough() -> None:
    axes = [on(axis) for axis in ("geography", "product", "our own")]
    assert told("segment-too-many-axes", chart([ADA], segments=axes)) == [
        "3 segmentation axes overcomplicate the organisation."
    ]
    assert not told("segment-too-many-axes", chart([ADA], segments=axes), {"segment-too-many-axes": {"max_axes": 3}})


def test_closers_are_counted_against_cells() -> None:
    assert told("segment-more-than-sellers", regions(7)) == ["7 segments for 2 closers."]
    alone = chart([ADA], segments=[segment(f"g{number}", "ada") for number in range(4)])
    assert told("segment-more-than-sellers", alone) == ["4 segments for one closer."]
    assert not told("segment-more-than-sellers", chart([SDR], segments=[segment("n")]))


def land(
    id: str, owner: str, *, potential: float | None = None, leads: float | None = None, customers: float | None = None
) -> Segment:
    return replace(segment(id, owner), potential=potential, leads=leads, customers=customers)


@pytest.mark.parametrize(
    ("territories", "message"),
    [
        ([land("n", "ada", potential=31), land("s", "bo", potential=9)], "n carries 1.6 times the average potential"),
        ([land("n", "ada", potential=30), land("s", "bo", potential=10)], ""),
        ([land("n", "ada", leads=31), land("s", "bo", leads=9)], "n carries 1.6 times the average leads"),
        ([land("n", "ada", customers=31), land("s", "bo", customers=9)], "n carries 1.6 times the average customers"),
        (
            [land("n", "ada", potential=31, leads=40), land("s", "bo", potential=9, leads=0)],
            "n carries 2 times the average leads",
        ),
        ([land("n", "ada", potential=31), land("s", "bo")], ""),
        ([land("n", "ada", potential=0), land("s", "bo", potential=0)], ""),
        ([land("n", "ada", potential=31)], ""),
        ([land("n", "ada", potential=31), land("s", "sam", potential=1)], ""),
        ([land("n", "ada", potential=31), replace(land("s", "bo", potential=1), is_served=False)], ""),
        ([land("n", "team", potential=62), land("s", "bo", potential=18)], ""),
    ],
)
def test_territories_carry_much_the_same_for_each_closer(territories: list[Segment], message: str) -> None:
    drawn = chart([ADA, BO, SDR, seat("team", headcount=4)], segments=territories)
    found = told("segment-uneven", drawn)
    assert len(found) == bool(message)
    assert all(one.startswith(message) for one in found)


def test_who_works_in_two_territories_counts_for_a_half_in_each() -> None:
    even = [land("n", "ada", potential=10), land("s", "ada", potential=10), land("d", "bo", potential=20)]
    assert not told("segment-uneven", chart([ADA, BO], segments=even))
    narrow: dict[str, Json] = {"segment-uneven": {"ratio": 1.1}}
    assert not told("segment-uneven", chart([ADA, BO], segments=even), narrow)
    assert told("segment-uneven", chart([ADA, BO], segments=[*even[:2], land("d", "bo", potential=10)]), narrow)


def test_sizes_differ_on_purpose() -> None:
    sizes = [replace(band("s", 0, 9), potential=1), replace(band("l", 9, None), potential=99, owners=(BO.id,))]
    assert not told("segment-uneven", chart([ADA, BO], segments=sizes))


def test_a_pod_shares_its_market_among_its_closers() -> None:
    crew = [seat(f"a{number}", pod="p") for number in range(3)]
    lands = [replace(land("n", "ada", potential=30), owners=(PodId("p"),)), land("s", "bo", potential=10)]
    assert not told("segment-uneven", chart([*crew, BO], segments=lands, pods=[pod("p")]))


@pytest.mark.parametrize(
    ("answers", "fix"),
    [
        ({"regions": 2}, "Segment by Geography."),
        ({"products": 2, "verticals": 3}, "Segment by Product, Vertical."),
        ({"regions": 1, "products": 1}, ""),
        ({}, ""),
    ],
)
def test_a_growing_company_cuts_its_market(answers: dict[str, Json], fix: str) -> None:
    drawn = chart([replace(ADA, headcount=6)])
    assert [finding.fix for finding in found("segment-growth-missing", drawn, answers)] == ([fix] if fix else [])
    assert not found("segment-growth-missing", replace(drawn, segments={SegmentId("n"): segment("n")}), answers)
