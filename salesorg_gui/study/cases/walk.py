"""The walk of one customer along the handoffs of a chart, from a lead source to whoever keeps the customer.

At each step the one goes on who serves the customer most closely: who owns a segment the customer lies in, before the
rest of a pod, before those who serve everybody. Two who do so equally closely are two owners, unless the segment or
the conditions of the handoffs say who takes whom: then the walk goes both ways.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from salesorg_gui.domain.ids import HandoffId, SeatId, SourceId, StageId
from salesorg_gui.rules.graphs import Giver, LeadSource
from salesorg_gui.rules.journey import Post
from salesorg_gui.rules.terms import FIND, HOT_LEAD, QUALIFIED_LEAD, RETENTION
from salesorg_gui.study.cases.territory import Fit, Rank, Whereabouts
from salesorg_gui.study.cases.ways import Way, Ways, told_apart

MOST_OWNERS = 8
"""More who could do the same nobody reads; the walk goes on with these."""
MOST_POSTS = 400
"""A walk that is divided further than this is told as far as it came."""
FEW = 3


class Kind(StrEnum):
    """What is wrong on a walk."""

    NO_SOURCE = "no-source"
    NO_HANDOFF = "no-handoff"
    NOBODY = "nobody"
    NOT_SERVING = "not-serving"
    OTHERS = "others"
    NOT_REACHED = "not-reached"
    SEVERAL = "several"
    UNSAID = "unsaid"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a case fails: at these stages, behind ``giver``. ``seats`` are those who could, or who do not serve.

    ``axis`` is the one of which the case says too little.
    """

    kind: Kind
    stages: tuple[StageId, ...] = ()
    giver: Giver | None = None
    seats: tuple[SeatId, ...] = ()
    axis: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """The customer comes to a seat at a stage, by these handoffs; without any the seat goes on itself."""

    giver: Giver
    taker: SeatId
    stage: StageId
    handoffs: tuple[HandoffId, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """What became of one customer that came in through one source.

    ``owners`` are who does each stage, ``divided`` the stages from which on people have to tell customers apart, by a
    segment's rule or a handoff's condition. ``before`` are stages the source has done itself.
    """

    source: SourceId | None
    moves: tuple[Move, ...] = ()
    owners: Mapping[StageId, tuple[SeatId, ...]] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    divided: frozenset[StageId] = frozenset()
    before: tuple[StageId, ...] = ()

    @property
    def keepers(self) -> tuple[SeatId, ...]:
        """Who keeps the customer at the end."""
        return self.owners.get(RETENTION, ())


@dataclass
class Walker:
    """Walks with one customer; made anew for each source."""

    ways: Ways
    where: Whereabouts
    moves: list[Move] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    divided: set[StageId] = field(default_factory=set)
    before: tuple[StageId, ...] = ()
    seen: set[Post] = field(default_factory=set)
    waiting: deque[Post] = field(default_factory=deque)

    def walk(self, source: SourceId) -> Walk:
        """Go from a source as far as the customer comes."""
        self._enter(source)
        while self.waiting and len(self.seen) < MOST_POSTS:
            post = self.waiting.popleft()
            self._note_round(post)
            self._go_on(post)
        owners: dict[StageId, dict[SeatId, None]] = {}
        for stage in self.ways.catalogue.stages:
            for post in self.seen:
                if post.stage == stage:
                    owners.setdefault(stage, {})[post.seat] = None
        found = {stage: tuple(sorted(seats)) for stage, seats in owners.items()}
        troubles = tuple(dict.fromkeys(self.troubles))
        return Walk(source, tuple(self.moves), found, troubles, frozenset(self.divided), self.before)

    def _enter(self, source: SourceId) -> None:
        giver = LeadSource(source)
        ways = self.ways.from_source(source)
        if not ways:
            self.troubles.append(Trouble(Kind.NO_HANDOFF, self.ways.skipped(None, None), giver))
            return
        objects = {what for way in ways for what, _condition in way.told}
        if objects <= {QUALIFIED_LEAD, HOT_LEAD}:
            self.before = tuple(stage for stage in self.ways.needed if stage in FIND)
        self._choose(giver, None, ways)

    def _go_on(self, post: Post) -> None:
        ways = self.ways.at(post).onward
        rank = self.where.serving(post.seat).rank
        promoted = [
            way
            for stage in ({way.stage for way in ways} or {post.stage})
            for way in self.ways.at(Post(post.seat, stage)).promotions
            if self._is_theirs(way.taker, rank)
        ]
        if post.stage == RETENTION and not promoted and not ways:
            return
        if promoted:
            self._choose(post.seat, post.stage, promoted)
        elif ways:
            self._choose(post.seat, post.stage, ways)
        elif missing := self.ways.skipped(post.stage, None):
            self._miss(missing, post.seat)

    def _is_theirs(self, seat: SeatId, rank: Rank) -> bool:
        serving = self.where.serving(seat)
        return serving.fit is Fit.YES and serving.rank >= Rank.OWN and serving.rank > rank

    def _choose(self, giver: Giver, at: StageId | None, ways: Sequence[Way]) -> None:
        """Let those go on who serve the customer most closely, and say so when nobody does, or several do."""
        servings = {way.taker: self.where.serving(way.taker) for way in ways}
        best = max((serving.fit, serving.rank) for serving in servings.values())
        first = min((way.stage for way in ways), key=self.ways.order)
        if best[0] is not Fit.YES and at is not None and not self.ways.skipped(at, None):
            return  # whoever has the customer by now keeps it
        if best[0] is Fit.NO:
            stages = (*self._missing(at, first), first)
            self.troubles.append(Trouble(Kind.NOT_SERVING, stages, giver, tuple(islice(servings, MOST_OWNERS))))
            return
        chosen = self._each_once(way for way in ways if servings[way.taker][:2] == best)
        if best[0] is Fit.MAYBE:
            stage = min((way.stage for way in chosen), key=self.ways.order)
            axis = servings[chosen[0].taker].axis
            self.troubles.append(Trouble(Kind.UNSAID, (stage,), giver, _takers(chosen), axis))
            return
        if len(chosen) > 1:
            self._divide(giver, chosen)
        for way in chosen:
            self._come(giver, at, way)

    def _each_once(self, ways: Iterable[Way]) -> tuple[Way, ...]:
        """One way for each seat, where it takes the customer first."""
        found: dict[SeatId, Way] = {}
        for way in sorted(ways, key=lambda way: self.ways.order(way.stage)):
            known = found.get(way.taker)
            if known is None:
                if len(found) < MOST_OWNERS:
                    found[way.taker] = way
            else:
                found[way.taker] = Way(way.taker, known.stage, (*known.handoffs, *way.handoffs), known.told | way.told)
        return tuple(found.values())

    def _divide(self, giver: Giver, ways: Sequence[Way]) -> None:
        """Several could go on: either it is said who takes whom, or there are two owners."""
        stage = min((way.stage for way in ways), key=self.ways.order)
        if told_apart(ways) or self._is_split(ways):
            self.divided.add(stage)
        else:
            self.troubles.append(Trouble(Kind.SEVERAL, (stage,), giver, _takers(ways)))

    def _is_split(self, ways: Sequence[Way]) -> bool:
        """Whether a segment all of them own, and the customer lies in, says who of them takes whom."""
        territory = self.where.territory
        common = frozenset.intersection(*(territory.segments_of(way.taker) for way in ways))
        split = (id for id in sorted(common) if territory.chart.segments[id].split.strip())
        return any(self.where.holds(territory.box(id)).fit is Fit.YES for id in split)

    def _come(self, giver: Giver, at: StageId | None, way: Way) -> None:
        if missing := self._missing(at, way.stage):
            self._miss(missing, giver, way.taker)
        self.moves.append(Move(giver, way.taker, way.stage, way.handoffs))
        post = Post(way.taker, way.stage)
        if post not in self.seen:
            self.seen.add(post)
            self.waiting.append(post)

    def _missing(self, before: StageId | None, after: StageId | None) -> tuple[StageId, ...]:
        return tuple(stage for stage in self.ways.skipped(before, after) if stage not in self.before)

    def _miss(self, stages: tuple[StageId, ...], giver: Giver, taker: SeatId | None = None) -> None:
        """Nobody does some stages on this way: told by stage, with those who do it elsewhere or for others."""
        groups: dict[tuple[Kind, tuple[SeatId, ...]], list[StageId]] = {}
        for stage in stages:
            groups.setdefault(self._cause(stage, taker), []).append(stage)
        for (kind, seats), missed in groups.items():
            self.troubles.append(Trouble(kind, tuple(missed), giver, seats))

    def _cause(self, stage: StageId, taker: SeatId | None) -> tuple[Kind, tuple[SeatId, ...]]:
        able = self.ways.covering.get(stage, ())
        serving = tuple(
            islice((seat for seat in able if self.where.serving(seat).fit is Fit.YES and seat != taker), FEW)
        )
        if serving:
            return Kind.NOT_REACHED, serving
        return (Kind.OTHERS, able[:FEW]) if able else (Kind.NOBODY, ())

    def _note_round(self, post: Post) -> None:
        for way in self.ways.at(post).back:
            if self.where.serving(way.taker).fit is Fit.NO:
                continue
            if Post(way.taker, way.stage) in self.seen:
                self.troubles.append(Trouble(Kind.ROUND, (way.stage,), post.seat, (way.taker,)))
            elif way.stage == post.stage:
                self.troubles.append(Trouble(Kind.SEVERAL, (way.stage,), post.seat, (post.seat, way.taker)))


def _takers(ways: Iterable[Way]) -> tuple[SeatId, ...]:
    return tuple(sorted(way.taker for way in ways))
