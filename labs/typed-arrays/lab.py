"""Sums in Python: the twin of lab.ts.

It ends at 320,000 numbers: making ten times as many from a seed takes Python several seconds. What WebAssembly is
there, NumPy is here; without NumPy its variants are left out.
"""

from array import array
from functools import reduce as fold
from math import fsum
from operator import add

from hotpath import Lab, Variant, ratio

MIDDLE = [3_200, 32_000]
SMALL = [32, 320, *MIDDLE]


def random_doubles(count, random):
    return array("d", (random() for _ in range(count)))


def integers_of(values):
    return [int(value * 1000) for value in values]


# region loop
def loop(numbers):
    total = 0
    for number in numbers:
        total += number
    return total
# endregion


# region index
def indexed(numbers):
    total = 0
    for i in range(len(numbers)):
        total += numbers[i]
    return total
# endregion


# region reduce
def reduce(numbers):
    return fold(lambda total, number: total + number, numbers, 0)
# endregion


# region reduce-add
def reduce_add(numbers):
    return fold(add, numbers, 0)
# endregion


# region map-reduce
def map_reduce(numbers):
    return fold(lambda total, number: total + number, map(lambda number: number * 2, numbers), 0) / 2
# endregion


# region list-comprehension
def list_comprehension(numbers):
    return sum([number * 2 for number in numbers]) / 2
# endregion


# region generator
def generator(numbers):
    return sum(number * 2 for number in numbers) / 2
# endregion


# region array-four
def array_four(numbers):
    a = b = c = d = 0
    for i in range(0, len(numbers), 4):
        a += numbers[i]
        b += numbers[i + 1]
        c += numbers[i + 2]
        d += numbers[i + 3]
    return a + b + (c + d)
# endregion


# region copy-in
def copy_in(crossing):
    numpy, numbers = crossing
    return numpy.array(numbers).sum()
# endregion


# region numpy-sum
def numpy_sum(numbers):
    return numbers.sum()
# endregion


# region numpy-map-sum
def numpy_map_sum(numbers):
    return (numbers * 2).sum() / 2
# endregion


def with_numpy(values):
    import numpy

    return numpy, list(values)


def ndarray(values):
    import numpy

    return numpy.array(values)


def in_numpy(title, run, **options):
    return Variant(run, **{"title": title, "needs": "numpy", "prepare": ndarray, "sizes": SMALL, **options})


lab = Lab(
    question="Is a sum faster in a loop, in a chain of array methods or vectorised?",
    kind="compute",
    unit="element",
    sizes=[*SMALL, 320_000],
    setup=random_doubles,
    # Another order of additions rounds otherwise.
    tolerance=1e-9,
    baseline="array-loop",
    variants={
        "array-loop": Variant(loop, title="loop over a list", prepare=list),
        "list-index": Variant(indexed, title="loop with an index", prepare=list, sizes=SMALL),
        "sum": Variant(sum, title="sum() of a list", prepare=list),
        "fsum": Variant(fsum, title="math.fsum() of a list", prepare=list, sizes=MIDDLE),
        "array-reduce": Variant(reduce, title="reduce with a lambda", prepare=list, sizes=SMALL),
        "reduce-add": Variant(reduce_add, title="reduce with operator.add", prepare=list, sizes=SMALL),
        "array-map-reduce": Variant(map_reduce, title="map + reduce", prepare=list, sizes=SMALL),
        "list-comprehension": Variant(
            list_comprehension, title="sum of a list comprehension", prepare=list, sizes=SMALL
        ),
        "generator": Variant(generator, title="sum of a generator", prepare=list, sizes=SMALL),
        "array-four": Variant(array_four, title="four accumulators", prepare=list, sizes=[320, *MIDDLE]),
        "float64-loop": Variant(loop, title="loop over an array.array", sizes=SMALL),
        "float64-sum": Variant(sum, title="sum() of an array.array", sizes=SMALL),
        "numpy-sum": in_numpy("NumPy: sum()", numpy_sum, sizes=[*SMALL, 320_000]),
        "numpy-map-sum": in_numpy("NumPy: times two, then sum()", numpy_map_sum),
        "numpy-loop": in_numpy("loop over a NumPy array", loop),
        "copy-in-array": in_numpy("list copied into NumPy, then sum()", copy_in, prepare=with_numpy),
        "integer-array": Variant(loop, title="loop over small integers", prepare=integers_of, sizes=MIDDLE),
        "integer-typed": Variant(
            loop,
            title="loop over an array.array of integers",
            prepare=lambda values: array("i", integers_of(values)),
            against="integer-array",
            sizes=MIDDLE,
        ),
    },
    claims={
        "An array.array of doubles is summed faster than a list of them.": ratio(
            "float64-sum", to="sum", below=0.95, at=3_200, source="folklore"
        ),
        "sum() takes less than half of the loop's time.": ratio("sum", below=0.5, at=3_200),
        "reduce takes less time than the loop.": ratio("array-reduce", below=1, at=3_200, source="folklore"),
        "Four accumulators, which help a compiled loop, sum in less than 0.9 of the time of one.": ratio(
            "array-four", to="list-index", below=0.9, at=3_200, source="folklore"
        ),
        "A generator is summed in less time than a list comprehension.": ratio(
            "generator", to="list-comprehension", below=1, at=3_200, source="article"
        ),
        "NumPy sums 3,200 numbers in less than a tenth of the loop's time.": ratio("numpy-sum", below=0.1, at=3_200),
        "NumPy sums 32 numbers faster than sum() does.": ratio(
            "numpy-sum", to="sum", below=1, at=32, source="folklore"
        ),
        "Copying a list into NumPy to sum it there takes longer than sum().": ratio(
            "copy-in-array", to="sum", above=1, at=3_200
        ),
        "A loop over a NumPy array takes more than twice the time of a loop over a list.": ratio(
            "numpy-loop", above=2, at=3_200
        ),
    },
)
