"""Names of records: short random strings, unique within one chart."""

from collections.abc import Container
from enum import StrEnum
from typing import NamedTuple, NewType

SeatId = NewType("SeatId", str)
PodId = NewType("PodId", str)
SegmentId = NewType("SegmentId", str)
LineId = NewType("LineId", str)
HandoffId = NewType("HandoffId", str)
SourceId = NewType("SourceId", str)
HireId = NewType("HireId", str)
ChartId = NewType("ChartId", str)
SlideId = NewType("SlideId", str)
CaseId = NewType("CaseId", str)

RoleId = NewType("RoleId", str)
StageId = NewType("StageId", str)
ObjectId = NewType("ObjectId", str)
KpiId = NewType("KpiId", str)
ModelId = NewType("ModelId", str)

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
LENGTH = 7


class Kind(StrEnum):
    """What sort of record an id names."""

    SEAT = "seat"
    POD = "pod"
    SEGMENT = "segment"
    SOURCE = "source"
    LINE = "line"
    HANDOFF = "handoff"
    HIRE = "hire"


class Key(NamedTuple):
    """One record of a chart: ids alone are unique only within their kind."""

    kind: Kind
    id: str


def fresh_id(prefix: str = "", taken: Container[str] = ()) -> str:
    """A new random id; ``prefix`` is one letter that makes a file easier to read."""
    import secrets  # noqa: PLC0415 -- it takes long to load, and a window makes no ids before its first paint

    while True:
        name = prefix + "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
        if name not in taken:
            return name
