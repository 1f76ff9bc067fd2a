"""Every sentence of the program stands in every language, and says the same with the same names in braces."""

import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
UNFINISHED: frozenset[str] = frozenset()
"""Languages on their way. A language leaves this set when its last sentence has its words; it does not come back."""
SAME = frozenset(
    re.findall(
        r"\w+",
        """
a6 a7 accounts auto checklist closer closing code ctrl del document down e enablement enter eur find fte help hint id in
inbound interviewer junior leads letter mail manager menu min mm model note open operations organisation outbound over
page person plan pod pods point poster potential presentation problem process prospects quota sales salesorg score
segment side slide slides start status stop team text training under up volume week workshop
""",
    )
)
"""Words that are the same in English and in a language that says them: of the trade, or of both languages."""
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
the and this that these those which their there with from you your are nobody each somebody what when where who
does every cannot could should would been being its between without nothing something
""",
    )
)
"""Words that only English has: none of them is a word of Swedish, Danish, Norwegian or Dutch."""
NAMES = re.compile(r"\{[^{}]*\}")
KEYS = re.compile(r"\b(?:Ctrl|Shift|Alt)\+\S*\w|\bF\d+\b|\bEsc\b|\bTab\b")


def loaded() -> ModuleType:
    """The script that keeps the texts, loaded from its file as nobody imports it."""
    spec = importlib.util.spec_from_file_location("texts_script", ROOT / "packaging" / "texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["texts_script"] = module
    spec.loader.exec_module(module)
    return module


TEXTS = loaded()
LANGUAGES: tuple[str, ...] = TEXTS.LANGUAGES
FINISHED = [language for language in LANGUAGES if language not in UNFINISHED]


def forms(text: object) -> tuple[str, ...]:
    """A sentence, or its forms by number."""
    return tuple(str(one) for one in text) if isinstance(text, (tuple, list)) else (str(text),)


def pairs(language: str) -> Iterator[tuple[str, str]]:
    """Every English form with its translation, as far as there is one."""
    for message in TEXTS.written(language):
        if message.id and TEXTS.is_translated(message):
            yield from zip(forms(message.id), forms(message.string), strict=True)


@pytest.fixture(scope="module")
def spoken() -> set[tuple[str, ...]]:
    return {forms(message.id) for message in TEXTS.spoken() if message.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finished_language_has_every_sentence_of_the_sources(language: str, spoken: set[tuple[str, ...]]) -> None:
    known = {forms(message.id) for message in TEXTS.written(language) if message.id and TEXTS.is_translated(message)}
    lacking = sorted(spoken - known)
    assert (not lacking) or language in UNFINISHED, f"{language} lacks {len(lacking)} sentences: {lacking[:5]}"
    assert len(known) + len(lacking) >= len(spoken) > 1500


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_in_braces_are_those_of_the_english_sentence(language: str) -> None:
    differing = [
        (english, other)
        for english, other in pairs(language)
        if Counter(NAMES.findall(english)) != Counter(NAMES.findall(other))
    ]
    assert not differing


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_begin_and_end_as_the_english_ones(language: str) -> None:
    assert not [(english, other) for english, other in pairs(language) if _edges(english) != _edges(other)]


def _edges(text: str) -> tuple[int, int, str]:
    """Spaces before and after, which parts of sentences need, and the mark at the end."""
    last = text.rstrip()[-1:]
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip()), last if last in ".?!:;…" else ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_and_the_letters_of_menus_are_kept(language: str) -> None:
    for english, other in pairs(language):
        assert sorted(KEYS.findall(english)) == sorted(KEYS.findall(other)), other
        assert "Del" in other.split() or "Del" not in english.split(), other
        assert english.count("&") == other.count("&"), other


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_months_are_twelve_words(language: str) -> None:
    for english, other in pairs(language):
        if english.startswith(("January ", "Jan ")):
            assert len(other.split()) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_english_is_left_over(language: str) -> None:
    same = {word for english, other in pairs(language) if english == other for word in _words(english)}
    assert not {word for word in same if len(word) > 1 and not word.isdigit()} - SAME
    assert not {word for _english, other in pairs(language) for word in _words(other)} & ENGLISH


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", NAMES.sub("", text).lower())


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_calm(language: str) -> None:
    assert not [other for _english, other in pairs(language) if "!" in other or "  " in other.replace("  ·  ", "")]


def test_the_program_reads_what_the_files_say() -> None:
    for language in FINISHED:
        compiled = TEXTS.po_file(language).with_suffix(".mo")
        assert compiled.read_bytes() == TEXTS.as_mo(TEXTS.written(language)), "run packaging/texts.py compile"


def test_a_language_is_offered_only_when_it_is_finished() -> None:
    offered = {path.parts[-3] for path in TEXTS.LOCALE.glob("*/LC_MESSAGES/salesorg.mo")}
    assert offered == set(FINISHED)
