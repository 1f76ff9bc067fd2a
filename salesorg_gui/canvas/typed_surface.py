"""A surface whose cards can be typed on: shows the chart as it would be, and takes it as one edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from salesorg_gui.canvas.camera import Camera
from salesorg_gui.canvas.folding import unfolding
from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.canvas.pointing import PointedSurface
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import Key
from salesorg_gui.drawing.cards import detail_at
from salesorg_gui.drawing.theme import Theme
from salesorg_gui.layout.layout import ViewKind
from salesorg_gui.session.session import Session

if TYPE_CHECKING:
    from salesorg_gui.canvas.card_field import Then
    from salesorg_gui.canvas.keys.draft import Draft
    from salesorg_gui.canvas.keys.seat_draft import Words
    from salesorg_gui.canvas.typing import Typing


class TypedSurface(PointedSurface):
    """``typed`` carries the key of a card that was taken and what comes then, ``typing_changed`` whether one is open.

    While somebody types, the picture shows ``shown_chart``, which is not the session's.
    """

    typed = Signal(object, object)
    typing_changed = Signal(bool)

    def __init__(self, session: Session, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        self._preview: Chart | None = None
        self._words: Words | None = None
        self._typing: Typing | None = None
        super().__init__(session, catalogue, theme, parent)
        self._theme = theme

    @property
    def typing(self) -> "Typing":
        """The field and the rows of the card that is being typed on."""
        if self._typing is None:
            from salesorg_gui.canvas.typing import Typing  # noqa: PLC0415 -- not before somebody types

            self._typing = Typing(self._theme, self.viewport())
            self._typing.changed.connect(self._show_draft)
            self._typing.taken.connect(self._take)
            self._typing.given_up.connect(self.give_up_typing)
        return self._typing

    @property
    def is_typing(self) -> bool:
        """Whether somebody types on a card."""
        return self._typing is not None and self._typing.draft is not None

    @property
    def shown_chart(self) -> Chart:
        """The chart on the screen: the session's, or as it would be with the card being typed."""
        return self._preview if self._preview is not None else self._session.chart

    @property
    def words(self) -> "Words":
        """Every name of every role, looked up when somebody types first."""
        from salesorg_gui.canvas.keys.seat_draft import Words  # noqa: PLC0415 -- not before somebody types

        catalogue = self._hand.catalogue
        if self._words is None or self._words.catalogue is not catalogue:
            self._words = Words(catalogue)
        return self._words

    def type_on(self, draft: "Draft") -> None:
        """Let somebody type on a card; one that is being typed on is taken first."""
        self.finish_typing()
        typing = self.typing
        typing.open(draft)
        try:
            self._show_draft_of(draft)
        except EditRefused as refusal:
            self.give_up_typing()
            self._session.refused.emit(str(refusal))
            return
        if self._picture.view is ViewKind.REPORTING:
            self.fold(unfolding(self._picture.chart, self.folded, [draft.key]))
        if self._picture.layout.rect(draft.key) is None:
            self.give_up_typing()
            return
        self._is_keyboard = True
        self.reveal([draft.key])
        self._stand()
        typing.begin()
        self._refresh()
        QTimer.singleShot(0, self, self._warm_up)
        self.typing_changed.emit(True)

    def finish_typing(self) -> None:
        """Take what is being typed, as leaving the card does."""
        if self.is_typing:
            self.typing.leave()

    @guarded(None)
    def give_up_typing(self) -> None:
        """Forget what is being typed."""
        self._close()
        self._unshow()

    def show_keyboard(self) -> None:
        """The keyboard acts now: the focus wears a ring of its own."""
        self._is_keyboard = True
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Put other colours on."""
        super().set_theme(theme)
        self._theme = theme
        if self._typing is not None:
            self._typing.use_theme(theme)
            self._stand()

    def look(self, camera: Camera, *, is_hasty: bool = False) -> None:
        """Look elsewhere; the field stays on its card."""
        super().look(camera, is_hasty=is_hasty)
        self._stand()

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish_typing()  # a card that does not exist yet can be neither picked nor carried
        super().mousePressEvent(event)

    @guarded(None)
    def _warm_up(self) -> None:
        """Once the card is seen, gather the names its first letter asks for."""
        if self.is_typing:
            self.words.warm_up()

    @guarded(None)
    def _show_draft(self) -> None:
        draft = self.typing.draft
        if draft is None:
            return
        try:
            self._show_draft_of(draft)
        except EditRefused:
            self._unshow()
        self.reveal([draft.key])  # a role may stand in another lane than a card that has none yet
        self._stand()
        self._refresh()

    def _show_draft_of(self, draft: "Draft") -> None:
        from salesorg_gui.canvas.keys.draft import previewed, retyped, sharing  # noqa: PLC0415 -- not before somebody types

        typing = self.typing
        before, plan = self.shown_chart, self._session.plan
        after = retyped(before, draft, typing.text, typing.offer) if self._preview is not None else None
        if after is None:
            after = sharing(previewed(self._session.chart, draft, typing.text, typing.offer), before)
        if after != before:
            self._preview = after
            super()._follow(Change(before, after, plan, plan))

    def _unshow(self) -> None:
        """Show the session's chart again."""
        before, self._preview = self._preview, None
        if before is not None:
            plan = self._session.plan
            super()._follow(Change(before, self._session.chart, plan, plan))

    @guarded(None)
    def _follow(self, change: Change) -> None:
        """Show what the change led to. Somebody else's change ends the typing."""
        self._close()
        self._preview = None
        super()._follow(change)

    @guarded(None)
    def _take(self, then: "Then") -> None:
        typing = self.typing
        draft = typing.draft
        if draft is None:
            return
        edit = draft.edit(typing.text.strip(), typing.offer)
        self._close()
        is_done = edit is None or self._session.perform(edit)
        self._unshow()
        if is_done and self._session.chart.record(draft.key) is not None:
            self._session.selection.select([draft.key])
            self._refresh()
            self.typed.emit(draft.key, then)

    def _close(self) -> None:
        if self.is_typing:
            self.typing.close()
            self._refresh()
            self.typing_changed.emit(False)

    def _stand(self) -> None:
        """Put the field where its card is now."""
        draft = self._typing.draft if self._typing is not None else None
        if draft is None or self._typing is None:
            return
        from salesorg_gui.canvas.keys.field_place import field_place  # noqa: PLC0415 -- not before somebody types

        rect, record = self._picture.layout.rect(draft.key), self.shown_chart.record(draft.key)
        if rect is not None and record is not None:
            self._typing.stand(rect, field_place(record, rect, detail_at(self.zoom)), self.camera)

    def _marked(self) -> tuple[frozenset[Key], Key | None]:
        """While somebody types, the card that is typed on wears the ring."""
        draft = self._typing.draft if self._typing is not None else None
        return super()._marked() if draft is None else (frozenset([draft.key]), draft.key)
