"""How fast the work grows: a slider to try it out, and a number that the plan keeps."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.capacity.figures import CAPACITY, figures_of
from salesorg_gui.domain.edits.plan import SetParameter
from salesorg_gui.i18n import _
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.panels.text import Label, Paragraph, name

GROWTH = "growth_per_month"
STEP, MOST_STEPS = 0.005, 40
"""Half a per cent a month, up to twenty on the slider; a hand may type up to a hundred."""
SETTLED_MS = 700
FIELD = 64


class GrowthBar(QWidget):
    """``tried`` carries a growth that is not the plan's yet, ``None`` once it is: letting go is one edit."""

    tried = Signal(object)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._is_showing = False
        self._tried: float | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST_STEPS)
        self.slider.setPageStep(2)
        name(self.slider, "hires_growth_slider", _("Growth of leads and prospects in a month"))
        self.field = TextField("hires_growth", _("Growth of leads and prospects in a month, per cent"))
        self.field.setProperty("boxed", True)
        self.field.setFixedWidth(FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._source = Label("", "small", "3")
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName("hires_growth_reason")
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._lay_out()
        self._settled.timeout.connect(self.keep)
        self.slider.valueChanged.connect(self._try)
        self.slider.sliderReleased.connect(self.keep)
        self.field.committed.connect(self._type)
        self.field.textEdited.connect(lambda _text: self._refuse(""))

    def show_plan(self) -> None:
        """Show what the plan says, unless a hand is trying something else."""
        if self._tried is not None or self.slider.isSliderDown():
            return
        growth = self._told()
        self._is_showing = True
        self.slider.setValue(min(round(growth / STEP), MOST_STEPS))
        self._is_showing = False
        self.field.show_value(shown(round(100 * growth, 6)), keep_typing=True)
        if not self.field.is_pending:
            self._refuse("")
        is_own = growth != self._ground.catalogue.capacity.growth_per_month
        self._source.setText(_("From the plan") if is_own else _("Planning figure"))

    @guarded(None)
    def keep(self) -> None:
        """Make what is tried out the plan's own."""
        if self._tried is not None and not self.slider.isSliderDown():
            self._keep(self._tried)

    def _told(self) -> float:
        return figures_of(self._ground.session.plan, self._ground.catalogue.capacity).growth_per_month

    @guarded(None)
    def _try(self, steps: int) -> None:
        if self._is_showing:
            return
        self._tried = round(steps * STEP, 6)
        self.field.show_value(shown(round(100 * self._tried, 6)))
        self._settled.start()
        self.tried.emit(self._tried)

    @guarded(None)
    def _type(self, text: str) -> None:
        try:
            growth = number(text) / 100
        except NotANumber:
            growth = -1.0
        if not 0 <= growth <= 1:
            self._refuse(_("Growth is a number from 0 to 100 % a month."))
            return
        self._refuse("")
        self._keep(round(growth, 9))

    def _keep(self, growth: float) -> None:
        self._settled.stop()
        self._tried = None
        self.tried.emit(None)
        usual = self._ground.catalogue.capacity.growth_per_month
        self._ground.attempt(SetParameter(CAPACITY, GROWTH, None if growth == usual else growth))
        self.show_plan()

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _lay_out(self) -> None:
        head, line, column = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(Label(_("Growth a month"), "small", "2"))
        head.addStretch(1)
        head.addWidget(self._source)
        line.setSpacing(8)
        line.addWidget(self.slider, 1)
        line.addWidget(self.field)
        line.addWidget(Label("%", "body", "2"))
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)  # what is below takes what it can
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self._reason)
        self._reason.hide()
