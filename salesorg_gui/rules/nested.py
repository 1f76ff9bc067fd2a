"""Parts of the market within parts of the market."""

from collections.abc import Iterator

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.records import Segment


def around(chart: Chart, segment: Segment) -> Iterator[Segment]:
    """A segment and, from the inside out, those of the same axis it is a part of."""
    seen: set[str] = set()
    within: Segment | None = segment
    while within is not None and within.id not in seen:
        seen.add(within.id)
        if within.axis == segment.axis:
            yield within
        within = chart.segments.get(within.parent) if within.parent is not None else None


def plain(name: str) -> str:
    """A name as two may write it: capitals, blanks and hyphens make no difference."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())
