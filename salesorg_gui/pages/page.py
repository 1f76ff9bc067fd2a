"""What all pages of the analysis have in common: a column that scrolls, and thoughts only while somebody looks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.wrapped import Wrapped
from salesorg_gui.panels.fields import TextArea, TextField
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, Paragraph

if TYPE_CHECKING:
    from salesorg_gui.session.afterthought import Afterthought

SIDE = 16

type Think = Callable[[Plan, Chart], object]


class Page(QScrollArea):
    """One page. Subclasses fill ``column`` and say with ``thinks`` what is reckoned after each change.

    ``lit`` carries a frozenset of the keys to light up on the canvas, ``picked`` the key, or the frozenset of keys, to
    select and bring into view. ``shone`` carries what is in trouble and what helps, each lit in a colour of its own.
    ``previewed`` carries an edit to show before anybody makes it, or nothing. ``printed`` carries what to print of the
    selection. ``traced`` carries a way through the chart, for which all else is dimmed, and what is in trouble
    along it; ``None`` lets everything be seen again. ``asked`` carries the id of an action of the window that a page
    offers. ``wide`` is how many px it wants.
    """

    wide: ClassVar[int] = 440
    begins_with_answer: ClassVar[bool] = False
    """Whether what a hand does first comes with the first answer: till then the keyboard scrolls the page."""
    asked = Signal(str)
    lit = Signal(object)
    picked = Signal(object)
    shone = Signal(object, object)
    previewed = Signal(object)
    printed = Signal(str)
    traced = Signal(object, object)

    def __init__(self, id: str, footing: Footing) -> None:
        super().__init__()
        self.footing = footing
        self.setObjectName(f"page_{id}")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("inspector_content")
        self.column = QVBoxLayout()
        self.column.setContentsMargins(SIDE, 4, SIDE, 24)
        self.column.setSpacing(8)
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self.column)
        whole.addStretch(1)  # an aligned column would be given too little height for sentences over several lines
        self.setWidget(content)
        self._name = id
        self._think: Think | None = None
        self._show: Callable[[object], None] | None = None
        self._thoughts: Afterthought | None = None
        self._has_heard = False

    @property
    def ground(self) -> Ground:
        """The open document."""
        return self.footing.ground

    def thinks(self, think: Think, show: Callable[[object], None]) -> None:
        """Let ``think`` run in a worker after every change while the page is on show, and ``show`` what it answers.

        ``think`` touches no Qt object and returns what goes wrong as a value: nobody hears its exceptions.
        """
        self._think, self._show = think, show

    def think_again(self) -> None:
        """Ask anew although the plan did not change, because the page asks something else now."""
        if self._thoughts is not None:
            self._thoughts.look_again()

    def attend(self) -> None:
        """Follow the chart from now on."""
        if self._thoughts is None:
            self._thoughts = self._begun()
        else:
            self._thoughts.wake()

    def rest(self) -> None:
        """Nobody looks: follow nothing, light nothing up."""
        if self._thoughts is not None:
            self._thoughts.rest()
        self.lit.emit(frozenset())

    def leave(self) -> None:
        """The window closes: end whatever works for the page."""
        if self._thoughts is not None:
            self._thoughts.close()

    def commit(self) -> None:
        """Take over what is being typed."""
        for field in self.findChildren(QWidget):
            match field:
                case TextField() | TextArea() if field.isVisible() and field.is_pending:
                    field.commit()

    def focus_first(self) -> None:
        """Let the keyboard go to the first thing it can do here, else to the page itself, to scroll it."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        if self.begins_with_answer and not self._has_heard:
            return
        self.focusNextChild()
        focused: QWidget | None = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def heading(self, text: str) -> Label:
        """Begin a section."""
        self.column.addSpacing(12)
        label = Label(text, "strong")
        self.column.addWidget(label)
        return label

    def said(self, object_name: str, kind: str = "body", ink: str = "1") -> Paragraph:
        """Room for a sentence in the column."""
        paragraph = Wrapped("", kind, ink)
        paragraph.setObjectName(object_name)
        self.column.addWidget(paragraph)
        return paragraph

    def _begun(self) -> "Afterthought | None":
        if self._think is None:
            return None
        from salesorg_gui.session.afterthought import Afterthought  # noqa: PLC0415 -- with the first page on show

        thoughts = Afterthought(self.ground.session, self._think, self._name, self)
        thoughts.answered.connect(self._hear)
        return thoughts

    @guarded(default=None)
    def _hear(self, answer: object) -> None:
        if self._show is not None:
            self._show(answer)
        if not self._has_heard:
            self._has_heard = True
            if self.begins_with_answer and self.hasFocus():
                self.focus_first()
