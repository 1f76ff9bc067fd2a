"""What every part of a report asks about its chart: how seats are called, where they sit, who they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Purpose, Role
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing.words import pod_title, segment_title, source_title
from salesorg_gui.exchange.documents.sheet import Sheets, board_order
from salesorg_gui.i18n import _, ngettext

MOST_NAMED = 6
"""A place that names more seats than this says how many more there are."""


@dataclass(frozen=True)
class Scope:
    """One chart of a plan, in words. ``catalogue`` knows the plan's own roles."""

    plan: Plan
    chart: Chart
    catalogue: Catalogue

    @property
    def language(self) -> str:
        """The language of the report."""
        return self.catalogue.language

    @cached_property
    def order(self) -> tuple[SeatId, ...]:
        """Seats as the eye meets them on the board."""
        return board_order(self.chart)

    @cached_property
    def codes(self) -> Mapping[SeatId, str]:
        """What lists call each seat, such as AE-02."""
        return Sheets(self.plan, self.chart, self.catalogue).codes

    def role(self, seat: Seat) -> Role:
        """The role of a seat."""
        return self.catalogue.role(seat.role)

    def purpose(self, name: SeatId | SourceId) -> Purpose | None:
        """What a seat is for; a lead source is for nothing of its own."""
        seat = self.chart.seats.get(SeatId(name))
        return self.role(seat).purpose if seat is not None else None

    def title(self, name: SeatId | SourceId) -> str:
        """What a seat or a lead source is called."""
        seat = self.chart.seats.get(SeatId(name))
        if seat is not None:
            return seat.title or self.role(seat).title
        source = self.chart.sources.get(SourceId(name))
        return source_title(source, self.catalogue) if source is not None else _("a seat that is gone")

    def person(self, name: SeatId) -> str:
        """Who holds a seat with what it is called, or only that."""
        seat = self.chart.seats[name]
        return f"{seat.holder}, {self.title(name)}" if seat.holder else self.title(name)

    def pod(self, name: SeatId | SourceId) -> str:
        """The pod of a seat; empty outside all pods."""
        seat = self.chart.seats.get(SeatId(name))
        found = self.chart.pods.get(seat.pod) if seat is not None and seat.pod is not None else None
        return pod_title(found) if found is not None else ""

    def segment(self, name: str) -> str:
        """The part of the market behind an id."""
        return next((segment_title(one, self.catalogue) for id, one in self.chart.segments.items() if id == name), "")

    def named(self, seats: Iterable[SeatId]) -> str:
        """Seats by name, the first few of many."""
        known = [self.person(seat) for seat in seats if seat in self.chart.seats]
        more = len(known) - MOST_NAMED
        if more > 0:
            rest = ngettext("and {count} more seat", "and {count} more seats", more).format(count=more)
            return f"{'; '.join(known[:MOST_NAMED])}; {rest}"
        return "; ".join(known)
