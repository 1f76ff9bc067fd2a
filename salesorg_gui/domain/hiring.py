"""How a hire changes: its checklist line by line, its scorecards one by one. All of them give new hires."""

from dataclasses import replace

from salesorg_gui.domain.chart import Chart
from salesorg_gui.domain.ids import SeatId
from salesorg_gui.domain.records import Check, Hire, Score, Scorecard


def hire_of(chart: Chart, seat: SeatId) -> Hire | None:
    """The hire that fills a seat; the first by id where a file has several."""
    hires = sorted((hire for hire in chart.hires.values() if hire.seat == seat), key=lambda hire: hire.id)
    return hires[0] if hires else None


def check_of(hire: Hire, step: str, item: int) -> Check:
    """A line of the checklist, empty when nothing was said of it."""
    found = (check for check in hire.checklist if (check.step, check.item) == (step, item))
    return next(found, Check(step, item))


def with_check(hire: Hire, check: Check) -> Hire:
    """The hire with that line as it is now; a line that says nothing is left out."""
    place = (check.step, check.item)
    places = [(one.step, one.item) for one in hire.checklist]
    says_nothing = check == Check(check.step, check.item)
    if place not in places:
        return hire if says_nothing else replace(hire, checklist=(*hire.checklist, check))
    kept = (check if (one.step, one.item) == place else one for one in hire.checklist)
    return replace(hire, checklist=tuple(one for one in kept if one is not check or not says_nothing))


def done_count(hire: Hire, step: str, count: int) -> int:
    """How many of the first ``count`` lines of a step are ticked."""
    ticked = {check.item for check in hire.checklist if check.step == step and check.done}
    return sum(item in ticked for item in range(count))


def with_card(hire: Hire, number: int, card: Scorecard | None) -> Hire:
    """The hire with a scorecard in that place, at the end where there is none yet, or without it."""
    cards = list(hire.scorecards)
    cards[number : number + 1] = [] if card is None else [card]
    return replace(hire, scorecards=tuple(cards))


def with_score(card: Scorecard, number: int, score: Score | None) -> Scorecard:
    """The scorecard with a criterion in that place, at the end where there is none yet, or without it."""
    scores = list(card.scores)
    scores[number : number + 1] = [] if score is None else [score]
    return replace(card, scores=tuple(scores))


def unscored(card: Scorecard) -> Scorecard:
    """The criteria of a scorecard for another candidate or interviewer: nothing judged, nobody named."""
    scores = tuple(replace(score, score=None, evidence="") for score in card.scores)
    return Scorecard(scores=scores)


def candidates(hire: Hire) -> tuple[str, ...]:
    """Who was judged, each once, in the order of the scorecards."""
    return tuple(dict.fromkeys(card.candidate for card in hire.scorecards if card.candidate))
