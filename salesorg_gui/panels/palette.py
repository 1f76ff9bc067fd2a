"""The palette: search, the list of what can be put on the canvas, and a line for a new role."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from salesorg_gui.catalogue.roles import Purpose
from salesorg_gui.domain.change import Change
from salesorg_gui.domain.edits.plan import ForgetRole, SetRole
from salesorg_gui.domain.ids import RoleId, fresh_id
from salesorg_gui.domain.plan import OwnRole
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.palette_entries import Entry, EntryKind, entries
from salesorg_gui.panels.palette_list import PaletteList
from salesorg_gui.panels.text import Paragraph, caption, name
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary

WIDTH = 232


class SearchField(QLineEdit):
    """A field with a glass at the left and its key, if it has one, at the right."""

    left_downwards = Signal()

    def __init__(self, look: Look, object_name: str, placeholder: str, key: str = "") -> None:
        super().__init__()
        self._look, self._key = look, key
        self.setProperty("look", "search")
        self.setPlaceholderText(placeholder)
        self.setTextMargins(24, 0, 16, 0)
        name(self, object_name, placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left_downwards.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint_icon(painter, "search", QRectF(10, (self.height() - 17) / 2, 16, 16), self._look.colour("text_3"))
            if not self.text() and not self.hasFocus():
                font = self.font()
                font.setPixelSize(11)
                painter.setFont(font)
                painter.setPen(self._look.colour("text_3"))
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(self.rect().adjusted(0, 0, -12, 0), flags, self._key)


class NewRole(QWidget):
    """A button that opens into title, purpose and Add."""

    made = Signal(object)

    def __init__(self, look: Look, purposes: tuple[Choice, ...]) -> None:
        super().__init__()
        self._open = TextButton(look, _("New role"), "palette_new_role", "link", "plus")
        self._title = TextField("palette_role_title", _("Title of the new role"), placeholder=_("Title"))
        self._purpose = Chooser(look, "palette_role_purpose", _("Purpose"))
        self._purpose.show_choices(purposes, str(Purpose.SUPPORT))
        self._add = TextButton(look, _("Add role"), "palette_add_role", "primary", small=True)
        self._close = IconButton(look, "x", "palette_close_new_role", _("Do without"), "text_3", 14)
        self._fields = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fields)
        inner = QVBoxLayout(self._fields)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        for widget in (self._title, self._purpose):
            widget.setProperty("boxed", True)
            inner.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._close)
        row.addStretch()
        inner.addLayout(row)
        self._fields.hide()
        self._open.clicked.connect(lambda: self._show(is_open=True))
        self._close.clicked.connect(lambda: self._show(is_open=False))
        self._add.clicked.connect(self._make)
        self._title.returnPressed.connect(self._make)

    def _show(self, *, is_open: bool) -> None:
        self._open.setVisible(not is_open)
        self._fields.setVisible(is_open)
        self._title.clear()
        if is_open:
            self._title.setFocus()

    def _make(self) -> None:
        title = self._title.text().strip()
        if title:
            self.made.emit(OwnRole(RoleId(fresh_id("r")), title, purpose=self._purpose.value))
            self._show(is_open=False)


class Palette(QFrame):
    """``taken`` carries the entry to add where the selection is; ``hint`` is for the status line."""

    taken = Signal(object)
    hint = Signal(str)

    def __init__(self, session: Session, vocabulary: Vocabulary, look: Look) -> None:
        super().__init__()
        self._session, self._vocabulary = session, vocabulary
        self.setObjectName("palette")
        self.setProperty("look", "panel-left")
        self.setFixedWidth(WIDTH)
        self.search = SearchField(look, "palette_search", _("Find a role"), "/")
        self.list = PaletteList(look)
        name(self.list, "palette_list", _("Roles and templates"))
        self._nothing = Paragraph(_("Nothing is called that."), "small", "2")
        self._nothing.setContentsMargins(16, 8, 16, 8)
        purposes = tuple(Choice(str(key), title) for key, title in vocabulary.catalogue.purposes.items())
        self._new_role = NewRole(look, purposes)
        self._menu = QMenu(self)
        self._menu.setObjectName("palette_menu")
        self._remove = self._menu.addAction(_("Remove role"))
        self._remove.setObjectName("palette_remove_role")
        self._lay_out()
        self._connect()
        self._fill()

    def focus_search(self) -> None:
        """Let the keyboard go to the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 12, 4)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self._new_role)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.search.left_downwards.connect(self._go_down)
        self.list.left_upwards.connect(self.focus_search)
        self.list.taken.connect(self.taken)
        self.list.pointed_at.connect(self._describe)
        self.list.menu_wanted.connect(self._open_menu)
        self._remove.triggered.connect(lambda: self._session.perform(ForgetRole(RoleId(self._remove.data()))))
        self._new_role.made.connect(lambda role: self._session.perform(SetRole(role)))
        self._session.changed.connect(self._follow)

    def _open_menu(self, spot: QPoint, entry: Entry) -> None:
        """What the plan says of roles can be taken back; the catalogue itself stays."""
        if entry.kind is EntryKind.ROLE and entry.value in self._session.plan.roles:
            is_own = entry.value not in self._vocabulary.shipped.roles
            words = _("Remove {role}") if is_own else _("{role}: back to the catalogue's texts")
            self._remove.setText(caption(words.format(role=entry.text)))
            self._remove.setData(entry.value)
            self._menu.popup(spot)

    def _follow(self, change: Change) -> None:
        """Count the roles anew when a seat came, went or got another one."""
        seats, before = change.seats, change.before.seats
        has_other_role = any(before[name].role != seat.role for name, seat in seats.changed.items())
        if seats.added or seats.removed or has_other_role or change.plan.roles is not change.plan_before.roles:
            self._fill()

    def _fill(self, _change: object = None) -> None:
        found = entries(self._vocabulary.catalogue, self._session.chart, self.search.text())
        self.list.rows.show_entries(found)
        self._nothing.setVisible(not found)

    def _go_down(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        self.list.select_first()

    def _describe(self, entry: Entry | None) -> None:
        match entry:
            case None | Entry(kind=EntryKind.HEADING):
                self.hint.emit("")
            case Entry(kind=EntryKind.ROLE):
                mission = self._vocabulary.catalogue.role(entry.value).mission
                drag = _("Drag it into a pod, or press Enter to add it.")
                self.hint.emit(f"{entry.text}. {mission or drag}")
            case Entry(kind=EntryKind.TEMPLATE):
                template = self._vocabulary.catalogue.templates.get(entry.value)
                self.hint.emit(f"{entry.text}. {template.description if template else ''}".strip())
            case _:
                self.hint.emit(_("{thing}: drag it onto the canvas, or press Enter.").format(thing=entry.text))
