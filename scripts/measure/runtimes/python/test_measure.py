"""A fork does what docs/lib/measure.ts says: with what it is told, beside each batch, and to its host."""

import unittest
from time import perf_counter_ns

from hotpath import Lab
from hotpath.batches import has_settled
from hotpath.calls import calls_for, empty_calls_for
from hotpath.measure import measure_fork

US = 1_000
MS = 1_000_000
SETTINGS = {
    "batchNs": 50 * US,
    "samples": 7,
    "measureCapNs": 20 * MS,
    "patience": 1,
    "warmupNs": 1 * MS,
    "warmupCapNs": 10 * MS,
    "steadyWithin": 1,
}


class Lent:
    """A host without processor time, which notes what it is asked for."""

    cpu_ns = None

    def __init__(self, now=perf_counter_ns):
        self.now = now
        self.asked = []

    def collect(self):
        self.asked.append("collect")

    def count_collections(self):
        self.asked.append("count")

        def stop():
            self.asked.append("stop")
            return {"count": 2, "ms": 0.5}

        return stop


def measured(host, run=sum, settings=SETTINGS, **change):
    lab = Lab(
        question="?", sizes=[100], setup=lambda size, random: [random() for _ in range(size)], baseline="sum",
        variants={"sum": run},
    )  # fmt: skip
    request = {"block": 3, "order": 17, "variant": "sum", "size": 100, "seed": 5, "settings": settings, **change}
    return measure_fork(lab, request, host)["fork"]


class Forks(unittest.TestCase):
    def test_garbage_is_collected_once_before_measuring_and_collections_are_counted_while_batches_run(self):
        host = Lent()
        fork = measured(host)
        self.assertEqual(host.asked, ["collect", "count", "stop"])
        self.assertEqual(fork["collections"], {"count": 2, "ms": 0.5})

    def test_a_fork_that_was_told_of_a_best_that_it_never_reaches_keeps_the_better_half(self):
        fork = measured(Lent(), settings={**SETTINGS, "measureCapNs": 0}, emptyCallSteps=1e-6)
        self.assertLess(len(fork["samplesNs"]), 7)
        self.assertEqual(len(fork["samplesNs"]) + fork["dropped"], 7)

    def test_a_coarse_clock_makes_the_batches_longer_two_hundred_of_its_steps(self):
        step_ns = 20 * US
        worked = 0

        def work(values):
            nonlocal worked
            worked += 100 * US
            return len(values)

        fork = measured(Lent(lambda: (perf_counter_ns() + worked) // step_ns * step_ns), work)
        self.assertEqual(fork["clockStepNs"] % step_ns, 0)
        self.assertGreater(fork["iterations"], 10, "where the usual batch holds less than one")


class EmptyCalls(unittest.TestCase):
    def test_there_are_so_many_that_they_take_long_enough_on_the_clock(self):
        readings = iter([0, 9_000, 9_000, 18_000, 20_000, 30_001, 30_001, 40_001])
        self.assertEqual(empty_calls_for(lambda: next(readings), 10_000), 2048)

    def test_a_timing_that_was_held_up_does_not_end_the_doubling(self):
        timings = iter([9e9, 9_000, 10_000, 10_000])
        self.assertEqual(calls_for(lambda _calls: next(timings), 10_000, 1024), 2048)


class Settling(unittest.TestCase):
    def settled(self, samples, references=None):
        taken = {"samplesNs": samples, "referenceNs": references or [1] * len(samples)}
        return has_settled(taken, 0.015)

    def test_batches_that_were_kept_tell_whether_the_work_had_settled_whatever_the_clock_did_meanwhile(self):
        self.assertTrue(self.settled([100, 101] * 4))
        self.assertFalse(self.settled([104, 104, 103, 103, 102, 102, 100, 100]))
        self.assertTrue(self.settled([100] * 3 + [200] * 4, [1] * 3 + [2] * 4))
        self.assertFalse(self.settled([100] * 3), "three are too few")


if __name__ == "__main__":
    unittest.main()
