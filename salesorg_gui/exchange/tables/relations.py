"""Who reports to whom, and what does not add up: missing managers, circles, no root or several."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from salesorg_gui.exchange.tables.managers import Answer, Managers, Meaning
from salesorg_gui.exchange.tables.posts import Post
from salesorg_gui.exchange.tables.problem import Problem, ProblemKind
from salesorg_gui.i18n import _

_FEW_WRONG = 2
_NAMED_ROOTS = 5
_NAMED_IN_CIRCLE = 12


@dataclass(frozen=True, slots=True)
class Relations:
    """``managers`` and ``dotted`` by the place of the report among the posts; who leads himself is his own manager."""

    managers: Mapping[int, int]
    dotted: Sequence[tuple[int, int]]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The headers problems are reported under, and the row they stand in. No header, no column."""

    row: int
    manager: str
    dotted: str


def relations(posts: Sequence[Post], columns: Columns) -> Relations:
    """All relations among the posts, and everything odd about them."""
    found = Managers(posts)
    answers = [found.find(post.entry.manager, place) for place, post in enumerate(posts)]
    managers = {place: answer.post for place, answer in enumerate(answers) if answer.post is not None}
    dotted, misses = _dotted(posts, found, columns)
    problems = [*_without_column(columns), *misses]
    if columns.manager:
        problems += _odd_cells(posts, answers, columns)
        problems += _wrong_column(posts, answers, columns)
        problems += _roots(posts, answers, columns)
        problems += _circles(posts, managers, columns)
    return Relations(managers, dotted, tuple(problems))


def _without_column(columns: Columns) -> Iterator[Problem]:
    if not columns.manager:
        message = _("No column says who reports to whom. Name it, for example manager=Reports to.")
        yield Problem(columns.row, "", ProblemKind.NO_MANAGER_COLUMN, "", message)


def _odd_cells(posts: Sequence[Post], answers: Sequence[Answer], columns: Columns) -> Iterator[Problem]:
    for post, answer in zip(posts, answers, strict=True):
        if odd := _oddity(answer.meaning):
            kind, message = odd
            manager = posts[answer.post].entry.code if answer.post is not None else ""
            text = message.format(row=post.entry.row, value=post.entry.manager, manager=manager)
            yield Problem(post.entry.row, columns.manager, kind, post.entry.manager, text)


def _oddity(meaning: Meaning) -> tuple[ProblemKind, str] | None:
    match meaning:
        case Meaning.MISSING:
            return ProblemKind.MISSING_MANAGER, _(
                "Row {row} reports to {value}, and no row has this id or name. Add the manager or correct the cell."
            )
        case Meaning.SEVERAL:
            return ProblemKind.MISSING_MANAGER, _(
                "Row {row} reports to {value}, and several rows are called so. Name the manager by id."
            )
        case Meaning.ITSELF:
            return ProblemKind.SELF_MANAGER, _(
                "Row {row} reports to itself ({value}). Empty the cell if nobody stands above."
            )
        case Meaning.WITHOUT_ZEROS:
            return ProblemKind.LEADING_ZEROS, _(
                "Row {row} reports to {value}; {manager} was taken. Leading zeros were lost: store ids as text."
            )
    return None


def _wrong_column(posts: Sequence[Post], answers: Sequence[Answer], columns: Columns) -> Iterator[Problem]:
    """The manager column may hold another numbering than the id column: then hardly any cell finds its row."""
    told = [
        (answer, post.entry.manager)
        for post, answer in zip(posts, answers, strict=True)
        if answer.meaning is not Meaning.NOBODY
    ]
    wrong = [value for answer, value in told if answer.meaning is Meaning.MISSING]
    is_wrong = len(wrong) == len(told) if len(set(wrong)) <= _FEW_WRONG else len(wrong) * 2 > len(told)
    if len(set(wrong)) >= _FEW_WRONG and is_wrong:
        message = _(
            "{wrong} of {all} cells in {column} match no id or name. The column seems to hold another numbering: "
            "choose another column for the manager or for the id."
        ).format(wrong=len(wrong), all=len(told), column=columns.manager)
        yield Problem(columns.row, columns.manager, ProblemKind.WRONG_KEY_SPACE, wrong[0], message)


def _roots(posts: Sequence[Post], answers: Sequence[Answer], columns: Columns) -> Iterator[Problem]:
    tops = [post for post, answer in zip(posts, answers, strict=True) if answer.meaning is Meaning.NOBODY]
    if posts and not tops:
        message = _("Nobody is at the top: every row names a manager. Empty the cell of the highest leader.")
        yield Problem(columns.row, columns.manager, ProblemKind.NO_ROOT, "", message)
    if len(tops) > 1:
        named = ", ".join(_("row {row}").format(row=post.entry.row) for post in tops[:_NAMED_ROOTS])
        more = " …" if len(tops) > _NAMED_ROOTS else ""
        message = _("{count} rows have no manager: {rows}. Only the highest leader should have none.")
        text = message.format(count=len(tops), rows=named + more)
        values = ", ".join(called(post) for post in tops)
        yield Problem(tops[1].entry.row, columns.manager, ProblemKind.SEVERAL_ROOTS, values, text)


def _circles(posts: Sequence[Post], managers: Mapping[int, int], columns: Columns) -> Iterator[Problem]:
    for circle in circles(managers):
        shown = [called(posts[place]) for place in circle[:_NAMED_IN_CIRCLE]]
        path = " → ".join([*shown, "…"] if len(circle) > len(shown) else [*shown, shown[0]])
        for place in circle:
            entry = posts[place].entry
            message = _("Row {row} is part of a circle: {path}. Correct the manager of one of them.")
            text = message.format(row=entry.row, path=path)
            yield Problem(entry.row, columns.manager, ProblemKind.CYCLE, entry.manager, text)


def circles(managers: Mapping[int, int]) -> list[tuple[int, ...]]:
    """Circles of two and more, each from report to manager. Everybody has one manager, so following up finds them."""
    found: list[tuple[int, ...]] = []
    settled: set[int] = set()
    for start in managers:
        trail: dict[int, int] = {}
        place: int | None = start
        while place is not None and place not in settled and place not in trail:
            trail[place] = len(trail)
            place = managers.get(place)
        if place is not None and place in trail:
            circle = tuple(trail)[trail[place] :]
            found += [circle] if len(circle) > 1 else []
        settled.update(trail)
    return found


def called(post: Post) -> str:
    """What a post is called in a sentence."""
    return post.entry.code or post.entry.name or post.entry.title


def _dotted(posts: Sequence[Post], found: Managers, columns: Columns) -> tuple[list[tuple[int, int]], list[Problem]]:
    pairs: Counter[tuple[int, int]] = Counter()
    problems: list[Problem] = []
    for place, post in enumerate(posts):
        for text, answer in found.find_all(post.entry.dotted, place):
            if answer.post is not None and answer.post != place:
                pairs[place, answer.post] += 1
            elif answer.meaning in {Meaning.MISSING, Meaning.SEVERAL}:
                problems.append(_missing_dotted(post, text, columns))
    return list(pairs), problems


def _missing_dotted(post: Post, text: str, columns: Columns) -> Problem:
    message = _("Row {row} has a dotted line to {value}, and no single row has this id or name.")
    filled = message.format(row=post.entry.row, value=text)
    return Problem(post.entry.row, columns.dotted, ProblemKind.MISSING_MANAGER, text, filled)
