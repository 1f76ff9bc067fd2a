"""Remedies for hiring: when and whom, and what a scorecard asks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from salesorg_gui.catalogue.profiles import Trait
from salesorg_gui.catalogue.scoring import REQUIREMENTS, scorecard_for, told_values
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Add, Revise
from salesorg_gui.domain.ids import HireId, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Check, Hire, Record, Score, Scorecard, Status
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules import walks
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.cards import sentences
from salesorg_gui.rules.graphs import LeadSource
from salesorg_gui.rules.hiring_facts import TEAM_FIT, criteria, is_vacant
from salesorg_gui.rules.hiring_order import FEWEST_REPS, SALES_MANAGERS
from salesorg_gui.rules.hiring_search import ONBOARDING
from salesorg_gui.rules.remedies.joining import joined, new_seat
from salesorg_gui.rules.remedies.lines import FEW, without
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import (
    CLOSER_OUTBOUND,
    CUSTOMER_SUCCESS,
    EXECUTIVE,
    FOUNDER,
    HEAD_OF_SALES,
    OUTBOUND_SDR,
    SELLER,
)

LEAD_TIME = timedelta(days=30)
"""So long before the others a manager starts."""


def manager_first(s: Situation) -> Iterator[Remedy]:
    """Let the manager start a month before the first of the others, or the others a month after the manager."""
    manager, *reports = s.finding.seats
    first, days = s.org.hiring.start(manager), [s.org.hiring.start(seat) for seat in reports]
    known = [day for day in days if day is not None]
    if first is not None and known:
        yield _starting(s, (manager,), min(known) - LEAD_TIME)
        yield _starting(s, reports, first + LEAD_TIME)


def manager_there(s: Situation) -> Iterator[Remedy]:
    """Let it start when somebody is there, or whoever leads it start as early."""
    (seat,) = s.finding.seats
    start = s.org.hiring.start(seat)
    above = sorted(walks.reached((seat,), s.org.graphs.managers) - {seat})
    held = [day for one in above if (day := s.org.hiring.held_from[one]) != date.max]
    if held:
        yield _starting(s, (seat,), min(held))
    vacant = [one for one in s.org.graphs.managers[seat] if is_vacant(s.chart.seats[one])]
    if start is not None:
        yield from (_starting(s, (one,), start) for one in vacant[:FEW])


def two_part_time(s: Situation) -> Iterator[Remedy]:
    """Two people of half the time each, as long as nobody sits there."""
    (seat,) = s.finding.seats
    record = s.chart.seats[seat]
    if record.status is not Status.FILLED:
        half = round(record.fte / 2, 2)
        label = _("Split {seat} into two of {fte} FTE").format(seat=s.names.seat(seat), fte=spoken(half))
        yield step(label, Revise((replace(record, headcount=2, fte=half),), label))


def first_sellers(s: Situation) -> Iterator[Remedy]:
    """Two part-time sellers who close and fetch, or a full-time one."""
    for people, fte in ((2, 0.5), (1, 1.0)):
        seat, label, new = new_seat(s, CLOSER_OUTBOUND, people=people, fte=fte)
        yield step(label, new, *joined(s.after(new), seat))


def scorecard_made(s: Situation) -> Iterator[Remedy]:
    """Make a scorecard from the role, for each seat that has none. What its scores mean is left to write."""
    label = _("Make the scorecard from the role")
    if len(s.finding.seats) > 1:
        label = _("Make {count} scorecards from the roles").format(count=len(s.finding.seats))
    known, added = list[Record](), list[Record]()
    for seat in s.finding.seats:
        card = _card_for(s, seat)
        hires = s.org.hiring.by_seat.get(seat, ())
        if hires:
            known.append(replace(hires[0], scorecards=(*hires[0].scorecards, card)))
        else:
            added.append(Hire(HireId(new_id(s.chart, Kind.HIRE)), seat, scorecards=(card,)))
    yield step(label, Revise(tuple(known), label), Add(tuple(added), label))


def _card_for(s: Situation, seat: SeatId) -> Scorecard:
    record, role = s.chart.seats[seat], s.org.role(seat)
    givers = (one.giver for one in s.org.graphs.deliveries if one.taker == seat)
    takers = (one.taker for one in s.org.graphs.deliveries if one.giver == seat)
    others = (one for one in (*givers, *takers) if not isinstance(one, LeadSource) and one != seat)
    partners = dict.fromkeys(s.names.role(s.org.role(one).id) for one in others)
    values = told_values(s.org.told, s.catalogue.questions)
    return scorecard_for(
        sentences(record, role, "traits"), sentences(record, role, "responsibilities"), partners, values
    )


def team_fit_asked(s: Situation) -> Iterator[Remedy]:
    """Ask on every scorecard how somebody works with the others."""
    label = _("Ask for team fit")
    fit = Score(_("Cooperates with the rest of the team"), TEAM_FIT)
    yield _on_cards(s, label, lambda card: all(one.group != TEAM_FIT for one in card.scores), (fit,))


def profile_asked(s: Situation) -> Iterator[Remedy]:
    """Ask on the scorecards for what such a seat needs above all."""
    roles = {OUTBOUND_SDR} if s.finding.rule == "hire-outbound-profile" else set(map(s.org.role_id, s.finding.seats))
    for role in roles if len(roles) == 1 else ():
        asked = criteria(hire for seat in s.finding.seats for hire in s.org.hiring.by_seat.get(seat, ()))
        lacking = [trait for trait in s.catalogue.profiles.get(role, ()) if not _is_asked(s, trait, asked, role)]
        sentences = [trait.sentence(s.catalogue.role(role)).strip(" .") for trait in lacking]
        news = tuple(Score(one, REQUIREMENTS) for one in sentences if one)
        if news:
            label = _("Ask for: {criteria}").format(criteria=", ".join(one.criterion for one in news))
            yield _on_cards(s, label, lambda _card: True, news)


def training_planned(s: Situation) -> Iterator[Remedy]:
    """Write down the lines of onboarding, each for the manager to do."""
    count = len(s.catalogue.hiring_steps[ONBOARDING].items)
    news: list[Hire] = []
    for hire in _hires(s):
        manager = s.chart.manager_of(hire.seat)
        who = s.names.seat(manager) if manager is not None else s.names.role(HEAD_OF_SALES)
        kept = [one for one in hire.checklist if one.step != ONBOARDING]
        said = {one.item: one for one in hire.checklist if one.step == ONBOARDING}
        lines = [replace(said.get(item, Check(ONBOARDING, item)), who=who) for item in range(count)]
        news.append(replace(hire, checklist=(*kept, *lines)))
    label = ngettext("Plan the training with the manager", "Plan {count} trainings with the managers", len(news))
    label = label.format(count=len(news))
    yield step(label, Revise(tuple(news), label))


def start_team_complete(s: Situation) -> Iterator[Remedy]:
    """Add whoever a larger start lacks, all at once."""
    reps = s.org.people(seat for seat in s.org.sellers if s.org.role_id(seat) not in {FOUNDER, EXECUTIVE})
    wanted = [
        (HEAD_OF_SALES, int(not s.org.people(s.org.with_role(*SALES_MANAGERS)))),
        (SELLER, max(0, FEWEST_REPS - reps)),
        (CUSTOMER_SUCCESS, int(not s.org.people(s.org.with_role(CUSTOMER_SUCCESS)))),
    ]
    now, edits, titles = s, list[ChartEdit](), list[str]()
    for role, count in wanted:
        for _number in range(count):
            seat, _label, new = new_seat(now, role)
            both = (new, *joined(now.after(new), seat))
            now, edits, titles = now.after(*both), [*edits, *both], [*titles, s.names.role(role)]
    yield step(_("Add {roles}").format(roles=", ".join(titles)), *edits)


def not_hired(s: Situation) -> Iterator[Remedy]:
    """Take the open seats away that nobody needs."""
    label = _("Remove the open seat {seat}").format(seat=s.names.seats(s.finding.seats))
    yield step(label, without(label, Kind.SEAT, s.finding.seats))


def _starting(s: Situation, seats: Sequence[SeatId], day: date) -> Remedy:
    """Let seats start on a day: on the seat and on its hires."""
    label = _("Let {seats} start on {day}").format(seats=s.names.seats(seats), day=day.isoformat())
    records: list[Record] = []
    for seat in seats:
        hires = s.org.hiring.by_seat.get(seat, ())
        records += [replace(hire, start=day.isoformat()) for hire in hires]
        records.append(replace(s.chart.seats[seat], start=day.isoformat()))
    return step(label, Revise(tuple(records), label))


def _hires(s: Situation) -> Iterator[Hire]:
    for seat in s.finding.seats:
        yield from s.org.hiring.by_seat.get(seat, ())


def _is_asked(s: Situation, trait: Trait, asked: Sequence[Score], role: RoleId) -> bool:
    return any(trait.is_asked(one.criterion, s.catalogue.role(role)) for one in asked)


def _on_cards(s: Situation, label: str, is_lacking: Callable[[Scorecard], bool], news: tuple[Score, ...]) -> Remedy:
    """Put criteria on the scorecards that lack them and ask for anything at all."""
    revised: list[Hire] = []
    for hire in _hires(s):
        cards = tuple(
            replace(card, scores=(*card.scores, *news)) if card.scores and is_lacking(card) else card
            for card in hire.scorecards
        )
        revised.append(replace(hire, scorecards=cards))
    return step(label, Revise(tuple(revised), label))
