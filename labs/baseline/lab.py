"""How much simple work one second holds, in Python: the twin of lab.ts.

Python's whole numbers have any length, so there is nothing beside them that BigInt would be.
"""

from collections import namedtuple

from hotpath import Lab, Variant, rate, ratio

#: ``depth``: fib(depth) makes as many calls as there are steps.
Work = namedtuple("Work", "steps start depth")


# region squares
def squares(work):
    total = work.start
    for i in range(work.steps):
        total += i * i
    return total
# endregion


# region squares-while
def squares_while(work):
    steps, total = work.steps, work.start
    i = 0
    while i < steps:
        total += i * i
        i += 1
    return total
# endregion


# region squares-global
def squares_global(work):
    global grand_total
    grand_total = work.start
    for i in range(work.steps):
        grand_total += i * i
    return grand_total
# endregion


# region squares-list
def squares_list(work):
    return sum([i * i for i in range(work.steps)], work.start)
# endregion


# region squares-generator
def squares_generator(work):
    return sum((i * i for i in range(work.steps)), work.start)
# endregion


# region squares-numpy
def squares_numpy(crossing):
    numpy, work = crossing
    i = numpy.arange(work.steps, dtype=numpy.int64)
    return work.start + int((i * i).sum())
# endregion


def with_numpy(work):
    import numpy

    return numpy, work


# region fields
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def fields(data):
    points, total = data
    for point in points:
        total += point.x * point.y
    return total
# endregion


def points_of(work):
    return [Point(i, i) for i in range(work.steps)], work.start


# region chain
def chain(work):
    x = work.start
    for _ in range(work.steps):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
    return signed(x)
# endregion


# region chain-modulo
def chain_modulo(work):
    x = work.start
    for _ in range(work.steps):
        x = (x * 1664525 + 1013904223) % 2**32
    return signed(x)
# endregion


def signed(word):
    """As JavaScript has it: 32 bits with a sign."""
    return word - 2**32 if word >> 31 else word


# region calls
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
# endregion


# region calls-method
class Numbers:
    def fib(self, n):
        return n if n < 2 else self.fib(n - 1) + self.fib(n - 2)
# endregion


def calls(work):
    return work.start + fib(work.depth)


def calls_of_method(work):
    return work.start + Numbers().fib(work.depth)


def calls_of_fib(n):
    count, following = 1, 1
    for _ in range(n):
        count, following = following, 1 + count + following
    return count


def depth_of(count):
    depth = 0
    while calls_of_fib(depth) < count:
        depth += 1
    return depth


lab = Lab(
    question="How much simple work does one second hold?",
    kind="compute",
    unit="step",
    # As many steps as fib(15), fib(20) and fib(25) make calls.
    sizes=[1_973, 21_891, 242_785],
    setup=lambda size, random: Work(size, int(random() * 1_000_000), depth_of(size)),
    baseline="squares",
    variants={
        "squares": Variant(squares, title="t += i * i"),
        "squares-while": Variant(squares_while, title="t += i * i in a while loop"),
        "squares-global": Variant(squares_global, title="t += i * i, t global"),
        "squares-list": Variant(squares_list, title="sum of a list of squares"),
        "squares-generator": Variant(squares_generator, title="sum of a generator of squares"),
        "squares-numpy": Variant(squares_numpy, title="NumPy: (i * i).sum()", prepare=with_numpy, needs="numpy"),
        "fields": Variant(fields, title="t += p.x * p.y", prepare=points_of, sizes=[1_973, 21_891]),
        "chain": Variant(chain, title="a chain of whole numbers"),
        "chain-modulo": Variant(chain_modulo, title="the chain, modulo 2 ** 32", against="chain"),
        "calls": Variant(calls, title="calls: fib"),
        "calls-method": Variant(calls_of_method, title="calls: fib as a method", against="calls"),
    },
    claims={
        "CPython does 10 to 50 million simple operations per second.": rate(
            "squares", above=1e7, below=5e7, at=21_891, source="article"
        ),
        "A chain of whole numbers does fewer than 20 million steps per second in CPython.": rate(
            "chain", below=2e7, at=21_891
        ),
        "More than 10 million calls of a small recursive function fit into a second in CPython.": rate(
            "calls", above=1e7, at=21_891
        ),
        "A method that calls itself takes more time than a function that does.": ratio(
            "calls-method", above=1, at=21_891, source="folklore"
        ),
        "A while loop that counts by itself takes more time than a for loop over a range.": ratio(
            "squares-while", above=1, at=21_891
        ),
        "A loop that adds to a global variable takes more time than one that adds to a local one.": ratio(
            "squares-global", above=1, at=21_891, source="folklore"
        ),
        "The sum of a generator takes less time than the loop.": ratio(
            "squares-generator", below=1, at=21_891, source="folklore"
        ),
        "The sum of a list of squares takes less time than the sum of a generator of them.": ratio(
            "squares-list", to="squares-generator", below=1, at=21_891
        ),
        "With 20,000 numbers at a time, NumPy takes less than a tenth of the loop's time.": ratio(
            "squares-numpy", below=0.1, at=21_891
        ),
    },
)
