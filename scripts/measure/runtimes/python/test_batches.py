"""Batches keep the rules of docs/lib/batches.ts: the same cases, with the same expectations, as batches.test.ts."""

import unittest
from collections import namedtuple

from hotpath.batches import Batches, calibrate, take_batches, until_steady
from hotpath.figures import median

US = 1_000
MS = 1_000_000
UNKNOWN = float("inf")
SETTINGS = {
    "batchNs": MS // 2,
    "samples": 10,
    "measureCapNs": 1000 * MS,
    "patience": 3,
    "warmupNs": 5 * MS,
    "warmupCapNs": 100 * MS,
    "steadyWithin": 0.015,
}


Host = namedtuple("Host", "now cpu_ns")


class World:
    """A world where time passes only in the variant, and one microsecond with every look at the clock.

    A busy neighbour makes the variant take twice as long, and the empty calls after it; the chain waits for itself.
    """

    def __init__(self, cost_ns, away_ns=lambda _call: 0, is_busy=lambda _wall_ns: False):
        self.cost_ns, self.away_ns, self.is_busy = cost_ns, away_ns, is_busy
        self.wall = self.cpu = self.calls = 0
        self.empty_looks = 0  # looks at the clock that are left until the empty calls after a batch are over

    def run(self, _given):
        cost, away = self.cost_ns(self.calls) * self.slowdown(), self.away_ns(self.calls)
        self.calls += 1
        self.wall += cost + away
        self.cpu += cost
        self.empty_looks = 3

    def now(self):
        ns = US * (self.slowdown() if self.empty_looks in (1, 2) else 1)
        self.empty_looks -= 1
        self.wall += ns
        self.cpu += ns
        return self.wall

    def slowdown(self):
        return 2 if self.is_busy(self.wall) else 1

    def cpu_ns(self):
        return self.cpu

    def calibrate(self):
        return calibrate(self.run, None, self.now, 500 * US)

    def batches(self, iterations):
        return Batches(self.run, None, self, chain_calls=1, empty_calls=1, iterations=iterations)


class Calibrating(unittest.TestCase):
    def test_a_batch_is_lengthened_by_doubling_until_it_is_long_enough_then_cut_to_length(self):
        world = World(lambda _call: 10 * US)
        self.assertEqual(world.calibrate(), 50)
        self.assertEqual(world.calls, 1 + 2 + 4 + 8 + 16 + 32 + 64 + 64)

    def test_neither_a_cold_first_call_nor_a_preempted_one_decides_the_length(self):
        self.assertEqual(World(lambda call: 5 * MS if call == 0 else 10 * US).calibrate(), 50)
        preempted = World(lambda _call: 10 * US, lambda call: 5 * MS if call == 5 else 0)
        self.assertEqual(preempted.calibrate(), 50)

    def test_work_that_takes_longer_than_a_batch_is_timed_one_iteration_at_a_time(self):
        self.assertEqual(World(lambda _call: 7 * MS).calibrate(), 1)


class WarmingUp(unittest.TestCase):
    def steady(self, world, iterations):
        return until_steady(world.batches(iterations), SETTINGS["batchNs"], SETTINGS)

    def test_work_that_stays_the_same_is_steady_after_the_least_warm_up(self):
        world = World(lambda _call: 10 * US)
        self.assertTrue(self.steady(world, 50))
        self.assertGreaterEqual(world.wall, SETTINGS["warmupNs"])
        self.assertLess(world.wall, SETTINGS["warmupCapNs"])

    def test_work_that_becomes_faster_is_steady_only_when_it_no_longer_does(self):
        world = World(lambda call: (20 - call / 200 if call < 2000 else 10) * US)
        self.assertTrue(self.steady(world, 50))
        self.assertGreater(world.calls, 2000)

    def test_work_that_never_settles_is_reported_as_not_steady_when_the_time_is_over(self):
        world = World(lambda call: 10 * US * 1.0001**call)
        self.assertFalse(self.steady(world, 50))
        self.assertGreater(world.wall, SETTINGS["warmupCapNs"])

    def test_batches_that_became_too_short_while_the_work_warmed_up_are_lengthened(self):
        world = World(lambda _call: US)
        self.steady(world, 1)
        self.assertGreater(world.calls / (world.wall / SETTINGS["batchNs"]), 250)

    def test_a_neighbour_that_comes_and_goes_does_not_keep_work_from_being_steady(self):
        world = World(lambda _call: 500 * US, is_busy=lambda wall_ns: wall_ns % (12 * MS) > 4 * MS)
        self.assertTrue(self.steady(world, 1))


def take(world, iterations=1, at_best=UNKNOWN, **change):
    return take_batches(world.batches(iterations), {**SETTINGS, **change}, at_best)


class Taking(unittest.TestCase):
    def test_as_many_batches_are_kept_as_were_asked_for_each_beside_its_reference(self):
        taken = take(World(lambda _call: 10 * US), 50)
        expected = {"samplesNs": [10_020] * 10, "referenceNs": [10] * 10, "dropped": 0, "emptyCallNs": 1 * US}
        self.assertEqual(taken, expected)

    def test_a_batch_in_which_the_process_did_not_run_is_dropped_and_counted(self):
        taken = take(World(lambda call: (call + 100) * US, lambda call: 4 * MS if call in (2, 5) else 0))
        self.assertEqual(taken["dropped"], 2)
        self.assertEqual([round(ns / US) - 101 for ns in taken["samplesNs"]], [0, 1, 3, 4, 6, 7, 8, 9, 10, 11])

    def test_an_absence_of_25_microseconds_or_of_three_per_cent_of_a_long_batch_is_let_pass(self):
        for cost, away in [(100 * US, 24 * US), (5 * MS, 140 * US)]:
            taken = take(World(lambda _call: cost, lambda _call: away))
            self.assertEqual((len(taken["samplesNs"]), taken["dropped"]), (10, 0))

    def test_where_every_batch_was_preempted_the_half_that_suffered_least_is_kept_in_order_of_time(self):
        def away(call):
            return (1 + call * 7 % 30) * 100 * US

        world = World(lambda _call: 500 * US, away)
        taken = take(world, measureCapNs=60 * MS)
        absences = [away(call) for call in range(world.calls)]
        kept = [ns // US for ns in absences if ns <= median(absences)]
        self.assertEqual([round((ns - 501 * US) / US) for ns in taken["samplesNs"]], kept)
        self.assertEqual(taken["dropped"], world.calls - len(kept))

    def test_when_the_time_is_over_at_least_seven_batches_have_been_taken(self):
        world = World(lambda _call: 900 * MS)
        self.assertEqual((len(take(world)["samplesNs"]), world.calls), (7, 7))

    def test_without_processor_time_no_batch_is_dropped(self):
        world = World(lambda _call: 100 * US, lambda _call: 10 * MS)
        world.cpu_ns = None
        taken = take(world)
        self.assertEqual((len(taken["samplesNs"]), taken["dropped"]), (10, 0))


class TakingBesideANeighbour(unittest.TestCase):
    QUIET_STEPS = 100

    def busy_until(self, end):
        return World(lambda _call: 500 * US, is_busy=lambda wall_ns: wall_ns < end)

    def test_a_batch_beside_which_empty_calls_take_longer_is_dropped_however_long_the_variant_itself_takes(self):
        world = World(lambda call: (call + 400) * US, is_busy=lambda wall_ns: 3 * MS < wall_ns < 30 * MS)
        taken = take(world)
        self.assertEqual((len(taken["samplesNs"]), taken["emptyCallNs"]), (10, 1 * US))
        self.assertGreater(taken["dropped"], 10)
        quick = [ns for ns in taken["samplesNs"] if ns < 510 * US]
        self.assertGreaterEqual(len(quick), 9, "all but the one in which the neighbour went")

    def test_batches_that_counted_are_dropped_when_a_later_one_shows_what_quiet_is(self):
        taken = take(self.busy_until(3 * MS))
        quick = [ns for ns in taken["samplesNs"] if ns < 510 * US]
        self.assertEqual((len(taken["samplesNs"]), len(quick)), (10, 9), "all but the one in which the neighbour went")
        self.assertEqual(taken["dropped"], 2)

    def test_a_neighbour_that_never_rests_is_not_noticed_by_a_fork_that_nobody_told_what_is_quiet(self):
        taken = take(World(lambda _call: 100 * US, is_busy=lambda _wall_ns: True))
        self.assertEqual((len(taken["samplesNs"]), taken["dropped"], taken["emptyCallNs"]), (10, 0, 2 * US))

    def test_a_fork_that_knows_what_is_quiet_waits_for_it_as_long_as_it_has_patience(self):
        rewarded = take(self.busy_until(20 * MS), at_best=self.QUIET_STEPS, measureCapNs=10 * MS)
        quick = [ns for ns in rewarded["samplesNs"] if ns < 510 * US]
        self.assertEqual((len(rewarded["samplesNs"]), len(quick)), (7, 6), "all but that in which the neighbour went")
        world = self.busy_until(100 * MS)
        in_vain = take(world, at_best=self.QUIET_STEPS, measureCapNs=10 * MS)
        self.assertGreater(min(in_vain["samplesNs"]), 990 * US)
        self.assertEqual(len(in_vain["samplesNs"]) + in_vain["dropped"], world.calls)
        self.assertGreater(world.wall, 30 * MS, "three times the cap")
        self.assertLess(world.wall, 32 * MS, "and the batch under way")

    def test_a_chain_that_was_interrupted_makes_no_other_batch_look_disturbed(self):
        world = World(lambda _call: 500 * US)
        readings = iter(range(1, 1_000_000))

        def now():
            if next(readings) == 3:  # the end of the first chain
                world.wall += 4 * MS
            return World.now(world)

        taken = take_batches(world.batches(1)._replace(host=Host(now, world.cpu_ns)), SETTINGS, UNKNOWN)
        self.assertEqual((len(taken["samplesNs"]), taken["dropped"]), (10, 0))

    def test_a_fork_that_is_given_no_patience_ends_when_the_time_is_over(self):
        settings = {name: value for name, value in SETTINGS.items() if name != "patience"}
        world = self.busy_until(100 * MS)
        take_batches(world.batches(1), {**settings, "measureCapNs": 10 * MS}, self.QUIET_STEPS)
        self.assertLess(world.wall, 12 * MS)


if __name__ == "__main__":
    unittest.main()
