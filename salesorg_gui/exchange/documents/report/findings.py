"""What the rules found, and what somebody decided to live with, for the report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from salesorg_gui.domain.ids import SeatId
from salesorg_gui.drawing.words import pod_title
from salesorg_gui.exchange.documents.report.cells import Cell, Column, columns, head_row, headed, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece, table
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.finding import Finding, Findings, Severity

NAME = "findings"
ICONS = {Severity.ERROR: "octagon-x", Severity.WARNING: "triangle-alert", Severity.HINT: "lightbulb"}
MOST_PLACES = 12
"""More names than that nobody reads; the pages of everybody stand among roles and seats."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Findings of one rule that advise the same: said once, with all they tell."""

    title: str
    fix: str
    findings: tuple[Finding, ...]

    @property
    def by_message(self) -> dict[str, list[Finding]]:
        """The findings under what they say, in the order they came."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(finding.message, []).append(finding)
        return groups


def heading() -> str:
    """What this part is called."""
    return _("Findings")


def in_short(findings: Findings) -> str:
    """How many findings there are, worst first."""
    counts = findings.counts
    accepted = sum(1 for finding in findings if finding.accepted)
    words = (
        (ngettext("{count} error", "{count} errors", counts[Severity.ERROR]), counts[Severity.ERROR]),
        (ngettext("{count} warning", "{count} warnings", counts[Severity.WARNING]), counts[Severity.WARNING]),
        (ngettext("{count} hint", "{count} hints", counts[Severity.HINT]), counts[Severity.HINT]),
        (ngettext("{count} accepted", "{count} accepted", accepted), accepted),
    )
    return ", ".join(text.format(count=count) for text, count in words if count) or _("none")


def pieces(scope: Scope, findings: Findings, width: float) -> Iterator[Piece]:
    """All findings by how bad they are and what they say; then those accepted, with the reasons."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    if not findings.found:
        yield Piece(said(_("Nothing stands out. All rules that looked are content."), width))
    for severity in Severity:
        yield from _of_severity(scope, findings, severity, width)
    yield from _accepted(scope, findings, width)
    for skipped in findings.skipped:
        yield Piece(said(skipped.message, width, ink="text_2"))


def kin(findings: Sequence[Finding]) -> list[Kin]:
    """Findings with one title and one advice, together, in the order they came."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.title or finding.message, finding.fix), []).append(finding)
    return [Kin(title, fix, tuple(found)) for (title, fix), found in groups.items()]


def _of_severity(scope: Scope, findings: Findings, severity: Severity, width: float) -> Iterator[Piece]:
    found = [finding for finding in findings.unsettled if finding.severity is severity]
    if not found:
        return
    words = {Severity.ERROR: _("Errors"), Severity.WARNING: _("Warnings"), Severity.HINT: _("Hints")}
    yield Piece(headed(words[severity], width, ICONS[severity]), leads=True)
    places = columns(width, 2.9, 5.9, 3.8)
    titles = (_("What"), _("Where and how much"), _("What to do"))
    rows = [one for group in kin(found) for one in _rows(scope, group, places)]
    yield from table(head_row(places, titles), rows)


def _rows(scope: Scope, group: Kin, places: Sequence[Column]) -> Iterator[Piece]:
    for number, (message, found) in enumerate(group.by_message.items()):
        told = Cell(message, below=whereabouts(scope, found))
        whole = row(places, (Cell(group.title, is_bold=True), told, Cell(group.fix)))
        again = row(places, (Cell(""), told, Cell("")))
        yield Piece(again if number else whole, on_top=whole, about=_seats(found))


def whereabouts(scope: Scope, findings: Sequence[Finding]) -> str:
    """The places findings of one sentence speak of, as far as it does not name them."""
    pods = [scope.chart.pods[pod] for one in findings for pod in one.pods if pod in scope.chart.pods]
    segments = [scope.segment(segment) for one in findings for segment in one.segments]
    message = findings[0].message
    places = (text for text in (*map(pod_title, pods), *segments) if text and text not in message)
    seats = [seat for one in findings for seat in one.seats if seat in scope.chart.seats]
    people = (scope.person(seat) for seat in seats if not _is_named(scope, seat, message))
    every = list(dict.fromkeys((*places, *people)))
    if len(every) <= MOST_PLACES + 1:
        return "; ".join(every)
    left = len(every) - MOST_PLACES
    more = ngettext("and {count} more", "and {count} more", left).format(count=left)
    return "; ".join((*every[:MOST_PLACES], more))


def _seats(findings: Sequence[Finding]) -> frozenset[SeatId]:
    return frozenset(seat for finding in findings for seat in finding.seats)


def _is_named(scope: Scope, seat: SeatId, sentence: str) -> bool:
    """Whether a sentence says which seat it speaks of."""
    holder = scope.chart.seats[seat].holder
    return scope.title(seat) in sentence or bool(holder and holder in sentence)


def _accepted(scope: Scope, findings: Findings, width: float) -> Iterator[Piece]:
    found = [finding for finding in findings if finding.accepted]
    if not found:
        return
    yield Piece(headed(_("Accepted"), width, "circle-check"), leads=True)
    places = columns(width, 2.9, 5.9, 3.8)
    rows: list[Piece] = []
    for finding in found:
        told = Cell(finding.message, below=whereabouts(scope, [finding]))
        cells = (Cell(finding.title, is_bold=True), told, Cell(finding.accepted))
        rows.append(Piece(row(places, cells), about=frozenset(finding.seats)))
    yield from table(head_row(places, (_("What"), _("Where and how much"), _("Why it is fine here"))), rows)
