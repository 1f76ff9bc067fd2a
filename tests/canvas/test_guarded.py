"""Errors do not leave what Qt calls."""

import sys

import pytest

from salesorg_gui.canvas.guarded import guarded


def test_an_error_is_reported_and_the_default_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: seen.append(kind))

    @guarded(7)
    def broken() -> int:
        raise ZeroDivisionError

    assert broken() == 7
    assert seen == [ZeroDivisionError]


def test_what_works_is_left_alone() -> None:
    @guarded(0)
    def double(number: int) -> int:
        """Twice."""
        return 2 * number

    assert double(4) == 8
    assert double.__doc__ == "Twice."
