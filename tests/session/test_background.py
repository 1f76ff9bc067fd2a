"""Rules and other work run beside the window; what comes too late is let go."""

import threading
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.plan import ForgetRole, RenamePlan, SetRole
from salesorg_gui.domain.ids import RoleId
from salesorg_gui.domain.plan import OwnRole, Plan
from salesorg_gui.rules.finding import Finding, Findings, Said, Severity
from salesorg_gui.session.errand import Errands
from salesorg_gui.session.examiner import Examiner
from salesorg_gui.session.session import Session
from salesorg_gui.session.vocabulary import Vocabulary


def titled(plan: Plan, chart: Chart) -> Findings:
    return Findings((Finding("title", Severity.HINT, Said(plan.title)),))


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session()


def test_several_changes_are_looked_at_once(session: Session, qtbot: QtBot) -> None:
    seen: list[str] = []

    def examine(plan: Plan, chart: Chart) -> Findings:
        seen.append(plan.title)
        return titled(plan, chart)

    examiner = Examiner(session, examine)
    for title in "ABC":
        session.perform(RenamePlan(title))
    with qtbot.waitSignal(examiner.found) as found:
        pass
    assert seen == ["C"]
    assert [one.message for one in found.args[0]] == ["C"]
    examiner.close()


def test_an_answer_to_an_old_question_is_let_go(session: Session, qtbot: QtBot) -> None:
    gate = threading.Event()

    def slowly(plan: Plan, chart: Chart) -> Findings:
        gate.wait(5)
        return titled(plan, chart)

    examiner = Examiner(session, slowly)
    heard: list[str] = []
    examiner.found.connect(lambda found: heard.extend(one.message for one in found))
    qtbot.wait(200)
    session.perform(RenamePlan("Later"))
    gate.set()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Later"]
    examiner.close()


def test_after_closing_nothing_is_asked(session: Session, qtbot: QtBot) -> None:
    examiner = Examiner(session, titled)
    examiner.close()
    session.perform(RenamePlan("Later"))
    qtbot.wait(200)
    assert len(examiner.findings) == 0


def test_errands_are_told_in_their_order_in_the_window_s_thread(qtbot: QtBot) -> None:
    errands, told = Errands("test"), []

    def tell(future: Future[object]) -> None:
        told.append((future.result(), threading.current_thread() is threading.main_thread()))

    for number in range(3):
        errands.run(lambda number=number: number, tell)  # type: ignore[misc]
    errands.finish()
    assert told == [(0, True), (1, True), (2, True)]
    errands.close()


def test_an_errand_that_fails_hands_over_its_error(qtbot: QtBot) -> None:
    errands = Errands("test")
    errors: list[BaseException | None] = []
    errands.run(lambda: int("one"), lambda future: errors.append(future.exception()))
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)
    assert not errands.is_busy
    errands.close()


def test_a_plan_s_own_roles_join_the_vocabulary(session: Session) -> None:
    vocabulary = Vocabulary(session, load("en"))
    heard: list[object] = []
    vocabulary.changed.connect(heard.append)
    session.perform(SetRole(OwnRole(RoleId("scout"), "Partner scout", purpose="find")))
    assert vocabulary.catalogue.role("scout").title == "Partner scout"
    session.perform(RenamePlan("Other"))
    assert len(heard) == 1
    session.perform(ForgetRole(RoleId("scout")))
    assert not vocabulary.catalogue.role("scout").is_known
