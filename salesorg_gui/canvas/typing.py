"""Typing on a card: the field over it, the rows below it, and the draft that becomes one edit or nothing.

While it is typed on, the card stands on the chart as it would be; the plan knows nothing of it until it is taken.
"""

from PySide6.QtCore import QObject, QPointF, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.card_field import CardField, Then
from salesorg_gui.canvas.choices import Choices
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.keys.draft import Draft, Offer
from salesorg_gui.canvas.keys.field_place import FieldPlace
from salesorg_gui.domain.ids import Kind
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Point, Rect

PLATE_SIZE = (200.0, 34)


class Typing(QObject):
    """``changed`` tells that what is typed differs, ``taken`` what comes then, ``given_up`` that nothing shall be."""

    changed = Signal()
    taken = Signal(Then)
    given_up = Signal()

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport, self._theme = viewport, theme
        self._field, self._choices = CardField(viewport), Choices(theme, viewport)
        self._choices.setFocusProxy(self._field)  # a click on the rows leaves the keyboard on the card
        self._draft: Draft | None = None
        self._rows: tuple[Offer, ...] = ()
        self._at = 0
        self._place = QRect()
        self._field.textEdited.connect(self._retype)  # not for what is put in here
        self._field.stepped.connect(self._step)
        self._field.taken.connect(self.taken)
        self._field.given_up.connect(self.given_up)
        self._field.left.connect(self.leave)
        self._choices.pointed.connect(self._light)
        self._choices.taken.connect(self._take_row)

    @property
    def draft(self) -> Draft | None:
        """What is being typed, if anything is."""
        return self._draft

    @property
    def text(self) -> str:
        """What was typed so far."""
        return self._field.text()

    @property
    def offer(self) -> Offer | None:
        """The row that would be taken."""
        return self._rows[self._at] if self._rows else None

    @property
    def rows(self) -> tuple[Offer, ...]:
        """What is offered."""
        return self._rows

    def use_theme(self, theme: Theme) -> None:
        """Put other colours on."""
        self._theme = theme
        self._choices.use_theme(theme)

    def open(self, draft: Draft) -> None:
        """Begin to type; what stands there is selected, so that letters replace it."""
        self._draft = draft
        self._field.setText(draft.text)
        self._field.setPlaceholderText(draft.hint)
        self._field.setAccessibleName(_("Role or title") if draft.key.kind is Kind.SEAT else _("Name"))
        self._field.setSelection(len(draft.text), -len(draft.text))  # from the end, so that the beginning is seen
        self._offer_rows()

    def begin(self) -> None:
        """Show the field, once it stands on its card, and let the keyboard go there."""
        self._field.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_rows()

    def close(self) -> None:
        """Type no more."""
        self._draft, self._rows = None, ()
        had_focus, owner = self._field.hasFocus(), self._viewport.parentWidget()
        self._field.hide()
        self._choices.hide()
        if had_focus and owner is not None:
            owner.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self, card: Rect, place: FieldPlace, camera: Camera) -> None:
        """Stand on a card of the chart as the camera sees it now."""
        shown = camera.shown(card)
        zoom = 1.0 if place.is_plate else camera.zoom
        self._field.wear(place.style, zoom, self._theme, is_plate=place.is_plate)
        if place.is_plate:
            width, height = PLATE_SIZE
            shown = Rect(shown.x, shown.y, width, height)
            self._field.setGeometry(QRect(round(shown.x), round(shown.y), round(width), height))
        else:
            at = camera.to_screen(Point(card.x + place.x, card.y + place.baseline))
            self._field.stand_on(QPointF(at.x, at.y), place.width * zoom, place.style, zoom)
        self._place = QRect(round(shown.x), round(shown.y), round(shown.width), round(shown.height))
        if self._draft is not None and self._draft.key.kind in {Kind.POD, Kind.SEGMENT}:
            self._place.setHeight(min(self._place.height(), round(52 * zoom)))
        self._choices.stand_at(self._place, self._viewport.size())
        self._choices.raise_()
        self._field.raise_()

    def _offer_rows(self) -> None:
        assert self._draft is not None
        self._rows, self._at = self._draft.offers(self.text.strip()), 0
        self._show_rows()

    def _show_rows(self) -> None:
        self._choices.show_rows(self._rows, self._at, self._foot())
        self._choices.setVisible(bool(self._rows) and self._field.isVisibleTo(self._viewport))
        offer = self.offer
        self._field.setAccessibleDescription(f"{offer.title} {offer.word}".strip() if offer is not None else "")

    def _foot(self) -> str:
        if self._draft is None or self._draft.key.kind is not Kind.SEAT:
            return ""
        return _("Enter: keep  ·  Tab: add a report  ·  Shift+Enter: add a colleague")

    @guarded(None)
    def _retype(self, _text: str) -> None:
        if self._draft is not None:
            self._offer_rows()
            self.changed.emit()

    @guarded(None)
    def _step(self, way: int) -> None:
        if self._rows:
            self._light((self._at + way) % len(self._rows))

    @guarded(None)
    def _light(self, row: int) -> None:
        if row != self._at and row < len(self._rows):
            self._at = row
            self._show_rows()
            self.changed.emit()

    @guarded(None)
    def _take_row(self, row: int) -> None:
        self._light(row)
        self.taken.emit(Then.STAY)

    @guarded(None)
    def leave(self) -> None:
        """The keyboard goes elsewhere: what was typed is kept, an untouched card is not made."""
        if self._draft is None:
            return
        if self.text.strip() and self.text != self._draft.text:
            self.taken.emit(Then.STAY)
        else:
            self.given_up.emit()
