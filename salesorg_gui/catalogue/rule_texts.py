"""What each rule says: its message, its fix, and the limits it starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as its reader meets it. ``message`` and ``fix`` have named places such as ``{seat}``.

    ``severity`` is error, warning or hint; ``group`` reporting, handoff, role ...; ``when`` states the trigger exactly,
    ``params`` are the default limits, ``source`` tells where the rule comes from and is never shown; ``why`` says in a
    sentence or two why it matters.

    ``variants`` are texts for special cases by the name the rule gives the case, ``singular`` texts by the place that
    holds a 1; both have a ``message``, a ``fix``, or both.
    """

    id: str
    group: str
    severity: str
    message: str
    fix: str
    when: str
    params: Mapping[str, float]
    source: str
    variants: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    singular: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    why: str = ""

    def text(self, part: str, variant: str, words: Mapping[str, str]) -> str:
        """The ``message`` or ``fix`` for a case, with these words in its places."""
        fitting = self.variants.get(variant)
        if fitting is not None and part in fitting:
            return fitting[part].format_map(words)
        for place, texts in self.singular.items():
            if part in texts and words.get(place) == "1":
                return texts[part].format_map(words)
        return (self.message if part == "message" else self.fix).format_map(words)
