"""The shipped example is sound: it opens, saves as it is, and shows no error."""

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.records import LineKind, Status
from salesorg_gui.resources import resource
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Severity
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.text import dumps

EXAMPLE = resource("examples", "nordlys.salesorg")


def test_the_example_saves_as_it_is() -> None:
    assert dumps(read(EXAMPLE).plan) == EXAMPLE.read_bytes()


def test_the_example_has_no_error_and_few_remarks() -> None:
    plan = read(EXAMPLE).plan
    findings = examine(plan, plan.first_chart, load())
    assert findings.counts[Severity.ERROR] == 0
    assert len(findings) <= 8


def test_the_example_uses_only_what_the_catalogue_knows() -> None:
    plan, catalogue = read(EXAMPLE).plan, load()
    chart = plan.first_chart
    assert {seat.role for seat in chart.seats.values()} <= catalogue.roles.keys()
    assert {handoff.object for handoff in chart.handoffs.values()} <= catalogue.objects.keys()
    assert {measure.kpi for seat in chart.seats.values() for measure in seat.measures} <= catalogue.kpis.keys()
    assert {source.channel for source in chart.sources.values()} <= catalogue.channels.keys()
    assert catalogue.advisor.questions.keys() <= plan.answers.keys() <= catalogue.questions.keys()
    assert chart.model in catalogue.models
    assert chart.growth_stage in catalogue.growth_stages


def test_the_example_shows_every_kind_of_thing() -> None:
    chart = read(EXAMPLE).plan.first_chart
    assert len(chart.seats) == 24
    assert {seat.status for seat in chart.seats.values()} == set(Status)
    assert {line.kind for line in chart.lines.values()} == set(LineKind)
    assert {handoff.is_return for handoff in chart.handoffs.values()} == {True, False}
    assert {source.lane.value for source in chart.sources.values()} == {"inbound", "outbound"}
    assert all(handoff.object and handoff.condition and handoff.limit_hours for handoff in chart.handoffs.values())
    assert all(seat.measures for seat in chart.seats.values())
    assert all(pod.goal and pod.lead in chart.seats for pod in chart.pods.values())
    on_the_bench = [seat for seat in chart.seats.values() if seat.pod is None and seat.place is None]
    assert len(on_the_bench) == 2
