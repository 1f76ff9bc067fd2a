"""Which documents there are, in which formats, and of what: the choices behind every export."""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.exchange.chosen_pages import choosing
from salesorg_gui.exchange.documents.card_code import seat_of
from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.watch import Nobody, Watch, watching
from salesorg_gui.i18n import _

_NAMED_SEATS = 12
_NOBODY = Nobody()

type Drawing = Callable[[Plan, Chart, Catalogue, Options], bytes]


class Subject(StrEnum):
    """What a document is about."""

    SEATS = "seats"
    """The seats chosen, usually all."""
    OPEN_SEATS = "open seats"
    """The seats chosen, usually those open or planned."""
    CHART = "chart"
    """The chart as a whole."""
    NOTHING = "nothing"
    """Nothing of the plan: a sheet to measure with."""


class Choice(StrEnum):
    """What a reader may choose about a document beside language, paper and seats."""

    VIEW = "view"
    FORM = "form"
    CARDS = "cards"
    COLOUR = "colour"
    COLOURED_BY = "coloured by"
    SECOND_LANGUAGE = "second language"
    SALARIES = "salaries"


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of document: its title, what draws it as which kind of file (the usual one first), and what may be chosen.

    Drawings are fetched by a call, so that nobody loads the printing who does not print.
    """

    title: Callable[[], str]
    drawings: Mapping[str, Callable[[], Drawing]]
    subject: Subject = Subject.SEATS
    choices: frozenset[Choice] = frozenset()

    @property
    def endings(self) -> tuple[str, ...]:
        """The formats it can be written in."""
        return tuple(self.drawings)


def _cards() -> Drawing:
    from salesorg_gui.exchange.documents.cards.printing import cards  # noqa: PLC0415 - loads the printing

    return cards


def _calibration() -> Drawing:
    from salesorg_gui.exchange.documents.cards.calibration import calibration  # noqa: PLC0415

    return calibration


def _papers(what: str) -> Callable[[], Drawing]:
    def fetched() -> Drawing:
        from salesorg_gui.exchange.documents.seat_papers import seat_papers  # noqa: PLC0415

        return seat_papers(what)

    return fetched


def _files(what: str) -> Callable[[], Drawing]:
    def fetched() -> Drawing:
        from salesorg_gui.exchange.word.seat_files import seat_files  # noqa: PLC0415

        return seat_files(what)

    return fetched


def _seats(what: str) -> Mapping[str, Callable[[], Drawing]]:
    """What is written about seats: to print, or to edit."""
    return {"pdf": _papers(what), "docx": _files(what)}


def _chart() -> Drawing:
    from salesorg_gui.exchange.documents.chart import chart  # noqa: PLC0415

    return chart


def _chart_svg() -> Drawing:
    from salesorg_gui.exchange.documents.chart import chart_svg  # noqa: PLC0415

    return chart_svg


def _book() -> Drawing:
    from salesorg_gui.exchange.documents.chart import whole_book  # noqa: PLC0415

    return whole_book


def _report() -> Drawing:
    from salesorg_gui.exchange.documents.report.report import report  # noqa: PLC0415

    return report


_BESIDE = frozenset({Choice.SECOND_LANGUAGE})
_COLOURED = frozenset({Choice.VIEW, Choice.COLOUR, Choice.COLOURED_BY})
_PAID = _BESIDE | {Choice.SALARIES}
DOCUMENTS: Mapping[str, Document] = {
    "cards": Document(lambda: _("Role cards"), {"pdf": _cards}, choices=_BESIDE | {Choice.CARDS, Choice.COLOUR}),
    "descriptions": Document(lambda: _("Role descriptions"), _seats("descriptions"), choices=_PAID),
    "kit": Document(lambda: _("Hiring kit"), _seats("kit"), Subject.OPEN_SEATS, _PAID),
    "checklists": Document(lambda: _("Hiring checklists"), _seats("checklists"), Subject.OPEN_SEATS, _BESIDE),
    "scorecards": Document(lambda: _("Interview scorecards"), _seats("scorecards"), Subject.OPEN_SEATS, _BESIDE),
    "interviews": Document(lambda: _("Interview plans"), _seats("interviews"), Subject.OPEN_SEATS, _BESIDE),
    "first-days": Document(lambda: _("30, 60 and 90 days"), _seats("first-days"), Subject.OPEN_SEATS, _BESIDE),
    "follow-ups": Document(lambda: _("Follow-up of measures"), _seats("follow-ups"), Subject.OPEN_SEATS, _BESIDE),
    "chart": Document(
        lambda: _("Chart"),
        {"pdf": _chart, "svg": _chart_svg},
        Subject.CHART,
        _COLOURED | {Choice.FORM},
    ),
    "book": Document(lambda: _("Organisation book"), {"pdf": _book}, Subject.CHART, _COLOURED),
    "report": Document(lambda: _("Workshop report"), {"pdf": _report}, Subject.CHART, frozenset({Choice.COLOUR})),
    "calibration": Document(lambda: _("Calibration sheet"), {"pdf": _calibration}, Subject.NOTHING),
}
"""Every kind of document there is. What stands here is offered by the command line and by the window."""


class ExportRefused(Exception):
    """What was asked for cannot be exported; the message says what can."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A document somebody wants: which, as which kind of file, in which language (empty: that of the plan), and how.

    Of a PDF file only some ``pages`` may be wanted, counted from 1; nothing (``()``) means all.
    """

    what: str
    ending: str
    language: str = ""
    options: Options = field(default_factory=Options)
    pages: Container[int] = ()


def export(plan: Plan, chart: Chart, wish: Wish, watch: Watch = _NOBODY) -> bytes:
    """A whole document, in its own language whatever the program speaks; ``watch`` may raise ``Stopped``."""
    from salesorg_gui.exchange.documents.printing import NothingToPrint  # noqa: PLC0415 - loads the printing

    language = wish.language or plan.language
    catalogue = load(language).with_plan_roles(plan.roles)
    try:
        with i18n.speaking(language), watching(watch), choosing(wish.pages):
            drawn = DOCUMENTS[wish.what].drawings[wish.ending]()
            return drawn(plan, chart, catalogue, wish.options)
    except NothingToPrint as nothing:
        raise ExportRefused(str(nothing)) from None


def ending_of(what: str, name: str) -> str:
    """The format of a document by the name of its file; without a name the usual one."""
    possible = DOCUMENTS[what].endings
    if not name:
        return possible[0]
    ending = PurePath(name).suffix.lower().removeprefix(".")
    if ending in possible:
        return ending
    named = _(" or ").join(f".{one}" for one in possible)
    raise ExportRefused(_("{what} can be written as {endings}.").format(what=what, endings=named))


def chart_named(plan: Plan, name: str | None) -> Chart:
    """The chart with an id; without a name the first one."""
    if name is None:
        return plan.first_chart
    for chart in plan.charts_in_order:
        if chart.id == name:
            return chart
    named = ", ".join(chart.id for chart in plan.charts_in_order)
    raise ExportRefused(_("There is no chart {name}. The charts are: {names}.").format(name=name, names=named))


def seat_named(chart: Chart, name: str) -> SeatId:
    """The seat with an id, with the code of a printed card, or the only one with that number of the company's own."""
    for seat in chart.seats.values():
        if seat.id == name:
            return seat.id
    coded = [seat.id for seat in chart.seats.values() if seat.code == name]
    if len(coded) == 1:
        return coded[0]
    if (carded := seat_of(name, chart.seats)) is not None:
        return carded
    named = ", ".join(list(chart.seats)[:_NAMED_SEATS])
    more = " …" if len(chart.seats) > _NAMED_SEATS else ""
    raise ExportRefused(_("There is no seat {name}. The seats are: {names}.").format(name=name, names=named + more))
