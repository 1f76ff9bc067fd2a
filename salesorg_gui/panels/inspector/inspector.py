"""The panel itself: it follows the selection, shows the form that fits, and commits what is typed before it leaves."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from salesorg_gui.domain.edits.plan import Accept
from salesorg_gui.domain.ids import Kind
from salesorg_gui.panels.inspector.edge_forms import HandoffForm, LineForm, SourceForm
from salesorg_gui.panels.inspector.finding_cards import FindingCards, about
from salesorg_gui.panels.inspector.form import Form
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.header import Header
from salesorg_gui.panels.inspector.plan_form import PlanForm
from salesorg_gui.panels.inspector.pod_form import PodForm
from salesorg_gui.panels.inspector.seat_form import SeatForm
from salesorg_gui.panels.inspector.segment_form import SegmentForm
from salesorg_gui.panels.inspector.summary import summary
from salesorg_gui.rules.finding import Finding, Findings

WIDTH = 304
FEW = 3
"""Of more records than this the findings stand in their own panel only."""


@dataclass(frozen=True, slots=True)
class Forms:
    """One form for each kind of record, made when it is first needed."""

    ground: Ground
    made: dict[Kind | None, Form]

    def of(self, kind: Kind | None) -> Form:
        """The form for a kind; for nothing, the plan's."""
        if kind not in self.made:
            self.made[kind] = self._new(kind)
        return self.made[kind]

    def _new(self, kind: Kind | None) -> Form:
        match kind:
            case Kind.SEAT:
                return SeatForm(self.ground)
            case Kind.POD:
                return PodForm(self.ground)
            case Kind.SEGMENT:
                return SegmentForm(self.ground)
            case Kind.SOURCE:
                return SourceForm(self.ground)
            case Kind.HANDOFF:
                return HandoffForm(self.ground)
            case Kind.LINE:
                return LineForm(self.ground)
            case _:
                return PlanForm(self.ground)


class Inspector(QFrame):
    """``hint`` is for the status line; ``document_wanted`` carries what to print of the selection.

    ``company_wanted`` carries the group of questions about the company that somebody wants to answer, ``hire_wanted``
    the part of the selected seat's hire, ``fix_wanted`` the finding somebody wants to have settled.
    """

    hint = Signal(str)
    document_wanted = Signal(str)
    company_wanted = Signal(str)
    hire_wanted = Signal(str)
    fix_wanted = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._findings = Findings()
        self._forms = Forms(ground, {})
        self._form: Form | None = None
        self.setObjectName("inspector")
        self.setProperty("look", "panel-right")
        self.setFixedWidth(WIDTH)
        self._header = Header(ground.look)
        self._cards = FindingCards(ground.look)
        self._cards.accepted.connect(self._accept)
        self._cards.fix_wanted.connect(self.fix_wanted)
        self._build()
        ground.session.selection.changed.connect(self._follow_selection)
        ground.session.changed.connect(self._follow)
        ground.session.leaving.connect(self._leave)
        self._show()

    def show_findings(self, findings: Findings) -> None:
        """Show what the rules found about the selection."""
        self._findings = findings
        self._show_cards()

    def commit(self) -> None:
        """Take over what is typed and not yet committed."""
        if self._form is not None:
            self._form.commit()

    def focus_first_field(self) -> None:
        """Let the keyboard go to the first field of the form."""
        if self._form is not None:
            first = self._form.nextInFocusChain()
            while first is not None and first is not self._form:
                if first.focusPolicy() & Qt.FocusPolicy.TabFocus and first.isVisibleTo(self):
                    first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    return
                first = first.nextInFocusChain()

    def _build(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("inspector_content")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._column.addWidget(self._cards)
        self._column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setObjectName("inspector_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _follow_selection(self) -> None:
        ground = self._ground
        is_current = not ground.session.is_telling  # else the fields show what was there before the change
        if is_current and self._form is not None and all(map(ground.chart.record, self._form.keys)):
            self.commit()  # what was typed belongs to the records shown before, as long as they are there
        self._show()
        self._scroll.verticalScrollBar().setValue(0)

    def _leave(self) -> None:
        """Write what is typed where it belongs; the plan or chart that comes gets none of it."""
        self.commit()
        for form in self._forms.made.values():
            form.forget()

    def _follow(self, _change: object) -> None:
        self._show()

    def _show(self) -> None:
        keys = tuple(sorted(self._ground.session.selection.keys))
        kinds = {key.kind for key in keys}
        texts = summary(self._ground, keys)
        self._header.show_texts(texts.title, texts.line, texts.tags)
        self._put(None if len(kinds) > 1 else self._forms.of(next(iter(kinds), None)))
        if self._form is not None:
            self._form.show_keys(keys)
        self._show_cards()

    def _put(self, form: Form | None) -> None:
        if form is self._form:
            return
        if self._form is not None:
            self._form.hide()
            self._form.forget()
        self._form = form
        if form is None:
            return
        if form.parentWidget() is not self._content:
            self._column.insertWidget(self._column.count() - 1, form)
            form.hint.connect(self.hint)
            if isinstance(form, SeatForm):
                form.document_wanted.connect(self.document_wanted)
                form.hire_wanted.connect(self.hire_wanted)
            if isinstance(form, PlanForm):
                form.company_wanted.connect(self.company_wanted)
        form.show()

    def _show_cards(self) -> None:
        keys = self._ground.session.selection.keys
        self._cards.show_findings(about(self._findings, keys) if len(keys) <= FEW else ())

    def _accept(self, finding: Finding, reason: str) -> None:
        if reason:
            self._ground.attempt(Accept(finding.rule, finding.subjects, reason, finding.figures))
