"""The checklist of a hire: ten steps, one open at a time."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from salesorg_gui.domain.hiring import check_of, done_count, with_check
from salesorg_gui.domain.records import Check, Hire
from salesorg_gui.i18n import _
from salesorg_gui.panels.folding_head import FoldingHead
from salesorg_gui.panels.hire.check_row import CheckRow
from salesorg_gui.panels.hire.opening import Items, Opening
from salesorg_gui.panels.inspector.form import clear


def progress(hire: Hire, items: Items) -> tuple[int, int]:
    """How many lines are ticked, and how many there are."""
    done = sum(done_count(hire, step, len(lines)) for step, lines in items.items())
    return done, sum(map(len, items.values()))


class Checklist(QWidget):
    """Steps with their lines; rows are made anew when the lines of the seat differ."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._steps = opening.ground.catalogue.hiring_steps
        self._items: Items = {}
        self._open = next(iter(self._steps), "")
        self._rows: dict[tuple[str, int], CheckRow] = {}
        self._bodies: dict[str, tuple[FoldingHead, QWidget]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_hire(self, hire: Hire, items: Items, *, is_same: bool) -> None:
        """Show what is done of a hire."""
        if dict(items) != dict(self._items) or not is_same:
            self._build(items)
        for (step, item), row in self._rows.items():
            row.show_check(check_of(hire, step, item), keep_typing=is_same)
        for step, (head, body) in self._bodies.items():
            done, count = done_count(hire, step, len(items[step])), len(items[step])
            words = _("{done} of {count}").format(done=done, count=count)
            head.show_state(is_open=step == self._open, count=words, is_whole=done == count)
            body.setVisible(step == self._open)

    def _build(self, items: Items) -> None:
        clear(self._column)
        self._items, self._rows, self._bodies = items, {}, {}
        for step, lines in items.items():
            self._column.addWidget(self._step(step, lines))

    def _step(self, step: str, lines: tuple[str, ...]) -> QFrame:
        frame, body = QFrame(), QWidget()
        frame.setProperty("look", "section")
        told = self._steps[step]
        title = f"{told.order}  {told.short_title}"
        head = FoldingHead(f"hire_step_{step}", title, self._opening.ground.look)
        head.clicked.connect(lambda: self._toggle(step))
        whole, column = QVBoxLayout(frame), QVBoxLayout(body)
        whole.setContentsMargins(0, 4, 0, 4)
        whole.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for item, text in enumerate(lines):
            row = CheckRow(text, Check(step, item), self._opening.ground.look)
            row.ticked.connect(lambda on, item=item: self._tick(step, item, on=on))
            row.changed.connect(self._put)
            self._rows[step, item] = row
            column.addWidget(row)
        whole.addWidget(head)
        whole.addWidget(body)
        self._bodies[step] = (head, body)
        return frame

    def _toggle(self, step: str) -> None:
        self._open = "" if self._open == step else step
        hire = self._opening.hire
        if hire is not None:
            self.show_hire(hire, self._items, is_same=True)

    def _tick(self, step: str, item: int, *, on: bool) -> None:
        hire = self._opening.hire
        if hire is not None:
            done = self._opening.sources.today() if on else ""
            self._put(replace(check_of(hire, step, item), done=done))

    def _put(self, check: object) -> None:
        hire = self._opening.hire
        if hire is not None and isinstance(check, Check):
            self._opening.revise(with_check(hire, check), _("Change checklist"))
