"""The load of a chart in sentences: the finding first, then what would help."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from salesorg_gui.capacity.capacity import Capacity
from salesorg_gui.capacity.formulas import rounded_up
from salesorg_gui.capacity.work import Part
from salesorg_gui.capacity.worth import Worth
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.i18n import _, decimal_sign
from salesorg_gui.study.relief import MOST_VOLUME, SHORT, Relief
from salesorg_gui.study.told import part_titles, percent

FEW = 3
OVERLOADED = 1.1
CLOSE = 0.02
LARGE = 100


def count(amount: float) -> str:
    """How many, whole from a hundred on."""
    if not isfinite(amount):
        return "∞"
    text = f"{amount:,.0f}" if amount >= LARGE else f"{amount:.1f}".removesuffix(".0")
    return text.replace(",", "\u202f").replace(".", decimal_sign())


def hours(amount: float) -> str:
    """Working hours, with one decimal; minutes where it is little."""
    if amount < 1.0:
        return _("{minutes} min").format(minutes=round(amount * 60))
    return _("{hours} h").format(hours=count(amount))


def people(amount: float) -> str:
    """FTE with one decimal."""
    return f"{amount:.1f}".replace(".", decimal_sign())


@dataclass(frozen=True, slots=True)
class LoadWords:
    """The words for one chart."""

    relief: Relief
    catalogue: Catalogue

    @property
    def capacity(self) -> Capacity:
        """What is told of."""
        return self.relief.capacity

    def headline(self) -> str:
        """The one sentence that says the finding."""
        stuck, relief = self.capacity.bottleneck, self.relief
        if stuck.seats and relief.part is not None:
            return self._stuck(relief.part)
        if relief.is_astray:
            sentence = _("{held} of {demand} qualified leads a month find no way on: handoffs are missing.")
            return sentence.format(held=count(relief.held_back), demand=count(stuck.demand))
        if relief.is_slow and relief.limit is not None:
            sentence = _("Everything gets through, but inbound leads wait {wait}, and {limit} is agreed.")
            return sentence.format(wait=self.wait(), limit=hours(relief.limit))
        full = self._fullest()
        if full is not None and self.capacity.loads[full].utilisation > OVERLOADED:
            sentence = _("Everything gets through in all, but {seat} has work for {load} of the time.")
            load = self.capacity.loads[full].utilisation
            return sentence.format(seat=self.seat(full), load=percent(load) if isfinite(load) else "∞")
        if stuck.demand <= 0:
            return _("No leads come in; there is time for the customers of today.")
        sentence = _("All {qualified} qualified leads a month get through.")
        return sentence.format(qualified=count(stuck.demand))

    def room(self) -> str:
        """How much more could come in, and who would be stuck first."""
        headroom = self.relief.headroom
        if self.capacity.bottleneck.demand <= 0 or self.relief.is_astray:
            return ""
        if headroom >= MOST_VOLUME:
            return _("There is room for {times} times as much.").format(times=count(MOST_VOLUME))
        if headroom < SHORT:
            return _("Not even the customers of today leave time for new ones.")
        names = self.seats(self.relief.next_stuck)
        if abs(headroom - 1.0) < CLOSE:
            return _("There is no room for more: {seats} would be stuck first.").format(seats=names)
        sentence = _("Up to {volume} of the plan's volume gets through; then {seats} would be stuck first.")
        return sentence.format(volume=percent(headroom), seats=names)

    def stuck_at(self) -> str:
        """Who is the bottleneck."""
        stuck = self.capacity.bottleneck
        if not stuck.seats:
            astray = _("It is nobody's time that holds them back.")
            return astray if self.relief.is_astray else _("Nobody holds anything back.")
        sentence = _("The bottleneck is {seats}: {flow} of {demand} qualified leads a month get through.")
        return sentence.format(seats=self.seats(stuck.seats), flow=count(stuck.flow), demand=count(stuck.demand))

    def remedies(self) -> Iterator[str]:
        """What would help, the surest first."""
        if self.capacity.bottleneck.seats:
            yield from self._people()
            yield from self._colleagues()
            yield from self._less()
        if self.relief.is_astray:
            yield _("Draw the handoffs that lead on to those who close, and from them to those who keep customers.")
        if self.relief.is_slow:
            yield self._faster()

    def wait(self) -> str:
        """How long inbound leads wait."""
        wait = self.capacity.wait_hours
        return hours(wait) if isfinite(wait) else _("longer every month")

    def waiting(self) -> Iterator[str]:
        """How long inbound leads wait on average, and what it takes to keep to the limit."""
        relief, wait = self.relief, self.capacity.wait_hours
        if self.capacity.leads <= 0:
            yield _("No inbound leads come in, so none wait.")
            return
        if isfinite(wait):
            yield _("An inbound lead waits {wait} on average, in working hours.").format(wait=hours(wait))
        else:
            backlog = max(0.0, self.capacity.leads - self._taken())
            sentence = _("More inbound leads come than are taken up: {count} more are left every month.")
            yield sentence.format(count=count(backlog))
        if relief.limit is None or relief.fte_for_limit is None:
            yield _("No time limit is agreed for them.")
            return
        have = self.capacity.have(Part.INBOUND)
        sentence = _("{limit} is agreed. That takes {need} FTE; {have} FTE are there.")
        need = f"{relief.fte_for_limit:.2f}".replace(".", decimal_sign())
        yield sentence.format(limit=hours(relief.limit), need=need, have=f"{have:.2f}".replace(".", decimal_sign()))

    def worth(self, worth: Worth) -> str:
        """What one more FTE at a seat brings."""
        if worth.flow > 0:
            return _("+{count} customers a month").format(count=count(max(worth.customers, 0.1)))
        wait = worth.wait if worth.wait is not None else 0.0
        return _("leads wait {after} instead of {before}").format(after=hours(wait), before=self.wait())

    def seat(self, seat: SeatId) -> str:
        """Whom a reader knows a seat by: who holds it, else what it is."""
        one = self.capacity.chart.seats[seat]
        return one.holder or one.title or self.catalogue.role(one.role).title

    def seats(self, seats: tuple[SeatId, ...]) -> str:
        """The fullest few by name, and how many more."""
        order = sorted(seats, key=lambda seat: (-self.capacity.loads[seat].utilisation, seat))
        names = list(dict.fromkeys(self.seat(seat) for seat in order))
        if len(names) > FEW + 1:
            return _("{names} and {count} more").format(names=", ".join(names[:FEW]), count=len(names) - FEW)
        return ", ".join(names)

    def _stuck(self, part: Part) -> str:
        held, title = count(self.relief.held_back), part_titles()[part]
        demand = count(self.capacity.bottleneck.demand)
        if self.relief.fte <= 0:
            sentence = _("{part} holds {held} of {demand} qualified leads a month back.")
            return sentence.format(part=title, held=held, demand=demand)
        sentence = _("{part} has {fte} FTE too little: {held} of {demand} qualified leads a month do not get through.")
        return sentence.format(part=title, fte=people(self.relief.fte), held=held, demand=demand)

    def _people(self) -> Iterator[str]:
        relief = self.relief
        for part, fte in relief.by_part.items():
            roles = dict.fromkeys(
                self.catalogue.role(self.capacity.chart.seats[seat].role).title
                for seat, short in relief.missing.items()
                if part in short
            )
            sentence = _("Hire {fte} FTE for {part}: {roles}.")
            yield sentence.format(fte=people(rounded_up(fte)), part=part_titles()[part], roles=", ".join(roles))
        if relief.missing:
            after = relief.staffed.bottleneck
            if not after.seats:
                yield _("With that all {demand} qualified leads get through.").format(demand=count(after.demand))
            else:
                sentence = _("With that {flow} of {demand} get through, and {seats} would be stuck next.")
                names = self.seats(after.seats)
                yield sentence.format(flow=count(after.flow), demand=count(after.demand), seats=names)

    def _colleagues(self) -> Iterator[str]:
        titles = part_titles()
        for one in self.relief.spare[:FEW]:
            names = {"seat": self.seat(one.seat), "fte": people(one.fte), "part": titles[one.part]}
            if one.from_part is None:
                yield _("Let {seat} take some of it: {fte} FTE for {part} are free there.").format_map(names)
            else:
                sentence = _("Move time of {seat} from {other} to {part}: {fte} FTE are free.")
                yield sentence.format_map({**names, "other": titles[one.from_part]})

    def _less(self) -> Iterator[str]:
        headroom = self.relief.headroom
        if SHORT <= headroom < MOST_VOLUME:
            yield _("Or let less come in: {volume} of the plan's volume gets through.").format(volume=percent(headroom))

    def _faster(self) -> str:
        relief = self.relief
        more = max(0.0, (relief.fte_for_limit or 0.0) - self.capacity.have(Part.INBOUND))
        if not isfinite(self.capacity.wait_hours):
            return _("Add {fte} FTE for inbound leads to keep the time limit.").format(fte=people(max(0.1, more)))
        sentence = _("Add {fte} FTE for inbound leads, or allow {wait} instead of {limit}.")
        limit = hours(relief.limit or 0.0)
        return sentence.format(fte=people(max(0.1, more)), wait=hours(self.capacity.wait_hours), limit=limit)

    def _taken(self) -> float:
        return self.capacity.situation.figures.inbound_leads_per_fte * self.capacity.have(Part.INBOUND)

    def _fullest(self) -> SeatId | None:
        loads = self.capacity.loads
        return max(loads, key=lambda seat: (loads[seat].utilisation, seat), default=None)
