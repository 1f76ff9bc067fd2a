"""What the print dialog asks about role cards, and what comes of it."""

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from pytestqt.qtbot import QtBot

from salesorg_gui.exchange.documents.options import CardOptions, Options
from salesorg_gui.exchange.exporting import DOCUMENTS, Wish, export
from salesorg_gui.exchange.leaves import Leaves
from salesorg_gui.window.printing.card_questions import CARD_QUESTIONS
from salesorg_gui.window.printing.question import YES, Matter
from salesorg_gui.window.printing.questions import QUESTIONS, asked_about, wish_of
from salesorg_gui.window.printing.sending import sides_of
from tests.exchange.documents.organisation import CHART, PLAN
from tests.window.test_leaves_on_paper import ZOOM, coarse, painted

MATTER = Matter(PLAN, CHART)


def cards(**answers: str) -> CardOptions:
    return wish_of("cards", answers, MATTER).options.cards


def test_nothing_said_is_what_the_command_line_does_with_nothing_said() -> None:
    assert cards() == CardOptions()


@pytest.mark.parametrize(
    ("answers", "options"),
    [
        ({"card": "poker"}, CardOptions(format="poker")),
        ({"duplex": "short"}, CardOptions(duplex="short")),
        ({"folded": YES}, CardOptions(is_folded=True)),
        ({"single": YES, "bleed": YES}, CardOptions(is_single=True, has_bleed=True)),
        ({"stacked": YES, "saving": YES}, CardOptions(is_stacked=True, is_ink_saving=True)),
        ({"unmarked": YES}, CardOptions(has_marks=False)),
        ({"blanks": " 8 "}, CardOptions(blanks=8)),
        ({"right": "0,5", "down": "−1.25"}, CardOptions(offset=(0.5, -1.25))),
    ],
)
def test_every_answer_reaches_the_cards(answers: dict[str, str], options: CardOptions) -> None:
    assert cards(**answers) == options


@pytest.mark.parametrize(("id", "text"), [("blanks", "many"), ("blanks", "401"), ("right", "-21"), ("down", "1 mm")])
def test_what_is_no_number_is_refused_and_not_heeded(id: str, text: str) -> None:
    (question,) = [one for one in CARD_QUESTIONS if one.id == id]
    assert question.refusal(text).startswith("Write a number from")
    assert cards(**{id: text}) == CardOptions()


def test_where_backs_stand_is_asked_only_when_there_are_backs() -> None:
    def ids(**answers: str) -> set[str]:
        return {question.id for question in asked_about(DOCUMENTS["cards"], answers)}

    assert {"right", "down"} <= ids()
    assert not {"right", "down"} & ids(duplex="none")
    assert not {"right", "down"} & ids(folded=YES)
    assert not {question.id for question in CARD_QUESTIONS} & {
        question.id for question in asked_about(DOCUMENTS["descriptions"], {})
    }


def test_a_book_has_views_but_is_no_poster() -> None:
    ids = {question.id for question in asked_about(DOCUMENTS["book"], {"form": "poster"})}
    assert "view" in ids
    assert not {"form", "poster"} & ids


def test_no_question_is_asked_twice() -> None:
    ids = [question.id for question in QUESTIONS]
    assert len(ids) == len(set(ids))


def test_the_printer_turns_sheets_of_cards_as_they_are_made_for_it() -> None:
    assert sides_of(wish_of("cards", {}, MATTER)) == "long"
    assert sides_of(wish_of("cards", {"duplex": "short"}, MATTER)) == "short"
    assert sides_of(wish_of("descriptions", {"duplex": "short"}, MATTER)) == ""


def test_what_stands_on_its_head_in_the_file_does_so_on_the_screen(qtbot: QtBot) -> None:
    leaves = Leaves()
    seats = tuple(CHART.seats)[:2]
    wish = Wish("cards", "pdf", options=Options(seats=seats, cards=CardOptions(format="tent")))
    pdf = export(PLAN, CHART, wish, leaves)
    assert any(run.middle is not None for leaf in leaves.all for run in leaf.runs)
    for page, leaf in zip(pypdfium2.PdfDocument(pdf), leaves.all, strict=True):
        size = (round(leaf.width * ZOOM / 24), round(leaf.height * ZOOM / 24))
        shown, printed = coarse(painted(leaf), size), coarse(page.render(scale=ZOOM).to_pil(), size)
        furthest = max(most for _least, most in ImageStat.Stat(ImageChops.difference(shown, printed)).extrema)
        assert furthest < 40
