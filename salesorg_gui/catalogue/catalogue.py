"""The catalogue of one language: every value in one place, read from the shipped files on first use."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from salesorg_gui.catalogue import reading
from salesorg_gui.catalogue.journey import Channel, HandedObject, Kpi, Seniority, Stage
from salesorg_gui.catalogue.own_roles import lay_over
from salesorg_gui.catalogue.roles import Purpose, Role, unknown_role
from salesorg_gui.domain.ids import KpiId, ModelId, ObjectId, RoleId, StageId
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.values import dataclass

if TYPE_CHECKING:
    from salesorg_gui.catalogue.advisor import Advisor
    from salesorg_gui.catalogue.capacity import CapacityDefaults
    from salesorg_gui.catalogue.documents import (
        ChecklistForm,
        DocumentField,
        HireOrder,
        HiringStep,
        ScorecardForm,
        WorkshopStep,
    )
    from salesorg_gui.catalogue.profiles import Profiles
    from salesorg_gui.catalogue.questions import Question, QuestionGroup
    from salesorg_gui.catalogue.rule_texts import RuleText
    from salesorg_gui.catalogue.rule_words import RuleWords
    from salesorg_gui.catalogue.structures import Axis, GrowthStage, Structure
    from salesorg_gui.catalogue.templates import Template


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All values in one language. What a window needs at once is read by ``load``, the rest on first use.

    Mappings keep their natural order: stages along the journey, roles as a palette would list them.
    """

    language: str
    roles: Mapping[RoleId, Role]
    stages: Mapping[StageId, Stage]
    objects: Mapping[ObjectId, HandedObject]
    kpis: Mapping[KpiId, Kpi]
    purposes: Mapping[Purpose, str]
    seniorities: Mapping[str, Seniority]
    channels: Mapping[str, Channel]

    @cached_property
    def structures(self) -> "Mapping[ModelId, Structure]":
        """The eight structures by id."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.structures(self.language)

    @property
    def models(self) -> "Mapping[ModelId, Structure]":
        """The same as ``structures``, by the name the file format uses."""
        return self.structures

    @cached_property
    def growth_stages(self) -> "Mapping[str, GrowthStage]":
        """The four growth stages in their order."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.growth_stages(self.language)

    @cached_property
    def axes(self) -> "Mapping[str, Axis]":
        """The segmentation axes."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.axes(self.language)

    @cached_property
    def templates(self) -> "Mapping[str, Template]":
        """Ready organisations to start from."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.templates(self.language)

    @cached_property
    def fields(self) -> "Mapping[str, DocumentField]":
        """Fields of role card and role description in their printed order."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.fields(self.language)

    @cached_property
    def hiring_steps(self) -> "Mapping[str, HiringStep]":
        """The ten hiring steps in their order."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.hiring_steps(self.language)

    @cached_property
    def checklist(self) -> "ChecklistForm":
        """The form of the printed checklist."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.checklist(self.language)

    @cached_property
    def scorecard(self) -> "ScorecardForm":
        """The form of the interview scorecard."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.scorecard(self.language)

    @cached_property
    def profiles(self) -> "Profiles":
        """What some roles are hired for above all."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.profiles()

    @cached_property
    def hire_order(self) -> "tuple[HireOrder, ...]":
        """Whom to hire first."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.hire_order(self.language)

    @cached_property
    def workshop(self) -> "Mapping[str, WorkshopStep]":
        """The workshop steps in their order."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.workshop(self.language)

    @cached_property
    def advisor(self) -> "Advisor":
        """Questions and factors of the structure advisor."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.advisor(self.language)

    @cached_property
    def questions(self) -> "Mapping[str, Question]":
        """All questions about a company, the advisor's first."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.questions(self.language)

    @cached_property
    def question_groups(self) -> "Mapping[str, QuestionGroup]":
        """Which questions are asked together."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.question_groups(self.language)

    @cached_property
    def rules(self) -> "Mapping[str, RuleText]":
        """Texts and default limits of the rules by rule id."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.rules(self.language)

    @cached_property
    def rule_words(self) -> "Mapping[str, RuleWords]":
        """When each rule speaks, what its limits are called, and where it comes from, in plain words, by rule id."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.rule_words(self.language)

    @cached_property
    def capacity(self) -> "CapacityDefaults":
        """Planning figures."""
        from salesorg_gui.catalogue import reading_on_demand

        return reading_on_demand.capacity()

    def role(self, id: str) -> Role:
        """The role behind an id; a neutral one that carries the id as its title when nobody knows it."""
        return self.roles.get(RoleId(id)) or unknown_role(RoleId(id))

    def with_plan_roles(self, own_roles: Mapping[RoleId, OwnRole]) -> "Catalogue":
        """This catalogue with a plan's own roles and texts laid over it."""
        return replace(self, roles=lay_over(self.roles, own_roles)) if own_roles else self


@cache
def load(language: str = "en") -> Catalogue:
    """The catalogue of a language such as ``sv`` or ``sv_SE``; English for one that has no texts."""
    spoken = language.replace("-", "_").split("_", maxsplit=1)[0].casefold()
    spoken = {"no": "nb", "nn": "nb"}.get(spoken, spoken)
    if spoken not in reading.LANGUAGES:
        spoken = reading.SOURCE_LANGUAGE
    if spoken != language:
        return load(spoken)
    return Catalogue(
        language,
        roles=reading.roles(language),
        stages=reading.stages(language),
        objects=reading.objects(language),
        kpis=reading.kpis(language),
        purposes=reading.purposes(language),
        seniorities=reading.seniorities(language),
        channels=reading.channels(language),
    )
