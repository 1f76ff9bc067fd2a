"""A proposed chart in words: who moves where, what is new, who is left over; and the two charts side by side."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import ObjectKind
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import PodId, RoleId, SeatId
from salesorg_gui.domain.records import Handoff, Seat, Status
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.study.convert.conversion import Conversion, Fate, Move


@dataclass(frozen=True, slots=True)
class Told:
    """One seat in a sentence; ``seat`` is its id in the new chart, ``origin`` in the old one, where it is there."""

    text: str
    seat: SeatId | None = None
    origin: SeatId | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """What happens to several seats in one way."""

    title: str
    why: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A number in both charts. ``digits`` says how exact it is told."""

    title: str
    before: float
    after: float
    digits: int = 0


@dataclass(frozen=True)
class Telling:
    """``catalogue`` is the one of the language spoken, with the plan's own roles."""

    conversion: Conversion
    catalogue: Catalogue

    @property
    def in_one_sentence(self) -> str:
        """How many seats stay as they are, how many do not, and how many are new."""
        counts = Counter(move.fate for move in self.conversion.moves)
        stay, new = counts[Fate.STAYS] + counts[Fate.BESIDE], len(self.conversion.new)
        changing, moving, left = counts[Fate.CHANGES], counts[Fate.MOVES], counts[Fate.LEFT]
        parts = (
            (stay, ngettext("{count} stays what it is", "{count} stay what they are", stay)),
            (changing, ngettext("{count} gets another role", "{count} get another role", changing)),
            (moving, ngettext("{count} goes to another team", "{count} go to another team", moving)),
            (left, ngettext("{count} has no place yet", "{count} have no place yet", left)),
            (new, ngettext("{count} is new and open", "{count} are new and open", new)),
        )
        said = ", ".join(text.format(count=count) for count, text in parts if count)
        return _("Of {seats} seats {parts}.").format(seats=counts.total() + new, parts=said)

    def chapters(self) -> tuple[Chapter, ...]:
        """Everything that differs, what concerns people most first; what is empty is left out."""
        told = (
            Chapter(
                _("Not yet placed"),
                _("The structure has no seat for them. They report to a leader until somebody places them."),
                tuple(self._told(move) for move in self._moves(Fate.LEFT)),
            ),
            Chapter(
                _("Another role"),
                _("They work on most of the stages of the new seat already."),
                tuple(self._told(move) for move in self._moves(Fate.CHANGES)),
            ),
            Chapter(
                _("Another team"),
                _("Their role stays; their pod is another one."),
                tuple(self._told(move) for move in self._moves(Fate.MOVES)),
            ),
            Chapter(
                _("Open seats"),
                _("Nobody here does this work yet, or too few do."),
                tuple(Told(self._open(seat), seat) for seat in self.conversion.new),
            ),
            Chapter(
                _("Beside the teams"),
                _("They help everybody, as before."),
                tuple(self._told(move) for move in self._moves(Fate.BESIDE)),
            ),
            Chapter(
                _("No longer there"),
                _("Open or planned seats that the structure does not ask for."),
                tuple(Told(self._gone(seat), origin=seat) for seat in self.conversion.gone),
            ),
        )
        return tuple(chapter for chapter in told if chapter.told)

    def _moves(self, fate: Fate) -> tuple[Move, ...]:
        return self.conversion.of(fate)

    def _told(self, move: Move) -> Told:
        old, new = self.conversion.before, self.conversion.chart
        was, now = old.seats[move.origin], new.seats[move.seat]
        before, after = self._place(was, old, move.pod_before), self._place(now, new, move.pod_after)
        if move.fate in {Fate.CHANGES, Fate.MOVES}:
            before = _("{before} → {after}").format(before=before, after=after)
        text = _("{name}: {place}").format(name=now.holder, place=before) if now.holder else before
        return Told(text, move.seat, move.origin)

    def _place(self, seat: Seat, chart: Chart, pod: PodId | None) -> str:
        """What a seat is called and the pod it stands in."""
        title = self._title(seat)
        team = chart.pods[pod].title if pod is not None and pod in chart.pods else ""
        return ", ".join(part for part in (title, team) if part)

    def _title(self, seat: Seat) -> str:
        return seat.title or self.catalogue.role(seat.role).title

    def _open(self, seat: SeatId) -> str:
        found = self.conversion.chart.seats[seat]
        return self._place(found, self.conversion.chart, found.pod)

    def _gone(self, seat: SeatId) -> str:
        found = self.conversion.before.seats[seat]
        return self._place(found, self.conversion.before, found.pod)


def differences(old: Chart, new: Chart, catalogue: Catalogue) -> tuple[Difference, ...]:
    """People by role, pods, handoffs and FTE of two charts."""
    return (
        *_roles(old, new, catalogue),
        Difference(_("Pods"), len(old.pods), len(new.pods)),
        Difference(_("Handoffs of leads and customers"), *(_handed(chart, catalogue) for chart in (old, new))),
        Difference(_("Handoffs between pods"), *(_crossing(chart, catalogue) for chart in (old, new))),
        Difference(_("FTE, open seats included"), _fte(old), _fte(new), 1),
        Difference(_("Seats to fill"), _to_fill(old), _to_fill(new)),
    )


def _roles(old: Chart, new: Chart, catalogue: Catalogue) -> Iterator[Difference]:
    """Heads by role, in the order of the catalogue; those of which nothing changes are left out."""
    before, after = _heads(old), _heads(new)
    ranks = {role: number for number, role in enumerate(catalogue.roles)}
    for role in sorted({*before, *after}, key=lambda one: (ranks.get(one, len(ranks)), one)):
        if before[role] != after[role]:
            yield Difference(catalogue.role(role).title, before[role], after[role])


def _handed(chart: Chart, catalogue: Catalogue) -> int:
    return sum(_moves_a_customer(one, catalogue) for one in chart.handoffs.values())


def _crossing(chart: Chart, catalogue: Catalogue) -> int:
    """Handoffs of leads and customers that leave one pod for another."""
    moving = (one for one in chart.handoffs.values() if _moves_a_customer(one, catalogue))
    ends = ((chart.seats.get(SeatId(one.source)), chart.seats.get(one.target)) for one in moving)
    pods = ((giver.pod, taker.pod) for giver, taker in ends if giver is not None and taker is not None)
    return sum(None not in pair and pair[0] != pair[1] for pair in pods)


def _moves_a_customer(handoff: Handoff, catalogue: Catalogue) -> bool:
    known = catalogue.objects.get(handoff.object) if handoff.object is not None else None
    return known is not None and known.kind is ObjectKind.CUSTOMER and not handoff.is_return


def _heads(chart: Chart) -> Counter[RoleId]:
    counts: Counter[RoleId] = Counter()
    for seat in chart.seats.values():
        counts[seat.role] += seat.headcount
    return counts


def _fte(chart: Chart) -> float:
    return sum(seat.total_fte for seat in chart.seats.values())


def _to_fill(chart: Chart) -> int:
    return sum(seat.headcount for seat in chart.seats.values() if seat.status is not Status.FILLED)
