"""``advise``: which structure and growth stage answers about a company speak for."""

import sys
from argparse import ArgumentParser, Namespace

from salesorg_gui.commands.outcome import DONE, Refused
from salesorg_gui.commands.reading import called, read_whole
from salesorg_gui.commands.writing import as_text, say
from salesorg_gui.i18n import _


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="ANSWERS", help=_("a JSON object of answers; - is standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the advice"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.advising import AnswersRefused, as_json, as_lines, counsel, read_answers

    catalogue = load()
    try:
        given = read_answers(read_whole(arguments.file), catalogue)
    except AnswersRefused as refusal:
        raise Refused(f"{called(arguments.file)}: {refusal}") from None
    for name in given.strangers:
        note = _("{name} is not asked; it is left out.").format(name=name)
        print(f"salesorg: {called(arguments.file)}: {note}", file=sys.stderr)
    found = counsel(catalogue.advisor, given.answers)
    say([as_text(as_json(found))] if arguments.format == "json" else as_lines(found, catalogue))
    return DONE
