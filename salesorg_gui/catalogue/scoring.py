"""Scorecards: made from a role, and what their scores come to. A candidate is judged against the role, never ranked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from statistics import fmean

from salesorg_gui.catalogue.documents import ScorecardForm
from salesorg_gui.catalogue.questions import Question
from salesorg_gui.domain.records import Score, Scorecard
from salesorg_gui.i18n import _

REQUIREMENTS, TASKS, TEAM_FIT, VALUES = "role_requirements", "tasks", "team_fit", "values"
MOST_TASKS, MOST_PARTNERS = 3, 3
TOLD_VALUES, CHOSEN_VALUES = ("value_sales", "value_contact"), "values"


def scorecard_for(
    traits: Iterable[str], tasks: Iterable[str], partners: Iterable[str], values: Iterable[str]
) -> Scorecard:
    """Criteria for a role: what it looks for, its tasks, partners and values. Anchors are for people to write."""
    met = [_("Works well with {partner}").format(partner=partner) for partner in dict.fromkeys(partners)]
    groups = {
        REQUIREMENTS: list(traits),
        TASKS: [_("Work sample: {task}").format(task=task) for task in tasks][:MOST_TASKS],
        TEAM_FIT: [_("Cooperates with the rest of the team"), *met[:MOST_PARTNERS]],
        VALUES: list(values) or [_("Shares the sales values")],
    }
    return Scorecard(scores=tuple(Score(text, group) for group, texts in groups.items() for text in texts))


def told_values(told: Callable[[str], object], questions: Mapping[str, Question]) -> Iterator[str]:
    """What a company said of its way of selling, and the values it chose."""
    said = (told(question) for question in TOLD_VALUES)
    yield from (one for one in said if isinstance(one, str) and one.strip())
    chosen = told(CHOSEN_VALUES)
    if isinstance(chosen, tuple):
        yield from (questions[CHOSEN_VALUES].choices[value] for value in chosen)


def group_mean(card: Scorecard, group: str) -> float | None:
    """The mean of the scores of one group; ``None`` while none is given."""
    scores = [score.score for score in card.scores if score.group == group and score.score is not None]
    return fmean(scores) if scores else None


def total(card: Scorecard, form: ScorecardForm) -> float | None:
    """The means of the groups by weight; groups without scores do not count. ``None`` while nothing is scored."""
    means = {group.id: group_mean(card, group.id) for group in form.groups}
    scored = [(group.weight, mean) for group in form.groups if (mean := means[group.id]) is not None]
    weight = sum(weight for weight, _mean in scored)
    return sum(weight * mean for weight, mean in scored) / weight if weight else None


def is_recommended(card: Scorecard, form: ScorecardForm) -> bool | None:
    """Whether the role would be filled well; ``None`` while the score, team fit or a must-have is open."""
    score, fit = total(card, form), group_mean(card, TEAM_FIT)
    musts = [one.score for one in card.scores if one.must]
    if score is None or fit is None or None in musts:
        return None
    has_musts = all(one is not None and one >= form.must_have_from for one in musts)
    return score >= form.recommend_from and fit >= form.team_fit_from and has_musts
