"""Every twin keeps the contract that labs/labs.test.ts holds labs to, as far as one process can tell."""

import math
import re
import unittest
from pathlib import Path

from harness import load
from hotpath.lab import describe
from hotpath.seeded_random import seeded_random

LABS = Path(__file__).resolve().parents[4] / "labs"


def breaches(lab):
    """What is wrong with the lab, in sentences."""
    variants = describe(lab)["variants"]
    found = [one["name"] for one in variants if not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", one["name"])]
    for described in variants:
        name, against, size = described["name"], described["against"], described["sizes"][0]
        first, second = answers(lab, name, size, seed=1)
        base = first if against is None else answers(lab, against, size, seed=1)[0]
        other, _ = answers(lab, name, size, seed=2)
        if first != second:
            found.append(f"{name} at {size}: a second iteration gave {second!r} after {first!r}")
        if "mistake" not in described and not agree(first, base, lab.tolerance):
            found.append(f"{name} at {size}: gave {first!r} where {against} gave {base!r}")
        if "mistake" not in described and other == first:
            found.append(f"{name} at {size}: the answer does not change with the seed")
    return found


def answers(lab, name, size, seed):
    """Of two iterations on the same input."""
    variant = lab.variants[name]
    data = lab.setup(size, seeded_random(seed))
    given = data if variant.prepare is None else variant.prepare(data)
    return variant.run(given), variant.run(given)


def agree(a, b, tolerance):
    return a == b if isinstance(a, str) else math.isclose(a, b, rel_tol=tolerance, abs_tol=0)


class EveryTwin(unittest.TestCase):
    def test_keeps_the_contract(self):
        for file in [*sorted(LABS.glob("*/lab.py")), LABS.parent / "scripts/measure/self-check-lab.py"]:
            with self.subTest(lab=file.parent.name):
                self.assertEqual(breaches(load(str(file))), [])


if __name__ == "__main__":
    unittest.main()
