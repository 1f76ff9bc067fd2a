"""One customer case: who does each stage, what is wrong, and what the case says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.pages.case_answer import Answer
from salesorg_gui.pages.case_form import CaseForm
from salesorg_gui.pages.case_stages import CaseStages
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import Paragraph, name
from salesorg_gui.study.cases.story import Story

LEFT = Qt.AlignmentFlag.AlignLeft


class CaseDetail(QWidget):
    """``revised`` carries the case as a hand changed it, ``unwanted`` the id of one to remove.

    ``kept`` asks to keep a boundary case in the plan.
    """

    revised = Signal(object)
    unwanted = Signal(str)
    kept = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._id = ""
        self._title = Paragraph("", "strong")
        name(self._title, "case_heading", "")
        self._stages = CaseStages(look)
        self._keep = TextButton(look, _("Keep in the plan"), "case_keep", "secondary", "pin")
        self._form = CaseForm(look)
        self._remove = TextButton(look, _("Remove case"), "case_remove", "quiet", "trash-2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, self._stages):
            column.addWidget(widget)
        column.addWidget(self._keep, 0, LEFT)
        column.addWidget(self._form)
        column.addWidget(self._remove, 0, LEFT)
        self._form.revised.connect(self.revised)
        self._remove.clicked.connect(self._drop)
        self._keep.clicked.connect(self.kept)

    def show_story(self, story: Story | None, answer: Answer, *, is_kept: bool) -> None:
        """Show a case of the plan, or of the boundary, which cannot be changed; or nothing."""
        self.setVisible(story is not None)
        if story is None:
            return
        self._id = story.case.id
        self._title.setText(story.title)
        self._stages.show_story(story)
        for widget, is_on in ((self._keep, not is_kept), (self._form, is_kept), (self._remove, is_kept)):
            widget.setVisible(is_on)
        if is_kept:
            self._form.show_case(story.case, answer.chart, answer.catalogue, answer.reader)

    @guarded(default=None)
    def _drop(self) -> None:
        self.unwanted.emit(self._id)
