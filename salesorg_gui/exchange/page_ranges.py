"""Which pages somebody wants: ``1-3, 7``, ``5-`` (to the end), ``-2`` (from the first); nothing means all of them."""

from salesorg_gui.i18n import _

DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", ";": ","})


class PagesRefused(Exception):
    """The text names no pages of the document; the message says what would."""


def pages_named(text: str, count: int) -> tuple[int, ...]:
    """The pages in the order of the document, each once, counted from 1."""
    parts = [part.strip() for part in text.translate(DASHES).split(",") if part.strip()]
    if not parts:
        return tuple(range(1, count + 1))
    wanted: set[int] = set()
    for part in parts:
        first, last = _ends(part, count)
        if first > count:
            raise PagesRefused(
                _("There is no page {number}. The last page is {last}.").format(number=first, last=count)
            )
        wanted.update(range(first, min(last, count) + 1))
    return tuple(sorted(wanted))


def _ends(part: str, count: int) -> tuple[int, int]:
    """The first and the last page of a part. No document has as many pages as nine digits can say."""
    first, dash, last = (piece.strip() for piece in part.partition("-"))
    ends = (first or "1", last or str(max(count, 1))) if dash and (first or last) else (first, first)
    if all(end.isascii() and end.isdigit() for end in ends):
        start, end = (int(end[:9]) for end in ends)
        if start >= 1 and (start <= end or not last):
            return start, end
    raise PagesRefused(_("{part}: write pages like 1-3, 7.").format(part=part))
