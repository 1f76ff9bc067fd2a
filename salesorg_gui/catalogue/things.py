"""What the fields of Find say about each thing on a chart. Texts are plain and spaced; ``None`` is a field it lacks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.duties import stages_of
from salesorg_gui.catalogue.ranking import spaced
from salesorg_gui.catalogue.reading import LANGUAGES, texts
from salesorg_gui.catalogue.roles import TEXT_FIELDS
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Handoff, Pod, Seat, Segment, Source, Status
from salesorg_gui.i18n import _

OWN = (
    *("title", "person", "status", "note", "goal", "location", "department", "code", "start", "seniority", "industry"),
    "measure",
)
"""Fields of a seat that a word without a field is looked for in; besides its role, its frames and its own texts."""


@dataclass(frozen=True)
class Things:
    """One chart in the words of one catalogue. ``findings`` says of a thing what was found about it.

    ``kept`` holds what seats say by themselves from one chart to the next.
    """

    chart: Chart
    catalogue: Catalogue
    findings: Mapping[Key, str] = field(default_factory=dict)
    kept: dict[int, tuple[Seat, str]] = field(default_factory=dict)
    _roles: dict[RoleId, str] = field(default_factory=dict)
    _pods: dict[PodId | None, str] = field(default_factory=dict)
    _frames: dict[PodId | None, str] = field(default_factory=dict)

    def seat(self, seat: Seat, name: str) -> str:
        """What a text field says of a seat."""
        return _SEAT[name](self, seat) if name in _SEAT else ""

    def own(self, seat: Seat) -> str:
        """What the seat says by itself."""
        known = self.kept.get(id(seat))
        if known is None or known[0] is not seat:
            parts = [self.seat(seat, name) for name in OWN]
            parts += [spaced(line) for lines in seat.texts.values() for line in lines]
            known = self.kept[id(seat)] = (seat, " |".join(filter(None, parts)))
        return known[1]

    def role(self, id: RoleId) -> str:
        """A role by its titles in every language and its code."""
        if id not in self._roles:
            role = self.catalogue.role(id)
            names = dict.fromkeys((role.title, role.short_title, role.code, *titles(role.id), *titles(role.variant_of)))
            self._roles[id] = " |".join(map(spaced, names))
        return self._roles[id]

    def pod(self, seat: Seat) -> str:
        """The pod the seat stands in."""
        if seat.pod not in self._pods:
            pod = self.chart.pods.get(seat.pod) if seat.pod is not None else None
            self._pods[seat.pod] = spaced(pod.title) if pod is not None else ""
        return self._pods[seat.pod]

    def segment(self, seat: Seat) -> str:
        """The segments around that pod."""
        if seat.pod not in self._frames:
            pod = self.chart.pods.get(seat.pod) if seat.pod is not None else None
            self._frames[seat.pod] = self.segments(pod.segments) if pod is not None else ""
        return self._frames[seat.pod]

    def segments(self, names: Iterable[SegmentId]) -> str:
        """Segments and all that stand around them."""
        found: dict[SegmentId, None] = {}
        for name in names:
            above: SegmentId | None = name
            while above is not None and above in self.chart.segments and above not in found:
                found[above] = None
                above = self.chart.segments[above].parent
        return " |".join(spaced(self.chart.segments[name].value) for name in found)

    def manager(self, seat: Seat) -> str:
        """Whom the seat answers to, by name and title."""
        manager = self.chart.manager_of(seat.id)
        return self._named(manager) if manager is not None else ""

    def _named(self, name: SeatId) -> str:
        seat = self.chart.seats.get(name)
        return f"{self.seat(seat, 'title')} |{self.role(seat.role)} |{spaced(seat.holder)}" if seat is not None else ""

    def hands(self, seat: Seat) -> str:
        """What the seat hands over."""
        return " |".join(self.handed(handoff) for handoff in self.chart.handoffs_from.get(seat.id, ()))

    def gets(self, seat: Seat) -> str:
        """What is handed to the seat."""
        return " |".join(self.handed(handoff) for handoff in self.chart.handoffs_to.get(seat.id, ()))

    def handed(self, handoff: Handoff) -> str:
        """What a handoff carries."""
        if handoff.object is None:
            return ""
        found = self.catalogue.objects.get(handoff.object)
        return spaced(f"{found.title} | {found.short_title}" if found is not None else handoff.object)

    def source_title(self, source: Source) -> str:
        """A lead source by its name and its channel."""
        channel = self.catalogue.channels.get(source.channel)
        return spaced(f"{source.title} | {channel.title if channel is not None else source.channel}")

    def found_about(self, kind: Kind, name: str) -> str:
        """What was found about a thing."""
        return spaced(self.findings.get(Key(kind, name), ""))


@cache
def _titles() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for role, entry in texts(language, "roles").items():
            names = found.setdefault(role, {})
            names |= dict.fromkeys(name for name in (entry.get("title"), entry.get("short_title")) if name)
    return {role: tuple(names) for role, names in found.items()}


def titles(role: RoleId | None) -> tuple[str, ...]:
    """The titles of a shipped role in every language, long and short."""
    return _titles().get(role, ()) if role is not None else ()


def _stages(things: Things, seat: Seat) -> str:
    catalogue = things.catalogue
    stages = (catalogue.stages[name] for name in stages_of(seat, catalogue.role(seat.role), catalogue))
    return spaced(" | ".join(f"{stage.id} {stage.title} {stage.short_title}" for stage in stages))


def _purpose(things: Things, seat: Seat) -> str:
    purpose = things.catalogue.role(seat.role).purpose
    return spaced(f"{purpose} {things.catalogue.purposes[purpose]}")


def _status(_things: Things, seat: Seat) -> str:
    spoken = {Status.FILLED: _("Filled"), Status.OPEN: _("Open"), Status.PLANNED: _("Planned")}
    return spaced(f"{seat.status} {spoken[seat.status]}")


def _seniority(things: Things, seat: Seat) -> str:
    known = things.catalogue.seniorities
    levels = [person.seniority for person in seat.people if person.seniority]
    return spaced(" ".join(f"{level} {known[level].title if level in known else ''}" for level in levels))


def _measure(things: Things, seat: Seat) -> str:
    kpis = things.catalogue.kpis
    named = ((measure, kpis.get(measure.kpi)) for measure in seat.measures)
    return spaced(" | ".join(f"{kpi.title if kpi else measure.kpi} {measure.target}" for measure, kpi in named))


def _text(things: Things, seat: Seat) -> str:
    """The documents: the seat's own texts, and those of its role that it does not replace."""
    role = things.catalogue.role(seat.role)
    own = [line for lines in seat.texts.values() for line in lines]
    inherited = [line for name in TEXT_FIELDS if name not in seat.texts for line in role.texts(name)]
    return spaced(" | ".join((*own, *inherited)))


_SEAT: Mapping[str, Callable[[Things, Seat], str]] = {
    "title": lambda things, seat: spaced(seat.title or things.catalogue.role(seat.role).title),
    "role": lambda things, seat: things.role(seat.role),
    "person": lambda _things, seat: spaced(seat.holder),
    "pod": Things.pod,
    "segment": Things.segment,
    "status": _status,
    "stage": _stages,
    "purpose": _purpose,
    "manager": Things.manager,
    "hands": Things.hands,
    "gets": Things.gets,
    "note": lambda _things, seat: spaced(seat.note),
    "goal": lambda _things, seat: spaced(seat.goal),
    "location": lambda _things, seat: spaced(seat.location),
    "department": lambda _things, seat: spaced(seat.department),
    "code": lambda _things, seat: spaced(seat.code),
    "start": lambda _things, seat: spaced(seat.start),
    "seniority": _seniority,
    "industry": lambda _things, seat: spaced(" | ".join(name for one in seat.people for name in one.industries)),
    "measure": _measure,
    "work": lambda _things, seat: spaced(" | ".join(f"{one.title} {one.kind}" for one in seat.activities)),
    "text": _text,
    "finding": lambda things, seat: things.found_about(Kind.SEAT, seat.id),
}


def frame_texts(things: Things, pod: Pod) -> Mapping[str, str]:
    """What the fields say of a pod."""
    lead = things.chart.seats.get(pod.lead) if pod.lead is not None else None
    return {
        "title": spaced(pod.title),
        "pod": spaced(pod.title),
        "segment": things.segments(pod.segments),
        "goal": spaced(f"{pod.goal} | {pod.target_account}"),
        "person": spaced(lead.holder) if lead is not None else "",
        "finding": things.found_about(Kind.POD, pod.id),
    }


def segment_texts(things: Things, segment: Segment) -> Mapping[str, str]:
    """What the fields say of a segment."""
    axis = things.catalogue.axes.get(segment.axis)
    return {
        "title": spaced(segment.value),
        "segment": things.segments((segment.id,)),
        "text": spaced(axis.title if axis is not None else segment.axis),
        "finding": things.found_about(Kind.SEGMENT, segment.id),
    }


def source_texts(things: Things, source: Source) -> Mapping[str, str]:
    """What the fields say of a lead source."""
    return {
        "title": things.source_title(source),
        "source": spaced(f"{source.title} | {source.channel} | {source.lane}"),
        "finding": things.found_about(Kind.SOURCE, source.id),
    }


def handoff_texts(things: Things, handoff: Handoff) -> Mapping[str, str]:
    """What the fields say of a handoff."""
    return {"condition": spaced(handoff.condition), "finding": things.found_about(Kind.HANDOFF, handoff.id)}
