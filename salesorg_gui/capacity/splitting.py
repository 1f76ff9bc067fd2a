"""How what stands at a post is split between the handoffs that lead away from it."""

from collections.abc import Sequence

type Choice[K, T] = tuple[K, T, float | None, bool]
"""A handoff, where it leads, its probability, and whether hot leads take it."""
type Shares[K, T] = tuple[tuple[K, T, float], ...]


def split[K, T](ways: Sequence[Choice[K, T]], hot_share: float, *, must_go: bool) -> Shares[K, T]:
    """The share of each handoff: its probability, and evenly what is left where all must go."""
    if len(ways) == 1 and must_go and ways[0][2] is None:
        return ((ways[0][0], ways[0][1], 1.0),)
    told = {id: min(max(chance, 0.0), 1.0) for id, _to, chance, _hot in ways if chance is not None}
    if must_go:
        told |= _hot(hot_share, [way for way in ways if way[0] not in told])
        untold = [way[0] for way in ways if way[0] not in told]
        told |= dict.fromkeys(untold, max(0.0, 1 - sum(told.values())) / max(1, len(untold)))
    if not told:
        return ()
    total = max(1.0, sum(told.values()))
    return tuple([(id, to, told[id] / total) for id, to, _chance, _hot in ways if id in told])


def besides[K, T](onward: Shares[K, T], back: Shares[K, T]) -> Shares[K, T]:
    """Both together: what is sent back does not go onward too, for nobody leaves twice."""
    gone, left = gone_by(onward), 1.0 - gone_by(back)
    if gone > left:
        onward = tuple([(id, to, share * left / gone) for id, to, share in onward])
    return (*onward, *back)


def gone_by[K, T](shares: Shares[K, T]) -> float:
    """How much of one goes away."""
    return sum(share for _id, _to, share in shares)


def _hot[K, T](share: float, ways: Sequence[Choice[K, T]]) -> dict[K, float]:
    """Hot leads have a share of their own beside the others."""
    hot = [id for id, _to, _chance, is_hot in ways if is_hot]
    if not hot or len(hot) == len(ways):
        return {}
    return dict.fromkeys(hot, min(1.0, share) / len(hot))
