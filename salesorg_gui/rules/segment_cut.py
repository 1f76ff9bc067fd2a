"""Rules about how the market is cut: bands that meet, names that differ, not too many parts, and even ones."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import ClassVar

from salesorg_gui.domain.ids import SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.i18n import _
from salesorg_gui.rules.market import folded
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting, Words
from salesorg_gui.rules.terms import CLOSING

COUNTED_AXES = {"geography": "regions", "product": "products", "vertical": "verticals"}
"""Axes on which the company said how many parts there are."""


class SizeBands:
    """Bands of customer sizes meet: no size belongs to nobody, none to two."""

    id: ClassVar[str] = "segment-size-bands"

    @property
    def title(self) -> str:
        return _("Size bands do not meet")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        rows: dict[tuple[str, SegmentId | None], list[Segment]] = defaultdict(list)
        for id in sorted(org.chart.segments):
            segment = org.chart.segments[id]
            if segment.lowest is not None or segment.below is not None:
                rows[segment.axis, org.chart.parent_of(segment)].append(segment)
        for bands in rows.values():
            yield from self._row(sorted(bands, key=lambda band: (_lowest(band), _below(band), band.id)))

    def _row(self, bands: Sequence[Segment]) -> Iterator[Sighting]:
        """Each band against the one that reaches furthest of those before it."""
        furthest = bands[0]
        for band in bands[1:]:
            reached, start = _below(furthest), _lowest(band)
            if reached < start:
                yield self._sighting((furthest, band), reached, start, _("covered by no segment"))
            elif reached > start:
                yield self._sighting((furthest, band), start, min(reached, _below(band)), _("covered twice"))
            furthest = max(furthest, band, key=_below)

    def _sighting(self, bands: Iterable[Segment], start: float, end: float, problem: str) -> Sighting:
        words: Words = {"a": start, "b": end, "problem": problem}
        return Sighting(words, segments=tuple(band.id for band in bands), variant="open" if end == inf else "")


class Duplicate:
    """A part of the market is drawn once; below different segments of other axes it may stand again."""

    id: ClassVar[str] = "segment-duplicate"

    @property
    def title(self) -> str:
        return _("Segment drawn twice")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for ids in self._alike(org).values():
            if len(ids) > 1:
                axis = org.names.axis(org.chart.segments[ids[0]].axis)
                words: Words = {"value": org.names.segment(ids[0]), "axis": axis, "count": len(ids)}
                yield Sighting(words, segments=tuple(ids), variant="several" if len(ids) > 2 else "")

    def _alike(self, org: Organisation) -> dict[tuple[object, ...], list[SegmentId]]:
        """The segments by axis, name and what of other axes is around them; those without a name are left out."""
        alike: dict[tuple[object, ...], list[SegmentId]] = defaultdict(list)
        for id, spot in sorted(org.market.spots.items()):
            if name := folded(org.chart.segments[id].value):
                around = sorted((axis, value) for axis, value in spot.values.items() if axis != spot.axis)
                alike[spot.axis, name, *around].append(id)
        return alike


class ManyAxes:
    """One or two axes are as many as people keep in mind."""

    id: ClassVar[str] = "segment-too-many-axes"

    @property
    def title(self) -> str:
        return _("Many axes")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        axes = org.market.axes
        if len(axes) > limits["max_axes"]:
            yield Sighting({"count": len(axes)})


class MoreThanSellers:
    """There are people enough to serve every part of the market; without any closer nothing is said."""

    id: ClassVar[str] = "segment-more-than-sellers"

    @property
    def title(self) -> str:
        return _("More segments than sellers")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        closers = org.people(org.graphs.duties.covering.get(CLOSING, ()))
        cells = org.market.served_cells
        if closers and cells is not None and cells > closers * limits["per_seller"]:
            yield Sighting({"cells": cells, "sellers": closers})


class FurtherCut:
    """A company that grows cuts its market further."""

    id: ClassVar[str] = "segment-growth-missing"

    @property
    def title(self) -> str:
        return _("Market not segmented")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        if org.chart.segments or org.people(org.sellers) < limits["sellers_min"]:
            return
        axes = [axis for axis, answer in COUNTED_AXES.items() if _is_several(org.told(answer))]
        if axes:
            yield Sighting({"axis": listed(tuple(map(org.names.axis, axes)))})


def _is_several(told: object) -> bool:
    return isinstance(told, float) and told > 1


def _lowest(band: Segment) -> float:
    return 0.0 if band.lowest is None else band.lowest


def _below(band: Segment) -> float:
    return inf if band.below is None else band.below
