"""The little arithmetic that the protocol needs. The statistics are the parent's."""


def median(values):
    """Of at least one value; the mean of the two in the middle where their number is even."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def whole(value):
    """The nearest whole number; halves go up, as in JavaScript."""
    return int(value + 0.5)


def four_digits(ns):
    """Kept raw but compact: the clock does not know more."""
    return float(f"{ns:.4g}")
