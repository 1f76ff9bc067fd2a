"""Where on a card or frame its name stands, so that a field over it has the same baseline, size and weight."""

from dataclasses import dataclass

from salesorg_gui.domain.records import Pod, Record, Seat, Segment, Source
from salesorg_gui.drawing import words
from salesorg_gui.drawing.cards import AFAR_TITLE, PERSONLESS, TEXT_X, TITLE, TITLE_PAD, Detail
from salesorg_gui.drawing.frames import PAD
from salesorg_gui.drawing.shapes import Weight
from salesorg_gui.drawing.text import CARD, HEADING, SMALL, styled
from salesorg_gui.drawing.theme import TypeStyle
from salesorg_gui.layout.geometry import Rect

FIGURES = 96.0
"""Room at the right of a frame's header for its total."""
PLATE = CARD


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """From the corner of the card, in px at 100 %: left end, baseline, width, style.

    ``is_plate`` is a field on a ground of its own, in life size: seen from afar, a card says too little to type on.
    """

    x: float
    baseline: float
    width: float
    style: TypeStyle
    is_plate: bool = False


def field_place(record: Record, rect: Rect, detail: Detail) -> FieldPlace:
    """Where the name of a record stands at that detail."""
    if detail in {Detail.FAR, Detail.BLOCK}:
        return FieldPlace(0.0, 0.0, rect.width, PLATE, is_plate=True)
    is_full = detail is Detail.FULL
    match record:
        case Seat():
            return _on_seat(record, is_full=is_full)
        case Source():
            upper = 20.5 if words.source_line(record) else 29.0
            return FieldPlace(38.0, upper, rect.width - 46.0, SMALL)
        case Pod():
            style, baseline = (CARD, 20.0) if is_full else (styled(17.0, Weight.SEMIBOLD, -0.01), 30.0)
        case Segment():
            style, baseline = (HEADING if is_full else styled(19.0, Weight.SEMIBOLD, -0.01)), 27.0
        case _:
            return FieldPlace(0.0, 0.0, rect.width, PLATE, is_plate=True)
    return FieldPlace(PAD, baseline, rect.width - 2 * PAD - FIGURES, style)


def _on_seat(seat: Seat, *, is_full: bool) -> FieldPlace:
    has_person = bool(words.seat_line(seat))
    if is_full:
        return FieldPlace(TEXT_X, TITLE + (0.0 if has_person else PERSONLESS), 200.0 - TEXT_X - TITLE_PAD, CARD)
    return FieldPlace(TEXT_X, 31.0 if has_person else 42.0, 200.0 - TEXT_X - 38.0, AFAR_TITLE)
