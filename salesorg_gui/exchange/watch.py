"""Looking on while a document is made: how far it is, and whether anybody still wants it.

Documents know nothing of who looks on. ``watching`` holds for the thread that makes a document, as a language does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Protocol


class Stopped(Exception):
    """Nobody wants the document any more; nothing is left of it."""


class Watch(Protocol):
    """Somebody who looks on."""

    def page(self, number: int, of: int) -> None:
        """A page begins; ``of`` is how many there will be, 0 while nobody knows. Raises ``Stopped`` to end it."""

    def rest(self) -> None:
        """Between two pieces of work that are not pages yet; raises ``Stopped`` too."""


class Nobody:
    """Looks on and says nothing."""

    def page(self, number: int, of: int) -> None:
        """Let every page pass."""

    def rest(self) -> None:
        """Let the work go on."""


_here: ContextVar[Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Have ``watch`` look on at every document made in this thread until the block ends."""
    token = _here.set(watch)
    try:
        yield
    finally:
        _here.reset(token)


def onlooker() -> Watch:
    """Who looks on here and now."""
    return _here.get() or Nobody()
