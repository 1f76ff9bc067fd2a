"""Fields of a page laid over what is printed, in a book."""

from salesorg_gui.exchange.documents.content import Scale, Tick, Writing
from salesorg_gui.exchange.documents.setting.pieces import Field
from salesorg_gui.exchange.pdf import PdfBook
from salesorg_gui.layout.geometry import Point

WRITTEN = 8.5
"""The size of what is typed into a field, in points."""
TALL = 35.0
"""A higher field takes a second line, so what is typed may break."""


def lay(book: PdfBook, field: Field, prefix: str, x: float = 0.0) -> None:
    """A field on the page begun last, ``x`` further right; ``prefix`` tells the fields of two documents apart."""
    name = f"{prefix}-{field.cell.name}"
    places = [place.moved(x, 0.0) for place in field.places]
    spots = [Point(place.x, place.y) for place in places]
    match field.cell:
        case Tick(hint=hint, is_ticked=is_ticked):
            book.tick_box(name, spots[0], places[0].width, hint, is_ticked=is_ticked)
        case Scale(hint=hint, chosen=chosen, lowest=lowest):
            book.choices(name, spots, places[0].width, 0 if chosen is None else chosen - lowest + 1, hint)
        case Writing(hint=hint, lines=lines):
            is_multiline = lines > 1 or places[0].height > TALL
            book.text_field(name, places[0], hint, is_multiline=is_multiline, size=WRITTEN)
