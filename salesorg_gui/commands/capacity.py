"""``capacity``: lead flow, need against have, bottleneck."""

from argparse import ArgumentParser, Namespace

from salesorg_gui.commands.outcome import DONE, Refused
from salesorg_gui.commands.reading import called, opened
from salesorg_gui.commands.writing import as_text, say
from salesorg_gui.i18n import _


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the figures"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.capacity.capacity import NoCapacity, capacity_of
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.capacity import as_json, as_lines

    plan = opened(arguments.file).plan
    catalogue = load().with_plan_roles(plan.roles)
    try:
        found = [(chart, capacity_of(plan, chart, catalogue)) for chart in plan.charts_in_order]
    except NoCapacity as refusal:
        raise Refused(f"{called(arguments.file)}: {refusal}") from None
    reckoned = [(chart, capacity, capacity.bottleneck) for chart, capacity in found]
    say([as_text(as_json(reckoned))] if arguments.format == "json" else as_lines(reckoned, catalogue))
    return DONE
