"""The language of Find: what is understood, and that nothing breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesorg_gui.catalogue.query import NUMBERS, WORDS, Query, Term, parse


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("anna", (Term("", " anna"),)),
        ("Åsa Öberg", (Term("", " asa"), Term("", " oberg"))),
        ('"key account"', (Term("", " key account"),)),
        ('"not closed', (Term("", " not closed"),)),
        ("role:ae pod:nordics open", (Term("role", " ae"), Term("pod", " nordics"), Term("status", " open"))),
        ('role:"account exec"', (Term("role", " account exec"),)),
        ("-open", (Term("status", " open", is_not=True),)),
        ("-note:temp", (Term("note", " temp", is_not=True),)),
        ("note:", (Term("note"),)),
        ("HOLDER:bo boss:eva", (Term("person", " bo"), Term("manager", " eva"))),
        ("reports:>5", (Term("reports", sign=">", number=5.0),)),
        ("reports:>=5.5", (Term("reports", sign=">=", number=5.5),)),
        ("fte:<1", (Term("fte", sign="<", number=1.0),)),
        ("fte:0,5", (Term("fte", sign="", number=0.5),)),
        ("quota:", (Term("quota"),)),
        ("quota:>", (Term("quota"),)),
        ("10:30", (Term("", " 10 30"),)),
        ("- -- :", ()),
        ("", ()),
    ],
)
def test_what_is_understood(typed: str, terms: tuple[Term, ...]) -> None:
    assert parse(typed) == Query(terms)


def test_an_unknown_field_is_said_with_the_known_ones() -> None:
    query = parse("role:ae colour:red")
    assert not query
    assert "“colour”" in query.problem
    assert all(name in query.problem for name in (*WORDS, *NUMBERS))


def test_a_field_for_numbers_says_how_they_are_compared() -> None:
    assert parse("fte:half").problem == "fte is a number: fte:>5, fte:<1 or fte:3."


def test_short_words_must_begin_a_word() -> None:
    assert parse("ae").terms[0].is_in(" sales | ae")
    assert not parse("ae").terms[0].is_in(" israel")
    assert parse("rael").terms[0].is_in(" israel")


@pytest.mark.parametrize(
    ("typed", "fits", "does_not"),
    [("fte:<1", 0.5, 1.0), ("fte:<=1", 1.0, 1.1), ("fte:>1", 2.0, 1.0), ("fte:>=1", 1.0, 0.9), ("fte:=1", 1.0, 2.0)],
)
def test_numbers_are_compared(typed: str, fits: float, does_not: float) -> None:
    (term,) = parse(typed).terms
    assert term.compares(fits)
    assert not term.compares(does_not)


@given(st.text(max_size=80))
def test_any_text_can_be_read(typed: str) -> None:
    query = parse(typed)
    assert not (query.terms and query.problem)
    assert all(term.field in {"", *WORDS, *NUMBERS} for term in query.terms)


@given(st.text(st.sampled_from('abre:"-<>=1 .,'), max_size=40))
def test_any_order_of_signs_can_be_read(typed: str) -> None:
    assert isinstance(parse(typed), Query)
