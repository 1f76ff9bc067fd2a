"""A hiring plan in words: the same sentences on the page, on paper and on the command line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import money, spoken
from salesorg_gui.rules.graphs import Graphs
from salesorg_gui.rules.names import Names
from salesorg_gui.study.hiring.counting import PEOPLE, count, counted, in_months, rounded_down
from salesorg_gui.study.hiring.openings import Gap, HiringPlan, Measure, Opening, Reason, Trigger

A_YEAR, DAYS_A_MONTH = 12, 30


@dataclass(frozen=True)
class Words:
    """What a hiring plan says. ``month`` names the month of a day in the reader's language."""

    plan: HiringPlan
    catalogue: Catalogue
    names: Names
    today: date
    month: Callable[[date], str]

    @staticmethod
    def of(hiring: HiringPlan, plan: Plan, catalogue: Catalogue, today: date, month: Callable[[date], str]) -> "Words":
        """The words for a hiring plan of one chart of a plan."""
        known = catalogue.with_plan_roles(plan.roles)
        return Words(hiring, known, Names(Graphs(hiring.chart, known)), today, month)

    def sentence(self) -> str:
        """The finding: whom to open first, or why nobody."""
        if not self.plan.openings:
            if Gap.VOLUME in self.plan.gaps:
                return missing(Gap.VOLUME)
            return _("Nobody has to be hired in the next {count} months.").format(count=int(self.plan.horizon))
        first = self.plan.openings[0]
        words = {"role": self.title(first), "place": self.place(first), "why": self.why(first)}
        is_now = first.timing is not None and first.timing.search < 1
        if is_now:
            return _("Open now: {role}, {place}. {why}").format_map(words)
        return _("Open in {month}: {role}, {place}. {why}").format(month=self.search(first), **words)

    def outlook(self) -> str:
        """How many, until when."""
        count = self.plan.people
        text = ngettext(
            "{count} seat in the next {months} months, at {growth} % growth a month.",
            "{count} seats in the next {months} months, at {growth} % growth a month.",
            count,
        )
        return text.format(count=count, months=int(self.plan.horizon), growth=spoken(100 * self.plan.pace.growth))

    def title(self, one: Opening) -> str:
        """Which role, how many, and how much of a week."""
        role = self.catalogue.role(one.role).title
        seat = self.plan.chart.seats.get(one.seat) if one.seat is not None else None
        title = (seat.title.strip() if seat is not None else "") or role
        if one.count > 1:
            title = _("{count} × {role}").format(count=one.count, role=title)
        return title if one.fte == 1 else _("{role} ({fte} FTE)").format(role=title, fte=spoken(one.fte))

    def place(self, one: Opening) -> str:
        """The pod it stands in and whom it reports to."""
        pod, manager = self.pod(one.spot.pod), self._manager(one.spot.manager)
        if pod and manager:
            return _("{pod}, under {manager}").format(pod=pod, manager=manager)
        if manager:
            return _("under {manager}").format(manager=manager)
        return pod or _("where nobody leads yet")

    def trigger(self, one: Opening) -> str:
        """What to watch, in one sentence."""
        trigger = one.trigger
        if trigger is None:
            return _("It stands open on the chart.") if one.timing is not None else _("No figure says when.")
        if one.reason is Reason.NOBODY:
            return self._work(one, trigger)
        text = self._watched(trigger)
        if trigger.months:
            return _("{what} for {months}.").format(what=text, months=in_months(trigger.months))
        return f"{text}."

    def _watched(self, trigger: Trigger) -> str:
        amount = counted(trigger.measure, rounded_down(trigger.above))
        if trigger.measure is Measure.REPORTS and trigger.manager is not None:
            return _("{manager} leads more than {amount}").format(manager=self._manager(trigger.manager), amount=amount)
        if trigger.measure is Measure.WORTH:
            return _("A customer is worth more than {amount}").format(amount=amount)
        if pod := self.pod(trigger.pod):
            return _("{pod}: more than {amount}").format(pod=pod, amount=amount)
        return _("More than {amount}").format(amount=amount)

    def today_is(self, one: Opening) -> str:
        """What there is today, and when the trigger is reached."""
        trigger, timing = one.trigger, one.timing
        if trigger is None or timing is None or one.reason is Reason.NOBODY:
            return ""
        now = count(trigger.now)
        if trigger.measure in PEOPLE and not trigger.is_reached:
            return _("Today {now}; more from {month} on.").format(now=now, month=self._in(timing.needed))
        if trigger.is_reached or timing.triggered < 1:
            return _("Today {now}: reached.").format(now=now)
        return _("Today {now}; reached in {month}.").format(now=now, month=self._in(timing.triggered))

    def why(self, one: Opening) -> str:
        """The reason, with the figures behind it."""
        match one.reason:
            case Reason.SHORT | Reason.GROWTH | Reason.NOBODY if one.trigger is not None:
                return self._work(one, one.trigger)
            case Reason.SPAN if one.trigger is not None:
                return self._span(one.trigger)
        return {
            Reason.FIRST_SELLERS: _("Nobody sells yet. Two people for half the week each spur each other on."),
            Reason.ONE_SELLER: _("One single seller has nobody to compete with."),
            Reason.LEADER: _("Nobody leads the sellers. Whoever does helps to hire and train them."),
            Reason.OPERATIONS: _("So many sellers need somebody for forecasts, tools and statistics."),
            Reason.ENABLEMENT: _("So many sellers need somebody who prepares them."),
            Reason.SPECIALIST: _("More sellers ask than one specialist has time for."),
        }.get(one.reason, self.trigger(one))

    def _work(self, one: Opening, trigger: Trigger) -> str:
        words = {"amount": counted(trigger.measure, trigger.now), "room": count(trigger.room)}
        if one.reason is Reason.NOBODY:
            return _("Nobody does this yet: {amount}.").format_map(words)
        if one.reason is Reason.SHORT:
            return _("{amount} come today; those who are there have time for {room}.").format_map(words)
        if one.timing is None:
            return _("{amount} come today; there is time for {room}, and that is enough.").format_map(words)
        text = _("{amount} come today; there is time for {room}, until {month}.")
        return text.format(month=self._in(one.timing.needed), **words)

    def _span(self, trigger: Trigger) -> str:
        text = _("{manager} leads {now} people today, and more with these hires; {most} is the most.")
        if trigger.is_reached:
            text = _("{manager} leads {now} people today; {most} is the most.")
        names = {"manager": self._manager(trigger.manager), "now": count(trigger.now), "most": count(trigger.room)}
        return text.format_map(names)

    def reckoning(self, one: Opening) -> str:
        """How the number of the trigger comes about."""
        trigger, pace = one.trigger, self.plan.pace
        if trigger is None or not trigger.months or not trigger.room:
            return ""
        text = _("{room} is full. {over} of watching, {hire} to hire and {ramp} to learn come before: {above}.")
        return text.format(
            room=count(trigger.room),
            over=in_months(pace.over),
            hire=in_months(pace.hire),
            ramp=in_months(pace.ramp),
            above=count(rounded_down(trigger.above)),
        )

    def free(self, one: Opening) -> str:
        """Who has time for it today."""
        if not one.free:
            return ""
        text = ngettext("Ask first: {names} has time.", "Ask first: {names} have time.", len(one.free))
        return text.format(names=self.names.seats(one.free))

    def times(self, one: Opening) -> str:
        """From the first day of the search to full work."""
        if one.timing is None:
            return ""
        text = _("Search from {search}, first day {start}, full work {productive}.")
        return text.format(search=self.search(one), start=self.start(one), productive=self.productive(one))

    def lateness(self, one: Opening) -> str:
        """That the work is there before the person."""
        if one.timing is None or one.timing.late < 1:
            return ""
        return _("Late: the work comes {months} earlier.").format(months=in_months(floor(one.timing.late)))

    def search(self, one: Opening) -> str:
        """The month in which the search begins."""
        return self._in(one.timing.search) if one.timing is not None else ""

    def start(self, one: Opening) -> str:
        """The month of the first day of work."""
        return self._in(one.timing.start) if one.timing is not None else ""

    def productive(self, one: Opening) -> str:
        """The month from which on the work is done fully."""
        return self._in(one.timing.productive) if one.timing is not None else ""

    def cost(self, one: Opening) -> str:
        """What it costs, as far as the plan knows."""
        cost = self.plan.costs.get(one.id)
        if cost is None:
            return _("No salary known.")
        text = _("{month} EUR a month, {until} EUR until full work.")
        return text.format(month=money(cost.a_month), until=money(cost.to_productive))

    def exact_day(self, months: float) -> date:
        """The day that is so many months from the beginning of this one, all months taken as even."""
        first = self.day(months)
        return first + timedelta(days=int((months - floor(months)) * DAYS_A_MONTH))

    def day(self, months: float) -> date:
        """The first day of the month that is so many months away."""
        at = self.today.year * A_YEAR + self.today.month - 1 + floor(months)
        return date(min(at // A_YEAR, date.max.year), at % A_YEAR + 1, 1)

    def _in(self, months: float) -> str:
        return self.month(self.day(months))

    def pod(self, pod: PodId | None) -> str:
        """What a pod is called; nothing for none."""
        return self.names.pod(pod) if pod is not None and pod in self.plan.chart.pods else ""

    def _manager(self, seat: SeatId | None) -> str:
        return self.names.seat(seat) if seat is not None and seat in self.plan.chart.seats else ""


def missing(gap: Gap) -> str:
    """What nobody said."""
    return {
        Gap.VOLUME: _("Nobody has said yet how many leads come. Give a lead source a number a month."),
        Gap.CUSTOMERS: _("Nobody said how many customers there are today, so only the work with new ones is reckoned."),
        Gap.HANDOFFS: _("The leads reach nobody who closes. Draw the handoffs between the seats."),
        Gap.SALARY: _("No salary is known, so nothing is said about money."),
    }[gap]


def cut_short(plan: HiringPlan) -> str:
    """That there would be more."""
    text = ngettext(
        "Such growth would take {count} seat more.", "Such growth would take {count} seats more.", plan.left_out
    )
    return text.format(count=plan.left_out) if plan.left_out else ""
