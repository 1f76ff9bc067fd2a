"""Who does each stage for one customer, as a band along the journey, and in words what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from salesorg_gui.i18n import _
from salesorg_gui.pages.case_mark import WRONG, StageMark
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Label, Paragraph, name
from salesorg_gui.study.cases.story import How, StageLine, Story

STAGE_WIDTH = 96


class StageRow:
    """The widgets of one row."""

    def __init__(self, look: Look) -> None:
        self.mark = StageMark(look)
        self.stage = Label("", "small", "2")
        self.owners = Paragraph("")
        self.stage.setMinimumWidth(STAGE_WIDTH)
        for label, top in ((self.stage, 6), (self.owners, 4)):
            label.setContentsMargins(0, top, 0, 4)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return (self.mark, self.stage, self.owners)

    def show_line(self, line: StageLine, *, is_first: bool, is_last: bool) -> None:
        """Show one stage."""
        self.mark.show_how(line.how, is_first=is_first, is_last=is_last)
        self.stage.setText(line.title)
        self.owners.setText(_in_words(line))
        self.owners.wear("error" if line.how in WRONG else "3" if line.how is How.BEHIND else "1")
        for widget in self.widgets:
            widget.show()

    def hide(self) -> None:
        """Show nothing."""
        for widget in self.widgets:
            widget.hide()


class CaseStages(QWidget):
    """The stages of one case, one below the other, then the sentences."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[StageRow] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._said = Paragraph("", "body", "1")
        name(self._said, "case_said", _("What is wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addWidget(self._said)
        name(self, "case_stages", _("Stages"))

    def show_story(self, story: Story) -> None:
        """Show one case."""
        self._fill(story.stages)
        self._said.setText("\n\n".join(story.sentences))
        self._said.setVisible(bool(story.sentences))
        self.setAccessibleDescription(". ".join(f"{line.title}: {_in_words(line)}" for line in story.stages))

    def _fill(self, lines: Sequence[StageLine]) -> None:
        while len(self._rows) < len(lines):
            row = StageRow(self._look)
            for place, widget in enumerate(row.widgets):
                self._grid.addWidget(widget, len(self._rows), place)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            if place < len(lines):
                row.show_line(lines[place], is_first=place == 0, is_last=place == len(lines) - 1)
            else:
                row.hide()


def _in_words(line: StageLine) -> str:
    """Who does a stage; that it is too many is said, and that nobody does it."""
    if line.how is How.SEVERAL:
        return _("{owners}: several owners").format(owners=line.owners)
    return line.owners[:1].upper() + line.owners[1:]
