"""The Handoffs view after an edit, made from the one before: nobody can tell it from one made from nothing."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.ids import HandoffId, Key, Kind, ObjectId, PodId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Record, Seat, Source
from salesorg_gui.layout.flow import Course, arrange_flow
from salesorg_gui.layout.flow_parts import Lanes
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.layout import Layout
from tests.layout.companies import chart_of
from tests.layout.test_flow import CATALOGUE, SEEDS, TEAM, flow_of, spread_out, team, wide

STEPS = 12
OBJECTS = ("qualified_lead", "signed_customer", "rejected_lead", "raw_lead")
ROLES = (*TEAM, "head_of_sales", "sales_specialist", "enablement_specialist", "account_manager")


def edited(chart: Chart, chance: Random) -> Chart:
    """One edit of what the view is made of, or of what it is not."""
    seats, handoffs = sorted(chart.seats), sorted(chart.handoffs)
    match chance.randrange(10):
        case 0 | 1 if handoffs:
            return chart.without([Key(Kind.HANDOFF, chance.choice(handoffs))])
        case 2 | 3 | 4:
            return chart.with_records([a_handoff(chart, chance)])
        case 5 if seats:
            gone = chart.seats[SeatId(chance.choice(seats))]
            ended = [one for one in chart.handoffs.values() if gone.id in {one.source, one.target}]
            return chart.without([key_of(gone), *(key_of(one) for one in ended[: chance.randrange(9)])])
        case 6:
            pods = [*sorted(chart.pods), None]
            new = Seat(SeatId(f"n{chance.randrange(99)}"), RoleId(chance.choice(ROLES)), pod=chance.choice(pods))
            return chart.with_records([new])
        case 7 if chart.pods:
            other = chart.pods[PodId(chance.choice(sorted(chart.pods)))]
            return chart.with_records([replace(other, title="Renamed")])
        case _:
            return chart.with_records([changed(chart, chart.seats[SeatId(name)], chance) for name in seats[:1]])


def a_handoff(chart: Chart, chance: Random) -> Handoff:
    """A new one, or one that leads elsewhere."""
    ends: list[str] = sorted(chart.seats) or ["nobody"]
    name = HandoffId(chance.choice([*sorted(chart.handoffs), f"n{chance.randrange(99)}"]))
    source = chance.choice([*ends, *sorted(chart.sources), "gone"])
    what, limit = ObjectId(chance.choice(OBJECTS)), chance.choice([None, 4.0, 48.0])
    return Handoff(name, SeatId(source), SeatId(chance.choice(ends)), what, limit_hours=limit)


def changed(chart: Chart, seat: Seat, chance: Random) -> Record:
    """A seat in another pod, role, order, or with another title."""
    seat = chart.seats[SeatId(chance.choice(sorted(chart.seats)))]
    pods = [*sorted(chart.pods), PodId("gone"), None]
    return chance.choice([
        replace(seat, title=f"Title {chance.random()}"),
        replace(seat, role=RoleId(chance.choice(ROLES))),
        replace(seat, pod=chance.choice(pods)),
        replace(seat, order=chance.random() * 9, shared=not seat.shared),
        replace(seat, stages_added=tuple(chance.sample(list(CATALOGUE.stages), chance.randrange(4)))),
    ])  # fmt: skip


def chart_at(seed: int) -> Chart:
    """Charts of all sorts: any that may be, and pods that are whole, with lead sources."""
    if seed % 2:
        return spread_out(seed, 30)
    chance = Random(seed)
    pods = [team(f"p{n}", TEAM[chance.randrange(2) :], order=n) for n in range(8)]
    sources = [Source(SourceId(name), order=n) for n, name in enumerate(("web", "fair"))]
    chart = chart_of(*pods, *sources, Seat(SeatId("boss"), RoleId("head_of_sales")))
    return chart.with_records([a_handoff(chart, chance) for _ in range(8)])


def steps(seed: int, lanes: Lanes) -> Iterator[tuple[Layout, Layout]]:
    """Layouts after one edit each, each with the one it was made from."""
    chance, chart = Random(seed), chart_at(seed)
    before = arrange_flow(chart, CATALOGUE, lanes, wide)
    for _ in range(STEPS):
        for _ in range(chance.randrange(1, 3)):
            chart = edited(chart, chance)
        if chance.random() < 0.5:
            dict(before.cards), dict(before.routes), dict(before.pills)
        after = arrange_flow(chart, CATALOGUE, lanes, wide, before)
        assert after == arrange_flow(chart, CATALOGUE, lanes, wide)
        yield before, after
        before = after


@settings(deadline=None, max_examples=24)
@given(SEEDS, st.sampled_from(Lanes))
def test_a_layout_made_from_the_one_before_is_the_one_made_from_nothing(seed: int, lanes: Lanes) -> None:
    for _before, after in steps(seed, lanes):
        assert len(after.cards) == len(dict(after.cards))


@settings(deadline=None, max_examples=14)
@given(SEEDS, st.sampled_from(Lanes))
def test_whatever_stands_elsewhere_after_an_edit_is_told(seed: int, lanes: Lanes) -> None:
    for before, after in steps(seed, lanes):
        since = after.told_since(before)
        if since is None:
            continue
        told = since.keys | since.along.keys()
        for key in {*before.cards, *before.frames, *after.cards, *after.frames}:
            assert key in told or before.rect(key) == after.rect(key), key
        for key, way in since.along.items():
            assert way == since.along[key] == (before.cards[key], after.cards[key])


@settings(deadline=None, max_examples=14)
@given(SEEDS)
def test_what_touches_a_room_is_found_there(seed: int) -> None:
    chance, layout = Random(seed), flow_of(spread_out(seed, 40))
    assert layout.seek is not None
    x, y, width, height = layout.bounds
    for _ in range(12):
        room = Rect(x + width * chance.random(), y + height * chance.random(), 300 * chance.random(), 99.0)
        found = dict(layout.seek(room))
        rects = {**layout.cards, **layout.frames}
        assert found == {
            key: rect
            for key, rect in rects.items()
            if rect.x <= room.right and room.x <= rect.right and rect.y <= room.bottom and room.y <= rect.bottom
        }


@pytest.mark.parametrize("lane", range(3))
def test_an_edit_makes_anew_the_lanes_it_touches_alone(lane: int) -> None:
    chart = chart_of(*(team(f"p{n}", order=n) for n in range(3)))
    before = flow_of(chart)
    after = arrange_flow(edited_role(chart, f"p{lane}0"), CATALOGUE, Lanes.PODS, wide, before)
    assert isinstance(before.grown, Course)
    assert isinstance(after.grown, Course)
    kept = [one is other for one, other in zip(before.grown.roster.lanes, after.grown.roster.lanes, strict=True)]
    assert kept == [number != lane for number in range(3)]


def edited_role(chart: Chart, name: str) -> Chart:
    return chart.with_records([replace(chart.seats[SeatId(name)], role=RoleId("outbound_sdr"))])


def test_names_that_take_more_room_than_before_are_measured_again() -> None:
    chart = chart_of(team("a"), team("b", order=1))
    before = arrange_flow(chart, CATALOGUE, Lanes.PODS, lambda _handoff: 40.0)
    assert arrange_flow(chart, CATALOGUE, Lanes.PODS, lambda _handoff: 90.0, before) == arrange_flow(
        chart, CATALOGUE, Lanes.PODS, lambda _handoff: 90.0
    )


def test_very_many_cards_that_slid_with_their_lanes_are_told_one_by_one_or_all_at_once() -> None:
    chart = chart_of(*(team(f"p{n:03}", order=n) for n in range(120)))
    before = flow_of(chart)
    fuller = chart.with_records([Seat(SeatId("new"), RoleId("inbound_sdr"), pod=PodId("p000"), order=9.0)])
    after = arrange_flow(fuller, CATALOGUE, Lanes.PODS, wide, before)
    since = after.told_since(before)
    assert since is not None
    assert len(since.along) == 119 * len(TEAM)
    ways = {key: way for key in after.cards if (way := since.along.get(key)) is not None}
    assert ways == dict(since.along) == {key: (before.cards[key], after.cards[key]) for key in ways}
    assert all(one.y < other.y for one, other in ways.values())
    assert since.along.get(Key(Kind.SEAT, "new")) is None
    assert {Key(Kind.SEAT, "new"), Key(Kind.POD, "p119")} <= since.keys


def test_an_edit_of_very_much_is_laid_out_from_nothing() -> None:
    chart = chart_of(*(team(f"p{n:03}", order=n) for n in range(60)))
    renamed = [replace(one, title="Other") for one in chart.seats.values()]
    after = arrange_flow(chart.with_records(renamed), CATALOGUE, Lanes.PODS, wide, flow_of(chart))
    assert after.since is None
    assert after == flow_of(chart.with_records(renamed))


def test_of_lanes_built_otherwise_than_any_that_stand_few_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesorg_gui.layout.flow_board.SPARE", -2)
    chart = chart_of(*(team(f"p{n}", order=n) for n in range(3)))
    before = flow_of(chart)
    dict(before.cards)
    other = edited_role(chart, "p00")
    assert arrange_flow(other, CATALOGUE, Lanes.PODS, wide, before) == flow_of(other)
