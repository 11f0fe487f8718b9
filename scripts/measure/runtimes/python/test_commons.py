"""What a twin shares with its lab.ts: data from a seed, answers, the description of a lab."""

import unittest
from itertools import islice

from hotpath import Lab, Variant, growth, ratio
from hotpath.answer import answer_of
from hotpath.clock import clock_step
from hotpath.lab import describe
from hotpath.seeded_random import seeded_random, xoshiro


class Numbers(unittest.TestCase):
    def test_xoshiro_gives_the_numbers_of_the_reference_implementation(self):
        # As the tests of Rust's rand_xoshiro have them.
        expected = [
            11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
        ]  # fmt: skip
        self.assertEqual(list(islice(xoshiro(1, 2, 3, 4), 10)), expected)

    def test_neighbouring_seeds_give_other_numbers(self):
        seeds = [0, 1, 2, 2**32, 2**32 + 1, 2**53 - 1]
        self.assertEqual(len({seeded_random(seed)() for seed in seeds}), 6)

    def test_a_seed_that_is_not_a_whole_number_in_range_is_refused(self):
        for seed in [-1, 0.5, 2**53, True, "1"]:
            with self.assertRaisesRegex(ValueError, "^seed: expected a whole number"):
                seeded_random(seed)


class Answers(unittest.TestCase):
    def test_texts_are_told_apart_by_length_and_fnv_1a_hash(self):
        # Test vectors of the 32-bit hash: http://www.isthe.com/chongo/tech/comp/fnv/
        for text, expected in {"": 0x811C9DC5, "a": 0xE40C292C, "foobar": 0xBF9CF968}.items():
            self.assertEqual(answer_of(text, "here"), {"type": "string", "length": len(text), "hash": expected})

    def test_a_text_is_as_long_as_it_is_in_javascript_even_with_half_a_pair(self):
        self.assertEqual([answer_of(text, "here")["length"] for text in ["ü", "😀", "\ud83d"]], [1, 2, 1])

    def test_whole_numbers_that_javascript_cannot_tell_apart_travel_as_text(self):
        self.assertEqual(answer_of(2**53 - 1, "here"), {"type": "number", "value": 2**53 - 1})
        self.assertEqual(answer_of(2**53, "here"), {"type": "bigint", "value": "9007199254740992"})
        self.assertEqual(answer_of(True, "here"), {"type": "boolean", "value": "true"})

    def test_nothing_objects_and_not_a_number_are_no_answers(self):
        cases = [(None, "None"), ([], "a value of type list"), (float("nan"), "nan"), (float("inf"), "inf")]
        for value, got in cases:
            with self.assertRaisesRegex(TypeError, f"^here: expected a finite number, .* got {got}\n"):
                answer_of(value, "here")


class Descriptions(unittest.TestCase):
    def lab(self, **variants):
        claims = {
            "It is fast.": ratio("other", to="base", below=1, at=2),
            "It is vectorised.": ratio("absent", above=1, at=2, on=None),
            "It is linear.": growth("base", below=2.2, smaller=1, larger=2, source="folklore"),
        }
        return Lab(
            question="?", sizes=(1, 2), setup=lambda size, random: size, baseline="base", variants=variants, claims=claims
        )

    def test_a_variant_whose_package_is_missing_is_left_out_with_the_claims_about_it(self):
        absent = Variant(len, needs="no_such_package_anywhere")
        described = describe(self.lab(base=len, other=Variant(len, title="another", sizes=[2]), absent=absent))
        self.assertEqual(
            described["variants"],
            [
                {"name": "base", "title": "base", "against": None, "sizes": [1, 2]},
                {"name": "other", "title": "another", "against": "base", "sizes": [2]},
            ],
        )
        python = {"runtime": "python"}
        self.assertEqual(
            described["claims"],
            [
                {"that": "It is fast.", "variant": "other", "on": python, "ratio": {"below": 1}, "at": 2, "to": "base"},
                {
                    "that": "It is linear.",
                    "variant": "base",
                    "on": python,
                    "source": "folklore",
                    "growth": {"below": 2.2},
                    "from": 1,
                    "to": 2,
                },
            ],
        )

    def test_a_variant_that_others_are_compared_with_is_a_baseline(self):
        described = describe(self.lab(base=len, other=len, third=Variant(len, against="other"), absent=len))
        self.assertEqual([one["against"] for one in described["variants"]], [None, None, "other", "base"])

    def test_what_cannot_be_called_is_no_variant(self):
        with self.assertRaisesRegex(TypeError, "^variants\\['base'\\]: expected a function or a Variant, got int$"):
            self.lab(base=3)
        with self.assertRaisesRegex(TypeError, "^prepare: expected a function, got str$"):
            Variant(len, prepare="list")


class Clocks(unittest.TestCase):
    def test_the_step_is_the_smallest_that_was_seen(self):
        readings = iter([reading for start in range(0, 4_000_000, 1000) for reading in (start, start, start + 400)])
        self.assertEqual(clock_step(lambda: next(readings)), 400)


if __name__ == "__main__":
    unittest.main()
