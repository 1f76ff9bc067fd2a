"""Rules of one's own as a file: read with every fault told at its place, written always alike."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.finding import Severity
from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.rules_file import (
    OpenedRules,
    RulesFile,
    SeverityWord,
    dumps_rules,
    loads_rules,
    read_rules,
    schema,
)
from salesorg_gui.storage.text import dumps

LIMITS = {"span": ("most", "least"), "circle": ()}
DOCS = Path(__file__).resolve().parents[2] / "docs"


def content(**rules: object) -> bytes:
    return json.dumps({"format": "salesorg-rules", "version": 1, "rules": rules}).encode()


def opened(**rules: object) -> OpenedRules:
    return loads_rules(content(**rules), LIMITS)


def refusal(data: bytes) -> str:
    with pytest.raises(BrokenFile) as broken:
        loads_rules(data, LIMITS)
    return str(broken.value)


def test_what_is_said_of_rules_is_read() -> None:
    found = opened(span={"most": 9, "off": False}, circle={"severity": "hint"})
    assert found.file.rules == {"span": {"most": 9, "off": False}, "circle": {"severity": "hint"}}
    assert found.notes == ()


def test_the_file_is_written_in_one_way_whatever_the_order() -> None:
    one = RulesFile("Ours", {"span": {"most": 9.0, "least": 1.5, "off": True}, "circle": {}}, {"z": 1})
    other = RulesFile("Ours", {"circle": {}, "span": {"off": True, "least": 1.5, "most": 9}}, {"z": 1})
    assert dumps_rules(one) == dumps_rules(other)
    assert json.loads(dumps_rules(one)) == {
        "format": "salesorg-rules",
        "version": 1,
        "title": "Ours",
        "rules": {"span": {"off": True, "least": 1.5, "most": 9}},
        "z": 1,
    }
    assert dumps_rules(one).endswith(b"}\n")
    assert b"9.0" not in dumps_rules(one)


def test_no_rules_are_rules_too() -> None:
    assert loads_rules(dumps_rules(RulesFile()), LIMITS).file == RulesFile()
    assert loads_rules(b'{"format": "salesorg-rules", "version": 1}', LIMITS).file.rules == {}


JSON = st.recursive(st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3), st.lists, max_leaves=4)
SAID = st.fixed_dictionaries(
    {}, optional={"off": st.booleans(), "severity": st.sampled_from(["error", "warning", "hint"]), "later": JSON}
)


@given(st.dictionaries(st.text(min_size=1, max_size=4), SAID, max_size=4), st.text(max_size=4))
def test_what_was_written_is_read_again(rules: dict[str, Any], title: str) -> None:
    file = RulesFile(title, {name: said for name, said in rules.items() if said}, {"x-own": [1]})
    assert loads_rules(dumps_rules(file), LIMITS).file == file


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"span": {"most": "ten"}}, 'rules · span · most: expected a number from 0 up, found "ten"'),
        ({"span": {"most": -1}}, "rules · span · most: expected a number from 0 up, found -1"),
        ({"span": {"least": True}}, "rules · span · least: expected a number from 0 up, found true"),
        ({"span": {"off": 1}}, "rules · span · off: expected true or false, found 1"),
        (
            {"span": {"severity": "fatal"}},
            'rules · span · severity: expected one of "error", "warning", "hint", found "fatal"',
        ),
        ({"circle": []}, "rules · circle: expected an object, found a list"),
        ({"newer": {"off": None}}, "rules · newer · off: expected true or false, found nothing"),
    ],
)
def test_a_fault_is_told_with_its_place(rules: dict[str, Any], sentence: str) -> None:
    assert refusal(content(**rules)) == sentence


def test_all_faults_are_told_at_once() -> None:
    assert len(refusal(content(span={"most": "x", "least": "y", "off": 3}, circle=1)).splitlines()) == 4


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"[]", 'These are no rules: the file does not begin with "format": "salesorg-rules".'),
        (b'{"format": "x"}', 'These are no rules: the file does not begin with "format": "salesorg-rules".'),
        (b'{"format": "salesorg-rules"}', "version: expected a whole number, found nothing"),
        (b'{"format": "salesorg-rules", "version": true}', "version: expected a whole number, found true"),
        (b'{"format": "salesorg-rules", "version": 0}', "version: there is no version 0"),
        (
            b'{"format": "salesorg-rules", "version": 2}',
            "These rules come from a newer version of the program. Update it to use them.",
        ),
        (b'{"format": "salesorg-rules", "version": 1, "rules": 1}', "rules: expected an object, found 1"),
        (b'{"format": "salesorg-rules", "version": 1, "title": 1}', "title: expected text, found 1"),
    ],
)
def test_what_is_no_file_of_rules_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    assert refusal(data).startswith(sentence.removesuffix("."))


def test_what_means_nothing_here_is_kept_and_told() -> None:
    found = opened(spam={"most": "ten"}, span={"mots": 3, "offf": 1}, nonsense={})
    assert found.file.rules["spam"] == {"most": "ten"}
    assert found.notes == (
        'There is no rule "spam": passed over. Is "span" meant?',
        'span has no limit "mots": passed over. Is "most" meant?',
        'span has no limit "offf": passed over. Is "off" meant?',
        'There is no rule "nonsense": passed over.',
    )


def test_a_plan_may_lend_its_rules() -> None:
    plan = Plan("Lender", parameters={"span": {"most": 9}, "capacity": {"hours": 1}, "circle": "?", "other": {"a": 1}})
    assert loads_rules(dumps(plan), LIMITS).file == RulesFile("Lender", {"span": {"most": 9}})


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="There is no file ours"):
        read_rules(tmp_path / "ours.salesorg-rules", LIMITS)


def test_the_words_for_severities_are_those_of_findings() -> None:
    assert [str(word) for word in SeverityWord] == [str(severity) for severity in Severity]


def test_the_published_schema_is_that_of_the_program() -> None:
    published = (DOCS / "salesorg-rules.schema.json").read_bytes()
    assert published == (json.dumps(schema(), indent=2, ensure_ascii=False) + "\n").encode()
