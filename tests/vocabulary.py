"""The words a language may use: those of its catalogue and its sentences, and whatever the plan itself says.

A word in a finding or a document that stands in none of them was put there by code, in English.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from salesorg_gui.domain.plan import Plan
from salesorg_gui.resources import resource
from tests.test_texts import FINISHED, TEXTS, forms

SPOKEN = ("en", *FINISHED)
"""English, and the languages that have every sentence."""
PLACE = re.compile(r"\{\w+\}")
WORD = re.compile(r"[^\W_]+")
NO_WORD = re.compile(r"\w*\d\w*|[0-9a-f]{4}|\w")
"""Numbers, the versions of documents, and letters that stand alone."""


def words(*texts: str) -> set[str]:
    """The words of texts, without their capitals."""
    found = {word for text in texts for word in WORD.findall(text.lower())}
    return {word for word in found if not NO_WORD.fullmatch(word)}


def strangers(texts: Iterable[str], language: str, plan: Plan) -> set[str]:
    """The words of texts that neither the language nor the plan knows."""
    return words(*texts) - known_words(language) - words_of(plan)


def words_of(plan: Plan) -> set[str]:
    """The words a plan says itself."""
    return words(*_strings(plan))


@cache
def known_words(language: str) -> set[str]:
    """The words of the sentences and of the catalogue's texts."""
    files = resource(f"catalogue/texts/{language}").glob("*.toml")
    texts = [text for file in files for text in _strings(tomllib.loads(file.read_text("utf-8")))]
    return words(*(PLACE.sub(" ", text) for text in (*_sentences(language), *texts)))


def _sentences(language: str) -> Iterator[str]:
    for message in TEXTS.spoken() if language == "en" else TEXTS.written(language):
        if message.id:
            yield from forms(message.id if language == "en" else message.string)


def _strings(value: object) -> Iterator[str]:
    """Every text in a record or a table of records."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in _strings(each))
    elif isinstance(value, tuple | list | frozenset | set):
        yield from (text for each in value for text in _strings(each))
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in _strings(getattr(value, field.name)))
