"""Does the same work in many short calls or in few long ones, with a profiler or without.

python3 calls.py none|cProfile STEPS_A_CALL CALLS
"""

import cProfile
import json
import sys
import time


def step(steps, value):
    for number in range(steps):
        value = (value * 5 + number) & 0xFFFF
    return value


def work(steps, calls):
    value = 1
    for _ in range(calls):
        value = step(steps, value)
    return value


tool, steps, calls = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
profile = cProfile.Profile()
work(steps, 1)
if tool == "cProfile":
    profile.enable()
cpu, wall = time.process_time(), time.perf_counter()
answer = work(steps, calls)
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
profile.disable()
print(json.dumps({"cpu": cpu, "wall": wall, "answer": answer}))
