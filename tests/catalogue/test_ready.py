"""What stands ready for the start of a window says what its authors wrote."""

import pytest

from salesorg_gui.catalogue import reading
from salesorg_gui.catalogue.ready import ready_files
from salesorg_gui.resources import resource


def test_the_ready_tables_are_up_to_date() -> None:
    stale = [path.name for path, text in ready_files().items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run: python -m salesorg_gui.catalogue.ready"


def test_nothing_else_stands_among_them() -> None:
    assert set(resource("catalogue", "ready").iterdir()) == set(ready_files())


@pytest.mark.parametrize("folder", [("facts",), ("texts", "en"), ("texts", "sv")])
def test_a_ready_table_is_the_table_its_author_wrote(folder: tuple[str, ...]) -> None:
    assert reading.table(*folder, "roles.toml") == reading.parsed(*folder, "roles.toml")
