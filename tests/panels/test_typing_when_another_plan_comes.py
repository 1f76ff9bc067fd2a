"""Text that waits in a field belongs to the plan, chart and record it was typed for, whatever comes meanwhile."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import AddChart, RenamePlan
from salesorg_gui.domain.ids import ChartId, Key, Kind
from salesorg_gui.domain.plan import Plan
from salesorg_gui.panels.inspector.ground import Ground
from salesorg_gui.panels.inspector.inspector import Inspector
from salesorg_gui.session.session import Session
from tests.panels.conftest import SELLER, plan
from tests.panels.typing import field, found, opened, press, type_into

TITLE = "inspector_plan_title"


class RubberBand:
    """As the one on the chart: the first change that comes ends it, and it gives the selection back that was before."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.before: frozenset[Key] | None = None
        session.changed.connect(self._cancel)

    def _cancel(self) -> None:
        before, self.before = self.before, None
        if before is not None:
            self._session.selection.select(before)


@pytest.fixture
def rubber_band(session: Session) -> RubberBand:
    """It hears of changes before the inspector does, as the chart does."""
    return RubberBand(session)


@pytest.fixture
def inspector(rubber_band: RubberBand, ground: Ground, qtbot: QtBot) -> Iterator[Inspector]:
    inspector = opened(ground)
    yield inspector
    inspector.close()
    inspector.deleteLater()


def other_plan() -> Plan:
    return replace(plan(), title="Another")


def test_the_plan_that_comes_gets_nothing_of_what_was_typed(inspector: Inspector, session: Session) -> None:
    type_into(inspector, TITLE, "Typed", enter=False)
    session.open(other_plan())
    assert field(inspector, TITLE).text() == "Another"
    inspector.commit()
    assert session.plan.title == "Another"


def test_nor_when_it_comes_in_the_middle_of_a_rubber_band(
    inspector: Inspector, session: Session, rubber_band: RubberBand
) -> None:
    type_into(inspector, TITLE, "Typed", enter=False)
    rubber_band.before = frozenset([Key(Kind.SEAT, SELLER)])
    session.open(other_plan())
    session.selection.clear()
    assert field(inspector, TITLE).text() == "Another"
    inspector.commit()
    assert session.plan.title == "Another"


def test_what_was_typed_is_written_into_the_chart_that_goes(inspector: Inspector, session: Session) -> None:
    was = session.chart.id
    session.perform(AddChart(replace(session.chart, id=ChartId("to-be"), title="To be")))
    type_into(inspector, "inspector_chart_title", "Today", enter=False)
    session.show_chart(ChartId("to-be"))
    assert field(inspector, "inspector_chart_title").text() == "To be"
    assert [session.plan.charts[name].title for name in (was, ChartId("to-be"))] == ["Today", "To be"]


def test_a_text_whose_form_a_change_puts_away_is_no_second_edit(
    inspector: Inspector, session: Session, rubber_band: RubberBand
) -> None:
    session.selection.select([Key(Kind.SEAT, SELLER)])
    press(inspector, "inspector_edit_mission")
    area = found(inspector, QPlainTextEdit, "inspector_text_mission")
    area.setFocus()
    area.setPlainText("Half a sentence")
    rubber_band.before = frozenset()
    session.perform(RenamePlan("Renamed"))
    assert (session.plan.title, session.undo_label) == ("Renamed", "Rename plan")
    assert not session.chart.seats[SELLER].texts
    session.selection.select([Key(Kind.SEAT, SELLER)])
    inspector.commit()
    assert not session.chart.seats[SELLER].texts
