"""Real tables gone wrong: cells dropped, swapped, doubled, strange signs, lost references; and what a hand may add."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.edits.edit import EditRefused, InChart, PlanEdit
from salesorg_gui.domain.ids import HandoffId, LineId, ObjectId, PodId, RoleId, SeatId, SourceId, StageId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Handoff, Json, Line, LineKind, Seat, Segment
from salesorg_gui.exchange.tables.importing import ImportOptions, import_table
from salesorg_gui.exchange.tables.mapping import suggest_mapping
from salesorg_gui.exchange.tables.posts import DuplicateIds
from salesorg_gui.exchange.tables.reading import table_from
from tests.domain.random_editing import Hand

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
TABLES = tuple(sorted((*DATA.glob("tables/*.csv"), *DATA.glob("as_published/*.csv"), *DATA.glob("*/drawio/*.csv"))))
ENGLISH = load("en")
MOST_ROWS = 60
ODD = (
    *("", " ", "\u200b", "NULL", "#REF!", "-1", "0", "1e309", "NaN", "{seat}", "%s", "<b>x</b>", "&amp;"),
    *("Ünïcödé 😀", "\u202eevil", "a\x00b", "'; --", "x" * 600, "２", "12,5", "TRUE", "\ufeff", "\\", '"', "٣"),
)
GHOST = SeatId("nobody")
type Rows = list[list[str]]


def mutated(path: Path, chance: Random) -> bytes:
    """The table with a few things gone wrong, as a file."""
    header, *rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig", errors="replace"))))
    start = chance.randrange(max(1, len(rows) - MOST_ROWS))
    rows = [list(row) for row in rows[start : start + chance.randint(1, MOST_ROWS)]]
    for _ in range(chance.randint(1, 12)):
        if rows:
            chance.choice(ACCIDENTS)(rows, chance)
    if chance.random() < 0.2:
        header = chance.sample(header, len(header))
    out = io.StringIO()
    csv.writer(out, delimiter=chance.choice(",;\t")).writerows([header, *rows])
    return out.getvalue().encode(chance.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252")), errors="replace")


def _drop(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = ""


def _cut(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows)
    del row[chance.randint(0, len(row)) :]


def _swap(rows: Rows, chance: Random) -> None:
    one, other = chance.choice(rows), chance.choice(rows)
    if one and other:
        here, there = chance.randrange(len(one)), chance.randrange(len(other))
        one[here], other[there] = other[there], one[here]


def _double(rows: Rows, chance: Random) -> None:
    rows.insert(chance.randint(0, len(rows)), list(chance.choice(rows)))


def _take_over(rows: Rows, chance: Random) -> None:
    """Write one cell over another of its column, so that ids repeat and circles close."""
    one, other = chance.choice(rows), chance.choice(rows)
    if one and other:
        place = chance.randrange(min(len(one), len(other)))
        one[place] = other[place]


def _write_odd(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows)
    if row:
        row[chance.randrange(len(row))] = chance.choice(ODD)


def _shuffle(rows: Rows, chance: Random) -> None:
    chance.shuffle(rows)


def _remove(rows: Rows, chance: Random) -> None:
    """Lose a row others refer to."""
    del rows[chance.randrange(len(rows))]


ACCIDENTS: Sequence[Callable[[Rows, Random], None]] = (
    *(_drop, _cut, _swap, _double, _take_over, _take_over, _write_odd, _write_odd, _shuffle, _remove),
)


def imported(path: Path, chance: Random) -> Plan:
    """The plan of a table gone wrong; ``TableRefused`` where nothing of it can be read."""
    table = table_from(mutated(path, chance), path.stem)
    options = ImportOptions(chance.choice(list(DuplicateIds)))
    return import_table(table, suggest_mapping(table), options, ENGLISH).plan


def worked_on(plan: Plan, chance: Random) -> Plan:
    """The plan after a hand drew at random, with references that lead nowhere and answers nobody expects."""
    hand = Hand(chance)
    for _ in range(chance.randint(0, 60)):
        edit = hand.edit(plan)
        try:
            plan = edit.revise(plan) if isinstance(edit, PlanEdit) else InChart(plan.first_chart.id, edit).revise(plan)
        except EditRefused:
            continue
    answers: dict[str, Json] = {
        question: chance.choice(ANSWERS) for question in chance.sample(sorted(ENGLISH.advisor.questions), 5)
    }
    own: dict[str, Json] = {
        rule: dict.fromkeys((*ENGLISH.rules[rule].params, "off", "severity"), chance.choice(ANSWERS))
        for rule in chance.sample(sorted(ENGLISH.rules), 9)
    }
    charts = {id: broken(chart, chance) for id, chart in plan.charts.items()}
    return replace(plan, answers={**plan.answers, **answers}, parameters={**plan.parameters, **own}, charts=charts)


ANSWERS: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    1,
    7,
    2.5,
    -3,
    1e9,
    "",
    "yes",
    "large",
    "none",
    "4",
    [],
    ["x"],
    {"a": 1},
)


def broken(chart: Chart, chance: Random) -> Chart:
    """The chart with records that lead nowhere or say the strangest things a file may hold."""
    seats, stages, objects = [*chart.seats, GHOST], [*ENGLISH.stages, StageId("?")], [*ENGLISH.objects, ObjectId("?")]
    ends: list[SeatId | SourceId] = [*seats, *chart.sources]
    lines = [
        Line(LineId(f"m{n}"), chance.choice(seats), chance.choice(seats), chance.choice(list(LineKind)))
        for n in range(chance.randint(0, 6))
    ]
    handoffs = [
        Handoff(
            HandoffId(f"m{n}"),
            chance.choice(ends),
            chance.choice(seats),
            chance.choice([None, *objects]),
            chance.choice(["", " ", "{when}"]),
            chance.choice([None, 0, 2, -1, 1e9]),
            is_return=chance.random() < 0.2,
            probability=chance.choice([None, 0, 0.5, 1, 3, -1]),
        )
        for n in range(chance.randint(0, 25))
    ]
    odd = [_odd(chart.seats[id], stages, chance) for id in chart.seats if chance.random() < 0.3]
    segments = [_strange(one, chance) for one in chart.segments.values() if chance.random() < 0.5]
    return chart.with_records([*lines, *handoffs, *odd, *segments])


def _odd(seat: Seat, stages: Sequence[StageId], chance: Random) -> Seat:
    return replace(
        seat,
        role=chance.choice([seat.role, chance.choice(list(ENGLISH.roles)), RoleId("?"), RoleId("")]),
        title=chance.choice([seat.title, *("", "{0}", "x" * 300, "😀", "\u202e")]),
        headcount=chance.choice([seat.headcount, 0, 1, 40, 9_999]),
        fte=chance.choice([seat.fte, 0, -1, 0.5, 1e6]),
        pod=chance.choice([seat.pod, None, PodId("gone")]),
        stages_added=tuple(chance.sample(stages, chance.randint(0, 3))),
        stages_removed=tuple(chance.sample(stages, chance.randint(0, 2))),
        shares={chance.choice(stages): chance.choice([0, 0.5, 1, 7, -1])},
        quota=chance.choice([None, 0, -1, 1e12]),
        start=chance.choice(["", "2027-01-01", "soon", "2027-13-40"]),
    )


def _strange(segment: Segment, chance: Random) -> Segment:
    return replace(
        segment,
        axis=chance.choice(["", "geography", "customer_size", "vertical", "?"]),
        value=chance.choice(["", "North", " north ", "{value}"]),
        lowest=chance.choice([None, 0, 10, -5, 1e9]),
        below=chance.choice([None, 0, 10, -5, 1e9]),
        owners=(GHOST,) * chance.randint(0, 2),
    )


def shuffled(plan: Plan, chance: Random) -> Plan:
    """The same plan, with its records met in another order."""
    return replace(plan, charts={id: _shuffled(chart, chance) for id, chart in _mixed(plan.charts, chance).items()})


def _shuffled(chart: Chart, chance: Random) -> Chart:
    return replace(
        chart,
        seats=_mixed(chart.seats, chance),
        lines=_mixed(chart.lines, chance),
        handoffs=_mixed(chart.handoffs, chance),
        sources=_mixed(chart.sources, chance),
        pods=_mixed(chart.pods, chance),
        segments=_mixed(chart.segments, chance),
        hires=_mixed(chart.hires, chance),
    )


def _mixed[K, V](records: Mapping[K, V], chance: Random) -> dict[K, V]:
    names = list(records)
    chance.shuffle(names)
    return {name: records[name] for name in names}
