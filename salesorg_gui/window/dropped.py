"""Files that a drag from outside brings into the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

PLAN = ".salesorg"
TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm"})


def is_table(path: Path) -> bool:
    """Whether a file is a list to import and not a plan."""
    return path.suffix.casefold() in TABLES


def dropped_path(carried: QMimeData) -> Path | None:
    """The one plan or table that a drag from outside brings."""
    paths = [Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile()]
    if len(paths) == 1 and paths[0].suffix.casefold() in TABLES | {PLAN}:
        return paths[0]
    return None
