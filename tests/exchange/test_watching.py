"""Whoever looks on while a document is made is told of every page, and may end it."""

import pytest

from salesorg_gui.exchange.documents.options import Options
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish, export
from salesorg_gui.exchange.watch import Nobody, Stopped, onlooker, watching
from tests.exchange.documents.organisation import CHART, PLAN
from tests.exchange.documents.reading import texts


class Listed:
    """Writes down what it is told, and has enough at some page."""

    def __init__(self, enough: int = 0) -> None:
        self.told: list[tuple[int, int]] = []
        self._enough = enough

    def page(self, number: int, of: int) -> None:
        self.told.append((number, of))
        if number == self._enough:
            raise Stopped

    def rest(self) -> None:
        if self._enough < 0:
            raise Stopped


@pytest.mark.parametrize("what", [what for what, kind in DOCUMENTS.items() if "pdf" in kind.endings])
def test_every_page_is_told_as_it_begins(what: str) -> None:
    seen = Listed()
    document = export(PLAN, CHART, Wish(what, "pdf", options=Options()), seen)
    assert [number for number, _of in seen.told] == list(range(1, len(texts(document)) + 1))


def test_how_many_cards_there_will_be_is_known_from_the_first_page() -> None:
    seen = Listed()
    document = export(PLAN, CHART, Wish("cards", "pdf"), seen)
    assert {of for _number, of in seen.told} == {len(texts(document))}


def test_a_document_nobody_wants_any_more_is_not_finished() -> None:
    seen = Listed(enough=2)
    with pytest.raises(Stopped):
        export(PLAN, CHART, Wish("descriptions", "pdf"), seen)
    assert [number for number, _of in seen.told] == [1, 2]


def test_long_work_before_the_first_page_can_be_called_off_too() -> None:
    seen = Listed(enough=-1)
    with pytest.raises(Stopped):
        export(PLAN, CHART, Wish("cards", "pdf"), seen)
    assert seen.told == []


def test_looking_on_ends_with_the_document() -> None:
    seen = Listed()
    with watching(seen):
        assert onlooker() is seen
    assert isinstance(onlooker(), Nobody)
