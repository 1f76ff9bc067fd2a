"""The workshop in which a company designs its sales organisation: ten steps, and how far each is, told from the plan.

The steps and their questions come from the catalogue. Nothing is ticked by hand: what is done stands in the plan.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.progress import progress, progress_text
from salesorg_gui.catalogue.questions import told
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import HireStatus, Status
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.finding import Finding, Findings, Severity

ASKED: Mapping[str, tuple[str, ...]] = {
    "values": ("value_sales", "value_products", "value_audience", "value_contact", "culture", "values"),
    "scale": (
        *("employees", "sellers", "frontline", "customers", "budget", "inbound_leads", "qualified_leads", "ltv"),
        *("start_team", "startup"),
    ),
    "model": (
        *("product_complexity", "industry", "relationship", "account_based", "reassign_often", "growth_goal"),
        "symptoms_seen",
    ),
    "segment": ("segments", "regions", "products", "verticals"),
    "hiring": ("contract_value", "revenue_target"),
    "print": ("weekly_talk", "kpi_meeting", "competence_map"),
}
"""The questions about the company that belong to each step."""
CARD_RULE, GAP_RULE = "role-card-incomplete", "segment-gap"


@dataclass(frozen=True, slots=True)
class Point:
    """Something a step asks for, as the plan stands."""

    text: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its place, what it is for, what to talk about, what comes out, and how far it is."""

    id: str
    number: int
    title: str
    purpose: str
    questions: tuple[str, ...]
    result: str
    asked: tuple[str, ...]
    points: tuple[Point, ...]

    @property
    def done(self) -> int:
        """How many of its points are done."""
        return sum(point.is_done for point in self.points)

    @property
    def is_done(self) -> bool:
        """Whether all of them are."""
        return self.done == len(self.points)


def steps_of(plan: Plan, chart: Chart, catalogue: Catalogue, findings: Findings) -> tuple[Step, ...]:
    """The ten steps as far as a plan and one of its charts have come; ``findings`` are those of that chart."""
    purposes, seen = _purposes(), _Seen(plan, chart, catalogue, findings)
    tellers: Mapping[str, Callable[[], Iterator[Point]]] = {
        "model": seen.model,
        "segment": seen.segments,
        "roles": seen.roles,
        "handoffs": seen.handoffs,
        "check": seen.check,
        "capacity": seen.volumes,
        "hiring": seen.hires,
    }
    found: list[Step] = []
    for step in sorted(catalogue.workshop.values(), key=lambda one: one.order):
        asked = tuple(name for name in ASKED.get(step.id, ()) if name in catalogue.questions)
        points = (*seen.answers(asked), *tellers.get(step.id, _nothing)())
        purpose = purposes.get(step.id, "")
        found.append(Step(step.id, step.order, step.title, purpose, step.questions, step.result, asked, points))
    return tuple(found)


def next_step(steps: Iterable[Step]) -> str:
    """The first step that is not done; the last one when all are."""
    steps = tuple(steps)
    return next((step.id for step in steps if not step.is_done), steps[-1].id)


def _purposes() -> Mapping[str, str]:
    return {
        "values": _("Agree how you want to sell, before anybody draws a box."),
        "scale": _("Say how large you are, so that the structure fits the company and not the other way round."),
        "model": _("Choose how the work is divided: alone, along a line, or in small teams."),
        "segment": _("Divide the market, so that every customer has somebody."),
        "roles": _("Draw the seats: who does what, and who leads."),
        "handoffs": _("Draw the way of a customer from one seat to the next."),
        "check": _("Let the rules look at the chart, and decide what to live with."),
        "capacity": _("See whether the people have time for what comes."),
        "hiring": _("Decide who is hired first, and when."),
        "print": _("Give everybody their part on paper, and fix when you look at it again."),
    }


def _nothing() -> Iterator[Point]:
    return iter(())


@dataclass(frozen=True)
class _Seen:
    """What a plan shows of its workshop."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue
    findings: Findings

    def answers(self, asked: tuple[str, ...]) -> Iterator[Point]:
        if asked:
            facts = told(self.plan.answers, self.catalogue.questions)
            answered, count = progress(asked, facts)
            said = _("{progress} answered").format(progress=progress_text(asked, facts))
            yield Point(said, answered == count)

    def model(self) -> Iterator[Point]:
        model = self.chart.model
        known = self.catalogue.structures.get(model) if model is not None else None
        if known is None:
            yield Point(_("No structure chosen for this chart"), is_done=False)
        else:
            yield Point(_("Chosen for this chart: {model}").format(model=known.title), is_done=True)

    def segments(self) -> Iterator[Point]:
        count = len(self.chart.segments)
        yield Point(
            ngettext("{count} segment drawn", "{count} segments drawn", count).format(count=count)
            if count
            else _("No segment drawn: one market"),
            bool(count),
        )
        gaps = self._errors(GAP_RULE)
        yield Point(
            _("Every part of the market has an owner")
            if not gaps
            else ngettext("{count} gap in the market", "{count} gaps in the market", gaps).format(count=gaps),
            bool(self.chart.seats) and not gaps,
        )

    def roles(self) -> Iterator[Point]:
        seats = self.chart.seats
        count = len(seats)
        yield Point(ngettext("{count} seat drawn", "{count} seats drawn", count).format(count=count), bool(count))
        loose = self._of_group("reporting", Severity.ERROR)
        said = ngettext("{count} error in reporting lines", "{count} errors in reporting lines", loose)
        yield Point(said.format(count=loose) if loose else _("Everybody has a leader"), bool(count) and not loose)
        open_cards = {key.id for one in self._of_rule(CARD_RULE) for key in one.keys} & set(seats)
        whole = count - len(open_cards)
        cards = _("{whole} of {count} role cards say all that is asked").format(whole=whole, count=count)
        yield Point(cards, bool(count) and whole == count)

    def handoffs(self) -> Iterator[Point]:
        count = len(self.chart.handoffs)
        yield Point(ngettext("{count} handoff drawn", "{count} handoffs drawn", count).format(count=count), bool(count))
        sources = len(self.chart.sources)
        yield Point(
            ngettext("{count} lead source", "{count} lead sources", sources).format(count=sources), bool(sources)
        )
        broken = self._of_group("handoff", Severity.ERROR)
        said = ngettext("{count} way of customers is broken", "{count} ways of customers are broken", broken)
        whole = _("Every customer reaches somebody who keeps them")
        yield Point(said.format(count=broken) if broken else whole, bool(count) and not broken)

    def check(self) -> Iterator[Point]:
        counts = dict.fromkeys(Severity, 0)
        for one in self.findings.unsettled:
            counts[one.severity] += 1
        errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
        has_seats = bool(self.chart.seats)
        yield Point(
            ngettext("{count} error", "{count} errors", errors).format(count=errors) if errors else _("No errors"),
            has_seats and not errors,
        )
        open_ones = ngettext("{count} warning to settle", "{count} warnings to settle", warnings)
        yield Point(
            open_ones.format(count=warnings) if warnings else _("Every warning is settled"), has_seats and not warnings
        )
        accepted = len(self.chart.accepted)
        if accepted:
            said = ngettext("{count} accepted with a reason", "{count} accepted with a reason", accepted)
            yield Point(said.format(count=accepted), is_done=True)

    def volumes(self) -> Iterator[Point]:
        known = sum(source.per_month > 0 for source in self.chart.sources.values())
        count = len(self.chart.sources)
        said = _("{known} of {count} lead sources say how many come").format(known=known, count=count)
        yield Point(said if count else _("No lead source drawn"), bool(count) and known == count)
        short = self._of_group("capacity", Severity.ERROR, Severity.WARNING)
        arrives = bool(known) and not self._of_group("handoff", Severity.ERROR)
        lacking = ngettext("{count} finding about time", "{count} findings about time", short).format(count=short)
        yield Point(lacking if short else _("Everybody has time for what comes"), arrives and not short)

    def hires(self) -> Iterator[Point]:
        wanted = [seat.id for seat in self.chart.seats.values() if seat.status is not Status.FILLED]
        hired = {hire.seat for hire in self.chart.hires.values() if hire.status is not HireStatus.STARTED}
        begun = sum(seat in hired for seat in wanted)
        if wanted:
            said = _("Hiring begun for {begun} of {count} open seats").format(begun=begun, count=len(wanted))
            yield Point(said, begun == len(wanted))
        else:
            yield Point(_("No open seat"), bool(self.chart.seats))

    def _of_rule(self, rule: str) -> Iterator[Finding]:
        return (one for one in self.findings.unsettled if one.rule == rule)

    def _errors(self, rule: str) -> int:
        return sum(one.severity is Severity.ERROR for one in self._of_rule(rule))

    def _of_group(self, group: str, *severities: Severity) -> int:
        rules = self.catalogue.rules
        found = (one for one in self.findings.unsettled if one.severity in severities)
        return sum(rules[one.rule].group == group for one in found)
