"""How the selection is called, in a title, a line and a few tags."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Handoff, Line, LineKind, Pod, Record, Seat, Segment, Source
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.header import Tag
from salesorg_gui.panels.naming import (
    giver_name,
    lane_title,
    object_title,
    place_of,
    pod_title,
    seat_name,
    seat_title,
    segment_title,
    source_title,
    status_title,
)
from salesorg_gui.panels.numbers import shown


class Summary(NamedTuple):
    """What the header says."""

    title: str
    line: str = ""
    tags: tuple[Tag, ...] = ()


def summary(ground: Ground, keys: Sequence[Key]) -> Summary:
    """The texts for a selection; for none, those of the plan."""
    records = [record for key in keys if (record := ground.chart.record(key)) is not None]
    match records:
        case []:
            plan, chart = ground.session.plan, ground.chart
            return Summary(plan.title or _("Nameless plan"), chart.title)
        case [record]:
            return _of_one(ground, record)
        case _:
            return Summary(counted(keys))


def counted(keys: Sequence[Key]) -> str:
    """``3 seats, 1 pod``."""
    counts = Counter(key.kind for key in keys)
    words = {
        Kind.SEAT: lambda n: ngettext("{count} seat", "{count} seats", n),
        Kind.POD: lambda n: ngettext("{count} pod", "{count} pods", n),
        Kind.SEGMENT: lambda n: ngettext("{count} segment", "{count} segments", n),
        Kind.SOURCE: lambda n: ngettext("{count} lead source", "{count} lead sources", n),
        Kind.LINE: lambda n: ngettext("{count} line", "{count} lines", n),
        Kind.HANDOFF: lambda n: ngettext("{count} handoff", "{count} handoffs", n),
        Kind.HIRE: lambda n: ngettext("{count} hire", "{count} hires", n),
    }
    return ", ".join(words[kind](counts[kind]).format(count=counts[kind]) for kind in Kind if counts[kind])


def _of_one(ground: Ground, record: Record) -> Summary:
    match record:
        case Seat():
            return _seat(ground, record)
        case Pod():
            members = ground.chart.members.get(record.id, ())
            fte = sum(seat.total_fte for seat in members)
            line = _("{fte} FTE").format(fte=shown(round(fte, 2), least_decimals=1))
            return Summary(pod_title(record), line, (Tag(_("Pod")),))
        case Segment():
            return _segment(ground, record)
        case Source():
            line = _("{count} leads a month").format(count=shown(record.per_month))
            return Summary(source_title(record, ground.catalogue), line, (Tag(lane_title(record.lane)),))
        case _:
            return _edge(ground, record)


def _seat(ground: Ground, seat: Seat) -> Summary:
    role = ground.catalogue.role(seat.role)
    purpose = ground.catalogue.purposes[role.purpose]
    tags = [Tag(purpose, str(role.purpose)), Tag(status_title(seat.status))]
    level = ground.catalogue.seniorities.get(role.seniority)
    if level is not None:
        tags.append(Tag(level.title))
    parts = [part for part in (seat.holder, place_of(ground.chart, seat)) if part]
    return Summary(seat_title(seat, ground.catalogue), " · ".join(parts), tuple(tags))


def _segment(ground: Ground, segment: Segment) -> Summary:
    axis = ground.catalogue.axes.get(segment.axis)
    tags = [Tag(_("Segment"))]
    if segment.is_key:
        tags.append(Tag(_("Key")))
    if not segment.is_served:
        tags.append(Tag(_("Not served")))
    return Summary(segment_title(segment), axis.short_title if axis else segment.axis, tuple(tags))


def _edge(ground: Ground, record: Record) -> Summary:
    chart, catalogue = ground.chart, ground.catalogue
    match record:
        case Handoff():
            giver, taker = (giver_name(chart, end, catalogue) for end in (record.source, record.target))
            return Summary(object_title(record, catalogue), f"{giver} → {taker}", (Tag(_("Handoff")),))
        case Line():
            kind = _("Reports to") if record.kind is LineKind.SOLID else _("Advised by")
            ends = [chart.seats.get(seat) for seat in (record.report, record.manager)]
            names = [seat_name(seat, catalogue) if seat else _("a seat that is gone") for seat in ends]
            return Summary(kind, " → ".join(names), (Tag(_("Line")),))
        case _:
            return Summary(_("Hire"))
