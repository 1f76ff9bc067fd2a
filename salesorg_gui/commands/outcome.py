"""How a command ends."""

from typing import Final

DONE, FOUND, UNUSABLE = 0, 1, 2
STANDARD: Final = "-"
"""The name that stands for standard input and standard output."""


class Refused(Exception):
    """What was asked for cannot be done; the message is the line the user reads."""
