"""What the rules found, as JSON for other programs and as lines for people."""

from collections.abc import Iterator, Mapping, Sequence

from salesorg_gui.domain.chart import Chart
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.finding import Finding, Findings, Severity

type Json = int | str | Mapping[str, "Json"] | Sequence["Json"]

_INDENT = " " * 9


def as_json(file: str, found: Sequence[tuple[Chart, Findings]]) -> dict[str, Json]:
    """All findings, chart by chart in the order of the tabs; those somebody accepted stand apart, with the reason."""
    return {"file": file, "charts": [_chart_as_json(chart, findings) for chart, findings in found]}


def _chart_as_json(chart: Chart, findings: Findings) -> Json:
    counts = {severity.value: findings.counts[severity] for severity in Severity}
    accepted = [_finding_as_json(one) | {"reason": one.accepted} for one in findings if one.accepted]
    unsettled = [_finding_as_json(one) for one in findings.unsettled]
    return {"id": chart.id, "counts": counts, "findings": unsettled, "accepted": accepted}


def _finding_as_json(finding: Finding) -> dict[str, Json]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "seats": list(finding.seats),
        "pods": list(finding.pods),
        "segments": list(finding.segments),
        "handoffs": list(finding.handoffs),
        "message": finding.message,
        "fix": finding.fix,
    }


def as_lines(found: Sequence[tuple[Chart, Findings]]) -> Iterator[str]:
    """Chart by chart: each finding with what to do about it, what was accepted and why, and how many there are."""
    for place, (chart, findings) in enumerate(found):
        if place:
            yield ""
        yield _heading(chart)
        for finding in findings.unsettled:
            yield f"{_word(finding.severity):<{len(_INDENT)}}{finding.message}"
            yield f"{_INDENT}{finding.fix} [{finding.rule}]"
        for finding in findings:
            if finding.accepted:
                yield _("accepted {message} ({reason})").format(message=finding.message, reason=finding.accepted)
        for skipped in findings.skipped:
            yield skipped.message
        yield _counted(findings)


def _heading(chart: Chart) -> str:
    seats = ngettext("{count} seat", "{count} seats", len(chart.seats)).format(count=len(chart.seats))
    return f"{chart.title or chart.id} · {seats}"


def _word(severity: Severity) -> str:
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.HINT: _("hint")}[severity]


def _counted(findings: Findings) -> str:
    counts = findings.counts
    errors = ngettext("{count} error", "{count} errors", counts[Severity.ERROR])
    warnings = ngettext("{count} warning", "{count} warnings", counts[Severity.WARNING])
    hints = ngettext("{count} hint", "{count} hints", counts[Severity.HINT])
    texts = ((errors, Severity.ERROR), (warnings, Severity.WARNING), (hints, Severity.HINT))
    return ", ".join(text.format(count=counts[severity]) for text, severity in texts)
