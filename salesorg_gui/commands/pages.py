"""Only some pages of a document: those ``--pages`` names."""

from typing import TYPE_CHECKING

from salesorg_gui.commands.outcome import Refused
from salesorg_gui.i18n import _

if TYPE_CHECKING:
    from salesorg_gui.domain.chart import Chart
    from salesorg_gui.domain.plan import Plan
    from salesorg_gui.exchange.exporting import Wish
    from salesorg_gui.exchange.page_ranges import PageRanges

PAGED = "pdf"
"""The kind of file that has pages one may choose from."""


class Count:
    """Looks on and keeps the number of the last page."""

    def __init__(self) -> None:
        self.last = 0

    def page(self, number: int, of: int) -> None:
        """Another page begins."""
        self.last = number

    def rest(self) -> None:
        """Let the work go on."""


def ranges(text: str, ending: str) -> "PageRanges":
    """The pages a text names; no text names all."""
    from salesorg_gui.exchange.page_ranges import PagesRefused, page_ranges

    if text and ending != PAGED:
        raise Refused(_("Only a PDF file has pages to choose from. Leave --pages out, or write a .pdf."))
    try:
        return page_ranges(text)
    except PagesRefused as refusal:
        raise Refused(f"--pages: {refusal}") from None


def document(plan: "Plan", chart: "Chart", wish: "Wish", pages: "PageRanges") -> bytes:
    """A document of these pages; refused when it has fewer than somebody asked for."""
    from dataclasses import replace

    from salesorg_gui.exchange.exporting import export
    from salesorg_gui.exchange.page_ranges import PagesRefused

    count = Count()
    made = export(plan, chart, replace(wish, pages=pages), count)
    try:
        pages.within(count.last)
    except PagesRefused as refusal:
        raise Refused(f"--pages: {refusal}") from None
    return made
