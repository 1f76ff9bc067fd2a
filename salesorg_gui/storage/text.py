"""A plan as the bytes of its file, and back.

UTF-8 without BOM, lines ended by one line feed, indent 2, a line feed at the end. Two plans that say the same have
the same bytes.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.storage.format import FORMAT, from_json, to_json
from salesorg_gui.storage.parsing import parsed
from salesorg_gui.storage.problems import BrokenFile, Problem, Spot
from salesorg_gui.storage.upgrades import CURRENT, UPGRADES, Plain, Upgrades, upgraded
from salesorg_gui.values import dataclass


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan read from a file. ``notes`` are sentences to show; ``hash`` is handed back to ``save``."""

    plan: Plan
    is_read_only: bool = False
    notes: tuple[str, ...] = ()
    hash: str = ""


def fingerprint(data: bytes) -> str:
    """What tells two contents of a file apart."""
    return hashlib.sha256(data).hexdigest()


def dumps(plan: Plan) -> bytes:
    """The bytes of the file. Half a character, which no file can hold, becomes a replacement sign."""
    return encoded(to_json(plan))


def encoded(content: Plain) -> bytes:
    """JSON in the file's way of writing it."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def loads(data: bytes, upgrades: Upgrades = UPGRADES) -> Opened:
    """The plan in the bytes of a file; ``BrokenFile`` tells everything that is wrong with it."""
    content = parsed(data)
    version = version_of(content)
    notes: tuple[str, ...] = ()
    if version < CURRENT:
        content = _brought_up_to_date(content, version, upgrades)
        notes = (_("This plan comes from an earlier version. Saving it makes it one of this version."),)
    at = Spot()
    plan = from_json(content, at)
    if plan is None:
        raise BrokenFile((*_newer(version), *at.problems))
    newer = tuple(problem.sentence for problem in _newer(version))
    return Opened(plan, bool(newer), (*notes, *newer), fingerprint(data))


def _newer(version: int) -> Iterator[Problem]:
    if version > CURRENT:
        sentence = _(
            "This plan comes from a newer version of the program (format {version}, known is {known}). "
            "It can be looked at but not saved: update the program to change it."
        )
        yield Problem("", sentence.format(version=version, known=CURRENT))


def version_of(content: Any) -> int:
    """The version of a file of ours; refuses what is none."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BrokenFile((Problem("", _('This is not a plan: it does not begin with "format": "salesorg".')),))
    version = content.get("version")
    if isinstance(version, bool) or not isinstance(version, int):
        at = Spot()
        at.report_unfit("version", _("a whole number"), version)
        raise BrokenFile(tuple(at.problems))
    return version


def _brought_up_to_date(content: Plain, version: int, upgrades: Upgrades) -> Plain:
    try:
        newest = upgraded(content, version, upgrades)
    except (LookupError, TypeError, ValueError, AttributeError) as broken:
        sentence = _("A plan of version {version} looks different: it cannot be brought up to date.")
        raise BrokenFile((Problem("", sentence.format(version=version)),)) from broken
    if newest.get("version") != CURRENT:
        raise BrokenFile((Problem("version", _("there is no version {version}").format(version=version)),))
    return newest
