"""Turn the icons of Lucide into the one table of paths that every pen draws: resources/icons/icons.json.

Usage: python packaging/icons.py FOLDER, where FOLDER is the unpacked npm package ``lucide-static``.
Name -> subpaths on a grid of 24 x 24, stroked with round caps and joins; each subpath is a list of
``["M", x, y]``, ``["L", x, y]``, ``["C", x1, y1, x2, y2, x, y]`` and ``["Z"]``. No pen needs to know arcs.
"""

import json
import math
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

TARGET = Path(__file__).resolve().parent.parent / "resources" / "icons"
NAMES = """
align-horizontal-distribute-center arrow-down arrow-left arrow-left-right arrow-right arrow-up armchair badge-check ban
briefcase building-2 calendar-clock check chevron-down chevron-left chevron-right chevron-up circle circle-alert
circle-check circle-dashed circle-dot clipboard-check clock columns-3 contrast copy corner-down-right crosshair diamond
download ellipsis eye eye-off file-down file-plus file-text filter flag folder-open gauge git-fork globe group handshake
history id-card info keyboard languages layers layout-dashboard layout-grid lightbulb link list list-end list-filter
list-tree lock lock-open log-in log-out map-pin maximize megaphone menu minus moon mouse-pointer-2 network octagon-x
panel-bottom panel-left panel-right pen-line pencil pin plus presentation printer redo-2 rows-3 save search settings
spline sprout square square-check square-dashed square-user star sun table target telescope timer trash-2 trending-up
triangle-alert undo-2 ungroup unlink upload user user-plus user-x users waypoints workflow wrench x zoom-in zoom-out
""".split()  # noqa: SIM905 - a list of 115 quoted names reads worse
TOKEN = re.compile(r"[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")

type Command = list[str | float]
type Subpath = list[Command]
type Point = tuple[float, float]


@dataclass
class Tokens:
    """The letters and numbers of one path, read from left to right."""

    text: str
    place: int = 0

    def at_end(self) -> bool:
        self._skip()
        return self.place >= len(self.text)

    def letter(self) -> str | None:
        """Take a command letter if one comes next."""
        self._skip()
        if self.place < len(self.text) and self.text[self.place].isalpha():
            self.place += 1
            return self.text[self.place - 1]
        return None

    def number(self) -> float:
        self._skip()
        found = TOKEN.match(self.text, self.place)
        if found is None:
            raise ValueError(f"no number at {self.text[self.place :]!r}")
        self.place = found.end()
        return float(found.group())

    def flag(self) -> bool:
        """Take a flag of an arc: one digit, which may touch the next number."""
        self._skip()
        self.place += 1
        return self.text[self.place - 1] == "1"

    def _skip(self) -> None:
        while self.place < len(self.text) and self.text[self.place] in " ,\n\t":
            self.place += 1


@dataclass
class Tracer:
    """Follows one path and writes it down in absolute moves, lines and curves."""

    subpaths: list[Subpath] = field(default_factory=list)
    here: Point = (0.0, 0.0)
    start: Point = (0.0, 0.0)
    control: Point | None = None

    def trace(self, path: str) -> list[Subpath]:
        """Follow the whole path."""
        tokens, letter = Tokens(path), "M"
        while not tokens.at_end():
            letter = tokens.letter() or {"M": "L", "m": "l"}.get(letter, letter)
            origin = self.here if letter.islower() else (0.0, 0.0)
            STEPS[letter.upper()](self, tokens, origin)
        return self.subpaths

    def move(self, tokens: Tokens, origin: Point) -> None:
        self.here = self.start = point(tokens, origin)
        self.subpaths.append([["M", *self.here]])
        self.control = None

    def line(self, tokens: Tokens, origin: Point) -> None:
        self.line_to(point(tokens, origin))

    def across(self, tokens: Tokens, origin: Point) -> None:
        self.line_to((origin[0] + tokens.number(), self.here[1]))

    def down(self, tokens: Tokens, origin: Point) -> None:
        self.line_to((self.here[0], origin[1] + tokens.number()))

    def curve(self, tokens: Tokens, origin: Point) -> None:
        self.curve_to(point(tokens, origin), point(tokens, origin), point(tokens, origin))

    def smooth(self, tokens: Tokens, origin: Point) -> None:
        first = mirrored(self.control, self.here)
        self.curve_to(first, point(tokens, origin), point(tokens, origin))

    def quadratic(self, tokens: Tokens, origin: Point) -> None:
        middle, end = point(tokens, origin), point(tokens, origin)
        self.curve_to(between(self.here, middle, 2 / 3), between(end, middle, 2 / 3), end)

    def arc(self, tokens: Tokens, origin: Point) -> None:
        radii, tilt = (tokens.number(), tokens.number()), math.radians(tokens.number())
        large, sweep = tokens.flag(), tokens.flag()
        end = point(tokens, origin)
        for first, second, stop in arc_curves(self.here, end, radii, tilt, (large, sweep)):
            self.curve_to(first, second, stop)
        self.control = None

    def close(self, tokens: Tokens, origin: Point) -> None:
        self.subpaths[-1].append(["Z"])
        self.here, self.control = self.start, None

    def line_to(self, end: Point) -> None:
        self._open()
        self.subpaths[-1].append(["L", *end])
        self.here, self.control = end, None

    def curve_to(self, first: Point, second: Point, end: Point) -> None:
        self._open()
        self.subpaths[-1].append(["C", *first, *second, *end])
        self.here, self.control = end, second

    def _open(self) -> None:
        if self.subpaths[-1][-1] == ["Z"]:
            self.subpaths.append([["M", *self.here]])


STEPS: dict[str, Callable[[Tracer, Tokens, Point], None]] = {
    "M": Tracer.move,
    "L": Tracer.line,
    "H": Tracer.across,
    "V": Tracer.down,
    "C": Tracer.curve,
    "S": Tracer.smooth,
    "Q": Tracer.quadratic,
    "A": Tracer.arc,
    "Z": Tracer.close,
}


def point(tokens: Tokens, origin: Point) -> Point:
    """Take a point, counted from the origin."""
    return origin[0] + tokens.number(), origin[1] + tokens.number()


def mirrored(control: Point | None, about: Point) -> Point:
    """Return the control point on the other side, or the point itself after a straight line."""
    return about if control is None else (2 * about[0] - control[0], 2 * about[1] - control[1])


def between(start: Point, end: Point, share: float) -> Point:
    """Return the point at a share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def turned(at: Point, angle: float) -> Point:
    """Return the point turned about the origin."""
    cos, sin = math.cos(angle), math.sin(angle)
    return at[0] * cos - at[1] * sin, at[0] * sin + at[1] * cos


def arc_curves(
    start: Point, end: Point, radii: Point, tilt: float, flags: tuple[bool, bool]
) -> Iterator[tuple[Point, Point, Point]]:
    """Yield the curves of an elliptic arc, by the end-to-centre conversion of the SVG standard, appendix B.2.4."""
    large, sweep = flags
    half = turned(((start[0] - end[0]) / 2, (start[1] - end[1]) / 2), -tilt)
    stretch = max(1.0, math.hypot(half[0] / radii[0], half[1] / radii[1]))
    rx, ry = radii[0] * stretch, radii[1] * stretch
    away = (rx * half[1]) ** 2 + (ry * half[0]) ** 2
    scale = math.sqrt(max(0.0, (rx * ry) ** 2 / away - 1)) * (1 if large != sweep else -1)
    middle = (scale * rx * half[1] / ry, -scale * ry * half[0] / rx)
    shift = turned(middle, tilt)
    centre = (shift[0] + (start[0] + end[0]) / 2, shift[1] + (start[1] + end[1]) / 2)
    first = math.atan2((half[1] - middle[1]) / ry, (half[0] - middle[0]) / rx)
    last = math.atan2((-half[1] - middle[1]) / ry, (-half[0] - middle[0]) / rx)
    span = (last - first) % math.tau - (0 if sweep else math.tau)
    yield from swept((centre, (rx, ry), tilt), first, span)


def swept(ellipse: tuple[Point, Point, float], first: float, span: float) -> Iterator[tuple[Point, Point, Point]]:
    """Yield curves of at most a quarter turn each."""
    centre, (rx, ry), tilt = ellipse
    count = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
    step = span / count
    reach = 4 / 3 * math.tan(step / 4)

    def placed(x: float, y: float) -> Point:
        at = turned((rx * x, ry * y), tilt)
        return centre[0] + at[0], centre[1] + at[1]

    for turn in range(count):
        a, b = first + turn * step, first + (turn + 1) * step
        yield (
            placed(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
            placed(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
            placed(math.cos(b), math.sin(b)),
        )


def ellipse_path(x: float, y: float, rx: float, ry: float) -> str:
    """Return an ellipse as a path of two arcs."""
    return f"M{x - rx} {y}a{rx} {ry} 0 1 1 {2 * rx} 0a{rx} {ry} 0 1 1 {-2 * rx} 0z"


def rect_path(x: float, y: float, width: float, height: float, r: float) -> str:
    """Return a rectangle with round corners as a path."""
    if not r:
        return f"M{x} {y}h{width}v{height}h{-width}z"
    across, down = width - 2 * r, height - 2 * r
    corner = f"a{r} {r} 0 0 1"
    return (
        f"M{x + r} {y}h{across}{corner} {r} {r}v{down}{corner} {-r} {r}"
        f"h{-across}{corner} {-r} {-r}v{-down}{corner} {r} {-r}z"
    )


def path_of(shape: ET.Element) -> str:
    """Return any shape of an icon as the text of a path."""
    numbers = {key: float(value) for key, value in shape.attrib.items() if re.fullmatch(r"-?[\d.]+", value)}
    match shape.tag.rpartition("}")[2]:
        case "path":
            return shape.attrib["d"]
        case "line":
            return f"M{numbers['x1']} {numbers['y1']}L{numbers['x2']} {numbers['y2']}"
        case "polyline":
            return "M" + shape.attrib["points"]
        case "polygon":
            return "M" + shape.attrib["points"] + "z"
        case "circle":
            return ellipse_path(numbers["cx"], numbers["cy"], numbers["r"], numbers["r"])
        case "ellipse":
            return ellipse_path(numbers["cx"], numbers["cy"], numbers["rx"], numbers["ry"])
        case "rect":
            corner = numbers.get("rx", numbers.get("ry", 0.0))
            return rect_path(numbers.get("x", 0.0), numbers.get("y", 0.0), numbers["width"], numbers["height"], corner)
        case other:
            raise ValueError(f"an icon with a {other} is not known")


def rounded(command: Command) -> Command:
    """Return the command with three decimals, whole numbers without any."""
    return [part if isinstance(part, str) else int(part) if part == int(part) else part for part in _short(command)]


def _short(command: Command) -> Command:
    return [part if isinstance(part, str) else round(part, 3) + 0.0 for part in command]


def subpaths(svg: Path) -> list[Subpath]:
    """Read one icon."""
    shapes = ET.parse(svg).getroot()  # noqa: S314 - our own assets
    traced = [subpath for shape in shapes for subpath in Tracer().trace(path_of(shape))]
    return [[rounded(command) for command in subpath] for subpath in traced]


def main() -> int:
    """Write the table and the licence."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source = Path(sys.argv[1])
    table = {name: subpaths(source / "icons" / f"{name}.svg") for name in sorted(NAMES)}
    rows = (f"{json.dumps(name)}: {json.dumps(table[name], separators=(',', ':'))}" for name in table)
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "icons.json").write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
    (TARGET / "LUCIDE-LICENSE.txt").write_bytes((source / "LICENSE").read_bytes())
    print(f"{len(table)} icons")
    return 0


if __name__ == "__main__":
    sys.exit(main())
