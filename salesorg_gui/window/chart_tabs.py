"""The charts of the plan as tabs: as is, option A, option B; a double click renames, a plus adds a copy."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from salesorg_gui.domain.ids import ChartId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import caption, name, set_tip

WIDEST, ALL_TOGETHER, NARROWEST = 160, 560, 40
"""Px of a tab's text: alone, all of them, and the least when there are many."""

type Tabs = tuple[tuple[ChartId, str], ...]


class NameField(QLineEdit):
    """Stands where a tab was while it gets a new name; Esc gives up."""

    named = Signal(str)
    given_up = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_done = False
        self.setFixedWidth(140)
        self.setProperty("boxed", True)
        name(self, "chart_name", _("Name of the chart"))
        self.editingFinished.connect(self._finish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._is_done = True
            self.given_up.emit()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.named.emit(self.text().strip())


class ChartTabs(QWidget):
    """``picked`` carries the chart to show, ``renamed`` a chart and its title; ``menu_wanted`` a chart."""

    picked = Signal(str)
    renamed = Signal(str, str)
    added = Signal()
    menu_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._tabs: Tabs = ()
        self._buttons: dict[ChartId, QPushButton] = {}
        self._field: NameField | None = None
        self.setObjectName("chart_tabs")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._add = IconButton(look, "plus", "add_chart", _("Add a copy of this chart"))
        self._add.clicked.connect(self.added)
        self._row.addWidget(self._add)

    def show_plan(self, plan: Plan, shown: ChartId) -> None:
        """Show the charts of a plan, one of them in front."""
        tabs = tuple((chart.id, chart.title or _("Nameless")) for chart in plan.charts_in_order)
        if tabs != self._tabs:
            self._build(tabs)
        for chart, button in self._buttons.items():
            button.setChecked(chart == shown)

    def rename(self, chart: ChartId) -> None:
        """Let the tab be typed over."""
        button = self._buttons.get(chart)
        if button is None or self._field is not None:
            return
        self._field = NameField(dict(self._tabs)[chart])
        self._field.named.connect(lambda text: self._named(chart, text))
        self._field.given_up.connect(self._put_back)
        self._row.replaceWidget(button, self._field)
        button.hide()
        self._field.setFocus()
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on a tab renames it."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            for chart, button in self._buttons.items():
                if button is watched:
                    self.rename(chart)
                    return True
        return False

    def _named(self, chart: ChartId, text: str) -> None:
        self._put_back()
        if text:
            self.renamed.emit(chart, text)

    def _put_back(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            tabs, self._tabs = self._tabs, ()
            field.hide()
            self._row.removeWidget(field)
            field.deleteLater()
            shown = next((chart for chart, button in self._buttons.items() if button.isChecked()), None)
            self._build(tabs)
            if shown is not None:
                self._buttons[shown].setChecked(True)

    def _build(self, tabs: Tabs) -> None:
        for button in self._buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._tabs = tabs
        self._buttons = {chart: self._button(chart, title) for chart, title in tabs}
        for number, button in enumerate(self._buttons.values()):
            self._row.insertWidget(number, button)

    def _room(self) -> int:
        return max(NARROWEST, min(WIDEST, ALL_TOGETHER // max(1, len(self._tabs))))

    def _button(self, chart: ChartId, title: str) -> QPushButton:
        button = QPushButton()
        shown = button.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self._room())
        button.setText(caption(shown))
        set_tip(button, title if shown != title else "")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("rank", "tab")
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda _spot: self.menu_wanted.emit(chart))
        button.clicked.connect(lambda: self.picked.emit(chart))
        button.installEventFilter(self)
        name(button, f"chart_{chart}", title)
        return button
