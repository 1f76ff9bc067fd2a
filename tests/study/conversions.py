"""What the tests of converting start from, and what they ask of the answer."""

from collections import Counter
from pathlib import Path

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.plan import Plan
from salesorg_gui.rules.examine import examine
from salesorg_gui.rules.finding import Severity
from salesorg_gui.storage.reading import read
from salesorg_gui.study.convert.conversion import (
    Conversion,
    Fate,
    convert,
    convertible,
)
from tests.rules.builders import ENGLISH

EXAMPLE = Path("resources/examples/nordlys.salesorg")
SELLING = convertible(ENGLISH)
OF_THE_DATA = frozenset({"segment-duplicate", "segment-size-bands", "capacity-seat-overbooked"})
"""Errors in what the old chart says of segments and weeks, which no structure mends."""


def example() -> Plan:
    return read(EXAMPLE).plan


def converted(plan: Plan, template: str) -> Conversion:
    return convert(plan, plan.first_chart, template, ENGLISH)


def errors(plan: Plan, drawn: Chart) -> list[str]:
    found = examine(plan.with_chart(drawn), drawn, ENGLISH).found
    return [f"{one.rule}: {one.message}" for one in found if one.severity is Severity.ERROR]


def names(drawn: Chart) -> Counter[str]:
    return Counter(person.name for one in drawn.seats.values() for person in one.people)


def fate(found: Conversion, id: str) -> Fate:
    return next(move.fate for move in found.moves if move.seat == id)
