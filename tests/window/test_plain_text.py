"""No widget that would read markup, or open what it names, is used outside the places that forbid it."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salesorg_gui.panels.text import Label, OneLine, Paragraph, caption, plain_tip, set_tip

PACKAGE = Path(__file__).resolve().parents[2] / "salesorg_gui"
KEEPERS = {
    r"\bQLabel\b": {"panels/text.py", "window/messages.py"},
    r"\bQMessageBox\b": {"window/messages.py", "window/style.py"},
    r"\.setToolTip\(": {"panels/text.py", "window/actions.py", "window/menus.py"},
    r"\b(QStaticText|QTextEdit|QTextBrowser|QFormLayout|QWizard|QInputDialog|QProgressDialog|QGroupBox)\b": set(),
    r"\bQSvgRenderer\b": set(),
    r"\bblockSignals\b": set(),
}


@pytest.mark.parametrize("pattern", KEEPERS)
def test_what_reads_markup_stays_where_it_is_tamed(pattern: str) -> None:
    users = {str(path.relative_to(PACKAGE)) for path in PACKAGE.rglob("*.py") if re.search(pattern, code(path))}
    assert users <= KEEPERS[pattern]


def code(path: Path) -> str:
    """A file without comments and the stylesheet's names of widgets."""
    lines = (line.split("#")[0] for line in path.read_text("utf-8").splitlines())
    return "" if path.name == "style.py" else "\n".join(lines)


def test_every_tooltip_outside_is_made_plain_first() -> None:
    for name in ("window/actions.py", "window/menus.py"):
        calls = re.findall(r"\.setToolTip\((\w+)", (PACKAGE / name).read_text("utf-8"))
        assert calls
        assert set(calls) == {"plain_tip"}


@pytest.mark.parametrize("kind", [Label, Paragraph, OneLine])
def test_a_label_shows_markup_as_it_was_typed(kind: type[Label], qtbot: QtBot) -> None:
    label = kind("<b>Kari</b> <img src='file:///etc/passwd'>")
    qtbot.addWidget(label)
    from PySide6.QtCore import Qt

    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>" in label.text()


def test_a_tooltip_shows_markup_as_it_was_typed(qtbot: QtBot) -> None:
    label = Label("")
    qtbot.addWidget(label)
    set_tip(label, "<img src=x>")
    assert "<img" not in label.toolTip()
    assert plain_tip("") == ""


def test_an_ampersand_is_no_shortcut() -> None:
    assert caption("Smith & Son") == "Smith && Son"
