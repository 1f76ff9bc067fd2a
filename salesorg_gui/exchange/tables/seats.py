"""Posts as seats of a chart, with roles found by their titles and ids that are the same at every import."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from salesorg_gui.catalogue.roles import OTHER_ROLE, Role
from salesorg_gui.domain.ids import LineId, RoleId, SeatId
from salesorg_gui.domain.records import Line, LineKind, Seat, Status
from salesorg_gui.exchange.tables.posts import Post
from salesorg_gui.exchange.tables.relations import Relations
from salesorg_gui.exchange.tables.values import folded
from salesorg_gui.i18n import _

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}\Z")
_OUTSIDE = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 32
_SPELLED_OUT = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "œ": "oe"})

type TitleReader = Callable[[str], RoleId | None]


def seat_ids(posts: Sequence[Post]) -> list[SeatId]:
    """An id for each post: the id of the table where it is short and plain, else made from id, name or title."""
    taken = {code.casefold() for post in posts if _PLAIN.match(code := post.entry.code)}
    return [_free_id(post, taken) for post in posts]


def _free_id(post: Post, taken: set[str]) -> SeatId:
    code = post.entry.code
    if _PLAIN.match(code):
        return SeatId(code)
    stem = _slug(code) or _slug(post.entry.name) or _slug(post.entry.title) or f"row-{post.entry.row}"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return SeatId(name)


def _slug(text: str) -> str:
    """Letters and digits of a text without accents, joined by hyphens."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED_OUT))
    plain = "".join(sign for sign in spelled if not unicodedata.combining(sign))
    return _OUTSIDE.sub("-", plain)[:_LONGEST_ID].strip("-")


def seats(posts: Sequence[Post], ids: Sequence[SeatId], roles: Mapping[RoleId, Role], read: TitleReader) -> list[Seat]:
    """A seat for each post, in the order of the table."""
    return [_seat(post, id, order, roles, read) for order, (post, id) in enumerate(zip(posts, ids, strict=True), 1)]


def _seat(post: Post, id: SeatId, order: int, roles: Mapping[RoleId, Role], read: TitleReader) -> Seat:
    entry = post.entry
    role = read(entry.title) or OTHER_ROLE
    says_the_same = role in roles and folded(roles[role].title) == folded(entry.title)
    is_filled = post.status is Status.FILLED
    return Seat(
        id,
        role,
        title="" if says_the_same else entry.title,
        headcount=post.headcount,
        fte=post.fte,
        status=post.status,
        people=post.people,
        order=order,
        quota=entry.quota,
        start="" if is_filled and post.people else entry.start,
        code=entry.code,
        location=entry.location,
        department=entry.department,
        note=_("The imported list marks this post as eliminated.") if entry.is_eliminated else "",
    )


def lines(ids: Sequence[SeatId], found: Relations) -> Iterator[Line]:
    """The reporting lines; reports of one manager keep the order of the table."""
    orders: dict[int, int] = {}
    for report, manager in found.managers.items():
        orders[manager] = orders.get(manager, 0) + 1
        yield Line(LineId(ids[report]), ids[report], ids[manager], order=orders[manager])
    for report, manager in found.dotted:
        name = LineId(f"{ids[report]}..{ids[manager]}")
        yield Line(name, ids[report], ids[manager], LineKind.DOTTED)
