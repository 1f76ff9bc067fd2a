"""What stands in the pill of a handoff: what is handed over, and how fast the receiver acts."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import ObjectKind
from salesorg_gui.domain.records import Handoff
from salesorg_gui.drawing import words
from salesorg_gui.drawing.cards import Shapes
from salesorg_gui.drawing.edges import (
    AFTER_RETURN,
    PILL_ICON,
    PILL_MOST,
    PILL_PAD,
    Tone,
    handoff_wire,
    pill,
    stream_wire,
)
from salesorg_gui.drawing.shapes import Stroke
from salesorg_gui.drawing.text import TINY, text_width
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect
from salesorg_gui.layout.routes import Route

GAP = 8.0
AFTER_ICON = 3.0
DAY = 24
DAYS_FROM = 5 * DAY
QUIET = frozenset({ObjectKind.CONSULT, ObjectKind.SUPPORT})


def pill_width(handoff: Handoff, catalogue: Catalogue) -> float:
    """How wide the pill of a handoff is."""
    limit = short_limit(handoff)
    tail = PILL_ICON + AFTER_ICON + text_width(limit, TINY) if limit else 0.0
    text = min(text_width(words.handoff_title(handoff, catalogue), TINY), PILL_MOST - tail)
    head = PILL_ICON + AFTER_RETURN if handoff.is_return else 0.0
    return 2 * PILL_PAD + head + text + (GAP if limit else 0.0) + tail


def short_limit(handoff: Handoff) -> str:
    """The time limit in few letters: hours, and whole days when they are many."""
    hours = handoff.limit_hours
    if hours is None or hours < DAYS_FROM or hours % DAY:
        return words.hours(hours)
    return _("{days} d").format(days=round(hours / DAY))


def is_slow(handoff: Handoff, catalogue: Catalogue) -> bool:
    """Whether the limit leaves more time than is usual for what is handed over."""
    known = catalogue.objects.get(handoff.object) if handoff.object is not None else None
    return known is not None and handoff.limit_hours is not None and handoff.limit_hours > known.limit_hours


def is_quiet(handoff: Handoff, catalogue: Catalogue) -> bool:
    """Whether it moves no customer on, as questions, reports and training do: the customer's way leads the eye."""
    known = catalogue.objects.get(handoff.object) if handoff.object is not None else None
    return known is not None and known.kind in QUIET


def named_handoff(
    handoff: Handoff,
    route: Route,
    place: Rect | None,
    catalogue: Catalogue,
    tone: Tone = Tone.REST,
    stream: Stroke | None = None,
) -> Shapes:
    """The wire of a handoff with its pill; both in the colours of an error when it takes too long.

    A ``stream`` says how the wire looks when its load is looked at; then only that is told by colour.
    """
    if tone is Tone.REST and stream is None and is_slow(handoff, catalogue):
        tone = Tone.WRONG
    quiet = is_quiet(handoff, catalogue)
    if stream is not None:
        wire = stream_wire(route, stream, is_return=handoff.is_return, is_picked=tone is Tone.PICKED)
    else:
        wire = handoff_wire(route, is_return=handoff.is_return, is_quiet=quiet, tone=tone)
    if place is None:
        return wire
    title = words.handoff_title(handoff, catalogue)
    return *wire, *pill(place.centre, title, short_limit(handoff), tone, is_return=handoff.is_return, is_quiet=quiet)
