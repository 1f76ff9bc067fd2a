"""How the panel calls severities, groups of rules, and the places of findings."""

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.panels.naming import record_name
from salesorg_gui.rules.finding import Finding, Severity


def counted(severity: Severity, count: int) -> str:
    """``3 warnings``."""
    match severity:
        case Severity.ERROR:
            return ngettext("{count} error", "{count} errors", count).format(count=count)
        case Severity.WARNING:
            return ngettext("{count} warning", "{count} warnings", count).format(count=count)
        case Severity.HINT:
            return ngettext("{count} hint", "{count} hints", count).format(count=count)


def severity_title(severity: Severity) -> str:
    """What one finding of a severity is called, for those who cannot see its mark."""
    match severity:
        case Severity.ERROR:
            return _("Error")
        case Severity.WARNING:
            return _("Warning")
        case Severity.HINT:
            return _("Hint")


def severity_heading(severity: Severity) -> str:
    """What stands over all findings of a severity."""
    match severity:
        case Severity.ERROR:
            return _("Errors")
        case Severity.WARNING:
            return _("Warnings")
        case Severity.HINT:
            return _("Hints")


def group_heading(group: str) -> str:
    """What stands over all findings of a group of rules."""
    titles = {
        "reporting": _("Reporting"),
        "handoff": _("Handoffs"),
        "role": _("Roles"),
        "model": _("Model"),
        "pod": _("Pods"),
        "segment": _("Segments"),
        "capacity": _("Capacity"),
        "hiring": _("Hiring"),
        "growth": _("Growth"),
    }
    return titles.get(group, _("Other"))


def whereabouts(finding: Finding, chart: Chart, catalogue: Catalogue) -> str:
    """The first thing a finding speaks of, in words."""
    records = (chart.record(key) for key in finding.keys)
    names = (record_name(record, chart, catalogue) for record in records if record is not None)
    return next(names, "")


def still_looking() -> str:
    """What to say to whoever wants to go to a finding before the rules have looked."""
    return _("The rules are still looking.")
