"""The documents of a seat by their names, and the kit of all a hire needs."""

from collections.abc import Callable, Mapping

from salesorg_gui.exchange.documents.content import Paper
from salesorg_gui.exchange.documents.papers.checklist import checklist
from salesorg_gui.exchange.documents.papers.common import Subject
from salesorg_gui.exchange.documents.papers.description import description
from salesorg_gui.exchange.documents.papers.first_days import first_days
from salesorg_gui.exchange.documents.papers.follow_up import follow_up
from salesorg_gui.exchange.documents.papers.interview import interview_plan
from salesorg_gui.exchange.documents.papers.scorecard import blank, scorecards

type Written = Callable[[Subject], list[Paper]]


def kit(subject: Subject) -> list[Paper]:
    """Everything a hire needs, in the order it is needed."""
    return [
        description(subject),
        checklist(subject),
        interview_plan(subject),
        blank(subject),
        first_days(subject),
        follow_up(subject),
    ]


PAPERS: Mapping[str, Written] = {
    "descriptions": lambda subject: [description(subject)],
    "checklists": lambda subject: [checklist(subject)],
    "scorecards": scorecards,
    "interviews": lambda subject: [interview_plan(subject)],
    "first-days": lambda subject: [first_days(subject)],
    "follow-ups": lambda subject: [follow_up(subject)],
    "kit": kit,
}
"""What is written about a seat under each name of a document."""
