"""What became of customer cases, as lines for a reader and as JSON for a program."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import StageId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.graphs import Giver, LeadSource
from salesorg_gui.study.cases.story import how_done
from salesorg_gui.study.cases.trial import Outcome, Verdict
from salesorg_gui.study.cases.walk import Walk
from salesorg_gui.study.cases.words import CaseWords


class Tried(NamedTuple):
    """The cases tried on one chart; ``is_whole`` tells that no pair of values had to be left out."""

    chart: Chart
    outcomes: Sequence[Outcome]
    is_whole: bool = True

    @property
    def fails(self) -> bool:
        """Whether any case fails."""
        return any(one.verdict is Verdict.FAILS for one in self.outcomes)


def as_json(file: str, tried: Sequence[Tried], catalogue: Catalogue) -> dict[str, object]:
    """The contract of ``salesorg cases --format json``."""
    return {"file": file, "charts": [_chart(one, catalogue) for one in tried]}


def as_lines(tried: Sequence[Tried], catalogue: Catalogue) -> Iterator[str]:
    """For each chart how many cases pass, then case by case its way and what is wrong."""
    for one in tried:
        words = CaseWords(one.chart, catalogue)
        yield f"{one.chart.title or one.chart.id}"
        yield "  " + summary(one.outcomes)
        if not one.is_whole:
            yield "  " + _("There are more pairs of values than cases that were tried.")
        for outcome in one.outcomes:
            yield f"  {_mark(outcome)}  {words.title(outcome.case)}"
            if way := words.way(outcome.walk):
                yield f"      {way}"
            yield from (f"      {sentence}" for sentence in words.sentences(outcome))


def summary(outcomes: Sequence[Outcome]) -> str:
    """How many pass: ``9 of 12 customer cases pass``."""
    if not outcomes:
        return _("There are no customer cases.")
    passing = sum(one.verdict is Verdict.PASSES for one in outcomes)
    sentence = ngettext(
        "{passing} of {count} customer case passes.", "{passing} of {count} customer cases pass.", len(outcomes)
    )
    return sentence.format(passing=passing, count=len(outcomes))


def _mark(outcome: Outcome) -> str:
    marks = {Verdict.PASSES: _("passes"), Verdict.FAILS: _("FAILS"), Verdict.NOT_SERVED: _("not served")}
    return marks[outcome.verdict]


def _chart(tried: Tried, catalogue: Catalogue) -> Mapping[str, object]:
    words = CaseWords(tried.chart, catalogue)
    counts = Counter(one.verdict for one in tried.outcomes)
    return {
        "id": tried.chart.id,
        "counts": {verdict.value: counts[verdict] for verdict in Verdict},
        "complete": tried.is_whole,
        "cases": [_case(outcome, words) for outcome in tried.outcomes],
    }


def _case(outcome: Outcome, words: CaseWords) -> Mapping[str, object]:
    case, walk = outcome.case, outcome.walk
    return {
        "id": case.id,
        "title": words.title(case),
        "points": {axis: _plain(case.points[axis]) for axis in sorted(case.points)},
        "entry": {"lane": case.lane.value, "channel": case.channel, "source": case.source},
        "verdict": outcome.verdict.value,
        "came_in": walk.source,
        "stages": [_stage(stage, walk) for stage in words.catalogue.stages if _is_told(stage, walk)],
        "trace": [
            {"from": _id(move.giver), "to": move.taker, "stage": move.stage, "handoffs": list(move.handoffs)}
            for move in walk.moves
        ],
        "keepers": list(walk.keepers),
        "troubles": [
            {
                "kind": trouble.kind.value,
                "stages": list(trouble.stages),
                "from": _id(trouble.giver) if trouble.giver is not None else None,
                "seats": list(trouble.seats),
                "message": words.trouble(trouble, case),
            }
            for trouble in outcome.troubles
        ],
    }


def _is_told(stage: StageId, walk: Walk) -> bool:
    named = (*walk.owners, *walk.before, *(one for trouble in walk.troubles for one in trouble.stages))
    return stage in named


def _stage(stage: StageId, walk: Walk) -> Mapping[str, object]:
    return {"stage": stage, "owners": list(walk.owners.get(stage, ())), "how": how_done(stage, walk).value}


def _plain(spot: str | float) -> str | float:
    return int(spot) if isinstance(spot, float) and spot.is_integer() else spot


def _id(giver: Giver) -> str:
    return giver.source if isinstance(giver, LeadSource) else giver
