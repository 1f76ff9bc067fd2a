"""Where the files are that ship with the program: catalogue, fonts, icons, themes, examples, texts.

They stand beside the package in the source tree, inside it in an installed wheel, and in the unpacked
folder of a frozen bundle. Standard library only, so that every part may ask.
"""

import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

type IconCommand = list[float | str]
"""A letter (M, L, C or Z) and its coordinates on a grid of 24."""

_PACKAGE = Path(__file__).resolve().parent


def candidates() -> tuple[Path, ...]:
    """Return the places to look, best first: frozen bundle, wheel, source tree."""
    bundle = getattr(sys, "_MEIPASS", None)
    frozen = (Path(bundle) / "resources",) if bundle else ()
    return (*frozen, _PACKAGE / "_resources", _PACKAGE.parent / "resources")


@cache
def resources_folder() -> Path:
    """Return the folder of shipped files; a copy of the program without one cannot work and says so."""
    for place in candidates():
        if place.is_dir():
            return place
    raise FileNotFoundError("The resources folder of Salesorg is missing. Install the program again.")


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for example ``resource("fonts", "Inter-Regular.ttf")``."""
    return resources_folder().joinpath(*parts)


@cache
def icon_table() -> Mapping[str, list[list[IconCommand]]]:
    """Return the icons by name, each as subpaths of drawing commands that every pen follows."""
    found: Mapping[str, list[list[IconCommand]]] = json.loads(resource("icons", "icons.json").read_text("utf-8"))
    return found
