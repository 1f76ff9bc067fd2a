"""Edits of the slides: add, change, remove, put in another order."""

from dataclasses import dataclass, replace

from salesorg_gui.domain.edits.edit import EditRefused
from salesorg_gui.domain.ids import SlideId
from salesorg_gui.domain.plan import Plan
from salesorg_gui.domain.slides import Slide
from salesorg_gui.i18n import _


def place_of(plan: Plan, slide: SlideId) -> int | None:
    """Where a slide stands, counted from 0; nothing when it is gone."""
    return next((place for place, other in enumerate(plan.slides) if other.id == slide), None)


@dataclass(frozen=True, slots=True)
class AddSlide:
    """Keep a view as a slide: at ``place`` among the others, or last."""

    slide: Slide
    place: int | None = None

    @property
    def label(self) -> str:
        """One name."""
        return _("Add slide")

    def revise(self, plan: Plan) -> Plan:
        """The plan with one slide more."""
        if place_of(plan, self.slide.id) is not None:
            raise EditRefused(_("This slide is already in the plan."))
        place = len(plan.slides) if self.place is None else max(0, self.place)
        return replace(plan, slides=(*plan.slides[:place], self.slide, *plan.slides[place:]))


@dataclass(frozen=True, slots=True)
class ReviseSlide:
    """Put a changed slide in place of its namesake."""

    slide: Slide

    @property
    def label(self) -> str:
        """One name."""
        return _("Change slide")

    def revise(self, plan: Plan) -> Plan:
        """The plan with that slide changed."""
        place = _place_or_refusal(plan, self.slide.id)
        if plan.slides[place] == self.slide:
            return plan
        return replace(plan, slides=(*plan.slides[:place], self.slide, *plan.slides[place + 1 :]))


@dataclass(frozen=True, slots=True)
class RemoveSlide:
    """Take a slide out of the plan."""

    slide: SlideId

    @property
    def label(self) -> str:
        """One name."""
        return _("Remove slide")

    def revise(self, plan: Plan) -> Plan:
        """The plan without it."""
        kept = tuple(slide for slide in plan.slides if slide.id != self.slide)
        return replace(plan, slides=kept) if len(kept) < len(plan.slides) else plan


@dataclass(frozen=True, slots=True)
class MoveSlide:
    """Let a slide stand at another place, counted from 0 among all of them."""

    slide: SlideId
    place: int

    @property
    def label(self) -> str:
        """One name."""
        return _("Move slide")

    def revise(self, plan: Plan) -> Plan:
        """The plan with its slides in that order."""
        slide = plan.slides[_place_or_refusal(plan, self.slide)]
        others = [other for other in plan.slides if other.id != self.slide]
        others.insert(max(0, self.place), slide)
        return plan if tuple(others) == plan.slides else replace(plan, slides=tuple(others))


def _place_or_refusal(plan: Plan, slide: SlideId) -> int:
    place = place_of(plan, slide)
    if place is None:
        raise EditRefused(_("This slide is no longer in the plan."))
    return place
