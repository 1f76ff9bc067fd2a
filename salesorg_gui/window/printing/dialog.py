"""The print dialog: which document, how, and where to; beside it the very pages that will come out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.desk.settings import SettingsFile
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import name
from salesorg_gui.window.printing.making import Maker
from salesorg_gui.window.printing.page_bar import PageBar
from salesorg_gui.window.printing.page_view import PageView
from salesorg_gui.window.printing.progress import Progress
from salesorg_gui.window.printing.question import Matter
from salesorg_gui.window.printing.questions import QUESTIONS, wish_of
from salesorg_gui.window.printing.rows import Rows
from salesorg_gui.window.printing.sending import Sending
from salesorg_gui.window.printing.where import Where

SIZE = (1180, 800)
OPTIONS_WIDTH = 328
PAUSE_MS = 120
"""How long a hand rests before the pages are made anew."""
PREVIEWED = "pdf"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the dialog stands on: colours, what was chosen last, who makes documents, and who asks for a place on disk.

    ``place`` is asked with the title of a document and the ending of the file.
    """

    look: Look
    settings: SettingsFile
    maker: Maker
    place: Callable[[str, str], Path | None]


class PrintDialog(QDialog):
    """``kept`` carries where to write, what was wished for, and the document when it is made already."""

    kept = Signal(object, object, object)

    def __init__(self, matter: Matter, what: str, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._matter, self._setting, self._maker = matter, setting, setting.maker
        remembered = setting.settings.settings.printing
        self._answers = {question.id: remembered[question.id] for question in QUESTIONS if question.id in remembered}
        known = remembered.get("document", "")
        self._what = what or (known if known in DOCUMENTS else next(iter(DOCUMENTS)))
        self._path: Path | None = None
        self.setObjectName("print_dialog")
        self.setWindowTitle(_("Print"))
        self._build(setting.look)
        self._lay_out()
        self._connect()
        self._ask_anew()

    @property
    def wish(self) -> Wish:
        """The document as it is asked for now."""
        return wish_of(self._what, self._answers, self._matter, self._where.ending or PREVIEWED)

    def finish(self) -> None:
        """Wait until the pages are there."""
        if self._pause.isActive():
            self._pause.stop()
            self._make()
        self._maker.finish()

    @guarded(None)
    def reject(self) -> None:
        """Call off what is being waited for; without it, close."""
        if self._sending.is_printing:
            self._sending.stop()
        elif self._path is not None:
            self._path = None
            self._follow()
        else:
            super().reject()

    @guarded(None)
    def done(self, result: int) -> None:
        """Close, and make nothing more for nobody."""
        self._pause.stop()
        self._maker.stop()
        super().done(result)

    def _build(self, look: Look) -> None:
        self._rows, self._where = Rows(look), Where(look)
        self._pages = PageView(look)
        self._bar = PageBar(look, self._pages)
        self._progress = Progress(look)
        self._go = TextButton(look, _("Save…"), "print_go", "primary")
        self._cancel = TextButton(look, _("Cancel"), "print_cancel")
        self._sending = Sending(self._where, self._progress, self)
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)

    def _lay_out(self) -> None:
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(20)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._options(), 1)
        left.addWidget(self._progress)
        left.addLayout(self._buttons())
        right.setSpacing(8)
        right.addWidget(self._bar)
        right.addWidget(self._pages, 1)
        whole.addLayout(left)
        whole.addLayout(right, 1)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    def _options(self) -> QScrollArea:
        self._rows.add_row(self._where)
        self._rows.end()
        area = QScrollArea()
        name(area, "print_options", _("Options"))
        area.setWidgetResizable(True)
        area.setFixedWidth(OPTIONS_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._rows)
        return area

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        for button in (self._cancel, self._go):
            button.setAutoDefault(button is self._go)
            buttons.addWidget(button)
        self._go.setDefault(True)
        return buttons

    def _connect(self) -> None:
        self._rows.answered.connect(self._take)
        self._where.changed.connect(self._follow)
        self._pause.timeout.connect(self._make)
        self._maker.grown.connect(self._follow)
        self._maker.made.connect(self._follow)
        self._maker.refused.connect(self._refuse)
        self._sending.ended.connect(self._follow)
        self._sending.done.connect(self.accept)
        self._go.clicked.connect(self._start)
        self._cancel.clicked.connect(self.reject)

    @guarded(None)
    def _take(self, id: str, answer: str) -> None:
        if id == "document":
            self._what = answer
        else:
            refusal = next(question.refusal(answer) for question in QUESTIONS if question.id == id)
            self._rows.refuse(id, refusal)
            if refusal:
                return
            self._answers[id] = answer
        self._ask_anew()

    def _ask_anew(self) -> None:
        self._path = None
        self._rows.show_answers(self._what, self._answers, self._matter)
        self._where.show_document(self._what)
        self._pause.start()
        self._follow()

    @guarded(None)
    def _make(self) -> None:
        self._maker.make(self._matter, wish_of(self._what, self._answers, self._matter, PREVIEWED))
        self._follow()

    @guarded(None)
    def _follow(self) -> None:
        """Show how far it is, and write what is waited for."""
        number, of = self._maker.progress
        is_making = self._maker.is_making or self._pause.isActive()
        if not self._pause.isActive():
            self._progress.warn(self._maker.warnings)
            self._pages.show_leaves(self._maker.pages)
            self._bar.follow(of)
        is_busy = self._path is not None or self._sending.is_printing
        self._go.setText(_("Print") if self._where.printer else _("Save…"))
        self._go.setAccessibleName(self._go.text())
        self._go.setEnabled(not is_busy)
        if not self._sending.is_printing:
            self._progress.show_pages(number, of, is_making=is_making)
        if self._path is not None and self._maker.document:
            self._save(self._path)

    @guarded(None)
    def _refuse(self, reason: str) -> None:
        self._path = None
        self._pages.show_leaves(())
        self._bar.follow()
        self._progress.refuse(reason)
        self._go.setEnabled(False)

    @guarded(None)
    def _start(self) -> None:
        """Print, or ask where to and write as soon as the document is made."""
        if self._where.printer:
            self._sending.start(self._maker.pages, self.wish)
            self._follow()
            return
        if self._maker.document and self._where.named(len(self._maker.pages)) is None:
            return
        path = self._setting.place(DOCUMENTS[self._what].title(), self._where.ending)
        if path is None:
            return
        if self._where.ending != PREVIEWED:
            self._keep(path, b"")
            return
        self._path = path
        self._follow()

    def _save(self, path: Path) -> None:
        """Write the document that is made by now, or only the pages named."""
        count, self._path = len(self._maker.pages), None
        named = self._where.named(count)
        if named is not None:
            is_whole = len(named) == count
            self._keep(path, self._maker.document if is_whole else b"", () if is_whole else named)

    def _keep(self, path: Path, document: bytes, pages: tuple[int, ...] = ()) -> None:
        self._path = None
        self.kept.emit(path, replace(self.wish, pages=pages), document)
        self.accept()

    @guarded(None)
    def accept(self) -> None:
        """Remember what was chosen, and close."""
        kept = {question.id for question in QUESTIONS if question.is_remembered}
        answers = {id: answer for id, answer in self._answers.items() if id in kept}
        self._setting.settings.remember_printing({"document": self._what, **answers})
        super().accept()
