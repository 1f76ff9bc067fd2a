"""Reads our PDFs with other people's programs."""

import re
from functools import lru_cache
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import DictionaryObject


@lru_cache(maxsize=4)
def texts(pdf: bytes) -> tuple[str, ...]:
    """The text of every page; kept for a while, since tests ask a file for many sentences."""
    return tuple(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def fonts(pdf: bytes) -> list[DictionaryObject]:
    """Every font of every page that has a description: those that are not among the fourteen standard ones."""
    found: list[DictionaryObject] = []
    for page in PdfReader(BytesIO(pdf)).pages:
        resources = page["/Resources"]
        named = resources["/Font"] if isinstance(resources, DictionaryObject) else DictionaryObject()
        found += [font.get_object() for font in named.values()] if isinstance(named, DictionaryObject) else []
    return [font for font in found if "/FontDescriptor" in font]


def run_together(text: str) -> str:
    """Text without any white space: line breaks fall where the paper ends."""
    return re.sub(r"\s+", "", text)


def says(pdf: bytes, sentence: str) -> bool:
    """Whether the file says the sentence somewhere, letter by letter."""
    return run_together(sentence) in _letters(texts(pdf))


@lru_cache(maxsize=4)
def _letters(pages: tuple[str, ...]) -> str:
    return run_together("".join(pages))


def smallest_type(pdf: bytes) -> float:
    """The size of the smallest words in points, as they stand on the paper."""
    sizes: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.append(size * abs(tm[3]) * abs(cm[3]))

    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=note)
    return min(sizes)
