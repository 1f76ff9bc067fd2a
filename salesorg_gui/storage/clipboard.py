"""Records as text, for the clipboard: a part of a chart that another window, or another plan, can take."""

from collections.abc import Iterable

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import ChartId, Kind
from salesorg_gui.domain.records import Record
from salesorg_gui.storage.format import CHART
from salesorg_gui.storage.forms import UNREAD
from salesorg_gui.storage.parsing import parsed
from salesorg_gui.storage.problems import BrokenFile, Spot
from salesorg_gui.storage.text import encoded
from salesorg_gui.storage.upgrades import CURRENT

RECORDS_MIME = "application/x-salesorg+json"
FORMAT = "salesorg-records"
PASSING = Chart(ChartId("clipboard"))


def records_to_json(records: Iterable[Record]) -> str:
    """The records as text, written as in a file."""
    part = CHART.write(PASSING.with_records(records))
    content = {"format": FORMAT, "version": CURRENT, "records": part}
    return encoded(content).decode()


def records_from_json(text: str) -> tuple[Record, ...]:
    """The records in a text of ``records_to_json``; none in any other text, however it looks."""
    try:
        content = parsed(text.encode(errors="replace"))
    except BrokenFile:
        return ()
    if not isinstance(content, dict) or (content.get("format"), content.get("version")) != (FORMAT, CURRENT):
        return ()
    at = Spot()
    chart = CHART.read(content.get("records"), at, "records")
    if chart is UNREAD or at.problems:
        return ()
    part: Chart = chart
    return tuple(record for kind in Kind for record in part.records(kind).values())
