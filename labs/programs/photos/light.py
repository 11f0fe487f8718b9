"""Light. A screen is given the strength of a colour, on a scale that fits the eye. How much light that makes, an
instrument has measured at some strengths.
"""

STEP = 5
# As the instrument wrote it down, from dark to light.
CURVE = [(STEP * point, (point / 51) ** 2.2) for point in range(52)]


# region light
def light_of(strength):
    """The light of one colour of a pixel, from 0 to 1."""
    point = 0
    while CURVE[point][0] < strength:
        point += 1
    return CURVE[point][1]


# endregion
