"""Planning figures in words: all of them, with sound values only."""

import tomllib
from dataclasses import fields

import pytest

from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.plan import Plan
from salesorg_gui.resources import resource
from salesorg_gui.study.planning_figures import (
    FROM_THE_METHOD,
    WITHOUT_EFFECT,
    NoFigure,
    PlanningFigure,
    Unit,
    kept_amount,
    own_value,
    planning_figures,
    setting,
    shown_amount,
    unit_text,
)

USUAL = load().capacity
FIGURES = {figure.id: figure for figure in planning_figures()}


def kept(id: str, value: float) -> Plan:
    return setting(FIGURES[id], value, USUAL).revise(Plan())


def test_every_figure_is_named_once_with_its_unit() -> None:
    ids = [figure.id for figure in planning_figures()]
    assert sorted(ids) == sorted({field.name for field in fields(CapacityDefaults)} - WITHOUT_EFFECT)
    assert all(figure.title and figure.group and unit_text(figure.unit) for figure in planning_figures())
    assert len({figure.title for figure in planning_figures()}) == len(ids)


def test_where_a_figure_comes_from_is_what_the_catalogue_says() -> None:
    sources = tomllib.loads(resource("catalogue", "facts", "sources.toml").read_text("utf-8"))["capacity"]["defaults"]
    assert {id for id in FIGURES if sources[id].startswith("[S")} == FROM_THE_METHOD
    assert FIGURES["inbound_leads_per_fte"].is_from_method
    assert not FIGURES["ramp_months"].is_from_method


def test_a_value_of_its_own_is_kept_and_the_usual_one_is_not() -> None:
    plan = kept("inbound_leads_per_fte", 350.0)
    assert plan.parameters == {"capacity": {"inbound_leads_per_fte": 350}}
    assert own_value(FIGURES["inbound_leads_per_fte"], plan, USUAL) == 350
    back = setting(FIGURES["inbound_leads_per_fte"], 400.0, USUAL).revise(plan)
    assert back.parameters == {}
    assert own_value(FIGURES["inbound_leads_per_fte"], back, USUAL) is None
    assert setting(FIGURES["inbound_leads_per_fte"], None, USUAL).revise(plan).parameters == {}


def test_a_share_is_read_in_per_cent() -> None:
    figure = FIGURES["qualified_to_customer"]
    assert shown_amount(figure, 0.28) == 28
    assert kept_amount(figure, 28.0) == 0.28
    assert kept("qualified_to_customer", 0.28).parameters == {"capacity": {"qualified_to_customer": 0.28}}
    assert shown_amount(FIGURES["hours_per_week"], 37.5) == 37.5


@pytest.mark.parametrize(
    ("id", "typed", "reason"),
    [
        ("hours_per_week", -1.0, "from 0 up"),
        ("hours_per_week", float("inf"), "from 0 up"),
        ("hours_per_week", 0.0, "above 0"),
        ("monthly_churn", 120.0, "0 to 100"),
        ("span_max", 7.5, "whole number from 1 up"),
        ("first_seller_past_employees", 0.0, "from 1 up"),
    ],
)
def test_what_nobody_could_reckon_with_is_refused_in_words(id: str, typed: float, reason: str) -> None:
    with pytest.raises(NoFigure, match=reason):
        kept_amount(FIGURES[id], typed)


def test_nothing_is_a_sound_cost() -> None:
    assert kept_amount(PlanningFigure("cost_per_fte_month", "", Unit.EURO, ""), 0.0) == 0.0


def test_a_cost_nobody_told_is_not_known_and_every_other_usual_value_is() -> None:
    unknown = [id for id, figure in FIGURES.items() if not figure.is_known(float(getattr(USUAL, id)))]
    assert unknown == ["cost_per_fte_month"]
    assert FIGURES["cost_per_fte_month"].is_known(6000)
    assert FIGURES["monthly_churn"].is_known(0)
