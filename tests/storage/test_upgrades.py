"""Files of earlier versions, brought up to date by steps."""

from typing import Any

import pytest

from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.text import loads
from salesorg_gui.storage.upgrades import CURRENT, UPGRADES, upgraded


def people_became_seats(old: dict[str, Any]) -> dict[str, Any]:
    seats = [{"id": person["key"], "role": "seller", "people": [{"name": person["name"]}]} for person in old["people"]]
    rest = {name: value for name, value in old.items() if name != "people"}
    return {**rest, "seats": seats}


def charts_came(old: dict[str, Any]) -> dict[str, Any]:
    rest = {name: value for name, value in old.items() if name != "seats"}
    return {**rest, "charts": [{"id": "as-is", "seats": old["seats"]}]}


TABLE = {-1: people_became_seats, 0: charts_came}
OLD = b'{"format": "salesorg", "version": -1, "kept": 1, "people": [{"key": "a", "name": "Ada"}]}'


def test_an_earlier_plan_goes_through_every_step_in_turn() -> None:
    opened = loads(OLD, TABLE)
    assert [seat.holder for seat in opened.plan.first_chart.seats.values()] == ["Ada"]
    assert opened.plan.extra == {"kept": 1}


def test_an_upgraded_plan_can_be_changed_and_says_where_it_comes_from() -> None:
    opened = loads(OLD, TABLE)
    assert not opened.is_read_only
    assert opened.notes == ("This plan comes from an earlier version. Saving it makes it one of this version.",)


def test_a_step_that_trips_over_an_old_plan_makes_it_a_broken_file() -> None:
    with pytest.raises(BrokenFile, match="A plan of version -1 looks different"):
        loads(b'{"format": "salesorg", "version": -1, "people": [{}]}', TABLE)


def test_a_version_nobody_knows_is_refused() -> None:
    with pytest.raises(BrokenFile, match="there is no version 0"):
        loads(b'{"format": "salesorg", "version": 0}')


def test_a_gap_between_steps_is_refused() -> None:
    with pytest.raises(BrokenFile, match="there is no version -1"):
        loads(OLD, {-1: lambda old: {**old, "version": 0}, 5: charts_came})


def test_steps_lead_to_the_present_version_without_a_gap() -> None:
    assert sorted(UPGRADES) == list(range(1, CURRENT))
    assert upgraded({"version": CURRENT}, CURRENT) == {"version": CURRENT}
