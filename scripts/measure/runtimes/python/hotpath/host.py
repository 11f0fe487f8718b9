"""What this process lends to a fork: its clocks, and its collector of garbage."""

import gc
from time import get_clock_info, perf_counter_ns, process_time_ns

_IS_FINE = get_clock_info("process_time").resolution < 1e-5


class Host:
    """Nanoseconds everywhere. A test lends another."""

    now = staticmethod(perf_counter_ns)

    #: Processor time of this process, which tells batches that were preempted; None where it moves in large steps.
    cpu_ns = staticmethod(process_time_ns) if _IS_FINE else None

    collect = staticmethod(gc.collect)

    @staticmethod
    def count_collections():
        """Starts counting; the function that it returns ends it. It returns None if the interpreter does not tell."""
        if not hasattr(gc, "callbacks"):
            return lambda: None
        durations = []
        started = 0

        def watch(phase, _info):
            nonlocal started
            if phase == "start":
                started = perf_counter_ns()
            else:
                durations.append(perf_counter_ns() - started)

        def stop():
            gc.callbacks.remove(watch)
            return {"count": len(durations), "ms": float(f"{sum(durations) / 1e6:.4g}")}

        gc.callbacks.append(watch)
        return stop
