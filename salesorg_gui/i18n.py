"""Translation for every part of the program, without a toolkit.

``_`` and ``ngettext`` look the sentence up when they are called, so a change of language reaches every
text that is asked for afterwards. A sentence without a translation stands in English.
"""

import gettext
from dataclasses import dataclass, field

from salesorg_gui.resources import resource

DOMAIN = "salesorg"
SOURCE_LANGUAGE = "en"


@dataclass(slots=True)
class _Speech:
    """The one language the program speaks at the moment; process-wide by nature, like a locale."""

    language: str = SOURCE_LANGUAGE
    texts: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)


_speech = _Speech()


def use(language: str) -> None:
    """Speak ``language`` (such as ``sv`` or ``sv_SE``) from now on; English where it has no text."""
    _speech.texts = gettext.translation(DOMAIN, str(resource("locale")), [language], fallback=True)
    _speech.language = language


def language() -> str:
    """Return the language given to ``use`` last."""
    return _speech.language


def _(sentence: str) -> str:
    """Translate one sentence."""
    return _speech.texts.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """Translate a sentence whose form depends on a count, by the plural rules of the language."""
    return _speech.texts.ngettext(one, many, count)


def available() -> tuple[str, ...]:
    """Return the languages that have texts, English first."""
    compiled = resource("locale").glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (SOURCE_LANGUAGE, *sorted({path.parts[-3] for path in compiled} - {SOURCE_LANGUAGE}))
