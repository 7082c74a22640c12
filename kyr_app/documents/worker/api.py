"""What the program asks of the limited process: say what a PDF is, draw its pages, lay a page over it, read it back.

Every call starts a process of its own and waits for it; call from a thread that may wait. Nothing heavy is fetched
here. Whatever comes back was checked again on this side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kyr_app.documents.worker import jpeg
from kyr_app.documents.worker.process import Interrupted, ask
from kyr_app.documents.worker.shapes import (
    MOST_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    Inspect,
    Inspected,
    Picture,
    Read,
    Render,
    Reply,
    Request,
    Spot,
    Stamp,
    Trouble,
)
from kyr_app.model.errors import InputError
from kyr_app.model.text import N_, Words

__all__ = ["Interrupted", "NotTaken", "inspect", "read", "render", "stamp"]

Progress = Callable[[int, int], bool]
"""Told how much is done of how much; returns whether to go on."""

BATCH = 10
"""Pages that one process draws: what it needs for them stays far below its limits."""

_GOOD = 90 * 1024 * 1024
"""Bytes of a made PDF that are still taken back."""

_SAFE = N_("Nothing was changed. The file is as it was.")
_SAID: dict[Trouble, tuple[Words, Words]] = {
    Trouble.LARGE: (
        N_("This file is larger than this program opens: 40 megabytes."),
        N_("Take a smaller photo, or save the pages as several files."),
    ),
    Trouble.KIND: (
        N_("This is not a PDF or a photo that this program can open."),
        N_("Choose a PDF, or a photo saved as JPEG, PNG or HEIC."),
    ),
    Trouble.DAMAGED: (
        N_("This file is damaged, and could not be read."),
        N_("Copy or download it again. If it comes from a stick, check that the copy was whole."),
    ),
    Trouble.LOCKED: (
        N_("This PDF is locked with a password."),
        N_("Ask whoever sent it for a copy without a password."),
    ),
    Trouble.PAGES: (
        N_("This PDF has more than {n} pages.", n=MOST_PAGES),
        N_("Save only the pages that you need as a file of their own."),
    ),
    Trouble.PAGE_SIZE: (
        N_("A page of this PDF is larger than a poster, and was not opened."),
        N_("Print it on ordinary paper, and scan or photograph that."),
    ),
    Trouble.PIXELS: (
        N_("This picture is larger than this program opens: 50 megapixels."),
        N_("Take a smaller photo, or save the pages as several files."),
    ),
    Trouble.MEMORY: (N_("This file needs more memory than it should, and was not opened."), _SAFE),
    Trouble.TIME: (N_("This file took too long to read, and was not opened."), _SAFE),
    Trouble.CRASHED: (N_("This file could not be read: something in it is wrong."), _SAFE),
}


class NotTaken(InputError):
    """A file that was not taken; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(*_SAID[trouble])
        self.trouble = trouble


def inspect(data: bytes, go_on: Callable[[], bool] | None = None) -> Inspected:
    """Return what a PDF is. Raise `NotTaken`, or `Interrupted` where `go_on` says so."""
    found = _asked(Inspect(_measured(data)), go_on).inspected
    if found is None:
        raise NotTaken(Trouble.CRASHED)
    return found


def render(
    data: bytes, *, dpi: int = 150, side: int = 2400, progress: Progress | None = None
) -> tuple[Picture, ...]:
    """Return the pages of a PDF at `dpi` (72 to 200), or a photo upright with its longer side at most `side` pixels.

    Raise `NotTaken`, or `Interrupted` where `progress` says not to go on.
    """
    _measured(data)
    found: list[Picture] = []
    total = 1
    while len(found) < total:
        done = len(found)
        if progress is not None and not progress(done, total):
            raise Interrupted
        asked = Render(data, max(72, min(dpi, 200)), side, done, BATCH)
        reply = _asked(asked, _still(progress, done, total))
        total = reply.total
        if not (0 < total <= MOST_PAGES and 0 < len(reply.pictures) <= min(BATCH, total - done)):
            raise NotTaken(Trouble.CRASHED)
        found += [_checked(each) for each in reply.pictures]
    if progress is not None:
        progress(total, total)
    return tuple(found)


def stamp(
    blank: bytes, over: bytes, order: Sequence[int], title: str, go_on: Callable[[], bool] | None = None
) -> bytes:
    """Return `blank` made flat, page `order[n]` of it under page n of `over`. Raise as `inspect` does."""
    made = _asked(Stamp(_measured(blank), over, tuple(order), title), go_on).made
    if not made.startswith(b"%PDF-") or len(made) > _GOOD:
        raise NotTaken(Trouble.CRASHED)
    return made


def read(data: bytes, spots: Sequence[Spot], go_on: Callable[[], bool] | None = None) -> tuple[str, ...]:
    """Return the words in each place of a PDF. Raise as `inspect` does."""
    texts = _asked(Read(data, tuple(spots)), go_on).texts
    if len(texts) != len(spots):
        raise NotTaken(Trouble.CRASHED)
    return texts


def _measured(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise NotTaken(Trouble.LARGE)
    return data


def _asked(request: Request, go_on: Callable[[], bool] | None) -> Reply:
    reply = ask(request, go_on)
    if reply.trouble is not None:
        raise NotTaken(reply.trouble)
    return reply


def _still(progress: Progress | None, done: int, total: int) -> Callable[[], bool] | None:
    return None if progress is None else lambda: progress(done, total)


def _checked(picture: Picture) -> Picture:
    """Return a picture that is what it says it is: one JPEG of that size, without anything before or after it."""
    size = jpeg.size(picture.jpeg)
    if size != (picture.width, picture.height) or size[0] * size[1] > MOST_PIXELS:
        raise NotTaken(Trouble.CRASHED)
    return picture
