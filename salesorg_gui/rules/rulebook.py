"""Which rules are asked, how severe their findings are, and within which limits.

The catalogue says so, unless the plan says otherwise: ``parameters`` holds, rule by rule, only what differs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.rule_texts import RuleText
from salesorg_gui.domain.edits.plan import SetParameters
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.records import Json
from salesorg_gui.rules.amounts import number
from salesorg_gui.rules.finding import Severity

MANY_CATALOGUES = 8
OFF, SEVERITY = "off", "severity"
"""What the plan may say of a rule beside its limits."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What holds for one rule. ``severity`` is set where the plan gives all findings of the rule another one."""

    text: RuleText
    limits: Mapping[str, float]
    severity: Severity | None = None
    is_off: bool = False

    @property
    def usual(self) -> Severity:
        """The severity of the catalogue; single findings of a rule may have another."""
        return Severity(self.text.severity)

    @property
    def changed(self) -> tuple[str, ...]:
        """What differs from the catalogue: ``off``, ``severity`` and names of limits."""
        limits = (name for name, usual in self.text.params.items() if self.limits[name] != usual)
        kept = [(OFF, self.is_off), (SEVERITY, self.severity is not None)]
        return (*(name for name, differs in kept if differs), *limits)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rulings of one plan, by rule id."""

    rulings: Mapping[str, Ruling]

    @staticmethod
    def of(plan: Plan, catalogue: Catalogue) -> "Rulebook":
        """What holds in a plan; of most rules it says nothing."""
        usual, texts = _usual(catalogue), catalogue.rules
        own = {id: ruling(texts[id], told) for id, told in plan.parameters.items() if id in texts}
        return Rulebook({**usual.rulings, **own}) if own else usual

    def __getitem__(self, rule: str) -> Ruling:
        return self.rulings[rule]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rulings)

    @property
    def changed(self) -> tuple[str, ...]:
        """The rules that differ from the catalogue in anything."""
        return tuple(id for id, one in self.rulings.items() if one.changed)


@lru_cache(MANY_CATALOGUES)
def _usual(catalogue: Catalogue) -> Rulebook:
    """What holds where nobody says otherwise."""
    return Rulebook({id: ruling(text, None) for id, text in catalogue.rules.items()})


def ruling(text: RuleText, own: Json) -> Ruling:
    """What holds for a rule when the plan says ``own`` of it; whatever makes no sense there is passed over."""
    if not isinstance(own, dict) or not own:
        return Ruling(text, text.params)
    given = {name: number(own.get(name)) for name in text.params}
    limits = {
        name: usual if (limit := given[name]) is None or limit < 0 else limit for name, usual in text.params.items()
    }
    return Ruling(text, limits, _severity(text, own.get(SEVERITY)), own.get(OFF) is True)


def limit_stored(text: RuleText, name: str, value: float) -> float | None:
    """What the plan keeps of a limit: nothing where it is the usual one."""
    return None if value == text.params[name] else value


def severity_stored(text: RuleText, severity: Severity) -> str | None:
    """What the plan keeps of a severity: nothing where it is the usual one."""
    return None if severity == text.severity else severity.value


def without_changes(text: RuleText, own: Json) -> dict[str, Json]:
    """What the plan still says of a rule that goes back to the catalogue: only what nobody here understands."""
    known = {OFF, SEVERITY, *text.params}
    return {name: value for name, value in own.items() if name not in known} if isinstance(own, dict) else {}


def own_rules(plan: Plan, catalogue: Catalogue) -> dict[str, dict[str, Json]]:
    """What a plan says of the rules, as a file of rules keeps it: what differs, and what nobody here understands."""
    told = {id: _tidy(text, plan.parameters.get(id)) for id, text in catalogue.rules.items()}
    return {id: own for id, own in told.items() if own}


def adopted(rules: Mapping[str, Mapping[str, Json]], catalogue: Catalogue) -> dict[str, dict[str, Json]]:
    """What a plan says of every rule once it goes by these rules; nothing of those they do not name."""
    return {id: _tidy(text, dict(rules.get(id, {}))) for id, text in catalogue.rules.items()}


def by_rules(plan: Plan, rules: Mapping[str, Mapping[str, Json]], catalogue: Catalogue) -> Plan:
    """The plan, going by these rules instead of its own."""
    return SetParameters("", adopted(rules, catalogue)).revise(plan)


def _tidy(text: RuleText, own: Json) -> dict[str, Json]:
    """What is said of a rule without what says no more than the catalogue."""
    if not isinstance(own, dict):
        return {}
    changed = ruling(text, own).changed
    return without_changes(text, own) | {name: own[name] for name in changed}


def _severity(text: RuleText, given: Json) -> Severity | None:
    """The severity a plan gives a rule, where it differs from the usual one."""
    if not isinstance(given, str) or given not in set(Severity) or given == text.severity:
        return None
    return Severity(given)
