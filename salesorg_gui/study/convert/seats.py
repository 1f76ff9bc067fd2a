"""The records of the seats: who moves keeps what is his, who is new is open, who stays beside stays as he is."""

from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import replace

from salesorg_gui.catalogue.catalogue import Catalogue
from salesorg_gui.catalogue.journey import ObjectKind
from salesorg_gui.catalogue.roles import Role
from salesorg_gui.domain.ids import ObjectId, SeatId, StageId
from salesorg_gui.domain.records import BranchStyle, Seat, Status
from salesorg_gui.study.convert.crew import Member
from salesorg_gui.study.convert.shape import Kind, Part, Shape, Team
from salesorg_gui.study.convert.slots import Slot

CHECKED = frozenset({ObjectKind.CUSTOMER, ObjectKind.CONSULT})
"""Only these must be what the one gives and the other takes."""

LAST = frozenset({StageId("closing"), StageId("retention")})
"""Where the work of those who close and of those who care ends."""


def placed(member: Member, slot: Slot, *, stays: bool) -> Seat:
    """Somebody on a seat of the template, in his own role where he ``stays`` what he is."""
    moved = replace(
        member.seat,
        pod=None if slot.team is None else slot.team.id,
        also_in=(),
        order=float(slot.order),
        place=None,
        branch=BranchStyle.AUTO,
        columns=0,
        shared=False,
    )
    return moved if stays else _in_role(moved, slot.part)


def who_stay(holders: Mapping[Slot, Member], shape: Shape) -> frozenset[Slot]:
    """The slots whose holders stay what they are.

    Of several on seats of one kind in one team, those who do a part of it may stay too if the others do the rest.
    """
    groups: dict[tuple[SeatId, Team | None], list[Slot]] = defaultdict(list)
    for slot in holders:
        groups[slot.part.key, slot.team].append(slot)
    staying: set[Slot] = set()
    for slots in groups.values():
        sure = [slot for slot in slots if keeps_role(holders[slot], slot.part, shape.catalogue)]
        akin = (slot for slot in slots if _is_alternative(holders[slot], slot.part, shape))
        staying.update(sure, akin if sure else ())
    return frozenset(staying)


def _is_alternative(member: Member, part: Part, shape: Shape) -> bool:
    """Whether the structure takes somebody's role for the role of a seat."""
    groups = shape.catalogue.structures[shape.template.model].role_groups
    roles = {role for group in groups if part.role.id in group for role in group}
    return part.kind is Kind.WORKER and member.role.id in roles and does_as_well(member, part, shape.catalogue)


def keeps_role(member: Member, part: Part, catalogue: Catalogue) -> bool:
    """Whether somebody can stay what he is on a seat: he covers what it asks for, and nothing of another phase."""
    if member.role.id == part.role.id and member.stages == part.stages:
        return True
    if part.kind is Kind.LEADER:
        return member.role.id == part.role.id
    if part.kind is Kind.SUPPORT or (part.kind is Kind.TOP and not part.stages):
        return True
    return member.stages >= part.stages and does_as_well(member, part, catalogue)


def does_as_well(member: Member, part: Part, catalogue: Catalogue) -> bool:
    """Whether somebody works in the same phase, on the same objects: fit for a part of what a seat asks for.

    Whoever signs or keeps customers there must do just that, or they would stop with him.
    """
    stages = catalogue.stages
    phases = {stages[stage].phase for stage in part.stages}
    if member.seat.stages_removed or not LAST & part.stages <= member.stages:
        return False
    return all(stages[stage].phase in phases for stage in member.stages) and _passes(member, part, catalogue)


def _passes(member: Member, part: Part, catalogue: Catalogue) -> bool:
    """Whether all that passes the seat's hands may pass his."""
    takes, gives = what_passes(member.seat, member.role, catalogue)
    checked = {id for id, one in catalogue.objects.items() if one.kind in CHECKED}
    return part.takes & checked <= takes and part.gives & checked <= gives


def what_passes(seat: Seat, role: Role, catalogue: Catalogue) -> tuple[frozenset[ObjectId], frozenset[ObjectId]]:
    """What a seat takes and gives: as its role does, and as the stages added to it do."""
    stages = [
        catalogue.stages[id] for id in seat.stages_added if id in catalogue.stages and id not in seat.stages_removed
    ]
    takes = {*role.inputs, *(name for stage in stages for name in stage.consumes)}
    gives = {*role.outputs, *(name for stage in stages for name in stage.produces)}
    return frozenset(takes), frozenset(gives)


def _in_role(seat: Seat, part: Part) -> Seat:
    """A seat in the role of the template. What was said of the old role alone does not go with it."""
    return replace(
        seat,
        role=part.role.id,
        title="",
        stages_added=part.seat.stages_added,
        stages_removed=part.seat.stages_removed,
        shares={stage: share for stage, share in seat.shares.items() if stage in part.stages},
        account_stages=seat.account_stages,
        texts={},
    )


def opened(slot: Slot, id: SeatId) -> Seat:
    """A seat nobody sits on yet."""
    like = slot.part.seat
    return replace(
        like,
        id=id,
        role=slot.part.role.id,
        status=Status.OPEN,
        headcount=1,
        people=(),
        pod=None if slot.team is None else slot.team.id,
        order=float(slot.order),
    )


def beside(member: Member, order: float) -> Seat:
    """Somebody outside the teams who stays what he is."""
    return replace(member.seat, pod=None, also_in=(), order=order, place=None)


def name_for(slot: Slot, taken: Container[str]) -> SeatId:
    """An id nobody has, from the key of the part and its pod."""
    stem = str(slot.part.role.id) if slot.team is None else f"{slot.part.role.id}-{slot.team.id}"
    number, name = 1, stem
    while name in taken:
        number += 1
        name = f"{stem}-{number}"
    return SeatId(name)


def without(seat: Seat, stage: StageId) -> Seat:
    """A seat that no longer works on a stage."""
    added = tuple(one for one in seat.stages_added if one != stage)
    return replace(seat, stages_added=added, stages_removed=tuple(dict.fromkeys((*seat.stages_removed, stage))))
