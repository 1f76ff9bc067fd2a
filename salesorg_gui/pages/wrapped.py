"""Sentences on a page, over as many lines as they need there and not one more."""

from PySide6.QtCore import QSize

from salesorg_gui.panels.text import Paragraph


class Wrapped(Paragraph):
    """A paragraph that asks for the height it takes in its width.

    Qt lets a label that wraps ask for the height of a narrow block, and a column that scrolls hands the surplus out as
    gaps between all that stands in it.
    """

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())
