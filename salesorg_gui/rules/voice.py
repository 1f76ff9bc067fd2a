"""What rules saw, put into the words of the catalogue and into a fixed order."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from salesorg_gui.domain.chart import Chart
from salesorg_gui.i18n import decimal_sign
from salesorg_gui.rules.amounts import ENDLESS, numeral, spoken
from salesorg_gui.rules.finding import Finding, Said, Severity
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.rules.sighting import Rule, Sighting

SIGNS = "+-"
is_figure = re.compile(r"[-+]?\d[\d.,\s]*%?").fullmatch


class Reason(NamedTuple):
    """Why somebody lives with a finding, and the numbers it told then; none when these do not matter."""

    text: str
    figures: tuple[str, ...] = ()


type Reasons = Mapping[tuple[str, ...], Reason]
type Order = tuple[tuple[str, ...], ...]

order_of: Callable[[Finding], Order] = attrgetter(
    *("seats", "sources", "pods", "segments", "handoffs", "lines", "stages")
)
"""Where a finding stands among those of one rule and severity: by the ids concerned, seats first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Puts what a rule saw into the words of the catalogue, in the language spoken where it was looked for."""

    title: str
    ruling: Ruling
    usual: Severity
    limits: Mapping[str, str]
    reasons: Reasons
    sign: str
    """The decimal sign."""

    @staticmethod
    def of(rule: Rule, ruling: Ruling, reasons: Mapping[str, Reasons]) -> "Voice":
        """The voice of one rule."""
        limits = {name: spoken(limit) for name, limit in ruling.limits.items()}
        return Voice(rule.title, ruling, ruling.usual, limits, reasons.get(rule.id, {}), decimal_sign())

    def finding(self, seen: Sighting) -> Finding:
        """What was seen, and accepted where somebody gave a reason."""
        severity = self.ruling.severity or seen.severity or self.usual
        finding = Finding(
            self.ruling.text.id,
            severity,
            Spoken(self, seen),
            self.title,
            *(seen.seats, seen.pods, seen.handoffs, seen.lines, seen.sources, seen.segments, seen.stages),
        )
        reason = self.reasons.get(finding.subjects) if self.reasons else None
        if reason is None or severity is Severity.ERROR:
            return finding
        holds = reason.figures in {(), finding.figures}
        return finding._replace(accepted=reason.text) if holds else finding._replace(lapsed=reason.text)

    def said(self, seen: Sighting) -> Said:
        """What was seen, in words."""
        text = self.ruling.text
        words, figures = self._words_and_figures(seen)
        message, fix = (text.text(part, seen.variant, words) for part in ("message", "fix"))
        return Said(message, fix, figures)

    def _words_and_figures(self, seen: Sighting) -> tuple[Mapping[str, str], tuple[str, ...]]:
        """What stands in the gaps, and the numbers among it, and how grave it is where the rule itself grades that.

        Names are no numbers. The numbers are kept in the plan, so they are the same in every language.
        """
        words, figures = dict(self.limits), []
        for name, value in seen.words.items():
            if isinstance(value, str):
                words[name] = told = value
                is_number = (told[:1].isdecimal() or told[:1] in SIGNS) and is_figure(told) is not None
            else:
                told = numeral(value)
                words[name], is_number = told.replace(".", self.sign), told != ENDLESS
            if is_number:
                figures.append((name, told))
        if len(figures) > 1:
            figures.sort()
        graded = () if seen.severity is None else (f"severity={seen.severity}",)
        return words, (*[f"{name}={told}" for name, told in figures], *graded)


class Spoken:
    """What was seen, put into words when somebody first looks at them; findings are the same when they say the same."""

    __slots__ = ("_said", "_seen", "_voice")

    def __init__(self, voice: Voice, seen: Sighting) -> None:
        self._voice, self._seen = voice, seen
        self._said: Said | None = None

    @property
    def words(self) -> Said:
        """The words, the same from then on."""
        if self._said is None:
            self._said = self._voice.said(self._seen)
        return self._said

    @property
    def message(self) -> str:
        """The whole sentence."""
        return self.words.message

    @property
    def fix(self) -> str:
        """The remedy."""
        return self.words.fix

    @property
    def figures(self) -> tuple[str, ...]:
        """The numbers it tells."""
        return self.words.figures

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Spoken):
            return self is other or self.words == other.words
        return self.words == other

    def __hash__(self) -> int:
        return hash(self.words)

    def __repr__(self) -> str:
        return repr(self.words)


def reasons_of(chart: Chart) -> Mapping[str, Reasons]:
    """Why somebody lives with a finding, by its rule and the ids concerned."""
    reasons: dict[str, dict[tuple[str, ...], Reason]] = defaultdict(dict)
    for one in chart.accepted:
        reasons[one.rule][tuple(sorted(one.subjects))] = Reason(one.reason.strip(), tuple(sorted(one.figures)))
    return reasons
