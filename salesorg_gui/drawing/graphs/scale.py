"""Round steps of an axis, and numbers in few letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isnan, log10

from salesorg_gui.i18n import decimal_sign

LARGEST = 1e15
"""What is larger is drawn as large as this; nobody reads the difference."""
SMALLEST_STEP = 1e-6
THIN = "\u202f"
EXACT_BELOW = 1e5
UNITS = ((1e6, "M"), (1e3, "k"))
STEPS = (1.0, 2.0, 5.0, 10.0)


def sane(value: float) -> float:
    """A number that can be drawn: not endless, and 0 for what is no number."""
    return 0.0 if isnan(value) else max(-LARGEST, min(LARGEST, value))


def figure(value: float, decimals: int = 1) -> str:
    """A number as the language writes it, no longer than it needs: ``0.6``, ``12 400``, ``2.4 M``.

    From 100 000 on it has three digits that say something.
    """
    value = sane(value)
    if abs(value) < EXACT_BELOW:
        return _written(value, decimals)
    size, letter = next((size, letter) for size, letter in UNITS if abs(value) >= size)
    digits = 0 if abs(value) >= 100 * size else 1 if abs(value) >= 10 * size else 2
    return f"{_written(value / size, digits)}\u00a0{letter}"


def _written(value: float, decimals: int) -> str:
    text = f"{value:,.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text.replace("-", "−")
    whole, _point, tail = text.partition(".")
    whole = whole.replace(",", THIN)
    return f"{whole}{decimal_sign()}{tail}" if tail else whole


def with_unit(value: float, unit: str, decimals: int = 1) -> str:
    """The number and what it counts, never apart."""
    text = figure(value, decimals)
    return f"{text}\u00a0{unit}" if unit else text


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis in round ``step``s from ``low`` to ``high``, drawn from ``start`` to ``end`` px."""

    low: float
    high: float
    step: float
    start: float = 0.0
    end: float = 1.0

    def at(self, value: float) -> float:
        """Where a value stands, at the end of the axis when it lies beyond."""
        share = (sane(value) - self.low) / (self.high - self.low)
        return self.start + (self.end - self.start) * max(0.0, min(1.0, share))

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round values."""
        return tuple(self.low + n * self.step for n in range(round((self.high - self.low) / self.step) + 1))

    @property
    def texts(self) -> tuple[str, ...]:
        """The round values, all in one unit and in as many decimals as their step has."""
        largest = max(abs(self.low), abs(self.high))
        fitting = ((size, letter) for size, letter in UNITS if largest >= max(size, EXACT_BELOW))
        size, letter = next(fitting, (1.0, ""))
        decimals = max(0, ceil(-log10(self.step / size) - 1e-9))
        texts = (_written(value / size, decimals) for value in self.ticks)
        return tuple(f"{text}\u00a0{letter}" if letter and text != "0" else text for text in texts)

    def placed(self, start: float, end: float) -> "Scale":
        """The same axis elsewhere."""
        return Scale(self.low, self.high, self.step, start, end)


def scale_of(values: Iterable[float], most: int = 5, *, from_zero: bool = True, in_wholes: bool = False) -> Scale:
    """An axis that holds all values in at most ``most`` round steps, and one more on either side of zero."""
    found = [sane(value) for value in values] or [0.0]
    low, high = min(found), max(found)
    if from_zero:
        low, high = min(0.0, low), max(0.0, high)
    if high - low < SMALLEST_STEP:
        high = low + (1.0 if abs(low) < LARGEST / 10 else LARGEST / 10)
    step = _step((high - low) / most)
    if in_wholes:
        step = max(1.0, step)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Scale(first * step, max(last, first + 1) * step, step)


def _step(least: float) -> float:
    """The next 1, 2 or 5 of a power of ten."""
    size = 10.0 ** floor(log10(least))
    return next(part * size for part in STEPS if part * size >= least * (1 - 1e-9))
