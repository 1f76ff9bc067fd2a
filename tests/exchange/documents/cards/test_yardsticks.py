"""The program cards are measured against makes the same pages, else the figures in the documents would tell nothing."""

from benchmarks._card_makers import ours
from benchmarks._card_words import task, words_of_pages
from benchmarks._cards_by_platypus import platypus, platypus_with_our_squares

CARDS = 16
"""Among them a card of every role of a made-up company but one, with all sizes of type and what goes on at the back."""


def test_platypus_prints_every_word_on_the_page_where_ours_has_it() -> None:
    work = task(CARDS)
    assert words_of_pages(platypus_with_our_squares(work)) == words_of_pages(ours(work))


def test_its_own_squares_change_no_word() -> None:
    work = task(1)
    assert words_of_pages(platypus(work)) == words_of_pages(ours(work))


def test_a_word_that_is_missing_on_a_page_is_noticed() -> None:
    assert words_of_pages(ours(task(4)))[-1] != words_of_pages(ours(task(3)))[-1]
