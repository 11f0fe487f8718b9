"""What quiet is, by the rules of docs/lib/quiet.ts: the same cases, with the same expectations, as quiet.test.ts."""

import unittest

from hotpath.quiet import Quiet

UNKNOWN = float("inf")


class TheBest(unittest.TestCase):
    def test_before_anything_was_timed_it_is_what_was_told(self):
        self.assertEqual(Quiet(3).at_best, 3)
        self.assertEqual(Quiet(UNKNOWN).at_best, UNKNOWN)

    def test_it_is_the_shortest_call_in_steps_of_the_shortest_chain_or_what_was_told_if_that_is_less(self):
        for told, best in [(UNKNOWN, 4), (3, 3), (5, 4)]:
            quiet = Quiet(told)
            for call_ns in (8, 4, 6):
                quiet.add(call_ns, 1)
            self.assertEqual(quiet.at_best, best)

    def test_a_chain_that_was_interrupted_makes_neither_its_own_call_nor_the_best_any_shorter(self):
        quiet = Quiet(UNKNOWN)
        quiet.add(4, 1)
        self.assertEqual(quiet.add(4, 2), 4)
        self.assertEqual(quiet.at_best, 4)

    def test_a_first_chain_that_was_interrupted_is_forgotten_with_the_next(self):
        quiet = Quiet(UNKNOWN)
        self.assertEqual(quiet.add(4, 2), 2)
        self.assertEqual(quiet.add(4, 1), 4)
        self.assertEqual(quiet.at_best, 4)

    def test_a_slower_clock_which_slows_call_and_chain_alike_changes_the_figures_for_some_batches_only(self):
        quiet = Quiet(UNKNOWN)
        for _ in range(8):
            quiet.add(4, 1)
        slower = [quiet.add(8, 2) for _ in range(8)]
        self.assertEqual((slower[0], slower[-1]), (8, 4))
        self.assertEqual(quiet.at_best, 4)


if __name__ == "__main__":
    unittest.main()
