"""Load: how full everybody's time is, and where it gets stuck."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.page import Page
from salesorg_gui.panels.numbers import shown
from salesorg_gui.panels.text import Label

ALMOST = 0.05
"""FTE less than this apart are the same."""


class PartLoad(NamedTuple):
    """FTE a part of the work takes, and FTE there is."""

    title: str
    need: float
    have: float


class LoadPage(Page):
    """Need against have for each part of the work."""

    def __init__(self, footing: Footing) -> None:
        super().__init__("load", footing)
        self._said = self.said("load_said", "heading")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setColumnStretch(0, 1)
        self._table = QWidget()
        self._table.setLayout(self._rows)
        self._rows.setContentsMargins(0, 8, 0, 0)
        self.column.addWidget(self._table)
        self.thinks(self._reckon, self._tell)

    def _reckon(self, plan: Plan, chart: Chart) -> object:
        """What each part takes and has; a sentence where that cannot be told."""
        from salesorg_gui.capacity.capacity import NoCapacity  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.capacity.work import Part  # noqa: PLC0415

        try:
            capacity = self.footing.reckon(plan, chart)
        except NoCapacity as refusal:
            return str(refusal)
        if not capacity.has_volume:
            return _("Nobody has said yet how many leads come. Give a lead source a number a month.")
        titles = {
            Part.INBOUND: _("Inbound"),
            Part.OUTBOUND: _("Outbound"),
            Part.CLOSER: _("Closing"),
            Part.CARE: _("Keeping customers"),
        }
        return [PartLoad(titles[part], capacity.need(part), capacity.have(part)) for part in Part]

    def _tell(self, answer: object) -> None:
        parts = answer if isinstance(answer, list) else []
        self._table.setVisible(bool(parts))
        self._said.setText(answer if isinstance(answer, str) else _sentence(parts))
        self._fill(parts)

    def _fill(self, parts: list[PartLoad]) -> None:
        for label in self._table.findChildren(Label):
            label.deleteLater()
        heads = ("", _("Need, FTE"), _("Have, FTE"))
        rows = [heads, *((one.title, _fte(one.need), _fte(one.have)) for one in parts)]
        for line, texts in enumerate(rows):
            for at, text in enumerate(texts):
                label = Label(text, "small" if line == 0 else "body", "2" if line == 0 else "1")
                if at:
                    label.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._rows.addWidget(label, line, at)


def _sentence(parts: list[PartLoad]) -> str:
    short = max(parts, key=lambda one: one.need - one.have)
    missing = short.need - short.have
    if missing > ALMOST:
        return _("{part} has {fte} FTE too little.").format(part=short.title, fte=_fte(missing))
    return _("Everybody has time for what comes.")


def _fte(value: float) -> str:
    return shown(round(value, 1), least_decimals=1)
