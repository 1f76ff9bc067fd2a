"""Load: how full everybody's time is, where it gets stuck, and what would help; at any volume."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salesorg_gui.canvas.guarded import guarded
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.domain.ids import Key, Kind, SourceId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Source
from salesorg_gui.i18n import _
from salesorg_gui.pages.flow_figures import FlowFigures
from salesorg_gui.pages.footing import Footing
from salesorg_gui.pages.load_sections import StuckSection, WaitSection, WorkSection, WorthSection
from salesorg_gui.pages.page import Page
from salesorg_gui.pages.reckoned_with import ReckonedWith
from salesorg_gui.pages.volume_bar import VolumeBar
from salesorg_gui.panels.buttons import TextButton
from salesorg_gui.session.volume import USUAL

if TYPE_CHECKING:
    from salesorg_gui.capacity.capacity import Capacity

LIVE = 2_000
"""Up to so many seats figures follow the slider at once; beyond, as soon as the worker has them."""


class LoadPage(Page):
    """The finding first, then the slider, and below what it is made of."""

    begins_with_answer = True

    def __init__(self, footing: Footing) -> None:
        super().__init__("load", footing)
        look, volume = self.ground.look, footing.volume
        self._capacity: Capacity | None = None
        self._said = self.said("load_said", "heading")
        self._room = self.said("load_room", "body", "2")
        self._begin = TextButton(look, _("Add a lead source"), "load_begin", "primary")
        self._begin.clicked.connect(self._begin_with_source)
        self.column.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._volume = VolumeBar(look, volume)
        self._figures = FlowFigures("load_flow", _("What comes in a month, and what becomes of it"))
        self._on_chart = TextButton(look, _("Show it on the chart"), "load_on_chart", "secondary", "gauge", small=True)
        self._on_chart.clicked.connect(volume.wanted)
        self._stuck, self._work = StuckSection(look), WorkSection(look)
        self._wait, self._worth = WaitSection(look), WorthSection(look)
        self._told = QWidget()
        self._lay_out()
        for section in (self._stuck, self._work, self._worth):
            section.chosen.connect(self._choose)
        self.heading(_("Reckoned with"))
        self._reckoned_with = ReckonedWith(self.ground)
        self.column.addWidget(self._reckoned_with)
        self._show_told(is_told=False)
        volume.changed.connect(self._follow_volume)
        self._is_attending = False
        self.ground.session.changed.connect(self._follow_plan)
        self.thinks(self._reckon, self._tell)

    def attend(self) -> None:
        super().attend()
        self._is_attending = True
        self._follow_plan()

    def rest(self) -> None:
        super().rest()
        self._is_attending = False
        self.footing.volume.ask(USUAL)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._volume, self._figures):
            column.addWidget(widget)
        column.addWidget(self._on_chart, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self._stuck, self._work, self._wait, self._worth):
            column.addWidget(section)
        self.column.addWidget(self._told)

    def _reckon(self, plan: Plan, chart: Chart) -> object:
        """What is told; a sentence where that cannot be told."""
        from salesorg_gui.capacity.capacity import NoCapacity  # noqa: PLC0415 -- loads networkx
        from salesorg_gui.study.load_told import load_told  # noqa: PLC0415

        try:
            capacity = self.footing.reckon(plan, chart).at(self.footing.volume.share)
        except NoCapacity as refusal:
            return str(refusal)
        catalogue = self.ground.vocabulary.shipped.with_plan_roles(plan.roles)
        return load_told(capacity, catalogue) if capacity.has_volume else None

    def _tell(self, answer: object) -> None:
        from salesorg_gui.study.load_told import LoadTold  # noqa: PLC0415 -- known by now

        told = answer if isinstance(answer, LoadTold) else None
        self._show_told(is_told=told is not None)
        if told is None:
            self._capacity = None
            self._said.setText(str(answer) if answer is not None else _("Nobody has said yet how many leads come."))
            self._room.setText("" if answer is not None else self._how_to_begin())
            self._room.setVisible(answer is None)
            self._begin.setVisible(answer is None)
            return
        self._capacity = told.capacity.at(USUAL)
        self._said.setText(told.headline)
        self._room.setText(told.room)
        self._room.setVisible(bool(told.room))
        self._begin.hide()
        self._show_capacity(told.capacity)
        self._stuck.show_told(told)
        self._wait.show_told(told)
        self._worth.show_told(told)

    def _show_told(self, *, is_told: bool) -> None:
        self._told.setVisible(is_told)
        self._begin.hide()

    def _how_to_begin(self) -> str:
        if self.ground.chart.sources:
            return _("Select a lead source and enter its leads a month; handoffs lead them on.")
        return _("Add a lead source, enter its leads a month, and hand them over to whoever qualifies them.")

    @guarded(None)
    def _follow_volume(self, share: float) -> None:
        """Show at once what is quickly reckoned; the rest follows from the worker."""
        if not self.isVisible():
            return
        if self._capacity is not None and len(self._capacity.works) <= LIVE:
            self._show_capacity(self._capacity.at(share))
        self.think_again()

    def _show_capacity(self, capacity: "Capacity") -> None:
        from salesorg_gui.study.load_words import count  # noqa: PLC0415 -- known by now

        self._figures.show_figures(
            [
                (count(capacity.leads), _("leads")),
                (count(capacity.prospects), _("prospects")),
                (count(capacity.qualified), _("qualified leads")),
                (count(capacity.flow.customers), _("customers a month")),
            ]
        )
        self._work.show_capacity(capacity, self.ground.catalogue)

    @guarded(None)
    def _follow_plan(self, _change: object = None) -> None:
        if not self._is_attending:
            return
        self._reckoned_with.show_plan(self.ground.session.plan)
        name = _("Go to the lead source") if self.ground.chart.sources else _("Add a lead source")
        self._begin.setText(name)
        self._begin.setAccessibleName(name)

    @guarded(None)
    def _begin_with_source(self) -> None:
        chart = self.ground.chart
        first = min(chart.sources, default=None)
        if first is None:
            first = SourceId(new_id(chart, Kind.SOURCE))
            self.ground.attempt(Add((Source(first, channel="website"),), _("Add lead source")))
        self.picked.emit(Key(Kind.SOURCE, first))

    @guarded(None)
    def _choose(self, seats: Iterable[str]) -> None:
        self.picked.emit(frozenset(Key(Kind.SEAT, seat) for seat in seats))
