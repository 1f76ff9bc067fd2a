"""The catalogue is complete, and everything it names exists."""

from collections.abc import Iterator

import pytest

from salesorg_gui.catalogue import reading, reading_on_demand
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.catalogue.roles import Family, Purpose
from salesorg_gui.catalogue.templates import INBOUND, OUTBOUND, Template
from salesorg_gui.domain.ids import RoleId, StageId

LANGUAGES = ("en", "sv", "da", "nb", "nl")


@pytest.fixture
def catalogue() -> Catalogue:
    return load("en")


def test_the_catalogue_holds_everything(catalogue: Catalogue) -> None:
    assert len(catalogue.roles) == 30 + 1  # and the neutral role for everybody else
    assert len(catalogue.stages) == 8
    assert len(catalogue.objects) == 17
    assert len(catalogue.kpis) == 38
    assert len(catalogue.structures) == len(catalogue.models) == 8
    assert len(catalogue.growth_stages) == 4
    assert len(catalogue.axes) == 5
    assert len(catalogue.templates) == 9
    assert len(catalogue.fields) == 21
    assert len(catalogue.hiring_steps) == len(catalogue.workshop) == len(catalogue.hire_order) == 10
    assert len(catalogue.scorecard.groups) == 4
    assert len(catalogue.advisor.questions) == 16
    assert len(catalogue.questions) == 39
    assert len(catalogue.question_groups) == 6
    assert len(catalogue.advisor.factors) == 24
    assert len(catalogue.rules) == 143
    assert len(catalogue.channels) == 9
    assert len(catalogue.seniorities) == 7
    assert set(catalogue.purposes) == set(Purpose)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_ids_in_the_same_order(catalogue: Catalogue, language: str) -> None:
    other = load(language)
    for name in (
        "roles",
        "stages",
        "objects",
        "kpis",
        "structures",
        "templates",
        "rules",
        "fields",
        "hiring_steps",
        "questions",
    ):
        assert list(getattr(other, name)) == list(getattr(catalogue, name)), name


def test_every_role_names_only_what_exists(catalogue: Catalogue) -> None:
    for role in catalogue.roles.values():
        assert {*role.stages, *role.stages_optional} <= set(catalogue.stages), role.id
        assert {*role.inputs, *role.outputs} <= set(catalogue.objects), role.id
        assert set(role.kpis) <= set(catalogue.kpis), role.id
        partners = [*role.receives, *role.hands_over]
        named = {*role.reports_to, *(partner.role for partner in partners)}
        assert named <= set(catalogue.roles), role.id
        assert {partner.object for partner in partners} <= set(catalogue.objects), role.id
        assert role.variant_of is None or role.variant_of in catalogue.roles
        assert role.rank == catalogue.seniorities[role.seniority].rank
        assert not set(role.stages) & set(role.stages_optional), role.id
        assert role.purpose == role.purposes[0]


def test_customers_are_only_handed_where_they_are_taken(catalogue: Catalogue) -> None:
    for role in catalogue.roles.values():
        for partner in role.hands_over:
            if catalogue.objects[partner.object].kind in {"customer", "consult"}:
                assert partner.object in role.outputs, role.id
                assert partner.object in catalogue.roles[partner.role].inputs, (role.id, partner)


def test_stages_follow_each_other_along_the_journey(catalogue: Catalogue) -> None:
    assert [stage.order for stage in catalogue.stages.values()] == list(range(1, 9))
    for stage in catalogue.stages.values():
        assert all(catalogue.stages[after].order > stage.order for after in stage.next)
        assert {*stage.consumes, *stage.produces} <= set(catalogue.objects)
    assert catalogue.stages[StageId("growth")].next == ()
    assert [stage.id for stage in catalogue.stages.values() if not stage.core] == ["lead_generation", "growth"]


def test_objects_and_measures_are_in_order(catalogue: Catalogue) -> None:
    assert {handed.stage_after for handed in catalogue.objects.values()} <= set(catalogue.stages)
    assert [handed.id for handed in catalogue.objects.values() if handed.reentry] == ["growth_opportunity"]
    assert all(handed.limit_hours > 0 for handed in catalogue.objects.values())
    assert {kpi.better for kpi in catalogue.kpis.values()} == {"higher", "lower", "near 100", "near 1"}
    assert {kpi.kind for kpi in catalogue.kpis.values()} == {"speed", "quality", "activity", "result"}


def test_structures_and_growth_stages_name_only_what_exists(catalogue: Catalogue) -> None:
    for structure in catalogue.structures.values():
        grouped = {role for group in structure.role_groups for role in group}
        roles = {*structure.roles_required, *structure.roles_optional, *grouped, *structure.minimum_counts}
        assert roles <= set(catalogue.roles), structure.id
        assert structure.next in catalogue.structures
    for stage in catalogue.growth_stages.values():
        assert set(stage.typical_roles) <= set(catalogue.roles)
        assert set(stage.suggested_models) <= set(catalogue.structures)
        assert not stage.next or stage.next in catalogue.growth_stages


def template_keys(template: Template) -> Iterator[str]:
    yield from (key for line in template.lines for key in (line.report, line.manager))
    yield from (handoff.target for handoff in template.handoffs)
    yield from (handoff.source for handoff in template.handoffs if handoff.source not in {INBOUND, OUTBOUND})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_sound(language: str) -> None:
    catalogue = load(language)
    for template in catalogue.templates.values():
        seats = {seat.key: seat for seat in template.seats}
        pods = {pod.key for pod in template.pods}
        assert len(seats) == len(template.seats)
        assert set(template_keys(template)) <= set(seats), template.id
        assert {seat.role for seat in template.seats} <= set(catalogue.roles)
        assert {seat.pod for seat in template.seats if seat.pod} <= pods
        assert {stage for seat in template.seats for stage in seat.stages_added} <= set(catalogue.stages)
        assert template.model in catalogue.structures
        assert template.growth_stage in catalogue.growth_stages
        assert all(segment.axis in catalogue.axes and segment.owner in {*seats, *pods} for segment in template.segments)
        used = {handoff.source for handoff in template.handoffs if handoff.source.startswith("@")}
        assert used == {source.key for source in template.sources}, template.id
        assert all(source.channel in catalogue.channels and source.per_month > 0 for source in template.sources)
        assert all(catalogue.objects[handoff.object] for handoff in template.handoffs)


def test_a_template_says_who_gets_which_customer(catalogue: Catalogue) -> None:
    conditions = {
        (handoff.source, handoff.target): handoff.condition
        for handoff in catalogue.templates["tpl_five_roles"].handoffs
    }
    assert conditions["ae", "kam"] == "among the largest customers"
    assert conditions["sdr", "ae"] == ""


def test_two_part_time_sellers_are_one_full_time_equivalent(catalogue: Catalogue) -> None:
    seller = catalogue.templates["tpl_small_start"].seats[1]
    assert (seller.headcount, seller.fte) == (2, 0.5)


def test_documents_and_hiring_are_in_order(catalogue: Catalogue) -> None:
    for entries in (catalogue.fields, catalogue.hiring_steps, catalogue.workshop):
        assert [entry.order for entry in entries.values()] == list(range(1, len(entries) + 1))
    assert {place.role for place in catalogue.hire_order} <= set(catalogue.roles)
    assert catalogue.hire_order[0].role == "head_of_sales"
    assert sum(group.weight for group in catalogue.scorecard.groups) == 100
    assert catalogue.scorecard.anchors[3] == "meets what the role needs"
    assert catalogue.checklist.header[0] == "organisation"
    assert [field.id for field in catalogue.fields.values() if not field.card][:1] == ["responsibilities"]


def test_rules_belong_to_a_group_and_have_a_severity(catalogue: Catalogue) -> None:
    assert {rule.severity for rule in catalogue.rules.values()} == {"error", "warning", "hint"}
    groups = [rule.group for rule in catalogue.rules.values()]
    assert (groups.count("reporting"), groups.count("handoff")) == (22, 33)
    assert catalogue.rules["report-span-too-wide"].params == {"span_max": 8, "span_error": 12}
    assert catalogue.rules["report-cycle"].params == {}


def test_planning_figures_are_there(catalogue: Catalogue) -> None:
    assert catalogue.capacity.inbound_leads_per_fte == 400
    assert catalogue.capacity.weeks_per_month == pytest.approx(52 / 12)


def test_the_role_for_everybody_else_stands_inside_the_organisation_without_stages(catalogue: Catalogue) -> None:
    other = catalogue.role("other")
    assert other.family is Family.OTHER
    assert not other.is_neighbour
    assert (other.purpose, other.stages) == (Purpose.SUPPORT, ())
    assert catalogue.role("marketing").is_neighbour


def test_a_role_nobody_knows_is_shown_by_its_id(catalogue: Catalogue) -> None:
    stranger = catalogue.role("space_pilot")
    assert (stranger.id, stranger.title, stranger.code) == ("space_pilot", "space_pilot", "SP")
    assert (stranger.is_known, stranger.purpose, stranger.stages) == (False, Purpose.SUPPORT, ())


def test_a_language_is_found_by_any_of_its_names() -> None:
    assert load("sv_SE") is load("sv")
    assert load("nn-NO") is load("no") is load("nb")
    assert load("fi") is load("en")


def test_what_a_language_lacks_stands_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    english = reading.texts("en", "roles")
    own = {"account_manager": {"title": "Kundansvarig"}}
    monkeypatch.setattr(reading, "texts", lambda language, _: own if language == "sv" else english)
    role = reading.joined("sv", "roles")["account_manager"]
    assert role["title"] == "Kundansvarig"
    assert role["mission"] == english["account_manager"]["mission"]


def test_sources_are_kept_for_every_role() -> None:
    sources = reading_on_demand.sources()["role"]
    assert set(sources) == {role for role in load("en").roles if role != "other"}
    assert sources["account_executive"]["mission"] == "[S0][S2][S3]"


def test_roles_can_be_asked_for_the_text_of_a_document_field(catalogue: Catalogue) -> None:
    role = catalogue.role("account_executive")
    assert role.texts("traits") == role.hire_for
    assert role.texts("mission") == (role.mission,)
    assert role.texts("results") == ()
    assert role.texts("no-such-field") == ()
    assert catalogue.role("space_pilot").texts("mission") == ()


def test_nothing_is_read_twice() -> None:
    catalogue = load("en")
    assert catalogue.templates is catalogue.templates
    assert load("en") is catalogue


def test_codes_begin_the_names_of_seats(catalogue: Catalogue) -> None:
    codes = [role.code for role in catalogue.roles.values()]
    assert len(set(codes)) == len(codes)
    assert all(code.isascii() and code.isalpha() and code.isupper() and len(code) <= 4 for code in codes)
    assert catalogue.role("account_executive").code == "AE"


def test_the_palette_order_begins_with_development(catalogue: Catalogue) -> None:
    assert list(catalogue.roles)[:2] == [RoleId("sdr"), RoleId("inbound_sdr")]
    assert list(catalogue.roles)[-1] == "other"
