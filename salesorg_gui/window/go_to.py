"""Go to: one field for every command, role, chart, seat and file.

What is listed is looked up when the field opens, never while somebody types.
"""

from collections.abc import Sequence
from dataclasses import replace

from salesorg_gui.catalogue.ranking import Named, Ranking, best_of
from salesorg_gui.i18n import _
from salesorg_gui.panels.picker import Pick, Picker
from salesorg_gui.window.goals import Goal, Source

MOST = 200
"""More rows than this nobody walks through."""
REMEMBERED = 6
USEFUL = (
    *("find", "trace", "board", "reporting", "handoffs", "fit", "all_handoffs", "add_chart", "save", "export_chart"),
    *("show_findings", "show_company", "key_list"),
)
"""The commands to begin with, before anything was used."""


class GoTo:
    """Asks where to go, over all its sources, and remembers what was taken lately."""

    def __init__(self, picker: Picker, sources: Sequence[Source]) -> None:
        self._picker, self._sources = picker, list(sources)
        self._lately: list[str] = []
        self._goals: dict[str, Goal] = {}
        self._rankings: list[Ranking[Goal]] = []

    def add_source(self, source: Source) -> None:
        """Let more be gone to, after all that is there."""
        self._sources.append(source)

    def ask(self) -> None:
        """Open the field."""
        listed = [source() for source in self._sources]
        self._goals = {goal.id: goal for goals in listed for goal in goals}
        self._rankings = [Ranking(Named(goal, goal.pick.text, goal.also) for goal in goals) for goals in listed]
        self._picker.ask(_("Go to a command, role, seat or view"), self._rows, self._take)

    def _rows(self, typed: str) -> list[Pick]:
        goals = best_of(self._rankings, typed, MOST) if typed.strip() else self._first()
        return [replace(goal.pick, value=goal) for goal in goals]

    def _first(self) -> list[Goal]:
        """What was used lately, then the commands one begins with."""
        names = dict.fromkeys((*self._lately, *(f"action:{id}" for id in USEFUL)))
        found = (self._goals.get(name) for name in names)
        return [goal for goal in found if goal is not None and not (goal.pick.reason and goal.id not in self._lately)]

    def _take(self, goal: object) -> None:
        if isinstance(goal, Goal):
            self._lately = [goal.id, *(id for id in self._lately if id != goal.id)][:REMEMBERED]
            goal.deed()
