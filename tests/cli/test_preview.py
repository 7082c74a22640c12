"""`kyr content preview`: what an author sees before anything is built: without a screen, of files with mistakes."""

import pypdfium2
import pytest

from kyr_app import places
from kyr_app.cli.main import main

SHIPPED = places.assets() / "content" / "lessons" / "say-fear.yaml"


@pytest.fixture
def kyr(capsys):
    def run(*arguments):
        capsys.readouterr()
        status = main(["content", "preview", *map(str, arguments), "--ui", "en"])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def draft(tmp_path):
    """A copy of a lesson, somewhere else, with three mistakes."""
    text = SHIPPED.read_text(encoding="utf-8").replace("id: say-fear", "id: my-lesson", 1)
    for old, new in (
        ("- border-say-it", "- border-say-itt"),
        ("icon: coffee", "icon: coffe"),
        ("en 5 años", "en 9 años"),
    ):
        text = text.replace(old, new, 1)
    file = tmp_path / "my-lesson.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def words(pdf):
    with pypdfium2.PdfDocument(pdf) as opened:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in opened)


def test_a_proof_shows_both_languages_sources_ease_and_every_mistake_at_its_line(kyr, draft, tmp_path):
    status, said, _ = kyr(draft, "-o", tmp_path / "proof.pdf")
    assert (status, "3 things to mend." in said) == (0, True)
    found = words(tmp_path / "proof.pdf")
    lines = draft.read_text(encoding="utf-8").splitlines()
    for mistake in ("border-say-itt", "coffe"):
        at = next(n for n, line in enumerate(lines, 1) if mistake in line.split())
        assert f"Mend, line {at}:" in found
    for part in (
        "Diga que tiene miedo",
        "Say that you are afraid",
        "INFLESZ",
        "er-five-year-ban",
        "why-say-it",
    ):
        assert part in found


def test_a_file_that_cannot_be_read_has_a_proof_that_says_so(kyr, tmp_path):
    file = tmp_path / "lessons" / "bad.yaml"
    file.parent.mkdir()
    file.write_text('id: bad\ntitle:\n  es: "Sin cerrar\n', encoding="utf-8")
    assert kyr(file, "-o", tmp_path / "bad.pdf")[0] == 0
    found = words(tmp_path / "bad.pdf")
    assert "could not be read" in found
    assert "Mend, line 3:" in found


def test_a_folder_gets_a_pdf_and_pictures_of_each_file(kyr, draft, tmp_path):
    (tmp_path / "drafts").mkdir()
    draft.rename(tmp_path / "drafts" / draft.name)
    status, said, _ = kyr(tmp_path / "drafts", "-o", tmp_path / "out", "--as", "paper")
    assert status == 0
    made = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert made[0] == "my-lesson-paper-01.jpg"
    assert "my-lesson-paper.pdf" in made
    assert all(str(tmp_path / "out" / each) in said for each in made)
    assert "Diga que tiene miedo" in words(tmp_path / "out" / "my-lesson-paper.pdf")


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("nothing-there.yaml", ["-o", "x.pdf"]),
        (".", ["-o", "x.pdf"]),
        (SHIPPED.parents[1] / "interviews" / "fear-ready.yaml", ["-o", "x.pdf", "--as", "paper"]),
        (SHIPPED, []),
    ],
)
def test_what_cannot_be_shown_is_said_and_nothing_is_written(kyr, tmp_path, monkeypatch, what, more):
    monkeypatch.chdir(tmp_path)
    status, _, told = kyr(what, *more)
    assert status == 1
    assert told
    assert not (tmp_path / "x.pdf").exists()


def test_the_window_is_drawn_without_a_screen(kyr, tmp_path):
    status, said, _ = kyr(SHIPPED, "-o", tmp_path / "out", "--as", "screen")
    assert status == 0
    made = sorted((tmp_path / "out").glob("say-fear-screen-*.png"))
    assert len(made) == 5
    assert all(str(each) in said for each in made)
