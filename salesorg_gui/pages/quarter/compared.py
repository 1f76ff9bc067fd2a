"""Two quarters beside each other: what is better, what is worse, and what may be chance."""

from dataclasses import dataclass
from enum import StrEnum

from salesorg_gui.i18n import _
from salesorg_gui.pages.quarter.seen import Seen
from salesorg_gui.pages.quarter.words import figure, lasting
from salesorg_gui.simulation.contact import AT_ONCE
from salesorg_gui.simulation.measured import Measured


class Verdict(StrEnum):
    """Whether two figures differ."""

    BETTER = "better"
    WORSE = "worse"
    CHANCE = "chance"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Line:
    """A figure before and now, in words."""

    title: str
    before: str
    now: str
    verdict: Verdict


def compared(before: Seen, now: Seen) -> tuple[Line, ...]:
    """What can be compared of two runs; the lower the better, except for customers."""
    lines: list[Line] = []
    first, second = before.quarter.contact, now.quarter.contact
    if first is not None and second is not None:
        for title, old, new in (
            (_("Leads wait on average"), first.mean, second.mean),
            (_("Half of them under"), first.median, second.median),
            (_("One in ten over"), first.ninth, second.ninth),
        ):
            if max(old.mean, new.mean) > AT_ONCE:
                times = lasting(old.mean, before.day), lasting(new.mean, now.day)
                lines.append(Line(title, *times, judged(old, new)))
    old, new = before.quarter.broken, now.quarter.broken
    lines.append(Line(_("Limits broken"), figure(old.mean), figure(new.mean), judged(old, new)))
    old, new = before.quarter.left, now.quarter.left
    lines.append(Line(_("Waiting at the end"), figure(old.mean), figure(new.mean), judged(old, new)))
    old, new = before.quarter.customers, now.quarter.customers
    lines.append(Line(_("New customers"), figure(old.mean), figure(new.mean), judged(new, old)))
    return tuple(lines)


def judged(before: Measured, now: Measured) -> Verdict:
    """Whether less is left: sure only where the intervals do not meet."""
    if before == now:
        return Verdict.SAME
    if now.high < before.low:
        return Verdict.BETTER
    return Verdict.WORSE if now.low > before.high else Verdict.CHANCE


def verdict_text(verdict: Verdict) -> str:
    """In a word."""
    match verdict:
        case Verdict.BETTER:
            return _("better")
        case Verdict.WORSE:
            return _("worse")
        case Verdict.CHANCE:
            return _("may be chance")
        case Verdict.SAME:
            return _("the same")
