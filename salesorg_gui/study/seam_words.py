"""Seams in words: the finding in one sentence, each seam in a few, and how its cost comes about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from salesorg_gui.domain.ids import Kind, PodId, SeatId, SegmentId
from salesorg_gui.i18n import _, ngettext
from salesorg_gui.rules.amounts import spoken
from salesorg_gui.rules.names import Names
from salesorg_gui.study.faces import Faces
from salesorg_gui.study.seams import Seam, Seams
from salesorg_gui.study.settling import Doubt
from salesorg_gui.study.territory import Place
from salesorg_gui.study.told import amount, percent

FINE = 2
"""Decimals at most."""


@dataclass(frozen=True)
class SeamWords:
    """The words for the seams of one chart."""

    found: Seams
    names: Names

    @staticmethod
    def of(found: Seams) -> "SeamWords":
        """Words with the names of the chart."""
        return SeamWords(found, Names(found.graphs))

    def headline(self) -> str:
        """How much leaves a pod, and who settles most of what is handed over."""
        found = self.found
        if found.volume <= 0:
            return _("No customer is handed from one seat to another.")
        settler, most = next(iter(found.by_settler.items()))
        words = {"share": percent(found.share_leaving_pods), "settler": self._settler(settler, most)}
        if not found.graphs.chart.pods:
            return _("{settler}.").format_map(words)
        return _("{share} of what is handed over leaves a pod; {settler}.").format_map(words)

    def what(self, seam: Seam) -> str:
        """What goes over a seam."""
        known = self.found.graphs.delivered[seam.handoff].object
        return known.short_title if known is not None else _("Something unnamed")

    def ends(self, seam: Seam) -> str:
        """From whom to whom."""
        return self.names.way((seam.giver, seam.taker))

    def in_short(self, seam: Seam) -> str:
        """Who settles a dispute and how far up, for a list."""
        settler = seam.settler
        if settler is None:
            return _("nobody settles it")
        if seam.leaves_pod:
            text = ngettext(
                "{name} settles, {count} level up, leaves the pod",
                "{name} settles, {count} levels up, leaves the pod",
                seam.levels,
            )
        else:
            text = ngettext("{name} settles, {count} level up", "{name} settles, {count} levels up", seam.levels)
        return text.format(name=self.names.seat(settler), count=seam.levels)

    def story(self, seam: Seam) -> Iterator[str]:
        """All about one seam, a sentence each."""
        what, volume = self.what(seam), amount(seam.volume)
        if self.found.is_counted:
            yield _("{what}. Nobody said how many; it counts as {volume}.").format(what=what, volume=volume)
        elif seam.volume > 0:
            yield _("{what}: {volume} a month.").format(what=what, volume=volume)
        else:
            yield _("{what}. How many there are is not reckoned, so it costs nothing here.").format(what=what)
        yield self._settled(seam)
        if seam.leaves_pod:
            yield _("It leaves a pod.")
        if seam.leaves_segment:
            yield _("It leaves a segment.")

    def formula(self, seam: Seam) -> str:
        """How the cost of a seam comes about."""
        weights, words = self.found.weights, [_("{volume} a month").format(volume=self._volume(seam))]
        if seam.settler is None:
            words.append(_("{levels} for nobody settling it").format(levels=spoken(weights.nobody)))
        else:
            levels = max(1, seam.levels)
            words.append(ngettext("{levels} level", "{levels} levels", levels).format(levels=levels))
        if seam.leaves_pod:
            words.append(_("{factor} for leaving a pod").format(factor=spoken(weights.pod)))
        if seam.leaves_segment:
            words.append(_("{factor} for leaving a segment").format(factor=spoken(weights.segment)))
        return f"{' × '.join(words)} = {amount(seam.cost)}"

    def _volume(self, seam: Seam) -> str:
        """How much goes over it, so exactly that whoever multiplies by hand comes to the cost that is told."""
        factor = seam.cost / seam.volume if seam.volume else 0.0
        shown = round(seam.volume, 1)
        is_exact = amount(shown * factor) == amount(seam.cost)
        return amount(seam.volume) if is_exact else spoken(round(seam.volume, FINE))

    def faces(self, faces: Faces) -> str:
        """How many people a customer meets."""
        if not faces.customers:
            return _("Nobody becomes a customer yet.")
        counts = sorted(faces.customers)
        if len(counts) == 1:
            text = ngettext("Every customer meets {count} person.", "Every customer meets {count} people.", counts[0])
            return text.format(count=counts[0])
        words = {"mean": amount(faces.mean), "most": counts[-1], "share": percent(faces.share(counts[-1]))}
        sentence = _("A customer meets {mean} people on average; {share} of them meet {most}.")
        return sentence.format_map(words)

    def faces_by_source(self) -> Mapping[str, Faces]:
        """Faces by the name of the lead source."""
        return {self.names.source(source): faces for source, faces in self.found.faces_by_source.items()}

    def faces_by_place(self) -> Mapping[str, Faces]:
        """Faces by the name of the segment or pod where customers land."""
        return {self.place(place): faces for place, faces in self.found.faces_by_place.items()}

    def place(self, place: Place) -> str:
        """What a segment or a pod is called."""
        if place is None:
            return _("No segment")
        is_pod = place.kind is Kind.POD
        return self.names.pod(PodId(place.id)) if is_pod else self.names.segment(SegmentId(place.id))

    def _settler(self, settler: SeatId | None, most: float) -> str:
        """Who settles most, within the headline."""
        share = percent(most / self.found.volume)
        if settler is None:
            return _("{share} is settled by nobody").format(share=share)
        levels = max(1, round(self._mean_levels(settler)))
        text = ngettext(
            "{settler} settles {share} of it, {count} level up",
            "{settler} settles {share} of it, {count} levels up",
            levels,
        )
        return text.format(settler=self.names.seat(settler), share=share, count=levels)

    def _mean_levels(self, settler: SeatId) -> float:
        settled = [seam for seam in self.found.seams if seam.settler == settler and seam.volume > 0]
        volume = sum(seam.volume for seam in settled)
        return sum(seam.levels * seam.volume for seam in settled) / volume if volume > 0 else 0.0

    def _settled(self, seam: Seam) -> str:
        settler, doubt = seam.settler, seam.settlement.doubt
        if settler is None and doubt is Doubt.CIRCLE:
            return _("Nobody settles a dispute: the reporting lines run in a circle.")
        if settler is None and doubt is Doubt.SEVERAL:
            return _("Nobody settles a dispute for certain: somebody on the way up has several managers.")
        if settler is None:
            return _("Nobody settles a dispute: no manager stands above both.")
        name = self.names.seat(settler)
        if settler in {seam.giver, seam.taker}:
            told = _("{name} settles a dispute, as the manager of the other.").format(name=name)
        else:
            text = ngettext(
                "{name} settles a dispute, {count} level up.",
                "{name} settles a dispute, {count} levels up.",
                seam.levels,
            )
            told = text.format(name=name, count=seam.levels)
        if doubt is Doubt.SEVERAL:
            return _("{told} Somebody on the way up has several managers, so that is not certain.").format(told=told)
        return told
