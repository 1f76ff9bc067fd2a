"""What the advisor asks and how each answer speaks for or against a structure."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesorg_gui.catalogue.questions import Fact, Question
from salesorg_gui.domain.ids import ModelId

type Answers = Mapping[str, str | float | bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """Something about one answer: ``least`` <= answer <= ``most``, ``above`` < answer < ``below``, or one of a set."""

    answer: str
    among: tuple[str | bool, ...] = ()
    least: float | None = None
    most: float | None = None
    above: float | None = None
    below: float | None = None

    def holds(self, answers: Answers) -> bool:
        """Whether the answer (which must be there) is as described."""
        answer = answers[self.answer]
        if self.among:
            return answer in self.among
        number = float(answer)
        return (
            (self.least is None or number >= self.least)
            and (self.most is None or number <= self.most)
            and (self.above is None or number > self.above)
            and (self.below is None or number < self.below)
        )


@dataclass(frozen=True, slots=True)
class Factor:
    """Points for structures when any of the conditions holds, counted once per unit of the answer ``per``."""

    id: str
    any_of: tuple[Condition, ...]
    points: Mapping[ModelId, int]
    text: str
    per: str = ""

    def holds(self, answers: Answers) -> bool:
        """Whether any of its conditions holds."""
        return any(condition.holds(answers) for condition in self.any_of)


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A structure that is not offered when the condition holds, and why."""

    model: ModelId
    condition: Condition
    text: str


@dataclass(frozen=True, slots=True)
class Advisor:
    """Questions, factors and exclusions; with equal points the earlier of ``tie_break`` wins.

    A margin up to ``open_margin`` leaves the question open, from ``clear_margin`` the advice is clear.
    """

    questions: Mapping[str, Question]
    factors: tuple[Factor, ...]
    exclusions: tuple[Exclusion, ...]
    tie_break: tuple[ModelId, ...]
    tie_text: str
    open_margin: int
    clear_margin: int

    @property
    def defaults(self) -> dict[str, str | float | bool]:
        """What counts as answered when nobody answered."""
        return {id: question.default for id, question in self.questions.items()}

    def answers(self, facts: Mapping[str, Fact]) -> dict[str, str | float | bool]:
        """What the advisor reckons with: what is known, and its defaults for the rest."""
        known = {id: fact for id, fact in facts.items() if id in self.questions and not isinstance(fact, tuple)}
        return self.defaults | known
