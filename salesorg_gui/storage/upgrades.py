"""Brings files of earlier versions up to date, one version at a time."""

from collections.abc import Callable, Mapping
from typing import Any

type Plain = dict[str, Any]
type Upgrades = Mapping[int, Callable[[Plain], Plain]]

CURRENT = 1

# A step from each earlier version to the next. Version 1 is the first, so there is none yet.
UPGRADES: Upgrades = {}


def upgraded(content: Plain, version: int, upgrades: Upgrades = UPGRADES) -> Plain:
    """The content of an earlier version as the newest one would have it, and marked as such.

    Steps look at content nobody has checked: what is not as they expect raises ``LookupError``, ``TypeError``,
    ``ValueError`` or ``AttributeError``.
    """
    while version in upgrades:
        content = {**upgrades[version](content), "version": version + 1}
        version += 1
    return content
