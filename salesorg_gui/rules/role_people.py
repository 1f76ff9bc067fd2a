"""Rules about who sits where: experience that fits the work, and no company resting on one person."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import SeatsAlike, about_seat
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.nested import plain
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.staffing import ROUNDING, in_percent, ranks, time_share
from salesorg_gui.rules.terms import CLOSING, CUSTOMER_SIZE, KEY_ACCOUNT_MANAGER, OUTBOUND, VERTICAL
from salesorg_gui.rules.territories import holders, segments_of

JUNIOR = 1
EXPERT_BUSINESS = frozenset({"software", "consulting"})


class SeniorProspecting(SeatsAlike):
    """Experienced people spend their time on other things than outbound."""

    id: ClassVar[str] = "role-senior-on-outbound"

    @property
    def title(self) -> str:
        return _("Experienced and prospecting")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.graphs.duties.covering.get(OUTBOUND, ())

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        least = limits["senior_rank"]
        return _ranked(org, seats, lambda rank: rank >= least)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        share = time_share(org, seat, OUTBOUND)
        if share > limits["max_share"] + ROUNDING and max(ranks(org, seat), default=0) >= limits["senior_rank"]:
            yield about_seat(org, seat, share=in_percent(share))


class BeginnersOnKeyAccounts(SeatsAlike):
    """The largest customers are no place to begin."""

    id: ClassVar[str] = "role-recruit-on-key-accounts"

    @property
    def title(self) -> str:
        return _("Beginner on key accounts")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return sorted({*org.with_role(KEY_ACCOUNT_MANAGER), *holders(org, CUSTOMER_SIZE, is_key=True)})

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        record = org.chart.seats[seat]
        is_new = any(person.new_hire for person in record.people)
        if not is_new and JUNIOR not in ranks(org, seat):
            return
        bands = tuple(one.id for one in segments_of(org, seat) if one.axis == CUSTOMER_SIZE and one.is_key)
        if bands or org.role_id(seat) == KEY_ACCOUNT_MANAGER:
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), segments=bands)


class UnknownIndustry(EachSeat):
    """People sell best to industries they know."""

    id: ClassVar[str] = "role-vertical-mismatch"

    @property
    def title(self) -> str:
        return _("Sells to an unknown industry")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return holders(org, VERTICAL)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        verticals = [one for one in segments_of(org, seat) if one.id in org.industries]
        for person in org.chart.seats[seat].people if verticals else ():
            known = {plain(name) for name in person.industries} - {""}
            foreign = [one for one in verticals if known and known.isdisjoint(org.industries[one.id])]
            if foreign:
                words = {
                    "person": person.name.strip() or org.names.seat(seat),
                    "industries": listed(tuple(name.strip() for name in person.industries if name.strip())),
                    "vertical": listed(tuple(one.value.strip() for one in foreign)),
                }
                yield Sighting(words, seats=(seat,), segments=tuple(one.id for one in foreign))


class JuniorCloser(SeatsAlike):
    """Closing takes experience, most of all where knowledge is sold."""

    id: ClassVar[str] = "role-closer-junior"

    @property
    def title(self) -> str:
        return _("Junior closer")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.graphs.duties.covering.get(CLOSING, ())

    def worth_a_look(self, org: Organisation, seats: Iterable[SeatId], limits: Limits) -> Iterable[SeatId]:
        return _ranked(org, seats, lambda rank: rank == JUNIOR)

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if JUNIOR in ranks(org, seat):
            is_expert = not EXPERT_BUSINESS.isdisjoint({org.told("business"), org.told("industry")})
            severity, variant = (None, "") if is_expert else (Severity.HINT, "elsewhere")
            yield Sighting({"seat": org.names.seat(seat)}, seats=(seat,), severity=severity, variant=variant)


def _ranked(org: Organisation, seats: Iterable[SeatId], holds: Callable[[int], bool]) -> Iterable[SeatId]:
    """Those of some seats whose roles are of certain ranks, or of whose people it is said how senior they are."""
    ranked = {*org.graphs.duties.kinds.where(lambda kind: holds(org.catalogue.role(kind.role).rank)), *org.marked}
    return [seat for seat in seats if seat in ranked] if ranked else ()
