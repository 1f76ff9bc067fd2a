"""Cards of seats and lead sources, drawn from their own top left corner at 0, 0, once for screen and paper."""

from enum import StrEnum

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.roles import Purpose, Role
from salesorg_gui.domain.records import Lane, Seat, Source, Status
from salesorg_gui.drawing import words
from salesorg_gui.drawing.load import load_row
from salesorg_gui.drawing.measure import fits, wrap
from salesorg_gui.drawing.shapes import Align, Bar, Box, Icon, Ink, Shape, Stroke, Weight
from salesorg_gui.drawing.text import CARD, SMALL, TINY, label, styled, text_width
from salesorg_gui.drawing.theme import TypeStyle
from salesorg_gui.layout.geometry import Point, Rect
from salesorg_gui.layout.lengths import CARD_HEIGHT, CARD_WIDTH, SOURCE_HEIGHT, SOURCE_WIDTH
from salesorg_gui.values import dataclass

type Shapes = tuple[Shape, ...]

PURPOSE_ICONS = {
    Purpose.FIND: "telescope",
    Purpose.CLOSE: "handshake",
    Purpose.CARE: "sprout",
    Purpose.LEAD: "flag",
    Purpose.SUPPORT: "wrench",
}
RADIUS = 8.0
TEXT_X = 16.0
AFTER_ICON_X = 35.0
ICON = 14.0
TITLE_PAD = 7.0
"""The title may come nearer to the right edge than the rest: the longest usual titles then stand in full."""
PAD = 12.0
TITLE, PERSON, META = 24.5, 41.0, 57.0
PERSONLESS = 6.0
SEAT = Rect(0.0, 0.0, CARD_WIDTH, CARD_HEIGHT)
MOUTH = 6.0
SOURCE = Rect(0.0, 0.0, SOURCE_WIDTH, SOURCE_HEIGHT)
AFAR_TITLE = styled(16.0, Weight.SEMIBOLD, -0.01)
AFAR_PERSON = styled(14.0, Weight.REGULAR)
AFAR_SOURCE = styled(19.0, Weight.MEDIUM, -0.01)
FARTHEST = styled(23.0, Weight.MEDIUM, -0.01)
FAR_LINES = 2


class Detail(StrEnum):
    """How much of a card is drawn, by the zoom it is seen at."""

    FULL = "full"
    COMPACT = "compact"
    FAR = "far"
    BLOCK = "block"
    """Pods are blocks with their total, their cards are not drawn."""


def detail_at(zoom: float) -> Detail:
    """The detail for a zoom, 1.0 being 100 %."""
    if zoom >= 0.75:
        return Detail.FULL
    if zoom >= 0.45:
        return Detail.COMPACT
    return Detail.FAR if zoom >= 0.20 else Detail.BLOCK


@dataclass(frozen=True, slots=True)
class _Face:
    """What a seat's card says, and in which colour of purpose."""

    seat: Seat
    role: Role
    title: str
    person: str
    meta: str
    mark: str
    family: str = ""
    load: float | None = None
    room: Rect = SEAT

    @property
    def width(self) -> float:
        """As wide as a card is, or in the Handoffs view as the stages it covers."""
        return self.room.width

    @property
    def purpose(self) -> Purpose:
        return self.role.purpose

    def ink(self, part: str) -> Ink:
        return f"{self.family or self.purpose}_{part}"

    @property
    def icon_ink(self) -> Ink:
        """The icon tells the purpose; it is grey where the colour tells something else."""
        return "text_2" if self.family else self.ink("text")


def seat_card(
    seat: Seat,
    catalogue: Catalogue,
    detail: Detail = Detail.FULL,
    family: str = "",
    load: float | None = None,
    width: float = CARD_WIDTH,
) -> Shapes:
    """The card of a seat, 72 high; in the colours of a ``family``, or of its purpose.

    ``load`` is work as a share of time; it is shown on filled seats.
    """
    role = catalogue.role(seat.role)
    face = _Face(
        seat,
        role,
        words.seat_title(seat, role),
        words.seat_line(seat),
        words.purpose_line(seat, role, catalogue),
        words.headcount_mark(seat),
        family,
        load if seat.status is Status.FILLED else None,
        Rect(0.0, 0.0, width, CARD_HEIGHT),
    )
    match detail:
        case Detail.FULL:
            return (*_ground(face), *_full_text(face))
        case Detail.COMPACT:
            return (*_ground(face), *_compact_text(face))
        case Detail.FAR:
            return (*_far_block(face), *_far_text(face))
        case Detail.BLOCK:
            return _far_block(face)


def _ground(face: _Face) -> Shapes:
    """Paper, border and purpose bar: solid for a filled seat, dashed for an open, dotted for a planned one."""
    match face.seat.status:
        case Status.FILLED:
            paper = Box(face.room, "card", radius=RADIUS, shadow="card")
            border = Box(face.room.grown(-0.5), stroke=Stroke("line"), radius=RADIUS - 0.5)
            return paper, border, _bar(face)
        case Status.OPEN:
            inner = face.room.grown(-0.75)
            tint = Box(inner, face.ink("tint"), radius=RADIUS - 0.5, opacity=0.55)
            border = Box(inner, stroke=Stroke(face.ink("text"), 1.5, (5.0, 4.0)), radius=RADIUS - 0.5)
            return tint, border, _bar(face)
        case Status.PLANNED:
            dots = Stroke("line_strong", 1.5, (0.1, 4.0), round_caps=True)
            border = Box(face.room.grown(-0.75), stroke=dots, radius=RADIUS - 0.5)
            hollow = Box(Rect(4.0, 12.0, 3.0, 48.0), stroke=Stroke(face.ink("solid")), radius=1.5)
            return border, hollow


def _bar(face: _Face) -> Bar:
    return Bar(face.room, face.ink("solid"), RADIUS)


def _full_text(face: _Face) -> Shapes:
    """Title, person, purpose and time; without a person the other two stand in the middle."""
    shapes: list[Shape] = []
    middle = 0.0 if face.person else PERSONLESS
    right = face.width - TITLE_PAD
    if face.mark:
        at = Point(face.width - PAD, TITLE + middle)
        shapes.append(label(face.mark, at, face.width, TINY, "text_2", Align.RIGHT))
        right = face.width - PAD - text_width(face.mark, TINY) - 6.0
    ink = "text_2" if face.seat.status is Status.PLANNED else "text_1"
    space = right - TEXT_X
    shapes.append(label(_fitting_title(face, space, CARD), Point(TEXT_X, TITLE + middle), space, CARD, ink))
    shapes += _person_row(face)
    shapes.append(Icon(PURPOSE_ICONS[face.purpose], Point(TEXT_X, 46.0 - middle), ICON, face.icon_ink))
    end = face.width - PAD
    if face.load is not None:
        row, end = load_row(face.load, end, META - middle)
        shapes += row
    shapes.append(label(face.meta, Point(AFTER_ICON_X, META - middle), end - AFTER_ICON_X, TINY, "text_3"))
    return tuple(shapes)


def _person_row(face: _Face) -> Shapes:
    medium = TypeStyle(SMALL.size, SMALL.line, Weight.MEDIUM, SMALL.tracking)
    space = face.width - PAD - AFTER_ICON_X
    match face.seat.status:
        case Status.OPEN:
            ink = face.ink("text")
            icon = Icon("user-plus", Point(TEXT_X, 30.0), ICON, ink)
            return icon, label(face.person, Point(AFTER_ICON_X, PERSON), space, medium, ink)
        case Status.PLANNED:
            icon = Icon("calendar-clock", Point(TEXT_X, 30.0), ICON, "text_3")
            return icon, label(face.person, Point(AFTER_ICON_X, PERSON), space, SMALL, "text_2")
        case Status.FILLED if face.person:
            return (label(face.person, Point(TEXT_X, PERSON), face.width - PAD - TEXT_X, SMALL, "text_2"),)
        case _:
            return ()


def _compact_text(face: _Face) -> Shapes:
    """Title and person large enough to read at half size, on the same card."""
    space = face.width - TEXT_X - 38.0
    ink = "text_2" if face.seat.status is Status.PLANNED else "text_1"
    upper = 31.0 if face.person else 42.0
    title = label(_fitting_title(face, space, AFAR_TITLE), Point(TEXT_X, upper), space, AFAR_TITLE, ink)
    person = label(face.person, Point(TEXT_X, 54.0), face.width - TEXT_X - PAD, AFAR_PERSON, "text_2")
    rows = (title, person) if face.person else (title,)
    return *rows, Icon(PURPOSE_ICONS[face.purpose], Point(face.width - 34.0, 14.0), 22.0, face.icon_ink)


def _fitting_title(face: _Face, space: float, style: TypeStyle) -> str:
    """The title; the role's short one when the role's own title is too long for the card."""
    if face.seat.title or fits(face.title, space, style.size, style.weight, style.tracking):
        return face.title
    return face.role.short_title


def _far_text(face: _Face) -> Shapes:
    """What the seat is, in two large lines: a whole company fits the window at about 30 %."""
    left, space = 20.0, face.width - 20.0 - 8.0
    for title in (face.title, face.role.short_title):
        lines = wrap(title, space, FARTHEST.size, FARTHEST.weight, FARTHEST.tracking)
        if len(lines) <= FAR_LINES or face.seat.title:
            break
    lines = [*lines[: FAR_LINES - 1], " ".join(lines[FAR_LINES - 1 :])] if len(lines) > FAR_LINES else lines
    first = CARD_HEIGHT / 2 + 8.0 - (len(lines) - 1) * FARTHEST.line / 2
    ink = face.ink("text")
    return tuple(
        label(line, Point(left, first + n * FARTHEST.line), space, FARTHEST, ink) for n, line in enumerate(lines)
    )


def _far_block(face: _Face) -> Shapes:
    """Tint and bar: the purpose is what remains visible under 45 %."""
    if face.seat.status is Status.PLANNED:
        dots = Stroke("line_strong", 2.0, (0.1, 5.0), round_caps=True)
        return Box(face.room.grown(-1.0), stroke=dots, radius=4.0), Bar(face.room, face.ink("tint"), 4.0, 8.0)
    border = Stroke(face.ink("text"), 2.0, (8.0, 6.0)) if face.seat.status is Status.OPEN else Stroke("line")
    return Box(face.room.grown(-0.5), face.ink("tint"), border, 4.0), Bar(face.room, face.ink("solid"), 4.0, 8.0)


def source_card(source: Source, catalogue: Catalogue, detail: Detail = Detail.FULL) -> Shapes:
    """The card of a lead source, 136 wide and 48 high: a megaphone, or a list for leads that are fetched."""
    paper = Box(SOURCE, "card", radius=RADIUS, shadow="card")
    border = Box(SOURCE.grown(-0.5), stroke=Stroke("line"), radius=RADIUS - 0.5)
    icon = "list" if source.lane is Lane.OUTBOUND else "megaphone"
    title = words.source_title(source, catalogue)
    if detail is Detail.BLOCK:
        return paper, border, Icon(icon, Point(SOURCE_WIDTH / 2 - 14.0, 10.0), 28.0, "find_text")
    if detail is Detail.FAR:
        return paper, border, label(title, Point(10.0, 31.0), SOURCE_WIDTH - 16.0, AFAR_SOURCE, "find_text")
    line, space = words.source_line(source), SOURCE_WIDTH - 38.0 - 8.0
    upper = 20.5 if line else 29.0
    shapes: list[Shape] = [paper, border, Icon(icon, Point(12.0, 16.0), 16.0, "find_text")]
    shapes.append(
        label(title, Point(38.0, upper), space, TINY if text_width(title, SMALL) > space else SMALL, "text_1")
    )
    if line:
        shapes.append(label(line, Point(38.0, 36.5), space, TINY, "text_3"))
    return tuple(shapes)


def source_mouth(width: float) -> Shapes:
    """A band at the edge where leads go out, as wide as what goes: it stands outside, so that it hides no word."""
    if width <= 0:
        return ()
    return (Box(Rect(SOURCE.right, SOURCE.y + MOUTH, width, SOURCE.height - 2 * MOUTH), "load_1_solid"),)
