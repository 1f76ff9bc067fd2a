"""Makes the enumerations of Qt for Python in a tenth of the time.

Qt for Python hands a list of names and numbers to the standard library whenever one of its classes is first touched:
two hundred enumerations with three thousand members until the first paint. The standard library turns each member into
a stand-in, makes the class, and lets each stand-in find out what it is to be. Here the standard library makes one class
without members of each kind; all others are copies of it into which members are put. They come to the same: of each
kind one is made in both ways before the first is made in ours, and where they differ in anything, that kind is made as
ever.
"""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import KEEP, Enum, EnumType, Flag, IntEnum, IntFlag
from functools import cache

type Names = Sequence[tuple[str, int]]

MAKER = "_create_"
"""What the standard library calls where names are given in a list."""
KINDS = frozenset({Enum, Flag, IntEnum, IntFlag})
SAMPLE = (("FOUR", 4), ("ONE", 1), ("TWO", 2), ("ALSO_TWO", 2), ("BOTH", 3), ("NEITHER", 0), ("LESS", -2))
"""Members in no order, with a name beside another, several bits and none."""
WORDS = {"qualname": None, "type": None, "start": 1, "boundary": KEEP}
"""What Qt for Python says beside them."""
CALLER = 2
"""How far above is whoever calls a kind: an enumeration belongs there unless somebody says otherwise."""


def hasten() -> None:
    """Make such enumerations in our way from now on."""
    if getattr(EnumType, MAKER) is not make:
        setattr(EnumType, MAKER, make)


standard: Callable[..., EnumType] = getattr(EnumType, MAKER)


def make(kind: EnumType, class_name: str, names: Names, **words: object) -> EnumType:
    """An enumeration as ``kind(class_name, names, **words)`` makes it."""
    if words.get("module") is None:
        words["module"] = sys._getframemodulename(CALLER)  # noqa: SLF001 -- as the standard library does
    is_usual = kind in KINDS and words | WORDS == words and isinstance(words["module"], str)
    if is_usual and _are_plain(kind, names) and is_made_alike(kind):
        return _filled(_empty(kind, class_name, str(words["module"])), names)
    return standard(kind, class_name, names, **words)


def _are_plain(kind: EnumType, names: object) -> bool:
    """Whether these are pairs of a name that means nothing to an enumeration, and a number; each name once."""
    pairs = names if isinstance(names, list) else ()
    is_plain = all(type(pair) is tuple and len(pair) == 2 and type(pair[1]) is int for pair in pairs)
    if not pairs or not is_plain or len(dict(pairs)) < len(pairs):
        return False
    return not any(name[:1] in {"", "_"} or hasattr(kind, name) for name, _value in pairs)


def _empty(kind: EnumType, class_name: str, module: str) -> EnumType:
    own = {name: type(value)() if isinstance(value, list | dict) else value for name, value in pattern(kind).items()}
    own["__module__"], new = module, own.pop("__new__")
    made = type.__new__(EnumType, class_name, (kind,), own)
    type.__setattr__(made, "__new__", new)  # as it is: a class would make something static of it
    return made


@cache
def pattern(kind: EnumType) -> Mapping[str, object]:
    """What a class of the kind has of its own, all of it still empty."""
    return dict(vars(standard(kind, "Sample", [], module=__name__, **WORDS)))


def _filled(empty: EnumType, names: Names) -> EnumType:
    put, own = type.__setattr__, vars(empty)
    new, takes_value = own["_new_member_"], own["_use_args_"]
    listed, by_name, by_value = own["_member_names_"], own["_member_map_"], own["_value2member_map_"]
    is_flag = issubclass(empty, Flag)
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(empty, value) if takes_value else new(empty)
            member._value_, member._name_, member.__objclass__ = value, name, empty
            member._sort_order_ = len(listed)
            if not is_flag or (value and not value & (value - 1)):
                listed.append(name)
        by_name[name] = member
        put(empty, name, member)
    own.get("_hashable_values_", []).extend(by_value)
    if is_flag:
        _reckon_bits(empty, by_value, [by_name[name]._value_ for name in listed])
    return empty


def _reckon_bits(flags: EnumType, values: Collection[int], singles: Sequence[int]) -> None:
    mask = single = 0
    for value in values:
        mask |= value
    for value in singles:
        single |= value
    type.__setattr__(flags, "_flag_mask_", mask)
    type.__setattr__(flags, "_singles_mask_", single)
    type.__setattr__(flags, "_all_bits_", 2 ** mask.bit_length() - 1)
    if list(singles) != sorted(singles):
        type.__setattr__(flags, "_iter_member_", flags._iter_member_by_def_)  # type: ignore[attr-defined]


@cache
def is_made_alike(kind: EnumType) -> bool:
    """Whether this Python's own way and ours come to the same."""
    ours = _filled(_empty(kind, "Sample", __name__), SAMPLE)
    return told(ours) == told(standard(kind, "Sample", list(SAMPLE), module=__name__, **WORDS))


def told(enumeration: EnumType) -> object:
    """All that an enumeration and its members know, in words."""
    members: Collection[object] = enumeration.__members__.values()
    each = [({name: repr(value) for name, value in vars(member).items()}, repr(member)) for member in members]
    return sorted((name, repr(value)) for name, value in vars(enumeration).items()), each
