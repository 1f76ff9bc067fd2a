"""Boundary cases are made from the axes of a chart: every pair of values, and numbers just at the cuts."""

from dataclasses import replace
from itertools import combinations

import pytest

from salesorg_gui.domain.cases import Case
from salesorg_gui.domain.ids import SegmentId, SourceId
from salesorg_gui.domain.records import Lane, Segment, Source
from salesorg_gui.study.cases.boundary import MOST_VALUES, boundary_cases
from salesorg_gui.study.cases.territory import Territory
from tests.rules.builders import INBOUND, OUTBOUND, chart, pod, segment


def size(id: str, lowest: float | None, below: float | None) -> Segment:
    return Segment(SegmentId(id), "customer_size", id, lowest=lowest, below=below)


def named(axis: str, *names: str) -> list[Segment]:
    return [Segment(SegmentId(f"{axis}-{name}"), axis, name) for name in names]


def cases_of(*segments: Segment, sources: tuple[Source, ...] = (INBOUND,)) -> tuple[Case, ...]:
    found = boundary_cases(Territory(chart(sources=sources, segments=segments)))
    assert found.is_whole
    return found.cases


def sizes_of(*bands: Segment) -> list[object]:
    return sorted({case.points["customer_size"] for case in cases_of(*bands)}, key=str)


def test_every_value_of_one_axis_meets_every_value_of_every_other_and_every_way_in() -> None:
    segments = [*named("geography", "Denmark", "Norway", "Sweden"), *named("product", "Cloud", "Paper")]
    cases = cases_of(*segments, sources=(INBOUND, OUTBOUND))
    met = {
        pair for case in cases for pair in combinations(sorted([*map(str, case.points.values()), str(case.source)]), 2)
    }
    assert len(met) == 3 * 2 + 3 * 2 + 2 * 2
    assert len(cases) <= 7
    assert {(case.lane, case.channel) for case in cases} == {(Lane.INBOUND, "website"), (Lane.OUTBOUND, "list")}


def test_numbers_stand_just_at_the_cuts() -> None:
    assert sizes_of(size("a", None, 50.0), size("b", 50.0, None)) == [49.0, 50.0, 51.0]


def test_beyond_the_outermost_cuts_there_is_nobody() -> None:
    assert sizes_of(size("a", 10.0, 50.0), size("b", 50.0, 90.0)) == [10.0, 11.0, 49.0, 50.0, 51.0, 89.0]


def test_a_hole_between_two_bands_is_tried() -> None:
    found = sizes_of(size("a", 1.0, 50.0), size("b", 100.0, 200.0))
    assert {50.0, 51.0, 99.0} <= set(found)


def test_fine_cuts_have_fine_neighbours() -> None:
    assert sizes_of(size("a", None, 2.5), size("b", 2.5, None)) == [2.4, 2.5, 2.6]


def test_absurd_cuts_are_left_out() -> None:
    assert cases_of(size("a", None, 1e308), size("b", 1e308, None)) == cases_of()


def test_names_are_those_of_the_innermost_segments_each_once() -> None:
    nordics, denmark = named("geography", "Nordics", "Denmark")
    twice = replace(denmark, id=SegmentId("again"), value=" denmark ", order=1.0)
    inner = [replace(one, parent=nordics.id) for one in (denmark, twice)]
    assert [case.points for case in cases_of(nordics, *inner)] == [{"geography": "Denmark"}]


def test_segments_without_names_are_left_out() -> None:
    assert [case.points for case in cases_of(Segment(SegmentId("x")))] == [{}]


def test_accounts_are_tried_beside_customers_of_no_account() -> None:
    drawn = chart(sources=(INBOUND,), pods=[replace(pod("a"), target_account="Volvo"), pod("b")])
    points = [case.points for case in boundary_cases(Territory(drawn)).cases]
    assert points == [{"target_account": "Volvo"}, {}]


def test_without_a_way_in_there_are_no_cases() -> None:
    assert cases_of(*named("geography", "Denmark"), sources=()) == ()


def test_the_same_chart_gives_the_same_cases() -> None:
    segments = (*named("geography", "b", "a"), *named("product", "x", "y"))
    assert cases_of(*segments) == cases_of(*reversed(segments))


def test_too_many_are_cut_and_said_so() -> None:
    many = [replace(segment(f"s{number}"), axis="geography") for number in range(MOST_VALUES + 1)]
    assert not boundary_cases(Territory(chart(sources=(INBOUND,), segments=many))).is_whole
    few = [*named("geography", *"abcd"), *named("product", *"abcd")]
    found = boundary_cases(Territory(chart(sources=(INBOUND,), segments=few)), most=5)
    assert (len(found.cases), found.is_whole) == (5, False)


@pytest.mark.parametrize("count", [1, 3])
def test_ways_in_alone_are_tried_each_once(count: int) -> None:
    sources = tuple(Source(SourceId(f"s{number}"), order=number) for number in range(count))
    assert [case.source for case in cases_of(sources=sources)] == [one.id for one in sources]
