"""``dict`` as a dictionary: by texts, by whole numbers, and a list beside it."""

from collections import namedtuple
from sys import intern

from data import LARGE
from hotpath import Variant

#: A dictionary, and the keys that are looked up in it.
Lookup = namedtuple("Lookup", "table wanted")


# region get
def get(lookup):
    table, total = lookup.table, 0
    for key in lookup.wanted:
        total += table[key]
    return total


def get_by_method(lookup):
    table, total = lookup.table, 0
    for key in lookup.wanted:
        total += table.get(key, 0)
    return total
# endregion


# region get-fresh
def get_fresh(lookup):
    table, total = lookup.table, 0
    for number in lookup.wanted:
        total += table[f"id-{number}"]
    return total


def get_interned(lookup):
    table, total = lookup.table, 0
    for number in lookup.wanted:
        total += table[intern(f"id-{number}")]
    return total
# endregion


# region build
def build(entries):
    keys, values = entries
    table = {}
    for key, value in zip(keys, values):
        table[key] = value
    return table[keys[0]] + 1000 * table[keys[-1]]


def build_by_comprehension(entries):
    keys, values = entries
    table = {key: value for key, value in zip(keys, values)}
    return table[keys[0]] + 1000 * table[keys[-1]]


def build_from_zip(entries):
    keys, values = entries
    table = dict(zip(keys, values))
    return table[keys[0]] + 1000 * table[keys[-1]]
# endregion


# region churn
LIVE = 100  # keys at once


def churn(keys):
    table = {}
    total = 0
    for i, key in enumerate(keys):
        table[key] = i
        if i < LIVE:
            continue
        oldest = keys[i - LIVE]
        total += table[oldest] * len(oldest)
        del table[oldest]
    return total


def churn_by_pop(keys):
    table = {}
    total = 0
    for i, key in enumerate(keys):
        table[key] = i
        if i < LIVE:
            continue
        oldest = keys[i - LIVE]
        total += table.pop(oldest) * len(oldest)
    return total
# endregion


# region iterate
def iterate_items(table):
    total = 0
    for key, value in table.items():
        total += len(key) * value
    return total


def iterate_keys(table):
    total = 0
    for key in table:
        total += len(key) * table[key]
    return total
# endregion


def keys_of(data):
    return [f"id-{number}" for number in data.ids]


def entries_of(data):
    return keys_of(data), data.values


def table_of(data):
    return dict(zip(*entries_of(data)))


def wanted(keys, data):
    return [keys[i] for i in data.order]


def by_text(data):
    return Lookup(table_of(data), wanted(keys_of(data), data))


def by_fresh_text(data):
    return Lookup(table_of(data), wanted(data.ids, data))


def by_index(data):
    return Lookup(data.values, data.order)


def by_dense_number(data):
    return Lookup(dict(enumerate(data.values)), data.order)


def by_sparse_number(data):
    return Lookup(dict(zip(data.ids, data.values)), wanted(data.ids, data))


def allocating(run, prepare, title, against=None):
    return Variant(run, prepare=prepare, title=title, against=against, sizes=LARGE, kind="allocation")


def getting(run, prepare, title, against=None):
    return Variant(run, prepare=prepare, title=title, against=against, sizes=LARGE)


dictionaries = {
    "get-map": getting(get, by_text, "dict: get"),
    "get-method": getting(get_by_method, by_text, "dict: get by the method get", "get-map"),
    "fresh-map": allocating(get_fresh, by_fresh_text, "dict: get by a new text"),
    "fresh-interned": allocating(get_interned, by_fresh_text, "dict: get by a new text, interned", "fresh-map"),
    "build-map": allocating(build, entries_of, "dict: build"),
    "build-comprehension": allocating(build_by_comprehension, entries_of, "dict: build by comprehension", "build-map"),
    "build-zip": allocating(build_from_zip, entries_of, "dict: build from zip", "build-map"),
    "churn-map": allocating(churn, keys_of, "dict: add and delete"),
    "churn-pop": allocating(churn_by_pop, keys_of, "dict: add and pop", "churn-map"),
    "iterate-map": allocating(iterate_items, table_of, "dict: items"),
    "iterate-keys": allocating(iterate_keys, table_of, "dict: keys, then get", "iterate-map"),
    "dense-map": getting(get, by_dense_number, "dict: keys 0, 1, 2 …"),
    "dense-array": getting(get, by_index, "list: keys 0, 1, 2 …", "dense-map"),
    "sparse-map": getting(get, by_sparse_number, "dict: numbers far apart", "dense-map"),
}
