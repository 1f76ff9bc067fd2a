"""What commands read: plans and rules, from files or standard input."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from salesorg_gui.commands.outcome import STANDARD, Refused
from salesorg_gui.i18n import _, ngettext

if TYPE_CHECKING:
    from salesorg_gui.catalogue.catalogue import Catalogue
    from salesorg_gui.domain.plan import Plan
    from salesorg_gui.storage.problems import BrokenFile
    from salesorg_gui.storage.rules_file import OpenedRules
    from salesorg_gui.storage.text import Opened


def opened(file: str) -> "Opened":
    """The plan in a file."""
    from salesorg_gui.storage.text import loads

    return read(file, loads, _("Correct it, or open an earlier copy."))


def by_rules_of(plan: "Plan", file: str, catalogue: "Catalogue") -> "Plan":
    """The plan, going by the rules of a file."""
    from salesorg_gui.rules.rulebook import by_rules
    from salesorg_gui.storage.rules_file import loads_rules

    limits = {id: tuple(text.params) for id, text in catalogue.rules.items()}
    found = read(file, lambda data: loads_rules(data, limits), _("Correct it, or leave it out."))
    return by_rules(plan, found.file.rules, catalogue)


def read[T: (Opened, OpenedRules)](file: str, understood: Callable[[bytes], T], remedy: str) -> T:
    """What a file holds; what there is to say about it goes to standard error."""
    from salesorg_gui.storage.problems import BrokenFile

    data = read_whole(file, remedy)
    try:
        found = understood(data)
    except BrokenFile as broken:
        raise Refused(_told(broken, file, remedy)) from None
    for note in found.notes:
        print(f"salesorg: {file}: {note}", file=sys.stderr)
    return found


def read_whole(file: str, remedy: str = "") -> bytes:
    """All bytes of a file or of standard input; one that is too large or cannot be read is refused."""
    from salesorg_gui.storage.parsing import BYTES_LIMIT
    from salesorg_gui.storage.problems import BrokenFile
    from salesorg_gui.storage.reading import read_bytes

    if file == STANDARD:
        return sys.stdin.buffer.read(BYTES_LIMIT + 1)
    try:
        return read_bytes(Path(file))
    except BrokenFile as broken:
        raise Refused(_told(broken, file, remedy)) from None


def _told(broken: "BrokenFile", file: str, remedy: str) -> str:
    first, *others = broken.problems
    more = ngettext("And {count} more problem.", "And {count} more problems.", len(others)) if others else ""
    parts = (f"{str(first).rstrip('.')}.", remedy if first.place else "", more.format(count=len(others)))
    return f"{called(file)}: {' '.join(filter(None, parts))}"


def keep_apart(source: str, out: str) -> None:
    """Refuse to write over what is read."""
    if STANDARD not in {source, out} and os.path.realpath(source) == os.path.realpath(out):
        raise Refused(_("{out} is the list itself. Name another file for the plan.").format(out=out))


def called(file: str) -> str:
    """What an input is called in a sentence."""
    return _("standard input") if file == STANDARD else file
