"""The text a version is reckoned from: everything a value holds, in an order that is the same in every run."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.exchange.documents.settled import settled
from salesorg_gui.exchange.documents.sheet import Sheets
from tests.exchange.documents.organisation import CHART, PLAN


def plainly(value: object) -> str:
    """The same, asked of each value anew what it is."""
    if isinstance(value, AbstractSet):
        return f"{{{','.join(sorted(map(plainly, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{plainly(key)}:{plainly(one)}' for key, one in value.items())}}}"
    if isinstance(value, tuple | list):
        return f"({','.join(map(plainly, value))})"
    if is_dataclass(value):
        return f"{type(value).__name__}({','.join(plainly(getattr(value, field.name)) for field in fields(value))})"
    return repr(value)


def test_every_sheet_settles_as_when_each_value_is_asked_what_it_is() -> None:
    writer = Sheets(PLAN, CHART, load("en"))
    for seat in writer.order:
        sheet = writer.sheet(seat)
        assert settled(sheet) == plainly(sheet)
        assert sheet.title in settled(sheet)


def test_sets_settle_in_order_and_mappings_as_they_are() -> None:
    assert settled({"b", "a", "c"}) == "{'a','b','c'}"
    assert settled({"b": 1, "a": [None, 2.5, True]}) == "{'b':1,'a':(None,2.5,True)}"
    assert settled(complex(1, 2)) == "(1+2j)"
