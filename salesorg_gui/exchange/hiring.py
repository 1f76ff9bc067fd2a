"""Hiring plans as lines for a reader and as JSON for a program. Months count from today; money is EUR a month."""

from collections.abc import Iterator, Mapping, Sequence

from salesorg_gui.domain.chart import Chart
from salesorg_gui.exchange.rounding import rounded
from salesorg_gui.study.hiring.openings import HiringPlan, Opening, Trigger
from salesorg_gui.study.hiring.pace import Timing
from salesorg_gui.study.hiring.wording import Words, cut_short, missing

type Planned = tuple[Chart, Words]


def as_json(planned: Sequence[Planned]) -> dict[str, object]:
    """What ``salesorg hires --format json`` prints."""
    return {"charts": [_chart(chart, words.plan) for chart, words in planned]}


def as_lines(planned: Sequence[Planned]) -> Iterator[str]:
    """For each chart the finding, then the seats in their order, then what is not known."""
    for chart, words in planned:
        plan = words.plan
        yield chart.title or chart.id
        yield f"  {words.sentence()}"
        for number, one in enumerate(plan.openings, 1):
            yield f"  {number}. {words.title(one)}, {words.place(one)}"
            yield from (f"     {line}" for line in _told(words, one) if line)
        for line in (cut_short(plan), *(missing(gap) for gap in plan.gaps)):
            if line and line != words.sentence():
                yield f"  {line}"


def _told(words: Words, one: Opening) -> Iterator[str]:
    yield " ".join(text for text in (words.trigger(one), words.today_is(one)) if text)
    yield " ".join(text for text in (words.times(one), words.lateness(one)) if text)
    yield words.free(one)
    if one.id in words.plan.costs:
        yield words.cost(one)


def _chart(chart: Chart, plan: HiringPlan) -> Mapping[str, object]:
    return {
        "id": chart.id,
        "growth": rounded(plan.pace.growth),
        "months": rounded(plan.horizon),
        "people": plan.people,
        "openings": [_opening(one, plan) for one in plan.openings],
        "idle": [one.seat for one in plan.idle if one.seat is not None],
        "unknown": list(plan.gaps),
    }


def _opening(one: Opening, plan: HiringPlan) -> Mapping[str, object]:
    cost = plan.costs.get(one.id)
    return {
        "seat": one.seat,
        "role": one.role,
        "count": one.count,
        "fte": rounded(one.fte),
        "pod": one.spot.pod,
        "manager": one.spot.manager,
        "reason": one.reason,
        "free": list(one.free),
        "trigger": _trigger(one.trigger) if one.trigger is not None else None,
        "months": _times(one.timing) if one.timing is not None else None,
        "cost": {"month": rounded(cost.a_month), "to_productive": rounded(cost.to_productive)} if cost else None,
    }


def _trigger(trigger: Trigger) -> Mapping[str, object]:
    return {
        "measure": trigger.measure,
        "above": rounded(trigger.above),
        "for_months": rounded(trigger.months),
        "now": rounded(trigger.now),
        "room": rounded(trigger.room),
    }


def _times(timing: Timing) -> Mapping[str, float]:
    return {
        "needed": rounded(timing.needed),
        "trigger": rounded(timing.triggered),
        "search": rounded(timing.search),
        "start": rounded(timing.start),
        "productive": rounded(timing.productive),
    }
