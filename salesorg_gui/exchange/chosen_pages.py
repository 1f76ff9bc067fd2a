"""Which pages of a document are written: all of them, or a few somebody chose.

Documents know nothing of it: they draw every page, and whoever writes the file leaves out the others. It holds for the
thread that makes a document, as a language does.
"""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from salesorg_gui.drawing.shapes import Bar, Box, Dot, Hatch, Icon, Label, Part, Patch, Wire

_here: ContextVar[Container[int] | None] = ContextVar("chosen pages", default=None)


@contextmanager
def choosing(pages: Container[int]) -> Iterator[None]:
    """Write only these pages, counted from 1, of documents made in this thread until the block ends; ``()`` is all."""
    token = _here.set(None if pages == () else pages)
    try:
        yield
    finally:
        _here.reset(token)


def chosen_pages() -> Container[int] | None:
    """The pages that are written here and now; nothing means all."""
    return _here.get()


class SilentPen:
    """Draws a page nobody chose: nothing."""

    def box(self, box: Box) -> None: ...

    def bar(self, bar: Bar) -> None: ...

    def label(self, label: Label) -> None: ...

    def icon(self, icon: Icon) -> None: ...

    def wire(self, wire: Wire) -> None: ...

    def hatch(self, hatch: Hatch) -> None: ...

    def dot(self, dot: Dot) -> None: ...

    def patch(self, patch: Patch) -> None: ...

    def begin(self, part: Part) -> None: ...

    def end(self, part: Part) -> None: ...
