"""What scores come to: the worked example of the trade, and what is open stays open."""

from dataclasses import replace

import pytest

from salesorg_gui.catalogue.catalogue import load
from salesorg_gui.catalogue.scoring import group_mean, is_recommended, scorecard_for, total
from salesorg_gui.domain.records import Score, Scorecard

FORM = load("en").scorecard
GROUPS = ("role_requirements", "tasks", "team_fit", "values")


def card(*means: float | None) -> Scorecard:
    """A card whose groups have these means: two scores each, half a point is one apart."""
    scores: list[Score] = []
    for group, mean in zip(GROUPS, means, strict=True):
        if mean is None:
            scores.append(Score("open", group))
        else:
            low = int(mean)
            scores += [Score("a", group, low), Score("b", group, low + round(2 * (mean - low)))]
    return Scorecard(scores=tuple(scores))


@pytest.mark.parametrize(
    ("means", "score", "recommended"),
    [
        ((4.0, 3.5, 3.0, 4.0), 3.675, True),
        ((4.0, 3.5, 2.0, 4.0), 3.475, False),
        ((4.0, 3.5, 3.0, None), 307.5 / 85, True),
        ((5.0, 5.0, 2.5, 5.0), 4.5, False),
        ((3.0, 3.0, 5.0, 3.0), 3.4, False),
        ((5.0, 5.0, None, 5.0), 5.0, None),
        ((None, None, None, None), None, None),
    ],
)
def test_a_card_is_reckoned_by_group(
    means: tuple[float | None, ...], score: float | None, recommended: bool | None
) -> None:
    found = total(card(*means), FORM)
    assert found == (None if score is None else pytest.approx(score))
    assert is_recommended(card(*means), FORM) is recommended


def test_a_must_have_that_is_open_or_missed_decides() -> None:
    good = card(4.0, 4.0, 4.0, 4.0)

    def with_must(score: int | None) -> Scorecard:
        return replace(good, scores=(*good.scores, Score("Licence", "role_requirements", score, must=True)))

    assert [is_recommended(with_must(score), FORM) for score in (None, 2, 3)] == [None, False, True]


def test_a_criterion_of_no_group_does_not_count() -> None:
    good = card(4.0, 4.0, 4.0, 4.0)
    assert total(replace(good, scores=(*good.scores, Score("Hat", "looks", 1))), FORM) == pytest.approx(4.0)
    assert group_mean(good, "looks") is None


def test_a_card_is_made_from_the_role() -> None:
    made = scorecard_for(
        ["Drive", "Thick skin"], ["Call", "Write", "Meet", "Report"], ["CSM", "AE", "CSM"], ["Support"]
    )
    texts = {group: [one.criterion for one in made.scores if one.group == group] for group in GROUPS}
    assert texts == {
        "role_requirements": ["Drive", "Thick skin"],
        "tasks": ["Work sample: Call", "Work sample: Write", "Work sample: Meet"],
        "team_fit": ["Cooperates with the rest of the team", "Works well with CSM", "Works well with AE"],
        "values": ["Support"],
    }
    assert total(made, FORM) is None


def test_a_card_always_asks_for_team_fit_and_values() -> None:
    groups = [one.group for one in scorecard_for([], [], [], []).scores]
    assert groups == ["team_fit", "values"]
