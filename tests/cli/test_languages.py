"""A language is published, carried, used, read, printed, looked for and taken back: all by the command line."""

import json

import pytest

from kyr_app.cli.main import main
from kyr_app.session.packs import publishers
from kyr_app.store.preferences import home
from kyr_app.updates import secret
from tests.unit.documents.paper import Read, only_letters
from tests.unit.languages import sample

VERSION = 2099010101
NOTES = ("--notes-es", "Agrega un idioma.", "--notes-en", "Adds a language.")


@pytest.fixture
def pack(tmp_path, monkeypatch, capsys):
    """Return a pack with the sample of Haitian Creole, made and signed as its publishers would."""
    key = secret.new()
    (tmp_path / "own.key").write_text(secret.written(key, ""))
    monkeypatch.setattr(publishers, "pinned", lambda: (key.public,))
    folder = sample.languages(tmp_path / "languages", "ht")
    made = tmp_path / f"guia-{VERSION}.zip"
    build = ("pack", "build", "--languages", str(folder), "--version", str(VERSION), *NOTES, "-o", str(made))
    assert main([*build, "--ui", "en"]) == 0
    assert f"Adds a language: {sample.HAITIAN} · Haitian Creole" in capsys.readouterr().out
    assert main(["pack", "sign", str(made), "--key", str(tmp_path / "own.key")]) == 0
    return made


def told(capsys, *arguments, status=0):
    capsys.readouterr()
    assert main([str(each) for each in arguments]) == status
    said = capsys.readouterr()
    return said.out if status == 0 else said.err


def letters(path):
    return Read(path.read_bytes()).letters


def test_the_whole_way_of_a_language(pack, tmp_path, capsys):
    said = told(capsys, "pack", "verify", pack, "--ui", "en")
    assert f"Adds a language: {sample.HAITIAN} · Haitian Creole" in said
    assert "1 of " in said
    assert "The translation has not been reviewed yet." in said
    assert not (home() / "packs").exists()
    (added,) = json.loads(told(capsys, "pack", "verify", pack, "--json"))["languages"]
    assert (added["id"], added["name"], added["prints"], added["review"]) == ("ht", sample.HAITIAN, True, "")
    assert added["lessons"][0] == 1
    refused(capsys, "lessons", "--ui", "ht")

    told(capsys, "pack", "install", pack)
    assert f"{sample.LESSON} · Ka mwen ak odyans mwen" in told(capsys, "lessons", "--ui", "ht")
    assert "Ka mwen" not in told(capsys, "lessons", "--ui", "es")
    found = json.loads(told(capsys, "lessons", "--json"))
    titles = {each["id"]: each["title"] for each in found}
    assert titles[sample.LESSON]["ht"] == "Ka mwen ak odyans mwen"
    assert titles["turn-in"]["ht"] == titles["turn-in"]["es"]
    assert "odyans" in told(capsys, "search", "odyans", "--lang", "ht")
    papers(capsys, tmp_path)

    told(capsys, "pack", "back")
    refused(capsys, "lessons", "--ui", "ht")
    refused(capsys, "handout", sample.LESSON, "--lang", "ht", "-o", tmp_path / "x.pdf")
    assert titles[sample.LESSON]["es"] in told(capsys, "lessons")
    assert not told(capsys, "search", "odyans", "--json").count(sample.LESSON)


def papers(capsys, folder):
    """Print a lesson in the language, beside Spanish, and one that is not in it."""
    alone, pair, other = (folder / f"{name}.pdf" for name in ("alone", "pair", "other"))
    told(capsys, "handout", sample.LESSON, "--lang", "ht", "-o", alone)
    told(capsys, "handout", sample.LESSON, "--lang", "ht+es", "-o", pair)
    told(capsys, "handout", "teen-fear", "--lang", "ht", "-o", other)
    haitian, spanish = only_letters("Ka mwen ak odyans mwen"), only_letters("Mi caso y mi audiencia")
    unread = only_letters("Pèsonn poko revize tradiksyon sa a")
    assert haitian in letters(alone)
    assert spanish not in letters(alone)
    assert unread in letters(alone)
    assert haitian in letters(pair)
    assert spanish in letters(pair)
    assert only_letters(f"Sa a poko an {sample.HAITIAN}") in letters(other)
    for edition in ("large", "zine", "card", "discreet"):
        told(
            capsys,
            "handout",
            sample.LESSON,
            "--lang",
            "ht",
            "--edition",
            edition,
            "-o",
            folder / f"{edition}.pdf",
        )
    said = letters(folder / "card.pdf")
    for words in ("Mwen bezwen yon entèprèt", "Necesito un intérprete", "I need an interpreter"):
        assert only_letters(words) in said


def refused(capsys, *arguments):
    """Assert that a language is not known, said with those that are."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as caught:
        main([str(each) for each in arguments])
    assert caught.value.code == 2
    said = capsys.readouterr().err
    assert "'ht'" in said
    assert "'es', 'en'" in said


def test_mistakes_of_a_translation_are_told_with_their_lines_and_no_pack_is_made(tmp_path, capsys):
    folder = sample.languages(tmp_path / "languages", "ht")
    file = folder / "ht" / "program.po"
    file.write_text(file.read_text("utf-8").replace("Pwochen", "Pwochen {name}"), "utf-8")
    line = next(
        at for at, each in enumerate(file.read_text("utf-8").splitlines(), 1) if each == 'msgid "Next"'
    )
    made = tmp_path / "guia-1.zip"
    build = ("pack", "build", "--languages", folder, *NOTES, "-o", made, "--ui", "en")
    said = told(capsys, *build, status=1)
    assert f"ht/program.po:{line}: “Next”: the places in braces" in said
    assert "No pack was made." in said
    assert not made.exists()
    told(capsys, "pack", "build", "--languages", tmp_path / "none", *NOTES, "-o", made, status=1)
