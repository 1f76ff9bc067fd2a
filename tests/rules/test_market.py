"""The market: axes, values, cells, and who owns what."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.rules import market as markets
from salesorg_gui.rules import product as splitting
from salesorg_gui.rules.market import Market
from tests.rules.builders import chart, pod, seat


def on(axis: str, id: str, *owners: str, within: str = "", value: str = "", served: bool = True) -> Segment:
    """A segment."""
    return Segment(
        SegmentId(id),
        axis,
        value or id,
        SegmentId(within) if within else None,
        owners=tuple(map(SeatId, owners)),
        is_served=served,
    )


def drawn(*segments: Segment) -> Chart:
    """The segments, two pods and two sellers."""
    return chart(map(seat, ("ada", "bo")), segments=segments, pods=[pod("p"), pod("q")])


REGIONS = tuple(on("geography", id) for id in ("n", "s", "d"))
PRODUCTS = tuple(on("product", id) for id in ("A", "B"))


def unserved(*cells: tuple[str, str]) -> tuple[Segment, ...]:
    return tuple(on("product", f"{n}{p}", within=n, value=p, served=False) for n, p in cells)


@pytest.mark.parametrize(
    ("segments", "cells"),
    [
        ((), 0),
        (REGIONS, 3),
        ((*REGIONS, *PRODUCTS), 6),
        ((*REGIONS, *PRODUCTS, *unserved(("n", "A"), ("s", "B"))), 4),
        ((*REGIONS[:2], replace(REGIONS[2], is_served=False), *PRODUCTS), 4),
        ((*REGIONS, on("geography", "oslo", within="n"), on("geography", "bergen", within="n")), 4),
        ((*REGIONS, on("geography", "again", value=" N ")), 3),
    ],
)
def test_served_cells_are_the_product_without_what_is_marked(segments: Iterable[Segment], cells: int) -> None:
    assert Market(drawn(*segments)).served_cells == cells


def test_cells_that_cannot_be_counted_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {axis: [f"{axis}{number}" for number in range(30)] for axis in ("geography", "product", "vertical")}
    wide = [on(axis, id, served=not id.endswith("7")) for axis, ids in values.items() for id in ids]
    assert Market(drawn(*wide)).served_cells == 27**3
    regions, products, verticals = values.values()
    marked = [*zip(regions, products, strict=True), *zip(regions, verticals, strict=True)]
    cells = [
        on(inner[:-2].rstrip("0123456789"), f"{outer} {inner}", within=outer, value=inner, served=False)
        for outer, inner in marked
    ]
    assert Market(drawn(*wide, *cells)).served_cells is not None
    monkeypatch.setattr(splitting, "WORK_A_PART", 0)
    assert Market(drawn(*wide, *cells)).served_cells is None


def test_owners_are_seats_and_pods_that_exist() -> None:
    chart = drawn(on("geography", "n", "ada", "p", "ghost"), on("geography", "s"))
    pods = {PodId("q"): replace(pod("q"), segments=(SegmentId("n"), SegmentId("gone")))}
    market = Market(replace(chart, pods={**chart.pods, **pods}))
    assert market.owners == {"n": ("ada", "p", "q")}
    assert market.owned == {"ada": ("n",), "p": ("n",), "q": ("n",)}


def regions(*segments: Segment) -> set[tuple[str, tuple[str, ...]]]:
    """Each owner with the names of the cells, axis by axis."""
    market = Market(drawn(*segments))
    return {
        (owner, tuple("+".join(market.segments[value][0] for value in few) for few in market.values(region).values()))
        for region in market.regions
        for owner in region.owners
    }


def test_values_on_two_axes_narrow_each_other_down() -> None:
    held = regions(on("geography", "n", "ada"), on("geography", "s"), on("product", "A", "ada"), on("product", "B"))
    assert held == {("ada", ("n", "A"))}


def test_values_on_one_axis_add_up() -> None:
    assert regions(on("geography", "n", "ada"), on("geography", "s", "ada"), *PRODUCTS) == {("ada", ("n+s",))}


def test_a_parent_covers_what_is_in_it() -> None:
    inner = (on("geography", "oslo", within="n"), on("geography", "bergen", within="n"))
    assert regions(on("geography", "n", "ada"), on("geography", "s"), *inner) == {("ada", ("bergen+oslo",))}


def test_a_segment_inside_one_of_another_axis_is_a_cell() -> None:
    cell = on("product", "nA", "ada", within="n", value="A")
    assert regions(*REGIONS[:2], *PRODUCTS, cell) == {("ada", ("n", "A"))}
    with_region = on("geography", "s", "ada")
    assert regions(REGIONS[0], with_region, *PRODUCTS, cell) == {("ada", ("n", "A")), ("ada", ("s",))}
    also = on("vertical", "bank", "ada")
    held = regions(*REGIONS[:2], *PRODUCTS, cell, also, on("vertical", "retail"))
    assert held == {("ada", ("n", "A", "bank"))}


def test_segments_in_a_circle_are_read_all_the_same() -> None:
    market = Market(drawn(on("geography", "a", within="b"), on("geography", "b", within="a"), on("geography", "c")))
    assert sorted(market.spots) == ["a", "b", "c"]
    assert market.served_cells == 3


def test_nameless_segments_are_told_apart_by_their_bounds() -> None:
    small, large = (Segment(SegmentId(id), "customer_size", lowest=low) for id, low in (("s", 0), ("l", 10)))
    nameless = [Segment(SegmentId(id), "geography") for id in "xyz"]
    market = Market(drawn(small, large, *nameless))
    assert [len(values) for values in market.axes.values()] == [2, 3]


def test_too_many_parts_are_looked_at_axis_by_axis(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markets, "MOST_PARTS", 1)
    many = [on(axis, f"{axis}{number}", f"s{axis}{number}") for axis in "abc" for number in range(60)]
    sellers = [seat(f"s{axis}{number}") for axis in "abc" for number in range(60)]
    market = Market(replace(drawn(*many), seats={one.id: one for one in sellers}))
    assert market.is_bounded
    assert all(len(region.choices) <= 1 for region in market.regions)
    assert {owner for region in market.regions for owner in region.owners} == {one.id for one in sellers}
    assert not Market(drawn(*REGIONS, *PRODUCTS)).is_bounded
