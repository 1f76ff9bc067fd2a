"""The slides of the plan beside the canvas: pictures in order, a note for the audience, and buttons to add and show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from salesorg_gui.domain.ids import SlideId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph, name
from salesorg_gui.window.slide_list import SlideList, SlideRows
from salesorg_gui.window.theme_switch import ThemeSwitch
from salesorg_gui.window.thumbs import Thumbs

WIDTH = 208


class SlidesPanel(QFrame):
    """Asks for what is to be done with slides; ``noted`` carries a slide's id and its new note."""

    noted = Signal(str, str)
    added = Signal()
    presented = Signal()
    closed = Signal()

    def __init__(self, ground: Ground, switch: ThemeSwitch) -> None:
        super().__init__()
        look = ground.look
        self.setProperty("look", "panel-left")
        name(self, "slides_panel", _("Slides"))
        self.setFixedWidth(WIDTH)
        self.rows = SlideRows(self)
        self._thumbs = Thumbs(switch.theme, ground.catalogue, lambda _slide: self.rows.touch(), self)
        self.list = SlideList(self.rows, look, self._thumbs)
        self._add = IconButton(look, "plus", "slide_add", _("Add what you see as a slide"))
        self._present = IconButton(look, "presentation", "slide_present", _("Present from this slide"))
        self._close = IconButton(look, "x", "slides_close", _("Close"), "text_3", 14)
        hint = _("No slides yet. A slide keeps what you see now: view, part, colours, spotlight.")
        self._empty = Paragraph(hint, "small", "2")
        self._first = TextButton(look, _("Add slide"), "slide_first", icon="plus", small=True)
        self._note = TextField("slide_note_field", _("Note of the slide"), placeholder=_("Note for the audience"))
        self._lay_out()
        self._add.clicked.connect(self.added)
        self._first.clicked.connect(self.added)
        self._present.clicked.connect(self.presented)
        self._close.clicked.connect(self.closed)
        self._note.committed.connect(self._take_note)
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show_note())
        switch.changed.connect(self._thumbs.wear)
        ground.vocabulary.changed.connect(self._thumbs.use_catalogue)
        self._plan = Plan()

    def show_plan(self, plan: Plan) -> None:
        """List the plan's slides; the mark stays on its slide."""
        before, place = self.list.current, self.list.currentIndex().row()
        self._plan = plan
        self.rows.show_slides(plan.slides)
        has_slides = bool(plan.slides)
        self.list.setVisible(has_slides)
        self._note.setVisible(has_slides)
        self._empty.setVisible(not has_slides)
        self._first.setVisible(not has_slides)
        self._present.setEnabled(has_slides)
        there = [slide.id for slide in plan.slides]
        if before is not None and before.id in there:
            self.list.pick(there.index(before.id))
        elif has_slides:
            self.list.pick(min(max(place, 0), len(there) - 1))
        self._show_note()
        if self.isVisible():
            self._thumbs.show_plan(plan)

    def pick(self, slide: SlideId) -> None:
        """Put the mark on a slide."""
        there = [one.id for one in self._plan.slides]
        if slide in there:
            self.list.pick(there.index(slide))

    def commit(self) -> None:
        """Take over what is being typed."""
        self._note.commit()

    def showEvent(self, event: QShowEvent) -> None:
        self._thumbs.show_plan(self._plan)

    def hideEvent(self, event: QHideEvent) -> None:
        self._thumbs.stop()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 4)
        head.setSpacing(0)
        head.addWidget(Label(_("Slides"), "heading"), 1)
        for button in (self._add, self._present, self._close):
            head.addWidget(button)
        foot, empty = QVBoxLayout(), QVBoxLayout()
        foot.setContentsMargins(16, 4, 16, 12)
        foot.addWidget(self._note)
        empty.setContentsMargins(16, 0, 16, 0)
        empty.setSpacing(12)
        empty.addWidget(self._empty)
        empty.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(empty)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        column.addStretch(0)

    def _show_note(self) -> None:
        slide = self.list.current
        self._note.show_value(slide.note if slide is not None else "")

    def _take_note(self, text: str) -> None:
        slide = self.list.current
        if slide is not None:
            self.noted.emit(slide.id, text)
