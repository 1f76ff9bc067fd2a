"""The panel itself: it arranges what was found, leads from one finding to the next, and lets a hand accept them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from salesorg_gui.domain.edits.plan import Accept
from salesorg_gui.i18n import _
from salesorg_gui.panels.findings.explaining import Explaining
from salesorg_gui.panels.findings.filters import Filters
from salesorg_gui.panels.findings.grouping import Row, RowKind, arranged
from salesorg_gui.panels.findings.rows import Rows
from salesorg_gui.panels.findings.sayings import Sayings
from salesorg_gui.panels.findings.view import FindingsView
from salesorg_gui.panels.findings.way import Way
from salesorg_gui.panels.findings.words import still_looking
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.text import Label, name
from salesorg_gui.rules.finding import Finding, Findings, Severity
from salesorg_gui.rules.remedies.remedy import Remedy

HEIGHT, TOUCH_HEIGHT = 264, 340


class FindingsPanel(QFrame):
    """``picked`` carries the finding whose culprits are to be shown, ``concerned`` the one to light up, or nothing.

    ``remedies_wanted`` asks for ways to settle a finding, ``previewed`` carries the one to show beforehand, or nothing,
    ``remedy_taken`` the one to do. ``left`` gives the keyboard back, ``closed`` asks to be put away, ``hint`` says what
    would help, ``shown`` whether the panel stands there.
    """

    picked = Signal(object)
    concerned = Signal(object)
    remedies_wanted = Signal(object)
    previewed = Signal(object)
    remedy_taken = Signal(object)
    left = Signal()
    closed = Signal()
    hint = Signal(str)
    shown = Signal(bool)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._findings, self._has_looked = Findings(), False
        self._sayings = Sayings(ground)
        self._turned: frozenset[str] = frozenset()
        self._shown = ""
        self._way = Way()
        self.setObjectName("findings")
        self.setProperty("look", "panel-bottom")
        Height(self, ground.look, HEIGHT, TOUCH_HEIGHT)
        self.filters = Filters(ground.look)
        self._nothing = Label("", "body", "2")
        self._nothing.setObjectName("findings_nothing")
        self._nothing.setContentsMargins(16, 8, 16, 8)
        self.view = FindingsView(ground.look, Rows(self._sayings.where))
        name(self.view, "findings_list", _("Findings"))
        self.explaining = Explaining(ground, self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self._connect()
        self.filters.count(self._findings)
        self._show()

    @property
    def current(self) -> Finding | None:
        """The finding at hand: the one that is explained, else the one the keyboard stands on, else the last one."""
        return self.explaining.finding or self._stood_on or self._way.current

    def show_findings(self, findings: Findings) -> None:
        """Show what was found last; what is explained stays explained as long as it is found."""
        self._findings, self._has_looked = findings, True
        self._sayings.follow(len(findings))
        self.filters.count(findings)
        self._show()

    def step(self, by: int) -> Finding | None:
        """Go to the next finding, or the one before, and explain it; nothing when there are none."""
        finding = self._way.step(by)
        if finding is not None:
            self.go_to(finding)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return finding

    def go_to(self, finding: Finding) -> None:
        """Take a finding to hand: explain it and show its culprits."""
        self._way.go_to(finding)
        self._shown = finding.rule
        if self.view.rows.place_of(finding) < 0:
            self._show()
        if self.view.rows.place_of(finding) < 0:
            self.filters.let_through()
        if self.view.rows.place_of(finding) >= 0:
            self.explaining.explain(finding)
            self.view.stand_on(self.view.rows.place_of(finding))
        self.concerned.emit(finding)
        self.picked.emit(finding)

    def show_remedies(self, finding: Finding, remedies: Sequence[Remedy]) -> None:
        """Offer ways to settle a finding, if it still is the one that is explained."""
        self.explaining.show_remedies(finding, remedies)

    def accept(self, finding: Finding) -> None:
        """Ask why a finding is fine; one that was accepted is shown again, an error cannot be."""
        if finding.severity is Severity.ERROR:
            self.hint.emit(_("An error cannot be accepted. It has to be mended."))
        elif finding.accepted:
            self._ground.attempt(Accept(finding.rule, finding.subjects, ""))
        else:
            self.go_to(finding)
            self.explaining.ask_reason()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown.emit(False)

    def _connect(self) -> None:
        view, filters, explaining = self.view, self.filters, self.explaining
        filters.changed.connect(self._show)
        filters.stepped.connect(self.step)
        filters.closed.connect(self.closed)
        filters.search.entered.connect(self._enter_list)
        filters.search.left.connect(self.left)
        view.taken.connect(lambda row: self._turn(row, is_opening=not self._is_open(row)))
        view.entered.connect(self._enter)
        view.turned.connect(lambda row, is_opening: self._turn(row, is_opening=is_opening))
        view.stood_on.connect(self.concerned)
        view.pointed_at.connect(self._point_at)
        view.accept_wanted.connect(self.accept)
        view.left.connect(self.left)
        explaining.remedies_wanted.connect(self.remedies_wanted)
        explaining.below.remedies.previewed.connect(self.previewed)
        explaining.below.remedies.taken.connect(self.remedy_taken)
        selection = self._ground.session.selection
        selection.changed.connect(lambda: filters.follow_selection(selection.keys))

    def _show(self) -> None:
        wanted = self.filters.wanted
        found: Sequence[Finding] = self._findings.found
        if wanted.is_narrow:
            found = [finding for finding in found if wanted.picks(finding, self._sayings.text)]
        is_undrawn = not self._ground.session.chart.handoffs
        made = arranged(found, self.filters.by, self._group, self._turned, self._shown, is_undrawn=is_undrawn)
        stood, place = self.view.row, self.view.currentIndex().row()
        self._way.follow(made.way)
        self.view.rows.show_rows(made.rows)
        self._nothing.setText(self.none_said)
        self._nothing.setVisible(not made.rows)
        self.view.setVisible(bool(made.rows))
        self._stand_again(stood, place)
        self.explaining.explain_again()

    def _stand_again(self, stood: Row | None, before: int) -> None:
        """Let the mark of the keyboard stay with its row, or come to what took its place, a folded rule perhaps."""
        rows = self.view.rows
        if stood is None:
            return
        place = rows.place_of(stood.finding) if stood.finding is not None else rows.place_of_id(stood.id)
        if place < 0 and self._way.upcoming is not None:
            place = rows.place_of(self._way.upcoming)
        self.view.stand_on(min(place if place >= 0 else before, rows.rowCount() - 1))

    def _enter(self, row: Row) -> None:
        """Enter takes a row; on the row that is explained it goes on to what can be done."""
        if row.finding is not None and row.finding == self.explaining.finding:
            self.explaining.below.focus_first()
        else:
            self._turn(row, is_opening=not self._is_open(row))

    def _enter_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if self.view.row is None:
            self.view.stand_on(0)

    def _is_open(self, row: Row) -> bool:
        return row.is_open if row.finding is None else row.finding == self.explaining.finding

    def _turn(self, row: Row, *, is_opening: bool) -> None:
        """Open or fold a heading, a rule or the explanation of a finding."""
        if row.finding is not None:
            if is_opening:
                self.go_to(row.finding)
            else:
                self.explaining.stop()
        elif row.is_open != is_opening:
            is_by_itself = row.kind is RowKind.RULE and row.id not in self._turned and not is_opening
            self._turned = self._turned if is_by_itself else self._turned ^ {row.id}
            self._shown = "" if row.kind is RowKind.RULE else self._shown
            self._show()

    def _point_at(self, finding: Finding | None) -> None:
        self.hint.emit(finding.fix if finding is not None else "")
        self.concerned.emit(finding if finding is not None else self._stood_on)

    @property
    def _stood_on(self) -> Finding | None:
        row = self.view.row
        return row.finding if row is not None else None

    @property
    def none_said(self) -> str:
        """Why there is nothing to go to."""
        if not self._has_looked:
            return still_looking()
        if len(self._findings) and self.filters.wanted.is_narrow:
            return _("Nothing found that answers.")
        return _("Nothing found. The organisation works as drawn.")

    def _group(self, rule: str) -> str:
        text = self._ground.catalogue.rules.get(rule)
        return text.group if text is not None else ""
