"""Records and dictionaries in Python: the twin of lab.ts.

Where JavaScript has objects and Maps, Python has instances and ``dict``: a variant named for a Map has a dict here.
A shape is a class here: it is what one place that reads an attribute meets, and what CPython's inline caches note.
"""

from data import LARGE, MIDDLE, data_of
from dictionaries import dictionaries
from hotpath import Lab, Variant, ratio
from making import makings
from points import Instance, Named, Record, Slotted


# region read
def read_attribute(points):
    total = 0
    for point in points:
        total += point.x
    return total
# endregion


# region read-map
def read_dict(points):
    total = 0
    for point in points:
        total += point["x"]
    return total
# endregion


# region read-tuple
def read_tuple(points):
    total = 0
    for point in points:
        total += point[0]
    return total
# endregion


# region shapes
def in_turn(count):
    classes = [type(f"Point{shape}", (Instance,), {}) for shape in range(count)]
    return lambda x, i: classes[i % count](x, i)
# endregion


# region deleted
def with_first_deleted(x, i):
    point = Instance.__new__(Instance)
    point.gone, point.x, point.y = 0, x, i
    del point.gone
    return point


def with_last_deleted(x, i):
    point = Instance(x, i)
    point.gone = 0
    del point.gone
    return point


def with_last_undefined(x, i):
    point = Instance(x, i)
    point.gone = None
    return point
# endregion


def reading(title, make, run=read_attribute, sizes=MIDDLE):
    """Reads one field of many points at one place."""

    def prepare(data):
        return [make(x, i) for i, x in enumerate(data.values)]

    return Variant(run, prepare=prepare, title=title, sizes=sizes)


lab = Lab(
    question="Object or Map, and what does a shape cost?",
    kind="compute",
    unit="access",
    sizes=LARGE,
    setup=data_of,
    baseline="one-shape",
    variants={
        "one-shape": reading("instances of one class", Instance, sizes=LARGE),
        "two-shapes": reading("instances of two classes", in_turn(2)),
        "five-shapes": reading("instances of five classes", in_turn(5), sizes=LARGE),
        "deleted-first": reading("first attribute deleted", with_first_deleted),
        "deleted-last": reading("last attribute deleted", with_last_deleted),
        "set-undefined": reading("last attribute set to None", with_last_undefined),
        "slots-point": reading("__slots__", Slotted),
        "dataclass-point": reading("dataclass", Record),
        "named-point": reading("namedtuple", Named),
        "map-point": reading("a dict in place of the instance", lambda x, i: {"x": x, "y": i}, read_dict),
        "tuple-point": reading("a tuple in place of the instance", lambda x, i: (x, i), read_tuple),
        **makings,
        **dictionaries,
    },
    claims={
        "Five classes at one place make an attribute take more than 1.2 times the time to read.": ratio(
            "five-shapes", above=1.2, at=1_000
        ),
        "With __slots__, an attribute takes less than 0.9 of the time to read.": ratio(
            "slots-point", below=0.9, at=1_000, source="folklore"
        ),
        "A field of a namedtuple takes more time to read than an attribute of an instance.": ratio(
            "named-point", above=1, at=1_000
        ),
        "A dict in place of an instance takes more time to read.": ratio("map-point", above=1, at=1_000),
        "With __slots__, an instance takes less time to make.": ratio(
            "make-slots", below=1, at=1_000, source="folklore"
        ),
        "A namedtuple takes less time to make than an instance.": ratio(
            "make-named", below=1, at=1_000, source="folklore"
        ),
        "A dict takes less time to make than an instance.": ratio("make-map", below=1, at=1_000, source="folklore"),
        "The method get takes more time than square brackets.": ratio("get-method", above=1, at=1_000),
        "A dict built by a comprehension takes less time than one built in a loop.": ratio(
            "build-comprehension", below=1, at=1_000, source="folklore"
        ),
        "Iterating over items takes less time than iterating over keys and getting each value.": ratio(
            "iterate-keys", above=1, at=1_000
        ),
        "With the keys 0, 1, 2 …, a dict takes more than 1.2 times the time of a list.": ratio(
            "dense-map", to="dense-array", above=1.2, at=1_000
        ),
    },
)
