"""What the list of rules shows: a heading for each group, and of each rule its state in a few words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.rule_words import Unit
from salesorg_gui.domain.plan import Plan
from salesorg_gui.panels.findings.words import group_heading
from salesorg_gui.panels.numbers import shown
from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.finding import Findings, Severity
from salesorg_gui.rules.rulebook import Rulebook


class Only(StrEnum):
    """What the list can be narrowed to."""

    FOUND = "found"
    CHANGED = "changed"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One row; a heading has only its ``title``. ``count`` is how many findings the rule has now."""

    id: str
    title: str
    when: str = ""
    severity: Severity = Severity.HINT
    count: int = 0
    is_off: bool = False
    is_changed: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it stands above a group."""
        return not self.id

    def fits(self, only: Only) -> bool:
        """Whether it stays when the list is narrowed."""
        match only:
            case Only.FOUND:
                return bool(self.count)
            case Only.CHANGED:
                return self.is_changed
            case Only.OFF:
                return self.is_off


def limit_shown(value: float, unit: Unit) -> str:
    """A limit as a field shows it: a share in per cent."""
    return shown(round(value * 100, 6) if unit.is_share else value)


def spoken(rule: str, limits: Mapping[str, float], catalogue: Catalogue) -> str:
    """When a rule speaks, with these limits."""
    words = catalogue.rule_words[rule]
    return words.spoken({name: limit_shown(limits[name], limit.unit) for name, limit in words.limits.items()})


def entries(plan: Plan, catalogue: Catalogue, findings: Findings) -> tuple[RuleEntry, ...]:
    """Every rule that is asked, or would be if it were not off, as the catalogue lists them."""
    book = Rulebook.of(plan, catalogue)
    counts = Counter(finding.rule for finding in findings)
    made: list[RuleEntry] = []
    for rule in RULES:
        ruling = book[rule.id]
        severity = ruling.severity or ruling.usual
        when = spoken(rule.id, ruling.limits, catalogue)
        count = 0 if ruling.is_off else counts[rule.id]
        made.append(RuleEntry(rule.id, rule.title, when, severity, count, ruling.is_off, bool(ruling.changed)))
    return tuple(made)


def with_headings(rules: Sequence[RuleEntry], catalogue: Catalogue) -> Iterator[RuleEntry]:
    """The rules with the name of its group above the first of each."""
    before = ""
    for rule in rules:
        group = catalogue.rules[rule.id].group
        if group != before:
            yield RuleEntry("", group_heading(group))
            before = group
        yield rule


def narrowed(
    rules: Sequence[RuleEntry], catalogue: Catalogue, typed: str, wanted: frozenset[Only]
) -> tuple[RuleEntry, ...]:
    """The rules that answer to every word typed and to one of the wanted narrowings."""
    words = typed.casefold().split()
    return tuple(
        rule
        for rule in rules
        if (not wanted or any(map(rule.fits, wanted))) and all(word in _heap(rule, catalogue) for word in words)
    )


def _heap(rule: RuleEntry, catalogue: Catalogue) -> str:
    """Everything a rule may be found by."""
    limits = (limit.title for limit in catalogue.rule_words[rule.id].limits.values())
    group = group_heading(catalogue.rules[rule.id].group)
    return " ".join((rule.title, rule.when, group, rule.id, *limits)).casefold()
