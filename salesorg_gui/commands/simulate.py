"""``simulate``: a quarter run through each chart, customer by customer."""

import argparse
from argparse import ArgumentParser, Namespace

from salesorg_gui.commands.outcome import DONE, Refused
from salesorg_gui.commands.reading import called, opened
from salesorg_gui.commands.writing import as_text, progress, say
from salesorg_gui.i18n import _

QUARTER, MOST_WEEKS, MOST_SEED, MOST_DAYS = 13, 520, 2**31 - 1, 60
RUNS, FEWEST_RUNS, MOST_RUNS = 20, 2, 1_000


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--weeks", type=_within(1, MOST_WEEKS), default=QUARTER, metavar="N", help=_("how many (13)"))
    parser.add_argument(
        "--seed", type=_within(0, MOST_SEED), default=1, metavar="N", help=_("another number is another chance (1)")
    )
    parser.add_argument(
        "--away", type=_within(0, MOST_DAYS), default=6, metavar="DAYS", help=_("working days everybody is away (6)")
    )
    parser.add_argument(
        "--runs",
        type=_within(FEWEST_RUNS, MOST_RUNS),
        default=RUNS,
        metavar="N",
        help=_("how many times; more runs make intervals narrower (20)"),
    )
    parser.add_argument(
        "--any-time", action="store_true", help=_("leads come at nights and weekends too, and wait until work begins")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the figures"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.capacity.capacity import NoCapacity, capacity_of
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.simulating import as_json, as_lines
    from salesorg_gui.simulation.charted import model_of
    from salesorg_gui.simulation.quarter import TooMany, quarter
    from salesorg_gui.simulation.run import Wishes

    plan = opened(arguments.file).plan
    catalogue = load().with_plan_roles(plan.roles)
    wishes = Wishes(arguments.weeks, min(arguments.away, arguments.weeks * 5), at_any_time=arguments.any_time)
    progress(_("Running {weeks} weeks …").format(weeks=arguments.weeks))
    try:
        models = [(chart, model_of(capacity_of(plan, chart, catalogue))) for chart in plan.charts_in_order]
        found = [(chart, quarter(model, wishes, arguments.seed, arguments.runs)) for chart, model in models]
    except (NoCapacity, TooMany) as refusal:
        raise Refused(f"{called(arguments.file)}: {refusal}") from None
    say([as_text(as_json(found))] if arguments.format == "json" else as_lines(found, catalogue))
    return DONE


class _within:  # noqa: N801 - argparse reads it like a type
    """A whole number between two others."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._most = least, most

    def __call__(self, text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = self._least - 1
        if not self._least <= number <= self._most:
            sentence = _("{text} is not a whole number from {least} to {most}")
            raise argparse.ArgumentTypeError(sentence.format(text=text, least=self._least, most=self._most))
        return number
