"""What happens when with an opening, as a calendar shows it."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from salesorg_gui.study.hiring.openings import Opening
from salesorg_gui.study.hiring.wording import Words


class Stage(StrEnum):
    """What somebody does about a seat, or on it."""

    TRIGGER = "trigger"
    SEARCH = "search"
    LEARN = "learn"


class Phase(NamedTuple):
    """From a day to a day; a trigger is one day alone."""

    stage: Stage
    start: date
    end: date


def phases(one: Opening, words: Words) -> tuple[Phase, ...]:
    """The trigger where it is still to come, the search, and the months until full work."""
    timing = one.timing
    if timing is None:
        return ()
    search, start, productive = (words.exact_day(at) for at in (timing.search, timing.start, timing.productive))
    found = (Phase(Stage.SEARCH, search, start), Phase(Stage.LEARN, start, productive))
    if one.trigger is None or one.trigger.is_reached or timing.triggered >= timing.search:
        return found
    reached = words.exact_day(timing.triggered)
    return (Phase(Stage.TRIGGER, reached, reached), *found)
