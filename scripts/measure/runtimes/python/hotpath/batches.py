"""Batches, and how long to take them: the protocol of ``docs/lib/batches.ts``,
``until-steady.ts`` and ``take-batches.ts``, rule by rule."""

from collections import namedtuple

from .calls import call_batch, empty_call_ns
from .chain import chain_step_ns
from .figures import four_digits, median, whole
from .quiet import UNDISTURBED, Quiet

_LEAST_BATCHES = 7
_WINDOWS = 4

#: A variant ready to be timed: ``chain_calls`` beside each batch of ``iterations``, ``empty_calls`` before and after.
Batches = namedtuple("Batches", "run given host chain_calls empty_calls iterations")

#: One batch, with what was timed beside it: ``empty_call_ns`` is that before or after it, whichever took longer,
#: ``empty_call_steps`` the same in steps of the chain, ``away`` the share of it in which the process did not run.
_Timed = namedtuple("_Timed", "per_iteration_ns per_step_ns empty_call_ns empty_call_steps away")


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
    """Runs batches until the medians of four windows agree, or the time is over. Returns whether they agreed.

    Windows hold undisturbed batches only: see ``take_batches``.
    """
    now = batches.host.now
    start = now()
    medians = []
    window = []
    quiet = Quiet(float("inf"))
    while now() - start <= settings["warmupCapNs"]:
        timed = _time_batch(batches, quiet)
        if timed.empty_call_steps <= quiet.at_best * UNDISTURBED:
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


def has_settled(taken, within):
    """Whether the batches that were kept agree, in four windows one after the other."""
    steps = [ns / step_ns for ns, step_ns in zip(taken["samplesNs"], taken["referenceNs"])]
    bounds = [whole(window * len(steps) / _WINDOWS) for window in range(_WINDOWS + 1)]
    windows = [steps[start:end] for start, end in zip(bounds, bounds[1:])]
    return len(steps) >= _WINDOWS and _agree([median(window) for window in windows], within)


def _agree(medians, within):
    return len(medians) == _WINDOWS and max(medians) <= min(medians) * (1 + within)


def take_batches(batches, settings, at_best):
    """Times batches until enough were undisturbed: the process was not preempted, and the empty calls beside it were
    as short as they can be.

    ``at_best`` is how many steps of the chain an empty call takes on this machine when nothing disturbs it, or more.
    All batches are judged again only when the best is another, or an interpreter would spend its patience on that.
    """
    now, iterations = batches.host.now, batches.iterations
    start = now()
    quiet = Quiet(at_best)
    every = []
    good, over = 0, False
    while good < settings["samples"] and not over:
        known = quiet.at_best
        timed = _time_batch(batches, quiet)
        every.append(timed)
        if quiet.at_best == known:
            good += _trouble_of(timed, iterations, known) <= 1
        else:
            good = len(_undisturbed(every, iterations, quiet.at_best))
        patience = settings.get("patience", 1) if good < _LEAST_BATCHES else 1
        over = len(every) >= _LEAST_BATCHES and now() - start > settings["measureCapNs"] * patience
    choose = _undisturbed if good >= _LEAST_BATCHES else _better_half
    return _taken(every, choose(every, iterations, quiet.at_best))


def _taken(every, kept):
    return {
        "samplesNs": [four_digits(timed.per_iteration_ns) for timed in kept],
        "referenceNs": [four_digits(timed.per_step_ns) for timed in kept],
        "dropped": len(every) - len(kept),
        "emptyCallNs": four_digits(median([timed.empty_call_ns for timed in kept])),
    }


def _undisturbed(every, iterations, at_best):
    return [timed for timed in every if _trouble_of(timed, iterations, at_best) <= 1]


def _better_half(every, iterations, at_best):
    troubles = [_trouble_of(timed, iterations, at_best) for timed in every]
    most = median(troubles)
    return [timed for timed, trouble in zip(every, troubles) if trouble <= most]


def _trouble_of(timed, iterations, at_best):
    """How much a batch was disturbed, by what ran on the same core or in place of the process: above 1 is too much."""
    tolerated = _tolerated(timed.per_iteration_ns * iterations)
    return max(timed.empty_call_steps / (at_best * UNDISTURBED), timed.away / tolerated)


def _time_batch(batches, quiet):
    run, given, host, chain_calls, empty_calls, iterations = batches
    now, cpu_ns = host.now, host.cpu_ns or host.now
    per_step_ns = chain_step_ns(now, chain_calls)
    before = empty_call_ns(now, empty_calls)
    cpu_start = cpu_ns()
    start = now()
    call_batch(run, given, iterations)
    end = now()
    cpu = cpu_ns() - cpu_start
    longer = max(before, empty_call_ns(now, empty_calls))
    away = max(0, (end - start - cpu) / (end - start))
    return _Timed((end - start) / iterations, per_step_ns, longer, quiet.add(longer, per_step_ns), away)


def _tolerated(batch_ns):
    """The share of a batch that the process may be away: 25 microseconds, or three per cent if that is more."""
    return max(0.03, 25_000 / batch_ns)
