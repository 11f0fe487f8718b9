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

    A compiler that watches the program must not take one function for the only one. CPython inlines no call and
    removes no work, but since 3.11 an instruction that calls adapts itself to the kind of function that it meets, and
    anew when it has met enough of another (PEP 659): each batch begins as the empty calls before it left the site.
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


#: Functions that do nothing: two, so that no compiler takes the one that is called for a constant.
_EMPTY = (lambda given: given, lambda _given: None)


#: Calls after which a compiler that watches the program has done its work.
_WARM_CALLS = 2_000


def empty_call_ns(now, calls):
    """Nanoseconds for a call of a function that does nothing, in the same loop: what each iteration carries."""
    start = now()
    call_batch(_EMPTY[calls & 1], None, calls)
    return (now() - start) / calls


def empty_calls_for(now, least_ns):
    """Warms the empty call. Returns how many of them take at least ``least_ns``: an even number."""
    for run in _EMPTY:
        call_batch(run, None, _WARM_CALLS)
    return calls_for(lambda calls: empty_call_ns(now, calls) * calls, least_ns, 1024)


def calls_for(time, least_ns, first):
    """How many calls take at least ``least_ns``, found by doubling: see ``docs/lib/calls-for.ts``."""
    calls = first
    while min(time(calls), time(calls)) < least_ns:
        calls *= 2
    return calls
