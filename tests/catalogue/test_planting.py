"""Plans planted from templates."""

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.planting import plan_from_template
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import LineId, PodId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Lane

CATALOGUE = load()
TEMPLATES = tuple(CATALOGUE.templates)


def planted(id: str, language: str = "en") -> Chart:
    return plan_from_template(id, CATALOGUE, language).first_chart


@pytest.mark.parametrize("id", TEMPLATES)
def test_everything_of_the_template_stands_on_the_chart(id: str) -> None:
    template, chart = CATALOGUE.templates[id], planted(id)
    assert [seat.key for seat in template.seats] == list(chart.seats)
    assert [(line.report, line.manager) for line in template.lines] == [
        (line.report, line.manager) for line in chart.lines.values()
    ]
    assert [len(records) for records in (chart.pods, chart.segments, chart.sources, chart.handoffs)] == [
        len(template.pods),
        len(template.segments),
        len(template.sources),
        len(template.handoffs),
    ]
    assert (chart.model, chart.growth_stage) == (template.model, template.growth_stage)


@pytest.mark.parametrize("id", TEMPLATES)
def test_nothing_planted_names_what_is_not_there(id: str) -> None:
    chart = planted(id)
    seats, pods, segments = set(chart.seats), set(chart.pods), set(chart.segments)
    assert {end for line in chart.lines.values() for end in (line.report, line.manager)} <= seats
    assert {handoff.source for handoff in chart.handoffs.values()} <= seats | set(chart.sources)
    assert {handoff.target for handoff in chart.handoffs.values()} <= seats
    assert {seat.pod for seat in chart.seats.values()} <= pods | {None}
    assert {pod.lead for pod in chart.pods.values()} <= seats
    assert {name for pod in chart.pods.values() for name in pod.segments} <= segments
    assert {owner for segment in chart.segments.values() for owner in segment.owners} <= seats | pods
    assert seats.isdisjoint(set(chart.sources) | pods)


@pytest.mark.parametrize("id", TEMPLATES)
def test_every_handoff_says_when_and_how_fast(id: str) -> None:
    for handoff in planted(id).handoffs.values():
        assert handoff.object is not None
        assert handoff.condition
        assert handoff.limit_hours == CATALOGUE.objects[handoff.object].limit_hours


def test_a_condition_of_the_template_comes_before_what_must_be_known() -> None:
    conditions = {handoff.target: handoff.condition for handoff in planted("tpl_five_roles").handoffs.values()}
    assert conditions[SeatId("kam")] != conditions[SeatId("csm")]
    assert conditions[SeatId("ae")].startswith("Need, budget or value, decision maker")


def test_a_source_with_several_receivers_says_who_receives_what() -> None:
    chart = planted("tpl_two_pods")
    inbound = [handoff for handoff in chart.handoffs.values() if handoff.source == "inbound"]
    assert [handoff.condition.split(":")[0] for handoff in inbound] == ["Product A", "Product B"]
    bands = planted("tpl_one_man_bands")
    conditions = [handoff.condition for handoff in bands.handoffs.values() if handoff.source == "inbound"]
    assert [condition.split(":")[0] for condition in conditions] == ["North", "South", "West"]


def test_returns_are_marked_as_such() -> None:
    returns = [handoff.object for handoff in planted("tpl_assembly_line").handoffs.values() if handoff.is_return]
    assert returns == ["rejected_lead", "market_insight"]


def test_lead_sources_have_a_lane_a_channel_and_a_volume() -> None:
    sources = [
        (source.lane, source.channel, source.per_month) for source in planted("tpl_three_roles").sources.values()
    ]
    assert sources == [(Lane.INBOUND, "website", 240), (Lane.OUTBOUND, "list", 560)]


def test_a_pod_stands_in_the_segment_it_owns_under_its_lead() -> None:
    chart = planted("tpl_two_pods")
    pod = chart.pods[PodId("pod-a")]
    assert pod.lead == "lead_a"
    assert chart.frame_of(pod) is not None
    assert chart.segments[pod.segments[0]].owners == (pod.id,)
    assert [seat.id for seat in chart.members[pod.id]] == ["lead_a", "in_a", "out_a", "ae_a", "csm_a"]


def test_reports_stand_in_the_order_of_the_template() -> None:
    chart = planted("tpl_five_roles")
    assert chart.reports_of(SeatId("head")) == ("sdr", "ae", "am", "kam", "csm", "bdm")
    assert LineId("l-sdr") in chart.lines


def test_nothing_has_a_place_of_its_own() -> None:
    for id in TEMPLATES:
        chart = planted(id)
        assert {seat.place for seat in chart.seats.values()} == {None}
        assert {pod.place for pod in chart.pods.values()} <= {None}
        assert {segment.place for segment in chart.segments.values()} <= {None}


def test_what_the_pods_are_about_is_noted_on_the_chart() -> None:
    assert "Product A: Extra inbound rep for a larger lead volume" in planted("tpl_two_pods").note


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb", "nl"])
def test_a_plan_is_planted_in_a_language(language: str) -> None:
    plan = plan_from_template("tpl_two_pods", CATALOGUE, language)
    assert (plan.language, plan.title) == (language, load(language).templates["tpl_two_pods"].title)


def test_the_same_template_always_gives_the_same_plan() -> None:
    first, second = (plan_from_template("tpl_two_pods", CATALOGUE) for _time in range(2))
    assert isinstance(first, Plan)
    assert first == second == plan_from_template(CATALOGUE.templates["tpl_two_pods"], CATALOGUE)


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(KeyError):
        plan_from_template("tpl_nothing", CATALOGUE)
