"""The program, the schema for other programs, and the page for people say the same about the file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from salesorg_gui.storage.format import DEFINITIONS, PLAN, schema
from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.records import RecordForm
from salesorg_gui.storage.text import dumps, loads
from tests.builders import full_plan

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA = schema()
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
    "number": (int, float),
}


def test_the_published_schema_is_that_of_the_program() -> None:
    published = (DOCS / "salesorg.schema.json").read_bytes()
    assert published == (json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n").encode()


@pytest.mark.parametrize("form", [PLAN, *DEFINITIONS], ids=lambda form: form.type.__name__)
def test_the_page_lists_the_keys_of_every_record_in_their_order(form: RecordForm) -> None:
    page = (DOCS / "file-format.md").read_text("utf-8")
    section = page.split(f"### {form.type.__name__}\n", 1)[1].split("\n##", 1)[0]
    keys = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    header = ["format", "version"] if form is PLAN else []
    assert keys == header + [key.name for key in form.keys]


@pytest.mark.parametrize("form", DEFINITIONS, ids=lambda form: form.type.__name__)
def test_the_page_names_what_is_required(form: RecordForm) -> None:
    page = (DOCS / "file-format.md").read_text("utf-8")
    section = page.split(f"### {form.type.__name__}\n", 1)[1].split("\n##", 1)[0]
    required = re.findall(r"^\| `(\w+)` \|[^|]*\| required \|", section, re.MULTILINE)
    assert required == [key.name for key in form.keys if key.is_required]


# --------------------------------------------------------------------------- as much of a validator as our schema needs


def is_valid(value: object, rule: dict[str, Any]) -> bool:
    return not list(objections(value, rule))


def objections(value: object, rule: dict[str, Any]) -> Iterator[str]:
    unknown = set(rule) - set(WORDS)
    assert not unknown, f"the validator of this test does not know {unknown}"
    yield from (word for word, limit in rule.items() if not WORDS[word](value, limit))


def _has_type(value: object, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer":
        return isinstance(value, int | float) and value == int(value)
    return isinstance(value, TYPES[name])


def _resolved(value: object, reference: str) -> bool:
    return is_valid(value, SCHEMA["$defs"][reference.rsplit("/", 1)[1]])


WORDS: dict[str, Any] = {
    "$schema": lambda _value, _limit: True,
    "$defs": lambda _value, _limit: True,
    "title": lambda _value, _limit: True,
    "description": lambda _value, _limit: True,
    "const": lambda value, limit: value == limit,
    "enum": lambda value, limit: value in limit,
    "type": _has_type,
    "$ref": _resolved,
    "anyOf": lambda value, rules: any(is_valid(value, rule) for rule in rules),
    "minimum": lambda value, limit: not isinstance(value, int | float) or value >= limit,
    "maximum": lambda value, limit: not isinstance(value, int | float) or value <= limit,
    "minLength": lambda value, limit: not isinstance(value, str) or len(value) >= limit,
    "required": lambda value, names: not isinstance(value, dict) or all(name in value for name in names),
    "properties": lambda value, rules: (
        not isinstance(value, dict) or all(is_valid(value[name], rules[name]) for name in rules if name in value)
    ),
    "additionalProperties": lambda value, rule: (
        not isinstance(value, dict) or all(is_valid(part, rule) for part in value.values())
    ),
    "items": lambda value, rule: (
        rule is False or not isinstance(value, list) or all(is_valid(part, rule) for part in value)
    ),
    "prefixItems": lambda value, rules: (
        not isinstance(value, list) or all(is_valid(part, rule) for part, rule in zip(value, rules, strict=False))
    ),
    "minItems": lambda value, limit: not isinstance(value, list) or len(value) >= limit,
    "maxItems": lambda value, limit: not isinstance(value, list) or len(value) <= limit,
}


# ------------------------------------------------------------------------------------------ the same files are accepted


def places_in(value: object) -> list[tuple[Any, Any]]:
    """Every object with each of its keys, and every list with each of its numbers, however deep."""
    found: list[tuple[Any, Any]] = []
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        found.append((value, key))
        found += places_in(part)
    return found


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 12_000)
    | st.floats(-10, 10)
    | st.sampled_from(["", "x", "open", "solid", "inbound", "started", "salesorg", "1"]),
    lambda part: (
        st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(["id", "role", "name"]), part, max_size=3)
    ),
    max_leaves=4,
)


@settings(max_examples=600, deadline=None)
@given(data=st.data())
def test_schema_and_program_accept_the_same_files(data: st.DataObject) -> None:
    raw = json.loads(dumps(full_plan()))
    holder, key = data.draw(st.sampled_from(places_in(raw)))
    if data.draw(st.integers(0, 5)) == 0:
        del holder[key]
    else:
        holder[key] = data.draw(ANY_JSON)
    try:
        loads(json.dumps(raw).encode())
        is_accepted = True
    except BrokenFile as broken:
        assume("same id" not in str(broken))  # a schema cannot say it
        is_accepted = False
    assert is_accepted == is_valid(raw, SCHEMA)


def test_the_plans_we_write_are_valid() -> None:
    assert is_valid(json.loads(dumps(full_plan())), SCHEMA)
