"""Measures one fork, as ``docs/lib/measure.ts`` does."""

from .answer import answer_of
from .batches import Batches, calibrate, has_settled, take_batches, until_steady
from .calls import empty_calls_for, open_call_site
from .chain import chain_calls_for
from .clock import clock_step
from .seeded_random import seeded_random

#: Empty calls before and after each batch take at least this long, and twenty steps of the clock.
_EMPTY_CALLS_NS = 10_000


def measure_fork(lab, request, host):
    """Measures one variant at one size in this process, which must be fresh.

    Collections go on while batches run, as they do in a program. Returns the measurement, and the answer of the work
    for comparison between variants and between runtimes.
    """
    name, size, settings = request["variant"], request["size"], request["settings"]
    if name not in lab.variants:
        raise LookupError(f"the lab has no variant {name}")
    variant = lab.variants[name]
    data = lab.setup(size, seeded_random(request["seed"]))
    given = data if variant.prepare is None else variant.prepare(data)
    answer = answer_of(variant.run(given), f"variant {name} at {size}")

    open_call_site()
    step_ns = clock_step(host.now)
    batch_ns = max(settings["batchNs"], 200 * step_ns)
    chain_calls = chain_calls_for(host.now, 200 * step_ns)
    empty_calls = empty_calls_for(host.now, max(_EMPTY_CALLS_NS, 20 * step_ns))
    iterations = calibrate(variant.run, given, host.now, batch_ns)
    batches = Batches(variant.run, given, host, chain_calls, empty_calls, iterations)
    agreed = until_steady(batches, batch_ns, settings)
    iterations = calibrate(variant.run, given, host.now, batch_ns)

    host.collect()
    stop_counting = host.count_collections()
    at_best = request.get("emptyCallSteps", float("inf"))
    taken = take_batches(batches._replace(iterations=iterations), settings, at_best)
    collections = stop_counting()
    fork = {
        **{part: request[part] for part in ("block", "order", "variant", "size")},
        "iterations": iterations,
        **taken,
        "collections": collections,
        "steady": agreed or has_settled(taken, settings["steadyWithin"]),
        "clockStepNs": step_ns,
    }
    return {"answer": answer, "fork": fork}
