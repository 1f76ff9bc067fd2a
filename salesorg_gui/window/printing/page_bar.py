"""Turning pages and their size: the bar above the pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.chooser import Choice, Chooser
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label
from salesorg_gui.window.printing.page_surface import STEPS, Fit
from salesorg_gui.window.printing.page_view import PageView


class PageBar(QWidget):
    """Shows which page it is and turns it, shows its size and changes it."""

    turned = Signal(int)

    def __init__(self, look: Look, view: PageView) -> None:
        super().__init__()
        self._view, self._of = view, 0
        self._previous = IconButton(look, "chevron-left", "print_previous", _("Previous page"))
        self._next = IconButton(look, "chevron-right", "print_next", _("Next page"))
        self._number = TextField("print_number", _("Page"))
        self._number.setProperty("boxed", True)
        self._number.setFixedWidth(56)
        self._count = Label("", "small", "2")
        self._smaller = IconButton(look, "zoom-out", "print_smaller", _("Smaller"))
        self._larger = IconButton(look, "zoom-in", "print_larger", _("Larger"))
        self._sizes = Chooser(look, "print_size", _("Size on the screen"))
        self._sizes.setProperty("boxed", True)
        self._sizes.setFixedWidth(148)
        self._lay_out()
        self._connect()
        self.follow()

    def follow(self, of: int = 0) -> None:
        """Show what the view shows; ``of`` is how many pages there will be, when that is known."""
        self._of = of
        count, number = self._view.count, self._view.number
        self._number.show_value(str(number + 1) if count else "")
        self._number.setEnabled(count > 1)
        self._count.setText(_("of {count}").format(count=max(count, self._of)) if count else "")
        self._previous.setEnabled(number > 0)
        self._next.setEnabled(number < count - 1)
        self._show_sizes()

    def _show_sizes(self) -> None:
        wanted = self._view.size_wanted
        usual = [Choice(f"{step:g}", _("{percent} %").format(percent=round(step * 100))) for step in STEPS]
        words = [Choice(Fit.PAGE, _("Whole page")), Choice(Fit.WIDTH, _("Full width")), *usual]
        self._sizes.show_choices(words, str(wanted) if isinstance(wanted, Fit) else f"{wanted:g}")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        turning: tuple[QWidget, ...] = (self._previous, self._number, self._count, self._next)
        sizing: tuple[QWidget, ...] = (self._smaller, self._sizes, self._larger)
        for widget in turning:
            row.addWidget(widget)
        row.addStretch()
        for widget in sizing:
            row.addWidget(widget)

    def _connect(self) -> None:
        view = self._view
        self._previous.clicked.connect(lambda: view.turn(view.number - 1))
        self._next.clicked.connect(lambda: view.turn(view.number + 1))
        self._number.committed.connect(self._go_to)
        self._smaller.clicked.connect(lambda: view.step_zoom(-1))
        self._larger.clicked.connect(lambda: view.step_zoom(1))
        self._sizes.chosen.connect(self._take_size)
        view.turned.connect(lambda _number: self.follow(self._of))
        view.sized.connect(self._show_sizes)

    def _take_size(self, value: str) -> None:
        self._view.zoom_to(Fit(value) if value in set(Fit) else float(value))

    def _go_to(self, text: str) -> None:
        if text.isascii() and text.isdigit():
            self._view.turn(int(text[:9]) - 1)
        self.follow(self._of)
