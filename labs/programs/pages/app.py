"""Renders the pages of a shop for one visit after the other, and remembers what was looked at.

python3 app.py [visits]
"""

import json
import sys

PRODUCTS = 4_000


def load_catalogue():
    """Names and prices out of an export that holds much more."""
    rows = json.loads(export_of(PRODUCTS))
    return [(row["name"], row["cents"]) for row in rows]


def export_of(count):
    """Stands for a file that another system has written."""
    rows = []
    for id in range(count):
        notes = [f"article {id}", f"supplied by {id % 17}", f"shelf {id % 29}"]
        stock = {"north": id % 5, "south": id % 7}
        rows.append({"id": id, "name": f"Product {id}", "cents": id * 7919 % 10_000, "notes": notes, "stock": stock})
    return json.dumps(rows)


def answer(visit):
    first = visit * 37 % (PRODUCTS - 20)
    remember(f"session-{visit}", first)
    return len(render(catalogue[first : first + 20]))


# region render
def render(products):
    return "<table>" + "\n".join([row_of(*product) for product in products]) + "</table>"


def row_of(name, cents):
    cells = [name, f"{cents // 100}.{cents % 100}", "free delivery" if cents > 5_000 else ""]
    return "<tr>" + "".join([f"<td>{cell}</td>" for cell in cells]) + "</tr>"



# endregion


# region remember
def remember(session, first):
    seen = []
    for position in range(20):
        seen.append({"position": position, "product": first + position})
    sessions[session] = {"seen": seen, "times": 1}


# endregion

visits = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
catalogue = load_catalogue()
sessions = {}
characters = 0
for visit in range(visits):
    characters += answer(visit)
print(f"{visits} visits, {characters} characters, {len(sessions)} sessions remembered")
