"""Whatever is typed comes out on paper as it was typed, and nothing typed makes a paper do or open anything."""

from __future__ import annotations

import re
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kyr_app import places
from kyr_app.content.library import Library, load
from kyr_app.documents.typesetting import fonts
from kyr_app.documents.typesetting.markup import clean
from kyr_app.model.answers import Answers
from kyr_app.model.answers import Row as Told
from kyr_app.model.checklist import Note
from kyr_app.model.errors import InputError, KyrError
from kyr_app.model.fitting import fitting
from kyr_app.model.interview import (
    AnyField,
    DayField,
    Line,
    LongText,
    Month,
    Number,
    OneOf,
    Rows,
    SomeOf,
    YesNo,
)
from kyr_app.model.story import Ask
from kyr_app.model.story import Line as StoryLine
from kyr_app.session import plan, situation
from kyr_app.session.making import papers
from kyr_app.session.session import Session
from tests.soak.hostile import strings
from tests.soak.outcome import Row, Scale, words

_LETTERS = re.compile(r"[\W_]+")
_ACTS = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/OpenAction",
    "/AA",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
)


_NOTE = Line(name="note", most=plan.MOST)
MARKS = tuple(f"M{number:04}fin" for number in range(4000))
"""A word of its own for each line, to see which papers it is on."""
PARTS = 3
"""How many pages a line may go over, at most."""
_CARD = LongText(name="card")


class Watch:
    """Notes which files are opened and whether anybody wants a network, from inside the interpreter."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.on = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, about: tuple[Any, ...]) -> None:
        if self.on and event in {"open", "os.open", "socket.connect", "subprocess.Popen", "os.system"}:
            self.seen.append(f"{event} {about[0]}")


class Typed:
    """A family that typed something into every line there is; each line has its own."""

    def __init__(self, library: Library, texts: tuple[str, ...], start: int) -> None:
        self.by_line: dict[str, str] = {}
        self.whole: dict[str, str] = {}
        self._texts, self._next = texts, start
        given = {
            name: self._answer(name, screen.answer) for name, screen in situation.asked_names(library).items()
        }
        self.answers = Answers({name: answer for name, answer in given.items() if answer is not None})

    def line(self, name: str, field: Line | LongText = _NOTE) -> str:
        """Return what stands in a line, as the program takes it: no longer than it may be, never empty."""
        whole = self.whole[name] = self._texts[self._next % len(self._texts)]
        self._next += 1
        text = whole[: field.most]
        try:
            self.by_line[name] = str(fitting(field, text))
        except InputError:
            self.by_line[name] = "–"
        return self.by_line[name]

    def _answer(self, name: str, field: AnyField) -> Any:
        if isinstance(field, Line | LongText):
            return self.line(name, field)
        if isinstance(field, Rows):
            columns = {
                each.answer.name: self._answer(f"{name}.{each.answer.name}", each.answer)
                for each in field.columns
            }
            return (Told(columns),)
        if isinstance(field, YesNo):
            return "yes"
        if isinstance(field, OneOf):
            return field.options[0].value
        if isinstance(field, SomeOf):
            return (field.options[0].value,)
        if isinstance(field, Number):
            return max(field.least, 1)
        if isinstance(field, DayField):
            return situation_day()
        return "2021-03" if isinstance(field, Month) else None


def situation_day() -> Any:
    """Return the day of every date in these tests."""
    import datetime as dt  # noqa: PLC0415

    return dt.date(2026, 11, 2)


def sitting(library: Library, typed: Typed) -> Session:
    """Return a session with what was typed."""
    import datetime as dt  # noqa: PLC0415

    session = Session(library=library, today=dt.date(2026, 11, 22))
    session.replace_answers(typed.answers)
    for item in library.checklist("evidence").items:
        session.plan.note("evidence", item.id, Note(typed.line(f"note {item.id}")))
    for number in range(2):
        card = session.story.begin()
        for ask in Ask:
            told = typed.line(f"card {number} {ask}", _CARD)
            session.story.write(card.number, ask, told)
            if len(told.splitlines()) == 1:  # each line has a translation of its own
                english = typed.line(f"English {number} {ask}", _CARD)
                session.story.translate(StoryLine(card.number, ask), told, english)
    return session


def letters(text: str) -> str:
    """Return the letters and digits of a text that our own letters can draw."""
    text = fonts.uncovered().sub("", clean(unicodedata.normalize("NFC", text)))
    return _LETTERS.sub("", text)


def read(pdf: bytes) -> str:
    """Return the letters and digits of a paper as a reader of PDF finds them, what is in form fields too."""
    import pikepdf  # noqa: PLC0415
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(pdf) as paper:
        said = "".join(page.get_textpage().get_text_range() for page in paper)
    with pikepdf.open(__import__("io").BytesIO(pdf)) as raw:
        fields = raw.Root.get("/AcroForm", {}).get("/Fields", [])
        said += "".join(str(each.get("/V", "")) for each in fields)
    return _LETTERS.sub("", unicodedata.normalize("NFC", said))


def there(line: str, said: str) -> bool:
    """Return whether a line is on a paper, in order; the foot and head of a page may come in between."""
    rest, parts = letters(line), 0
    while rest:
        fits, not_fits = 0, len(rest) + 1
        while not_fits - fits > 1:
            middle = (fits + not_fits) // 2
            fits, not_fits = (middle, not_fits) if rest[:middle] in said else (fits, middle)
        rest, parts = rest[fits:], parts + 1
        if not fits or parts > PARTS:
            return False
    return True


def acts(pdf: bytes) -> list[str]:
    """Return what in a paper would do something when it is opened, beyond going to a page of its own."""
    import io  # noqa: PLC0415

    import pikepdf  # noqa: PLC0415

    found = []
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        for each in paper.objects:
            if isinstance(each, pikepdf.Dictionary):
                found += [key for key in each if key in _ACTS]
                found += [str(each[key]) for key in ("/S",) if str(each.get(key)) in {*_ACTS, "/URI"}]
    return found


def rows(scale: Scale) -> Iterator[Row]:
    """Yield the rows of the table."""
    library, watch = load(places.pack()), Watch()
    with tempfile.TemporaryDirectory(prefix="decoy-") as folder:
        decoy = Path(folder) / "decoy.png"
        _picture(decoy)
        yield _every_paper(library, watch, strings(decoy), scale)
        yield _longest(library, scale)
        yield _naive(watch, strings(decoy))


def _picture(path: Path) -> None:
    from PIL import Image  # noqa: PLC0415

    Image.new("RGB", (4, 4)).save(path)


def _every_paper(library: Library, watch: Watch, texts: tuple[str, ...], scale: Scale) -> Row:
    held = _held(library, scale)
    found, made = Counter[str](), 0
    left = {name: set(texts) for name, lines in held.items() if lines}
    for turn in range(0, len(texts), scale.of(1, 11)):
        typed = Typed(library, texts, turn)
        session = sitting(library, typed)
        for name, lines in held.items():
            new = left.get(name, set()) & {typed.whole[line] for line in lines if line in typed.whole}
            if not new and (lines or turn):
                continue  # nothing typed is on it, or nothing that was not on it before
            left.get(name, set()).difference_update(new)
            made += 1
            found.update(_tried(session, watch, name, [typed.by_line.get(line, "") for line in lines]))
    del found[""]
    result = (
        f"{len(held)} kinds of paper, {sum(map(bool, held.values()))} with typed words; {words(found)} wrong"
    )
    done = f"{len(texts)} strings, through every line that is typed into, read back; no file, no action, no network"
    return Row(
        test="Hostile words on paper", done=done, count=made, unit="papers", bad=found.total(), result=result
    )


def _longest(library: Library, scale: Scale) -> Row:
    """Write as much into every line as it takes; the last word of each must be on paper."""
    most, held = scale.of(20_000, 2000), _held(library, scale)
    typed = Typed(library, tuple(f"{'palabra ' * (most // 8 - 3)}{mark}" for mark in MARKS), 0)
    session, found, made = sitting(library, typed), Counter[str](), 0
    for name in (name for name, lines in held.items() if lines):
        made += 1
        try:
            said = read(papers.job(session, [name], None).run())
        except KyrError:
            continue
        except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
            found[f"{name} CRASH {type(error).__name__}"] += 1
            continue
        ends = [
            letters(typed.by_line[line])[-7:]
            for line in held[name]
            if len(typed.by_line.get(line, "")) > 1000
        ]
        found[f"{name} cut"] += sum(end not in said for end in ends)
    found = +found
    return Row(
        test="Longest words on paper",
        done=f"up to {most:,} letters in every line, as many as it takes; the last word is looked for",
        count=made,
        unit="papers",
        bad=found.total(),
        result=f"{words(found)} wrong",
    )


def _held(library: Library, scale: Scale) -> dict[str, list[str]]:
    """Return the papers that can be made, or some of every kind, each with the lines that are printed on it."""
    typed = Typed(library, MARKS, 0)
    session = sitting(library, typed)
    held = {}
    for name in list(papers.offers(session))[:: scale.of(1, 6)]:
        try:
            said = read(papers.job(session, [name], None).run())
        except KyrError:
            continue
        except Exception:  # noqa: BLE001 (it breaks without hostile words: counted where it is tried)
            held[name] = []
            continue
        held[name] = [line for line, mark in typed.by_line.items() if mark in said]
    return held


def _tried(session: Session, watch: Watch, name: str, texts: list[str]) -> list[str]:
    """Make a paper; return what is wrong with it, one word each."""
    job = papers.job(session, [name], None)
    watch.seen.clear()
    watch.on = True
    try:
        pdf = job.run()
    except KyrError:
        return [""]  # said in words
    except Exception as error:  # noqa: BLE001 (whatever it is, it is what this test is for)
        return [f"{name} CRASH {type(error).__name__}"]
    finally:
        watch.on = False
    wrong = [f"{name} opened a file" for each in watch.seen if "decoy" in each or "/etc/" in each]
    wrong += [
        f"{name} {each.split()[0]}" for each in watch.seen if not each.startswith(("open ", "os.open "))
    ]
    wrong += [f"{name} acts" for _ in acts(pdf)]
    said = read(pdf)
    wrong += [
        f"{name} lost words" for text in texts if not all(there(line, said) for line in text.splitlines())
    ]
    return wrong or [""]


def _naive(watch: Watch, texts: tuple[str, ...]) -> Row:
    """Do what a paper must not: give what was typed to ReportLab as it is."""
    import io  # noqa: PLC0415

    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # noqa: PLC0415

    found = Counter[str]()
    for text in texts:
        watch.seen.clear()
        watch.on = True
        try:
            SimpleDocTemplate(io.BytesIO()).build([Paragraph(text, ParagraphStyle("naive"))])
        except Exception:  # noqa: BLE001 (that is the point)
            found["does not come out"] += 1
        finally:
            watch.on = False
        if any("decoy" in each or "/etc/" in each for each in watch.seen):
            found["opened a file"] += 1
    done = "the same strings given to ReportLab as they are"
    return Row(
        test="Hostile words, unguarded",
        done=done,
        count=len(texts),
        unit="strings",
        bad=found.total(),
        result=words(found),
        control=True,
    )
