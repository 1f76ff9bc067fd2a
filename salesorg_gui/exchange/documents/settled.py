"""A text of a value that is the same in every run, so that what is reckoned from it is the same on every print."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from types import NoneType

from salesorg_gui.catalogue.roles import Role

PLAIN = (str, int, float, NoneType)
"""Most of what is asked for, asked first: what a set or a mapping is takes a hundred times longer to tell."""


def settled(value: object) -> str:
    """Everything a value holds. Sets have no order of their own, and ``repr`` gives them another one in each run."""
    if isinstance(value, PLAIN):
        return repr(value)
    if isinstance(value, (tuple, list)):
        return f"({','.join([repr(one) if isinstance(one, PLAIN) else settled(one) for one in value])})"
    if isinstance(value, Role):
        return _settled_role(value)
    kind: type = type(value)
    names = _names(kind)
    if names is not None:
        return _record(value, kind, names)
    if isinstance(value, AbstractSet):
        return f"{{{','.join(sorted(map(settled, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{','.join([f'{settled(key)}:{settled(one)}' for key, one in value.items()])}}}"
    return repr(value)


def _record(value: object, kind: type, names: Sequence[str]) -> str:
    held = [getattr(value, name) for name in names]
    return f"{kind.__name__}({','.join([repr(one) if isinstance(one, PLAIN) else settled(one) for one in held])})"


@lru_cache(maxsize=500)
def _settled_role(role: Role) -> str:
    """What many seats share, and most of what is told of each of them."""
    return _record(role, Role, _names(Role) or ())


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """The fields of a record, or nothing for what is no record."""
    if not is_dataclass(kind) or issubclass(kind, (AbstractSet, Mapping)):
        return None
    return tuple(field.name for field in fields(kind))
