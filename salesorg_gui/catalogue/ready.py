"""Put the tables that every window reads at its start together as JSON: resources/catalogue/ready.

Run it after a change of the roles, journey or aliases: python -m salesorg_gui.catalogue.ready
"""

import json
import sys
from pathlib import Path

from salesorg_gui.catalogue.reading import LANGUAGES, READY, Table, parsed
from salesorg_gui.resources import resource


def tables(*folder: str) -> dict[str, Table]:
    """The tables of one folder, as their authors wrote them."""
    there = (name for name in READY if resource("catalogue", *folder, f"{name}.toml").exists())
    return {name: parsed(*folder, f"{name}.toml") for name in there}


def ready_files() -> dict[Path, str]:
    """All files with what belongs into them."""
    folders = [("facts",), *(("texts", language) for language in LANGUAGES)]
    return {resource("catalogue", "ready", f"{folder[-1]}.json"): written(tables(*folder)) for folder in folders}


def written(content: dict[str, Table]) -> str:
    """A table on each line, so that a change can be seen."""
    lines = (f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False)}" for name, table in content.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Write them."""
    for path, text in ready_files().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
