"""The one table of everything the window can be told to do, in the order of its menus."""

from collections.abc import Mapping

from salesorg_gui.i18n import _
from salesorg_gui.window import (
    action_table_analysis,
    action_table_find,
    action_table_flow,
    action_table_keys,
    action_table_language,
    action_table_reporting,
    action_table_rules,
    action_table_see,
)
from salesorg_gui.window.action_spec import ActionSpec


def table() -> tuple[ActionSpec, ...]:
    """All actions in the order of the menus."""
    return (
        *_file(),
        *_printed(),
        *_edit(),
        *action_table_keys.specs(),
        *action_table_find.specs(),
        *action_table_reporting.specs(),
        *_view(),
        *action_table_find.of_view(),
        *action_table_flow.specs(),
        *_panels(),
        *action_table_rules.specs(),
        *action_table_see.specs(),
        *_colours(),
        *action_table_language.specs(),
        *action_table_analysis.specs(),
        *_chart(),
        *action_table_find.of_help(),
        *_help(),
    )


def menu_titles() -> Mapping[str, str]:
    """The menus by their ids, in order."""
    return {
        "file": _("&File"),
        "export": _("Export"),
        "rules": _("Rules"),
        "edit": _("&Edit"),
        "build": _("&Build"),
        "branch": _("Branch"),
        "go": _("Go to"),
        "view": _("&View"),
        "colour_by": _("Colour by"),
        "theme": _("Colours"),
        "language": _("Language"),
        "analysis": _("&Analysis"),
        "chart": _("&Chart"),
        "slides": _("&Slides"),
        "help": _("&Help"),
    }


def _file() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("new", "file", _("New"), _("Start an empty plan."), ("Ctrl+N",), "file-plus"),
        ActionSpec("open", "file", _("Open…"), _("Open a plan from disk."), ("Ctrl+O",), "folder-open"),
        ActionSpec("save", "file", _("Save"), _("Save the plan."), ("Ctrl+S",), "save", starts_group=True),
        ActionSpec("save_as", "file", _("Save as…"), _("Save the plan under another name."), ("Ctrl+Shift+S",)),
        ActionSpec(
            "import_table",
            "file",
            _("Import table…"),
            _("Make a plan from a list of people or positions."),
            ("Ctrl+I",),
            "table",
            starts_group=True,
        ),
        ActionSpec(
            "print",
            "file",
            _("Print…"),
            _("Cards, descriptions, checklists, charts: on paper or as files."),
            ("Ctrl+P",),
            "printer",
            starts_group=True,
        ),
        ActionSpec("quit", "file", _("Quit"), _("Close the window."), ("Ctrl+Q",), starts_group=True),
    )


def _printed() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("export_cards", "export", _("Role cards…"), _("A6 role cards as PDF."), (), "square-user"),
        ActionSpec(
            "export_descriptions", "export", _("Role descriptions…"), _("Role descriptions as PDF."), (), "file-text"
        ),
        ActionSpec(
            "export_checklists",
            "export",
            _("Hiring checklists…"),
            _("Checklists for open and planned seats as PDF."),
            (),
            "clipboard-check",
        ),
        ActionSpec("export_kit", "export", _("Hiring kit…"), _("All it takes to fill a seat."), (), "briefcase"),
        ActionSpec("export_chart", "export", _("Chart…"), _("The chart as it stands, as PDF."), (), "layout-dashboard"),
        ActionSpec(
            "export_book",
            "export",
            _("Organisation book…"),
            _("The whole organisation, page by page."),
            (),
            "layout-grid",
        ),
        ActionSpec(
            "export_report",
            "export",
            _("Workshop report…"),
            _("What the workshop came to, in one document."),
            (),
            "presentation",
        ),
    )


def _edit() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("undo", "edit", _("Undo"), _("Take the last step back."), ("Ctrl+Z",), "undo-2"),
        ActionSpec("redo", "edit", _("Redo"), _("Take the undone step again."), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"),
        ActionSpec("cut", "edit", _("Cut"), _("Take the selection to the clipboard."), ("Ctrl+X",), starts_group=True),
        ActionSpec("copy", "edit", _("Copy"), _("Copy the selection to the clipboard."), ("Ctrl+C",), "copy"),
        ActionSpec("paste", "edit", _("Paste"), _("Put in what the clipboard holds."), ("Ctrl+V",)),
        ActionSpec("duplicate", "edit", _("Duplicate"), _("Put a copy beside the selection."), ("Ctrl+D",)),
        ActionSpec("delete", "edit", _("Delete"), _("Remove the selection."), ("Del", "Backspace"), "trash-2"),
        ActionSpec("select_all", "edit", _("Select all"), _("Select everything."), ("Ctrl+A",), starts_group=True),
        ActionSpec("find_role", "edit", _("Find a role"), _("Go to the search of the palette."), ("/",), "search"),
        ActionSpec(
            "edit_fields", "edit", _("Edit fields"), _("Go to the fields of the selection."), ("Ctrl+E",), "pencil"
        ),
    )


def _view() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("board", "view", _("Board"), _("Pods and segments."), ("Ctrl+1",), "layout-dashboard", True, "kind"),
        ActionSpec(
            "reporting", "view", _("Reporting"), _("Who reports to whom."), ("Ctrl+2",), "network", True, "kind"
        ),
        ActionSpec(
            "handoffs",
            "view",
            _("Handoffs"),
            _("Who hands what to whom along the customer journey."),
            ("Ctrl+3",),
            "waypoints",
            True,
            "kind",
        ),
        ActionSpec(
            "zoom_in", "view", _("Zoom in"), _("Show it larger."), ("Ctrl++", "Ctrl+="), "zoom-in", starts_group=True
        ),
        ActionSpec("zoom_out", "view", _("Zoom out"), _("Show it smaller."), ("Ctrl+-",), "zoom-out"),
        ActionSpec("zoom_reset", "view", _("Actual size"), _("Show it at 100 %."), ("Ctrl+0",)),
        ActionSpec("fit", "view", _("Show everything"), _("Fit the whole chart."), ("Ctrl+9",), "maximize"),
        ActionSpec("fit_selection", "view", _("Show the selection"), _("Fit what is selected."), ("Ctrl+8",)),
        ActionSpec(
            "all_handoffs",
            "view",
            _("All handoffs"),
            _("Show every handoff, not only those of the selection."),
            ("Ctrl+H",),
            "arrow-left-right",
            True,
            starts_group=True,
        ),
    )


def _panels() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "show_palette", "view", _("Palette"), _("Show or hide the palette."), ("Ctrl+Shift+P",), "", True, "", True
        ),
        ActionSpec(
            "show_inspector", "view", _("Inspector"), _("Show or hide the fields."), ("Ctrl+Shift+I",), "", True
        ),
        ActionSpec(
            "show_company",
            "view",
            _("Company"),
            _("Answer what rules and advice want to know about the company."),
            ("Ctrl+Shift+C",),
            "building-2",
            True,
        ),
        ActionSpec(
            "show_hire",
            "view",
            _("Hire"),
            _("Checklist and scorecards of the selected seat's hire."),
            ("Ctrl+Shift+H",),
            "user-plus",
            True,
        ),
        ActionSpec(
            "show_findings", "view", _("Findings"), _("Show or hide what the rules found."), ("Ctrl+Shift+F",), "", True
        ),
    )


def _colours() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "theme_system", "theme", _("As the desktop"), _("Light or dark, as the desktop."), (), "", True, "t"
        ),
        ActionSpec("theme_light", "theme", _("Light"), _("Dark on light."), (), "sun", True, "t"),
        ActionSpec("theme_dark", "theme", _("Dark"), _("Light on dark."), (), "moon", True, "t"),
        ActionSpec("theme_contrast", "theme", _("High contrast"), _("Black on white."), (), "contrast", True, "t"),
        ActionSpec(
            "reduced_motion",
            "theme",
            _("Without motion"),
            _("Nothing glides or fades."),
            (),
            "",
            True,
            starts_group=True,
        ),
    )


def _chart() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("add_chart", "chart", _("Add a copy"), _("Copy this chart as a scenario."), ("Ctrl+T",), "plus"),
        ActionSpec("rename_chart", "chart", _("Rename"), _("Rename this chart."), ()),
        ActionSpec("remove_chart", "chart", _("Remove"), _("Remove this chart from the plan."), (), "trash-2"),
        ActionSpec(
            "next_chart", "chart", _("Next chart"), _("Show the next chart."), ("Ctrl+PgDown",), starts_group=True
        ),
        ActionSpec("previous_chart", "chart", _("Previous chart"), _("Show the chart before."), ("Ctrl+PgUp",)),
    )


def _help() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("clear_recent", "recent", _("Clear the list"), _("Forget the files opened lately.")),
        ActionSpec("about", "help", _("About Salesorg"), _("Version and licences.")),
    )
