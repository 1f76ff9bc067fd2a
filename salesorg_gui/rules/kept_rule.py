"""A rule of the whole chart, and what it found last."""

from collections.abc import Mapping
from functools import cache

from salesorg_gui.rules.glass import Notes
from salesorg_gui.rules.ledger import Ledger
from salesorg_gui.rules.rulebook import Ruling
from salesorg_gui.rules.sighting import Rule
from salesorg_gui.rules.standing import Standing
from salesorg_gui.rules.voice import Reasons, Voice

type Said = tuple[Ruling, Reasons]
"""What holds for a rule, and why somebody lives with some of what it finds."""


class KeptRule:
    """Asks the rule again when anything it took is another thing."""

    def __init__(self, rule: Rule) -> None:
        self.id = rule.id
        self.found = Standing()
        self._rule = rule
        self._notes = Notes()
        self._round = -1
        self._said: Said | None = None

    def look_again(self, ledger: Ledger, ruling: Ruling, reasons: Mapping[str, Reasons]) -> None:
        """Bring ``found`` up to date."""
        said = (ruling, reasons.get(self.id, {}))
        if self._said != said or ledger.is_new_since(self._round) or not ledger.holds(self._notes, self._round):
            self._notes = Notes()
            voice = cache(lambda: Voice.of(self._rule, ruling, reasons))
            seen = self._rule.examine(ledger.glasses(self._notes).organisation, ruling.limits)
            self.found.clear()
            self.found.change((), ((("", turn), voice().finding(one)) for turn, one in enumerate(seen)))
        self._said, self._round = said, ledger.round
