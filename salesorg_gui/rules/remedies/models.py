"""Remedies for structures and growth, where the answer is not a decision: few of them are edits."""

from collections.abc import Iterator
from dataclasses import replace

from salesorg_gui.domain.edits.plan import DescribeChart, SetAnswer
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.i18n import _
from salesorg_gui.rules.detected import MIXED
from salesorg_gui.rules.growth_ways import HUMANE
from salesorg_gui.rules.remedies.handoff_work import Parting, parted
from salesorg_gui.rules.remedies.hiring import first_sellers
from salesorg_gui.rules.remedies.joining import joined, new_seat
from salesorg_gui.rules.remedies.lines import FEW
from salesorg_gui.rules.remedies.passing import nearest
from salesorg_gui.rules.remedies.remedy import Remedy, Situation, step
from salesorg_gui.rules.terms import ACCOUNT_MANAGER, CUSTOMER_SUCCESS, FIND, SDR

past_founder = first_sellers


def choice_as_drawn(s: Situation) -> Iterator[Remedy]:
    """Choose the structure that is drawn."""
    drawn = s.org.detected.structure
    if drawn is not None and drawn != MIXED:
        label = _("Choose {structure}").format(structure=s.catalogue.structures[drawn].title)
        yield step(label, DescribeChart(model=drawn))


def accounts_handed_on(s: Situation) -> Iterator[Remedy]:
    """Hand the accounts above the limit to somebody who cares for customers, or to a new one."""
    (seat,) = s.finding.seats
    record = s.chart.seats[seat]
    surplus = (record.accounts or 0) - int(s.limits["max_accounts"]) * max(record.headcount, 1)
    if surplus <= 0:
        return
    freed = replace(record, accounts=(record.accounts or 0) - surplus)
    carers = s.org.with_role(CUSTOMER_SUCCESS, ACCOUNT_MANAGER)
    for other in nearest(s, seat, carers)[:FEW]:
        taker = s.chart.seats[other]
        label = _("Hand {count} accounts to {seat}").format(count=surplus, seat=s.names.seat(other))
        yield step(label, Revise((freed, replace(taker, accounts=(taker.accounts or 0) + surplus)), label))
    if not carers:
        new, label, added = new_seat(s, CUSTOMER_SUCCESS, s.org.pod_of(seat))
        after = s.after(added)
        given = Revise((freed, replace(after.chart.seats[new.id], accounts=surplus)), label)
        yield step(label, added, *joined(after, new), given)


def roles_parted(s: Situation) -> Iterator[Remedy]:
    """Somebody else finds the leads of the only seat that does it all."""
    if len(s.finding.seats) == 1:
        (seat,) = s.finding.seats
        finding = tuple(stage for stage in s.org.graphs.duties.stages[seat] if stage in FIND)
        yield from parted(s, seat, Parting(finding, SDR))


def values_added(s: Situation) -> Iterator[Remedy]:
    """Add the values that keep a competitive culture humane."""
    told = s.org.told("values")
    choices = s.catalogue.questions["values"].choices
    humane = [value for value in choices if value in HUMANE]
    label = _("Add to the values: {values}").format(values=", ".join(choices[value] for value in humane))
    yield Remedy(label, SetAnswer("values", [*(told if isinstance(told, tuple) else ()), *humane]))
