"""What the rule saw that a finding tells of: its words hold figures that the finding has only in sentences."""

from salesorg_gui.rules.all_rules import RULES
from salesorg_gui.rules.finding import Finding
from salesorg_gui.rules.remedies.remedy import Situation
from salesorg_gui.rules.sighting import Sighting


def seen(s: Situation) -> Sighting:
    """The sighting behind the finding; an empty one where the rule sees it no longer."""
    finding = s.finding
    told = (one for rule in RULES if rule.id == finding.rule for one in rule.examine(s.org, s.limits))
    alike = (one for one in told if (one.seats, one.pods, one.segments) == _concerned(finding))
    return next(alike, Sighting())


def _concerned(finding: Finding) -> tuple[object, ...]:
    return finding.seats, finding.pods, finding.segments


def figure(sighting: Sighting, word: str) -> float:
    """A number the rule told; 0 where it told none."""
    told = sighting.words.get(word, 0.0)
    return float(told) if not isinstance(told, str) else 0.0
