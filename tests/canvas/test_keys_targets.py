"""Who is offered when a line or handoff is drawn by typing: what makes sense first, what cannot be with its reason."""

from dataclasses import replace

from salesorg_gui.canvas.keys.targets import Target, Targets
from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.ranking import Named, Ranking
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import LineKind
from tests import builders as b

CATALOGUE = load("en")
CHART = b.pod_chart().with_records(
    [b.seat("eve", "account_executive", b.SOUTH, 2), b.seat("fay", "account_executive", b.NORTH, 9)]
)


def targets(name: str, chart: Chart = CHART, kind: Kind = Kind.SEAT) -> Targets:
    return Targets(chart, CATALOGUE, Key(kind, name))


def titles(named: tuple[Named[Target], ...]) -> list[str]:
    return [one.value.title for one in named]


def reasons(named: tuple[Named[Target], ...]) -> dict[str, str]:
    return {one.value.title.rpartition(", ")[2]: one.value.reason for one in named if one.value.reason}


def test_receivers_of_the_same_pod_come_first_then_further_objects_then_who_cannot() -> None:
    found = targets(b.ADA).handoffs()
    usual = [one.value for one in found if not one.value.reason]
    assert [one.title for one in usual[:3]] == [
        "Account Executive, Bo",
        "Account Executive, Fay",
        "Account Executive, Eve",
    ]
    assert usual[0].detail == "Hot lead · North"
    assert usual[1].detail == "Qualified lead · North"
    assert [one.value.reason != "" for one in found] == sorted(one.value.reason != "" for one in found)
    assert reasons(found)["Cy"] == "Takes nothing of it"


def test_taking_one_draws_it_with_its_object_and_time() -> None:
    first = targets(b.ADA).handoffs()[0].value
    assert first.edit is not None
    after = first.edit.apply(CHART)
    assert {(one.target, one.object) for one in after.handoffs_from[b.ADA]} == {
        (b.BO, "qualified_lead"),
        (b.BO, "hot_lead"),
    }


def test_what_is_drawn_already_is_said() -> None:
    found = targets(b.WEB, kind=Kind.SOURCE).handoffs()
    assert reasons(found)["Ada"] == "Is handed over already"
    assert reasons(found)["Bo"] == "Takes nothing of it"


def test_who_gives_or_takes_anything_is_offered_once_without_an_object() -> None:
    chart = CHART.with_records([b.seat("any", "other")])
    found = [one.value for one in targets("any", chart).handoffs()]
    assert found[0].edit is not None
    assert found[0].detail in {"North", "South", ""}
    after = found[0].edit.apply(chart)
    assert "Is handed over already" in reasons(targets("any", after).handoffs()).values()


def test_a_target_is_found_by_person_title_abbreviation_and_pod() -> None:
    ranking = Ranking(targets(b.ADA).handoffs())
    assert ranking.best("fay")[0].title.endswith("Fay")
    assert ranking.best("ae south")[0].title.endswith("Eve")
    assert {target.title for target in ranking.best("hot bo")[:1]} == {"Account Executive, Bo"}


def test_a_dotted_line_goes_to_leaders_first_and_never_twice() -> None:
    chart = CHART.with_records([b.line(b.BO, b.DI, kind=LineKind.DOTTED), b.seat("lead", "pod_lead")])
    found = targets(b.BO, chart).dotted()
    assert titles(found)[0] == "Pod lead, Lead"
    assert reasons(found) == {"Head": "Has a line there already", "Di": "Has a line there already"}
    edit = found[0].value.edit
    assert edit is not None
    assert {line.manager for line in edit.apply(chart).dotted_up[b.BO]} == {"lead", b.DI}


def test_managers_are_offered_by_what_the_role_usually_reports_to() -> None:
    chart = CHART.with_records([b.seat("lead", "pod_lead"), b.seat("vp", "vp_sales"), b.line("vp", "ada")])
    found = targets(b.ADA, chart).managers((b.ADA, b.BO))
    offered = [one.value for one in found if not one.value.reason]
    assert offered[0].title == "Pod lead, Lead"
    assert offered[-1].title == "Nobody"
    assert reasons(found) == {"Head": "Is the manager already", "Vp": "Stands below", "Bo": "Stands below"}


def test_taking_a_manager_moves_all_of_them_and_nobody_frees_them() -> None:
    chart = CHART.with_records([b.seat("lead", "pod_lead")])
    found = {one.value.title: one.value for one in targets(b.ADA, chart).managers((b.ADA, b.BO))}
    lead, nobody = found["Pod lead, Lead"].edit, found["Nobody"].edit
    assert lead is not None
    assert nobody is not None
    assert {lead.apply(chart).manager_of(name) for name in (b.ADA, b.BO)} == {"lead"}
    assert {nobody.apply(chart).manager_of(name) for name in (b.ADA, b.BO)} == {None}


def test_who_reports_to_nobody_is_not_offered_nobody() -> None:
    assert "Nobody" not in titles(targets(b.HEAD).managers((b.HEAD,)))


def test_nearness_counts_the_segment_after_the_pod() -> None:
    chart = replace(CHART, pods={**CHART.pods, b.SOUTH: replace(CHART.pods[b.SOUTH], lead=b.HEAD)})
    near = chart.with_records([replace(chart.pods[b.SOUTH], segments=(b.NORDICS,))])
    offered = [one.value.title for one in targets(b.ADA, near).handoffs() if not one.value.reason]
    assert offered.index("Account Executive, Fay") < offered.index("Account Executive, Eve")
