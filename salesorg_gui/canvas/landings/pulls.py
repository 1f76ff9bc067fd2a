"""Where a line or handoff pulled from a card's edge would go: who can take it, and what would be handed over."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import HandedObject, ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import DrawDotted, DrawHandoff, ReportTo
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, ObjectId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff, Lane
from salesorg_gui.drawing import words
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point

GIVEN: Mapping[Lane, ObjectId] = {Lane.INBOUND: ObjectId("raw_lead"), Lane.OUTBOUND: ObjectId("target_prospect")}
"""What a lead source hands over."""


@dataclass(frozen=True, slots=True)
class LinePull:
    """A reporting line in the hand: from ``seat``, upwards to its manager or downwards to a report."""

    seat: SeatId
    upwards: bool
    line: LineId


@dataclass(frozen=True, slots=True)
class HandoffPull:
    """A handoff in the hand, from a seat or lead source."""

    giver: Key
    handoff: HandoffId


def landing_of_line(pull: LinePull, ground: Ground, spot: Point, *, is_dotted: bool = False) -> Landing:
    """Who would report to whom."""
    under = ground.card_at(spot, Kind.SEAT)
    if under is None or under.id == pull.seat:
        return Landing(_("Pull to the manager") if pull.upwards else _("Pull to a report"))
    other = SeatId(under.id)
    report, manager = (pull.seat, other) if pull.upwards else (other, pull.seat)
    names = {"report": ground.person(report), "manager": ground.person(manager)}
    if is_dotted:
        note = _("{report} also listens to {manager}").format_map(names)
        return Landing(note, DrawDotted(pull.line, report, manager), under)
    note = _("{report} reports to {manager}").format_map(names)
    return Landing(note, ReportTo((report,), manager, (pull.line,)), under)


def landing_of_handoff(pull: HandoffPull, ground: Ground, spot: Point) -> Landing:
    """Who would receive what; refused when the receiver's role takes nothing the giver's hands over."""
    under = ground.card_at(spot, Kind.SEAT)
    if under is None or under == pull.giver:
        return Landing(_("Pull to the seat that receives it"))
    target = SeatId(under.id)
    exchange = Exchange(ground.chart, ground.catalogue)
    passing = exchange.suggested(pull.giver, target)
    if passing is None:
        reason = _("{receiver} takes nothing that {giver} hands over.")
        names = {"receiver": ground.title(target), "giver": _giver(ground, pull.giver)}
        return Landing(target=under).refused(reason.format_map(names))
    note = _("Hand over to {receiver}").format(receiver=ground.person(target))
    return Landing(note, drawing_of(pull, target, passing), under)


def drawing_of(pull: HandoffPull, target: SeatId, passing: "Passing") -> ChartEdit:
    """The handoff with its usual object and limit."""
    what = passing.what
    giver = SourceId(pull.giver.id) if pull.giver.kind is Kind.SOURCE else SeatId(pull.giver.id)
    if what is None:
        return DrawHandoff(Handoff(pull.handoff, giver, target))
    is_return = what.kind is ObjectKind.RETURN
    return DrawHandoff(Handoff(pull.handoff, giver, target, what.id, limit_hours=what.limit_hours, is_return=is_return))


def _giver(ground: Ground, key: Key) -> str:
    if key.kind is Kind.SOURCE:
        return words.source_title(ground.chart.sources[SourceId(key.id)], ground.catalogue)
    return ground.title(SeatId(key.id))


@dataclass(frozen=True, slots=True)
class Passing:
    """What may pass between two; ``what`` is ``None`` when the catalogue does not know and anything may."""

    what: HandedObject | None
    is_usual: bool = False


@dataclass(frozen=True)
class Exchange:
    """What seats and sources give and take, by their roles."""

    chart: Chart
    catalogue: Catalogue

    def takers(self, giver: Key) -> frozenset[Key]:
        """All seats that can take something from the giver."""
        roles: dict[RoleId, bool] = {}
        found: set[Key] = set()
        for seat in self.chart.seats.values():
            if seat.role not in roles:
                roles[seat.role] = self._match(giver, seat.role) is not None
            if roles[seat.role] and seat.id != giver.id:
                found.add(Key(Kind.SEAT, seat.id))
        return frozenset(found)

    def suggested(self, giver: Key, target: SeatId) -> Passing | None:
        """What would usually pass, what is not drawn yet first; ``None`` when nothing can."""
        fitting = self._match(giver, self.chart.seats[target].role)
        if fitting is None:
            return None
        if not fitting:
            return Passing(None)
        name = SourceId(giver.id) if giver.kind is Kind.SOURCE else SeatId(giver.id)
        drawn = {handoff.object for handoff in self.chart.handoffs_from.get(name, ()) if handoff.target == target}
        new = [what for what in fitting if what not in drawn]
        return Passing(self.catalogue.objects[(new or fitting)[0]])

    def passings(self, giver: Key, target: SeatId) -> tuple[Passing, ...]:
        """All that may pass and is not drawn yet, the usual first; nothing when nothing can."""
        role = self.chart.seats[target].role
        fitting = self._match(giver, role)
        if fitting is None:
            return ()
        name = SourceId(giver.id) if giver.kind is Kind.SOURCE else SeatId(giver.id)
        drawn = {handoff.object for handoff in self.chart.handoffs_from.get(name, ()) if handoff.target == target}
        if not fitting:
            return () if None in drawn else (Passing(None),)
        usual = self._usual(giver, role)
        return tuple(Passing(self.catalogue.objects[what], what in usual) for what in fitting if what not in drawn)

    def _match(self, giver: Key, role: RoleId) -> list[ObjectId] | None:
        """What may pass to a role, the usual first; empty for anything, ``None`` for nothing."""
        given, taken = self._given(giver), self.catalogue.role(role).inputs
        if not given or not taken:
            return []
        fitting = [what for what in given if what in taken and what in self.catalogue.objects]
        usual = self._usual(giver, role)
        return sorted(fitting, key=lambda what: (what not in usual, given.index(what))) or None

    def _given(self, giver: Key) -> tuple[ObjectId, ...]:
        if giver.kind is Kind.SOURCE:
            source = self.chart.sources.get(SourceId(giver.id))
            return (GIVEN[source.lane],) if source is not None else ()
        seat = self.chart.seats.get(SeatId(giver.id))
        return self.catalogue.role(seat.role).outputs if seat is not None else ()

    def _usual(self, giver: Key, role: RoleId) -> set[ObjectId]:
        if giver.kind is Kind.SOURCE or giver.id not in self.chart.seats:
            return set()
        sender = self.catalogue.role(self.chart.seats[SeatId(giver.id)].role)
        return {usual.object for usual in sender.hands_over if usual.role == role}
