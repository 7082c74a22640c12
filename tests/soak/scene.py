"""One family's life on a disk that remembers every operation: what must be found, whenever the power goes."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from kyr_app.model.errors import KyrError
from kyr_app.store import families, slots
from tests.soak.disks import FakeDisk
from tests.soak.samples import OTHER, PHRASE, Rows
from tests.soak.samples import rows as sample

FOLDER = Path("/stick")
PHOTO = b"\xff\xd8 a photo of a paper " * 1500


class Moment(Struct, frozen=True):
    """What was acknowledged after so many operations: the content, and which phrases open it."""

    at: int
    step: str
    answers: Rows
    generation: int = 0
    photos: tuple[bytes, ...] = ()
    opens: frozenset[str] = frozenset({PHRASE})
    exists: bool = True


NEVER = Moment(0, "nothing", [], exists=False)


class Scene:
    """Plays the life, and notes each moment at which something was acknowledged."""

    def __init__(self, disk: FakeDisk) -> None:
        self.disk = disk
        self.moments: list[Moment] = [NEVER]
        self.file = families.create(FOLDER, PHRASE, costs=slots.cheap(), disk=disk)
        self._note("made", [])

    def _note(self, step: str, answers: Rows, **more: object) -> None:
        last = self.moments[-1]
        kept = {
            "generation": self.file.generation,
            "photos": last.photos,
            "opens": last.opens or frozenset({PHRASE}),
            **more,
        }
        self.moments.append(Moment(len(self.disk.log), step, answers, **kept))  # type: ignore[arg-type]

    def save(self, number: int, *, large: bool = False) -> None:
        """Save rows."""
        self.file.replace("answers", sample(number, large=large))
        self._note("large save" if large else "save", sample(number, large=large))

    def play(self) -> Scene:
        """Play it whole: saves, growth, photos, changes of words, another day, the end."""
        for number in range(1, 4):
            self.save(number)
        self.save(4, large=True)
        self.save(5)
        name = self.file.blob_put(PHOTO)
        answers = self.moments[-1].answers
        self._note("photo", answers, photos=(PHOTO,))
        with self.file.together():
            self.file.replace("answers", sample(6, large=False))
            other = self.file.blob_put(PHOTO[::-1])
        self._note("save with a photo", sample(6, large=False), photos=(PHOTO, PHOTO[::-1]))
        self.file.blob_drop(name)
        self._note("photo dropped", sample(6, large=False), photos=(PHOTO[::-1],))
        self.file.set_phrase(OTHER, costs=slots.cheap())
        self._note("phrase changed", sample(6, large=False), opens=frozenset({OTHER}))
        self.file.add_slot(slots.Kind.VOLUNTEER, PHRASE, costs=slots.cheap())
        self._note("words of a volunteer", sample(6, large=False), opens=frozenset({OTHER, PHRASE}))
        self.save(7)
        self.file.drop_slot(slots.Kind.VOLUNTEER)
        self._note("words taken away", sample(7, large=False), opens=frozenset({OTHER}))
        self.file.close()
        self.file = families.open_file(self.file.path, OTHER, disk=self.disk)
        self.save(8)
        self.file.blob_drop(other)
        self._note("last photo dropped", sample(8, large=False), photos=())
        self.file.delete()
        self._note("deleted", [], exists=False, opens=frozenset())
        return self

    def around(self, at: int) -> tuple[Moment, Moment]:
        """Return what was last acknowledged after `at` operations, and what was under way."""
        before = max((each for each in self.moments if each.at <= at), key=lambda each: each.at)
        after = next((each for each in self.moments if each.at > at), before)
        return before, after


class Came(Struct, frozen=True):
    """What came out of a file."""

    answers: Rows
    photos: frozenset[bytes]
    generation: int


class Broken(Exception):
    """Something was wrong that is no trouble of the disk; its text says what."""


def judged(files: dict[str, bytes], scene: Scene, at: int, *, go_on: bool = False) -> str:
    """Return what is wrong with what a disk holds after a cut; empty where all is as it must be.

    What was acknowledged is there. Until the next thing is acknowledged, it is there whole or not at all: words that
    are being changed open the file before or after, and those that open it go on doing so.
    """
    before, after = scene.around(at)
    opened: dict[str, Came] = {}
    for phrase in (PHRASE, OTHER):
        try:
            opened[phrase] = _came(FakeDisk(files), scene.file.path, phrase, go_on=go_on)
        except KyrError:
            continue
        except Broken as error:
            return f"{error} in: {after.step}"
        except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
            return f"crash: {type(error).__name__} in: {after.step}"
    return _compared(opened, before, after)


def _compared(opened: dict[str, Came], before: Moment, after: Moment) -> str:
    allowed = [each for each in (before, after) if each.exists]
    for phrase, came in opened.items():
        if not any(each.answers == came.answers and set(each.photos) == came.photos for each in allowed):
            return f"wrong content in: {after.step}"
        if not any(phrase in each.opens for each in allowed):
            return f"a phrase that was taken away opens it in: {after.step}"
    if len(allowed) < 2:  # being made or being taken away: it may be gone
        return ""
    if before.opens & after.opens - set(opened):
        return f"lost in: {after.step}"
    if not opened:
        return f"no phrase opens it in: {after.step}"
    newest = max(came.generation for came in opened.values())
    if newest <= before.generation and not before.opens <= set(opened):
        return f"the words that hold do not open it in: {after.step}"
    return ""


def _came(disk: FakeDisk, path: Path, phrase: str, *, go_on: bool) -> Came:
    file = families.open_file(path, phrase, disk=disk)
    photos = frozenset(file.blob(name) for name in file.blobs())
    came = Came(file.rows("answers"), photos, file.generation)
    if go_on:  # what was opened after a cut can be saved, and is then what these words open
        file.replace("answers", sample(99))
        file.close()
        try:
            with families.open_file(path, phrase, disk=disk) as again:
                right = again.rows("answers") == sample(99)
        except KyrError as error:
            raise Broken(f"the words that opened it no longer do ({type(error).__name__})") from error
        if not right:
            raise Broken("what was saved after a cut is not there")
    file.close()
    return came


def saved_again(disk: FakeDisk, scene: Scene) -> str:
    """Open what is left with either phrase, and save; return the phrase, nothing where neither opens it."""
    for phrase in (PHRASE, OTHER):
        try:
            with families.open_file(scene.file.path, phrase, disk=disk) as file:
                file.replace("answers", sample(99))
        except KyrError:
            continue
        return phrase
    return ""


def still_there(files: dict[str, bytes], scene: Scene, phrase: str) -> bool:
    """Return whether what `saved_again` saved is there."""
    try:
        with families.open_file(scene.file.path, phrase, disk=FakeDisk(files)) as file:
            return file.rows("answers") == sample(99)
    except KyrError:
        return False
