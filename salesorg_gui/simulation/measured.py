"""What is seen in several runs: means with the interval in which the true mean lies with 95 % confidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import pi, sqrt, tan
from statistics import NormalDist, fmean, stdev

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class Measured:
    """A mean over runs; the true one lies between ``low`` and ``high`` with 95 % confidence."""

    mean: float
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within the interval."""
        return self.low <= value <= self.high


def measured(values: Iterable[float]) -> Measured:
    """Mean and interval of what the runs found, by Student's t."""
    found = list(values)
    mean = fmean(found) if found else 0.0
    if len(found) < 2:
        return Measured(mean, mean, mean)
    reach = student(len(found) - 1) * stdev(found, mean) / sqrt(len(found))
    return Measured(mean, mean - reach, mean + reach)


def quantile(runs: Sequence[Sequence[float]], together: Sequence[float], share: float) -> Measured:
    """The value that a ``share`` of all stay under, with the interval of what single runs found. All are sorted."""
    spread = measured(_at(one, share) for one in runs if one)
    found = _at(together, share)
    return Measured(found, min(found, spread.low), max(found, spread.high))


def student(freedom: int, confidence: float = CONFIDENCE) -> float:
    """The two-sided quantile of Student's t: exact for 1 and 2 degrees of freedom, by the expansion of Hill from there.

    That is exact to two digits for 3 degrees, and to three from 4 on.
    """
    if freedom == 1:
        return tan(pi * confidence / 2)
    if freedom == 2:
        return confidence * sqrt(2 / (1 - confidence**2))
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    terms = (
        z,
        (z**3 + z) / (4 * freedom),
        (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2),
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * freedom**3),
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / (92160 * freedom**4),
    )
    return sum(terms)


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
