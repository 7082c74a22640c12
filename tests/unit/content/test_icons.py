"""Every picture that is named exists: in the content, and in the program's own code, wherever a name stands."""

import ast
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

import kyr_app
from kyr_app.content import icons

ROOT = Path(kyr_app.__file__).parent
AT = {
    **dict.fromkeys(("Glyph", "show_icon", "add_mark", "icon", "glyph"), 0),
    **dict.fromkeys(("Framed", "heading", "advice", "add"), 1),
    **dict.fromkeys(("Card", "TallCard", "AnswerCard", "CardButton", "Button", "BarButton", "Chip"), 2),
    **dict.fromkeys(("add_jump", "add_chip"), 3),
    "Happening": 0,
    "Group": 1,
}
"""Which argument of a call names a picture."""
NAMED = {"icon", "picture"}
MOST = 0.5
"""A column of a table of which more than this part names pictures is a column of pictures."""
PICTURES = set(icons.names())


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def texts(node: ast.expr | None) -> Iterator[str]:
    """Yield the words that stand where a picture is named, whichever way a condition goes."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def called(tree: ast.Module) -> Iterator[str]:
    """Yield what calls, keywords and defaults name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            at = AT.get(str(name))
            if at is not None and at < len(node.args):
                yield from texts(node.args[at])
            for given in node.keywords:
                if given.arg in NAMED:
                    yield from texts(given.value)
        elif isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") in NAMED:
            yield from texts(node.value)


def tables(tree: ast.Module) -> Iterator[list[str]]:
    """Yield the columns of every table: rows of a tuple, a list or a dictionary."""
    for node in ast.walk(tree):
        rows = node.values if isinstance(node, ast.Dict) else getattr(node, "elts", None)
        if rows is None:
            continue
        parts = [
            each.args if isinstance(each, ast.Call) else getattr(each, "elts", []) for each in rows if each
        ]
        for column in zip_longest(*parts):
            yield [each for cell in column for each in texts(cell)]


def test_every_picture_that_code_names_exists() -> None:
    missing: dict[str, str] = {}
    for path, tree in trees():
        for name in called(tree):
            if name and name not in PICTURES:
                missing.setdefault(name, path)
        for column in tables(tree):
            known = [each for each in column if each in PICTURES]
            if len(known) > MOST * len(column):
                missing.update({each: path for each in column if each and each not in PICTURES})
    assert not missing


def test_every_picture_that_content_names_exists() -> None:
    """The compiled lessons are held against the same list; here the list itself is looked at."""
    assert len(PICTURES) > 500
    assert {"check-square", "house", "eye-slash"} <= PICTURES
    with pytest.raises(KeyError):
        icons.glyph("list-checks")


def test_the_eye_sees_what_is_wrong() -> None:
    tree = ast.parse(
        'Glyph("no-such" if x else "house"); A = (("a", "house"), ("b", "path"), ("c", "nowhere"))\nicon: str = "gone"'
    )
    assert {"no-such", "gone", "house"} == set(called(tree))
    assert ["house", "path", "nowhere"] in list(tables(tree))
