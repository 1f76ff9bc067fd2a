"""Translation for every part of the program, without a toolkit.

``_`` and ``ngettext`` look the sentence up when they are called, so a change of language reaches every
text that is asked for afterwards. A sentence without a translation stands in English. A document may speak
another language than the window: ``speaking`` holds for the thread that makes it and for nobody else.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field

from salesorg_gui.resources import resource
from salesorg_gui.values import dataclass

DOMAIN = "salesorg"
SOURCE_LANGUAGE = "en"
OWN_NAMES = {"en": "English", "sv": "Svenska", "da": "Dansk", "nb": "Norsk bokmål", "nl": "Nederlands"}
"""The languages, each as its own speakers call it."""
_READ_AS = {"no": "nb", "nn": "nb"}
"""What desktops call a language that its speakers read in another."""


@dataclass(slots=True)
class _Speech:
    """A language and its sentences."""

    language: str = SOURCE_LANGUAGE
    texts: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)


_everywhere = _Speech()
"""What the program speaks at the moment; process-wide by nature, like a locale."""
_here: ContextVar[_Speech | None] = ContextVar("speech", default=None)
"""What this thread speaks for a while, if it speaks another language."""


def use(language: str) -> None:
    """Speak ``language`` (such as ``sv`` or ``sv_SE``) from now on; English where it has no text."""
    _everywhere.texts = _texts(language)
    _everywhere.language = language


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` in this thread until the block ends, whatever the program speaks elsewhere."""
    token = _here.set(_Speech(language, _texts(language)))
    try:
        yield
    finally:
        _here.reset(token)


def language() -> str:
    """Return the language spoken here and now."""
    return _speech().language


def _speech() -> _Speech:
    return _here.get() or _everywhere


def _texts(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, str(resource("locale")), [language], fallback=True)


def _(sentence: str) -> str:
    """Translate one sentence."""
    return _speech().texts.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence whose form depends on a count, by the plural rules of the language."""
    return _speech().texts.ngettext(one, many, count)


def available() -> tuple[str, ...]:
    """Return the languages that have texts, English first."""
    compiled = resource("locale").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (SOURCE_LANGUAGE, *sorted({path.parts[-3] for path in compiled} - {SOURCE_LANGUAGE}))


def decimal_sign() -> str:
    """What stands before decimals in the language spoken here and now."""
    return "." if language().startswith(SOURCE_LANGUAGE) else ","


def choices() -> tuple[str, ...]:
    """The languages to choose from, in the order of a list."""
    there = available()
    return tuple(language for language in OWN_NAMES if language in there)


def offered(wanted: str) -> str:
    """The language that comes nearest to ``wanted`` (such as ``sv_SE`` or ``nn-NO``): English if none has texts."""
    name = wanted.replace("-", "_").split("_", maxsplit=1)[0]
    name = _READ_AS.get(name, name)
    return name if name in available() else SOURCE_LANGUAGE
