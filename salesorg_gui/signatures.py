"""What Qt for Python knows of the signatures of its functions, loaded when somebody asks for it.

It serves to say what was wrong with a call, and to show help. Qt for Python carries it as packed source, and unpacks,
compiles and runs it at every start, which is half of what loading ``QtCore`` takes. Here its two modules that C++ calls
are put in place unread; whichever function of theirs is called first reads them and answers.
"""

import builtins
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType, SimpleNamespace
from typing import Any, Protocol, cast

LOOKED_AT = ((6, 12, 0),)
"""The releases whose loading has been looked at; any other loads itself in its own way."""
PACKAGE = "shibokensupport.signature"
ASKED = {
    f"{PACKAGE}.mapping": ("update_mapping",),
    f"{PACKAGE}.loader": ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext"),
}
"""What C++ calls, by module, in the order in which the modules need each other."""
NEVER_NEEDED = ("finish_import", "feature_import", "feature_imported", "post_init")
"""What it calls after each import: it mends nothing in these versions, or serves ``from __feature__ import``."""


class Finder(Protocol):
    """Finds the packed modules and runs them."""

    def find_spec(self, name: str, path: Sequence[str] | None, /) -> ModuleSpec | None:
        """Say whether the module is there."""

    def exec_module(self, module: ModuleType, /) -> None:
        """Run what stands in it."""


@contextmanager
def postponed() -> Iterator[None]:
    """Let Qt for Python be imported without what it knows of signatures."""
    find = builtins.__import__

    def find_or_postpone(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 -- as it is called
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        """Import a module."""
        if name == PACKAGE and fromlist == ("loader",) and is_looked_at() and _is_packed(sys.meta_path[0]):
            return cast("ModuleType", SimpleNamespace(loader=_unread(cast("Finder", sys.meta_path[0]))))
        return find(name, globals, locals, fromlist or (), level)

    builtins.__import__ = find_or_postpone
    try:
        yield
    finally:
        builtins.__import__ = getattr(builtins, "__orig_import__", find)  # or what Qt for Python put over it stays


def is_looked_at() -> bool:
    """Whether it is known how this Qt for Python loads itself."""
    version = getattr(sys.modules.get("PySide6"), "__version_info__", ())
    return tuple(version[:3]) in LOOKED_AT


def _is_packed(finder: object) -> bool:
    """Whether this finder has all that is to be read later."""
    find, run = getattr(finder, "find_spec", None), getattr(finder, "exec_module", None)
    return callable(find) and callable(run) and all(find(name, None) is not None for name in ASKED)


def _unread(finder: Finder) -> ModuleType:
    """The modules put in place; the loader is given back."""
    modules = [_module(finder, name) for name in ASKED]
    waiting = list(modules)

    def read() -> None:
        sys.meta_path.insert(0, cast("Any", finder))
        try:
            while waiting:
                finder.exec_module(waiting.pop(0))
        finally:
            sys.meta_path.remove(cast("Any", finder))

    def asked(module: ModuleType, name: str) -> Callable[..., object]:
        def answer(*words: object) -> object:
            read()
            return cast("Callable[..., object]", getattr(module, name))(*words)

        return answer

    loader = modules[-1]
    for module in modules:
        names = ASKED[module.__name__]
        vars(module).update({name: asked(module, name) for name in names})
        module.__dict__["__unread__"] = [getattr(module, name) for name in names]  # C++ may hold on to one it calls
    vars(loader).update(dict.fromkeys(NEVER_NEEDED, lambda *_words: None))
    return loader


def _module(finder: Finder, name: str) -> ModuleType:
    module = sys.modules[name] = ModuleType(name)
    module.__spec__ = finder.find_spec(name, None)
    return module
