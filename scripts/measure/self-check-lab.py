"""The self-check in Python: the twin of self-check-lab.ts."""

from hotpath import Lab, Variant


def chain(random):
    return int(random() * 2**31), 2000


def once(chain):
    x, steps = chain
    for _ in range(steps):
        x = (x * 69069 + 12345) & 0xFFFFFFFF
    return signed(x)


def again(chain):
    x, steps = chain
    for _ in range(steps):
        x = (x * 69069 + 12345) & 0xFFFFFFFF
    return signed(x)


def two_per_cent_more(chain):
    x, steps = chain
    for _ in range(steps):
        x = (x * 69069 + 12345) & 0xFFFFFFFF
    return signed(x)


def signed(word):
    """As JavaScript has it: 32 bits with a sign."""
    return word - 2**32 if word >> 31 else word


lab = Lab(
    question="What difference can this machine resolve today?",
    kind="compute",
    unit="run of the chain",
    sizes=[1],
    setup=lambda _size, random: chain(random),
    baseline="once",
    variants={
        "once": once,
        "again": again,
        "two-per-cent-more": Variant(
            two_per_cent_more,
            title="two per cent more steps",
            mistake="does more work on purpose, so its answer differs",
            prepare=lambda chain: (chain[0], 2040),
        ),
    },
)
