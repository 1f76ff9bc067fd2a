"""Numbers somebody typed in the language of a plan, written as the language of a document does."""

import re

from salesorg_gui.exchange.documents.wording import CLOSE_PERCENT, SIGNS, SPACE, number

LONGEST = 40
"""So many signs a text with a number has at most; in what is longer nobody looks for one."""


def rewritten(text: str, typed_in: str, language: str) -> str:
    """``8.5`` as ``8,5`` and ``28 %`` as ``28%``, where one number is all the text has; any other text as it is."""
    if typed_in == language or len(text) > LONGEST:
        return text
    found = _number_in(typed_in).fullmatch(text.strip())
    if found is None:
        return text
    before, typed, after = found.groups()
    value, decimals = _value(typed, typed_in)
    return before + number(value, language, decimals) + _after(after, language)


def _number_in(language: str) -> re.Pattern[str]:
    """One number as the language writes it, with words around that hold no other: ``> 1,500``, ``2.1 M SEK``."""
    sign, point = (re.escape(one) for one in SIGNS.get(language, SIGNS["en"]))
    group = f"[ {SPACE}]" if SIGNS.get(language, SIGNS["en"])[0] == SPACE else sign
    return re.compile(rf"(\D*?)((?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{point}\d+)?)(?![\d.,])(\D*)", re.ASCII)


def _value(typed: str, language: str) -> tuple[float, int]:
    """The number, and how many decimals somebody wrote."""
    group, point = SIGNS.get(language, SIGNS["en"])
    whole, _point, decimals = typed.replace(group, "").replace(" ", "").partition(point)
    return float(f"{whole}.{decimals or 0}"), len(decimals)


def _after(words: str, language: str) -> str:
    """What follows the number; the sign of per cent as near to it as the language has it."""
    if words.strip() != "%":
        return words
    return "%" if language in CLOSE_PERCENT else f"{SPACE}%"
