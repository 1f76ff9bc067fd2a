"""The view of the chart: mouse, keys and drops from the palette become gestures, picks and edits.

The view owns the hand, the hand its gesture; gestures end in edits, and what edits led to comes back as a change.
"""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.previewed_surface import PreviewedSurface
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.session.session import Session


def mime_type(kind: str) -> str:
    """The type a drag from the palette carries."""
    return f"application/x-salesorg-{kind}"


def offered(data: QMimeData) -> tuple[str, str] | None:
    """What a drag brings: the kind and the value of the palette's row."""
    from salesorg_gui.canvas.landings.additions import KINDS  # noqa: PLC0415 -- not before somebody drags

    for kind in KINDS:
        if data.hasFormat(mime_type(kind)):
            return kind, bytes(data.data(mime_type(kind)).data()).decode("utf-8", "replace")
    return None


class ChartView(PreviewedSurface):
    """One chart in one window."""

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, catalogue, theme, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from salesorg_gui.canvas.landings.additions import offer_of  # noqa: PLC0415 -- not before somebody drags

        found = offered(event.mimeData())
        if found is None:
            event.ignore()
            return
        self.finish_typing()  # nothing can be dropped on a card that does not exist yet
        self._press_at = None
        self._hand.offer(offer_of(*found, self._session.chart, self._hand.catalogue))
        self._hold_at(event)
        event.acceptProposedAction()

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._hand.is_busy:
            event.ignore()
            return
        self._hold_at(event)
        self._scroll.start()
        landing = self._hand.staging.landing
        event.acceptProposedAction()
        event.setAccepted(landing.edit is not None)

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._let_go()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        if not self._hand.is_busy:
            event.ignore()
            return
        self._hold_at(event)
        event.acceptProposedAction()
        self._stop_carrying()
        self._hand.release()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._refresh()

    def _hold_at(self, event: QDropEvent) -> None:
        self._pointer = event.position()
        self._carry(event.modifiers())
        self._refresh()
