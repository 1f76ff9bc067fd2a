"""The legend: what the colours of the cards mean, how many there are of each, and which of them one looks at."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.drawing.colouring import BLANK, Category, Colouring, colour_titles
from salesorg_gui.drawing.streams import Widths
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.buttons import IconButton
from salesorg_gui.panels.height import Height
from salesorg_gui.panels.icons import icon_size
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.text import caption, name, set_tip
from salesorg_gui.window.legend_widths import LegendWidths

WIDTH, FROM_EDGE, ROW, SWATCH = 208, 16, 28, 10


class LegendRow(QAbstractButton):
    """One colour. Pressed, it and others that are pressed stay clear while the rest of the chart is dimmed."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self._category = Category("", "", BLANK, 0)
        self._others_on = False
        self.setObjectName(f"legend_{number}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        Height(self, look, ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        """What the colour stands for."""
        return self._category.value

    def show_category(self, category: Category, *, is_on: bool, is_any_on: bool) -> None:
        """Stand for a category; faint while others are on and this is not."""
        self._category, self._others_on = category, is_any_on and not is_on
        self.setChecked(is_on)
        count = ngettext("{count} seat", "{count} seats", category.count).format(count=category.count)
        self.setAccessibleName(f"{category.title}, {count}")
        room = WIDTH - 72
        set_tip(self, category.title if self.fontMetrics().horizontalAdvance(category.title) > room else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.height())

    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ground(painter)
            painter.setOpacity(0.45 if self._others_on and not self.underMouse() else 1.0)
            self._swatch(painter)
            count = str(self._category.count)
            space = self.fontMetrics().horizontalAdvance(count)
            room = QRectF(34, 0, self.width() - 34 - 12 - space - 12, self.height())
            painter.setPen(self._look.colour("text_1"))
            title = self.fontMetrics().elidedText(self._category.title, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
            painter.setPen(self._look.colour("text_3"))
            right = QRectF(self.width() - 12 - space, 0, space, self.height())
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def _ground(self, painter: QPainter) -> None:
        inner = QRectF(self.rect()).adjusted(4, 1, -4, -1)
        painter.setPen(QPen(self._look.colour("accent"), 2.0) if self.hasFocus() else Qt.PenStyle.NoPen)
        ink = "accent_tint" if self.isChecked() else "hover" if self.underMouse() else ""
        painter.setBrush(self._look.colour(ink) if ink else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, 4, 4)

    def _swatch(self, painter: QPainter) -> None:
        """A bar as on the cards; hollow for what nobody said."""
        box = QRectF(16, (self.height() - SWATCH - 4) / 2, 6, SWATCH + 4)
        is_blank = self._category.family == BLANK
        painter.setPen(QPen(self._look.colour("line_strong"), 1.0) if is_blank else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_blank else self._look.colour(f"{self._category.family}_solid"))
        painter.drawRoundedRect(box, 2, 2)


class Legend(QFrame):
    """Stands in the lower left corner of the canvas. ``chosen`` carries the values that are on, ``closed`` ends it."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, over: QWidget, look: Look, ways: QMenu) -> None:
        super().__init__(over)
        self._over, self._look = over, look
        self._on: frozenset[str] = frozenset()
        self._colouring: Colouring | None = None
        self._rows: list[LegendRow] = []
        self.setProperty("look", "card")
        name(self, "legend", _("Legend"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # else the chart below is pressed too
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._by = self._chooser(ways)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 6)
        self._column.setSpacing(2)
        self._column.addLayout(self._head())
        self._column.addLayout(self._list)
        self._widths = LegendWidths(look)
        self._column.addWidget(self._widths)
        self.setFixedWidth(WIDTH)
        over.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def on(self) -> frozenset[str]:
        """The values one looks at; none of them means all."""
        return self._on

    def show_colouring(self, colouring: Colouring, widths: Widths | None = None) -> None:
        """Say what the colours mean now, and the widths of handoffs; what is on stays on as long as it is there."""
        before, self._colouring = self._colouring, colouring
        values = {category.value for category in colouring.categories}
        is_other = before is not None and before.by is not colouring.by
        self._on = frozenset() if is_other else self._on & values
        self._by.setText(caption(colour_titles()[colouring.by]))
        self._widths.show_widths(widths)
        self._fill()

    def let_go(self) -> None:
        """Look at everything again, without a word to anybody."""
        self._on = frozenset()
        self._fill()

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.height() != self._column.sizeHint().height():
            self._fit()  # its rows have become higher or lower: touch sizes
        return is_done

    def _chooser(self, ways: QMenu) -> QToolButton:
        """The button that names what colours say, and asks for something else."""
        button = QToolButton()
        button.setProperty("look", "words")
        button.setMenu(ways)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the word
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(icon_size(14))
        name(button, "legend_by", _("Colour by"))
        set_tip(button, _("Colour by"))
        return button

    def _head(self) -> QHBoxLayout:
        close = IconButton(self._look, "x", "legend_close", _("Close"), "text_3", 14)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 6, 0)
        head.addWidget(self._by)
        head.addStretch(1)
        head.addWidget(close)
        return head

    def _fill(self) -> None:
        categories = self._colouring.categories if self._colouring is not None else ()
        while len(self._rows) < len(categories):
            row = LegendRow(self._look, len(self._rows))
            row.clicked.connect(lambda _on=False, row=row: self._toggle(row))
            self._rows.append(row)
            self._list.addWidget(row)
        for row in self._rows[len(categories) :]:
            row.hide()
        for row, category in zip(self._rows, categories, strict=False):
            row.show_category(category, is_on=category.value in self._on, is_any_on=bool(self._on))
            row.show()
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._column.sizeHint().height())
        self._place()

    def _toggle(self, row: LegendRow) -> None:
        self._on = self._on ^ {row.value}
        self._fill()
        self.chosen.emit(self._on)

    def _place(self) -> None:
        self.move(FROM_EDGE, self._over.height() - self.height() - FROM_EDGE)

    def _dress(self) -> None:
        self._by.setIcon(self._look.icon("chevron-down", "text_2", 14))
        for row in self._rows:
            row.update()
