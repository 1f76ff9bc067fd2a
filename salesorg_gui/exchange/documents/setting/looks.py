"""Paper of two kinds: wide, with labels beside what they name, and narrow, with labels above."""

from dataclasses import dataclass

from salesorg_gui.exchange.documents.options import MM, Page
from salesorg_gui.exchange.documents.typeset import Style, style

NARROW = 170 * MM
"""Paper less wide than this has no room for labels beside the text."""


@dataclass(frozen=True, slots=True)
class Look:
    """Margins and measures of a page, in points. Tight ones have less air, and one empty line to write on."""

    page: Page
    side: float
    top: float
    label_column: float
    facts_in_a_row: int
    title: Style
    is_tight: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether labels stand above."""
        return not self.label_column

    @property
    def width(self) -> float:
        """Between the margins."""
        return self.page.width - 2 * self.side

    @property
    def text_width(self) -> float:
        """Beside the labels, or below them."""
        return self.width - self.label_column

    @property
    def foot(self) -> float:
        """Where the line at the foot begins."""
        return self.page.height - 10 * MM

    @property
    def sign(self) -> float:
        """Where signatures are written."""
        return self.page.height - 20 * MM

    @property
    def end(self) -> float:
        """Where content ends."""
        return self.foot - 8 * MM

    @property
    def signed_end(self) -> float:
        """Where content ends on a page that is signed."""
        return self.sign - 14 * MM


def look_for(page: Page, *, has_short_labels: bool = False) -> Look:
    """The measures for paper of this size."""
    if page.width < NARROW:
        return Look(page, 12 * MM, 12 * MM, 0.0, 2, style("page_title").sized(0.75))
    return Look(page, 16 * MM, 18 * MM, (38 if has_short_labels else 48) * MM, 4, style("page_title"))
