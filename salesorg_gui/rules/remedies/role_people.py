"""Remedies about who sits where: largest customers and closing for the experienced, industries for who knows them."""

from collections.abc import Iterator

from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.i18n import _
from salesorg_gui.rules.remedies.duties import taken_over
from salesorg_gui.rules.remedies.joining import covering
from salesorg_gui.rules.remedies.lines import FEW
from salesorg_gui.rules.remedies.passing import nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.remedies.role_gaps import owned
from salesorg_gui.rules.role_people import JUNIOR
from salesorg_gui.rules.staffing import ranks
from salesorg_gui.rules.terms import ACCOUNT_MANAGER, CLOSING, DEMO, KEY_ACCOUNT_MANAGER


def accounts_to_experienced(s: Situation) -> Iterator[Remedy]:
    """Give the largest customers to an account manager who is neither junior nor new."""
    seat = s.finding.seats[0]
    managers = [*s.org.with_role(KEY_ACCOUNT_MANAGER), *s.org.with_role(ACCOUNT_MANAGER)]
    able = [one for one in managers if one != seat and _is_experienced(s, one)]
    for segment in s.finding.segments[:1]:
        held = _held_by(s, segment, seat)
        yield from (owned(s, segment, one, *held) for one in nearest(s, seat, able)[:FEW])


def industry_to_who_knows(s: Situation) -> Iterator[Remedy]:
    """Give the industry to somebody who knows it."""
    seat = s.finding.seats[0]
    for segment in s.finding.segments[:1]:
        value = _plain(s.chart.segments[segment].value)
        knowing = [one for one in s.org.seats if one != seat and _knows(s, one, value)]
        held = _held_by(s, segment, seat)
        yield from (owned(s, segment, one, *held) for one in nearest(s, seat, knowing)[:FEW])


def closing_left(s: Situation) -> Iterator[Remedy]:
    """Leave closing to somebody experienced who closes already."""
    if len(s.finding.seats) > 1:
        return
    (seat,) = s.finding.seats
    stages = tuple(stage for stage in s.org.graphs.duties.stages[seat] if stage in {DEMO, CLOSING})
    seniors = [one for one in covering(s, CLOSING) if one != seat and _is_experienced(s, one)]
    for other in nearest(s, seat, seniors)[:FEW]:
        names = {"stages": s.names.stages(stages), "seat": s.names.seat(other)}
        label = _("Leave {stages} to {seat}").format_map(names)
        yield step(label, *taken_over(s, seat, stages, s.chart.seats[other], label))


def _held_by(s: Situation, segment: SegmentId, seat: SeatId) -> tuple[SeatId | PodId, ...]:
    """As whom the seat has a segment: itself, or its pod."""
    owners = s.chart.segments[segment].owners
    return tuple(one for one in owners if one in {seat, s.chart.seats[seat].pod})


def _is_experienced(s: Situation, seat: SeatId) -> bool:
    record = s.chart.seats[seat]
    return JUNIOR not in ranks(s.org, seat) and not any(person.new_hire for person in record.people)


def _knows(s: Situation, seat: SeatId, value: str) -> bool:
    return any(_plain(name) == value for person in s.chart.seats[seat].people for name in person.industries)


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
