"""The window says how full everybody's time is."""

from collections.abc import Mapping

from pytestqt.qtbot import QtBot

from salesorg_gui.app import Reckoning
from salesorg_gui.domain.edits.records import Revise
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary
from salesorg_gui.window.main_window import MainWindow
from tests.capacity.test_capacity import line, sources, team
from tests.rules.builders import ENGLISH, chart, handoff, plan_of, seat


def reckoned(session: Session) -> Mapping[SeatId, float]:
    strain = Reckoning(Vocabulary(session, ENGLISH))(session.plan, session.chart)
    return strain.seats if strain is not None else {}


def test_loads_follow_the_chart(window: MainWindow, qtbot: QtBot) -> None:
    drawn = line(240, 300, team(2.0, 1.0, 2.0, 1.0))
    with qtbot.waitSignal(window.reckoner.answered) as answered:
        window.parts.ground.session.open(plan_of(drawn))
    assert round(answered.args[0].seats[SeatId("sdr")], 2) == 0.3
    with qtbot.waitSignal(window.reckoner.answered) as answered:
        window.parts.ground.session.perform(Revise((sources(480, 300)[0],), "More leads"))
    assert round(answered.args[0].seats[SeatId("sdr")], 2) == 0.6


def test_without_volumes_nobody_has_a_load(qtbot: QtBot) -> None:
    assert reckoned(Session(plan_of(line(0, 0)))) == {}


def test_where_returns_never_end_nobody_has_a_load(qtbot: QtBot) -> None:
    ways = [handoff("in > one: raw_lead"), handoff("one > one: raw_lead")]
    drawn = chart([seat("one", "marketing")], handoffs=ways, sources=sources(10, 0))
    assert reckoned(Session(plan_of(drawn))) == {}
