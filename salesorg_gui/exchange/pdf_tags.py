"""What a page says, in reading order: the structure tree of a tagged PDF.

Pens tell which part they draw for; everything drawn for one part in a row becomes one marked piece of its page. What is
drawn for no part is furniture, which readers pass over. A list item and its body are two elements in PDF, one here.
"""

from dataclasses import dataclass, field

from salesorg_gui.drawing.shapes import Role

TAGS: dict[Role, str] = {
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "p": "P",
    "list": "L",
    "item": "LI",
    "table": "Table",
    "row": "TR",
    "head": "TH",
    "cell": "TD",
    "figure": "Figure",
    "aside": "Note",
}
KEPT_EMPTY = frozenset({"TD", "TH"})
"""Cells count even when nothing stands in them."""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree: its kids are further elements, or numbered pieces of ``page`` (counted from 0)."""

    tag: str
    parent: "Element | None" = None
    text: str = ""
    page: int = -1
    kids: list["Element | int"] = field(default_factory=list)

    def child(self, tag: str, text: str = "") -> "Element":
        """A new last kid."""
        kid = Element(tag, self, text)
        self.kids.append(kid)
        return kid

    def prune(self) -> bool:
        """Drop kids that hold nothing; tells whether this one holds something itself."""
        self.kids = [kid for kid in self.kids if isinstance(kid, int) or kid.prune()]
        return bool(self.kids) or self.tag in KEPT_EMPTY

    def whole(self) -> list["Element"]:
        """This element and all below it, in reading order."""
        found: list[Element] = []
        waiting = [self]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting += [kid for kid in reversed(element.kids) if not isinstance(kid, int)]
        return found


FURNITURE = Element("Artifact")


class Tags:
    """The tree of one file while its pages are drawn. What it returns is code for the page."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.pages: list[list[Element]] = []
        """Whose each piece of each page is."""
        self._inside = self.root
        self._open: Element | None = None
        self._is_stamp = False

    def new_page(self) -> None:
        """A page begins."""
        self.pages.append([])

    def begin(self, role: Role, text: str) -> None:
        """A part begins inside the one begun last."""
        self._inside = self._inside.child(TAGS[role], text)
        if role == "item":
            self._inside = self._inside.child("LBody")

    def end(self) -> None:
        """The part begun last ends."""
        parent = self._inside.parent
        if self._inside.tag == "LBody" and parent is not None:
            parent = parent.parent
        assert parent is not None
        self._inside = parent

    def piece(self) -> str:
        """What comes next is drawn for the part begun last."""
        owner = FURNITURE if self._inside is self.root or self._is_stamp else self._inside
        if owner is self._open:
            return ""
        code = self.closed()
        self._open = owner
        if owner is FURNITURE:
            return f"{code}/Artifact BMC"
        number = len(self.pages[-1])
        self.pages[-1].append(owner)
        owner.page = len(self.pages) - 1
        owner.kids.append(number)
        return f"{code}/{owner.tag} <</MCID {number}>> BDC"

    def closed(self) -> str:
        """Nothing more is drawn for the part that was drawn for last."""
        was_open, self._open = self._open is not None, None
        return "EMC " if was_open else ""

    def stamp(self, *, is_begun: bool) -> None:
        """A drawing that is used many times has no place of its own in the tree."""
        self._is_stamp = is_begun
