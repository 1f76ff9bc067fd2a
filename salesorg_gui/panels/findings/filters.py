"""The head of the panel: how many there are, which of them are shown, and in what order."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from salesorg_gui.domain.ids import Key
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import Chip, IconButton, Option, Segmented
from salesorg_gui.panels.findings.grouping import By, Wanted
from salesorg_gui.panels.findings.words import counted
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.icons import paint_icon
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, name, set_caption, set_tip
from salesorg_gui.rules.finding import Findings, Severity

HEADER, TOUCH_HEADER = 40, 52
SEARCH, LEAST_SEARCH = 200, 90
ROOMY, SPACIOUS = 640, 800
"""From these widths on there is room for the order, and for the title and the selection."""


class Search(QLineEdit):
    """``entered`` asks for the list; Escape empties it, and once empty leaves it."""

    entered = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "search")
        self.setTextMargins(22, 0, 0, 0)
        self.setPlaceholderText(_("Search"))
        self.setMinimumWidth(LEAST_SEARCH)
        self.setMaximumWidth(SEARCH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        name(self, "findings_search", _("Search the findings"))
        look.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            place = QRectF(10, (self.height() - 14) / 2, 14, 14)
            paint_icon(painter, "search", place, self._look.colour("text_3"))


class Filters(QWidget):
    """``changed`` tells that other findings are wanted, or in another order; ``stepped`` asks for the next one."""

    changed = Signal()
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        Height(self, look, HEADER - 1, TOUCH_HEADER - 1)
        self._title = Label(_("Findings"), "strong")
        self._chips = {severity: Chip("", f"findings_{severity}") for severity in Severity}
        self.selection = Chip(_("Selection only"), "findings_selection")
        set_tip(self.selection, _("Only what is found about what is selected"))
        orders = (Option(By.SEVERITY, _("By severity")), Option(By.GROUP, _("By subject")))
        self.order = Segmented(look, orders, "findings_order", _("Order of the findings"))
        self.order.show_value(By.SEVERITY)
        self.search = Search(look)
        self._keys: frozenset[Key] = frozenset()
        self._lay_out(look)
        self._connect()

    @property
    def by(self) -> By:
        """What the headings are."""
        return By(self.order.value)

    @property
    def wanted(self) -> Wanted:
        """Which findings are shown."""
        severities = {severity for severity, chip in self._chips.items() if chip.isChecked() and not chip.isHidden()}
        keys = self._keys if self.selection.isChecked() else None
        return Wanted(frozenset(severities), tuple(self.search.text().lower().split()), keys)

    def count(self, findings: Findings) -> None:
        """Say how many there are of each severity."""
        for severity, chip in self._chips.items():
            count = findings.counts[severity]
            set_caption(chip, counted(severity, count))
            chip.setVisible(bool(count))

    def follow_selection(self, keys: frozenset[Key]) -> None:
        """Know what is selected."""
        if keys != self._keys:
            self._keys = keys
            if self.selection.isChecked():
                self.changed.emit()

    def let_through(self) -> None:
        """Filter nothing."""
        for chip in (*self._chips.values(), self.selection):
            chip.setChecked(False)
        self.search.clear()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.order.setVisible(self.width() >= ROOMY)
        self._title.setVisible(self.width() >= SPACIOUS)
        self.selection.setVisible(self.width() >= SPACIOUS or self.selection.isChecked())

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        for severity, chip in self._chips.items():
            chip.setProperty("severity", str(severity))
            row.addWidget(chip)
        row.addWidget(self.selection)
        row.addStretch(1)
        row.addWidget(self.order)
        row.addWidget(self.search, 2)
        steps = QHBoxLayout()
        steps.setSpacing(0)
        for icon, id, spoken, by in (
            ("chevron-up", "findings_previous", _("Previous finding (Shift+F8)"), -1),
            ("chevron-down", "findings_next", _("Next finding (F8)"), 1),
        ):
            button = IconButton(look, icon, id, spoken)
            button.clicked.connect(lambda _on=False, by=by: self.stepped.emit(by))
            steps.addWidget(button)
        row.addLayout(steps)
        close = IconButton(look, "x", "findings_close", _("Put the findings away"))
        close.clicked.connect(self.closed)
        row.addWidget(close)

    def _connect(self) -> None:
        for chip in (*self._chips.values(), self.selection):
            chip.clicked.connect(self.changed)
        self.order.chosen.connect(lambda _by: self.changed.emit())
        self.search.textChanged.connect(lambda _text: self.changed.emit())
