"""What one can do at each step of the workshop, and what can be printed of it: the ids of actions, in words."""

from collections.abc import Mapping
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.copying import new_id
from salesorg_gui.domain.ids import Kind, SegmentId
from salesorg_gui.domain.records import Segment
from salesorg_gui.i18n import _

ADD_SEGMENT, TEMPLATES = "add_segment", "templates"
"""What is no action of a menu: the page, or the window, does it itself."""


def new_segment(chart: Chart) -> Segment:
    """A segment behind all others, to be named."""
    order = max((one.order for one in chart.segments.values()), default=0.0) + 1
    return Segment(SegmentId(new_id(chart, Kind.SEGMENT)), value=_("New segment"), order=order)


class Deed(NamedTuple):
    """A button: the action behind it, its words and its icon."""

    action: str
    text: str
    icon: str = ""


def deeds() -> Mapping[str, tuple[Deed, ...]]:
    """What to do at each step."""
    return {
        "segment": (
            Deed(ADD_SEGMENT, _("Add a segment"), "layers"),
            Deed("board", _("See the board"), "layout-dashboard"),
        ),
        "roles": (
            Deed("import_table", _("Import people…"), "table"),
            Deed(TEMPLATES, _("Begin with a template…"), "layout-grid"),
            Deed("show_palette", _("Take roles from the palette"), "panel-left"),
            Deed("reporting", _("See who reports to whom"), "network"),
        ),
        "handoffs": (
            Deed("handoffs", _("See the handoffs"), "waypoints"),
            Deed("draw_handoff", _("Hand over from the card in focus…"), "arrow-right"),
            Deed("analysis_cases", _("Try customer cases"), "users"),
        ),
        "check": (
            Deed("show_findings", _("Look at the findings"), "panel-bottom"),
            Deed("analysis_empty_chair", _("Who could be missed?"), "armchair"),
            Deed("analysis_seams", _("Where does work change hands?"), "unlink"),
        ),
        "capacity": (
            Deed("analysis_load", _("Load"), "gauge"),
            Deed("analysis_year", _("Twelve months"), "trending-up"),
            Deed("analysis_run", _("Run a quarter"), "timer"),
        ),
        "hiring": (
            Deed("analysis_hires", _("Hiring plan"), "user-plus"),
            Deed("show_hire", _("Hire of the selected seat"), "clipboard-check"),
        ),
        "print": (
            Deed("print", _("Print…"), "printer"),
            Deed("present", _("Present"), "presentation"),
            Deed("save", _("Save"), "save"),
        ),
    }


def papers() -> Mapping[str, tuple[Deed, ...]]:
    """What can be printed of each step."""
    return {
        "roles": (
            Deed("export_cards", _("Role cards…"), "square-user"),
            Deed("export_descriptions", _("Role descriptions…"), "file-text"),
        ),
        "handoffs": (Deed("export_chart", _("Chart…"), "layout-dashboard"),),
        "hiring": (
            Deed("export_checklists", _("Hiring checklists…"), "clipboard-check"),
            Deed("export_kit", _("Hiring kit…"), "briefcase"),
        ),
        "print": (
            Deed("export_report", _("Workshop report…"), "presentation"),
            Deed("export_book", _("Organisation book…"), "layout-grid"),
            Deed("export_chart", _("Chart…"), "layout-dashboard"),
            Deed("export_cards", _("Role cards…"), "square-user"),
            Deed("export_descriptions", _("Role descriptions…"), "file-text"),
            Deed("export_checklists", _("Hiring checklists…"), "clipboard-check"),
        ),
    }
