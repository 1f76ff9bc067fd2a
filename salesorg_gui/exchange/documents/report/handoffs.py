"""Who hands what to whom: every handoff in a table, in the order of the customer's journey."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from salesorg_gui.catalogue.journey import Stage
from salesorg_gui.domain.ids import SeatId, SourceId
from salesorg_gui.domain.records import Handoff
from salesorg_gui.drawing.words import handoff_title
from salesorg_gui.exchange.documents.report.cells import Cell, Column, columns, head_row, headed, row, said, titled
from salesorg_gui.exchange.documents.report.flowing import Piece
from salesorg_gui.exchange.documents.report.scope import Scope
from salesorg_gui.exchange.documents.wording import hours
from salesorg_gui.i18n import _, ngettext

NAME = "handoffs"
MOST_PODS = 3
LAST = 99
"""Where a handoff of no stage stands."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Handoffs that say the same: ``giver`` and ``receiver`` by title, and in which pods."""

    giver: SeatId | SourceId
    receiver: SeatId
    what: str
    condition: str
    limit: str
    is_return: bool
    handoffs: tuple[Handoff, ...]

    @property
    def seats(self) -> frozenset[SeatId]:
        """Everybody who takes part."""
        ends = [end for handoff in self.handoffs for end in (handoff.source, handoff.target)]
        return frozenset(SeatId(end) for end in ends)


def heading() -> str:
    """What this part is called."""
    return _("Handoffs")


def in_short(scope: Scope) -> str:
    """How many handoffs there are."""
    count = len(scope.chart.handoffs)
    return ngettext("{count} handoff", "{count} handoffs", count).format(count=count)


def pieces(scope: Scope, width: float) -> Iterator[Piece]:
    """Handoffs by the stage after which they come; those back to where something came from at the end."""
    yield Piece(titled(heading(), width), leads=True, name=NAME)
    groups = by_stage(scope)
    if not groups:
        yield Piece(said(_("No handoffs are drawn yet."), width))
        return
    places = columns(width, 3.0, 2.4, 3.0, 4.8, 1.5, right=(4,))
    head = head_row(places, (_("From"), _("What"), _("To"), _("When"), _("Within")))
    yield Piece(head, leads=True)
    for stage, found in groups.items():
        yield Piece(headed(stage, width), leads=True, head=head)
        for passage in found:
            yield replace(_row(scope, passage, places), head=head)


def _row(scope: Scope, passage: Passage, places: Sequence[Column]) -> Piece:
    cells = (
        Cell(scope.title(passage.giver), below=_pods(scope, passage.handoffs), purpose=scope.purpose(passage.giver)),
        Cell(passage.what, icon="undo-2" if passage.is_return else ""),
        Cell(scope.title(passage.receiver), purpose=scope.purpose(passage.receiver)),
        Cell(passage.condition),
        Cell(passage.limit),
    )
    return Piece(row(places, cells), about=passage.seats)


def _pods(scope: Scope, handoffs: Sequence[Handoff]) -> str:
    """In which pods it passes; of many only how many they are."""
    ends = (name for handoff in handoffs for name in (handoff.source, handoff.target))
    pods = tuple(dict.fromkeys(pod for pod in map(scope.pod, ends) if pod))
    if len(pods) <= MOST_PODS:
        return ", ".join(pods)
    return ngettext("{count} pod", "{count} pods", len(pods)).format(count=len(pods))


def by_stage(scope: Scope) -> Mapping[str, list[Passage]]:
    """Passages under the title of the stage after which they come, returns last."""
    groups: dict[str, list[Passage]] = {}
    for passage in passages(scope):
        stage = _stage_of(scope, passage.handoffs[0])
        title = _("Handed back") if passage.is_return else stage.title if stage else _("Without a stage")
        groups.setdefault(title, []).append(passage)
    return groups


def passages(scope: Scope) -> list[Passage]:
    """Handoffs that differ only in who exactly gives and takes, as one; along the journey."""
    groups: dict[tuple[str, str, str, str, str, bool], list[Handoff]] = {}
    for handoff in sorted(scope.chart.handoffs.values(), key=lambda one: _journey_order(scope, one)):
        limit = "" if handoff.limit_hours is None else hours(handoff.limit_hours, scope.language)
        what = handoff_title(handoff, scope.catalogue) if handoff.object else _("Not named yet")
        ends = scope.title(handoff.source), scope.title(handoff.target)
        groups.setdefault((*ends, what, handoff.condition, limit, handoff.is_return), []).append(handoff)
    return [
        Passage(found[0].source, found[0].target, what, condition, limit, is_return, tuple(found))
        for (_giver, _receiver, what, condition, limit, is_return), found in groups.items()
    ]


def _stage_of(scope: Scope, handoff: Handoff) -> Stage | None:
    known = scope.catalogue.objects.get(handoff.object) if handoff.object else None
    return scope.catalogue.stages.get(known.stage_after) if known else None


def _journey_order(scope: Scope, handoff: Handoff) -> tuple[bool, int, str, str, str]:
    stage = _stage_of(scope, handoff)
    order = stage.order if stage else LAST
    return handoff.is_return, order, scope.title(handoff.source), scope.title(handoff.target), handoff.id
