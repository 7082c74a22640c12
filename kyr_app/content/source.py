"""Read YAML as strings that remember where they stand.

`No` stays *No*, `02134` stays 02134: types come from the schema, never from the look of a value. What a lawyer
could trip over (tabs, duplicate keys, `{ }`, `[ ]`, anchors) is refused in plain words with its line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from msgspec import Struct, structs

from kyr_app import outside
from kyr_app.model.errors import ContentError
from kyr_app.model.text import N_

if TYPE_CHECKING:
    from pathlib import Path

    from kyr_app.model.text import Words

MOST_BYTES = 2 * 1024 * 1024
"""A content file is text written by a person: above this size something else is wrong with it."""

MOST_DEPTH = 16
"""How deep entries may stand inside each other; the content needs nine."""

UNREADABLE = N_(
    "This line cannot be read: check the spaces at its start, its colons and its quotation marks."
)

UNCLOSED = N_("A quotation mark opens on this line and is never closed. Take it away, or use “ ” or « ».")
CUT = N_("Everything after “#” on this line would be lost. Start the text on the next line after “>-”.")
BEGINS = N_("No text may begin with “{sign}”. Start it on the next line after “>-”.")
_LINKED = re.compile(r"\s*(?:- )*[a-z_]+:\s+\[\[")
_MARKS = "*&[]{}@`%|>!?\"'#,"
"""What YAML gives another meaning where it begins a text."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar(Struct, frozen=True):
    """A value as written, and the line (from 1) it starts on."""

    text: str
    line: int


class Listing(Struct, frozen=True):
    """A list and its line."""

    items: tuple[Node, ...]
    line: int


class Mapping(Struct, frozen=True):
    """Keys with their values; `lines` says where each key stands."""

    items: dict[str, Node]
    lines: dict[str, int]
    line: int


Node = Scalar | Listing | Mapping


class Mistake(Struct, frozen=True, order=True):
    """One thing to mend: the line, and what is wrong in words."""

    line: int
    said: Words


class Unreadable(ContentError):
    """A file that could not be read as content at all; `mistakes` holds the reason with its line."""

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake.said)
        self.mistake = mistake


def _refuse(line: int, said: Words) -> Unreadable:
    return Unreadable(Mistake(line, said))


def read(path: Path) -> Node:
    """Return the tree of a file. Raise `Unreadable`, with the line, for what is not content."""
    try:
        data = outside.read(path, MOST_BYTES)
    except outside.TooLarge as error:
        raise _refuse(
            1, N_("This file is too large to be content: more than {n} bytes.", n=MOST_BYTES)
        ) from error
    except OSError as error:
        raise _refuse(1, N_("This file cannot be opened.")) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _refuse(line, N_("This file is not in UTF-8. Save it again as UTF-8 text.")) from error
    return parse(text)


def parse(text: str) -> Node:
    """Return the tree of a YAML text; raise `Unreadable` as `read` does."""
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line[: len(line) - len(line.lstrip())]:
            raise _refuse(number, N_("A tab stands at the start of this line. Use spaces."))
        if _LINKED.match(line):
            raise _refuse(number, BEGINS.with_values(sign="[["))
    try:
        _look_first(text)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _refuse(*_yaml_words(error, text.splitlines())) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise _refuse(1, N_("This file cannot be read as YAML.")) from error
    if node is None:
        raise _refuse(1, N_("This file is empty."))
    return _tree(node)


def _look_first(text: str) -> None:
    """Refuse what could make a tree endless, before one is built: aliases, and a depth nobody writes."""
    depth, lines = 0, text.splitlines()
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent) and not event.style and _cut(event, lines):
            raise _refuse(line, CUT)
        if isinstance(event, yaml.AliasEvent):
            raise _refuse(line, N_("Anchors (&) and aliases (*) are not used here. Write the text again."))
        if depth > MOST_DEPTH:
            raise _refuse(line, UNREADABLE)


def _cut(event: yaml.ScalarEvent, lines: list[str]) -> bool:
    """Whether a “#” ends the text of a value where its author meant to go on: it would be lost without a word."""
    end = event.end_mark
    return (
        end is not None and end.line < len(lines) and lines[end.line][end.column :].lstrip().startswith("#")
    )


def _yaml_words(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, Words]:
    """Return the line of a mistake in YAML, and what is wrong there, as an author would say it."""
    problem = str(error.problem)
    mark = error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    if "quoted scalar" in str(error.context) and error.context_mark:
        return error.context_mark.line + 1, UNCLOSED
    if "mapping values are not allowed" in problem:
        return at + 1, N_(
            "A colon stands inside the text, or the “-” before an entry of a list is missing. "
            "Start a text with a colon on the next line after “>-”."
        )
    written = lines[at].partition(": ")[2].strip() if at < len(lines) else ""
    if written[:1] in _MARKS and written[:2] != ">-":
        return at + 1, BEGINS.with_values(sign=written[0])
    return at + 1, UNREADABLE


def _tree(node: yaml.Node) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return Scalar(" ".join(node.value.split()), line)
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        raise _refuse(line, N_("Braces {{ }} and brackets [ ] are not used here. Write one entry a line."))
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_tree(item) for item in node.value), line)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, line)
    raise _refuse(line, UNREADABLE)


def _mapping(node: yaml.MappingNode, line: int) -> Mapping:
    items: dict[str, Node] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise _refuse(at, UNREADABLE)
        if key.value in items:
            first = lines[key.value]
            raise _refuse(
                at, N_("“{key}” stands twice here, first on line {first}.", key=key.value, first=first)
            )
        tree = _tree(value)
        # What is missing in a mapping is told at its name, not at the first entry that is there.
        items[key.value] = structs.replace(tree, line=at) if isinstance(tree, Mapping) else tree
        lines[key.value] = at
    return Mapping(items, lines, line)
