"""Looks at photos, pixel by pixel, and says which is the lightest to the eye.

python3 app.py [photos]
"""

import sys

from light import light_of

PIXELS = 20_000


# region photo
def look_at(photo):
    """Mean light of a photo, and how many of its pixels are dark."""
    sum = 0.0
    dark = 0
    for at in range(0, len(photo), 3):
        red = light_of(photo[at])
        green = light_of(photo[at + 1])
        blue = light_of(photo[at + 2])
        light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        if light < 0.1:
            dark += 1
        sum += light
    return sum / (len(photo) / 3), dark


# endregion


def photo_number(number):
    """Stands for a file that somebody has sent."""
    photo = bytearray(3 * PIXELS)
    state = number + 1
    for at in range(len(photo)):
        state = (state * 1664525 + 1013904223) % 2**32
        photo[at] = state >> 24
    return photo


def main():
    photos = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    lightest, lightest_mean, all_dark = 0, 0.0, 0
    for number in range(photos):
        mean, dark = look_at(photo_number(number))
        all_dark += dark
        if mean > lightest_mean:
            lightest, lightest_mean = number, mean
    print(f"{photos} photos; number {lightest} is the lightest; {all_dark} pixels are dark")


main()
