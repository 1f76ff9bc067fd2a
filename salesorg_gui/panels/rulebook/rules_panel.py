"""The panel of rules: the list of all, or the page of one."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from salesorg_gui.domain.change import Change
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton, TextButton
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.rulebook.entries import entries
from salesorg_gui.panels.rulebook.overview import Overview
from salesorg_gui.panels.rulebook.rule_page import RulePage
from salesorg_gui.panels.text import Label, name
from salesorg_gui.rules.finding import Findings
from salesorg_gui.session.trial import Trials

WIDTH = 380


class RulesPanel(QFrame):
    """``picked`` carries a finding, ``hint`` is for the status line; ``closed`` asks to be put away.

    ``menu_wanted`` carries the place below the button for what can be done with all rules.
    """

    picked = Signal(object)
    hint = Signal(str)
    closed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground, self._findings = ground, Findings()
        self.trials = Trials("trials", self)
        self.setProperty("look", "panel-right")
        name(self, "rules_panel", _("Rules"))
        self.setFixedWidth(WIDTH)
        look = ground.look
        self.overview, self.page = Overview(ground), RulePage(ground, self.trials)
        self._heading = Label(_("Rules"), "heading")
        self._all = TextButton(look, _("All rules"), "rules_all", "link", "chevron-left")
        self._previous = IconButton(look, "chevron-up", "rules_previous", _("Previous rule"))
        self._next = IconButton(look, "chevron-down", "rules_next", _("Next rule"))
        self._more = IconButton(look, "ellipsis", "rules_more", _("Save, use, back to usual"))
        self._close = IconButton(look, "x", "rules_close", _("Close"), "text_3", 14)
        self._lay_out()
        self._connect()

    @property
    def rule(self) -> str:
        """The rule on the page; empty while the list is on show."""
        return self.page.rule if self._stack.currentWidget() is self.page else ""

    def show_findings(self, findings: Findings) -> None:
        """Show what was found last."""
        self._findings = findings
        self._show()

    def show_rule(self, rule: str) -> None:
        """Open the page of a rule, if there is such a rule."""
        if rule not in {entry.id for entry in self.overview.entries}:
            return
        self.overview.list.select(rule)
        self.page.show_rule(rule, self._findings)
        self._turn_to(self.page)
        self.page.focus_first()

    def show_all(self) -> None:
        """Go back to the list, to the rule one comes from."""
        rule = self.rule
        self._turn_to(self.overview)
        if rule:
            self.overview.return_to(rule)

    def focus_first(self) -> None:
        """Let the keyboard go to the search, or into the page that is on show."""
        if self.rule:
            self.page.focus_first()
        else:
            self.overview.focus_search()

    def commit(self) -> None:
        """Take over what is typed."""
        self.page.commit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, from page to list and from the list out; Alt with Up or Down turns pages."""
        is_page, is_alt = bool(self.rule), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Escape if is_page:
                self.show_all()
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if is_page and is_alt:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(16, 8, 8, 4)
        head.setSpacing(0)
        head.addWidget(self._heading)
        head.addWidget(self._all)
        head.addStretch(1)
        for button in (self._previous, self._next, self._more, self._close):
            head.addWidget(button)
        self._stack = QStackedLayout()
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        for part in (self.overview, self.page):  # only now: a stack without a parent would open windows
            self._stack.addWidget(part)
        self._turn_to(self.overview)

    def _connect(self) -> None:
        self.overview.opened.connect(self.show_rule)
        self.page.picked.connect(self.picked)
        self.page.hint.connect(self.hint)
        self._all.clicked.connect(self.show_all)
        self._previous.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self._close.clicked.connect(self.closed)
        self._more.clicked.connect(self._ask_for_menu)
        session = self._ground.session
        session.changed.connect(self._follow)
        session.leaving.connect(self.commit)

    def _turn_to(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        is_page = part is self.page
        for widget in (self._all, self._previous, self._next):
            widget.setVisible(is_page)
        self._heading.setVisible(not is_page)

    def _follow(self, change: Change) -> None:
        """What the plan says of the rules; what they find now comes in a while."""
        if change.plan.parameters is not change.plan_before.parameters:
            self._show()

    def _show(self) -> None:
        """Show the plan's rules; nothing is reckoned while nobody looks."""
        if self.isHidden():
            return
        self.overview.show_entries(entries(self._ground.session.plan, self._ground.catalogue, self._findings))
        if self.rule:
            self.page.show_rule(self.rule, self._findings)

    def _step(self, by: int) -> None:
        rule = self.overview.list.rows.beside(self.page.rule, by)
        if rule != self.page.rule:
            self.show_rule(rule)

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))
