"""``cases``: the customer cases, each walked along the handoffs of the charts."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from salesorg_gui.commands.outcome import DONE, FOUND, Refused
from salesorg_gui.commands.reading import opened
from salesorg_gui.commands.writing import as_text, say
from salesorg_gui.i18n import _

if TYPE_CHECKING:
    from salesorg_gui.domain.chart import Chart
    from salesorg_gui.domain.plan import Plan


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--chart", metavar="ID", help=_("only this chart"))
    parser.add_argument(
        "--pairwise",
        action="store_true",
        help=_("try cases made from the segments instead of those of the plan: every pair of values once"),
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the outcome"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.domain.cases import cases_in_order
    from salesorg_gui.exchange.cases import Tried, as_json, as_lines
    from salesorg_gui.study.cases.boundary import boundary_cases
    from salesorg_gui.study.cases.trial import Trial

    plan = opened(arguments.file).plan
    catalogue = load().with_plan_roles(plan.roles)
    found: list[Tried] = []
    for chart in _charts(plan, arguments.chart):
        trial = Trial(chart, catalogue)
        if arguments.pairwise:
            boundary = boundary_cases(trial.territory)
            found.append(Tried(chart, trial.outcomes(boundary.cases), boundary.is_whole))
        else:
            found.append(Tried(chart, trial.outcomes(cases_in_order(plan.cases))))
    is_json = arguments.format == "json"
    say([as_text(as_json(arguments.file, found, catalogue))] if is_json else as_lines(found, catalogue))
    return FOUND if any(one.fails for one in found) else DONE


def _charts(plan: "Plan", name: str | None) -> "tuple[Chart, ...]":
    """The charts asked for, as their tabs stand."""
    from salesorg_gui.exchange.exporting import ExportRefused, chart_named

    if name is None:
        return plan.charts_in_order
    try:
        return (chart_named(plan, name),)
    except ExportRefused as refusal:
        raise Refused(str(refusal)) from None
