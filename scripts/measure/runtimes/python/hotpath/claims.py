"""Claims about variants, for ``Lab(claims={sentence: claim})``: see ``Claim`` in ``docs/lib/lab.ts``.

A claim is about Python unless it says ``on=None``: then it is the claim of lab.ts with the same sentence, and each
runtime is held against it. ``source`` is "article" or "folklore": popular, and kept even when it fails.
"""


def ratio(variant, *, at, above=None, below=None, to=None, on="python", source=None):
    """Time of the variant ÷ time of ``to`` (left out: of what it is compared with) at size ``at`` lies in the range."""
    return _claim(variant, on, source, ratio=_range(above, below), at=at, to=to)


def growth(variant, *, smaller, larger, above=None, below=None, on="python", source=None):
    """Time of one iteration at the larger size ÷ time of one at the smaller lies in the range."""
    return _claim(variant, on, source, growth=_range(above, below), **{"from": smaller, "to": larger})


def rate(variant, *, at, above=None, below=None, on="python", source=None):
    """Operations per second at size ``at`` lie in the range."""
    return _claim(variant, on, source, rate=_range(above, below), at=at)


def _claim(variant, runtime, source, **rest):
    where = None if runtime is None else {"runtime": runtime}
    return _given(variant=variant, on=where, source=source, **rest)


def _range(above, below):
    return _given(above=above, below=below)


def _given(**parts):
    return {name: part for name, part in parts.items() if part is not None}
