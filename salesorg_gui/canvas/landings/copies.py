"""What is carried with Control down: copies under names of their own, which land as the originals would."""

from dataclasses import dataclass, replace

from salesorg_gui.canvas.landings.ground import Ground
from salesorg_gui.canvas.landings.landing import Landing
from salesorg_gui.canvas.landings.moves import Held
from salesorg_gui.domain.chart import key_of
from salesorg_gui.domain.copying import clipping, renamed
from salesorg_gui.domain.edits.edit import Together
from salesorg_gui.domain.edits.records import Add
from salesorg_gui.i18n import _


@dataclass(frozen=True)
class Copies:
    """Copies in the hand: the edit that makes them, and the ground as if they were on it already."""

    add: Add
    held: Held
    ground: Ground

    def landing(self, landing: Landing) -> Landing:
        """The landing of the copies as one edit that makes them first."""
        if landing.edit is None:
            return landing
        edit = Together(self.add.label, (self.add, landing.edit))
        note = _("Copy: {what}").format(what=landing.note)
        return replace(landing, note=note, edit=edit, selects=landing.selects or tuple(self.held.home))


def copies_of(held: Held, ground: Ground) -> Copies:
    """Copies of what is held, with all that stands inside and the lines and handoffs among it."""
    originals = clipping(ground.chart, held.home)
    records = renamed(originals, ground.chart)
    names = {key_of(old): key_of(new) for old, new in zip(originals, records, strict=True)}
    add = Add(records, _("Copy"))
    home = {names[key]: rect for key, rect in held.home.items()}
    copied = replace(held, home=home, grabbed=names[held.grabbed], is_copy=True)
    return Copies(add, copied, replace(ground, chart=add.apply(ground.chart)))
