"""Answers one question: what CPython says of one variant of a lab, in a process of its own.

    python3 -E -B explain.py '{"harness": "…/runtimes/python", "lab": "labs/strings/lab.py", "variant": "plus", …}'

Answers as ``harness.py`` does, which loads the lab.
"""

import dis
import json
import os
import re
import sys
from types import CodeType, FunctionType

question = json.loads(sys.argv[1])
sys.path.insert(0, question["harness"])

from harness import load  # noqa: E402
from hotpath.host import Host  # noqa: E402
from hotpath.measure import measure_fork  # noqa: E402
from hotpath.seeded_random import seeded_random  # noqa: E402

#: Forms that are for no type: those that wait for one, that only count, and pairs of instructions in one.
GENERAL = re.compile(r"_ADAPTIVE$|_QUICK$|^RESUME|^INSTRUMENTED_|__")
try:
    import tracemalloc
except ImportError:  # PyPy has none
    tracemalloc = None

#: Calls of which the one that takes the least is told.
ROUNDS = 5


def answer():
    lab = load(question["lab"])
    request = question["request"]
    measure_fork(lab, request, Host())
    variant = lab.variants[request["variant"]]
    data = lab.setup(request["size"], seeded_random(request["seed"]))
    given = data if variant.prepare is None else variant.prepare(data)
    for _ in range(ROUNDS):
        variant.run(given)
    told = {} if tracemalloc is None else {"allocation": allocation(variant.run, given)}
    if sys.version_info >= (3, 11) and sys.implementation.name == "cpython":
        own = os.path.dirname(os.path.realpath(question["lab"]))
        told["specialised"] = [specialised(code) for code in codes_of(variant.run, own)]
    return told


def allocation(run, given):
    """The most that a call held at a time, beyond what was there before it."""
    peaks = []
    tracemalloc.start()
    for _ in range(ROUNDS):
        before = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        kept = run(given)
        peaks.append(tracemalloc.get_traced_memory()[1] - before)
        del kept
    tracemalloc.stop()
    return {"bytes": max(0, min(peaks)), "iterations": 1, "collections": None}


def codes_of(run, folder):
    """The code of the variant, and of the functions of its lab that it names, each once."""
    found, waiting = [], [run]
    while waiting:
        function = waiting.pop(0)
        function = getattr(function, "__func__", function)
        if not isinstance(function, FunctionType) or not in_folder(function, folder):
            continue
        if function.__code__ in found:
            continue
        found.append(function.__code__)
        found.extend(inner for inner in function.__code__.co_consts if isinstance(inner, CodeType))
        waiting.extend(named_in(function))
    return found


def named_in(function):
    """Functions that a function names: global, of a module that it names, or kept in its closure."""
    code = function.__code__
    names = [function.__globals__.get(name) for name in code.co_names]
    modules = [thing for thing in names if type(thing).__name__ == "module"]
    of_modules = [getattr(module, name, None) for module in modules for name in code.co_names]
    cells = [cell.cell_contents for cell in function.__closure__ or () if cell_holds(cell)]
    return [*names, *of_modules, *cells]


def cell_holds(cell):
    try:
        return cell.cell_contents is not cell
    except ValueError:
        return False


def in_folder(function, folder):
    return os.path.dirname(os.path.realpath(function.__code__.co_filename)) == folder


def specialised(code):
    """Instructions of the code as it is now, beside those that it was compiled to."""
    before = [one.opname for one in dis.get_instructions(code)]
    now = [one.opname for one in dis.get_instructions(code, adaptive=True)]
    counts = {}
    for was, is_now in zip(before, now):
        if is_now != was and not GENERAL.search(is_now):
            counts[is_now] = counts.get(is_now, 0) + 1
    forms = [{"name": name, "count": count} for name, count in sorted(counts.items())]
    return {
        "function": code.co_name,
        "instructions": forms,
        "specialised": sum(counts.values()),
        "of": len(now),
    }


def main():
    try:
        line = {"answer": answer()}
    except Exception as error:  # whatever the lab threw is told to who asked
        line = {"error": f"{type(error).__name__}: {error}"}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    os._exit(0)


main()
