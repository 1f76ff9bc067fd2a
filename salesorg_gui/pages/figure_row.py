"""One planning figure: what it is called, its value and unit, where the value comes from, and the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.capacity import CapacityDefaults
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.panels.text import Label, Paragraph
from salesorg_gui.study.planning_figures import (
    NoFigure,
    PlanningFigure,
    kept_amount,
    own_value,
    setting,
    shown_amount,
    unit_text,
)

FIELD, UNIT, GAP = 80, 64, 8


class FigureRow(QWidget):
    """Keeps what is typed in the plan, where it differs from what is usual."""

    def __init__(self, figure: PlanningFigure, ground: Ground) -> None:
        super().__init__()
        self.figure, self._ground = figure, ground
        self.setObjectName(f"figure_{figure.id}_row")
        self._field = TextField(f"figure_{figure.id}", figure.title, placeholder=_("Unknown"))
        self._field.setProperty("boxed", True)
        self._field.setFixedWidth(FIELD)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.committed.connect(self._keep)
        spoken = _("{figure}: back to the usual value").format(figure=figure.title)
        self._back = IconButton(ground.look, "undo-2", f"figure_{figure.id}_back", spoken, "text_3", 14)
        room = self._back.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(room)
        self._back.clicked.connect(self._go_back)
        self._source = Label("", "tiny", "3")
        self._source.setObjectName(f"figure_{figure.id}_source")
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName(f"figure_{figure.id}_reason")
        self._reason.hide()
        self._lay_out()

    @property
    def _usual(self) -> CapacityDefaults:
        return self._ground.vocabulary.shipped.capacity

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan reckons with; what is being typed stays."""
        own, usual = own_value(self.figure, plan, self._usual), float(getattr(self._usual, self.figure.id))
        self._field.show_value(self._text(usual if own is None else own), keep_typing=True)
        self._back.setVisible(own is not None)
        origin = self._origin(own, usual)
        self._source.setText(origin)
        self._source.setVisible(bool(origin))
        if not self._field.is_pending:
            self._refuse("")

    def _text(self, value: float) -> str:
        return shown(shown_amount(self.figure, value)) if self.figure.is_known(value) else ""

    def _origin(self, own: float | None, usual: float) -> str:
        """Where the value comes from; nothing where there is none."""
        if not self.figure.is_known(usual):
            return _("From the plan") if own is not None else ""
        if own is not None:
            return _("from the plan; usual is {usual}").format(usual=self._text(usual))
        return _("usual in this method") if self.figure.is_from_method else _("assumed, your own number is better")

    @guarded(None)
    def _keep(self, text: str) -> None:
        try:
            value = kept_amount(self.figure, number(text)) if text else None
        except NotANumber:
            self._refuse(_("Type a number."))
        except NoFigure as refusal:
            self._refuse(str(refusal))
        else:
            self._set(value)

    @guarded(None)
    def _go_back(self) -> None:
        self._field.restore()
        self._set(None)

    def _set(self, value: float | None) -> None:
        refusal = self._ground.attempt(setting(self.figure, value, self._usual))
        self._refuse(refusal)
        if not refusal:
            self._field.restore()
            self.show_plan(self._ground.session.plan)

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._field.setProperty("refused", bool(reason))
        self._field.style().unpolish(self._field)
        self._field.style().polish(self._field)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(Paragraph(self.figure.title, "small", "1"))
        words.addWidget(self._source)
        words.addStretch()
        unit = Label(unit_text(self.figure.unit), "small", "2")
        unit.setFixedWidth(UNIT)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addLayout(words, 1)
        for widget in (self._field, unit, self._back):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._reason)
