"""To whom a line or handoff can go that is drawn by typing: what makes sense first, what cannot be with its reason.

Nearness is the pod, then the segment; within one nearness the order is that of the chart.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.canvas.landings.pulls import Exchange, HandoffPull, Passing, drawing_of
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.ranking import Named
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.lines import DrawDotted, ReportTo
from salesorg_gui.domain.ids import HandoffId, Key, Kind, LineId, PodId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing import words
from salesorg_gui.drawing.cards import PURPOSE_ICONS
from salesorg_gui.i18n import _

FIRST, NEXT, REFUSED = range(3)
type Rank = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Target:
    """One seat one can draw to: what it is called, where it stands and what passes, and the edit or why not."""

    title: str
    detail: str = ""
    icon: str = ""
    edit: ChartEdit | None = None
    reason: str = ""


@dataclass(frozen=True)
class Targets:
    """Everybody on a chart, as somebody looks at them who draws from ``origin``."""

    chart: Chart
    catalogue: Catalogue
    origin: Key

    def handoffs(self) -> tuple[Named[Target], ...]:
        """Who receives what the origin gives: the usual object first, further ones after all of those."""
        pull = HandoffPull(self.origin, HandoffId(new_id(self.chart, Kind.HANDOFF)))
        exchange = Exchange(self.chart, self.catalogue)
        found: list[tuple[Rank, Named[Target]]] = []
        for place, seat in enumerate(self._others):
            passings = exchange.passings(self.origin, seat.id)
            for number, passing in enumerate(passings):
                rank = (NEXT if number else FIRST, self._distance(seat), 0 if passing.is_usual else 1, place)
                found.append((rank, self._named(seat, drawing_of(pull, seat.id, passing), self._object(passing))))
            if not passings:
                is_drawn = exchange.suggested(self.origin, seat.id) is not None
                reason = _("Is handed over already") if is_drawn else _("Takes nothing of it")
                found.append(((REFUSED, self._distance(seat), 0, place), self._refused(seat, reason)))
        return _sorted(found)

    def dotted(self) -> tuple[Named[Target], ...]:
        """To whom else a seat may listen: who leads comes first."""
        seat, line = SeatId(self.origin.id), LineId(new_id(self.chart, Kind.LINE))
        lines = (*self.chart.lines_up.get(seat, ()), *self.chart.dotted_up.get(seat, ()))
        above = {line.manager for line in lines}
        found: list[tuple[Rank, Named[Target]]] = []
        for place, other in enumerate(self._others):
            rank = (FIRST, 0 if self._leads(other) else 1, self._distance(other), place)
            if other.id in above:
                found.append(((REFUSED, *rank[1:]), self._refused(other, _("Has a line there already"))))
            else:
                found.append((rank, self._named(other, DrawDotted(line, seat, other.id))))
        return _sorted(found)

    def managers(self, seats: tuple[SeatId, ...]) -> tuple[Named[Target], ...]:
        """To whom seats may report instead: roles they usually report to first, then who leads; at last nobody."""
        lines = tuple(LineId(new_id(self.chart, Kind.LINE)) for _seat in seats)
        usual = self.catalogue.role(self.chart.seats[SeatId(self.origin.id)].role).reports_to
        below, now = self._below(seats), {self.chart.manager_of(seat) for seat in seats}
        found: list[tuple[Rank, Named[Target]]] = []
        for place, other in enumerate(self._others):
            fitting = usual.index(other.role) if other.role in usual else len(usual) + (not self._leads(other))
            rank = (FIRST, fitting, self._distance(other), place)
            if other.id in below or other.id in seats or now == {other.id}:
                reason = _("Is the manager already") if now == {other.id} else _("Stands below")
                found.append(((REFUSED, *rank[1:]), self._refused(other, reason)))
            else:
                found.append((rank, self._named(other, ReportTo(seats, other.id, lines))))
        if now != {None}:
            nobody = Target(_("Nobody"), _("Stands at the top"), "user-x", ReportTo(seats, None))
            found.append(((NEXT, 0, 0, 0), Named(nobody, nobody.title)))
        return _sorted(found)

    @cached_property
    def _others(self) -> tuple[Seat, ...]:
        is_seat = self.origin.kind is Kind.SEAT
        return tuple(seat for seat in self.chart.seats.values() if not is_seat or seat.id != self.origin.id)

    @cached_property
    def _home(self) -> tuple[PodId | None, object]:
        seat = self.chart.seats.get(SeatId(self.origin.id)) if self.origin.kind is Kind.SEAT else None
        return self._whereabouts(seat) if seat is not None else (None, None)

    def _whereabouts(self, seat: Seat) -> tuple[PodId | None, object]:
        """The pod somebody stands in or leads, and its segment."""
        pod = seat.pod if seat.pod in self.chart.pods else self._pods_led.get(seat.id)
        return pod, self.chart.frame_of(self.chart.pods[pod]) if pod is not None else None

    @cached_property
    def _pods_led(self) -> dict[SeatId, PodId]:
        return {pod.lead: pod.id for pod in self.chart.pods.values() if pod.lead is not None}

    def _distance(self, seat: Seat) -> int:
        pod, segment = self._whereabouts(seat)
        home, around = self._home
        if home is not None and pod == home:
            return 0
        return 1 if around is not None and segment == around else 2

    def _leads(self, seat: Seat) -> bool:
        return bool(self.chart.lines_down.get(seat.id)) or self.catalogue.role(seat.role).purpose == "lead"

    def _below(self, seats: Iterable[SeatId]) -> set[SeatId]:
        found: set[SeatId] = set()
        waiting = list(seats)
        while waiting:
            inner = [report for report in self.chart.reports_of(waiting.pop()) if report not in found]
            found.update(inner)
            waiting += inner
        return found

    def _object(self, passing: Passing) -> str:
        return passing.what.short_title if passing.what is not None else ""

    def _named(self, seat: Seat, edit: ChartEdit | None, what: str = "", reason: str = "") -> Named[Target]:
        role = self.catalogue.role(seat.role)
        title = words.seat_title(seat, role)
        title = f"{title}, {seat.holder}" if seat.holder else title
        pod = words.pod_title(self.chart.pods[seat.pod]) if seat.pod in self.chart.pods and seat.pod else ""
        detail = " · ".join(part for part in (what, pod) if part)
        target = Target(title, detail, PURPOSE_ICONS[role.purpose], edit, reason)
        return Named(target, title, (detail, role.title, role.short_title, role.code, *role.aliases))

    def _refused(self, seat: Seat, reason: str) -> Named[Target]:
        return self._named(seat, None, reason=reason)


def _sorted(found: Iterable[tuple[Rank, Named[Target]]]) -> tuple[Named[Target], ...]:
    return tuple(named for _rank, named in sorted(found, key=lambda pair: pair[0]))
