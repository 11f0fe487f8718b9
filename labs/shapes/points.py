"""What is read and made in this lab: an ``x`` and a ``y``."""

from collections import namedtuple
from dataclasses import dataclass


# region ways
class Instance:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


@dataclass
class Record:
    x: int
    y: int


Named = namedtuple("Named", "x y")
# endregion
