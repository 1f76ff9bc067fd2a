"""Keeps errors out of Qt: an exception must not leave an override or a slot that Qt called.

The error goes to ``sys.excepthook``, where whoever watches over the program writes it down and says so once.
"""

import sys
from collections.abc import Callable
from functools import wraps


def guarded[**P, R](default: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let an override or slot return ``default`` when it fails, and report the error."""

    def guard(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except Exception as error:  # noqa: BLE001 -- Qt cannot take any
                sys.excepthook(type(error), error, error.__traceback__)
                return default

        return call

    return guard
