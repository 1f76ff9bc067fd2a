"""With whom a seat exchanges what: the receiver, what has to come along, and how fast it is acted on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import RoleHandoff
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ObjectId, RoleId, SeatId, SourceId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.exchange.documents.wording import hours
from salesorg_gui.i18n import _


@dataclass(frozen=True, slots=True)
class Thing:
    """Something handed over: what the receiver must be told with it, on which condition, how fast it is acted on."""

    what: str
    content: tuple[str, ...]
    condition: str
    limit: str
    is_return: bool = False


@dataclass(frozen=True, slots=True)
class Exchange:
    """A partner and the things that pass; ``names`` are the people there."""

    partner: str
    names: str
    things: tuple[Thing, ...]


class Exchanges:
    """The exchanges of the seats of a chart; what is usual for the role while the chart has no handoffs at all."""

    def __init__(self, chart: Chart, catalogue: Catalogue) -> None:
        self._chart, self._catalogue = chart, catalogue

    def gives(self, seat: SeatId) -> tuple[Exchange, ...]:
        """To whom a seat hands what."""
        if not self._chart.handoffs:
            return self._usual(self._catalogue.role(self._chart.seats[seat].role).hands_over)
        found = self._chart.handoffs_from.get(seat, ())
        return _grouped((*self._partner(one.target), self._thing(one)) for one in found)

    def takes(self, seat: SeatId) -> tuple[Exchange, ...]:
        """From whom a seat receives what; lead sources are nobody to talk to."""
        if not self._chart.handoffs:
            return self._usual(self._catalogue.role(self._chart.seats[seat].role).receives)
        found = [one for one in self._chart.handoffs_to.get(seat, ()) if one.source in self._chart.seats]
        return _grouped((*self._partner(one.source), self._thing(one)) for one in found)

    def _partner(self, name: SeatId | SourceId) -> tuple[str, str]:
        seat = self._chart.seats.get(SeatId(name))
        if seat is None:
            return _("a seat that is gone"), ""
        return seat.title or self._catalogue.role(seat.role).title, seat.holder

    def _thing(self, handoff: Handoff) -> Thing:
        return self._told(handoff.object, handoff.condition, handoff.limit_hours, is_return=handoff.is_return)

    def _told(self, name: ObjectId | None, condition: str, limit: float | None, *, is_return: bool) -> Thing:
        known = self._catalogue.objects.get(name) if name else None
        within = limit if limit is not None else known.limit_hours if known else None
        return Thing(
            known.short_title if known else name or _("Not named yet"),
            known.content if known else (),
            condition,
            "" if within is None else hours(within, self._catalogue.language),
            is_return,
        )

    def _usual(self, handoffs: Iterable[RoleHandoff]) -> tuple[Exchange, ...]:
        return _grouped(
            (self._role(one.role), "", self._told(one.object, one.condition, None, is_return=False)) for one in handoffs
        )

    def _role(self, role: RoleId) -> str:
        return self._catalogue.role(role).title


def _grouped(found: Iterable[tuple[str, str, Thing]]) -> tuple[Exchange, ...]:
    """One exchange for all seats of one title, with each thing once."""
    things: dict[str, list[Thing]] = {}
    names: dict[str, list[str]] = {}
    for partner, name, thing in found:
        things.setdefault(partner, [])
        names.setdefault(partner, [])
        if thing not in things[partner]:
            things[partner].append(thing)
        if name and name not in names[partner]:
            names[partner].append(name)
    return tuple(Exchange(partner, ", ".join(names[partner]), tuple(things[partner])) for partner in things)


def named(exchanges: Iterable[Exchange]) -> Iterator[str]:
    """The partners, each once."""
    yield from dict.fromkeys(exchange.partner for exchange in exchanges)
