"""One door in, one door out."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.change import Change
from salesorg_gui.domain.edits.edit import InChart
from salesorg_gui.domain.edits.plan import AddChart, DescribeChart, RemoveChart, RenamePlan
from salesorg_gui.domain.edits.records import Add, Remove
from salesorg_gui.domain.ids import ChartId, Key, Kind, RoleId, SeatId
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.domain.records import Seat
from salesorg_gui.session.selection import Selection
from salesorg_gui.session.session import Session

ADA, BO = Seat(SeatId("ada"), RoleId("sdr")), Seat(SeatId("bo"), RoleId("sdr"))
ADA_KEY, BO_KEY = Key(Kind.SEAT, "ada"), Key(Kind.SEAT, "bo")


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session()


@pytest.fixture
def changes(session: Session) -> list[Change]:
    heard: list[Change] = []
    session.changed.connect(heard.append)
    return heard


def test_an_edit_is_told_undone_and_redone_in_the_same_way(session: Session, changes: list[Change]) -> None:
    assert session.perform(Add((ADA,), "Add"))
    session.undo()
    session.redo()
    assert [set(change.seats.added) | set(change.seats.removed) for change in changes] == [{"ada"}] * 3
    assert (session.undo_label, session.redo_label) == ("Add", None)


def test_what_changes_nothing_is_no_step(session: Session, changes: list[Change]) -> None:
    assert not session.perform(RenamePlan(""))
    session.undo()
    session.redo()
    assert changes == []


def test_a_refusal_says_why_and_changes_nothing(session: Session, changes: list[Change], qtbot: QtBot) -> None:
    edit = Add((ADA, ADA), "Add")
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.perform(edit)
    assert refused.args == [session.refusal(edit)]
    assert session.refusal(Add((ADA,), "Add")) is None
    assert changes == []


def test_who_follows_must_not_write(session: Session, qtbot: QtBot) -> None:
    session.changed.connect(lambda _change: session.perform(RenamePlan("by a listener")))
    with qtbot.captureExceptions() as errors:
        session.perform(Add((ADA,), "Add"))
    assert [kind for kind, _error, _trace in errors] == [AssertionError]
    assert session.plan.title == ""


def test_steps_of_one_gesture_are_undone_as_one(session: Session) -> None:
    session.perform(RenamePlan("A"), "typing")
    session.perform(RenamePlan("AB"), "typing")
    session.end_gesture()
    session.perform(RenamePlan("ABC"), "typing")
    session.undo()
    assert session.plan.title == "AB"
    session.undo()
    assert session.plan.title == ""


def test_what_is_gone_is_no_longer_selected(session: Session) -> None:
    session.perform(Add((ADA, BO), "Add"))
    session.selection.select([ADA_KEY, BO_KEY], ADA_KEY)
    session.perform(Remove((ADA_KEY,), "Remove"))
    assert (session.selection.keys, session.selection.focus) == (frozenset({BO_KEY}), BO_KEY)


def test_undo_shows_the_chart_where_it_happened(session: Session) -> None:
    copy = session.chart.__class__(ChartId("b"), "Option A", order=1)
    session.perform(AddChart(copy))
    session.show_chart(ChartId("b"))
    session.perform(Add((ADA,), "Add"))
    session.show_chart(ChartId("as-is"))
    session.undo()
    assert session.chart.id == "b"


def test_a_chart_on_show_that_is_removed_makes_room_for_the_first(session: Session) -> None:
    session.perform(AddChart(session.chart.__class__(ChartId("b"), "Option A", order=1)))
    session.show_chart(ChartId("b"))
    session.perform(RemoveChart(ChartId("b")))
    assert session.chart.id == "as-is"
    session.perform(InChart(ChartId("as-is"), DescribeChart(title="Today")))
    assert session.chart.title == "Today"


def test_another_chart_on_show_is_no_edit(session: Session, changes: list[Change]) -> None:
    session.perform(AddChart(session.chart.__class__(ChartId("b"), "Option A", order=1)))
    session.mark_saved(session.plan, Path("a.salesorg"))
    session.show_chart(ChartId("b"))
    assert not session.is_modified
    assert changes[-1].is_other_chart


def test_saved_is_what_was_written_not_what_came_since(session: Session) -> None:
    session.perform(RenamePlan("A"))
    written = session.plan
    session.perform(RenamePlan("B"))
    session.mark_saved(written, Path("a.salesorg"))
    assert session.is_modified
    session.undo()
    assert not session.is_modified


def test_opening_forgets_the_steps_before(session: Session) -> None:
    session.perform(Add((ADA,), "Add"))
    session.open(empty_plan("Other"), Path("b.salesorg"), is_read_only=True)
    assert (session.undo_label, session.is_modified, session.is_read_only) == (None, False, True)


def test_the_focus_stays_while_it_is_selected(qtbot: QtBot) -> None:
    selection = Selection()
    selection.select([ADA_KEY])
    selection.toggle(BO_KEY)
    assert selection.focus == BO_KEY
    selection.toggle(BO_KEY)
    assert (selection.keys, selection.focus) == (frozenset({ADA_KEY}), ADA_KEY)
    selection.clear()
    assert selection.focus is None


def test_the_same_selection_is_told_once(qtbot: QtBot) -> None:
    selection = Selection()
    heard: list[bool] = []
    selection.changed.connect(lambda: heard.append(True))
    selection.select([ADA_KEY])
    selection.select([ADA_KEY])
    assert heard == [True]
