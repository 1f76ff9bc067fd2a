"""What each rule says: its message, its fix, and the limits it starts from."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule as its reader meets it. ``message`` and ``fix`` have named places such as ``{seat}``.

    ``severity`` is error, warning or hint; ``group`` reporting, handoff, role ...; ``when`` states the trigger exactly,
    ``params`` are the default limits, ``source`` tells where the rule comes from and is never shown.
    """

    id: str
    group: str
    severity: str
    message: str
    fix: str
    when: str
    params: Mapping[str, float]
    source: str
