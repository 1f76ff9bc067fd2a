"""Days, nights and weekends: when what comes at any time meets people who work."""

from salesorg_gui.simulation.model import CLOCK_DAY, WORKING_DAYS

WEEK_DAYS = 7


class Calendar:
    """The clock of whoever comes at any time. It starts on a Monday, when work begins.

    Working time stands still at nights and weekends: what comes then is there when work begins again.
    """

    __slots__ = ("_clock", "_day", "_hours", "_stretch")

    def __init__(self, hours_per_day: float) -> None:
        self._hours = hours_per_day
        self._day = max(CLOCK_DAY, hours_per_day)
        self._stretch = WEEK_DAYS * self._day / (WORKING_DAYS * hours_per_day)
        self._clock = 0.0

    def pass_on(self, hours: float) -> float:
        """Let time pass; how much working time has passed since the start in all.

        ``hours`` are working hours and stretched to the whole week, so that as many come in a week as ever.
        """
        self._clock += hours * self._stretch
        return self.worked(self._clock)

    def worked(self, clock: float) -> float:
        """How much working time lies before an hour of the clock."""
        days, since = divmod(clock, self._day)
        weeks, day = divmod(days, WEEK_DAYS)
        before = weeks * WORKING_DAYS + min(day, WORKING_DAYS)
        return (before + (0.0 if day >= WORKING_DAYS else min(1.0, since / self._hours))) * self._hours
