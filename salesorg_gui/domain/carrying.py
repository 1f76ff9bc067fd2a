"""What is derived from a chart's maps, taken over by the next chart: an edit of one record regroups no other."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

MADE_FROM: Mapping[str, tuple[str, ...]] = {
    "members": ("seats", "pods"),
    "lines_up": ("lines",),
    "lines_down": ("lines",),
    "dotted_up": ("lines",),
    "handoffs_from": ("handoffs",),
    "handoffs_to": ("handoffs",),
    "pods_in": ("pods", "segments"),
    "segments_in": ("segments",),
}
"""What is derived, and from which maps of a chart."""


def carry_over(before: object, after: object) -> None:
    """Give a chart what was derived of the one before, as far as the maps it comes from are the very same."""
    for name, maps in MADE_FROM.items():
        if name in before.__dict__ and all(getattr(before, part) is getattr(after, part) for part in maps):
            after.__dict__[name] = before.__dict__[name]


def regrouped[K, R](
    groups: Mapping[K, tuple[R, ...]],
    key: Callable[[R], K],
    gone: Iterable[R],
    come: Iterable[R],
    in_order: Callable[[Iterable[Any]], tuple[R, ...]],
) -> dict[K, tuple[R, ...]]:
    """The groups without some records and with others, all other groups the very same."""
    found = dict(groups)
    for record in gone:
        name = key(record)
        found[name] = tuple(other for other in found.get(name, ()) if other is not record)
        if not found[name]:
            del found[name]
    for record in come:
        name = key(record)
        found[name] = in_order((*found.get(name, ()), record))
    return found
