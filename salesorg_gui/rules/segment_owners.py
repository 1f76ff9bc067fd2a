"""Rules about who serves which part of the market: nothing without an owner, and nothing with several by chance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import ClassVar

from salesorg_gui.domain.ids import PodId, SeatId, SegmentId
from salesorg_gui.i18n import _
from salesorg_gui.rules import walks
from salesorg_gui.rules.finding import Severity
from salesorg_gui.rules.market import Owner, Region, Value
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import ACCOUNT_MANAGER, CUSTOMER_SIZE, KEY_ACCOUNT_MANAGER

FEW = 3
"""More who could take a segment nobody reads."""
MOST_CELLS = 6
"""More cells than these are told in one sentence."""
AND = " · "


class Gap:
    """Every part of the market has somebody who closes.

    A segment nobody owns is told by itself. Where every segment has an owner, and yet nobody owns a cell of their
    product, the cell is told; cells that differ in nothing are told together.
    """

    id: ClassVar[str] = "segment-gap"

    @property
    def title(self) -> str:
        return _("Nobody serves a segment")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        serving = Serving(org)
        alone = serving.segments_without
        for id in alone:
            is_owned = id in org.market.owners
            is_meant = serving.is_unserved(id)
            yield self._sighting(serving, org.names.segment(id), (id,), is_meant=is_meant, is_owned=is_owned)
        told = {value for id in alone for value in org.market.box(id)[org.market.spots[id].axis]}
        cells = tuple(self._cells(serving, told))
        gaps = tuple(cell for cell in cells if cell.severity is None)
        if len(gaps) > MOST_CELLS:
            yield self._together(serving, gaps)
            cells = tuple(cell for cell in cells if cell.severity is not None)
        yield from cells

    def _cells(self, serving: "Serving", told: set[Value]) -> Iterator[Sighting]:
        """The cells of the product nobody serves, without those of segments that are told already."""
        market = serving.org.market
        for region in () if market.is_bounded else market.regions:
            if any(map(serving.closes, region.owners)):
                continue
            cut = {axis: [one for one in some if one not in told] for axis, some in market.values(region).items()}
            if cut and all(cut.values()):
                ids = tuple(market.segments[value][0] for value in chain.from_iterable(cut.values()))
                name = _region_name(serving.org, cut)
                yield self._sighting(serving, name, ids, is_meant=region.is_unserved, is_owned=bool(region.owners))

    def _together(self, serving: "Serving", gaps: Sequence[Sighting]) -> Sighting:
        """Many cells in one sentence."""
        words: Words = {
            "count": len(gaps),
            "segment": _a_few([str(gap.words["segment"]) for gap in gaps]),
            "candidates": serving.org.names.owners(serving.candidates),
        }
        ids = sorted({id for gap in gaps for id in gap.segments})
        return Sighting(words, segments=tuple(ids), variant="many")

    def _sighting(
        self, serving: "Serving", name: str, ids: tuple[SegmentId, ...], *, is_meant: bool, is_owned: bool
    ) -> Sighting:
        words = {"segment": name, "candidates": serving.org.names.owners(serving.candidates)}
        if is_meant:
            return Sighting(words, segments=ids, severity=Severity.WARNING, variant="unserved")
        variant = ("closing" if is_owned else "") if serving.candidates else "nobody"
        return Sighting(words, segments=ids, variant=variant)


@dataclass(frozen=True)
class Serving:
    """Who serves what on one chart."""

    org: Organisation

    @cached_property
    def _closing(self) -> dict[Owner, bool]:
        return {}

    def closes(self, owner: Owner) -> bool:
        """Whether somebody closes for an owner; of a seat nobody knows it is taken for granted.

        Account managers serve the sizes of customers they own: that is how customers are divided among them.
        """
        if owner in self.org.names.pod_titles:
            return owner in self.org.closing_pods
        if owner not in self._closing:
            self._closing[owner] = self._is_unknown(owner) or bool(self.org.teams.closers(owner)) or self._keeps(owner)
        return self._closing[owner]

    def _is_unknown(self, owner: Owner) -> bool:
        return not self.org.graphs.duties.stages[SeatId(owner)] and owner not in self.org.in_the_trade

    def _keeps(self, owner: Owner) -> bool:
        """Whether an owner manages the accounts of customers of some size."""
        org = self.org
        if owner not in org.chart.seats or org.role_id(SeatId(owner)) not in {ACCOUNT_MANAGER, KEY_ACCOUNT_MANAGER}:
            return False
        return any(org.market.spots[id].axis == CUSTOMER_SIZE for id in org.market.owned.get(owner, ()))

    @cached_property
    def candidates(self) -> tuple[Owner, ...]:
        """A few who could take a segment: pods that have none, then those who have some, then single sellers."""
        org = self.org
        idle: Iterable[Owner] = (pod for pod in org.names.pod_titles if pod not in org.market.owned)
        fitting = filter(self.closes, chain(idle, org.market.owned, org.sellers))
        return tuple(islice(dict.fromkeys(islice(fitting, 2 * FEW)), FEW))

    @cached_property
    def segments_without(self) -> tuple[SegmentId, ...]:
        """The outermost segments inside no other axis that have nobody, neither round them nor in every part."""
        market, inside = self.org.market, self.org.chart.segments_in
        own = {id for id, owners in market.owners.items() if any(map(self.closes, owners))}
        has_some: set[SegmentId] = set()
        has_all: set[SegmentId] = set()
        for id in reversed(tuple(market.spots)):
            parts = [part.id for part in inside.get(id, ())]
            if id in own or any(part in has_some for part in parts):
                has_some.add(id)
            if id in own or (parts and all(part in has_all for part in parts)):
                has_all.add(id)
        found: list[SegmentId] = []
        waiting = [segment.id for segment in inside.get(None, ())]
        while waiting:
            id = waiting.pop()
            if id in has_some and id not in has_all:
                waiting += [part.id for part in inside.get(id, ())]
            elif id not in has_some and not market.spots[id].is_cell:
                found.append(id)
        return tuple(sorted(found))

    def is_unserved(self, id: SegmentId) -> bool:
        """Whether a segment, or one around it, is marked as not served."""
        chart = self.org.chart
        around: SegmentId | None = id
        while around is not None:
            if not chart.segments[around].is_served:
                return True
            around = chart.parent_of(chart.segments[around])
        return False


class Shared:
    """Where several of a kind serve the same customers, it is said who takes whom."""

    id: ClassVar[str] = "segment-overlap"

    @property
    def title(self) -> str:
        return _("Several serve a segment")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for regions in self._by_kind(org).values():
            ways: dict[Owner, list[Owner]] = defaultdict(list)
            for owners in regions:
                for one, other in walks.steps(owners):
                    ways[one].append(other)
                    ways[other].append(one)
            shared: dict[Owner, dict[tuple[Owner, ...], list[Region]]] = defaultdict(dict)
            group_of = {owner: group for group in _groups(ways) for owner in group}
            for owners, alike in regions.items():
                shared[group_of[owners[0]][0]][owners] = alike
            for group in dict.fromkeys(group_of.values()):
                yield self._sighting(org, group, shared[group[0]])

    def _by_kind(self, org: Organisation) -> Mapping[str, Mapping[tuple[Owner, ...], list[Region]]]:
        """The regions that several pods, or several seats of one role, own; by the kind and those owners."""
        found: dict[str, dict[tuple[Owner, ...], list[Region]]] = defaultdict(lambda: defaultdict(list))
        for region in org.market.regions:
            if region.is_split or len(region.owners) < 2:
                continue
            kinds: dict[str, list[Owner]] = defaultdict(list)
            for owner in region.owners:
                kinds[self._kind(org, owner)].append(owner)
            for kind, owners in kinds.items():
                if kind and len(owners) > 1:
                    found[kind][tuple(owners)].append(region)
        return {kind: found[kind] for kind in sorted(found)}

    def _kind(self, org: Organisation, owner: Owner) -> str:
        """What an owner is; nothing where nobody knows."""
        if owner in org.names.pod_titles:
            return "pod"
        return f"seat {org.role_id(SeatId(owner))}" if owner in org.in_the_trade else ""

    def _sighting(
        self, org: Organisation, group: Sequence[Owner], regions: Mapping[tuple[Owner, ...], list[Region]]
    ) -> Sighting:
        values = [org.market.values(region) for alike in regions.values() for region in alike]
        names = dict.fromkeys(_region_name(org, one) for one in values)
        ids = {org.market.segments[value][0] for one in values for few in one.values() for value in few}
        ends = {"first": org.names.owners(group[:1]), "last": org.names.owners(group[-1:])}
        return Sighting(
            {"owners": org.names.owners(group), "segment": _a_few(list(names)), **ends},
            seats=tuple(SeatId(owner) for owner in group if owner not in org.names.pod_titles),
            pods=tuple(PodId(owner) for owner in group if owner in org.names.pod_titles),
            segments=tuple(sorted(ids)),
            variant=self._variant(group, regions),
        )

    def _variant(self, group: Sequence[Owner], regions: Sized) -> str:
        if len(regions) > 1:
            return "several"
        return "two" if len(group) == 2 else ""


def _groups(ways: Mapping[Owner, Sequence[Owner]]) -> Iterator[tuple[Owner, ...]]:
    """Owners who share customers, directly or over others."""
    seen: set[Owner] = set()
    for owner in sorted(ways):
        if owner not in seen:
            group = walks.reached([owner], ways)
            seen |= group
            yield tuple(sorted(group))


def _region_name(org: Organisation, values: Mapping[str, Sequence[Value]]) -> str:
    """The values of a region in words, axis by axis."""
    market = org.market
    return AND.join(
        listed(tuple(org.names.segment(market.segments[value][0]) for value in few)) for few in values.values()
    )


def _a_few(names: Sequence[str]) -> str:
    """The first few of some names; each may be a list itself."""
    return "; ".join((*names[:FEW], "…") if len(names) > FEW else names)
