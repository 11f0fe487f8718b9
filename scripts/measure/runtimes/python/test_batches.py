"""The protocol keeps the rules of docs/lib/batches.ts: the same cases, with the same expectations, as batches.test.ts."""

import unittest

from hotpath.batches import Batches, calibrate, take_batches, until_steady

US = 1_000
MS = 1_000_000
SETTINGS = {
    "batchNs": MS // 2,
    "samples": 10,
    "measureCapNs": 1000 * MS,
    "warmupNs": 5 * MS,
    "warmupCapNs": 100 * MS,
    "steadyWithin": 0.015,
}


class World:
    """A world where time passes only in the variant, and one microsecond with every look at the clock."""

    def __init__(self, cost_ns, away_ns=lambda _call: 0):
        self.cost_ns, self.away_ns = cost_ns, away_ns
        self.wall = self.cpu = self.calls = 0

    def run(self, _given):
        cost, away = self.cost_ns(self.calls), self.away_ns(self.calls)
        self.calls += 1
        self.wall += cost + away
        self.cpu += cost

    def now(self):
        self.wall += US
        self.cpu += US
        return self.wall

    def cpu_ns(self):
        return self.cpu

    def calibrate(self):
        return calibrate(self.run, None, self.now, 500 * US)

    def batches(self, iterations):
        return Batches(self.run, None, self, 1, iterations)


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


class Taking(unittest.TestCase):
    def take(self, world, iterations=1):
        return take_batches(world.batches(iterations), SETTINGS)

    def test_as_many_batches_are_kept_as_were_asked_for_each_beside_its_reference(self):
        taken = self.take(World(lambda _call: 10 * US), 50)
        self.assertEqual(taken, {"samplesNs": [10_020] * 10, "referenceNs": [10] * 10, "dropped": 0})

    def test_a_batch_in_which_the_process_did_not_run_is_dropped_and_counted(self):
        taken = self.take(World(lambda call: (call + 100) * US, lambda call: 4 * MS if call in (2, 5) else 0))
        self.assertEqual(taken["dropped"], 2)
        self.assertEqual([round(ns / US) - 101 for ns in taken["samplesNs"]], [0, 1, 3, 4, 6, 7, 8, 9, 10, 11])

    def test_an_absence_of_25_microseconds_or_of_three_per_cent_of_a_long_batch_is_let_pass(self):
        self.assertEqual(self.take(World(lambda _call: 100 * US, lambda _call: 24 * US))["dropped"], 0)
        self.assertEqual(self.take(World(lambda _call: 5 * MS, lambda _call: 140 * US))["dropped"], 0)

    def test_where_nearly_all_batches_were_preempted_the_half_that_suffered_least_is_kept_in_order_of_time(self):
        taken = self.take(World(lambda _call: 500 * US, lambda call: (30 - call) * 100 * US))
        self.assertEqual((taken["dropped"], len(taken["samplesNs"])), (15, 15))
        self.assertEqual(taken["samplesNs"], sorted(taken["samplesNs"], reverse=True))
        self.assertLess(taken["samplesNs"][0], 2.1 * MS)

    def test_when_the_time_is_over_at_least_seven_batches_have_been_taken(self):
        world = World(lambda _call: 900 * MS)
        self.assertEqual((len(self.take(world)["samplesNs"]), world.calls), (7, 7))

    def test_without_processor_time_no_batch_is_dropped(self):
        world = World(lambda _call: 100 * US, lambda _call: 10 * MS)
        world.cpu_ns = None
        taken = self.take(world)
        self.assertEqual((len(taken["samplesNs"]), taken["dropped"]), (10, 0))


if __name__ == "__main__":
    unittest.main()
