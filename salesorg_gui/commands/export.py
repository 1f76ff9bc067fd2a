"""``export``: the documents."""

from argparse import ArgumentParser, Namespace

from salesorg_gui.commands.outcome import DONE, STANDARD, Refused
from salesorg_gui.commands.reading import called, opened
from salesorg_gui.commands.writing import progress, say, write
from salesorg_gui.i18n import _, ngettext

LANGUAGES = ("en", "sv", "da", "nb", "nl")
PAPERS = ("a0", "a1", "a2", "a3", "a4", "a5", "letter")
DOCUMENTS = (
    *("cards", "descriptions", "kit", "checklists", "scorecards", "interviews", "first-days", "follow-ups"),
    *("chart", "report"),
)
FORMS = ("page", "poster")
POSTERS = ("a3", "a2", "a1", "a0")
VIEWS = ("board", "reporting", "handoffs")


def add(parser: ArgumentParser) -> None:
    """Say what may be asked."""
    parser.add_argument("file", metavar="FILE", help=_("the plan; - is standard input"))
    parser.add_argument("what", metavar="WHAT", choices=DOCUMENTS, help=", ".join(DOCUMENTS))
    parser.add_argument("-o", dest="out", metavar="OUT", required=True, help=_("the document to write, by its ending"))
    parser.add_argument("--chart", metavar="ID", help=_("which chart; the first one if not given"))
    parser.add_argument("--seat", action="extend", nargs="+", default=[], metavar="ID", help=_("only these seats"))
    parser.add_argument("--language", choices=LANGUAGES, help=_("of the document; the plan's own if not given"))
    parser.add_argument("--view", choices=VIEWS, default="", help=_("how the chart is drawn"))
    parser.add_argument("--paper", choices=PAPERS, default="a4", help=_("size of the paper"))
    _add_seats(parser)
    _add_chart(parser)
    parser.set_defaults(run=run)


def _add_seats(parser: ArgumentParser) -> None:
    """What may be asked of documents about seats."""
    parser.add_argument("--beside", choices=LANGUAGES, default="", help=_("a second language beside the first"))
    parser.add_argument("--pay", action="store_true", help=_("with room for pay in the role description"))


def _add_chart(parser: ArgumentParser) -> None:
    """What may be asked of a chart."""
    parser.add_argument("--as", dest="form", choices=FORMS, default="page", help=_("the chart on one page, in tiles …"))
    parser.add_argument("--poster", choices=POSTERS, default="", help=_("size of the poster"))
    parser.add_argument("--black", action="store_true", help=_("for printers without colour: patterns instead"))


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.exchange.documents.options import ChartOptions, Options
    from salesorg_gui.exchange.exporting import ExportRefused, Wish, chart_named, ending_of, export, seat_named
    from salesorg_gui.exchange.signs import missing_signs, told

    out = arguments.out
    try:
        ending = ending_of(arguments.what, "" if out == STANDARD else out)
        plan = opened(arguments.file).plan
        chart = chart_named(plan, arguments.chart)
        if arguments.seat and arguments.what == "chart":
            raise Refused(_("A chart shows all its seats. Leave --seat out, or export cards or descriptions."))
        if arguments.view and arguments.what != "chart":
            raise Refused(_("Only a chart has views. Leave --view out, or export the chart."))
        seats = tuple(seat_named(chart, name) for name in arguments.seat)
        count = len(seats) or len(chart.seats)
        progress(ngettext("Drawing {count} seat …", "Drawing {count} seats …", count).format(count=count))
        charts = ChartOptions(arguments.form, arguments.poster)
        options = Options(
            arguments.paper,
            seats=seats,
            view=arguments.view,
            charts=charts,
            has_colour=not arguments.black,
            second_language=arguments.beside,
            has_salaries=arguments.pay,
        )
        wish = Wish(arguments.what, ending, arguments.language or "", options)
        say(told(missing_signs(plan, chart, wish)), to_error=True)
        document = export(plan, chart, wish)
    except ExportRefused as refusal:
        raise Refused(f"{called(arguments.file)}: {refusal}") from None
    write(out, document)
    return DONE
