"""Answers one question about a lab in Python: what ``child.ts`` is for labs in JavaScript.

    python3 -E -B harness.py '{"lab": "labs/strings/lab.py", "task": "describe"}'

Prints one line of JSON, ``{"answer": …}`` or ``{"error": "…"}``, and ends. Needs nothing but Python 3.9 or newer.
"""

import json
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location

from hotpath.host import Host
from hotpath.lab import Lab, describe
from hotpath.measure import measure_fork


def answer(question):
    lab = load(question["lab"])
    if question["task"] == "describe":
        return describe(lab)
    if sys.gettrace() is not None or sys.getprofile() is not None:
        raise RuntimeError("this Python traces or profiles every program, so nothing can be timed in it")
    return measure_fork(lab, question["request"], Host())


def load(path):
    """Runs the file, which may import others of its folder. Returns what it leaves in ``lab``."""
    sys.path.insert(0, os.path.dirname(path))
    spec = spec_from_file_location("lab", path)
    module = module_from_spec(spec)
    sys.modules["lab"] = module
    spec.loader.exec_module(module)
    lab = getattr(module, "lab", None)
    if not isinstance(lab, Lab):
        raise TypeError("expected the file to define lab = Lab(question=…, setup=…, variants=…)")
    return lab


def message(error, folder):
    """What the error says, and at which line of the lab if it came from there."""
    if isinstance(error, MemoryError):
        return "ran out of memory"
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error}"
    place = place_in(folder, error)
    return str(error) if place is None else f"{type(error).__name__}: {error} ({place})"


def place_in(folder, error):
    """The last line that was running of a file in the folder."""
    place = None
    step = error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if os.path.dirname(file) == folder:
            place = f"{os.path.basename(file)}, line {step.tb_lineno}"
        step = step.tb_next
    return place


def reply(line):
    """Ends the process as well, whatever the lab left open."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
    os._exit(0)


def main():
    if len(sys.argv) != 2:
        sys.exit("expected one question in JSON: see the top of this file")
    question = json.loads(sys.argv[1])
    try:
        reply({"answer": answer(question)})
    except Exception as error:
        reply({"error": message(error, os.path.dirname(question["lab"]))})


if __name__ == "__main__":
    main()
