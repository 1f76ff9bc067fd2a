"""The page of rules: every rule says in plain words when it speaks, what its limits are called, where it comes from."""

import re

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.reading_on_demand import rule_words
from salesorg_gui.catalogue.rule_words import RuleWords, Unit, origin_of

ENGLISH = load("en")
WORDS = ENGLISH.rule_words
NOTATION = re.compile(r"\[|\]|_degree|\bX\+?\b|\bseats? x\b|[a-z]_[a-z]|>=|<=|>|\bS[0-4]\b")


def test_every_rule_has_words_in_the_order_of_the_catalogue() -> None:
    assert list(WORDS) == list(ENGLISH.rules)


@pytest.mark.parametrize("rule", WORDS.values(), ids=list(WORDS))
def test_a_rule_speaks_in_plain_words(rule: RuleWords) -> None:
    limits = ENGLISH.rules[rule.id].params
    assert list(rule.limits) == list(limits)
    said = rule.spoken({name: f"{limit:g}" for name, limit in limits.items()})
    for text in (said, rule.origin):
        assert text.endswith(".")
        assert text[0].isupper() or text[0].isdigit()
        assert not NOTATION.search(text), text
    titles = [limit.title for limit in rule.limits.values()]
    assert len(set(titles)) == len(titles)
    assert all(3 < len(title) < 36 and title[0].isupper() for title in titles)


def test_no_two_rules_speak_at_the_same_time() -> None:
    assert len({rule.when for rule in WORDS.values()}) == len(WORDS)


def test_limits_stand_in_the_sentence_with_their_units() -> None:
    said = WORDS["report-span-too-wide"].spoken({"span_max": "1", "span_error": "12"})
    assert said == "A seat leads more than 1 person directly; with more than 12 people it is an error."


def test_a_share_is_read_in_per_cent_and_people_are_whole() -> None:
    share = WORDS["role-senior-on-outbound"].limits["max_share"].unit
    people = WORDS["report-span-too-wide"].limits["span_max"].unit
    assert (share.is_share, share.is_divisible, share.word("20")) == (True, True, "%")
    assert (people.is_share, people.is_divisible, people.word("1"), people.word("8")) == (
        False,
        False,
        "person",
        "people",
    )


def test_the_unit_may_stand_before_the_number() -> None:
    rank = Unit("rank", "rank {number}", "rank {number}")
    assert (rank.phrase("3"), rank.word("3")) == ("rank 3", "rank")


def test_a_source_becomes_sentences_without_tags() -> None:
    guides, notes = {"S0": "roles", "S1": "teams", "S2": "growth"}, {"figure ours": "the figure is ours"}
    assert origin_of("[S0]", guides, notes) == "From a guide to roles."
    assert origin_of("[S0][S1]", guides, notes) == "From guides to roles and teams."
    assert origin_of("[S0][S1][S2][+: figure ours]", guides, notes) == (
        "From guides to roles, teams and growth. The figure is ours."
    )
    assert origin_of("[+: figure ours]", guides, notes) == "The figure is ours."


def test_a_language_without_words_of_its_own_speaks_english() -> None:
    assert rule_words("fi") == rule_words("en")


def test_every_rule_says_why_it_matters_in_a_sentence_or_two() -> None:
    for rule in ENGLISH.rules.values():
        assert rule.why.endswith("."), rule.id
        assert len(rule.why) < 260, rule.id
        assert not {"[", "{", "!"} & set(rule.why), rule.id
    assert len({rule.why for rule in ENGLISH.rules.values()}) == len(ENGLISH.rules)
