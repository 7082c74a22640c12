"""Packs between the look and the taking, packs that speak for a language that is ours, packs that count oddly."""

import datetime as dt
import json

import msgspec
import pytest
from msgspec import structs

from kyr_app import places
from kyr_app.content import build
from kyr_app.content import library as libraries
from kyr_app.content.desk import Desk
from kyr_app.content.library import Library
from kyr_app.model.text import Text
from kyr_app.session.packs import packs as session_packs
from kyr_app.session.packs import publishers, publishing
from kyr_app.session.packs.packs import Packs
from kyr_app.session.selfcheck import copy as selfcheck
from kyr_app.session.session import Session
from kyr_app.store.preferences import home
from kyr_app.updates import archive, manifest, minisign, pointer
from kyr_app.updates.troubles import NewerProgram, NotAPack, NotSigned, PackError
from kyr_app.updates.trust import Known, accept
from tests.unit.content import little
from tests.unit.languages import sample
from tests.unit.updates.simulator import ACTIVE, KEYS, SPARE, Simulator, zipped

DAY = dt.date(2026, 11, 22)
NUMBER = 2099010101


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    return build.shelf(Desk(little.write(tmp_path_factory.mktemp("content"))))


@pytest.fixture
def packs(shelf, monkeypatch):
    monkeypatch.setattr(publishers, "pinned", lambda: KEYS)
    return Packs(Session(library=Library(shelf), today=DAY), home())


def titled(shelf, title):
    return structs.replace(shelf, lessons=(structs.replace(shelf.lessons[0], title=Text(title, title)),))


def on_stick(folder, files, number=NUMBER, **more):
    sim = Simulator(files, number)
    for name, value in more.items():
        setattr(sim, name, value)
    return put(folder, *sim.both())


def put(folder, data, signature):
    file = folder / "guia-1.zip"
    file.write_bytes(data)
    file.with_name(file.name + ".minisig").write_bytes(signature)
    return file


class TestBetween:
    """What was shown is what is taken: the bytes are read once."""

    def test_a_stick_that_changes_after_the_look(self, packs, shelf, tmp_path):
        file = on_stick(tmp_path, {libraries.FILE: libraries.encode(titled(shelf, "shown"))})
        offered = packs.offered(file)
        on_stick(tmp_path, {libraries.FILE: libraries.encode(titled(shelf, "swapped"))}, NUMBER + 1)
        packs.take(offered)
        assert session_packs.current(home()).lessons["door"].title.en == "shown"
        file.unlink()
        assert session_packs.current(home()).lessons["door"].title.en == "shown"

    def test_the_bytes_that_are_verified_are_those_that_are_unpacked(
        self, packs, shelf, tmp_path, monkeypatch
    ):
        file = on_stick(tmp_path, {libraries.FILE: libraries.encode(shelf)})
        seen = []
        for module, name in ((minisign, "verify"), (archive, "unpacked")):
            real = getattr(module, name)
            monkeypatch.setattr(
                module, name, lambda data, *rest, real=real: (seen.append(data), real(data, *rest))[1]
            )
        packs.offered(file)
        assert len(seen) == 2
        assert seen[0] is seen[1]  # the very same object, not a second reading

    def test_nothing_is_read_again_when_it_is_taken(self, packs, shelf, tmp_path):
        offered = packs.offered(on_stick(tmp_path, {libraries.FILE: libraries.encode(shelf)}))
        for each in tmp_path.glob("guia-1*"):
            each.unlink()
        packs.take(offered)
        assert packs.in_use()[1]


class TestOwnLanguages:
    """A pack adds languages; ours it cannot cover."""

    @pytest.mark.parametrize("code", ["es", "en", "ES", "es_MX", "../es", "e", ""])
    def test_a_table_in_the_name_of_ours(self, packs, shelf, tmp_path, code):
        table = sample.table()
        table["language"]["id"] = code
        files = {libraries.FILE: libraries.encode(shelf), f"words/{code}.json": json.dumps(table).encode()}
        with pytest.raises(PackError):
            packs.offered(put(tmp_path, *self._signed(files)))

    @staticmethod
    def _signed(files):
        """Pack without the rules for names, so that the rules for languages are reached where they can be."""
        sim = Simulator(files, NUMBER)
        data = zipped(sorted(sim.all_files().items()))
        return data, sim.signed(data)

    @pytest.mark.parametrize("code", ["es", "en"])
    def test_a_passage_that_covers_ours(self, packs, shelf, tmp_path, code):
        lesson = structs.replace(shelf.lessons[0], title=Text("a", "b", {code: "covered"}))
        files = {libraries.FILE: libraries.encode(structs.replace(shelf, lessons=(lesson,)))}
        with pytest.raises(PackError):
            packs.offered(on_stick(tmp_path, files))

    def test_a_manifest_that_names_languages_that_it_does_not_bring(self, packs, shelf, tmp_path):
        for languages in (("es",), ("en", "es"), ("es", "en", "ht"), ("es", "en", "es")):
            sim = Simulator({libraries.FILE: libraries.encode(shelf)}, NUMBER)
            said = structs.replace(sim.manifest(), languages=languages)
            data = archive.packed({**sim.files, manifest.FILE: manifest.encode(said)})
            with pytest.raises(PackError):
                packs.offered(put(tmp_path, data, sim.signed(data)))


def declared(**changed):
    """Return a signed pack whose manifest says what it is told, as raw JSON."""
    sim = Simulator(version=NUMBER)
    said = {**json.loads(manifest.encode(sim.manifest())), **changed}
    comment = f"guia {said['pack']} {said['version']}"
    data = archive.packed({**sim.files, manifest.FILE: json.dumps(said).encode()})
    return data, minisign.sign(data, comment, ACTIVE)


HIDDEN = {
    "turned round": "\u202eamrif on",
    "an isolate": "\u2067no firme\u2069",
    "nothing to see": "no\u200b firme",
    "a soft hyphen": "no fir\u00adme",
    "tags": "firme\U000e0041",
    "another look": "firme\ufe0f",
    "a terminal": "firme\x1b[2K\x1b[1A",
    "a bell": "firme\x07",
    "a line of its own": "firme\u2028no",
    "back to the start": "no firme\rfirme",
    "private letters": "\ue000",
}


@pytest.mark.parametrize("kind", HIDDEN)
class TestHidden:
    """Whoever looks at what a pack changes, on a screen, on paper or in a terminal, sees all of it."""

    def test_in_a_lesson(self, packs, shelf, tmp_path, kind):
        files = {libraries.FILE: libraries.encode(titled(shelf, f"Si le piden, {HIDDEN[kind]}."))}
        with pytest.raises(NotAPack) as told:
            packs.offered(on_stick(tmp_path, files))
        assert "words in it" in packs._session.locale_of("en").render(told.value.said)

    def test_in_what_it_says_of_itself(self, packs, shelf, tmp_path, kind):
        sim = Simulator({libraries.FILE: libraries.encode(shelf)}, NUMBER)
        said = structs.replace(sim.manifest(), notes=Text(HIDDEN[kind], "News"))
        data = archive.packed({**sim.files, manifest.FILE: manifest.encode(said)})
        with pytest.raises(NotAPack):
            packs.offered(put(tmp_path, data, sim.signed(data)))

    def test_in_a_number_of_telephone_and_in_a_name_of_a_field(self, packs, shelf, tmp_path, kind):
        for change in (
            lambda value: {**value, HIDDEN[kind]: 1},
            lambda value: {**value, "format": HIDDEN[kind]},
        ):
            value = change(json.loads(libraries.encode(shelf)))
            with pytest.raises(NotAPack):
                packs.offered(on_stick(tmp_path, {libraries.FILE: json.dumps(value).encode()}))

    def test_no_pack_is_made_of_it(self, shelf, kind):
        with pytest.raises(NotAPack):
            publishing.sound({libraries.FILE: libraries.encode(titled(shelf, HIDDEN[kind]))})


class TestNumbers:
    """Versions that are none, that leap, that are said in two ways."""

    @pytest.mark.parametrize(
        "version", ["2099010101", 2099010101.5, -1, 0, 10**10, True, None, [1], 1e30, "٢"]
    )
    def test_a_version_that_is_none(self, version):
        with pytest.raises(NotAPack):
            accept(*declared(version=version), KEYS, Known())

    @pytest.mark.parametrize("kind", ["", "Content", "content ", "program", 7, None])
    def test_a_pack_of_another_kind(self, kind):
        with pytest.raises(NotAPack):
            accept(*declared(pack=kind), KEYS, Known())

    @pytest.mark.parametrize("shape", [0, -1, "1", None, True, 1.5])
    def test_a_form_that_is_none(self, shape):
        with pytest.raises(NotAPack):
            accept(*declared(format=shape), KEYS, Known())

    def test_a_form_of_the_future(self):
        with pytest.raises(NewerProgram):
            accept(*declared(format=2, more={"of": "it"}), KEYS, Known())

    @pytest.mark.parametrize("day", ["9999-99-99", "2026-13-01", "yesterday", 20261122, None, "0000-01-01"])
    def test_a_day_that_is_none(self, day):
        for name in ("made", "valid_until"):
            with pytest.raises(NotAPack):
                accept(*declared(**{name: day}), KEYS, Known())

    @pytest.mark.parametrize(
        "comment",
        [
            "guia content 02099010101",
            "guia content 2099010101 ",
            " guia content 2099010101",
            "guia  content 2099010101",
        ],
    )
    def test_a_comment_that_says_it_in_another_way(self, comment):
        sim = Simulator(version=NUMBER)
        sim.comment = comment
        with pytest.raises(NotSigned):
            accept(*sim.both(), KEYS, Known())

    def test_a_field_that_nobody_knows(self):
        with pytest.raises(NotAPack):
            accept(*declared(run="me"), KEYS, Known())

    def test_the_signature_of_one_pack_with_the_comment_of_another(self):
        one, other = Simulator(version=NUMBER), Simulator(version=NUMBER + 1)
        data, mine = one.both()
        theirs = other.signed(data).decode().splitlines()
        mixed = mine.decode().splitlines()
        with pytest.raises(NotSigned):
            accept(data, "\n".join([*mixed[:2], *theirs[2:]]).encode() + b"\n", KEYS, Known())

    def test_a_signature_of_the_spare_key_in_the_name_of_the_other(self):
        sim = Simulator(version=NUMBER)
        sim.key = SPARE
        data, signature = sim.both()
        lines = signature.decode().splitlines()
        named = Simulator(version=NUMBER).signed(data).decode().splitlines()[1]
        assert named[:14] != lines[1][:14]
        with pytest.raises(NotSigned):
            accept(
                data, "\n".join([lines[0], named[:14] + lines[1][14:], *lines[2:]]).encode(), KEYS, Known()
            )


class TestWhatTheSelfCheckSays:
    """The line on the signature is true in each case."""

    def _line(self, packs):
        return selfcheck._signature(packs._session)

    def test_a_pack_in_use(self, packs, shelf, tmp_path):
        packs.take(packs.offered(on_stick(tmp_path, {libraries.FILE: libraries.encode(shelf)})))
        line = self._line(packs)
        assert line.good
        assert packs.in_use()[0] in line.said.values["name"]

    def test_a_damaged_pack(self, packs, shelf, tmp_path):
        packs.take(packs.offered(on_stick(tmp_path, {libraries.FILE: libraries.encode(shelf)})))
        (packs.shelf.current() / libraries.FILE).write_bytes(b"x")
        assert not self._line(packs).good
        assert packs.in_use() == ("", False)

    def test_a_lost_pointer(self, packs, shelf, tmp_path):
        packs.take(packs.offered(on_stick(tmp_path, {libraries.FILE: libraries.encode(shelf)})))
        for name in pointer.FILES:
            (packs.shelf.folder / name).write_bytes(b"x")
        assert not self._line(packs).good
        assert packs.in_use() == ("", False)

    def test_a_pack_that_another_version_of_the_program_took(self, packs, shelf, tmp_path, monkeypatch):
        packs.take(packs.offered(on_stick(tmp_path, {libraries.FILE: libraries.encode(shelf)})))
        monkeypatch.setattr(libraries, "FORMAT", libraries.FORMAT + 1)
        built = libraries.encode(structs.replace(shelf, format=libraries.FORMAT))
        own = tmp_path / "own"
        own.mkdir()
        (own / libraries.FILE).write_bytes(built)
        (own / "forms.json").write_bytes(msgspec.json.encode([]))
        monkeypatch.setattr(places, "pack", lambda: own)
        line = self._line(packs)
        assert not line.good
        assert "another version" in line.said.key
        assert packs.in_use() == ("", False)
        assert session_packs.current(home()).built == shelf.built
