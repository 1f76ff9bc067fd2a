"""The largest flow through a network of spots, after Dinic: shortest ways first, all of one length in one sweep.

Amounts are whole numbers, so the answer is exact. A sweep takes time in proportion to the network; there are as many as
there are lengths of ways, and in an organisation these are few: from the lead source to those who keep customers.
"""

from collections.abc import Hashable, Mapping


class Network[T: Hashable]:
    """Spots and what may pass between them, from ``start`` to ``end``."""

    def __init__(self, start: T, end: T) -> None:
        self._place: dict[T, int] = {}
        self._out: list[list[int]] = []
        self._to: list[int] = []
        self._left: list[float] = []
        self._start, self._end = self._spot(start), self._spot(end)
        self._far: list[int] = []

    def pass_on(self, giver: T, taker: T, most: float) -> int:
        """Let ``most`` pass from one spot to another, endless where nothing limits it; the number of this way."""
        start, end = self._spot(giver), self._spot(taker)
        for at, to, left in ((start, end, most), (end, start, 0)):
            self._out[at].append(len(self._to))
            self._to.append(to)
            self._left.append(left)
        return len(self._to) - 2

    def largest(self) -> float:
        """The largest flow. Some way's limits must be finite; it is found once and fills the network."""
        total: float = 0
        while self._measure():
            total += self._sweep()
        return total

    def passed(self, way: int) -> float:
        """How much goes along a way."""
        return self._left[way ^ 1]

    def gained(self, more: Mapping[int, float]) -> float:
        """How much more would get through if these ways let so much more pass; the network stays as it is."""
        left, far = self._left, self._far
        self._left = left.copy()
        for way, amount in more.items():
            self._left[way] += amount
        try:
            return self.largest()
        finally:
            self._left, self._far = left, far

    def holds_back(self, spot: T) -> bool:
        """Whether more that came here could still not get to the end; after ``largest``."""
        place = self._place.get(spot)
        return place is None or self._far[place] < 0

    def _spot(self, name: T) -> int:
        place = self._place.setdefault(name, len(self._out))
        if place == len(self._out):
            self._out.append([])
        return place

    def _measure(self) -> bool:
        """How far each spot is from the end along ways with room; whether the start is connected at all."""
        self._far = [-1] * len(self._out)
        self._far[self._end] = 0
        wave, distance = [self._end], 0
        while wave:
            distance += 1
            wave = self._before(wave, distance)
        return self._far[self._start] >= 0

    def _before(self, wave: list[int], distance: int) -> list[int]:
        """The spots not yet seen from which something may pass to those of the wave."""
        far, to, left, out = self._far, self._to, self._left, self._out
        found: list[int] = []
        for spot in wave:
            for way in out[spot]:
                before = to[way]
                if far[before] < 0 and left[way ^ 1] > 0:
                    far[before] = distance
                    found.append(before)
        return found

    def _sweep(self) -> float:
        """Fill all shortest ways: forward while it gets closer, a step back where it does not."""
        far, to, left, out = self._far, self._to, self._left, self._out
        tried = [0] * len(out)
        total: float = 0
        spot, taken = self._start, list[int]()
        while True:
            if spot == self._end:
                total += self._fill(taken)
                spot = to[taken[-1]] if taken else self._start
            ways, closer, place = out[spot], far[spot] - 1, tried[spot]
            while place < len(ways) and (left[ways[place]] <= 0 or far[to[ways[place]]] != closer):
                place += 1
            tried[spot] = place
            if place < len(ways):
                taken.append(ways[place])
                spot = to[ways[place]]
            elif taken:
                spot = to[taken.pop() ^ 1]
                tried[spot] += 1
            else:
                return total

    def _fill(self, taken: list[int]) -> float:
        """Let as much as fits pass along the ways taken, and go back before the first that is full."""
        left = self._left
        amount = min(map(left.__getitem__, taken))
        full = len(taken)
        for place in range(len(taken) - 1, -1, -1):
            way = taken[place]
            left[way] -= amount
            left[way ^ 1] += amount
            if not left[way]:
                full = place
        del taken[full:]
        return amount
