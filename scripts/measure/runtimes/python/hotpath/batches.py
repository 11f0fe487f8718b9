"""Batches, and how long to take them: the protocol of ``docs/lib/batches.ts``, rule by rule."""

from collections import namedtuple

from .calls import call_batch
from .chain import chain_step_ns
from .figures import four_digits, median, whole

_LEAST_BATCHES = 7
_WINDOWS = 4

#: A variant ready to be timed: ``chain_calls`` beside each batch of ``iterations``.
Batches = namedtuple("Batches", "run given host chain_calls iterations")

#: One batch, with the chain that was timed just before it, and the share of it in which the process did not run.
_Timed = namedtuple("_Timed", "per_iteration_ns per_step_ns away")


def calibrate(run, given, now, batch_ns):
    """How many iterations take about ``batch_ns``, found by doubling. What was long enough is timed once more."""

    def time(iterations):
        start = now()
        call_batch(run, given, iterations)
        return now() - start

    iterations = 1
    while True:
        first = time(iterations)
        if first >= batch_ns:
            elapsed = min(first, time(iterations))
            if elapsed >= batch_ns / 2:
                return max(1, whole(iterations * batch_ns / elapsed))
        iterations *= 2


def until_steady(batches, batch_ns, settings):
    """Runs batches until the medians of four windows agree, or the time is over. Returns whether they agreed."""
    now = batches.host.now
    start = now()
    medians = []
    window = []
    while now() - start <= settings["warmupCapNs"]:
        timed = _time_batch(batches)
        window.append(timed.per_iteration_ns / timed.per_step_ns)
        elapsed = timed.per_iteration_ns * batches.iterations
        if elapsed < batch_ns / 2:
            batches = batches._replace(iterations=calibrate(batches.run, batches.given, now, batch_ns))
        if len(window) < _window_length(elapsed):
            continue
        medians.append(median(window))
        window = []
        if now() - start >= settings["warmupNs"] and _agree(medians[-_WINDOWS:], settings["steadyWithin"]):
            return True
    return False


def _window_length(batch_ns):
    """About six milliseconds' worth of batches, at least three and at most eleven."""
    return max(3, min(11, whole(6e6 / batch_ns)))


def _agree(medians, within):
    return len(medians) == _WINDOWS and max(medians) <= min(medians) * (1 + within)


def take_batches(batches, settings):
    """Times batches and keeps those in which the process was not preempted."""
    now = batches.host.now
    start = now()
    taken = []
    preempted = []
    while len(taken) - len(preempted) < settings["samples"]:
        timed = _time_batch(batches)
        if timed.away > _tolerated(timed, batches.iterations):
            preempted.append(len(taken))
        taken.append(timed)
        if len(taken) < _LEAST_BATCHES:
            continue
        if now() - start > settings["measureCapNs"] or len(taken) >= 3 * settings["samples"]:
            break
    return _without_worst(taken, preempted)


def _without_worst(taken, preempted):
    """Drops the preempted batches, but never more than half of all: then those that suffered most."""
    worst = sorted(preempted, key=lambda index: -taken[index].away)
    dropped = set(worst[: len(taken) // 2])
    kept = [timed for index, timed in enumerate(taken) if index not in dropped]
    return {
        "samplesNs": [four_digits(timed.per_iteration_ns) for timed in kept],
        "referenceNs": [four_digits(timed.per_step_ns) for timed in kept],
        "dropped": len(dropped),
    }


def _time_batch(batches):
    run, given, host, chain_calls, iterations = batches
    now, cpu_ns = host.now, host.cpu_ns or host.now
    per_step_ns = chain_step_ns(now, chain_calls)
    cpu_start = cpu_ns()
    start = now()
    call_batch(run, given, iterations)
    end = now()
    cpu = cpu_ns() - cpu_start
    return _Timed((end - start) / iterations, per_step_ns, max(0, (end - start - cpu) / (end - start)))


def _tolerated(timed, iterations):
    """Twenty-five microseconds or three per cent of the batch, whichever is more."""
    return max(0.03, 25_000 / (timed.per_iteration_ns * iterations))
