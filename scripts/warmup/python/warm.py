"""Times the calls of one variant of a lab from the first one on: what ``javascript/child.ts`` does, in Python.

    python3 -E -B warm.py '{"harness": "…/runtimes/python", "lab": "…/lab.py", "task": "warmup", "request": {…}}'

Answers as ``harness.py`` does, which loads the lab.
"""

import json
import os
import sys

question = json.loads(sys.argv[1])
sys.path.insert(0, question["harness"])

from harness import load, message, reply  # noqa: E402
from hotpath.answer import answer_of  # noqa: E402
from hotpath.calls import call_batch, open_call_site  # noqa: E402
from hotpath.clock import clock_step  # noqa: E402
from hotpath.figures import four_digits  # noqa: E402
from hotpath.host import Host  # noqa: E402
from hotpath.seeded_random import seeded_random  # noqa: E402

_A_DOUBLING = 128
_ALONE = 16
_STEPS = 20


def answer():
    lab, request = load(question["lab"]), question["request"]
    name, size = request["variant"], request["size"]
    if name not in lab.variants:
        raise LookupError(f"the lab has no variant {name}")
    variant = lab.variants[name]
    data = lab.setup(size, seeded_random(request["seed"]))
    given = data if variant.prepare is None else variant.prepare(data)
    open_call_site()
    step_ns = clock_step(Host.now)
    curve = time_calls(variant.run, given, step_ns, request)
    return {"curve": curve, "clockStepNs": step_ns, "answer": answer_of(variant.run(given), f"variant {name} at {size}")}


def time_calls(run, given, step_ns, request):
    """As ``take-calls.ts`` does."""
    now = Host.now
    most_calls, most_ns, each = request["mostCalls"], request["mostNs"], request["each"]
    times, lengths = [], []
    done, calls = 0, 1
    began = now()
    while done < most_calls:
        start = now()
        call_batch(run, given, calls)
        end = now()
        per_call = max(end - start, step_ns / 2) / calls
        times.append(four_digits(per_call))
        if lengths and lengths[-1][1] == calls:
            lengths[-1][0] += 1
        else:
            lengths.append([1, calls])
        done += calls
        if end - began >= most_ns:
            break
        if not each:
            calls = min(next_calls(done, calls, per_call, step_ns), most_calls - done)
    return {"ns": times, "calls": lengths}


def next_calls(done, calls, per_call, step_ns):
    """The rule of ``docs/lib/warmup/next-calls.ts``."""
    enough = done >= 2 * _A_DOUBLING and 2 * calls * _A_DOUBLING <= done
    short = done >= _ALONE and calls * per_call < _STEPS * step_ns
    return 2 * calls if enough or short else calls


def main():
    try:
        line = {"answer": answer()}
    except Exception as error:  # whatever the lab threw is told to who asked
        line = {"error": message(error, os.path.dirname(question["lab"]))}
    reply(line)


main()
