"""A height that keeps to what a finger can hit, for parts the stylesheet gives none."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from salesorg_gui.panels.look import Look


class Height(QObject):
    """Holds a widget at a fixed height, and at another one in touch sizes."""

    def __init__(self, widget: QWidget, look: Look, usual: int, touch: int | None = None) -> None:
        super().__init__(widget)
        self._widget, self._look, self._usual, self._touch = widget, look, usual, touch
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        touch = self._touch if self._touch is not None else self._look.row(self._usual)
        self._widget.setFixedHeight(touch if self._look.is_for_touch else self._usual)
