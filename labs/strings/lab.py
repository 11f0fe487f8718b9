"""Building text in Python: the twin of lab.ts.

It ends at 10,000 pieces: ten times as many take Python longer to make than to measure. There are no ropes here, so
reading the text adds next to nothing; it is kept so that the same work stands beside JavaScript's.
"""

from functools import reduce as fold
from io import StringIO

from hotpath import Lab, Variant, growth, ratio
from pieces import MARK, pieces

LINEAR = [1_000, 10_000]


# region plus
def plus(parts):
    text = ""
    for part in parts:
        text += part
    return text
# endregion


# region template
def template(parts):
    text = ""
    for part in parts:
        text = f"{text}{part}"
    return text
# endregion


# region prepend
def prepend(parts):
    text = ""
    for part in reversed(parts):
        text = part + text
    return text
# endregion


# region reduce
def reduce(parts):
    return fold(lambda text, part: text + part, parts, "")
# endregion


# region join
def join(parts):
    return "".join(parts)
# endregion


# region push-join
def push_join(parts):
    collected = []
    for part in parts:
        collected.append(part)
    return "".join(collected)
# endregion


# region list-join
def list_join(parts):
    return "".join([part for part in parts])
# endregion


# region generator-join
def generator_join(parts):
    return "".join(part for part in parts)
# endregion


# region string-io
def string_io(parts):
    out = StringIO()
    for part in parts:
        out.write(part)
    return out.getvalue()
# endregion


# region buffer
def buffer(parts):
    room = bytearray()
    for part in parts:
        room += part.encode("ascii")
    return room.decode("ascii")
# endregion


# region second-reference
def plus_with_two_names(parts):
    text = ""
    for part in parts:
        before = text
        text += part
    return text
# endregion


# region attribute
class Page:
    text = ""


def plus_on_attribute(parts):
    page = Page()
    for part in parts:
        page.text += part
    return page.text
# endregion


# region read
def read(text):
    return text.index(MARK)
# endregion


# region length-inside
def plus_with_length(parts):
    text = ""
    for part in parts:
        if len(text) < 10_000_000:
            text += part
    return text
# endregion


# region character-inside
def plus_with_character(parts):
    text = ""
    for part in parts:
        if text[-1:] != "\n":
            text += part
    return text
# endregion


def then_read(title, build, sizes=LINEAR):
    """Builds the text and reads it once."""
    return Variant(lambda parts: read(build(parts)), title=title, sizes=sizes, against="plus-read")


lab = Lab(
    question="Is text built faster with += or with join?",
    kind="allocation",
    unit="piece",
    sizes=[100, 1_000, 10_000],
    setup=pieces,
    baseline="plus",
    variants={
        "plus": Variant(plus, title="+=", sizes=LINEAR),
        "template": Variant(template, title="f-string", sizes=LINEAR),
        "prepend": Variant(prepend, title="prepend", sizes=LINEAR),
        "reduce": Variant(reduce, title="reduce", sizes=LINEAR),
        "second-reference": Variant(plus_with_two_names, title="+= and a second name for the text", sizes=LINEAR),
        "attribute": Variant(plus_on_attribute, title="+= on an attribute", sizes=LINEAR),
        "join": Variant(join, title="join", sizes=LINEAR),
        "push-join": Variant(push_join, title="append + join", sizes=LINEAR),
        "list-join": Variant(list_join, title="join a list comprehension", sizes=LINEAR),
        "generator-join": Variant(generator_join, title="join a generator", sizes=LINEAR),
        "string-io": Variant(string_io, title="StringIO", sizes=LINEAR),
        "buffer": Variant(buffer, title="bytes decoded", sizes=LINEAR),
        "plus-read": Variant(lambda parts: read(plus(parts)), title="+= and read"),
        "join-read": then_read("join and read", join),
        "push-join-read": then_read("append + join and read", push_join),
        "length-inside": then_read("+= asking the length inside", plus_with_length, [100, *LINEAR]),
        "character-inside": then_read("+= reading a character inside", plus_with_character, [100, *LINEAR]),
    },
    claims={
        "Joining 10,000 pieces takes less time than += in a loop.": ratio(
            "push-join-read", below=1, at=10_000, on=None, source="article"
        ),
        "Each += copies the text so far: ten times the pieces take more than 20 times the time.": growth(
            "plus-read", above=20, smaller=1_000, larger=10_000, on=None, source="article"
        ),
        "A second name for the text makes each += copy it: ten times the pieces take over 20 times the time.": growth(
            "second-reference", above=20, smaller=1_000, larger=10_000
        ),
        "On an attribute, each += copies the text so far: ten times the pieces take over 20 times the time.": growth(
            "attribute", above=20, smaller=1_000, larger=10_000
        ),
        "An f-string adds 10,000 pieces to a text faster than += does.": ratio(
            "template", below=1, at=10_000, source="folklore"
        ),
        "A StringIO takes less time than +=.": ratio("string-io", below=1, at=10_000, source="folklore"),
        "Joining a generator takes less time than joining a list comprehension.": ratio(
            "generator-join", to="list-join", below=1, at=10_000, source="article"
        ),
        "Without ropes, reading a character after each += takes less than three times the time of += alone.": ratio(
            "character-inside", below=3, at=1_000
        ),
    },
)
