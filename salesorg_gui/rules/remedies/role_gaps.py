"""Remedies for roles that are missing: add one, where such seats stand, or give the work to whom it fits."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import PodId, RoleId, SeatId, SegmentId
from salesorg_gui.domain.records import Activity, Segment
from salesorg_gui.i18n import _
from salesorg_gui.rules.remedies.handoff_work import MANY
from salesorg_gui.rules.remedies.joining import add_joined, new_seat
from salesorg_gui.rules.remedies.lines import FEW, standing
from salesorg_gui.rules.remedies.passing import drawn, given
from salesorg_gui.rules.remedies.remedy import Proposal, Remedy, Situation, step
from salesorg_gui.rules.staffing import activity_share
from salesorg_gui.rules.terms import (
    ACCOUNT_MANAGER,
    HEAD_OF_SALES,
    KEY_ACCOUNT_MANAGER,
    OPEN_QUESTION,
    SPECIALIST,
    TRAINER,
)

TEACHING, TEACHING_SHARE = "enablement", 0.1


def adding(*roles: str) -> Proposal:
    """Add a seat of one of these roles."""

    def proposal(s: Situation) -> Iterator[Remedy]:
        return (add_joined(s, RoleId(role)) for role in roles)

    return proposal


def trainer_named(s: Situation) -> Iterator[Remedy]:
    """Add somebody for onboarding and training, or give a leader time for it."""
    yield add_joined(s, TRAINER)
    leaders = sorted(s.org.with_role(HEAD_OF_SALES), key=lambda seat: standing(s, seat))
    for leader in leaders[:FEW]:
        seat = s.chart.seats[leader]
        label = _("Give {seat} {percent} % for training").format(
            seat=s.names.seat(leader), percent=round(TEACHING_SHARE * 100)
        )
        training = Activity(_("Onboarding and training"), TEACHING, TEACHING_SHARE)
        if activity_share(s.org, leader, TEACHING) == 0:
            yield step(label, Revise((replace(seat, activities=(*seat.activities, training)),), label))


def specialist_added(s: Situation) -> Iterator[Remedy]:
    """Add a specialist whom the sellers can ask."""
    seat, label, new = new_seat(s, SPECIALIST)
    after = s.after(new)
    sellers = [seller for seller in s.org.sellers if OPEN_QUESTION in given(s, seller)][:MANY]
    yield step(label, new, *(drawn(after, seller, seat.id, OPEN_QUESTION) for seller in sellers))


def key_accounts_owned(s: Situation) -> Iterator[Remedy]:
    """Give the largest customers to an account manager, or add one for them."""
    (segment,) = s.finding.segments
    managers = s.org.with_role(KEY_ACCOUNT_MANAGER)
    yield from (owned(s, segment, manager) for manager in (*managers, *s.org.with_role(ACCOUNT_MANAGER))[:FEW])
    if not managers:
        seat, label, new = new_seat(s, KEY_ACCOUNT_MANAGER)
        yield step(label, new, _with_owner(s, segment, seat.id, label))


def owned(s: Situation, segment: SegmentId, owner: SeatId | PodId, *instead_of: SeatId | PodId) -> Remedy:
    """Give a segment to an owner, besides the present ones or in place of some."""
    is_pod = owner in s.chart.pods
    name = s.names.pod(PodId(owner)) if is_pod else s.names.seat(SeatId(owner))
    label = _("Give {segment} to {owner}").format(segment=s.names.segment(segment), owner=name)
    return step(label, _with_owner(s, segment, owner, label, instead_of))


def _with_owner(
    s: Situation,
    segment: SegmentId,
    owner: SeatId | PodId,
    label: str,
    instead_of: tuple[SeatId | PodId, ...] = (),
) -> ChartEdit:
    record: Segment = s.chart.segments[segment]
    kept = tuple(one for one in record.owners if one not in {owner, *instead_of})
    return Revise((replace(record, owners=(*kept, owner)),), label)
