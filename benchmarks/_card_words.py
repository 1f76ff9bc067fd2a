"""What stands on the cards that are measured: which cards, and the words of each, for makers that set them themselves.

The words are gathered anew for every card, as ours are; nothing about where they stand is told.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.companies import company
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.domain.plan import Plan
from salesorg_gui.drawing.measure import SLACK
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.exchange.documents.card_code import QR_PREFIX, codes_of
from salesorg_gui.exchange.documents.cards.formats import A6
from salesorg_gui.exchange.documents.cards.imposing import Sheetful, arranged
from salesorg_gui.exchange.documents.options import MM, CardOptions, Options
from salesorg_gui.exchange.documents.printing import chosen_sheets, imprint_of, stages_of
from salesorg_gui.exchange.documents.role_cards import STAGE_BOX, CardContent, passing_words, questions
from salesorg_gui.exchange.documents.sheet import Passing, Sheet
from salesorg_gui.exchange.documents.typeset import ASCENT

TODAY = date(2026, 1, 14)
LEAST_SEATS = 60
HEAD = A6.first_line + A6.head_gap
"""Where the title begins, below the upper edge."""
BACK_FOOT = A6.height - A6.margin * 1.7 - A6.qr
"""The room above the square, from margin to margin."""
BOXES_HEIGHT = STAGE_BOX + 1.2 * MM
ABOVE_MISSION, BELOW_MISSION, ABOVE_WHO, ABOVE_BOXES = 3.4 * MM, 3.8 * MM, 1.0, 1.3 * MM
ABOVE, BELOW, BELOW_LABEL = 2 * MM, 2.8 * MM, 2.0
"""Air around the rows of a group at its roomiest."""

type Entry = tuple[str, str]
"""What stands in semibold, and what follows it."""


@dataclass(frozen=True, slots=True)
class Task:
    """Which cards to make."""

    plan: Plan
    catalogue: Catalogue
    options: Options

    @property
    def sheet(self) -> Sheetful:
        """The grid they stand on."""
        found = arranged(self.options.page, A6, CardOptions())
        assert found is not None
        return found

    def contents(self) -> Iterator[CardContent]:
        """What each card says."""
        chart = self.plan.first_chart
        codes = codes_of(chart.seats)
        imprint = imprint_of(self.plan, chart, self.catalogue, self.options)
        for one in chosen_sheets(self.plan, chart, self.catalogue, self.options):
            yield CardContent(one, stages_of(one, self.catalogue), imprint, QR_PREFIX + codes[one.seat.id])


def task(count: int) -> Task:
    """So many seats of a made-up company."""
    plan = company(max(count, LEAST_SEATS))
    seats = tuple(plan.first_chart.seats)[:count]
    return Task(plan, load("en"), Options(today=TODAY, seats=seats))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a group under its label."""

    label: str
    entries: Sequence[Entry]


def words_of_pages(pdf: bytes) -> list[Counter[str]]:
    """How often each word stands on each page of a file; dashes and dots are no words."""
    import pypdfium2

    pages = (page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    return [Counter(word for word in page.split() if any(map(str.isalnum, word))) for page in pages]


def spare(width: float) -> float:
    """What ours leaves free of a line, since toolkits measure letters a little differently."""
    return width - width / SLACK


def who(sheet: Sheet) -> str:
    """The line below the title."""
    return " · ".join(text for text in (sheet.holder_in_short, sheet.place, sheet.fte) if text)


def front(sheet: Sheet) -> list[Words]:
    """What is listed on the front."""
    measures = [f"{one.name}: {one.target}" if one.target else one.name for one in sheet.measures]
    groups = [
        Words("Held by", _plain(sheet.people if sheet.is_crowded else ())),
        Words("Receives", _passed(sheet.receives, is_giving=False)),
        Words("Hands over", _passed(sheet.hands_over, is_giving=True)),
        Words("Results", _plain([*sheet.texts.get("results", ()), *measures])),
        Words("Does not own", _plain(sheet.texts.get("boundaries", ()))),
        Words("Reports to", _plain(sheet.reports_to or ("Nobody yet",))),
        Words("Leads", _plain(["; ".join(sheet.leads)])),
        Words("Volume", _plain([sheet.quota, *sheet.texts.get("workload", ())])),
    ]
    return [group for group in groups if group.entries]


def back(sheet: Sheet) -> list[Words]:
    """What is listed on the back; the last group is numbered."""
    groups = [
        Words("Tasks", _plain(sheet.texts.get("responsibilities", ()))),
        Words("Must know", _plain(sheet.texts.get("traits", ()))),
        Words("Talk about it", _plain(questions(sheet))),
    ]
    return [group for group in groups if group.entries]


def stages(content: CardContent) -> str:
    """The names below the boxes."""
    return ", ".join(stage.title for stage in content.stages if stage.is_covered) or "Outside the customer journey"


def imprint(content: CardContent) -> tuple[str, str, str]:
    """The three lines beside the square."""
    of, sheet = content.imprint, content.sheet
    names = " · ".join(text for text in (of.organisation, of.chart) if text)
    return names, f"{sheet.code} · {sheet.version} · {of.date}", content.code.removeprefix(QR_PREFIX)


def colour(ink: str) -> tuple[float, float, float]:
    """An ink of the printed theme."""
    digits = theme(ThemeName.PRINT).colour(ink).removeprefix("#")
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def baseline(size: float, line: float) -> float:
    """Where in its line text stands."""
    return (line - size) / 2 + size * (0.5 + ASCENT / 2)


def _plain(texts: Sequence[str]) -> list[Entry]:
    return [("", text) for text in texts if text]


def _passed(passings: Sequence[Passing], *, is_giving: bool) -> list[Entry]:
    """One entry for each thing and limit, with all its partners."""
    partners: dict[tuple[str, str, bool], list[str]] = {}
    for one in passings:
        partners.setdefault((one.what, one.limit, one.is_return), []).append(one.partner)
    return [
        (what, passing_words(Passing(what, ", ".join(dict.fromkeys(names)), "", limit, returns), is_giving=is_giving))
        for (what, limit, returns), names in partners.items()
    ]
