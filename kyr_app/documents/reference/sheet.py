"""What every reference sheet shares: its dates, its page, its sources in short."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from kyr_app.content.library import Library
from kyr_app.documents.reference import captions as words
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.flow import Flow
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.pages import Sheet
from kyr_app.model.text import Together, Words

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s;,)]+)[^\s;,)]*")


def sheet(title: Words, library: Library, today: dt.date, kind: str = "") -> Sheet:
    """Return what stands on every page: as old as its kind of content, else as the oldest lesson."""
    dated = [library.dated[kind]] if kind in library.dated else list(library.lessons.values())
    reviewed = min((each.reviewed for each in dated), default=library.built)
    good_until = min((each.good_until for each in dated), default=library.built)
    return Sheet(title, reviewed, good_until, "", today > good_until)


def paper_of(make: Callable[[Flow], list[Any]], sheets: Sequence[Sheet], order: Order) -> bytes:
    """Return the PDF of what `make` gives, in running text of the usual size."""
    page, spoken = order.laid()
    return order.document(sheets, page, spoken).bytes_of(make(Flow(spoken, page)))


def source(said: str) -> Words:
    """Return a source in short: its sites by name, each once; what it says where it names none.

    That nobody checked it, or some of it, is always said.
    """
    if said.startswith("unverified"):
        return captions.UNVERIFIED
    sites = "; ".join(dict.fromkeys(_ADDRESS.findall(said)))
    told = Together((captions.SOURCE, f"{sites or said}."))
    return Together((told, words.PARTLY)) if "unverified" in said else told
