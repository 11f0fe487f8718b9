"""What a text is made of: pieces of small letters, seven on average, and a full stop as the last."""

#: Ends the text, and is nowhere else in it.
MARK = "."


def piece(random):
    length = 4 + int(random() * 7)
    return "".join(chr(97 + int(random() * 26)) for _ in range(length))


def pieces(count, random):
    return [*(piece(random) for _ in range(count - 1)), MARK]
