"""Copies of what is selected: as records for the clipboard of the window, and as duplicates on the spot."""

from collections.abc import Iterable, Sequence

from salesorg_gui.domain.chart import Chart, key_of
from salesorg_gui.domain.copying import clipping, renamed
from salesorg_gui.domain.edits.edit import ChartEdit
from salesorg_gui.domain.edits.records import Add, Remove
from salesorg_gui.domain.ids import Key, Kind
from salesorg_gui.domain.records import Place, Record
from salesorg_gui.i18n import _

STEP = Place(24.0, 24.0)
"""How far a copy stands from its original."""
STANDING = frozenset({Kind.SEAT, Kind.POD, Kind.SEGMENT, Kind.SOURCE})


def copied(chart: Chart, keys: Iterable[Key]) -> tuple[Record, ...]:
    """The records a copy takes along: what is selected, what stands in it, and the edges among them."""
    return clipping(chart, (key for key in keys if key.kind in STANDING))


def pasting(chart: Chart, records: Sequence[Record], label: str = "", shift: Place = STEP) -> Add | None:
    """The edit that puts copies of records on the chart under names of their own; nothing for no records."""
    if not records:
        return None
    return Add(renamed(records, chart, shift), label or _("Paste"))


def removing(keys: Iterable[Key], label: str = "") -> ChartEdit | None:
    """The edit that takes what is selected off the chart; nothing when nothing is."""
    found = tuple(sorted(keys))
    return Remove(found, label or _("Remove")) if found else None


def made_by(edit: Add) -> tuple[Key, ...]:
    """What to select after a paste."""
    return tuple(key_of(record) for record in edit.records if key_of(record).kind in STANDING)
