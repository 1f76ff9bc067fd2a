"""Comparing what is painted, as an eye would."""

from PySide6.QtGui import QImage

from salesorg_gui.canvas.view import ChartView

UNSEEN = 12
"""Where many antialiased lines lie over each other, each is rounded a little differently when a part is painted."""
SPOTS = 12
"""So many single px may be rounded another way at the ends of lines; anything forgotten differs by far more."""


def seen(view: ChartView) -> QImage:
    """What the view shows now."""
    return view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Where two pictures differ by more than an eye could ever see."""
    found: list[tuple[int, int]] = []
    for y in range(one.height()):
        here, there = _row(one, y), _row(other, y)
        if here != there:
            pairs = enumerate(zip(here, there, strict=True))
            found += sorted({(n // 4, y) for n, (a, b) in pairs if abs(a - b) > UNSEEN})
    return found


def same_as_anew(view: ChartView) -> bool:
    """Whether the view shows what it would show if all of it were painted from nothing."""
    mended = seen(view)
    view._layers.forget_far()  # noqa: SLF001 -- gather everything from the start
    view.repaint_lower()
    anew = seen(view)
    return mended == anew or len(differing(mended, anew)) <= SPOTS


def _row(image: QImage, y: int) -> bytes:
    line = image.constScanLine(y)
    assert isinstance(line, memoryview)
    return line.tobytes()
