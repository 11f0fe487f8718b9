"""Reads the orders of many days, a line each, and adds up what every customer spent in every month.

python3 app.py [days]
"""

import sys

CUSTOMERS = 300
ORDERS_A_DAY = 2_000


# region cursor
class Cursor:
    """A place in a text."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def at_end(self):
        return self.at >= len(self.text)

    def at_separator(self):
        character = self.text[self.at]
        return character == ";" or character == "\n"

    def digit(self):
        self.at += 1
        return ord(self.text[self.at - 1]) - 48

    def skip(self):
        self.at += 1


# endregion


def orders_of(day):
    """The orders of a day as another system would send them: customer, month, cents."""
    lines = []
    state = day + 1
    for _ in range(ORDERS_A_DAY):
        state = (state * 1664525 + 1013904223) % 2**32
        lines.append(f"{1000 + state % CUSTOMERS};{1 + day % 12};{state % 9973}\n")
    return "".join(lines)


def book_day(cursor):
    while not cursor.at_end():
        id = next_number(cursor)
        month = next_number(cursor)
        find_customer(id).months[month - 1] += next_number(cursor)


# region number
def next_number(cursor):
    """The number that begins here; the cursor passes it and the separator behind it."""
    number = 0
    while not cursor.at_separator():
        number = number * 10 + cursor.digit()
    cursor.skip()
    return number


# endregion


# region find
class Customer:
    def __init__(self, id):
        self.id = id
        self.months = [0] * 12


def find_customer(id):
    for customer in customers:
        if customer.id == id:
            return customer
    raise KeyError(f"no customer {id}")


# endregion


def report():
    best = max(customers, key=lambda customer: sum(customer.months))
    total = sum(sum(customer.months) for customer in customers)
    return f"{len(customers)} customers spent {total} cents; {best.id} the most, {sum(best.months)}"


days = int(sys.argv[1]) if len(sys.argv) > 1 else 60
customers = [Customer(1000 + index) for index in range(CUSTOMERS)]
for day in range(days):
    book_day(Cursor(orders_of(day)))
print(report())
