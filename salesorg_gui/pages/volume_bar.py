"""More or less coming in than the plan says: a slider, the same as a number, and the way back."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.i18n import _
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.fields import TextField
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.numbers import NotANumber, number, shown
from salesorg_gui.panels.text import Label, Paragraph, name
from salesorg_gui.session.volume import LEAST, MOST, USUAL, Volume

HUNDRED = 100
STEP, PAGE = 5, 25
HANDLE = 16
FIELD = 64


class VolumeSlider(QSlider):
    """In per cent of the plan's volume, with a tick where the plan is."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setRange(round(LEAST * HUNDRED), round(MOST * HUNDRED))
        self.setSingleStep(STEP)
        self.setPageStep(PAGE)
        self.setValue(HUNDRED)
        name(self, "load_volume", _("Lead volume in per cent of the plan"))
        Height(self, look, 28)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        place = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), HUNDRED, self.width() - HANDLE)
        with QPainter(self) as painter:
            tick = QRectF(place + HANDLE / 2 - 1, self.height() / 2 - 9, 2, 18)
            painter.fillRect(tick, self._look.colour("line_strong"))
        super().paintEvent(event)


class VolumeBar(QWidget):
    """Shows and asks for a volume."""

    def __init__(self, look: Look, volume: Volume) -> None:
        super().__init__()
        self._volume = volume
        self.slider = VolumeSlider(look)
        self.slider.valueChanged.connect(self._slid)
        self.field = TextField("load_volume_number", _("Lead volume in per cent of the plan, as a number"))
        self.field.setProperty("boxed", True)
        self.field.setFixedWidth(FIELD)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.committed.connect(self._typed)
        self.back = IconButton(look, "undo-2", "load_volume_back", _("Back to 100 %"))
        self.back.clicked.connect(lambda: self._volume.ask(USUAL))
        self._reason = Paragraph("", "small", "error")
        self._reason.setObjectName("load_volume_reason")
        self._reason.hide()
        volume.changed.connect(lambda _share: self._follow())
        self._lay_out()
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(_("Lead volume"), "small", "2"))
        row.addWidget(self.slider, 1)
        row.addWidget(self.field)
        row.addWidget(Label("%", "body", "2"))
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._reason)

    @guarded(None)
    def _slid(self, per_cent: int) -> None:
        if per_cent != self._per_cent:
            self._volume.ask(per_cent / HUNDRED)

    @guarded(None)
    def _typed(self, text: str) -> None:
        try:
            per_cent = number(text.removesuffix("%"))
        except NotANumber:
            per_cent = 0.0
        is_sound = self.slider.minimum() <= per_cent <= self.slider.maximum()
        self._refuse("" if is_sound else _("Type a number from 25 to 300."))
        if is_sound:
            self._volume.ask(per_cent / HUNDRED)
            self._follow()

    def _follow(self) -> None:
        self.slider.setValue(self._per_cent)
        self.field.show_value(shown(round(self._volume.share * HUNDRED, 2)))
        self.back.setEnabled(self._volume.share != USUAL)
        self._refuse("")

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    @property
    def _per_cent(self) -> int:
        return round(self._volume.share * HUNDRED)
