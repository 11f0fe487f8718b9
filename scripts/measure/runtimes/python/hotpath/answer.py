"""What a variant returned, short enough to be sent: see ``docs/lib/answer.ts``."""

from math import isfinite

#: Beyond it, JavaScript cannot tell whole numbers apart; they travel as text.
_MOST_SAFE = 2**53 - 1


def answer_of(value, place):
    """``place`` is named in the error: which variant at which size."""
    if isinstance(value, str):
        units = _code_units(value)
        return {"type": "string", "length": len(units), "hash": _hash_of(units)}
    if isinstance(value, bool):
        return {"type": "boolean", "value": "true" if value else "false"}
    if isinstance(value, int) and abs(value) > _MOST_SAFE:
        return {"type": "bigint", "value": str(value)}
    if isinstance(value, (int, float)) and isfinite(value):
        return {"type": "number", "value": value}
    got = repr(value) if value is None or isinstance(value, float) else f"a value of type {type(value).__name__}"
    raise TypeError(
        f"{place}: expected a finite number, a text or a boolean that depends on all the work, got {got}\n"
        "  work whose result nobody uses may never be done, and is not measured"
    )


def _code_units(text):
    """UTF-16, as JavaScript counts."""
    return memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")


def _hash_of(units):
    """FNV-1a over code units."""
    result = 0x811C9DC5
    for unit in units:
        result = (result ^ unit) * 0x01000193 & 0xFFFFFFFF
    return result
