"""Asking for a place on disk."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from salesorg_gui.i18n import _


def plan_filter() -> str:
    """Plans only."""
    return _("Salesorg plans") + " (*.salesorg)"


def rules_filter() -> str:
    """Files of rules only."""
    return _("Salesorg rules") + " (*.salesorg-rules)"


def table_filter() -> str:
    """Lists of people."""
    return _("Tables") + " (*.csv *.tsv *.txt *.xlsx *.xlsm)"


def pdf_filter() -> str:
    """Printed matter."""
    return "PDF (*.pdf)"


def document_filter(ending: str) -> str:
    """Printed matter by the ending of its file."""
    return f"{ending.upper()} (*.{ending})"


def ask_for_file(parent: QWidget, title: str, wanted: str, folder: Path | None = None) -> Path | None:
    """An existing file, or nothing."""
    name, _filter = QFileDialog.getOpenFileName(parent, title, str(folder or Path.home()), wanted)
    return Path(name) if name else None


def ask_where_to(parent: QWidget, title: str, wanted: str, suggestion: Path) -> Path | None:
    """A place to write to, or nothing; the dialog itself asks before it names an existing file."""
    name, _filter = QFileDialog.getSaveFileName(parent, title, str(suggestion), wanted)
    return Path(name) if name else None


def as_file_name(title: str) -> str:
    """A title as the name of a file, on every system."""
    safe = "".join(sign if sign.isalnum() or sign in " -_.,()" else "-" for sign in title)
    return " ".join(safe.split()).strip(". ")[:80] or _("Plan")
