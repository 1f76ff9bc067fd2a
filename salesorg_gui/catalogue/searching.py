"""Finding what is on a chart by any of its fields: seats, pods, segments, lead sources, handoffs."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.query import NUMBERS, Query, Term
from salesorg_gui.catalogue.ranking import spaced
from salesorg_gui.catalogue.role_names import names_of
from salesorg_gui.catalogue.things import Things, frame_texts, handoff_texts, segment_texts, source_texts
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import Key, Kind, RoleId, SeatId
from salesorg_gui.domain.records import Pod, Seat

HANDOFF_FIELDS = frozenset({"condition", "limit", "finding"})
"""A handoff answers only when it is asked for by one of these: a word alone would light up half of them."""

type Texts = Mapping[str, str]
type Numbers = Mapping[str, float | None]


class Search:
    """Looks through one chart after the other; what seats say by themselves is read once."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Seat, str]] = {}
        self._catalogue: Catalogue | None = None

    def find(
        self, query: Query, chart: Chart, catalogue: Catalogue, findings: Mapping[Key, str] | None = None
    ) -> list[Key]:
        """Everything of which all is true that was asked for, seats first; nothing for an empty question.

        ``findings`` says of a thing what was found about it.
        """
        if not query or query.problem:
            return []
        if catalogue is not self._catalogue or len(self._kept) > 2 * len(chart.seats) + 64:
            self._catalogue = catalogue
            self._kept = {}
        return list(_Asked(query, Things(chart, catalogue, findings or {}, self._kept)).keys())


class _Asked:
    """One question to one chart."""

    def __init__(self, query: Query, things: Things) -> None:
        self._terms, self._things, self._chart = query.terms, things, things.chart

    def keys(self) -> Iterator[Key]:
        """What answers. Only seats answer a question that says nothing but what is not wanted."""
        seats = list(self._chart.seats.values())
        for term in self._terms:
            holds, is_wanted = self._test(term), not term.is_not
            seats = [seat for seat in seats if holds(seat) is is_wanted]
        yield from (Key(Kind.SEAT, seat.id) for seat in seats)
        if not all(term.is_not for term in self._terms):
            yield from self._frames()
            yield from self._edges()

    def _test(self, term: Term) -> Callable[[Seat], bool]:
        """What tells whether one thing that was asked for is true of a seat."""
        things, needle, name = self._things, term.needle, term.field
        if name in NUMBERS:
            return lambda seat: _is_number(term, self._number(name, seat))
        if name and not needle:
            return lambda seat: bool(things.seat(seat, name))
        if name and name != "role":
            return lambda seat: needle in things.seat(seat, name)
        roles = self._roles_called(needle)
        if name:
            return lambda seat: seat.role in roles
        own, pod, frame = things.own, things.pod, things.segment
        return lambda seat: seat.role in roles or needle in own(seat) or needle in pod(seat) or needle in frame(seat)

    def _roles_called(self, needle: str) -> frozenset[RoleId]:
        """The roles on the chart with such a title or code; if there is none, those with such another name."""
        things, roles = self._things, {seat.role for seat in self._chart.seats.values()}
        titled = frozenset(role for role in roles if needle in things.role(role))
        return titled or frozenset(role for role in roles if needle in spaced(names_of(things.catalogue.role(role))))

    def _number(self, name: str, seat: Seat) -> float | None:
        match name:
            case "reports":
                return len(self._chart.reports_of(seat.id))
            case "below":
                return self._below.get(seat.id, 0)
            case "fte":
                return seat.total_fte
            case "headcount":
                return seat.headcount
            case "quota":
                return seat.quota
            case "accounts":
                return seat.accounts
            case _:
                return None

    @cached_property
    def _below(self) -> Mapping[SeatId, int]:
        """How many stand anywhere below each leader; who leads in a circle counts each once."""
        return {leader: len(_all_below(self._chart, leader)) for leader in self._chart.lines_down}

    def _frames(self) -> Iterator[Key]:
        things, chart = self._things, self._chart
        for pod in chart.pods.values():
            if self._answers(frame_texts(things, pod), self._pod_numbers(pod)):
                yield Key(Kind.POD, pod.id)
        for segment in chart.segments.values():
            if self._answers(segment_texts(things, segment), {}):
                yield Key(Kind.SEGMENT, segment.id)

    def _edges(self) -> Iterator[Key]:
        things, chart = self._things, self._chart
        for source in chart.sources.values():
            if self._answers(source_texts(things, source), {"leads": source.per_month}):
                yield Key(Kind.SOURCE, source.id)
        if all(term.field in HANDOFF_FIELDS for term in self._terms):
            for handoff in chart.handoffs.values():
                if self._answers(handoff_texts(things, handoff), {"limit": handoff.limit_hours}):
                    yield Key(Kind.HANDOFF, handoff.id)

    def _pod_numbers(self, pod: Pod) -> Numbers:
        members = self._chart.members.get(pod.id, ())
        return {"seats": len(members), "fte": sum(seat.total_fte for seat in members)}

    def _answers(self, texts: Texts, numbers: Numbers) -> bool:
        """Whether all is true of something that has these fields; what it lacks it cannot answer."""
        for term in self._terms:
            if term.field in NUMBERS:
                if term.field not in numbers:
                    return False
                holds = _is_number(term, numbers[term.field])
            elif term.field:
                if term.field not in texts:
                    return False
                holds = term.is_in(texts[term.field])
            else:
                holds = any(term.is_in(text) for text in texts.values())
            if holds is term.is_not:
                return False
        return True


def _is_number(term: Term, number: float | None) -> bool:
    return number is not None and (term.number is None or term.compares(number))


def _all_below(chart: Chart, leader: SeatId) -> set[SeatId]:
    seen: set[SeatId] = set()
    waiting = [leader]
    while waiting:
        others = [report for report in chart.reports_of(waiting.pop()) if report not in seen]
        seen.update(others)
        waiting += others
    return seen - {leader}
