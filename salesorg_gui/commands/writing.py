"""What commands write: whole files or nothing, lines for readers, JSON for programs."""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from salesorg_gui.commands.outcome import STANDARD, Refused

if TYPE_CHECKING:
    from salesorg_gui.domain.plan import Plan


def save_plan(out: str, plan: "Plan") -> None:
    """Write a plan, whole or not at all."""
    from salesorg_gui.storage.saving import SaveRefused, save
    from salesorg_gui.storage.text import dumps

    if out == STANDARD:
        sys.stdout.buffer.write(dumps(plan))
        return
    try:
        save(Path(out), plan)
    except SaveRefused as refusal:
        raise Refused(f"{out}: {refusal}") from None


def write(out: str, content: bytes) -> None:
    """Write a document, whole or not at all."""
    from salesorg_gui.storage.saving import SaveRefused, write_whole

    if out == STANDARD:
        sys.stdout.buffer.write(content)
        return
    try:
        write_whole(Path(out), content)
    except SaveRefused as refusal:
        raise Refused(f"{out}: {refusal}") from None


def say(lines: Iterable[str], *, to_error: bool = False) -> None:
    """Print lines."""
    for line in lines:
        print(line, file=sys.stderr if to_error else sys.stdout)


def as_text(content: Mapping[str, object]) -> str:
    """JSON as it is printed."""
    return json.dumps(content, ensure_ascii=False, indent=2)


def progress(sentence: str) -> None:
    """What is going on, for somebody who looks on."""
    if sys.stderr.isatty():
        print(sentence, file=sys.stderr)
