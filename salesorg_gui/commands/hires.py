"""``hires``: which seats to open in which order, and at which number each is due."""

import argparse
from argparse import ArgumentParser, Namespace
from datetime import date, datetime

from salesorg_gui.commands.outcome import DONE, Refused
from salesorg_gui.commands.reading import called, opened
from salesorg_gui.commands.writing import as_text, say
from salesorg_gui.i18n import _


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--growth", type=_percent, metavar="PERCENT", help=_("of the work a month (the plan's own)"))
    parser.add_argument("--from", dest="since", type=_day, metavar="DAY", help=_("the day months count from (today)"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the plan"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.hiring import as_json, as_lines
    from salesorg_gui.study.hiring.hiring_plan import hiring_plan
    from salesorg_gui.study.hiring.pace import NoHiringPlan
    from salesorg_gui.study.hiring.wording import Words

    plan, catalogue = opened(arguments.file).plan, load()
    today = arguments.since or datetime.now().astimezone().date()
    try:
        found = [
            (chart, hiring_plan(plan, chart, catalogue, today, arguments.growth)) for chart in plan.charts_in_order
        ]
    except NoHiringPlan as refusal:
        raise Refused(f"{called(arguments.file)}: {refusal}") from None
    planned = [(chart, Words.of(one, plan, catalogue, today, _month)) for chart, one in found]
    say([as_text(as_json(planned))] if arguments.format == "json" else as_lines(planned))
    return DONE


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _percent(text: str) -> float:
    """A share of one."""
    try:
        share = float(text.replace(",", ".").removesuffix("%")) / 100
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(_("{text} is not a number from 0 to 100").format(text=text))
    return share


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{text} is no day such as 2027-03-01").format(text=text)) from None
