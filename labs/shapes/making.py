"""Many points, made and kept."""

from data import MIDDLE
from hotpath import Variant
from points import Instance, Named, Record, Slotted


# region class
def making(construct):
    def make(values):
        points = []
        total = 0
        for i, value in enumerate(values):
            point = construct(value, i)
            points.append(point)
            total += point.x
        return total + points[-1].y

    return make
# endregion


# region map
def make_dicts(values):
    points = []
    total = 0
    for i, value in enumerate(values):
        point = {"x": value, "y": i}
        points.append(point)
        total += point["x"]
    return total + points[-1]["y"]
# endregion


# region tuple
def make_tuples(values):
    points = []
    total = 0
    for i, value in enumerate(values):
        point = (value, i)
        points.append(point)
        total += point[0]
    return total + points[-1][1]
# endregion


def made(title, run, against="make-class"):
    return Variant(
        run, prepare=lambda data: data.values, title=title, against=against, kind="allocation", sizes=MIDDLE
    )


makings = {
    "make-class": made("make instances", making(Instance), against=None),
    "make-slots": made("make instances with __slots__", making(Slotted)),
    "make-dataclass": made("make dataclasses", making(Record)),
    "make-named": made("make namedtuples", making(Named)),
    "make-map": made("make dicts", make_dicts),
    "make-tuple": made("make tuples", make_tuples),
}
