"""Setting text on paper: styles of the look, lines that fit, blocks that stack, pages that fill. Lengths in points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from math import inf

from salesorg_gui.drawing.measure import SLACK, wrap
from salesorg_gui.drawing.measure import width as text_width
from salesorg_gui.drawing.moving import moved
from salesorg_gui.drawing.shapes import Align, Box, Ink, Label, Part, Role, Shape, Stroke, Weight, Wire
from salesorg_gui.drawing.theme import paper_style
from salesorg_gui.layout.geometry import Point, Rect

CORNER = Point(0.0, 0.0)
ASCENT = 0.76
"""Where the baseline of Inter lies in a line without extra leading, as a part of its size."""
WHOLES: dict[Role, Role] = {"item": "list", "row": "table"}
"""What parts in a row make together."""
SMALLEST_LABEL = 6.5
"""Points: a label with a long word may be set so small, before the word breaks."""
KEPT_TOGETHER = 4
"""A group of no more rows than this does not break when a fresh column would take it whole."""


@dataclass(frozen=True, slots=True)
class Style:
    """A type style of the look: size and line in points, tracking in em."""

    size: float
    line: float
    weight: Weight
    tracking: float

    @property
    def bold(self) -> "Style":
        """The same in semibold."""
        return Style(self.size, self.line, Weight.SEMIBOLD, self.tracking)

    def sized(self, factor: float) -> "Style":
        """The same, larger or smaller."""
        return Style(self.size * factor, self.line * factor, self.weight, self.tracking)


@cache
def style(name: str) -> Style:
    """A style for paper by its name in the tokens (``page_title``, ``card_body`` …)."""
    found = paper_style(name)
    return Style(found.size, found.line, found.weight, found.tracking)


@dataclass(frozen=True, slots=True)
class Block:
    """Shapes that belong together, drawn from (0, 0) down to ``height``; ``line`` is where text in it may break."""

    height: float
    shapes: tuple[Shape, ...] = ()
    line: float = 0.0


def baseline_of(look: Style) -> float:
    """Where in its line box text stands."""
    return (look.line - look.size) / 2 + look.size * (0.5 + ASCENT / 2)


def line_of(text: str, look: Style, ink: Ink, x: float = 0.0, align: Align = Align.LEFT, *, y: float = 0.0) -> Label:
    """One line of text whose line box begins at ``y``."""
    return Label(text, Point(x, y + baseline_of(look)), look.size, ink, look.weight, align, look.tracking)


def fitting_lines(text: str, look: Style, width: float) -> list[str]:
    """The text broken so that no line is wider than ``width``; long words break too, line breaks stay."""
    return [*_fitting_lines(text, look.size, look.weight, look.tracking, width)]


@lru_cache(maxsize=4_000)
def _fitting_lines(text: str, size: float, weight: Weight, tracking: float, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for part in text.splitlines() or [""]:
        lines += wrap(part, width, size, weight, tracking) or [""]
    return tuple(lines)


def width_of(text: str, look: Style) -> float:
    """How wide a line will be."""
    return text_width(text, look.size, look.weight, look.tracking) * SLACK


@lru_cache(maxsize=4_000)
def paragraph(text: str, look: Style, width: float, ink: Ink = "text_1", x: float = 0.0, role: Role = "p") -> Block:
    """Text in as many lines as it needs; ``role`` is what it is to a reader: a heading, a cell."""
    block = _lines(text, look, width, ink, x)
    return Block(block.height, (Part(role, block.shapes),), block.line)


@lru_cache(maxsize=4_000)
def _lines(text: str, look: Style, width: float, ink: Ink = "text_1", x: float = 0.0) -> Block:
    """Text in as many lines as it needs, part of whatever it stands in."""
    broken_text = fitting_lines(text, look, width)
    top = baseline_of(look)
    lines = [
        Label(line, Point(x, top + number * look.line), look.size, ink, look.weight, tracking=look.tracking)
        for number, line in enumerate(broken_text)
    ]
    return Block(look.line * len(lines), tuple(going_on(text, lines)), look.line)


def going_on(text: str, lines: Sequence[Label]) -> list[Label]:
    """Lines of one text that know where a space was broken, not a word."""
    found: list[Label] = []
    place = 0
    for line in lines:
        for word in line.text.split(" "):
            place = text.index(word, place) + len(word)
        found.append(line._replace(goes_on=True) if text[place : place + 1].isspace() else line)
    return found


@lru_cache(maxsize=2_000)
def dashed(text: str, look: Style, width: float, indent: float) -> Block:
    """A list entry behind a short dash."""
    body = _lines(text, look, width - indent, x=indent)
    y = look.line / 2 + look.size * 0.04
    dash = Wire((Point(0.0, y), Point(indent * 0.5, y)), Stroke("text_1", 0.5))
    return Block(body.height, (Part("item", (dash, *body.shapes)),), look.line)


@lru_cache(maxsize=2_000)
def numbered(count: int, text: str, look: Style, width: float, indent: float) -> Block:
    """A list entry behind its number."""
    body = _lines(text, look, width - indent, x=indent)
    number = line_of(str(count), look, "text_3")
    return Block(body.height, (Part("item", (number, *body.shapes)),), look.line)


@lru_cache(maxsize=4_000)
def led(lead: str, text: str, look: Style, width: float) -> Block:
    """A paragraph whose first words stand in semibold."""
    if width_of(lead, look.bold) > width:
        return paragraph(f"{lead} {text}", look, width)
    lines = fitting_lines(f"{lead} {text}", look.bold, width)
    first = lines[0].removeprefix(lead).strip()
    labels = [line_of(lines[0] if len(lines[0]) < len(lead) else lead, look.bold, "text_1")]
    if first:
        labels.append(line_of(first, look, "text_1", width_of(f"{lead} ", look.bold)))
    labels += [line_of(line, look, "text_1", y=number * look.line) for number, line in enumerate(lines[1:], 1)]
    return Block(look.line * len(lines), (Part("p", tuple(going_on(f"{lead} {text}", labels))),), look.line)


def beside(left: Block, right: Block, x: float) -> Block:
    """Two blocks on one height, the right one at ``x``."""
    return Block(max(left.height, right.height), (*left.shapes, *moved(right.shapes, x, 0.0)))


@lru_cache(maxsize=500)
def rule(width: float, thickness: float, ink: Ink = "line_strong") -> Wire:
    """A thin horizontal line at y = 0."""
    return Wire((Point(0.0, 0.0), Point(width, 0.0)), Stroke(ink, thickness))


def spaced(block: Block, above: float = 0.0, below: float = 0.0) -> Block:
    """A block with air above and below."""
    return Block(block.height + above + below, tuple(moved(block.shapes, 0.0, above)))


def stacked(blocks: Sequence[Block]) -> Block:
    """Blocks one under the other."""
    return Block(sum(block.height for block in blocks), tuple(_stacked(blocks)))


def _stacked(blocks: Iterable[Block]) -> Iterator[Shape]:
    y = 0.0
    for block in blocks:
        yield from moved(block.shapes, 0.0, y)
        y += block.height


@dataclass(frozen=True, slots=True)
class Group:
    """A labelled part of a document. ``rows`` stay whole; a group may break between them, its label then repeats.

    ``head`` (column titles) repeats with the label.
    """

    label: str
    rows: tuple[Block, ...]
    head: Block | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """How groups are set: label column and air. A ``label_column`` of 0 puts the label above its rows."""

    width: float
    label_column: float
    label: Style
    above: float
    below: float
    rule: float


@dataclass(frozen=True, slots=True)
class Run:
    """Rows of one group that stand together, not set yet; ``height`` is how high they will be."""

    group: Group
    rows: tuple[Block, ...]
    look: Measures
    height: float

    def set(self, x: float, y: float) -> Iterator[Shape]:
        """Its shapes from a spot on, each moved there in one step."""
        label, look = _label_of(self.group.label, self.look), self.look
        yield from moved((rule(look.width, look.rule),), x, y)
        top = y + look.above
        yield from moved(label.shapes, x, top)
        left, top = (x + look.label_column, top) if look.label_column else (x, top + label.height + 2.0)
        content: list[Shape] = []
        for block in (*((self.group.head,) if self.group.head else ()), *self.rows):
            content += moved(block.shapes, left, top)
            top += block.height
        yield from gathered(Block(0.0, tuple(content))).shapes


def run_of(group: Group, rows: tuple[Block, ...], look: Measures) -> Run:
    """Rows that stand together, measured once: several ways of setting them are tried."""
    return Run(group, rows, look, _height_of(group, rows, look))


@dataclass(frozen=True, slots=True)
class Column:
    """Runs one below the other. How high they are is known before they are set, so that several ways may be tried."""

    runs: tuple[Run, ...] = ()

    @property
    def height(self) -> float:
        """How high it will be."""
        return sum(run.height for run in self.runs)

    def set(self, x: float, y: float) -> tuple[Shape, ...]:
        """Its shapes from a spot on."""
        shapes: list[Shape] = []
        for run in self.runs:
            shapes += run.set(x, y)
            y += run.height
        return tuple(shapes)


@lru_cache(maxsize=1_000)
def _label_of(text: str, look: Measures) -> Block:
    width = (look.label_column - 4.0) if look.label_column else look.width
    return paragraph(text, narrowed(text, look.label, width), width, role="h2")


def narrowed(text: str, look: Style, width: float) -> Style:
    """The style, or a smaller one in which the longest word need not break but at a hyphen; never too small to read."""
    longest = max((width_of(word, look) for word in text.replace("-", "- ").split()), default=0.0)
    least = min(1.0, SMALLEST_LABEL / look.size)
    return replace(look, size=look.size * max(least, 0.98 * width / longest)) if longest > width else look


def _height_of(group: Group, rows: Sequence[Block], look: Measures) -> float:
    """How high some rows of a group will be set."""
    label, head = _label_of(group.label, look).height, group.head.height if group.head else 0.0
    return _height_around(label, head + sum(row.height for row in rows), look)


def _height_around(label: float, content: float, look: Measures) -> float:
    """How high a group will be, from the heights of its label and of what stands beside or below it."""
    inner = max(label, content) if look.label_column else label + 2.0 + content
    return look.above + inner + look.below


def gathered(block: Block) -> Block:
    """A block whose list entries form a list, and whose rows a table, for those who have it read aloud."""
    shapes: list[Shape] = []
    for role, run in groupby(block.shapes, key=_whole_of):
        together = tuple(run)
        shapes += [Part(role, together)] if role else together
    return Block(block.height, tuple(shapes), block.line)


def _whole_of(shape: Shape) -> Role | None:
    """What a part is a part of."""
    return WHOLES.get(shape.role) if isinstance(shape, Part) else None


def filled(groups: Sequence[Group], look: Measures, first_room: float, room: float) -> list[Block]:
    """Groups set into columns one after the other, the first ``first_room`` high, the others ``room``."""
    columns = parted(groups, look, first_room, room)
    return [Block(column.height, column.set(0.0, 0.0)) for column in columns]


def parted(groups: Sequence[Group], look: Measures, first_room: float, room: float) -> list[Column]:
    """What stands in which column, the first ``first_room`` high, the others ``room``.

    Text higher than a whole column breaks between its lines, so that nothing is ever left out.
    """
    columns: list[list[Run]] = [[]]
    left = first_room
    for group in groups:
        rows = list(group.rows)
        while rows:
            count = _fitting(group, rows, look, left)
            is_fresh = left >= room
            if not is_fresh and (count == 0 or _is_better_whole(group, rows, look, count, room)):
                columns.append([])
                left = room
                continue
            if count == 0:
                rows[:1] = broken(rows[0], room - _height_of(group, (), look))
                count = 1
            run = run_of(group, tuple(rows[:count]), look)
            columns[-1].append(run)
            left -= run.height
            rows = rows[count:]
    return [Column(tuple(runs)) for runs in columns]


def _fitting(group: Group, rows: Sequence[Block], look: Measures, room: float) -> int:
    """How many of the rows fit; usually all do."""
    if _height_of(group, rows, look) <= room:
        return len(rows)
    label, content = _label_of(group.label, look).height, group.head.height if group.head else 0.0
    count = 0
    for row in rows:
        content += row.height
        if _height_around(label, content, look) > room:
            break
        count += 1
    return _settled(count, len(rows))


def _settled(count: int, of: int) -> int:
    """Of so many rows that fit, as many as to leave no single one behind."""
    return count - 1 if of - count == 1 and count > KEPT_TOGETHER else count


def _is_better_whole(group: Group, rows: Sequence[Block], look: Measures, count: int, room: float) -> bool:
    """Whether a group should wait for a fresh column: few rows for company, many for not beginning with one alone."""
    if count < len(rows) <= KEPT_TOGETHER:
        return _height_of(group, rows, look) <= room
    return count == 1 < len(rows) and _height_of(group, rows[:2], look) <= room


def broken(block: Block, room: float) -> list[Block]:
    """A block of lines in two: as many lines as fit (at least one), and the rest."""
    if not block.line:
        return [block]
    height = max(int(room // block.line), 1) * block.line
    upper, lower = _parted(block.shapes, height, is_upper=True), _parted(block.shapes, height, is_upper=False)
    if not lower:
        return [block]
    cut = min(height, _letters_top(lower))
    return [
        Block(height, upper, block.line),
        Block(block.height - cut, tuple(moved(lower, 0.0, -cut)), block.line),
    ]


def _letters_top(shapes: Iterable[Shape]) -> float:
    """Where the letters of the first line begin: small lines stand closer than those a block is parted by."""
    tops = [
        _letters_top(shape.shapes) if isinstance(shape, Part) else shape.baseline.y - shape.size
        for shape in shapes
        if isinstance(shape, Part | Label)
    ]
    return min(tops, default=inf)


def _parted(shapes: Iterable[Shape], height: float, *, is_upper: bool) -> tuple[Shape, ...]:
    """The shapes that stand above a height, or those below; a part that stands on both sides is parted."""
    found: list[Shape] = []
    for shape in shapes:
        if isinstance(shape, Part):
            inside = _parted(shape.shapes, height, is_upper=is_upper)
            found += [shape._replace(shapes=inside)] if inside else []
        elif (_top(shape) < height) is is_upper:
            found.append(shape)
    return tuple(found)


def _top(shape: Shape) -> float:
    """Where in its block a shape stands: text by its baseline, a dash by its own height."""
    spot = shape.baseline if isinstance(shape, Label) else shape.points[0] if isinstance(shape, Wire) else CORNER
    return spot.y


def chequered(stages: Sequence[bool], width: float, height: float, gap: float, fill: Ink) -> tuple[Shape, ...]:
    """The row of stage boxes: full where the seat works."""
    each = (width - gap * (len(stages) - 1)) / len(stages)
    return tuple(
        Box(Rect(n * (each + gap), 0.0, each, height), fill if covered else None, Stroke("line_strong", 0.5))
        for n, covered in enumerate(stages)
    )
