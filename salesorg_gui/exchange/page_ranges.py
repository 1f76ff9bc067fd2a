"""Which pages somebody wants: ``1-3, 7``, ``5-`` (to the end), ``-2`` (from the first); nothing means all of them."""

from dataclasses import dataclass

from salesorg_gui.i18n import _

DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", ";": ","})


class PagesRefused(Exception):
    """The text names no pages of the document; the message says what would."""


@dataclass(frozen=True, slots=True)
class PageRanges:
    """Pages as somebody named them while nobody knows yet how many there are: first and last of each part.

    A part without a last page goes to the end. No part at all means every page.
    """

    parts: tuple[tuple[int, int | None], ...] = ()

    def __contains__(self, page: object) -> bool:
        """Whether a page is wanted, counted from 1."""
        if not isinstance(page, int):
            return False
        return not self.parts or any(first <= page and (last is None or page <= last) for first, last in self.parts)

    def within(self, count: int) -> tuple[int, ...]:
        """The pages in the order of the document, each once; refused when a part begins behind the last page."""
        for first, _last in self.parts:
            if first > count:
                raise PagesRefused(
                    _("There is no page {number}. The last page is {last}.").format(number=first, last=count)
                )
        return tuple(page for page in range(1, count + 1) if page in self)


def page_ranges(text: str) -> PageRanges:
    """What a text says, however many pages there will be."""
    parts = [part.strip() for part in text.translate(DASHES).split(",")]
    return PageRanges(tuple(_ends(part) for part in parts if part))


def pages_named(text: str, count: int) -> tuple[int, ...]:
    """The pages in the order of the document, each once, counted from 1."""
    return page_ranges(text).within(count)


def _ends(part: str) -> tuple[int, int | None]:
    """The first and the last page of a part. No document has as many pages as nine digits can say."""
    first, dash, last = (piece.strip() for piece in part.partition("-"))
    begin, finish = (first or "1", last) if dash and (first or last) else (first, first)
    if _is_number(begin) and (not finish or _is_number(finish)):
        start, end = int(begin[:9]), int(finish[:9]) if finish else None
        if start >= 1 and (end is None or start <= end):
            return start, end
    raise PagesRefused(_("{part}: write pages like 1-3, 7.").format(part=part))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()
