"""A text of a value that is the same in every run, so that what is reckoned from it is the same on every print."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass


def settled(value: object) -> str:
    """Everything a value holds. Sets have no order of their own, and ``repr`` gives them another one in each run."""
    if isinstance(value, AbstractSet):
        return f"{{{','.join(sorted(map(settled, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{settled(key)}:{settled(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple | list):
        return f"({','.join(map(settled, value))})"
    if is_dataclass(value):
        return f"{type(value).__name__}({','.join(settled(getattr(value, field.name)) for field in fields(value))})"
    return repr(value)
