"""What cards, frames and edges say: short words made from records and the catalogue."""

from collections.abc import Iterable
from datetime import date

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.records import Handoff, Pod, Seat, Segment, Source, Status
from salesorg_gui.i18n import _, decimal_sign, language, ngettext

DAY_DOT = ("da", "nb")
"""Languages that write a dot behind the day of a date."""
ISO_LENGTH = 10
EXACT_BELOW = 100_000
UNITS = ((1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"))


def number(value: float, digits: int = 1) -> str:
    """A number as the window's language writes it, with no more than ``digits`` further digits than needed."""
    text = f"{value:.{digits}f}"
    if abs(value - float(text)) > 1e-9:
        text = f"{value:.2f}"
    return text.replace(".", decimal_sign())


def short_amount(value: float) -> str:
    """A large number in few letters: 50, 2 k, 1.5 M."""
    for size, letter in UNITS:
        if abs(value) >= size:
            return f"{_trimmed(value / size)} {letter}"
    return _trimmed(value)


def _trimmed(value: float) -> str:
    return number(value, 0) if abs(value - round(value)) < 1e-9 else number(value)


def day(text: str) -> str:
    """An ISO date as people say it, such as 1 March 2027; any other text as it is."""
    try:
        found = date.fromisoformat(text) if len(text) == ISO_LENGTH else None
    except ValueError:
        found = None
    if found is None:
        return text
    months = _("January February March April May June July August September October November December").split()
    dot = "." if language()[:2] in DAY_DOT else ""
    return f"{found.day}{dot} {months[found.month - 1]} {found.year}"


def seat_title(seat: Seat, role: Role) -> str:
    """What the seat is called: its own title, or that of its role."""
    return seat.title or role.title


def seat_line(seat: Seat) -> str:
    """Who sits there, or how far the seat is from being filled."""
    when = day(seat.start) or seat.location
    match seat.status:
        case Status.OPEN:
            return _("Open · {when}").format(when=when) if when else _("Open")
        case Status.PLANNED:
            return _("Planned · {when}").format(when=when) if when else _("Planned")
        case Status.FILLED:
            return seat.holder or seat.code or seat.location


def purpose_line(seat: Seat, role: Role, catalogue: Catalogue) -> str:
    """The purpose in a word, and how much of it."""
    return f"{catalogue.purposes[role.purpose]} · {number(seat.total_fte)}"


def headcount_mark(seat: Seat) -> str:
    """``×2`` for a seat that two people hold; nothing for a single one."""
    return f"×{seat.headcount}" if seat.headcount > 1 else ""


def person_or_title(seat: Seat, catalogue: Catalogue) -> str:
    """The shortest name of a seat: who holds it, or what it is."""
    return seat.holder or seat_title(seat, catalogue.role(seat.role))


def pod_title(pod: Pod) -> str:
    """The pod's name."""
    return pod.title or _("Pod without a name")


def segment_title(segment: Segment, catalogue: Catalogue) -> str:
    """The part of the market: a name or an interval, else the axis it lies on."""
    if segment.value:
        return segment.value
    if segment.lowest is not None and segment.below is not None:
        return f"{short_amount(segment.lowest)}–{short_amount(segment.below)}"
    if segment.lowest is not None:
        return _("{amount} and more").format(amount=short_amount(segment.lowest))
    if segment.below is not None:
        return _("Under {amount}").format(amount=short_amount(segment.below))
    axis = catalogue.axes.get(segment.axis)
    return axis.title if axis is not None else segment.axis or _("Segment")


def source_title(source: Source, catalogue: Catalogue) -> str:
    """The source's name, or that of its channel."""
    channel = catalogue.channels.get(source.channel)
    return source.title or (channel.title if channel is not None else source.channel) or _("Lead source")


def source_line(source: Source) -> str:
    """How many leads a month; nothing when nobody has said."""
    if not source.per_month:
        return ""
    count = _trimmed(source.per_month) if source.per_month < EXACT_BELOW else short_amount(source.per_month)
    return _("{count} a month").format(count=count)


def handoff_title(handoff: Handoff, catalogue: Catalogue) -> str:
    """What is handed over, or that this is still to be said."""
    if handoff.object is None:
        return _("What is handed over?")
    found = catalogue.objects.get(handoff.object)
    return found.short_title if found is not None else handoff.object


def hours(value: float | None) -> str:
    """A time limit such as ``24 h``; nothing without one."""
    return _("{hours} h").format(hours=_trimmed(value)) if value is not None else ""


def fte_of(seats: Iterable[Seat]) -> tuple[float, float]:
    """Full-time equivalents that are filled, and those with the open seats."""
    counted = [seat for seat in seats if seat.status is not Status.PLANNED]
    filled = sum(seat.total_fte for seat in counted if seat.status is Status.FILLED)
    return filled, sum(seat.total_fte for seat in counted)


def fte_line(seats: Iterable[Seat]) -> str:
    """The total of a frame: ``4.0 FTE``, or ``6.8 of 7.8 FTE`` with open seats."""
    filled, wanted = fte_of(seats)
    if wanted > filled:
        return _("{filled} of {wanted} FTE").format(filled=number(filled), wanted=number(wanted))
    return _("{filled} FTE").format(filled=number(filled))


def vacancies(seats: Iterable[Seat]) -> str:
    """``1 open · 2 planned``, or nothing when everybody is there."""
    found = list(seats)
    open_ = sum(seat.headcount for seat in found if seat.status is Status.OPEN)
    planned = sum(seat.headcount for seat in found if seat.status is Status.PLANNED)
    words = [ngettext("{count} open", "{count} open", open_).format(count=open_)] if open_ else []
    if planned:
        words.append(ngettext("{count} planned", "{count} planned", planned).format(count=planned))
    return " · ".join(words)
