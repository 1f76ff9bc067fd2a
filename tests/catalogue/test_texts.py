"""What people read: one short title a role, nothing left of the notes behind it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.catalogue.roles import OTHER_ROLE

LANGUAGES = ("en", "sv", "da", "nb", "nl")
LONGEST_TITLE = 26
LONGEST_SHORT_TITLE = 15
NOT_FOR_READERS = {"source", "when", "formula"}
NOTE = re.compile(r"\[|\]|\bS[0-4]\b|machine translation|[<>]{2}")
PLACE = re.compile(r"{(\w+)}")


def sentences(value: object, name: str = "") -> Iterator[str]:
    """Every text a reader may meet in a value."""
    if name in NOT_FOR_READERS:
        return
    if isinstance(value, str):
        yield value
    for part, each in parts(value, name):
        yield from sentences(each, part)


def parts(value: object, name: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        yield from ((str(key), each) for key, each in value.items())
    elif isinstance(value, tuple | list):
        yield from ((name, each) for each in value)
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))


def everything(catalogue: Catalogue) -> Iterator[object]:
    for name in dir(Catalogue):
        if not name.startswith("_") and name not in {"role", "with_plan_roles"}:
            yield getattr(catalogue, name)
    yield from (getattr(catalogue, field.name) for field in fields(Catalogue))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_note_of_the_authors_is_shown(language: str) -> None:
    texts = [text for part in everything(load(language)) for text in sentences(part)]
    assert len(texts) > 2000
    assert [text for text in texts if NOTE.search(text)] == []
    assert [text for text in texts if text != text.strip() or "  " in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_one_short_title(language: str) -> None:
    roles = load(language).roles.values()
    titles, shorts = Counter(role.title for role in roles), Counter(role.short_title for role in roles)
    assert set(titles.values()) == set(shorts.values()) == {1}
    assert [title for title in titles if len(title) > LONGEST_TITLE or set("()/[]") & set(title)] == []
    assert [short for short in shorts if len(short) > LONGEST_SHORT_TITLE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_chips_and_pills_have_short_words(language: str) -> None:
    catalogue = load(language)
    chips = [
        *(stage.short_title for stage in catalogue.stages.values()),
        *(handed.short_title for handed in catalogue.objects.values()),
        *(axis.short_title for axis in catalogue.axes.values()),
        *catalogue.purposes.values(),
    ]
    assert [chip for chip in chips if not 2 < len(chip) <= 18] == []
    assert len({stage.short_title for stage in catalogue.stages.values()}) == 8
    assert len({handed.short_title for handed in catalogue.objects.values()}) == 17


def test_english_texts_are_complete() -> None:
    catalogue = load("en")
    for role in catalogue.roles.values():
        assert role.mission, role.id
        if role.id != OTHER_ROLE:
            assert role.responsibilities, role.id
            assert role.needed_when, role.id
    for structure in catalogue.structures.values():
        assert all((structure.definition, structure.pros, structure.cons, structure.next_when)), structure.id
    for field in catalogue.fields.values():
        assert all((field.title, field.short_title, field.why)), field.id
    for step in catalogue.hiring_steps.values():
        assert step.items
    for template in catalogue.templates.values():
        assert template.description
    for rule in catalogue.rules.values():
        assert rule.message.endswith((".", "?")), rule.id
        assert all((rule.fix, rule.when)), rule.id


def test_messages_can_be_filled_in() -> None:
    for rule in load("en").rules.values():
        names = {*PLACE.findall(rule.message), *PLACE.findall(rule.fix)}
        filled = (rule.message + rule.fix).format(**dict.fromkeys(names, "x"))
        assert "{" not in filled, rule.id


def test_the_titles_are_those_a_card_would_show() -> None:
    titles = [
        load(language).role(role).title
        for language, role in (
            ("en", "account_executive"),
            ("en", "inbound_sdr"),
            ("en", "head_of_sales"),
            ("sv", "inbound_sdr"),
            ("sv", "head_of_sales"),
            ("da", "head_of_sales"),
            ("nb", "head_of_sales"),
            ("nl", "account_manager"),
        )
    ]
    assert titles == [
        "Account Executive",
        "Inbound SDR",
        "Head of Sales",
        "Inkommande SDR",
        "Försäljningschef",
        "Salgschef",
        "Salgssjef",
        "Accountmanager",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_is_not_its_own_alias(language: str) -> None:
    assert all(role.title not in role.aliases for role in load(language).roles.values())
