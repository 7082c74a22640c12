"""What leaves the program is named by kind, day and chance; what others named is made harmless."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyr_app.store import names
from kyr_app.store.names import Label

DAY = dt.date(2026, 11, 22)
HOSTILE = [
    "", " ", ".", "..", "...", "/", "\\", "../../etc/passwd", "..\\..\\windows\\system32", "/etc/passwd",
    "C:\\temp\\x.pdf", "\\\\server\\share\\x.pdf", "con", "CON.pdf", "prn", "aux.txt", "NUL", "nul.tar.gz",
    "COM1", "com9.pdf", "lpt1", "LPT9.txt", "COM¹.pdf", "conin$", "clock$", "name.", "name ", "name. . .",
    ".hidden", "-rf", "--output=x", "a\0b.pdf", "a\nb\r.pdf", "a\x1b[2Jb.pdf", "x" * 300 + ".pdf", "ñ" * 300,
    'a<b>c:d"e|f?g*.pdf', "\u202egpj.exe", "\u200b\ufeff.pdf", "😀😀.pdf", "niño y niña.pdf", "ﬁle／x.pdf",
    "$(reboot).pdf", "`id`;x.pdf", "~root", "%00.pdf", "%2e%2e%2fx", "file.pdf::$DATA", "a" * 100 + "." + "b" * 100,
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names(name):
    made = names.safe(name)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", made), made
    assert len(made) <= 80
    assert made[-1] not in ". "
    assert ".." not in made
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", made)
    assert names.safe(made) == made


def test_there_are_45_of_them():
    assert len(set(HOSTILE)) >= 45


@given(st.text(max_size=200))
def test_any_text(name):
    made = names.safe(name)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}", made)
    assert names.safe(made) == made


def test_good_names_stay():
    assert names.safe("acta de nacimiento.pdf") == "acta-de-nacimiento.pdf"
    assert names.safe("I-589.pdf") == "I-589.pdf"


@pytest.mark.parametrize("label", Label)
def test_neutral(label):
    made = names.neutral(label, DAY, ".PDF")
    assert re.fullmatch(rf"{label.value}-2026-11-22-[a-z2-9]{{4}}\.pdf", made)
    assert names.safe(made) == made
    assert len({names.neutral(label, DAY, "pdf") for _ in range(20)}) > 15


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_ending_is_no_ending(name):
    made = names.neutral(Label.PAPER, DAY, name)
    assert names.safe(made) == made
    assert made.startswith("documento-2026-11-22-")


def test_an_ending_of_two_parts():
    assert names.neutral(Label.COPY, DAY, "zip.age").endswith(".zip.age")
    assert names.neutral(Label.COPY, DAY, "a.b.c..exe").count(".") == 2
