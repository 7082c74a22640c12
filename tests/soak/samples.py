"""What stands in a family file in these tests: as large and as shaped as a real one, and known by its number."""

from __future__ import annotations

import hashlib
from typing import Any

PHRASE = "luna camino pan río mesa flor"
OTHER = "verde puerta sol libro agua casa"

Rows = list[dict[str, Any]]


def rows(number: int, *, large: bool | None = None) -> Rows:
    """Return the rows of a save by its number: the same each time, different in every value from the next one's.

    Some are large: the file then grows, and shrinks with the next.
    """
    mark = hashlib.sha256(str(number).encode()).hexdigest()
    many = 40 if large is None and number % 13 == 7 else 40 if large else 1
    story = f"Persona de Ejemplo {number} salió de noche. {mark} " * 60 * many
    return [
        {"name": "number", "value": number},
        {"name": "first_name", "value": f"Persona {mark[:8]}"},
        {"name": "story", "value": story},
        {"name": "children_list", "value": [{"age": number % 18, "mark": mark}] * 3},
    ]


def number_of(found: Rows) -> int:
    """Return which save rows are of; raise `ValueError` where they are not wholly of one."""
    number = next((row["value"] for row in found if row.get("name") == "number"), None)
    if not isinstance(number, int) or found not in (
        rows(number),
        rows(number, large=True),
        rows(number, large=False),
    ):
        raise ValueError("not rows that were ever written")
    return number
