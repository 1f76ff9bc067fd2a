"""From bytes to plain JSON, refusing what a later reader could not rely on.

Refused are: bytes that are not UTF-8, numbers that are none, half characters, keys that stand twice, nesting
deeper than any plan, and files larger than any plan.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from typing import Any, NoReturn

from salesorg_gui.i18n import _
from salesorg_gui.storage.problems import BrokenFile, Problem, quoted
from salesorg_gui.values import dataclass

BYTES_LIMIT = 50_000_000
DEPTH_LIMIT = 64
WHOLES = (dict, list)
BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class Doubts:
    """What the standard parser lets pass, noted while it parses; where it stands is looked for only then."""

    repeats: dict[int, tuple[dict[str, Any], str]] = field(default_factory=dict)
    is_any: bool = False

    def built(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Build one object; remember it by identity when a key stands in it twice."""
        whole = dict(pairs)
        if len(whole) < len(pairs):
            counts = Counter(name for name, _value in pairs)
            self.repeats[id(whole)] = (whole, counts.most_common(1)[0][0])
            self.is_any = True
        return whole

    def number(self, text: str) -> float:
        """Read a number with a fraction or exponent, or one of the words that stand for none."""
        found = float(text)
        self.is_any = self.is_any or not math.isfinite(found)
        return found


def parsed(data: bytes) -> Any:
    """The JSON value in the bytes."""
    if len(data) > BYTES_LIMIT:
        refuse("", _("The file is larger than {limit} MB. No plan is.").format(limit=BYTES_LIMIT // 1_000_000))
    text = _decoded(data)
    doubts = Doubts(is_any="\\ud" in text or "\\uD" in text)
    content = _loaded(text, doubts)
    if depth_exceeds(content, DEPTH_LIMIT):
        refuse_depth()
    if doubts.is_any and (problems := tuple(_untold(content, doubts))):
        raise BrokenFile(problems)
    return content


def _loaded(text: str, doubts: Doubts) -> Any:
    try:
        return json.loads(text, object_pairs_hook=doubts.built, parse_float=doubts.number, parse_constant=doubts.number)
    except json.JSONDecodeError as broken:
        refuse(_line_and_column(broken.lineno, broken.colno), _("this is not JSON from here on"))
    except RecursionError:
        refuse_depth()
    except ValueError:
        refuse("", _("A number in the file has thousands of digits."))


def refuse(place: str, sentence: str) -> NoReturn:
    """Refuse the file for one reason."""
    raise BrokenFile((Problem(place, sentence),))


def refuse_depth() -> NoReturn:
    """Refuse a file made to exhaust its reader."""
    refuse("", _("The file nests lists and objects more than {limit} deep. No plan does.").format(limit=DEPTH_LIMIT))


def _decoded(data: bytes) -> str:
    content = data.removeprefix(BOM)
    if not content.strip():
        refuse("", _("The file is empty."))
    if not content.strip(b"\0"):
        refuse("", _("The file holds only zero bytes: it was not written to the end. Open an earlier copy."))
    try:
        return content.decode()
    except UnicodeDecodeError as broken:
        line = content.count(b"\n", 0, broken.start) + 1
        column = broken.start - content.rfind(b"\n", 0, broken.start)
        refuse(_line_and_column(line, column), _("this is not UTF-8 text"))


def _line_and_column(line: int, column: int) -> str:
    return _("line {line}, column {column}").format(line=line, column=column)


def depth_exceeds(content: Any, limit: int) -> bool:
    """Whether lists and objects nest deeper than the limit; looks level by level, never recurses."""
    level = [content] if type(content) in WHOLES else []
    for _depth in range(limit):
        level = [part for whole in level for part in parts_of(whole) if type(part) in WHOLES]
        if not level:
            return False
    return True


def parts_of(whole: dict[str, Any] | list[Any]) -> Any:
    """What a list or object holds."""
    return whole.values() if isinstance(whole, dict) else whole


def _untold(content: Any, doubts: Doubts) -> Iterator[Problem]:
    """Everything the JSON standard leaves open and this format refuses, in the order of the file."""
    waiting: list[tuple[str, Any]] = [("", content)]
    while waiting:
        place, value = waiting.pop()
        match value:
            case dict():
                if id(value) in doubts.repeats:
                    sentence = _("the key {key} stands twice")
                    yield Problem(place, sentence.format(key=quoted(doubts.repeats[id(value)][1])))
                yield from (Problem(place, _half_a_character(key)) for key in value if is_torn(key))
                waiting.extend((_inner(place, key), part) for key, part in reversed(value.items()))
            case list():
                waiting.extend((f"{place}[{n}]", value[n]) for n in range(len(value) - 1, -1, -1))
            case str() if is_torn(value):
                yield Problem(place, _half_a_character(value))
            case float() if not math.isfinite(value):
                yield Problem(place, _("expected a number, found one that is none or beyond all limits"))


def _inner(place: str, key: str) -> str:
    shown = key if key.isprintable() else quoted(key)
    return f"{place} · {shown}" if place else shown


def _half_a_character(text: str) -> str:
    return _("the text {text} holds half a character").format(text=quoted(text))


def is_torn(text: str) -> bool:
    """Whether text holds a lone surrogate, which no encoding can write."""
    return not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text)
