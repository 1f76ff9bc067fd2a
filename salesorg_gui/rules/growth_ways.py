"""Rules about ways of working that growth asks for: tools, rhythm, measures looked at together, and culture."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.catalogue.advice import GrowthStageId
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import CLOSE, FIND

PROCESS = ("crm", "sales_process", "activity_tracking")
RHYTHM = ("activity_tracking", "weekly_talk", "pipeline_report", "targeted_compensation")
HUMANE = frozenset({"compassion", "support", "open_communication"})


class Process:
    """Past the founder stage work runs on a CRM, a written process and tracked activities."""

    id: ClassVar[str] = "growth-process-missing"

    @property
    def title(self) -> str:
        return _("Tools for the next level")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        stage = org.detected.stage
        missing = _missing(org, PROCESS)
        if missing and stage is not None and stage.is_later_than(GrowthStageId.FOUNDER):
            yield Sighting({"missing": listed(missing)})


class Rhythm:
    """A leader has reports to look at and a rhythm to talk."""

    id: ClassVar[str] = "growth-leadership-rhythm"

    @property
    def title(self) -> str:
        return _("Tools of leading")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        missing = _missing(org, RHYTHM)
        if missing and any(org.is_leader(seat) for seat in org.seats):
            yield Sighting({"missing": listed(missing)})


class ReviewOfMeasures:
    """Management and sales manager look at the measures together."""

    id: ClassVar[str] = "growth-kpi-review-missing"

    @property
    def title(self) -> str:
        return _("KPIs nobody reviews")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.told("kpi_meeting") is False:
            yield Sighting()


class Symptoms:
    """Late follow-up, weak leads and firefighting come of one person doing all three sales roles."""

    id: ClassVar[str] = "growth-symptoms"

    @property
    def title(self) -> str:
        return _("Symptoms of roles not separated")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        told = self._told(org)
        seats = tuple(self._combined(org)) if told is not None else ()
        if told is not None and seats:
            yield told._replace(seats=seats)

    def _told(self, org: Organisation) -> Sighting | None:
        """The symptoms in words, or how many there are where nobody said which."""
        match org.told("symptoms_seen"), org.told("symptoms"):
            case tuple(ticked), _count:
                choices = org.catalogue.questions["symptoms_seen"].choices
                symptoms = listed(tuple(choices[symptom] for symptom in ticked))
                return Sighting({"symptom": symptoms}, variant="several" if len(ticked) > 1 else "")
            case None, float(count) if count >= 1:
                return Sighting({"symptom": count}, variant="counted")
        return None

    def _combined(self, org: Organisation) -> Iterator[SeatId]:
        for seat, stages in org.graphs.duties.stages.items():
            if not FIND.isdisjoint(stages) and not CLOSE.isdisjoint(stages):
                yield seat


class Culture:
    """A competitive culture needs values that keep it from becoming ruthless."""

    id: ClassVar[str] = "growth-culture"

    @property
    def title(self) -> str:
        return _("Competitive without its values")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        values = org.told("values")
        if org.told("culture") == "competitive" and isinstance(values, tuple) and HUMANE.isdisjoint(values):
            yield Sighting()


def _missing(org: Organisation, asked: Iterable[str]) -> tuple[str, ...]:
    """What the plan says there is not; of what nobody answered nothing is said."""
    return tuple(_in_words(question) for question in asked if org.told(question) is False)


def _in_words(question: str) -> str:
    """What a question asks for."""
    match question:
        case "crm":
            return _("a CRM")
        case "sales_process":
            return _("a written sales process")
        case "activity_tracking":
            return _("activity tracking")
        case "weekly_talk":
            return _("a weekly talk of the whole team")
        case "pipeline_report":
            return _("a pipeline report")
        case _:
            return _("pay for the activities that matter")
