"""A plan reaches the disk in the background and comes back from it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.domain.edits.plan import RenamePlan
from salesorg_gui.domain.plan import empty_plan
from salesorg_gui.session.document import Document, with_suffix
from salesorg_gui.session.session import Session
from salesorg_gui.storage.reading import read
from salesorg_gui.storage.saving import save


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(empty_plan("First"))


@pytest.fixture
def document(session: Session) -> Document:
    return Document(session)


def test_what_was_saved_is_read_again(session: Session, document: Document, tmp_path: Path) -> None:
    session.perform(RenamePlan("Second"))
    document.save(tmp_path / "a.salesorg")
    document.finish()
    assert read(tmp_path / "a.salesorg").plan == session.plan
    assert (session.path, session.is_modified) == (tmp_path / "a.salesorg", False)


def test_the_callback_comes_only_after_the_disk(session: Session, document: Document, tmp_path: Path) -> None:
    there: list[bool] = []
    path = tmp_path / "a.salesorg"
    document.save(path, lambda: there.append(path.exists()))
    assert there == []
    document.finish()
    assert there == [True]


def test_a_save_that_fails_calls_nothing_and_says_why(session: Session, document: Document, tmp_path: Path) -> None:
    said: list[str] = []
    document.failed.connect(said.append)
    session.perform(RenamePlan("Second"))
    document.save(tmp_path / "gone" / "a.salesorg", lambda: said.append("called"))
    document.finish()
    assert len(said) == 1
    assert "a.salesorg" in said[0]
    assert session.is_modified


def test_two_saves_in_a_row_do_not_get_in_each_others_way(session: Session, document: Document, tmp_path: Path) -> None:
    conflicts: list[object] = []
    document.changed_on_disk.connect(conflicts.append)
    for title in ("A", "B", "C"):
        session.perform(RenamePlan(title))
        document.save(tmp_path / "a.salesorg")
    document.finish()
    assert conflicts == []
    assert read(tmp_path / "a.salesorg").plan.title == "C"


def test_a_file_somebody_else_wrote_is_noticed(session: Session, document: Document, tmp_path: Path) -> None:
    conflicts: list[object] = []
    document.changed_on_disk.connect(conflicts.append)
    path = tmp_path / "a.salesorg"
    save(path, empty_plan("Mine"))
    document.open(path)
    save(path, empty_plan("Theirs"))
    session.perform(RenamePlan("Ours"))
    document.save(path)
    document.finish()
    assert conflicts == [path]
    assert read(path).plan.title == "Theirs"


def test_a_broken_file_changes_nothing(session: Session, document: Document, tmp_path: Path) -> None:
    said: list[str] = []
    document.failed.connect(said.append)
    (tmp_path / "a.salesorg").write_text("[]", encoding="utf-8")
    before = session.plan
    assert not document.open(tmp_path / "a.salesorg")
    assert session.plan is before
    assert len(said) == 1


def test_what_has_no_file_is_not_saved(session: Session, document: Document) -> None:
    document.show(empty_plan("Template"))
    assert (session.path, session.is_modified, document.state) == (None, True, "Edited")


@pytest.mark.parametrize(
    ("typed", "path"), [("a", "a.salesorg"), ("a.b", "a.b.salesorg"), ("a.SALESORG", "a.SALESORG")]
)
def test_the_ending_is_put_on(typed: str, path: str) -> None:
    assert with_suffix(Path(typed)) == Path(path)
