"""Pages are named as people write them on paper."""

import pytest

from salesorg_gui.exchange.page_ranges import PageRanges, PagesRefused, page_ranges, pages_named


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6, 7, 8)),
        (" , ", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("3", (3,)),
        ("1-3, 7", (1, 2, 3, 7)),
        ("7; 1–3", (1, 2, 3, 7)),
        ("6-", (6, 7, 8)),
        ("-2", (1, 2)),
        ("2-4, 3-5, 4", (2, 3, 4, 5)),
        ("7 - 99999999999999999999", (7, 8)),
    ],
)
def test_pages_are_named_one_by_one_and_in_ranges(text: str, pages: tuple[int, ...]) -> None:
    assert pages_named(text, 8) == pages


@pytest.mark.parametrize("text", ["x", "3-1", "0", "0-2", "1.5", "-", "1-2-3", "²", "1 2"])
def test_what_names_no_pages_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(PagesRefused, match="1-3, 7"):
        pages_named(text, 8)


@pytest.mark.parametrize("text", ["9", "9-12", "9-", "1, 40"])
def test_a_page_behind_the_last_is_refused_by_its_number(text: str) -> None:
    with pytest.raises(PagesRefused, match="The last page is 8"):
        pages_named(text, 8)


@pytest.mark.parametrize("text", ["", "3", "1-3, 7", "6-", "-2", "2-4, 3-5"])
def test_before_the_number_of_pages_is_known_the_same_ones_are_wanted(text: str) -> None:
    ranges = page_ranges(text)
    assert tuple(page for page in range(1, 9) if page in ranges) == pages_named(text, 8)


def test_only_numbers_are_pages() -> None:
    assert "1" not in PageRanges()
