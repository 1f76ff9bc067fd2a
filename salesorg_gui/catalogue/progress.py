"""How far the questions about a company are answered."""

from collections.abc import Mapping, Sequence

from salesorg_gui.catalogue.questions import SYMPTOMS, SYMPTOMS_SEEN, Fact, QuestionGroup
from salesorg_gui.i18n import _


def asked(group: QuestionGroup, facts: Mapping[str, Fact]) -> tuple[str, ...]:
    """The questions of a group one answers by hand: a count is not asked for where the things counted are."""
    counted = SYMPTOMS_SEEN in group.questions and (SYMPTOMS not in facts or SYMPTOMS_SEEN in facts)
    return tuple(question for question in group.questions if question != SYMPTOMS or not counted)


def progress(names: Sequence[str], facts: Mapping[str, Fact]) -> tuple[int, int]:
    """How many of some questions are answered, and how many there are."""
    return sum(name in facts for name in names), len(names)


def progress_text(names: Sequence[str], facts: Mapping[str, Fact]) -> str:
    """The same in words."""
    answered, count = progress(names, facts)
    return _("{answered} of {count}").format(answered=answered, count=count)
