"""What stands in the pill of a handoff: what is handed over, and how fast the receiver acts."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.records import Handoff
from salesorg_gui.drawing import words
from salesorg_gui.drawing.edges import PILL_ICON, PILL_MOST, PILL_PAD
from salesorg_gui.drawing.text import TINY, text_width

GAP = 8.0
AFTER_ICON = 3.0


def pill_width(handoff: Handoff, catalogue: Catalogue) -> float:
    """How wide the pill of a handoff is."""
    limit = words.hours(handoff.limit_hours)
    tail = GAP + PILL_ICON + AFTER_ICON + text_width(limit, TINY) if limit else 0.0
    wanted = 2 * PILL_PAD + text_width(words.handoff_title(handoff, catalogue), TINY) + tail
    return min(wanted, PILL_MOST + 2 * PILL_PAD)
