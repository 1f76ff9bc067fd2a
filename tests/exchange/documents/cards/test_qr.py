"""QR squares: module by module what reportlab's own encoder makes, and read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from salesorg_gui.exchange.documents.qr import FRAME, MOST, QUIET, SIDE, SIGNS, SIZE, bars
from salesorg_gui.layout.geometry import Rect
from tests.exchange.documents.cards.qr_reader import read


def modules(rects: list[Rect]) -> list[list[bool]]:
    """Rows of dark and light."""
    dark = {(int(one.y), int(one.x) + step) for one in rects for step in range(int(one.width))}
    return [[(row + QUIET, column + QUIET) in dark for column in range(SIZE)] for row in range(SIZE)]


@given(st.text(SIGNS, min_size=1, max_size=MOST).filter(lambda text: not text.isdigit()))
def test_a_square_is_the_one_another_encoder_makes(text: str) -> None:
    other = QRCode(1, QRErrorCorrectLevel.M)
    other.addData(text)
    other.makeImpl(False, 0)
    found = modules([*FRAME, *bars(text)])
    assert found == [[bool(module) for module in row] for row in other.modules]
    assert read(found) == text


def test_frame_and_bars_lie_side_by_side_within_the_white_border() -> None:
    rects = [*FRAME, *bars("SALESORG:7EUXAB")]
    spots = [(one.y, one.x + step) for one in rects for step in range(int(one.width))]
    assert len(spots) == len(set(spots))
    assert all(QUIET <= value < SIDE - QUIET for spot in spots for value in spot)


@pytest.mark.parametrize(
    ("text", "why"), [("A" * (MOST + 1), "20 signs"), ("small letters", "not found"), ("Å", "not found")]
)
def test_what_a_square_cannot_hold_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        bars(text)
