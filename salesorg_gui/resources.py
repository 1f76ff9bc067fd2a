"""Where the files are that ship with the program: catalogue, fonts, icons, themes, examples, texts.

They stand beside the package in the source tree, inside it in an installed wheel, and in the unpacked
folder of a frozen bundle. Standard library only, so that every part may ask.
"""

import sys
from functools import cache
from pathlib import Path

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
