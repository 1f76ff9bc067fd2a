"""The visual tokens as they stand in ``resources/themes/tokens.toml``, read once."""

import tomllib
from functools import cache
from typing import Any

from salesorg_gui.resources import resource

type Table = dict[str, Any]


@cache
def tokens() -> Table:
    """All tokens; tables of plain numbers, strings and lists."""
    with resource("themes", "tokens.toml").open("rb") as file:
        return tomllib.load(file)


def token(path: str) -> Any:  # noqa: ANN401 -- a token is a number, a string, a list or a table
    """One token by its dotted path, such as ``edge.corner``."""
    found: Any = tokens()
    for name in path.split("."):
        found = found[name]
    return found
