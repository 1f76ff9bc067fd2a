"""Decide between the window and the command line; Qt is loaded only for the window."""

import sys
from collections.abc import Sequence

from salesorg_gui.runtime import interpreter_complaint, load_qt, qt_complaint, screen_complaint

UNUSABLE = 2
COMMANDS = frozenset({
    *("new", "import", "check", "capacity", "simulate", "cases", "advise", "export", "diff", "merge"),
    "help",
})  # fmt: skip
AT_WORK_APART = "--multiprocessing-fork"
"""How a program in one file is started for a part of its own work, such as a quarter to run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``salesorg`` with the words that follow its name and return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [AT_WORK_APART]:
        from multiprocessing import spawn

        spawn.freeze_support()
    if wants_a_window(words):
        return open_window(words)
    from salesorg_gui import cli

    return cli.main(words)


def wants_a_window(words: Sequence[str]) -> bool:
    """Tell ``salesorg`` and ``salesorg FILE`` from a command."""
    match words:
        case []:
            return True
        case [word]:
            return not word.startswith("-") and word not in COMMANDS
        case _:
            return False


def open_window(words: Sequence[str]) -> int:
    """Open the window, or say in one line what is missing."""
    complaint = interpreter_complaint() or screen_complaint() or qt_complaint()
    if complaint is None:
        try:
            load_qt()
            from salesorg_gui import app
        except ImportError as error:
            if error.path and "PySide6" not in error.path:
                raise
            complaint = f"Qt cannot be loaded: {error.msg}. 'make run' installs what is missing."
        else:
            return app.run(words)
    print(complaint, file=sys.stderr)
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
