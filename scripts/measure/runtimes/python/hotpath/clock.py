"""The step of the clock: see ``docs/lib/clock.ts``."""

from .figures import four_digits

_MOST_CHANGES = 20_000
_LEAST_CHANGES = 10
_ENOUGH_NS = 3_000_000
_READS = 20_000_000


def clock_step(now):
    """The smallest step that the clock was seen to take, in nanoseconds."""
    start = last = now()
    smallest = float("inf")
    reads = changes = 0
    while changes < _MOST_CHANGES:
        current = now()
        if current > last:
            smallest = min(smallest, current - last)
            changes += 1
            reads = 0
            if changes >= _LEAST_CHANGES and current - start > _ENOUGH_NS:
                break
        last = current
        reads += 1
        if reads > _READS:
            raise RuntimeError("the clock of this runtime stands still")
    return four_digits(smallest)
