"""What is asked for: weeks, runs, days away, seed, and when leads come; and the button that runs it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.pages.quarter.runner import Order
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.fields import FieldRow, TextField, Tick
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.panels.text import Label, Paragraph, name, set_tip
from salesorg_gui.simulation.run import Wishes

FIELD_WIDTH = 92
FULL = 1_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A whole number to ask for."""

    id: str
    title: str
    hint: str
    usual: int
    least: int
    most: int


def asked() -> tuple[Asked, ...]:
    """All of them, in reading order."""
    return (
        Asked("weeks", _("Weeks"), _("How many weeks are run; a quarter has 13."), 13, 1, 520),
        Asked("runs", _("Runs"), _("How many times; more runs make the result surer."), 20, 2, 1_000),
        Asked("away", _("Days away"), _("Working days in a row that everybody is away at some time."), 6, 0, 60),
        Asked("seed", _("Seed"), _("Another number is another chance; the same one gives the same."), 1, 0, 2**31 - 1),
    )


class Form(QWidget):
    """``wanted`` asks to run, ``stopped`` to call it off."""

    wanted = Signal()
    stopped = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._values = {one.id: one.usual for one in asked()}
        self._refused: set[str] = set()
        self._fields: dict[str, TextField] = {}
        self._at_any_time = Tick(look, _("Leads come at nights and weekends too"), "quarter_any_time")
        self.go = TextButton(look, _("Run"), "quarter_go", "primary")
        self._stop = TextButton(look, _("Stop"), "quarter_stop")
        self._key = Label(_("Ctrl+Enter"), "small", "3")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, FULL)
        name(self._bar, "quarter_progress", _("Progress"))
        self._news = Paragraph("", "small", "2")
        self._news.setObjectName("quarter_news")
        self._lay_out()
        self.go.clicked.connect(self.wanted)
        self._stop.clicked.connect(self.stopped)
        self.show_running(running=False)

    @property
    def order(self) -> Order:
        """What is asked for now."""
        values = self._values
        away = float(min(values["away"], values["weeks"] * 5))
        wishes = Wishes(values["weeks"], away, at_any_time=self._at_any_time.isChecked())
        return Order(wishes, values["seed"], values["runs"])

    @property
    def is_refused(self) -> bool:
        """Whether something is typed that cannot be run."""
        return bool(self._refused)

    def show_running(self, *, running: bool) -> None:
        """Offer to run, or to stop."""
        had_keys = self.go.hasFocus() or self._stop.hasFocus()
        self.go.setVisible(not running)
        self._key.setVisible(not running)
        self._stop.setVisible(running)
        self._bar.setVisible(running)
        self._bar.setValue(0)
        self._news.setVisible(running)
        self._news.setText(_("Getting ready …") if running else "")
        if had_keys:
            (self._stop if running else self.go).setFocus()

    def show_progress(self, share: float, sentence: str) -> None:
        """Say how far it is."""
        self._bar.setValue(round(share * FULL))
        self._news.setText(sentence)

    def _lay_out(self) -> None:
        column, grid = QVBoxLayout(self), QGridLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, one in enumerate(asked()):
            grid.addWidget(self._row(one), at // 2, at % 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.go)
        buttons.addWidget(self._stop)
        buttons.addWidget(self._key)
        buttons.addStretch(1)
        column.addLayout(grid)
        column.addWidget(self._at_any_time)
        column.addLayout(buttons)
        column.addWidget(self._bar)
        column.addWidget(self._news)

    def _row(self, one: Asked) -> FieldRow:
        field = TextField(f"quarter_{one.id}", one.title)
        field.setProperty("boxed", True)
        set_tip(field, one.hint)
        field.show_value(shown(one.usual))
        row = FieldRow(one.title, field)
        field.committed.connect(lambda text, one=one, row=row: self._take(one, row, text))
        self._fields[one.id] = field
        return row

    def _take(self, one: Asked, row: FieldRow, text: str) -> None:
        value = _whole(text)
        if value is None or not one.least <= value <= one.most:
            self._refused.add(one.id)
            row.refuse(_("A whole number from {least} to {most}").format(least=shown(one.least), most=shown(one.most)))
            return
        self._refused.discard(one.id)
        row.refuse("")
        self._values[one.id] = value
        self._fields[one.id].show_value(shown(value))


def _whole(text: str) -> int | None:
    try:
        value = number(text)
    except NotANumber:
        return None
    return int(value) if value.is_integer() else None
