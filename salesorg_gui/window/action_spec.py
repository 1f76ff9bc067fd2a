"""What is said of one action: where it stands, its words, its keys."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: where it stands, what it says, its keys. One of a ``group`` is on at a time.

    Keys of one that ``is_for_canvas`` act while the canvas has the keyboard, and nowhere else.
    """

    id: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_checkable: bool = False
    group: str = ""
    starts_group: bool = False
    is_for_canvas: bool = False
