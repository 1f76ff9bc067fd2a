"""What is told of a finding below its row. Needs no Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.rule_words import LimitWords
from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.panels.numbers import shown
from salesorg_gui.rules.finding import Finding
from salesorg_gui.rules.rulebook import Ruling, ruling

GUIDE = "[S"
"""How the tag of a source begins that is a guide and no note of ours."""


@dataclass(frozen=True, slots=True)
class Told:
    """Why it matters, what to do, within which limits it was looked at, and where the rule comes from."""

    message: str
    why: str
    fix: str
    limits: tuple[str, ...]
    origin: str
    accepted: str
    lapsed: str


def told_of(finding: Finding, plan: Plan, catalogue: Catalogue) -> Told:
    """The words for one finding; a rule nobody knows has only what the finding says itself."""
    text = catalogue.rules.get(finding.rule)
    if text is None:
        return Told(finding.message, "", finding.fix, (), "", finding.accepted, finding.lapsed)
    words = catalogue.rule_words[finding.rule]
    limits = tuple(_limits(ruling(text, plan.parameters.get(finding.rule)), words.limits))
    is_from_guide = GUIDE in text.source
    origin = words.origin if is_from_guide else _("From practice. {why}").format(why=words.origin)
    return Told(finding.message, text.why, finding.fix, limits, origin, finding.accepted, finding.lapsed)


def _limits(holding: Ruling, words: Mapping[str, LimitWords]) -> Iterator[str]:
    """Each limit with its value, and the usual one where the plan has its own."""
    for name, limit in words.items():
        value, usual = holding.limits[name], holding.text.params[name]
        said = {"limit": limit.title, "value": _phrase(limit, value), "usual": _phrase(limit, usual)}
        if value == usual:
            yield _("{limit}: {value}").format_map(said)
        else:
            yield _("{limit}: {value}, usually {usual}").format_map(said)


def _phrase(limit: LimitWords, value: float) -> str:
    return limit.unit.phrase(shown(round(value * 100, 4) if limit.unit.is_share else value))
