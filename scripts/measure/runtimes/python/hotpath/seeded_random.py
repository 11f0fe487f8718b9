"""The numbers of ``docs/lib/random.ts``: the same seed gives the same data in every runtime."""

_WORD = 0xFFFFFFFF


def seeded_random(seed):
    """Uniform pseudo-random numbers in [0, 1): xoshiro128**, filled by SplitMix, 53 bits each. Not for secrets.

    ``seed`` is a whole number from 0 to 2**53 - 1.
    """
    if type(seed) is not int or not 0 <= seed < 2**53:
        raise ValueError(f"seed: expected a whole number from 0 to 2**53 - 1, got {seed!r}")
    word = _split_mix((seed ^ next(_split_mix(seed >> 32))) & _WORD)
    words = xoshiro(next(word), next(word), next(word), next(word))
    return (((high >> 5 << 26) + (low >> 6)) / 2**53 for high, low in zip(words, words)).__next__


def xoshiro(a, b, c, d):
    """The generator itself: whole numbers of 32 bits, from four words of which one is not 0."""
    while True:
        scrambled = b * 5 & _WORD
        yield (scrambled << 7 | scrambled >> 25) * 9 & _WORD
        shifted = b << 9 & _WORD
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = (d << 11 | d >> 21) & _WORD


def _split_mix(state):
    while True:
        state = (state + 0x9E3779B9) & _WORD
        word = (state ^ state >> 16) * 0x21F0AAAD & _WORD
        word = (word ^ word >> 15) * 0x735A2D97 & _WORD
        yield word ^ word >> 15
