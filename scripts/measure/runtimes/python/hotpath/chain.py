"""The reference chain: a software cycle counter beside each batch. See ``docs/lib/reference-chain.ts``."""

from .calls import call_batch, calls_for

#: Steps of one call: fewer than in JavaScript, because each takes an interpreter some fifty times as long.
STEPS = 100

#: Calls after which a compiler that watches the program has done its work.
WARM_CALLS = 100

LEAST_NS = 100_000


def reference_chain(start):
    """The recurrence of the JavaScript chain, kept to 32 bits by a mask."""
    x = start
    for _ in range(STEPS):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
    return x


def chain_step_ns(now, calls):
    """Nanoseconds of one step, over this many calls of the chain."""
    start = now()
    call_batch(reference_chain, calls, calls)
    return (now() - start) / (calls * STEPS)


def chain_calls_for(now, least_ns):
    """Warms the chain. Returns how many calls take a hundred microseconds, and at least ``least_ns``."""
    call_batch(reference_chain, 1, WARM_CALLS)
    return calls_for(lambda calls: chain_step_ns(now, calls) * calls * STEPS, max(LEAST_NS, least_ns), 1)
