"""Shows on the canvas how hard what comes in presses, at the volume somebody asks for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from salesorg_gui.session.volume import Volume

if TYPE_CHECKING:
    from salesorg_gui.canvas.view import ChartView
    from salesorg_gui.study.strain import Strain


class Loading(QObject):
    """Keeps the last strain that was reckoned. Steps of the volume that come closer together are shown as one."""

    def __init__(self, canvas: "ChartView", volume: Volume, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._volume = canvas, volume
        self._strain: Strain | None = None
        self._is_closed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        volume.changed.connect(self._show_soon)

    def take(self, strain: "Strain | None") -> None:
        """Show another chart's strain, or none where nobody can tell it."""
        self._strain = strain
        self._show()

    def close(self) -> None:
        """Show nothing more; a window may be closed twice."""
        self._is_closed = True
        self._soon.stop()

    def _show_soon(self, _share: float) -> None:
        if not self._is_closed:
            self._soon.start()

    def _show(self) -> None:
        self._soon.stop()
        strain = self._strain.at(self._volume.share) if self._strain is not None else None
        if strain is None or not strain.seats:
            self._canvas.show_loads({})
        else:
            self._canvas.show_loads(strain.seats, strain)
