"""Findings in the order of the panel: under headings that fold, many of one rule under one line. Needs no Qt."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from salesorg_gui.domain.ids import Key
from salesorg_gui.i18n import _
from salesorg_gui.panels.findings.words import group_heading, severity_heading
from salesorg_gui.rules.finding import Finding, Severity

FEW = 3
"""So many findings of one rule stand by themselves; more of them are folded under one line."""
GROUPS = ("reporting", "handoff", "role", "model", "pod", "segment", "capacity", "hiring", "growth")
"""The groups in the order of the catalogue."""
ACCEPTED = "accepted"
UNDRAWN = "undrawn"
OF_UNDRAWN = frozenset({
    *("handoff-source-unconnected", "handoff-source-no-closer", "handoff-closer-no-owner", "handoff-unreachable-seat"),
    *("handoff-hot-lead-detour", "handoff-specialist-unconnected", "handoff-no-feedback-marketing", "pod-flow-broken"),
})  # fmt: skip
"""What these rules find on a chart without a single handoff says one and the same: none is drawn yet."""
CLOSED_AT_FIRST = frozenset({ACCEPTED})

type Group = Callable[[str], str]
"""The group of a rule."""
type ByRule = dict[str, list[Finding]]


class By(StrEnum):
    """What the headings are."""

    SEVERITY = "severity"
    GROUP = "group"


class RowKind(StrEnum):
    """A heading of the panel, a line for all findings of one rule, or one finding."""

    HEADING = "heading"
    RULE = "rule"
    FINDING = "finding"


class Row(NamedTuple):
    """One line of the panel. A finding within a folded rule is ``inner``; a heading of groups has no severity."""

    kind: RowKind
    id: str
    text: str = ""
    number: int = 0
    severity: Severity | None = None
    finding: Finding | None = None
    is_open: bool = False
    inner: bool = False


class Mark(NamedTuple):
    """What a finding is known by from one look of the rules to the next."""

    rule: str
    subjects: tuple[str, ...]

    @staticmethod
    def of(finding: Finding) -> "Mark":
        """The mark of a finding."""
        return Mark(finding.rule, finding.subjects)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are shown; an empty filter lets everything through. ``words`` are in lower case."""

    severities: frozenset[Severity] = frozenset()
    words: tuple[str, ...] = ()
    keys: frozenset[Key] | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether it may keep anything out."""
        return bool(self.severities or self.words or self.keys is not None)

    def picks(self, finding: Finding, text: Callable[[Finding], str]) -> bool:
        """Whether a finding is shown; ``text`` is looked into only when words are asked for."""
        if self.severities and finding.severity not in self.severities:
            return False
        if self.keys is not None and self.keys.isdisjoint(finding.keys):
            return False
        if not self.words:
            return True
        said = text(finding)
        return all(word in said for word in self.words)


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows, and the way through the findings: those under open headings, whether or not their rule is folded."""

    rows: tuple[Row, ...] = ()
    way: tuple[Finding, ...] = ()


def arranged(
    findings: Iterable[Finding],
    by: By,
    group: Group,
    turned: frozenset[str],
    shown: str = "",
    *,
    is_undrawn: bool = False,
) -> Arranged:
    """Rows for findings that come worst first.

    ``turned`` are the headings and rules that are not folded as at first; ``shown`` is a rule that is open in any case.
    ``is_undrawn`` says that no handoff is drawn at all: what only follows from that stands under one line.
    """
    line_of: Group = _line_of_undrawn if is_undrawn else str
    rows: list[Row] = []
    way: list[Finding] = []
    for heading, under in _headings(findings, by, group, line_of):
        is_open = (heading.id in CLOSED_AT_FIRST) == (heading.id in turned)
        rows.append(heading._replace(is_open=is_open))
        for id, alike in under.items() if is_open else ():
            rows.extend(_rule(f"{heading.id}/{id}", alike, turned, is_shown=bool(shown) and line_of(shown) == id))
        if heading.id != ACCEPTED and is_open:
            way.extend(finding for alike in under.values() for finding in alike)
    return Arranged(tuple(rows), tuple(way))


def _line_of_undrawn(rule: str) -> str:
    """Under which line a rule stands where no handoff is drawn."""
    return UNDRAWN if rule in OF_UNDRAWN else rule


def _headings(findings: Iterable[Finding], by: By, group: Group, line_of: Group) -> Iterator[tuple[Row, ByRule]]:
    """Headings with what stands under them; the accepted findings come last."""
    parts = _parts(findings, by, group, line_of)
    order = tuple(one.value for one in Severity) if by is By.SEVERITY else GROUPS
    names = [name for name in order if name in parts]
    names += [name for name in parts if name not in {*names, ACCEPTED}]
    for name in names:
        severity = Severity(name) if by is By.SEVERITY else None
        text = severity_heading(severity) if severity is not None else group_heading(name)
        yield Row(RowKind.HEADING, name, text, _number(parts[name]), severity), parts[name]
    if ACCEPTED in parts:
        yield Row(RowKind.HEADING, ACCEPTED, _("Accepted"), _number(parts[ACCEPTED])), parts[ACCEPTED]


def _parts(findings: Iterable[Finding], by: By, group: Group, line_of: Group) -> Mapping[str, ByRule]:
    """The findings by heading and rule, or line; those of one rule mostly come one after the other."""
    parts: dict[str, ByRule] = {}
    rule, severity, alike = "", None, list[Finding]()
    for finding in findings:
        if finding.accepted:
            parts.setdefault(ACCEPTED, {}).setdefault(line_of(finding.rule), []).append(finding)
            continue
        if finding.rule != rule or finding.severity is not severity:
            rule, severity = finding.rule, finding.severity
            name = severity.value if by is By.SEVERITY else group(rule)
            alike = parts.setdefault(name, {}).setdefault(line_of(rule), [])
        alike.append(finding)
    return parts


def _number(under: ByRule) -> int:
    return sum(map(len, under.values()))


def _rule(id: str, alike: Sequence[Finding], turned: frozenset[str], *, is_shown: bool) -> Iterator[Row]:
    """The findings of one rule, under a line of its own when they are many."""
    if len(alike) <= FEW:
        yield from (Row(RowKind.FINDING, id, severity=one.severity, finding=one) for one in alike)
        return
    first = alike[0]
    is_open = id in turned or is_shown
    text = _("No handoffs drawn yet") if id.endswith(f"/{UNDRAWN}") else first.title or first.message
    yield Row(RowKind.RULE, id, text, len(alike), first.severity, is_open=is_open)
    if is_open:
        yield from (Row(RowKind.FINDING, id, severity=one.severity, finding=one, inner=True) for one in alike)
