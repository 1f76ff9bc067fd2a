"""Rules about what the card of a seat says: what it is for, how it is measured, on whom it depends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import ClassVar

from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.i18n import _
from salesorg_gui.rules import cards
from salesorg_gui.rules.alike import NEUTRAL, SeatsAlike, about_seat, gathered
from salesorg_gui.rules.dependencies import doubtful_takers, unnamed_givers
from salesorg_gui.rules.graphs import Giver, LeadSource
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import CLOSING, INBOUND

SPEED, RESULT = "speed", "result"


class IncompleteCard(SeatsAlike):
    """A card says what the seat is for, what it is to reach, how that is measured and where its work ends."""

    id: ClassVar[str] = "role-card-incomplete"

    @property
    def title(self) -> str:
        return _("Role card is incomplete")

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        record, role = org.chart.seats[seat], org.role(seat)
        if cards.is_neutral(role) and not org.graphs.duties.stages[seat]:
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), variant=NEUTRAL)
        elif missing := self._missing(org, record, role):
            words = {"seat": org.names.seat(seat), "fields": ", ".join(missing)}
            variant = "results" if missing == [_("expected results")] else ""
            yield Sighting(words, seats=(seat,), variant=variant)

    def _missing(self, org: Organisation, seat: Seat, role: Role) -> list[str]:
        missing: list[str] = []
        if cards.is_neutral(role):
            missing += (_("purpose"), _("kind of work"))
        elif not role.purposes:
            missing.append(_("purpose"))
        if not cards.has_results(org, seat, role):
            missing.append(_("expected results"))
        if not seat.measures and not role.kpis:
            missing.append(_("measures"))
        if not cards.says(org, seat, role, cards.BOUNDARIES):
            missing.append(_("what it does not own"))
        return missing


class NoMeasure(SeatsAlike):
    """Every seat is measured by something."""

    id: ClassVar[str] = "role-no-kpi"

    @property
    def title(self) -> str:
        return _("Not measured")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        seats = org.chart.seats
        return [seat for seat, role in org.graphs.duties.roles.items() if not role.kpis and not seats[seat].measures]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        suggested = cards.suggested_measures(org, seat)
        is_outside = cards.is_neutral(org.role(seat)) and not org.graphs.duties.stages[seat]
        words = {"suggested": listed(tuple(org.catalogue.kpis[kpi].title for kpi in suggested))} if suggested else {}
        variant = "" if suggested else (NEUTRAL if is_outside else "open")
        yield replace(about_seat(org, seat, **words), variant=variant)


class NoSpeed(SeatsAlike):
    """Who follows up leads or closes is measured by speed too."""

    id: ClassVar[str] = "role-no-speed-measure"

    @property
    def title(self) -> str:
        return _("Speed is not measured")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        covering = org.graphs.duties.covering
        return sorted({*covering.get(INBOUND, ()), *covering.get(CLOSING, ())})

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        known = org.catalogue.kpis
        kpis = cards.measures(org.chart.seats[seat], org.role(seat))
        if kpis and not any(kpi not in known or known[kpi].kind == SPEED for kpi in kpis):
            are_results = all(known[kpi].kind == RESULT for kpi in kpis)
            yield replace(about_seat(org, seat), variant="" if are_results else "otherwise")


class UnnamedDependency(SeatsAlike):
    """A card names those whose customers or leads the seat works on."""

    id: ClassVar[str] = "role-dependency-unstated"

    @property
    def title(self) -> str:
        return _("Dependency is not on the card")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return sorted(doubtful_takers(org))

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if givers := unnamed_givers(org, seat):
            drawn = org.graphs.fed_by[seat]
            yield Sighting(
                {"seat": org.names.seat(seat), "sources": self._called(org, givers), "roles": self._roles(org, givers)},
                seats=(seat, *(giver for giver in givers if not isinstance(giver, LeadSource))),
                handoffs=tuple(id for giver in givers for id in drawn[giver]),
                sources=tuple(giver.source for giver in givers if isinstance(giver, LeadSource)),
            )

    def together(self, org: Organisation, seen: Iterable[Sighting], limits: Limits) -> Iterator[Sighting]:
        """Seats of one role that depend on the same roles and sources are of one kind."""
        return gathered(org, seen, lambda one: (org.role(one.seats[0]).id, one.words["roles"]))

    def _called(self, org: Organisation, givers: Iterable[Giver]) -> str:
        return listed(tuple(org.names.giver(giver) for giver in givers))

    def _roles(self, org: Organisation, givers: Iterable[Giver]) -> str:
        """The roles of the givers and the sources among them, each once."""
        named = (
            org.names.source(giver.source) if isinstance(giver, LeadSource) else org.names.role(org.role(giver).id)
            for giver in givers
        )
        return listed(tuple(sorted(set(named))))
