"""The last pages of the book: everybody and everything in full, with the pages they stand on.

Cards cut what is too long for them; here nothing is.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

from salesorg_gui.domain.chart import in_order
from salesorg_gui.domain.ids import PodId, SeatId
from salesorg_gui.domain.records import Seat
from salesorg_gui.drawing import words
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Part, Shape
from salesorg_gui.exchange.documents.charts.contents import Placed
from salesorg_gui.exchange.documents.charts.folio import Folio, Link
from salesorg_gui.exchange.documents.charts.furniture import Subject
from salesorg_gui.exchange.documents.typeset import Block, fitting_lines, line_of, rule, style, width_of
from salesorg_gui.i18n import _
from salesorg_gui.layout.geometry import Rect

GAP = 10.0
LAST_LETTERS = {"sv": "åäö", "da": "æøå", "nb": "æøå"}
"""Letters that stand behind z, in their order."""
LOOK, HEAD = style("small"), style("small").bold
PAGES = 46.0
TITLE, ABOVE_TITLE, BELOW_TITLE = style("heading").sized(1.3), 18.0, 4.0
"""The title of a table below another one."""

type Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says, and on which leaves that is."""

    cells: Cells
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A table over as many pages as it takes. ``shares`` are the widths of its columns, as parts of them all."""

    title: str
    heads: Cells
    shares: tuple[float, ...]
    rows: tuple[Row, ...]


def registers(subject: Subject, homes: Mapping[str, tuple[str, ...]]) -> list[Register]:
    """Who is on which page, and what the frames and sources are called; ``homes`` are the leaves of each record."""
    found = [_of_seats(subject, homes), _of_pods(subject, homes), _of_sources(subject, homes)]
    return [register for register in found if register.rows]


def alphabetical(text: str, language: str) -> str:
    """What a text is sorted by, as the dictionaries of a language do."""
    last = LAST_LETTERS.get(language, "")
    letters = []
    for letter in text.casefold():
        place = last.find(letter)
        letters.append(chr(ord("{") + place) if place >= 0 else unicodedata.normalize("NFD", letter)[0])
    return "".join(letters)


def _of_seats(subject: Subject, homes: Mapping[str, tuple[str, ...]]) -> Register:
    rows = [row for seat in subject.chart.seats.values() for row in _seat_rows(subject, seat, homes)]
    language = subject.catalogue.language
    rows.sort(key=lambda row: (not row.cells[0], alphabetical(" ".join(row.cells), language)))
    heads = (_("Name"), _("Seat"), _("Pod"), _("Reports to"))
    return Register(_("Everybody"), heads, (0.24, 0.27, 0.17, 0.32), tuple(rows))


def _seat_rows(subject: Subject, seat: Seat, homes: Mapping[str, tuple[str, ...]]) -> Iterator[Row]:
    """A row for each person of a seat; one for a seat nobody holds yet."""
    title = words.seat_title(seat, subject.catalogue.role(seat.role))
    status = "" if seat.holder else words.seat_line(seat)
    pod = subject.chart.pods.get(seat.pod) if seat.pod is not None else None
    cells = (
        " · ".join(text for text in (title, status) if text),
        words.pod_title(pod) if pod is not None else "",
        ", ".join(_managers(subject, seat.id)),
    )
    for name in [person.name for person in seat.people if person.name] or [""]:
        yield Row((name, *cells), homes.get(seat.id, ()))


def _managers(subject: Subject, seat: SeatId) -> Iterator[str]:
    chart = subject.chart
    for line in chart.lines_up.get(seat, ()):
        if line.manager in chart.seats:
            yield words.person_or_title(chart.seats[line.manager], subject.catalogue)
    for line in chart.dotted_up.get(seat, ()):
        if line.manager in chart.seats:
            name = words.person_or_title(chart.seats[line.manager], subject.catalogue)
            yield _("{name} (dotted line)").format(name=name)


def _of_pods(subject: Subject, homes: Mapping[str, tuple[str, ...]]) -> Register:
    chart, rows = subject.chart, []
    for pod in chart.pods.values():
        lead = chart.seats.get(pod.lead) if pod.lead is not None else None
        segments = [chart.segments[name] for name in pod.segments if name in chart.segments]
        members = chart.members.get(PodId(pod.id), ())
        cells = (
            words.pod_title(pod),
            ", ".join(words.segment_title(segment, subject.catalogue) for segment in segments),
            words.person_or_title(lead, subject.catalogue) if lead is not None else "",
            pod.goal,
            words.fte_line(members),
        )
        rows.append(Row(cells, tuple(dict.fromkeys(leaf for seat in members for leaf in homes.get(seat.id, ())))[:3]))
    language = subject.catalogue.language
    rows.sort(key=lambda row: alphabetical(" ".join(row.cells), language))
    heads = (_("Pod"), _("Segment"), _("Lead"), _("Goal"), _("FTE"))
    return Register(_("Pods"), heads, (0.2, 0.22, 0.18, 0.26, 0.14), tuple(rows))


def _of_sources(subject: Subject, homes: Mapping[str, tuple[str, ...]]) -> Register:
    rows = [
        Row((words.source_title(source, subject.catalogue), words.source_line(source)), homes.get(source.id, ()))
        for source in in_order(subject.chart.sources.values())
    ]
    return Register(_("Lead sources"), (_("Lead source"), _("How many")), (0.6, 0.4), tuple(rows))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a row: shapes by their column. ``left`` are the lines of the row that follow."""

    row: int
    shapes: tuple[tuple[int, Shape], ...]
    links: tuple[Link, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A page of registers: what stands on it, and which of them begin there, each at its height."""

    placed: Placed
    begun: tuple[tuple[str, float], ...]


def register_pages(folio: Folio, registers: Sequence[Register], numbers: Mapping[str, int]) -> list[RegisterPage]:
    """The tables one after the other, with a heading on every page; what fits below another one stands there."""
    found: list[RegisterPage] = []
    used = inf
    for register in registers:
        lines, head = list(_lines(register, folio.area.width, numbers)), _head(register, folio.area.width)
        height = head.height + len(lines) * LOOK.line
        if found and used + ABOVE_TITLE + TITLE.line + BELOW_TITLE + height <= folio.area.height:
            found[-1] = _below(found[-1], folio, register, used + ABOVE_TITLE, head, lines)
            used += ABOVE_TITLE + TITLE.line + BELOW_TITLE + height
            continue
        pages = list(_on_pages(folio, register, head, lines))
        begun = ((register.title, 0.0),)
        found += [RegisterPage(page, () if number else begun) for number, (page, _used) in enumerate(pages)]
        used = pages[-1][1]
    return found


def _on_pages(folio: Folio, register: Register, head: Block, lines: list[_Line]) -> Iterator[tuple[Placed, float]]:
    """A table from the top of a page, and how much of each page it takes."""
    each = int((folio.area.height - head.height) // LOOK.line)
    heading = Part("h1", tuple(folio.heading(register.title, "")))
    while True:
        taken, lines = _page_of(lines, each)
        table, links = _table(folio, head, taken, folio.area.y)
        yield Placed((heading, table), links), head.height + len(taken) * LOOK.line
        if not lines:
            return


def _below(
    page: RegisterPage, folio: Folio, register: Register, y: float, head: Block, lines: Sequence[_Line]
) -> RegisterPage:
    """A table below what stands on a page already."""
    top = folio.area.y + y
    title = Part("h1", moved([line_of(register.title, TITLE, "text_1")], folio.area.x, top))
    table, links = _table(folio, head, lines, top + TITLE.line + BELOW_TITLE)
    placed = Placed((*page.placed.shapes, title, table), (*page.placed.links, *links))
    return RegisterPage(placed, (*page.begun, (register.title, top)))


def _table(folio: Folio, head: Block, lines: Sequence[_Line], top: float) -> tuple[Part, tuple[Link, ...]]:
    """Some lines under their head."""
    x = folio.area.x
    rows: list[Shape] = [Part("row", moved(head.shapes, x, top))]
    links: list[Link] = []
    cells: list[tuple[int, int, float, Shape]] = []
    for number, line in enumerate(lines):
        y = top + head.height + number * LOOK.line
        cells += [(line.row, column, y, shape) for column, shape in line.shapes]
        links += [(rect.moved(x, y), goal) for rect, goal in line.links]
    cells.sort(key=lambda cell: cell[:3])
    for _row, group in groupby(cells, key=lambda cell: cell[0]):
        rows.append(Part("row", tuple(_read_by_cell(group, x))))
    return Part("table", tuple(rows)), tuple(links)


def _read_by_cell(row: Iterable[tuple[int, int, float, Shape]], x: float) -> Iterator[Part]:
    """The lines of each cell together."""
    for _column, cell in groupby(row, key=lambda one: one[1]):
        yield Part("cell", tuple(shape for _row, _place, y, line in cell for shape in moved([line], x, y)))


def _page_of(lines: list[_Line], each: int) -> tuple[list[_Line], list[_Line]]:
    """As many lines as fit; a row of a few is not parted."""
    count = min(each, len(lines))
    if count < len(lines):
        back = count
        while back > 0 and lines[back - 1].left:
            back -= 1
        count = back if count - back <= 4 and back > 0 else count
    return lines[:count], lines[count:]


def _columns(register: Register, width: float) -> list[tuple[float, float]]:
    """Where each column begins, and how wide it is."""
    room = width - PAGES
    found, x = [], 0.0
    for share in register.shares:
        found.append((x, share * room - GAP))
        x += share * room
    return found


def _head(register: Register, width: float) -> Block:
    shapes: list[Shape] = []
    for text, (x, wide) in zip(register.heads, _columns(register, width), strict=True):
        shapes.append(line_of(fitting_lines(text, HEAD, wide)[0], HEAD, "text_2", x))
    page = _("Page")
    shapes.append(line_of(page, HEAD, "text_2", width - width_of(page, HEAD)))
    height = HEAD.line + 5.0
    heads = [Part("head", (shape,)) for shape in shapes]
    return Block(height + 3.0, (*heads, *moved([rule(width, 0.35)], 0.0, height - 2.0)))


def _lines(register: Register, width: float, numbers: Mapping[str, int]) -> Iterator[_Line]:
    columns = _columns(register, width)
    for place, row in enumerate(register.rows):
        texts = [
            fitting_lines(text, LOOK, wide) if text else [] for text, (_x, wide) in zip(row.cells, columns, strict=True)
        ]
        count = max([1, *map(len, texts)])
        for number in range(count):
            shapes: list[tuple[int, Shape]] = [
                (column, line_of(lines[number], LOOK, "text_2" if column else "text_1", x))
                for column, (lines, (x, _wide)) in enumerate(zip(texts, columns, strict=True))
                if number < len(lines)
            ]
            links: list[Link] = []
            if number == 0:
                pages, links = _pages(row, width, numbers)
                shapes += [(len(columns), page) for page in pages]
            yield _Line(place, tuple(shapes), tuple(links), count - number - 1)


def _pages(row: Row, width: float, numbers: Mapping[str, int]) -> tuple[list[Shape], list[Link]]:
    """The numbers of the pages, each a link, ending at the right edge."""
    shapes: list[Shape] = []
    links: list[Link] = []
    right = width
    leaves = sorted(set(row.leaves), key=lambda leaf: numbers.get(leaf, 0))
    for place, leaf in enumerate(reversed(leaves)):
        text = f"{numbers.get(leaf, 0)}{',' if place else ''}"
        right -= width_of(text, LOOK) + (3.0 if place else 0.0)
        shapes.append(line_of(text, LOOK, "text_2", right))
        links.append((Rect(right, 0.0, width_of(text, LOOK), LOOK.line), leaf))
    return shapes, links
