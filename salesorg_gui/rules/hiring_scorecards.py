"""Rules about scorecards: that there is one, and that it asks for the right things."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from salesorg_gui.catalogue.profiles import Trait
from salesorg_gui.domain.dates import date_of
from salesorg_gui.domain.ids import RoleId, SeatId
from salesorg_gui.domain.records import Hire, Score, Scorecard
from salesorg_gui.i18n import _
from salesorg_gui.rules.alike import HERE, SeatsAlike, about_seat, gathered, named_here, said
from salesorg_gui.rules.cards import is_neutral, says
from salesorg_gui.rules.each import EachSeat
from salesorg_gui.rules.hiring_facts import TEAM_FIT, criteria
from salesorg_gui.rules.names import listed
from salesorg_gui.rules.organisation import Organisation
from salesorg_gui.rules.sighting import Limits, Sighting
from salesorg_gui.rules.staffing import ranks
from salesorg_gui.rules.terms import CLOSING, OUTBOUND, OUTBOUND_SDR

ANCHORED = ("1", "3", "5")
SENIOR = 3


class NoScorecard(SeatsAlike):
    """It is said beforehand what a candidate is judged by."""

    id: ClassVar[str] = "hire-no-scorecard"

    @property
    def title(self) -> str:
        return _("No scorecard")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.hiring.open

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        hires = org.hiring.by_seat.get(seat, ())
        if not hires and is_neutral(org.role(seat)):
            return
        is_vague = not says(org, org.chart.seats[seat], org.role(seat), "traits")
        if not criteria(hires):
            yield about_seat(org, seat, "vague" if is_vague else "")
        elif is_vague:
            yield about_seat(org, seat, "requirements")


class RankedCandidates:
    """Candidates are judged against the role, each by themselves."""

    id: ClassVar[str] = "hire-ranks-candidates"

    @property
    def title(self) -> str:
        return _("Candidates not judged by the role")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        for hire in org.hiring.hires:
            unscored = self._unscored(hire)
            loose = [card.candidate.strip() for card in hire.scorecards if any(map(_is_loose, card.scores))]
            if unscored or loose:
                names = tuple(dict.fromkeys(name for name in (unscored or loose) if name))
                words = {"seat": org.names.seat(hire.seat), "candidate": listed(names) or _("each candidate")}
                yield Sighting(words, seats=(hire.seat,), variant="unscored" if unscored else HERE)

    def _unscored(self, hire: Hire) -> tuple[str, ...]:
        """The candidates a decision passed over: nobody had scored them when it was made."""
        chosen = hire.chosen.strip()
        if not chosen and not hire.decided.strip():
            return ()
        names = dict.fromkeys(
            (*filter(None, (card.candidate.strip() for card in hire.scorecards)), *filter(None, (chosen,)))
        )
        scored = {card.candidate.strip() for card in hire.scorecards if _is_scored_by(card, hire.decided)}
        return tuple(name for name in names if name not in scored)


class NoTeamFit:
    """A scorecard asks whether somebody fits the team."""

    id: ClassVar[str] = "hire-no-team-fit"

    @property
    def title(self) -> str:
        return _("Team fit not asked for")

    def examine(self, org: Organisation, limits: Limits) -> Iterator[Sighting]:
        hires = [hire for hire in org.hiring.hires if any(map(self._lacks_it, hire.scorecards))]
        yield from gathered(org, (named_here(org, hire.seat) for hire in hires), said)

    def _lacks_it(self, card: Scorecard) -> bool:
        asked = [score for score in card.scores if score.criterion.strip()]
        return bool(asked) and all(score.group != TEAM_FIT for score in asked)


class OutboundProfile(SeatsAlike):
    """Outbound takes a thick skin rather than experience."""

    id: ClassVar[str] = "hire-outbound-profile"

    @property
    def title(self) -> str:
        return _("Profile for outbound")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.hiring.open

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        if self._hunts(org, seat):
            is_senior = max(ranks(org, seat), default=0) >= SENIOR
            if is_senior or _lacking(org, seat, OUTBOUND_SDR):
                yield named_here(org, seat)

    def _hunts(self, org: Organisation, seat: SeatId) -> bool:
        """Whether it is there for outbound, and neither closes too nor stands outside."""
        hunts = org.covers(seat, OUTBOUND) and not org.covers(seat, CLOSING)
        return hunts and not org.role(seat).is_neighbour


class EnablementProfile(EachSeat):
    """Whoever helps sellers knows their work."""

    id: ClassVar[str] = "hire-enablement-profile"

    @property
    def title(self) -> str:
        return _("Profile for enablement")

    def among(self, org: Organisation) -> Iterable[SeatId]:
        return org.hiring.open

    def look(self, org: Organisation, seat: SeatId, limits: Limits) -> Iterator[Sighting]:
        role = org.role_id(seat)
        if role != OUTBOUND_SDR and (lacking := _lacking(org, seat, role)):
            sought = org.catalogue.role(role)
            lines = tuple(_within(trait.sentence(sought)) for trait in lacking)
            yield about_seat(org, seat, criterion=listed(tuple(filter(None, lines))))


def _lacking(org: Organisation, seat: SeatId, role: RoleId) -> tuple[Trait, ...]:
    """What the scorecards of a seat should ask for and do not; nothing where it has none yet."""
    asked = criteria(org.hiring.by_seat.get(seat, ()))
    if not asked:
        return ()
    sought = org.catalogue.role(role)
    traits = org.catalogue.profiles.get(role, ())
    return tuple(trait for trait in traits if not any(trait.is_asked(one.criterion, sought) for one in asked))


def _within(sentence: str) -> str:
    """A sentence as it stands within another."""
    said = sentence.strip(" .")
    return said[:1].lower() + said[1:]


def _is_loose(score: Score) -> bool:
    """Whether it is not said what the scores of a criterion mean for the role."""
    return bool(score.criterion.strip()) and not all(score.anchors.get(step, "").strip() for step in ANCHORED)


def _is_scored_by(card: Scorecard, decided: str) -> bool:
    """Whether somebody had given scores when the decision was made."""
    day, end = date_of(card.date), date_of(decided)
    is_late = day is not None and end is not None and day > end
    return not is_late and any(score.score is not None for score in card.scores)
