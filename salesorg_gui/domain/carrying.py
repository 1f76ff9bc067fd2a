"""What is derived from a chart's maps, taken over by the next chart: an edit of one record regroups no other."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple, Protocol

from salesorg_gui.domain.lineage import MANY

MADE_FROM: Mapping[str, tuple[str, ...]] = {
    "seat_ids": ("seats",),
    "members": ("seats", "pods"),
    "lines_up": ("lines",),
    "lines_down": ("lines",),
    "dotted_up": ("lines",),
    "dotted_down": ("lines",),
    "handoffs_from": ("handoffs",),
    "handoffs_to": ("handoffs",),
    "pods_in": ("pods", "segments"),
    "pods_led": ("pods",),
    "segments_in": ("segments",),
}
"""What is derived, and from which maps of a chart."""


def carry_over(before: object, after: object) -> None:
    """Give a chart what was derived of the one before, as far as the maps it comes from are the very same."""
    for name, maps in MADE_FROM.items():
        if name in before.__dict__ and all(getattr(before, part) is getattr(after, part) for part in maps):
            after.__dict__[name] = before.__dict__[name]


class Regrouped(NamedTuple):
    """A group of which an edit of a few records changes little: ``name`` is made of the map ``records`` by ``key``.

    ``beside`` are other maps that tell where a record belongs: by what is in them or, for groups with ``others`` under
    ``None`` that name nothing in them, by their names alone. Groups that are not sorted stand as their map does.
    """

    name: str
    records: str
    key: Callable[[Any, Any], object]
    beside: tuple[str, ...] = ()
    kind: object = None
    is_sorted: bool = True
    has_others: bool = False

    def stays_beside(self, before: object, after: object, names: Mapping[str, Collection[str]]) -> bool:
        """Whether the other maps still tell of all records what they told before."""
        parts = [part for part in self.beside if getattr(before, part) is not getattr(after, part)]
        if not parts:
            return True
        if not self.has_others or any(len(names[part]) > MANY for part in parts):
            return False
        gone = (name for part in parts for name in names[part] if name not in getattr(after, part))
        others = before.__dict__[self.name].get(None, ())
        return next(gone, None) is None and all(self.key(after, record) is None for record in others)

    def holds(self, record: object) -> bool:
        """Whether a record stands in one of the groups."""
        return self.kind is None or getattr(record, "kind", None) is self.kind


def regroup(
    before: object,
    after: object,
    groups: Iterable[Regrouped],
    names: Mapping[str, Collection[str]],
    in_order: Callable[[Any], tuple[Any, ...]],
) -> None:
    """Give a chart the groups of the one before, changed where records of these names differ.

    Groups of which more than a few records differ are gathered anew when somebody asks.
    """
    for group in groups:
        maps = getattr(before, group.records), getattr(after, group.records)
        is_due = group.name in before.__dict__ and group.name not in after.__dict__
        is_due = is_due and len(names.get(group.records, ())) <= MANY
        if not is_due or not group.stays_beside(before, after, names):
            continue
        difference = _difference(*maps, names.get(group.records, ()))
        found = _changed(before.__dict__[group.name], group, after, difference, in_order)
        if found is not None:
            after.__dict__[group.name] = found


class _Difference(NamedTuple):
    gone: Mapping[str, Any]
    come: Mapping[str, Any]


def _difference(before: Mapping[str, Any], now: Mapping[str, Any], names: Iterable[str]) -> _Difference:
    """Those of the records that differ, as they were and as they are."""
    others = [name for name in names if before.get(name) is not now.get(name)]
    return _Difference(
        {name: before[name] for name in others if name in before}, {name: now[name] for name in others if name in now}
    )


def _changed(
    groups: Mapping[Any, tuple[Any, ...]],
    group: Regrouped,
    after: object,
    difference: _Difference,
    in_order: Callable[[Any], tuple[Any, ...]],
) -> dict[Any, tuple[Any, ...]] | None:
    """The groups with other records; nothing where a record would have to find its place among unsorted ones."""
    found = dict(groups)
    come = {name: record for name, record in difference.come.items() if group.holds(record)}
    gone = {name: record for name, record in difference.gone.items() if group.holds(record)}
    for name, record in gone.items():
        key, new = group.key(after, record), come.get(name)
        stays = new is not None and group.key(after, new) == key
        if new is not None and not stays and not group.is_sorted:
            return None
        kept = (new if other is record else other for other in found.get(key, ()) if stays or other is not record)
        found[key] = in_order(kept) if group.is_sorted else tuple(kept)
        if stays:
            del come[name]
        if not found[key]:
            del found[key]
    for record in come.values():
        key = group.key(after, record)
        news = (*found.get(key, ()), record)
        found[key] = in_order(news) if group.is_sorted else news
    return found


class _Seats(Protocol):
    """A chart, as far as its seats go."""

    @property
    def seats(self) -> Mapping[Any, object]:
        """The seats."""
        ...


def list_ids(before: _Seats, after: _Seats, names: Collection[str]) -> None:
    """Give a chart the ids of the seats of the one before, with those of these names that came and without the gone."""
    if "seat_ids" not in before.__dict__ or "seat_ids" in after.__dict__ or len(names) > MANY:
        return
    was, now = before.seats, after.seats
    moved = [name for name in names if (name in was) != (name in now)]
    ids = before.__dict__["seat_ids"]
    if moved:
        ids = list(ids)
        for name in moved:
            place = bisect_left(ids, name)
            ids[place : place + (name in was)] = [name] if name in now else []
    after.__dict__["seat_ids"] = tuple(ids)
