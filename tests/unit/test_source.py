from pathlib import Path

import pytest

from kyr_app.content.source import MOST_BYTES, Mapping, Scalar, Unreadable, parse, read


def scalar(text: str, name: str) -> str:
    node = parse(text)
    assert isinstance(node, Mapping)
    value = node.items[name]
    assert isinstance(value, Scalar)
    return value.text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("No", "No"),
        ("02134", "02134"),
        ("12:30", "12:30"),
        ("2026-11-22", "2026-11-22"),
        ("yes", "yes"),
        ("~", "~"),
    ],
)
def test_a_value_stays_what_was_written(written: str, meant: str) -> None:
    assert scalar(f"es: {written}\n", "es") == meant


def test_folded_text_becomes_one_line() -> None:
    assert scalar("es: >-\n  uno: dos\n  tres\n", "es") == "uno: dos tres"


def test_every_value_knows_its_line() -> None:
    node = parse("a: 1\nb:\n  c: 2\n")
    assert isinstance(node, Mapping)
    assert node.lines == {"a": 1, "b": 2}
    assert node.items["b"].line == 2
    assert isinstance(node.items["b"], Mapping)
    assert node.items["b"].items["c"].line == 3


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: {c: 1}\n", 2),
        ("a: [1, 2]\n", 1),
        ("a: 1\na: 2\n", 2),
        ("a:\n\tb: 1\n", 2),
        ("a: b: c\n", 1),
        ("a: &x 1\nb: *x\n", 2),
        ("", 1),
        ("# nothing\n", 1),
        ("a: 'unclosed\n", 1),
        ("? [a]\n: b\n", 1),
        ("- a\nb: 1\n", 2),
    ],
)
def test_what_trips_people_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(Unreadable) as refused:
        parse(text)
    assert refused.value.mistake.line == line


def test_depth_is_no_way_in() -> None:
    for opening in ("[", "{a: ", "- "):
        with pytest.raises(Unreadable):
            parse(opening * 200_000 + "x")


def test_windows_line_ends_and_a_mark_at_the_start_are_fine(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffa: ñandú\r\nb: x\r\n".encode())
    node = read(file)
    assert isinstance(node, Mapping)
    assert node.items["a"] == Scalar("ñandú", 1)


def test_a_file_that_is_no_text_a_huge_one_and_a_missing_one(tmp_path: Path) -> None:
    latin, huge = tmp_path / "l.yaml", tmp_path / "h.yaml"
    latin.write_bytes(b"a: 1\nb: a\xf1o\n")
    huge.write_bytes(b"#" * (MOST_BYTES + 1))
    for file, line in ((latin, 2), (huge, 1), (tmp_path / "none.yaml", 1), (tmp_path, 1)):
        with pytest.raises(Unreadable) as refused:
            read(file)
        assert refused.value.mistake.line == line
