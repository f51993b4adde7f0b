"""The 95 % interval of delta from its spread over resampled donors.

The interval of Feng and Cliff (2004), which is asymmetric so that it stays within -1 and 1, with the quantile of
Student's t for the number of donors and the spread of the bootstrap. A plain percentile interval covers too little.
"""

import math
from functools import lru_cache
from typing import Any

import numpy as np

LEVEL = 0.975


def interval(delta: Any, deviation: Any, n: int, m: int, donors: int) -> tuple[Any, Any]:
    """Lower and upper end; `deviation` is the standard deviation of delta over resamples of donors.

    Where every profile of one side is above all others nothing varies: then the end is that of n draws without a
    failure, (n - t^2) / (n + t^2) with the smaller of n and m.
    """
    t = t_quantile(donors - 1)
    spread = t * deviation * math.sqrt(donors / (donors - 1))
    centre = delta - delta**3
    reach = spread * np.sqrt((1 - delta**2) ** 2 + spread**2)
    below = 1 - delta**2 + spread**2
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (centre - reach) / below, (centre + reach) / below
    least = min(n, m)
    bound = max((least - t * t) / (least + t * t), -1.0)
    low = np.where(delta >= 1, bound, np.where(delta <= -1, -1.0, low))
    high = np.where(delta <= -1, -bound, np.where(delta >= 1, 1.0, high))
    return np.clip(low, -1, delta), np.clip(high, delta, 1)


@lru_cache(maxsize=4096)
def t_quantile(freedom: int, level: float = LEVEL) -> float:
    """Quantile of Student's t by halving."""
    low, high = 0.0, 1e3
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _t_below(middle, freedom) < level else (low, middle)
    return (low + high) / 2


def _t_below(t: float, freedom: int) -> float:
    """P(T <= t) for t >= 0 and whole degrees of freedom, by the finite series of sines and cosines."""
    angle = math.atan(t / math.sqrt(freedom))
    cosine = math.cos(angle) ** 2
    odd = freedom % 2
    term = math.cos(angle) if odd else 1.0
    total = 0.0
    for step in range(1 + odd, freedom, 2):
        total += term
        term *= cosine * step / (step + 1)
    inside = math.sin(angle) * total
    if odd:
        inside = 2 / math.pi * (angle + inside)
    return 0.5 + inside / 2
