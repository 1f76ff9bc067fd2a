"""Whatever stands in a file, reading it gives a plan or a sentence, and never anything else."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.exchange.tables.importing import ImportOptions, import_table
from salesorg_gui.exchange.tables.mapping import suggest_mapping
from salesorg_gui.exchange.tables.reading import table_from
from salesorg_gui.exchange.tables.table import TableRefused
from salesorg_gui.storage.text import dumps, loads
from tests.exchange.tables.lists import workbook

CELLS = st.one_of(
    st.sampled_from(["1", "2", "007", "7", "1.0", "Åsa Berg", "Berg, Åsa", "XX", "Vacant", "Eliminated", "SDR", ""]),
    st.text(max_size=12),
)
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=12)
HEADERS = ["Id", "Name", "Title", "Reports to", "Dotted line", "FTE"]


def check(content: bytes) -> None:
    """A plan that was read is one that can be saved and opened again."""
    with suppress(TableRefused):
        table = table_from(content, "any")
        result = import_table(table, suggest_mapping(table), ImportOptions(), load())
        chart = result.plan.first_chart
        assert result.report.seats == len(chart.seats)
        assert all(line.report in chart.seats and line.manager in chart.seats for line in chart.lines.values())
        assert loads(dumps(result.plan)).plan == result.plan


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes(content: bytes) -> None:
    check(content)


@given(ROWS, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
@settings(max_examples=300, deadline=None)
def test_any_cells_below_known_headers(rows: list[list[str]], separator: str, encoding: str) -> None:
    lines = [separator.join(HEADERS), *(separator.join(row) for row in rows)]
    check("\n".join(lines).encode(encoding, "replace"))


@given(ROWS)
@settings(max_examples=100, deadline=None)
def test_any_cells_of_a_workbook(rows: list[list[str]]) -> None:
    printable = [["".join(filter(str.isprintable, cell)) for cell in row] for row in rows]
    check(workbook({"S": [HEADERS, *printable]}))
