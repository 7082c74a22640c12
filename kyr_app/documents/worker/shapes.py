"""What goes into the limited process and what comes out of it: frozen, typed, checked on both sides of the pipe.

Rectangles are in points from the lower left corner of the page; pages are counted from 0.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

MOST_BYTES = 40 * 1024 * 1024
"""Of a file that is taken in."""

MOST_PIXELS = 50_000_000
"""Of a picture, and of a page drawn as one."""

MOST_PAGES = 200
"""Of a PDF that is taken in."""

MOST_POINTS = 2_000.0
"""Of a page, wide or high."""

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Trouble(StrEnum):
    """Why a file was not taken; `api` says each in words."""

    LARGE = "large"
    KIND = "kind"
    DAMAGED = "damaged"
    LOCKED = "locked"
    PAGES = "pages"
    PAGE_SIZE = "page-size"
    PIXELS = "pixels"
    MEMORY = "memory"
    TIME = "time"
    CRASHED = "crashed"


class Widget(Struct, frozen=True):
    """Where a field stands. `on` is the value that its box has when it is ticked; empty for text."""

    page: int
    rect: Rect
    on: str = ""


class BlankField(Struct, frozen=True):
    """A field of a PDF. `name` is the full name, parents first; `longest` the most letters it takes, 0 for any."""

    name: str
    kind: str
    widgets: tuple[Widget, ...]
    value: str = ""
    flags: tuple[str, ...] = ()
    longest: int = 0
    options: tuple[str, ...] = ()
    tip: str = ""


class Inspected(Struct, frozen=True):
    """What a PDF is. `texts` are the words of its first pages; `locked` is encrypted, yet opens without a password.

    `xfa` says that a second form, drawn by scripts, is inside: beside the fields, or instead of them.
    """

    pages: int
    sizes: tuple[tuple[float, float], ...]
    fields: tuple[BlankField, ...]
    texts: tuple[str, ...]
    locked: bool = False
    xfa: bool = False
    title: str = ""
    producer: str = ""

    @property
    def barcodes(self) -> tuple[str, ...]:
        """The values under the barcodes of the pages, in order."""
        return tuple(each.value for each in self.fields if "PDF417" in each.name and each.value)


class Picture(Struct, frozen=True):
    """A page as a JPEG that holds nothing but pixels. `points` is the page's own size; (0, 0) for a photo."""

    jpeg: bytes
    width: int
    height: int
    points: tuple[float, float] = (0.0, 0.0)


class Spot(Struct, frozen=True):
    """A place whose words are wanted."""

    page: int
    rect: Rect


class Inspect(Struct, frozen=True, tag="inspect"):
    """Say what a PDF is."""

    data: bytes


class Render(Struct, frozen=True, tag="render"):
    """Draw `count` pages from `first`, or a picture whose longer side is at most `side` pixels."""

    data: bytes
    dpi: int
    side: int
    first: int
    count: int


class Stamp(Struct, frozen=True, tag="stamp"):
    """Flatten a blank and lay `over` on it: page n of the result is page `order[n]` of the blank under page n."""

    blank: bytes
    over: bytes
    order: tuple[int, ...]
    title: str


class Read(Struct, frozen=True, tag="read"):
    """Return the words that stand in each of some places."""

    data: bytes
    spots: tuple[Spot, ...]


Request = Inspect | Render | Stamp | Read


class Reply(Struct, frozen=True):
    """What came of a request; `trouble` where nothing did. `total` is how many pages there are."""

    trouble: Trouble | None = None
    inspected: Inspected | None = None
    pictures: tuple[Picture, ...] = ()
    total: int = 0
    made: bytes = b""
    texts: tuple[str, ...] = ()


class Refused(Exception):
    """Raised inside the process where a file is not taken."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
