"""One variant of a lab, called by pyperf: the same function and the same data as in a fork of ours.

    python measure.py -o FILE --question '{"harness": …, "lab": …, "variant": …, "size": …, "seed": …}'
"""

import json
import sys

import pyperf


def main():
    runner = pyperf.Runner(add_cmdline_args=lambda command, given: command.extend(("--question", given.question)))
    runner.argparser.add_argument("--question", required=True)
    question = json.loads(runner.parse_args().question)
    sys.path.insert(0, question["harness"])
    from harness import load
    from hotpath.seeded_random import seeded_random

    lab = load(question["lab"])
    variant = lab.variants[question["variant"]]
    data = lab.setup(question["size"], seeded_random(question["seed"]))
    given = data if variant.prepare is None else variant.prepare(data)
    runner.bench_func(question["variant"], variant.run, given)


if __name__ == "__main__":
    main()
