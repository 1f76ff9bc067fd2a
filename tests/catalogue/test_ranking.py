"""Which of many names a typed text means."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.ranking import Named, Ranking, best, best_of, plain, spans

ROLES = (
    "Account Executive",
    "Account Manager",
    "Sales Engineer",
    "Customer Success Manager",
    "Head of Sales",
    "Säljare",
)


def found(typed: str, *names: str) -> list[str]:
    return best(typed, [Named(name, name) for name in names or ROLES])


def test_the_beginning_of_a_name_comes_first() -> None:
    assert found("sales") == ["Sales Engineer", "Head of Sales"]


def test_better_fits_come_before_worse_ones() -> None:
    names = ("Presales", "Apollo pre", "P. R. E.", "Pre", "Preface")
    assert found("pre", *names) == ["Pre", "Presales", "Preface", "Apollo pre", "P. R. E."]


def test_initials_mean_a_name() -> None:
    assert found("csm") == ["Customer Success Manager"]
    assert found("ae") == ["Account Executive"]


def test_letters_that_begin_and_follow_each_other_mean_a_name() -> None:
    assert found("acex") == ["Account Executive"]
    assert found("cusuma") == ["Customer Success Manager"]
    assert found("mgrx") == []


def test_two_letters_are_too_few_to_stand_apart() -> None:
    assert found("ar", "Account of reach") == []


@pytest.mark.parametrize("typed", ["salj", "SÄLJ", "sälj", "saljare"])
def test_accents_and_capitals_do_not_matter(typed: str) -> None:
    assert found(typed) == ["Säljare"]


def test_letters_of_other_alphabets_are_found_as_they_are() -> None:
    assert found("øst", "Østlandet") == ["Østlandet"]
    assert found("ost", "Østlandet") == ["Østlandet"]
    assert found("страт", "Стратег") == ["Стратег"]


def test_words_may_come_in_any_order() -> None:
    assert found("manager acc") == ["Account Manager"]


def test_every_word_must_be_found() -> None:
    assert found("account nowhere") == []


def test_what_stands_beside_a_name_counts_less_than_the_name() -> None:
    things = [
        Named("in oslo", "Account Executive", ("Oslo",)),
        Named("oslo", "Oslo"),
        Named("part", "AE", ("Koslova",)),
    ]
    assert best("oslo", things) == ["oslo", "in oslo", "part"]
    assert best("executive oslo", things) == ["in oslo"]


def test_one_letter_is_not_looked_for_inside_what_stands_beside() -> None:
    assert best("z", [Named(1, "Account", ("Mozart",)), Named(2, "Account", ("Zita",))]) == [2]


def test_equally_good_names_stay_in_order() -> None:
    assert found("account") == ["Account Executive", "Account Manager"]


def test_no_text_means_all_of_them_in_order() -> None:
    assert found("  ") == list(ROLES)
    assert Ranking(Named(name, name) for name in ROLES).best("", 2) == list(ROLES[:2])


def test_of_several_lists_the_better_fit_comes_first_and_then_the_earlier_list() -> None:
    commands = Ranking([Named("redo", "Redo"), Named("add", "Add seat")])
    people = Ranking([Named("ada", "Ada Red"), Named("reda", "Reda Ek")])
    assert best_of([commands, people], "red", 9) == ["redo", "reda", "ada"]
    assert best_of([commands, people], "red", 2) == ["redo", "reda"]
    assert best_of([commands, people], "", 3) == ["redo", "add", "ada"]


def test_no_more_than_asked_for() -> None:
    ranking = Ranking(Named(name, name) for name in ROLES)
    assert ranking.best("account", 1) == ["Account Executive"]
    assert len(ranking) == len(ROLES)


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("acc", "Account Executive", ["Acc"]),
        ("exec", "Account Executive", ["Exec"]),
        ("ae", "Account Executive", ["A", "E"]),
        ("acex", "Account Executive", ["Ac", "Ex"]),
        ("man acc", "Account Manager", ["Acc", "Man"]),
        ("count", "Account Manager", ["count"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("salj", "Nya säljare", ["sälj"]),
        ("acc oslo", "Account Manager", ["Acc"]),
        ("xyz", "Account Manager", []),
        ("xy", "Account Manager", []),
        ("", "Account Manager", []),
    ],
)
def test_what_answers_is_shown(typed: str, text: str, shown: list[str]) -> None:
    assert [text[start:end] for start, end in spans(typed, text)] == shown


TEXTS = st.text(max_size=24)


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_can_be_looked_for_in_any_text(typed: str, name: str, also: str) -> None:
    kept = best(typed, [Named(name, name, (also,))])
    assert kept in ([], [name])
    places = spans(typed, name)
    assert all(0 <= start < end <= len(name) for start, end in places)
    assert all(one[1] < other[0] for one, other in pairwise(places))


@given(st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12))
def test_a_name_is_found_by_itself(name: str) -> None:
    assert best(name, [Named(1, "something else"), Named(2, name)])[0] == 2 or plain(name) in "something else"


@given(TEXTS)
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)
