"""The third step: the advice, another structure tried out, and the comparison of two charts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.pages.workshop.advice_view import AdviceView
from salesorg_gui.pages.workshop.conversion_view import Comparison, ConversionView
from salesorg_gui.pages.workshop.thinking import Seen
from salesorg_gui.panels.chooser import Choice
from salesorg_gui.panels.look import Look

OTHER_CHART_KEY = "Ctrl+PgUp"


class ModelStep(QWidget):
    """``chosen`` asks to choose the recommended structure, ``tried`` carries the template to try out, empty for none.

    ``taken`` asks for the second chart, ``origin_wanted`` for the chart that one was made of, ``picked`` for a card.
    """

    chosen = Signal()
    tried = Signal(str)
    taken = Signal()
    origin_wanted = Signal()
    picked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._advice, self._conversion, self._comparison = AdviceView(look), ConversionView(look), Comparison(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._advice, self._conversion, self._comparison):
            column.addSpacing(16)
            column.addWidget(part)
        self._advice.chosen.connect(self.chosen)
        self._conversion.tried.connect(self.tried)
        self._conversion.taken.connect(self.taken)
        self._conversion.picked.connect(self.picked)
        self._conversion.put_away.connect(self._give_up)
        self._comparison.wanted.connect(self.origin_wanted)

    def show_seen(self, seen: Seen, catalogue: Catalogue) -> None:
        """Show what was found of a chart."""
        from salesorg_gui.study.convert.conversion import convertible, template_for  # noqa: PLC0415 -- known by now

        counsel = seen.counsel
        self._advice.show_counsel(counsel, catalogue, str(seen.chart.model or ""))
        wanted = template_for(counsel.advice.model, counsel.stage.value, catalogue)
        choices = [Choice(id, catalogue.templates[id].title) for id in convertible(catalogue)]
        self._conversion.offer(choices, wanted)
        self._conversion.show_telling(seen.tried)
        before = seen.plan.charts.get(seen.chart.based_on) if seen.chart.based_on is not None else None
        titles = (before.title if before is not None else "", seen.chart.title)
        keys = QKeySequence(OTHER_CHART_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self._comparison.show_differences(seen.differences, titles, keys)

    @guarded(None)
    def _give_up(self) -> None:
        self._conversion.show_telling(None)
        self.tried.emit("")
