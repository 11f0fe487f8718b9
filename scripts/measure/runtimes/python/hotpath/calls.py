"""The one place where variants are called: see ``docs/lib/opaque-call.ts``."""

from itertools import repeat
from operator import itemgetter

#: Where the values go, so that no compiler can prove that the work is for nothing.
sink = [None]


def call_batch(run, given, iterations):
    """Calls ``run`` that many times. The only call site of a fork: see ``open_call_site``."""
    for _ in repeat(None, iterations):
        sink[0] = run(given)


def open_call_site():
    """Shows the call site many kinds of functions before a variant meets it.

    CPython inlines no call and removes no work, but since 3.11 an instruction that calls adapts itself to the kind
    of function that it meets (PEP 659). After these it has given up, so that every variant starts from the same site.
    """
    decoys = [
        (lambda x: x + 1, 1),
        (lambda x, y=2: x + y, 2),
        (len, "three"),
        (abs, -4),
        (str, 5),
        (itemgetter(0), [6]),
        ("seven".count, "e"),
        (_Decoy, None),
        (_Decoy(None).method, 8),
    ]
    for _ in range(20):
        for run, given in decoys:
            call_batch(run, given, 50)


class _Decoy:
    def __init__(self, _given):
        pass

    def method(self, given):
        return given


def empty_call_ns(now, batch_ns):
    """Nanoseconds for a call of a function that does nothing, in the same loop: the least of five batches."""

    def time(iterations):
        start = now()
        call_batch(_empty, None, iterations)
        return now() - start

    iterations = 1024
    while time(iterations) < batch_ns:
        iterations *= 2
    return min(time(iterations) for _ in range(5)) / iterations


def _empty(given):
    return given
