"""`kyr content exchange`: out, through a translator's hands, in; and into a pack that adds the language."""

import json
import zipfile
from argparse import Namespace

import pytest

from kyr_app import places
from kyr_app.cli import exchanging
from kyr_app.cli.main import main
from kyr_app.cli.output import Out
from kyr_app.content.desk import Desk
from kyr_app.i18n import po
from kyr_app.model.settings import Settings
from kyr_app.session.exchange import content as exchange
from kyr_app.session.exchange.content import Exchange
from kyr_app.session.session import Session
from kyr_app.store import together
from kyr_app.store.disk import NotSaved
from kyr_app.store.preferences import Forgetful
from tests.unit.content import little

TITLE, ASK = "lessons/door.title", "lessons/door.points.closed.blocks.ask.text"
SHIPPED = "lessons/turn-in.title"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A content of one lesson."""
    return Exchange(Desk(little.write(tmp_path_factory.mktemp("content"))))


@pytest.fixture(scope="module")
def shipped(desk):
    """The content that ships, read once."""
    return Exchange(desk)


@pytest.fixture
def kyr(capsys, monkeypatch, small):
    """Exchange the small content; `whole` lets it be that which ships."""
    monkeypatch.setattr(exchange, "Exchange", lambda: small)

    def run(*arguments):
        capsys.readouterr()
        status = main(["content", "exchange", *map(str, arguments), "--ui", "en"])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def whole(kyr, monkeypatch, shipped):
    monkeypatch.setattr(exchange, "Exchange", lambda: shipped)
    return kyr


def translate(file, said):
    """Put words at addresses of a PO file, as a translator's program would."""
    lines = file.read_text(encoding="utf-8").splitlines()
    for address, words in said.items():
        at = lines.index('msgstr ""', lines.index(f'msgctxt "{address}"'))
        lines[at] = f'msgstr "{words}"'
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_out_and_in_again_changes_not_a_byte(kyr, tmp_path):
    folder = tmp_path / "ht"
    status, said, _ = kyr("out", "--lang", "ht", "-o", folder)
    assert status == 0
    assert "content.po" in said
    assert (folder / "language.yaml").read_text().startswith("#")
    assert "Haitian Creole" in (folder / "language.yaml").read_text()
    for name in ("content.po", "program.po"):
        before = (folder / name).read_bytes()
        assert kyr("in", folder / name, "--lang", "ht", "-o", tmp_path / "again")[0] == 0
        assert (tmp_path / "again" / name).read_bytes() == before


@pytest.mark.parametrize("language", ["es", "en"])
def test_corrections_that_correct_nothing_write_nothing(kyr, tmp_path, language):
    assert kyr("out", "--lang", language, "-o", tmp_path / "all.po")[0] == 0
    status, said, _ = kyr("in", tmp_path / "all.po", "--lang", language, "-o", tmp_path / "new")
    assert status == 0
    assert "Nothing is different" in said
    assert not (tmp_path / "new").exists()


def test_a_correction_touches_its_own_lines_alone(whole, tmp_path, shipped):
    spot = shipped.spots[SHIPPED]
    whole("out", "--lang", "en", "-o", tmp_path / "all.po")
    text = (tmp_path / "all.po").read_text(encoding="utf-8")
    (tmp_path / "all.po").write_text(text.replace(f'msgstr "{spot.text.en}"', 'msgstr "Ready to turn in"', 1))
    assert whole("in", tmp_path / "all.po", "--lang", "en", "-o", tmp_path / "new")[0] == 0
    [file] = (tmp_path / "new").rglob("*.yaml")
    before = (places.assets() / "content" / spot.file).read_text(encoding="utf-8").splitlines()
    after = file.read_text(encoding="utf-8").splitlines()
    assert [(a, b) for a, b in zip(before, after, strict=True) if a != b] == [
        (f"  en: {spot.text.en}", "  en: Ready to turn in")
    ]


def test_a_translation_becomes_a_language_of_a_pack(whole, tmp_path):
    folder = tmp_path / "ht"
    whole("out", "--lang", "ht", "-o", folder)
    translate(folder / "content.po", {SHIPPED: "Prepare w"})
    status, said, _ = whole("in", folder / "content.po", "--lang", "ht", "-o", folder, "--force")
    assert (status, "1 of " in said) == (0, True)
    pack = tmp_path / "guia-ht.zip"
    notes = ["--notes-es", "Criollo.", "--notes-en", "Creole."]
    assert main(["pack", "build", "--languages", str(folder), *notes, "-o", str(pack)]) == 0
    with zipfile.ZipFile(pack) as made:
        lessons = json.loads(made.read("library.json"))["lessons"]
        assert "words/ht.json" in made.namelist()
    [lesson] = [each for each in lessons if each["id"] == "turn-in"]
    assert lesson["title"]["more"] == {"ht": "Prepare w"}


def test_every_mistake_is_told_at_once_and_nothing_is_written(kyr, tmp_path):
    folder = tmp_path / "ht"
    kyr("out", "--lang", "ht", "-o", folder)
    translate(folder / "content.po", {TITLE: "Pòt <b>la</b>", ASK: "Mande 2 fwa"})
    status, said, _ = kyr("in", folder / "content.po", "--lang", "ht", "-o", tmp_path / "new")
    assert status == 1
    assert "look like HTML" in said
    assert "other numbers" in said
    assert "2 things to mend." in said
    for line in said.splitlines()[:2]:
        at = int(line.split("line ")[1].split(":")[0])
        assert any(each in _near(folder / "content.po", at) for each in (TITLE, ASK))
    assert not (tmp_path / "new").exists()


def _near(file, line):
    return "\n".join(file.read_text(encoding="utf-8").splitlines()[line - 2 : line + 1])


def test_another_spanish_is_told_and_not_taken(kyr, tmp_path, small):
    folder = tmp_path / "ht"
    kyr("out", "--lang", "ht", "-o", folder)
    spanish = small.spots[TITLE].text.es
    file = folder / "content.po"
    translate(file, {TITLE: "Pòt la"})
    file.write_text(
        file.read_text(encoding="utf-8").replace(f'msgid "{spanish}"', 'msgid "Antes"'), encoding="utf-8"
    )
    status, said, told = kyr("in", folder / "content.po", "--lang", "ht", "-o", tmp_path / "new")
    assert (status, "0 of " in said) == (0, True)
    assert TITLE in told
    [entry] = [
        each for each in po.read((tmp_path / "new/content.po").read_bytes()).entries if each.context == TITLE
    ]
    assert entry.fuzzy
    assert entry.source == spanish
    assert "Before: Antes" in entry.remarks


def test_what_is_there_is_brought_up_to_date_only_when_that_is_said(kyr, tmp_path):
    file = tmp_path / "ht.po"
    kyr("out", "--lang", "ht", "-o", file)
    translate(file, {TITLE: "Prepare w"})
    before = file.read_bytes()
    assert kyr("out", "--lang", "ht", "-o", file)[0] == 1
    assert file.read_bytes() == before
    status, said, _ = kyr("out", "--lang", "ht", "-o", file, "--force")
    assert (status, "1 translated" in said) == (0, True)
    assert b"Prepare w" in file.read_bytes()


@pytest.mark.parametrize("code", ["HT", "../x", "english", ""])
def test_only_a_code_names_a_language(kyr, tmp_path, code):
    assert kyr("out", "--lang", code, "-o", tmp_path / "x.po")[0] == 1
    assert not (tmp_path / "x.po").exists()


def test_a_file_of_another_language_or_none_is_refused(kyr, tmp_path):
    kyr("out", "--lang", "pt", "-o", tmp_path / "pt.po")
    status, said, _ = kyr("in", tmp_path / "pt.po", "--lang", "ht", "-o", tmp_path / "new")
    assert (status, "“pt”" in said) == (1, True)
    (tmp_path / "no.po").write_text("Hello\n")
    status, said, _ = kyr("in", tmp_path / "no.po", "--lang", "ht", "-o", tmp_path / "new")
    assert (status, "line 1" in said) == (1, True)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("at", range(4))
def test_a_disk_that_is_full_takes_all_corrections_or_none(tmp_path, monkeypatch, at):
    files = {f"lessons/{name}.yaml": name.encode() for name in "abc"}
    (tmp_path / "new/lessons").mkdir(parents=True)
    (tmp_path / "new/lessons/b.yaml").write_bytes(b"before")
    left, real = [at], together.staged

    def full(*arguments):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "full")
        return real(*arguments)

    class Corrected:
        def corrected(self, *_):
            return files, ()

    monkeypatch.setattr(together, "staged", full)
    asked = Namespace(output=str(tmp_path / "new"), lang="en", force=True)
    session = Session(preferences=Forgetful(Settings(language="en")))
    if at < len(files):
        with pytest.raises(NotSaved) as told:
            exchanging._corrected(Out(session), asked, Corrected(), exchange.Taken())
        assert "None of the 3 files was saved." in session.locale.render(told.value.said)
        assert everything(tmp_path / "new") == {"lessons/b.yaml": b"before"}
    else:
        assert exchanging._corrected(Out(session), asked, Corrected(), exchange.Taken()) == 0
        assert everything(tmp_path / "new") == files


def everything(folder):
    found = (each for each in folder.rglob("*") if each.is_file())
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}
