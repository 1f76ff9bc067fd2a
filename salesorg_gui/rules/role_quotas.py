"""Rules about quotas: who has one, and whether one person carries too much of all."""

from collections.abc import Iterator
from typing import ClassVar

from salesorg_gui.catalogue.roles import Family
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Status
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import SeatsAlike, about_seat
from salesorg_gui.rules.amounts import in_any_order
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.staffing import ROUNDING, in_percent
from salesorg_gui.rules.terms import CLOSING, GEOGRAPHY, ISLAND_REP, ONE_MAN_BANDS
from salesorg_gui.rules.territories import segments_of

EARNING = frozenset({Family.FRONTLINE, Family.NURTURE})


class Superstar:
    """No company rests on what one person sells."""

    id: ClassVar[str] = "role-superstar-dependence"

    @property
    def title(self) -> str:
        return _("Rests on one person")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        sellers, given = org.seller_count, org.quotas
        if sellers < 2 or not all(seat in given for seat in org.sellers):
            return
        quotas = self._quotas(org)
        total = in_any_order(quotas.values())
        most = max(limits["max_share"], limits["factor"] / sellers)
        for seat, quota in quotas.items():
            record = org.chart.seats[seat]
            share = quota / max(record.headcount, len(record.people), 1) / total
            if share > most + ROUNDING and record.status is Status.FILLED:
                words: Words = {"person": org.names.seat(seat), "share": in_percent(share)}
                yield Sighting(words, seats=(seat,), variant="quota")

    def _quotas(self, org: Organisation) -> dict[SeatId, float]:
        """The quotas of all who win customers or keep them; leaders bear those of others."""
        quotas = org.quotas.items()
        return {seat: one for seat, one in quotas if org.role(seat).family in EARNING or org.covers(seat, CLOSING)}


class NoQuota(SeatsAlike):
    """One-man bands have a territory and a quota for the year."""

    id: ClassVar[str] = "role-quota-missing"

    @property
    def title(self) -> str:
        return _("No quota or territory")

    def among(self, org: Organisation) -> tuple[SeatId, ...]:
        return org.with_role(ISLAND_REP) if org.chart.growth_stage == ONE_MAN_BANDS else ()

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        has_quota = bool(org.chart.seats[seat].quota)
        has_territory = any(segment.axis == GEOGRAPHY for segment in segments_of(org, seat))
        if has_quota and has_territory:
            return
        if has_quota:
            missing = _("territory")
        else:
            missing = _("annual quota") if has_territory else _("annual quota and no territory")
        yield about_seat(org, seat, missing=missing)
