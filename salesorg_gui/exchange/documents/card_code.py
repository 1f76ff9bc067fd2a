"""The short code printed on a card: six signs that lead back to the seat.

Five signs are a number made from the seat's id, the sixth a check: any one sign read wrongly, and any two swapped, are
noticed, since the alphabet has as many signs as a prime number and every place its own weight. Letters and digits that
look alike (I, L, O, 0, 1) are not used.
"""

import hashlib
from collections.abc import Iterable

from salesorg_gui.domain.ids import SeatId

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PRIME = len(SIGNS)
LENGTH = 5
QR_PREFIX = "SALESORG:"


def codes_of(seats: Iterable[SeatId]) -> dict[SeatId, str]:
    """The code of every seat, the same whenever and in whatever order it is asked for; no two alike."""
    found: dict[SeatId, str] = {}
    taken: set[str] = set()
    for seat in sorted(seats):
        code = next(code for code in _candidates(seat) if code not in taken)
        taken.add(code)
        found[seat] = code
    return found


def seat_of(code: str, seats: Iterable[SeatId]) -> SeatId | None:
    """The seat behind a code as it was typed or read from the QR square; ``None`` when there is none."""
    wanted = plain(code)
    if not is_sound(wanted):
        return None
    return next((seat for seat, known in codes_of(seats).items() if known == wanted), None)


def plain(code: str) -> str:
    """A code without blanks, dashes and what the QR square has before it, in capitals."""
    return "".join(code.upper().removeprefix(QR_PREFIX).split()).replace("-", "")


def is_sound(code: str) -> bool:
    """Whether a plain code has all its signs, and they agree with the check."""
    return len(code) == LENGTH + 1 and set(code) <= set(SIGNS) and code[-1] == _check(code[:-1])


def _candidates(seat: SeatId) -> Iterable[str]:
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{seat}\0{attempt}".encode("utf-8", "surrogatepass")).digest()
        number = int.from_bytes(digest[:8]) % PRIME**LENGTH
        signs = "".join(SIGNS[number // PRIME**place % PRIME] for place in range(LENGTH))
        yield signs + _check(signs)
        attempt += 1


def _check(signs: str) -> str:
    """The sign for which the sum of all, each times its place, is divided by 31."""
    total = sum(place * SIGNS.index(sign) for place, sign in enumerate(signs, 1))
    weight = LENGTH + 1
    return SIGNS[-total * pow(weight, -1, PRIME) % PRIME]
