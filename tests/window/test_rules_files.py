"""Rules as a file: kept, used in another plan, and all put back."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from salesorg_gui.domain.edits.plan import SetParameter
from salesorg_gui.domain.plan import Plan
from salesorg_gui.panels.rulebook.entries import entries
from salesorg_gui.panels.rulebook.rules_panel import RulesPanel
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.finding import Findings
from salesorg_gui.session.session import Session
from salesorg_gui.storage.rules_file import RulesFile, dumps_rules
from salesorg_gui.window import rules_commands
from salesorg_gui.window.main_window import MainWindow
from tests.window.rules_panel import NARROW, WIDE, click, opened, own, part, session_of


@pytest.fixture
def session(window: MainWindow) -> Session:
    return session_of(window)


@pytest.fixture
def panel(window: MainWindow) -> RulesPanel:
    return opened(window)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """What every question for a file is answered with."""

    def answers(path: Path | None) -> None:
        monkeypatch.setattr(rules_commands, "ask_where_to", lambda *_args: path)
        monkeypatch.setattr(rules_commands, "ask_for_file", lambda *_args: path)

    return answers


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What had to be read."""
    sentences: list[str] = []
    monkeypatch.setattr(rules_commands, "tell", lambda _window, title, text: sentences.append(f"{title} {text}"))
    return sentences


def test_rules_go_from_plan_to_plan_by_a_file_and_come_as_one_step(
    window: MainWindow, session: Session, tmp_path: Path, answer: Callable[[Path | None], None]
) -> None:
    session.perform(SetParameter(WIDE, "span_max", 9))
    session.perform(SetParameter(NARROW, "off", True))
    answer(tmp_path / "ours")
    window.actions_table["save_rules"].trigger()
    saved = tmp_path / "ours.salesorg-rules"
    assert json.loads(saved.read_text("utf-8")) == {
        "format": "salesorg-rules",
        "version": 1,
        "title": "Rules of Nordlys",
        "rules": {NARROW: {"off": True}, WIDE: {"span_max": 9}},
    }
    session.open(Plan(session.plan.title, charts=session.plan.charts, parameters={"report-cycle": {"off": True}}))
    answer(saved)
    window.actions_table["use_rules"].trigger()
    assert session.plan.parameters == {NARROW: {"off": True}, WIDE: {"span_max": 9}}
    notice = window.surface.notice
    assert "2 differ" in notice._text.text()  # noqa: SLF001 -- what is read
    notice._button.click()  # noqa: SLF001 -- Undo
    assert session.plan.parameters == {"report-cycle": {"off": True}}
    assert session.undo_label is None


def test_rules_that_are_those_of_the_plan_change_nothing(
    window: MainWindow, session: Session, tmp_path: Path, answer: Callable[[Path | None], None]
) -> None:
    path = tmp_path / "ours.salesorg-rules"
    path.write_bytes(dumps_rules(RulesFile("", {WIDE: {"span_max": 8, "typo": 3}})))
    answer(path)
    session.perform(SetParameter(WIDE, "typo", 3))
    window.rules.use_from()
    said = window.surface.notice._text.text()  # noqa: SLF001 -- what is read
    assert "already" in said
    assert 'has no limit "typo"' in said


def test_a_file_that_is_no_use_is_told_with_its_name_place_and_remedy(
    window: MainWindow, session: Session, tmp_path: Path, answer: Callable[[Path | None], None], told: list[str]
) -> None:
    path = tmp_path / "ours.salesorg-rules"
    path.write_text('{"format": "salesorg-rules", "version": 1, "rules": {"report-cycle": {"off": 3}}}', "utf-8")
    answer(path)
    window.rules.use_from()
    (said,) = told
    assert said.startswith("ours.salesorg-rules holds no rules that can be used.")
    assert said.endswith("off: expected true or false, found 3\nCorrect it, or choose another file.")
    answer(tmp_path / "gone" / "ours.salesorg-rules")
    window.rules.save_as()
    assert "its folder is gone" in told[1]
    assert session.plan.parameters == {}


def test_who_names_no_file_keeps_everything(
    window: MainWindow, session: Session, answer: Callable[[Path | None], None]
) -> None:
    answer(None)
    window.rules.use_from()
    window.rules.save_as()
    assert session.undo_label is None


def test_all_rules_go_back_to_usual_as_one_step(window: MainWindow, session: Session) -> None:
    session.perform(SetParameter(WIDE, "span_max", 9))
    session.perform(SetParameter("capacity", "hours_per_week", 37))
    window.actions_table["reset_rules"].trigger()
    assert session.plan.parameters == {"capacity": {"hours_per_week": 37}}
    before = session.plan
    window.actions_table["reset_rules"].trigger()
    assert session.plan is before
    session.undo()
    assert own(session, WIDE) == {"span_max": 9}


def test_the_button_with_dots_opens_what_can_be_done_with_all_rules(window: MainWindow, panel: RulesPanel) -> None:
    click(part(panel, "rules_more"))
    assert window.menus.rules.isVisible()
    assert [action.objectName() for action in window.menus.rules.actions() if action.text()] == [
        "action_save_rules",
        "action_use_rules",
        "action_reset_rules",
    ]
    window.menus.rules.close()


def test_the_inspector_is_there_again_at_the_next_start(window: MainWindow, panel: RulesPanel) -> None:
    window.rules.close()
    assert window.parts.settings.settings.show_inspector


def test_the_list_says_of_every_rule_what_the_catalogue_and_the_plan_do(session: Session, window: MainWindow) -> None:
    rows = entries(session.plan, window.parts.ground.catalogue, Findings())
    assert [row.id for row in rows] == [rule.id for rule in RULES]
    assert all(row.title and row.when.endswith(".") for row in rows)
