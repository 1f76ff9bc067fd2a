"""A limit of a rule fits beside its unit and its usual value, in every language and whatever it is counted in."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from salesorg_gui import i18n
from salesorg_gui.catalogue.catalogue import Catalogue, load
from salesorg_gui.drawing.theme import ThemeName, theme
from salesorg_gui.panels.look import Look
from salesorg_gui.panels.rulebook.limit_row import LimitRow
from salesorg_gui.panels.rulebook.rules_panel import WIDTH
from salesorg_gui.window.style import stylesheet

EDGES = 2 * 16


@pytest.mark.parametrize("is_for_touch", [False, True])
@pytest.mark.parametrize("language", i18n.available())
def test_every_limit_fits_into_the_panel(qapp: QApplication, language: str, is_for_touch: bool) -> None:
    colours = theme(ThemeName.LIGHT).colours
    qapp.setStyleSheet(stylesheet(colours, is_for_touch=is_for_touch))
    try:
        with i18n.speaking(language):
            widths = dict(_widths(load(language), Look(colours)))
    finally:
        qapp.setStyleSheet("")
    assert {limit: width for limit, width in widths.items() if width > WIDTH - EDGES} == {}
    assert len(widths) > 50


def _widths(catalogue: Catalogue, look: Look) -> Iterator[tuple[str, int]]:
    """How wide each limit is, as usual or changed."""
    for rule, words in catalogue.rule_words.items():
        for name, told in words.limits.items():
            usual = catalogue.rules[rule].params[name]
            row = LimitRow(name, told, usual, look)
            for value in (usual, usual + 1):
                row.show_value(value, is_same=False)
                yield f"{rule} {name} {value}", row.minimumSizeHint().width()
            row.deleteLater()
