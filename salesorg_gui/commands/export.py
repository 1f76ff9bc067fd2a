"""``export``: the documents."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from salesorg_gui.commands import kits, pages
from salesorg_gui.commands.outcome import DONE, STANDARD, Refused
from salesorg_gui.commands.reading import called, opened
from salesorg_gui.commands.writing import progress, say, write
from salesorg_gui.i18n import _, ngettext

if TYPE_CHECKING:
    from salesorg_gui.domain.ids import SeatId
    from salesorg_gui.exchange.documents.options import CardOptions, Options

LANGUAGES = ("en", "sv", "da", "nb", "nl")
PAPERS = ("a0", "a1", "a2", "a3", "a4", "a5", "letter")
DOCUMENTS = (
    *("cards", "descriptions", "kit", "checklists", "scorecards", "interviews", "first-days", "follow-ups"),
    *("chart", "book", "report", "calibration"),
)
CARDS = ("a6", "a7", "tent", "poker", "business", "index")
MOST_BLANKS, MOST_OFFSET = 400, 20.0
FORMS = ("page", "poster", "book")
POSTERS = ("a3", "a2", "a1", "a0")
VIEWS = ("board", "reporting", "handoffs")
COLOURS = (
    *("purpose", "status", "pod", "segment", "role", "manager", "load"),
    *("seniority", "location", "department"),
)


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
    parser.add_argument("--pages", default="", help=_("only these pages of a PDF, such as 1-3,7; 5- is to the end"))
    _add_seats(parser)
    _add_chart(parser)
    _add_cards(parser)
    parser.set_defaults(run=run)


def _add_seats(parser: ArgumentParser) -> None:
    """What may be asked of documents about seats."""
    parser.add_argument("--beside", choices=LANGUAGES, default="", help=_("a second language beside the first"))
    parser.add_argument("--pay", action="store_true", help=_("with room for pay in the role description"))


def _add_chart(parser: ArgumentParser) -> None:
    """What may be asked of a chart."""
    parser.add_argument("--as", dest="form", choices=FORMS, default="page", help=_("the chart on one page, in tiles …"))
    parser.add_argument("--poster", choices=POSTERS, default="", help=_("size of the poster"))
    parser.add_argument("--colour", choices=COLOURS, default="purpose", help=_("Colour by"))
    parser.add_argument("--black", action="store_true", help=_("for printers without colour: patterns instead"))


def _add_cards(parser: ArgumentParser) -> None:
    """What may be asked of role cards."""
    parser.add_argument("--card", choices=CARDS, default="a6", help=_("size of the cards"))
    parser.add_argument("--duplex", choices=("long", "short", "none"), default="long", help=_("how the printer turns"))
    parser.add_argument("--folded", action="store_true", help=_("front and back side by side, to fold"))
    parser.add_argument("--single", action="store_true", help=_("a card a page, for a print shop"))
    parser.add_argument("--stacked", action="store_true", help=_("in order once the cut piles lie on each other"))
    parser.add_argument("--bleed", action="store_true", help=_("colour over the cut, cards apart"))
    parser.add_argument("--no-marks", action="store_true", help=_("no marks to cut by"))
    parser.add_argument("--ink-saver", action="store_true", help=_("no areas of colour"))
    parser.add_argument("--blanks", type=_count, default=0, metavar="N", help=_("empty cards to write on"))
    parser.add_argument(
        "--offset", type=_shift, nargs=2, default=(0.0, 0.0), metavar=("X", "Y"), help=_("backs right and down, in mm")
    )


def _count(text: str) -> int:
    return int(_number(text, 0, MOST_BLANKS))


def _shift(text: str) -> float:
    return _number(text, -MOST_OFFSET, MOST_OFFSET)


def _number(text: str, least: float, most: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = most + 1
    if not least <= number <= most:
        sentence = _("{text} is not a number from {least} to {most}")
        raise ArgumentTypeError(sentence.format(text=text, least=f"{least:g}", most=f"{most:g}"))
    return number


def _card_options(arguments: Namespace) -> "CardOptions":
    from salesorg_gui.exchange.documents.options import CardOptions

    return CardOptions(
        format=arguments.card,
        duplex=arguments.duplex,
        is_folded=arguments.folded,
        is_single=arguments.single,
        is_stacked=arguments.stacked,
        has_bleed=arguments.bleed,
        has_marks=not arguments.no_marks,
        is_ink_saving=arguments.ink_saver,
        blanks=arguments.blanks,
        offset=(arguments.offset[0], arguments.offset[1]),
    )


def _options(arguments: Namespace, seats: "tuple[SeatId, ...]") -> "Options":
    from salesorg_gui.drawing.colouring import colour_by
    from salesorg_gui.exchange.documents.options import ChartOptions, Options

    return Options(
        arguments.paper,
        seats=seats,
        view=arguments.view,
        charts=ChartOptions(arguments.form, arguments.poster, colour_by(arguments.colour)),
        cards=_card_options(arguments),
        has_colour=not arguments.black,
        second_language=arguments.beside,
        has_salaries=arguments.pay,
    )


def run(arguments: Namespace) -> int:
    """Do it, and return the exit status."""
    from salesorg_gui.exchange.exporting import ExportRefused, Wish, chart_named, ending_of, seat_named
    from salesorg_gui.exchange.signs import missing_signs, told

    out = arguments.out
    try:
        is_for_each = kits.is_for_each(arguments.what, out)
        ending = ending_of(arguments.what, "" if out == STANDARD or is_for_each else out)
        wanted = pages.ranges(arguments.pages, ending)
        plan = opened(arguments.file).plan
        chart = chart_named(plan, arguments.chart)
        if arguments.seat and arguments.what == "chart":
            raise Refused(_("A chart shows all its seats. Leave --seat out, or export cards or descriptions."))
        if arguments.view and arguments.what not in {"chart", "book"}:
            raise Refused(_("Only a chart has views. Leave --view out, or export the chart."))
        seats = tuple(seat_named(chart, name) for name in arguments.seat)
        count = len(seats) or len(chart.seats)
        progress(ngettext("Drawing {count} seat …", "Drawing {count} seats …", count).format(count=count))
        wish = Wish(arguments.what, ending, arguments.language or "", _options(arguments, seats))
        say(told(missing_signs(plan, chart, wish)), to_error=True)
        files = kits.each(plan, chart, wish, out) if is_for_each else [(out, wish)]
        for name, one in files:
            write(name, pages.document(plan, chart, one, wanted))
    except ExportRefused as refusal:
        raise Refused(f"{called(arguments.file)}: {refusal}") from None
    return DONE
