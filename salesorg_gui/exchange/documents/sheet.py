"""What the documents say about one seat: every field of the role card and the role description, in words.

A text comes from the seat, else from the plan's own words for the role, else from the catalogue.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Orientation, Purpose, Role, RoleHandoff
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ObjectId, PodId, SeatId, SourceId, StageId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Measure, Seat, Status
from salesorg_gui.exchange.documents.measured import counted, target
from salesorg_gui.exchange.documents.settled import settled
from salesorg_gui.exchange.documents.typed_numbers import rewritten
from salesorg_gui.exchange.documents.wording import amount, hours, iso_day, number
from salesorg_gui.exchange.watch import onlooker
from salesorg_gui.i18n import _, ngettext

LINE_OF_NAMES, LINE_OF_LETTERS = 4, 120


@dataclass(frozen=True, slots=True)
class Passing:
    """One thing received or handed over: ``partner`` names from or to whom, ``seats`` those of them who can be met."""

    what: str
    partner: str
    condition: str = ""
    limit: str = ""
    is_return: bool = False
    seats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure: its name, how it is counted, and the target."""

    name: str
    counted: str
    target: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One seat in words. Lists may be empty; ``texts`` holds the longer fields by document field id."""

    seat: Seat
    role: Role
    code: str
    title: str
    purpose: Purpose
    purpose_word: str
    orientation: str
    seniority: str
    people: tuple[str, ...]
    status: str
    pod: str
    segments: str
    fte: str
    stages: frozenset[StageId]
    reports_to: tuple[str, ...]
    leads: tuple[str, ...]
    receives: tuple[Passing, ...]
    hands_over: tuple[Passing, ...]
    measures: tuple[MeasureLine, ...]
    quota: str
    start: str
    pod_goal: str
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def holder(self) -> str:
        """Who holds the seat, or what is known about its filling."""
        return ", ".join(self.people) or self.status

    @property
    def holder_in_short(self) -> str:
        """The holders, or only how many they are when a line cannot name them all."""
        if self.is_crowded:
            return ngettext("{count} person", "{count} people", len(self.people)).format(count=len(self.people))
        return self.holder

    @property
    def is_crowded(self) -> bool:
        """Whether the names of the holders need a list of their own."""
        return len(self.people) > LINE_OF_NAMES or len(self.holder) > LINE_OF_LETTERS

    @property
    def mission(self) -> str:
        """Its mission in one sentence."""
        return " ".join(self.texts.get("mission", ()))

    @property
    def place(self) -> str:
        """Pod and segments in one phrase."""
        return ", ".join(text for text in (self.pod, self.segments) if text)

    @property
    def version(self) -> str:
        """Four letters that differ as soon as anything the document says differs."""
        return hashlib.sha256(settled(self).encode("utf-8", "replace")).hexdigest()[:4]


class Sheets:
    """Writes the sheets of one chart; codes such as AE-02 number the seats of a role in board order."""

    def __init__(self, plan: Plan, chart: Chart, catalogue: Catalogue) -> None:
        self._chart, self._language, self._typed_in = chart, catalogue.language, plan.language
        self._catalogue = catalogue.with_plan_roles(plan.roles)
        self._order = board_order(chart)
        self._codes = self._numbered()

    @property
    def order(self) -> tuple[SeatId, ...]:
        """Seats as the eye meets them on the board."""
        return self._order

    @property
    def codes(self) -> Mapping[SeatId, str]:
        """The company's own number of each seat, or one such as AE-02."""
        return self._codes

    def sheet(self, seat_id: SeatId) -> Sheet:
        """Everything about one seat."""
        onlooker().rest()
        seat = self._chart.seats[seat_id]
        role = self._catalogue.role(seat.role)
        pod = self._chart.pods.get(seat.pod) if seat.pod is not None else None
        quota = _("Quota {amount} a year").format(amount=amount(seat.quota, self._language)) if seat.quota else ""
        return Sheet(
            seat=seat,
            role=role,
            code=self._codes[seat_id],
            title=seat.title or role.title,
            purpose=role.purpose,
            purpose_word=self._catalogue.purposes[role.purpose],
            orientation=_orientation(role),
            seniority=self._seniority(role),
            people=tuple(person.name for person in seat.people if person.name),
            status=_status(seat, self._language),
            pod=pod.title if pod else "",
            segments=self._segments(seat),
            fte=self._fte(seat),
            stages=(frozenset(role.stages) | set(seat.stages_added)) - set(seat.stages_removed),
            reports_to=self._managers(seat_id),
            leads=tuple(self._named(report) for report in self._chart.reports_of(seat_id)),
            receives=self._receives(seat, role),
            hands_over=self._hands_over(seat, role),
            measures=self._measures(seat, role),
            quota=quota,
            start=iso_day(seat.start, self._language),
            pod_goal=pod.goal if pod else "",
            texts=self._texts(seat, role),
        )

    def _numbered(self) -> dict[SeatId, str]:
        counts: dict[str, int] = {}
        codes: dict[SeatId, str] = {}
        for seat_id in self._order:
            code = self._catalogue.role(self._chart.seats[seat_id].role).code
            counts[code] = counts.get(code, 0) + 1
            codes[seat_id] = self._chart.seats[seat_id].code or f"{code}-{counts[code]:02d}"
        return codes

    def _texts(self, seat: Seat, role: Role) -> dict[str, tuple[str, ...]]:
        fields = (name for name, entry in self._catalogue.fields.items() if entry.description)
        texts = {name: tuple(seat.texts.get(name) or role.texts(name)) for name in fields}
        goal = (seat.goal,) if seat.goal else ()
        return {**texts, "results": tuple(seat.texts.get("results") or (*goal, *role.texts("results")))}

    def _seniority(self, role: Role) -> str:
        step = self._catalogue.seniorities.get(role.seniority)
        return step.title if step else ""

    def _fte(self, seat: Seat) -> str:
        each = _("{fte} FTE").format(fte=number(seat.fte, self._language, 2 if round(seat.fte, 1) != seat.fte else 1))
        return each if seat.headcount == 1 else f"{seat.headcount} × {each}"

    def _segments(self, seat: Seat) -> str:
        owned = [segment.value for segment in self._chart.segments.values() if seat.id in segment.owners]
        pod = self._chart.pods.get(seat.pod) if seat.pod is not None else None
        framed = [
            self._chart.segments[name].value for name in (pod.segments if pod else ()) if name in self._chart.segments
        ]
        return ", ".join(dict.fromkeys([*framed, *owned]))

    def _managers(self, seat: SeatId) -> tuple[str, ...]:
        solid = [line.manager for line in self._chart.lines_up.get(seat, ())]
        dotted = [line.manager for line in self._chart.dotted_up.get(seat, ())]
        named = [self._named(manager) for manager in solid if manager in self._chart.seats]
        advised = [self._named(manager) for manager in dotted if manager in self._chart.seats]
        return (*named, *(_("{name} (dotted line)").format(name=name) for name in advised))

    def _named(self, seat_id: SeatId) -> str:
        """Who sits there as what; of a seat nobody holds, whether it is open or planned."""
        seat = self._chart.seats[seat_id]
        title = seat.title or self._catalogue.role(seat.role).title
        if seat.holder:
            return f"{seat.holder}, {title}"
        status = _status(seat, self._language)
        return title if seat.status is Status.FILLED else f"{title} ({status[:1].lower()}{status[1:]})"

    def _partner(self, name: SeatId | SourceId) -> str:
        if name in self._chart.seats:
            seat = self._chart.seats[SeatId(name)]
            return seat.title or self._catalogue.role(seat.role).title
        source = self._chart.sources.get(SourceId(name))
        if source is None:
            return _("a seat that is gone")
        channel = self._catalogue.channels.get(source.channel)
        return source.title or (channel.title if channel else _("Lead source"))

    def _receives(self, seat: Seat, role: Role) -> tuple[Passing, ...]:
        if not self._chart.handoffs:
            return self._usual(role.receives)
        return self._passings(self._chart.handoffs_to.get(seat.id, ()), lambda handoff: handoff.source)

    def _hands_over(self, seat: Seat, role: Role) -> tuple[Passing, ...]:
        if not self._chart.handoffs:
            return self._usual(role.hands_over)
        return self._passings(self._chart.handoffs_from.get(seat.id, ()), lambda handoff: handoff.target)

    def _usual(self, handoffs: Iterable[RoleHandoff]) -> tuple[Passing, ...]:
        """What the role usually passes, while the chart has no handoffs at all."""
        titles = [(entry, self._catalogue.role(entry.role).title) for entry in handoffs]
        return tuple(
            Passing(self._object(entry.object), title, entry.condition, seats=(title,)) for entry, title in titles
        )

    def _passings(
        self, handoffs: Sequence[Handoff], partner_of: Callable[[Handoff], SeatId | SourceId]
    ) -> tuple[Passing, ...]:
        """Handoffs that differ only in the partner share one line."""
        groups: dict[tuple[str, str, str, bool], dict[str, bool]] = {}
        for handoff in sorted(handoffs, key=self._journey_order):
            what = self._object(handoff.object) if handoff.object else _("Not named yet")
            limit = "" if handoff.limit_hours is None else hours(handoff.limit_hours, self._language)
            group = groups.setdefault((what, handoff.condition, limit, handoff.is_return), {})
            partner = partner_of(handoff)
            group.setdefault(self._partner(partner), partner in self._chart.seats)
        return tuple(
            Passing(what, ", ".join(names), condition, limit, is_return, tuple(name for name in names if names[name]))
            for (what, condition, limit, is_return), names in groups.items()
        )

    def _journey_order(self, handoff: Handoff) -> tuple[bool, int, str]:
        known = self._catalogue.objects.get(handoff.object) if handoff.object else None
        stage = self._catalogue.stages.get(known.stage_after) if known else None
        return handoff.is_return, stage.order if stage else 99, handoff.id

    def _object(self, name: ObjectId) -> str:
        """In short, as on the chart, but not abbreviated: paper has room."""
        known = self._catalogue.objects.get(name)
        if known is None:
            return name
        return known.title if "." in known.short_title else known.short_title

    def _measures(self, seat: Seat, role: Role) -> tuple[MeasureLine, ...]:
        lines: list[MeasureLine] = []
        for entry in seat.measures or [Measure(name) for name in role.kpis]:
            kpi = self._catalogue.kpis.get(entry.kpi)
            said = rewritten(entry.target, self._typed_in, self._language)
            reached = target(said, entry.period, kpi)
            lines.append(MeasureLine(kpi.title if kpi else entry.kpi, counted(kpi) if kpi else "", reached))
        return tuple(lines)


def board_order(chart: Chart) -> tuple[SeatId, ...]:
    """Leaders and free seats first from the top down, then pod by pod, each in its own order."""
    free = [seat.id for seat in chart.members.get(None, ())]
    free.sort(key=lambda seat: _depth(chart, seat))
    pods = sorted(chart.pods.values(), key=lambda pod: (_frame_order(chart, pod.id), pod.order, pod.id))
    return (*free, *(seat.id for pod in pods for seat in chart.members.get(pod.id, ())))


def _frame_order(chart: Chart, pod: PodId) -> tuple[float, str]:
    frame = chart.frame_of(chart.pods[pod])
    return (chart.segments[frame].order, frame) if frame is not None else (float("inf"), "")


def _depth(chart: Chart, seat: SeatId) -> int:
    seen = {seat}
    above = chart.manager_of(seat)
    while above is not None and above not in seen:
        seen.add(above)
        above = chart.manager_of(above)
    return len(seen)


def _orientation(role: Role) -> str:
    words = {
        Orientation.HUMAN_MEETING: _("human meetings"),
        Orientation.STRATEGIC: _("strategic and analytical"),
        Orientation.BOTH: _("human meetings and analysis"),
    }
    return words[role.orientation]


def _status(seat: Seat, language: str) -> str:
    start = iso_day(seat.start, language)
    match seat.status:
        case Status.OPEN:
            return _("Open seat, start {start}").format(start=start) if start else _("Open seat")
        case Status.PLANNED:
            return _("Planned, {start}").format(start=start) if start else _("Planned seat")
        case _:
            return _("Nobody named yet")
