"""How time grows with what is read, measured so that other work on the machine does not count."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

ROUNDS = 15
NOISE = 0.005  # seconds: below this a clock says nothing


def growth(once: Callable[[], object], twice: Callable[[], object], *, noise: float = NOISE) -> float:
    """Return how many times as long `twice`, of double the size, takes as `once`: the least of several rounds.

    Both are measured in processor time, one right after the other: a machine that changes its speed from second to
    second changes it for both. Rounds end as soon as one has no more than thrice the time.
    """
    least = float("inf")
    for _ in range(ROUNDS):
        gc.collect()
        short = seconds(once)
        least = min(least, seconds(twice) / max(short, noise))
        if least <= 3:
            break
    return least


def seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start
