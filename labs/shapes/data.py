"""The data of one size, of which each variant makes its own."""

from collections import namedtuple

LARGE = [1_000, 10_000]
MIDDLE = [1_000]

#: Whole numbers below a thousand, different ones that are far apart, and an order in which things are looked up.
Data = namedtuple("Data", "values ids order")


def data_of(size, random):
    values = [int(random() * 1000) for _ in range(size)]
    ids = {}
    while len(ids) < size:
        ids[int(random() * 2**30)] = None
    return Data(values, list(ids), shuffled(size, random))


def shuffled(size, random):
    order = list(range(size))
    for i in range(size - 1, 0, -1):
        other = int(random() * (i + 1))
        order[i], order[other] = order[other], order[i]
    return order
