"""The commands that work without a window.

Exit status 0: done. 1: findings at or above ``--fail-on``. 2: unusable input or usage, said in one line on standard
error. Whatever is written is written whole or not at all. Qt is never loaded here.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from salesorg_gui import __version__
from salesorg_gui.commands import advise, capacity, cases, check, export, hires, importing, new, simulate
from salesorg_gui.commands.outcome import DONE, UNUSABLE, Refused
from salesorg_gui.i18n import _


class Arguments(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, without repeating the whole usage."""

    def error(self, message: str) -> NoReturn:
        """Refuse the command line."""
        raise Refused(_("{message}. See {command} --help.").format(message=message.rstrip("."), command=self.prog))


def main(words: Sequence[str]) -> int:
    """Run one command and return the exit status."""
    _speak_utf8()
    try:
        arguments = _parser().parse_args(words or ["--help"])
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except SystemExit as leaving:  # --help and --version
        return DONE if leaving.code in {None, 0} else UNUSABLE
    except Refused as refusal:
        return _refuse(str(refusal))
    except BrokenPipeError:
        return _without_reader()
    except KeyboardInterrupt:
        return _refuse(_("stopped; nothing is left half-written."))
    except Exception as fault:  # noqa: BLE001 - a command line never shows a traceback
        return _refuse(_fault(fault))


def _speak_utf8() -> None:
    """What other programs read is always UTF-8; a terminal keeps its own letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _refuse(sentence: str) -> int:
    line = " ".join(sentence.split())
    with suppress(OSError):
        print(f"salesorg: {line}", file=sys.stderr)
    return UNUSABLE


def _without_reader() -> int:
    """Whoever read our output has gone; the interpreter must not complain about it at exit either."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return UNUSABLE


def _fault(fault: Exception) -> str:
    """A mistake of ours: what it was and where, without anything of the user's."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    sentence = _("this is a mistake of the program ({kind} in {place}). Report it with this line.")
    return sentence.format(kind=type(fault).__name__, place=place)


def _parser() -> Arguments:
    parser = Arguments(
        prog="salesorg",
        description=_(
            "Design a sales organisation. 'salesorg [FILE]' opens the window; the commands work without one."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"salesorg {__version__}")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)

    def command(name: str, purpose: str) -> Arguments:
        return commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)

    new.add(command("new", _("a plan from a template")))
    importing.add(command("import", _("a plan from a list of people (CSV, Excel)")))
    check.add(command("check", _("what is wrong or unwise in a plan")))
    capacity.add(command("capacity", _("how much work there is, and where it gets stuck")))
    simulate.add(command("simulate", _("a quarter, customer by customer: waits, broken limits, queues")))
    hires.add(command("hires", _("which seats to open in which order, and at which number each is due")))
    cases.add(command("cases", _("made-up customers, each followed from lead to relationship")))
    advise.add(command("advise", _("which structure answers about a company speak for")))
    export.add(command("export", _("role cards, descriptions, checklists, chart")))
    command("help", _("this text")).set_defaults(run=lambda _arguments: _help(parser))
    return parser


def _help(parser: Arguments) -> int:
    parser.print_help()
    return DONE
