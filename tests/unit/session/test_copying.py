"""The copy that opens anywhere: papers as PDF, everything else as JSON."""

import io
import json
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from kyr_app.documents.sheet_job import Stopped
from kyr_app.model.answers import Open
from kyr_app.model.story import Ask
from kyr_app.session import answers_file
from kyr_app.session.making import copying
from kyr_app.session.session import Session
from kyr_app.store import age_copy
from kyr_app.store.troubles import WeakPhrase
from tests.unit.session.test_family import OTHER, fill


def test_everything_is_in_the_copy(kept: Session) -> None:
    fill(kept)
    work = copying.job(kept, OTHER)
    assert {"intake.pdf", "dates.pdf"} <= {each.name for each in copying.contents(kept)}
    done: list[int] = []
    data = work.run(lambda at, _: done.append(at) or True)  # type: ignore[func-returns-value]
    files = age_copy.age_open(data, OTHER)
    assert len(done) == len(copying.contents(kept))
    assert set(files) == {
        copying.DATA,
        copying.READ_ME,
        *(each.name for each in copying.contents(kept)),
    }
    for name, content in files.items():
        if name.endswith(".pdf"):
            with pikepdf.open(io.BytesIO(content)) as pdf:
                assert len(pdf.pages) > 0
    told = json.loads(files[copying.DATA])
    assert (told["format"], told["version"], told["made"]) == ("kyr-family", 1, "2026-11-22")
    assert told["people"] == [{"number": 1, "who": "child", "answers": {"q01_returned_mpp": "yes"}}]
    assert told["parts"]["reading"]
    again = answers_file.read(json.dumps(told["answers"]).encode(), kept.library)
    assert again == kept.answers
    assert again["children"] is Open.SKIPPED
    assert files[copying.READ_ME].decode("utf-8-sig")


@pytest.mark.usefixtures("quick_age")
def test_the_pictures_of_the_packet_are_in_it_and_those_taken_out_are_not(
    kept: Session, tmp_path: Path
) -> None:
    numbers = []
    for shade in (40, 200):
        file = tmp_path / f"{shade}.jpg"
        Image.new("RGB", (60, 80), (shade, shade, shade)).save(file)
        importing = kept.packet.importing([file])
        importing.run()
        numbers += kept.packet.take(importing)
    stays = kept.packet.picture(kept.packet.exhibit(numbers[0]).sheets[0].picture)
    kept.packet.use(kept.packet.packet.without(numbers[1]), "taken out")
    files = age_copy.age_open(copying.job(kept, OTHER).run(), OTHER)
    assert {name: data for name, data in files.items() if name.startswith("photo-")} == {
        "photo-001.jpg": stays
    }


@pytest.mark.usefixtures("quick_age")
def test_an_empty_sitting_makes_a_copy_without_papers(session: Session) -> None:
    assert copying.contents(session) == ()
    assert set(age_copy.age_open(copying.job(session, OTHER).run(), OTHER)) == {copying.DATA, copying.READ_ME}


@pytest.mark.usefixtures("quick_age")
def test_weak_words_and_giving_up(kept: Session, stick: Path) -> None:
    fill(kept)
    with pytest.raises(WeakPhrase):
        copying.job(kept, "hola").run()
    with pytest.raises(Stopped):
        copying.job(kept, OTHER).run(lambda *_: False)
    assert not [each for each in stick.iterdir() if each.suffix == ".age"]


@pytest.mark.usefixtures("quick_age")
def test_a_story_goes_along_with_its_papers(session: Session) -> None:
    card = session.story.begin()
    session.story.write(card.number, Ask.WHAT, "Nos fuimos de noche.")
    titles = [session.locale.render(each.title) for each in copying.contents(session)]
    assert len(set(titles)) == len(titles)
    files = age_copy.age_open(copying.job(session, OTHER).run(), OTHER)
    assert {"declaration.pdf", "story-questions.pdf"} <= set(files)
    assert "Nos fuimos de noche." in files[copying.DATA].decode()
