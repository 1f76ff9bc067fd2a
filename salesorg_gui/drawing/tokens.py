"""The visual tokens as they stand in ``resources/themes/tokens.toml``, read once.

Every start needs them, so they stand ready as JSON too, which is read many times as fast. After a change of them:
``python -m salesorg_gui.drawing.tokens``.
"""

import json
import sys
from functools import cache
from typing import Any

from salesorg_gui.resources import resource

type Table = dict[str, Any]
READY = ("themes", "tokens.json")


@cache
def tokens() -> Table:
    """All tokens; tables of plain numbers, strings and lists."""
    found: Table = json.loads(resource(*READY).read_text(encoding="utf-8"))
    return found


def token(path: str) -> Any:  # noqa: ANN401 -- a token is a number, a string, a list or a table
    """One token by its dotted path, such as ``edge.corner``."""
    found: Any = tokens()
    for name in path.split("."):
        found = found[name]
    return found


def ready_text() -> str:
    """What stands ready: a table of the author's file on each line, so that a change can be seen."""
    import tomllib  # noqa: PLC0415 -- not at a start

    tables = tomllib.loads(resource("themes", "tokens.toml").read_text(encoding="utf-8"))
    lines = (f"{json.dumps(name)}: {json.dumps(table, ensure_ascii=False)}" for name, table in tables.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> int:
    """Put them ready."""
    resource(*READY).write_text(ready_text(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
