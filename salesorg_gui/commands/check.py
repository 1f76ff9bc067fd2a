"""``check``: the findings."""

from argparse import ArgumentParser, Namespace

from salesorg_gui.commands.outcome import DONE, FOUND, STANDARD, Refused
from salesorg_gui.commands.reading import by_rules_of, opened
from salesorg_gui.commands.writing import as_text, say
from salesorg_gui.i18n import _


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=_("of the findings"))
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "hint", "never"),
        default="error",
        help=_("exit with 1 from this severity on (usually error)"),
    )
    parser.add_argument("--rules", metavar="FILE", help=_("go by the rules of this file instead of the plan's own"))
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.catalogue.catalogue import load
    from salesorg_gui.exchange.findings import as_json, as_lines
    from salesorg_gui.rules.examine import examine
    from salesorg_gui.rules.finding import Severity

    if arguments.file == arguments.rules == STANDARD:
        raise Refused(_("Only one of plan and rules can come from standard input. Name a file for the other."))
    plan = opened(arguments.file).plan
    catalogue = load().with_plan_roles(plan.roles)
    if arguments.rules is not None:
        plan = by_rules_of(plan, arguments.rules, catalogue)
    found = [(chart, examine(plan, chart, catalogue)) for chart in plan.charts_in_order]
    say([as_text(as_json(arguments.file, found))] if arguments.format == "json" else as_lines(found))
    if arguments.fail_on == "never":
        return DONE
    limit = Severity(arguments.fail_on).rank
    return FOUND if any(one.worst and one.worst.rank <= limit for _chart, one in found) else DONE
