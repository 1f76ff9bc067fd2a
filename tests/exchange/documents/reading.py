"""Reads our PDFs with other people's programs."""

import re
from io import BytesIO

from pypdf import PdfReader


def texts(pdf: bytes) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def run_together(text: str) -> str:
    """Text without any white space: line breaks fall where the paper ends."""
    return re.sub(r"\s+", "", text)


def says(pdf: bytes, sentence: str) -> bool:
    """Whether the file says the sentence somewhere, letter by letter."""
    return run_together(sentence) in run_together("".join(texts(pdf)))
