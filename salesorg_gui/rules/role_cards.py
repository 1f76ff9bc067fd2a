"""Rules about what the card of a seat says: what it is for, how it is measured, on whom it depends."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import ClassVar

from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules import cards
from salesorg_gui.rules.alike import NEUTRAL, SeatsAlike, about_seat, are_many, of_many
from salesorg_gui.rules.dependencies import unnamed_givers, unusually_fed
from salesorg_gui.rules.graphs import Giver, LeadSource
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.terms import CLOSING, INBOUND

RESULT = "result"


class IncompleteCard(SeatsAlike):
    """A card says what the seat is for, what it is to reach, how that is measured and where its work ends."""

    id: ClassVar[str] = "role-card-incomplete"

    @property
    def title(self) -> str:
        return _("Role card is incomplete")

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if missing := self._missing(org, seat):
            yield self._told(org, seat, missing)

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        """The same as look by look; but what most cards lack need not be put into words for each of them."""
        lacking: dict[tuple[str, ...], list[SeatId]] = defaultdict(list)
        usual: dict[tuple[RoleId, bool], tuple[str, ...]] = {}  # what cards lack that say nothing of their own
        records, stages = org.chart.seats, org.graphs.duties.stages
        for seat, role in org.graphs.duties.roles.items():
            record = records[seat]
            if record.texts or record.measures or record.quota or record.goal:
                missing = self._missing(org, seat)
            else:
                kind = role.id, bool(stages[seat])
                missing = usual[kind] if kind in usual else usual.setdefault(kind, self._missing(org, seat))
            if missing:
                lacking[missing].append(seat)
        for missing, seats in lacking.items():
            first = self._told(org, seats[0], missing)
            if are_many(first, len(seats)):
                yield of_many(org, first, tuple(seats))
            else:
                yield from (self._told(org, seat, missing) for seat in seats)

    def _missing(self, org: Organisation, seat: SeatId) -> tuple[str, ...]:
        """The document fields of which the card says nothing."""
        record, role = org.chart.seats[seat], org.role(seat)
        missing: list[str] = []
        if cards.is_neutral(role):
            if not org.graphs.duties.stages[seat]:
                return (NEUTRAL,)
            missing += ("purpose", "orientation")
        elif not role.purposes:
            missing.append("purpose")
        if not cards.has_results(org, record, role):
            missing.append(cards.RESULTS)
        if not record.measures and not role.kpis:
            missing.append("kpis")
        if not cards.says(org, record, role, cards.BOUNDARIES):
            missing.append(cards.BOUNDARIES)
        return tuple(missing)

    def _told(self, org: Organisation, seat: SeatId, missing: tuple[str, ...]) -> Sighting:
        called = {
            "purpose": _("purpose"),
            "orientation": _("kind of work"),
            cards.RESULTS: _("expected results"),
            "kpis": _("measures"),
            cards.BOUNDARIES: _("what it does not own"),
        }
        words = {"seat": org.names.seat(seat), "fields": ", ".join(called.get(field, "") for field in missing)}
        variant = missing[0] if missing in {(NEUTRAL,), (cards.RESULTS,)} else ""
        return Sighting(words, seats=(seat,), variant=variant)


class NoMeasure(SeatsAlike):
    """Every seat is measured by something."""

    id: ClassVar[str] = "role-no-kpi"

    @property
    def title(self) -> str:
        return _("Not measured")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        records, kinds = org.chart.seats, org.graphs.duties.kinds
        return [
            seat
            for seat in kinds.where(lambda kind: not org.catalogue.role(kind.role).kpis)
            if not records[seat].measures
        ]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if org.role(seat).kpis or org.chart.seats[seat].measures:
            return
        suggested = cards.suggested_measures(org, seat)
        is_outside = cards.is_neutral(org.role(seat)) and not org.graphs.duties.stages[seat]
        words = {"suggested": listed(tuple(org.catalogue.kpis[kpi].title for kpi in suggested))} if suggested else {}
        variant = "" if suggested else (NEUTRAL if is_outside else "open")
        yield about_seat(org, seat, variant, **words)


class NoSpeed(SeatsAlike):
    """Who follows up leads or closes is measured by speed too."""

    id: ClassVar[str] = "role-no-speed-measure"

    @property
    def title(self) -> str:
        return _("Speed is not measured")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        records, roles, hurried = org.chart.seats, org.graphs.duties.roles, org.hurried
        covering = org.graphs.duties.covering
        in_a_hurry = sorted({*covering.get(CLOSING, ()), *covering.get(INBOUND, ())})
        return [seat for seat in in_a_hurry if roles[seat].id not in hurried or records[seat].measures]

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        stages, own = org.graphs.duties.stages[seat], org.chart.seats[seat].measures
        if INBOUND not in stages and CLOSING not in stages:
            return
        role = org.role(seat)
        if not own and role.id in org.hurried:
            return
        kpis = cards.measures(org.chart.seats[seat], role)
        if kpis and not org.may_be_fast(kpis):
            are_results = all(org.catalogue.kpis[kpi].kind == RESULT for kpi in kpis)
            yield about_seat(org, seat, "" if are_results else "otherwise")


class UnnamedDependency(SeatsAlike):
    """A card names those whose customers or leads the seat works on."""

    id: ClassVar[str] = "role-dependency-unstated"

    @property
    def title(self) -> str:
        return _("Dependency is not on the card")

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return unusually_fed(org)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if givers := unnamed_givers(org, seat):
            drawn = org.graphs.fed_by[seat]
            yield Sighting(
                {"seat": org.names.seat(seat), "sources": self._called(org, givers), "roles": self._roles(org, givers)},
                seats=(seat, *(giver for giver in givers if not isinstance(giver, LeadSource))),
                handoffs=tuple(id for giver in givers for id in drawn[giver]),
                sources=tuple(giver.source for giver in givers if isinstance(giver, LeadSource)),
            )

    def kind_of(self, org: Organisation, seen: Sighting) -> Hashable:
        """Seats of one role that depend on the same roles and sources are alike."""
        return org.role(seen.seats[0]).id, seen.words["roles"]

    def _called(self, org: Organisation, givers: Iterable[Giver]) -> str:
        return listed(tuple(org.names.giver(giver) for giver in givers))

    def _roles(self, org: Organisation, givers: Iterable[Giver]) -> str:
        """The roles of the givers and the sources among them, each once."""
        named = (
            org.names.source(giver.source) if isinstance(giver, LeadSource) else org.names.role(org.role(giver).id)
            for giver in givers
        )
        return listed(tuple(sorted(set(named))))
