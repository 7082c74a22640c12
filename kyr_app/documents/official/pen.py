"""The pen of a plan: puts values into the fields of a blank, and refuses where nothing may be written. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from kyr_app.documents.official import captions, fit
from kyr_app.documents.official.fields import Fields, barcode, matches
from kyr_app.documents.official.planned import About, Mark, Note, Shape
from kyr_app.documents.official.states import code
from kyr_app.documents.worker.shapes import BlankField, Rect, Widget
from kyr_app.model.errors import KyrError
from kyr_app.model.form import AnyQuestion, Edition, OfficialForm
from kyr_app.model.text import Words

_SAME = str.maketrans({"\u02bc": "\u2019", "\u00a0": " ", "\t": " ", "\r": None})
"""Letters that look the same as one that every font has."""


class MapBroken(KyrError):
    """A map that does not fit the blank; `names` are the fields. Nothing was drawn."""

    def __init__(self, names: Sequence[str]) -> None:
        hint = captions.NOT_OF_THIS_FORM_HINT.with_values(names=", ".join(names[:12]))
        super().__init__(captions.NOT_OF_THIS_FORM, hint)
        self.names = tuple(names)


class Drawn(Struct, frozen=True):
    """A mark on a page of the blank, and on which copy of that page."""

    page: int
    copy: int
    rect: Rect
    shape: Shape
    face: str
    text: str
    fitted: fit.Fitted
    question: str

    def on(self, sheets: Mapping[tuple[int, int], int]) -> Mark:
        """Return the mark on its page of the result."""
        sheet = sheets[self.page, self.copy]
        size, lines = self.fitted.size, self.fitted.lines
        return Mark(sheet, self.rect, self.shape, self.face, self.text, size, lines, self.question)


class Pen:
    """Writes into fields. `copy` is which copy of a page is meant: 0 is the page of the blank itself."""

    def __init__(
        self, form: OfficialForm, edition: Edition, fields: Fields, letters: fit.Letters, notes: list[Note]
    ) -> None:
        self._form, self._edition, self._fields, self.letters, self._notes = (
            form,
            edition,
            fields,
            letters,
            notes,
        )
        self.drawn: list[Drawn] = []
        self.part = ""

    def field(self, name: str, *, locked: bool = False) -> BlankField | None:
        """Return a field that may be written to; None where the edition has none. Raise `MapBroken` for any other."""
        called = self._edition.called(name)
        if not called:
            return None
        field = self._fields.find(called)
        if field is None or not field.widgets or field.widgets[0].page < 0:
            raise MapBroken((called,))
        never = matches(field.name, self._form.never) or barcode(field) or field.kind == "signature"
        if never or ("readonly" in field.flags and not locked):
            raise MapBroken((called,))
        return field

    def where(self, question: AnyQuestion) -> str:
        """Return what a question is called in notes: `A.II 24`, the part that is being written and its own id."""
        return f"{self.part} {question.id}".strip()

    def note(self, question: AnyQuestion, about: About, said: Words) -> None:
        """Note something about a question."""
        self._notes.append(Note(about, self.where(question), question.label, said))

    def by_hand(self, where: str, label: Words) -> None:
        """Note that something of ours has to be written by hand."""
        self._notes.append(Note(About.BY_HAND, where, label, captions.BY_HAND))

    def missing(self, question: AnyQuestion, label: Words, name: str) -> None:
        """Note that a part of an answer was not given."""
        self._notes.append(Note(About.MISSING, self.where(question), label, captions.MISSING, (name,)))

    def page_of(self, name: str) -> int:
        """Return on which page of the form a field stands, from 1; 0 where there is none."""
        field = self._fields.find(self._edition.called(name))
        return field.widgets[0].page + 1 if field is not None and field.widgets else 0

    def clean(self, text: str) -> str:
        """Return a text in letters that every font has, its lines kept."""
        return text.translate(_SAME).strip()

    def drawable(self, question: AnyQuestion, text: str) -> bool:
        """Tell whether every letter can be drawn; note those that cannot."""
        lacking = self.letters.lacking(text.replace("\n", " "))
        if lacking:
            self.note(question, About.LETTERS, captions.letters(lacking))
        return not lacking

    def write(  # noqa: PLR0913 (where, what and how)
        self,
        question: AnyQuestion,
        name: str,
        text: str,
        *,
        copy: int = 0,
        locked: bool = False,
        may_go_on: bool = False,
    ) -> bool:
        """Write a value whole into its box. Return False, with nothing written, where it does not fit.

        A value with letters that cannot be drawn is not written, which is noted, and True: there is nowhere else for
        it. With `may_go_on`, a story that would need letters too small to read does not fit either.
        """
        field = self.field(name, locked=locked)
        text = self.clean(text)
        if field is None or not text:
            return True
        if not self.drawable(question, text):
            return True
        face, comb = self.letters.of(text), "comb" in field.flags and field.longest > 0
        found = [
            (widget, self._fitted(field, widget, text, face)) for widget in field.widgets
        ]  # the same on each
        least = fit.STORY_LEAST if "multiline" in field.flags and may_go_on else 0.0
        boxed = [(widget, fitted) for widget, fitted in found if fitted is not None and fitted.size >= least]
        if len(boxed) < len(found):
            return False
        if min(fitted.size for _, fitted in boxed) < fit.SMALL:
            self.note(question, About.SMALL, captions.SMALL)
        if field.longest and not comb and len(text) > field.longest:
            self.note(question, About.LONG, captions.LONGER)
        for widget, fitted in boxed:
            self._put(
                self.where(question), widget, copy, Shape.COMB if comb else Shape.TEXT, face, text, fitted
            )
        return True

    def _fitted(self, field: BlankField, widget: Widget, text: str, face: fit.Face) -> fit.Fitted | None:
        if "comb" in field.flags and field.longest:
            return fit.comb(text, widget.rect, field.longest, face)
        return fit.into(text, widget.rect, face, story="multiline" in field.flags)

    def story(  # noqa: PLR0913 (where, what and how)
        self, question_id: str, name: str, text: str, going_on: str, copy: int, *, locked: bool = True
    ) -> str:
        """Write as much of a story as its box holds, and return the rest."""
        field = self.field(name, locked=locked)
        if field is None:
            return text
        widget = field.widgets[0]
        text = self.clean(text)
        face = self.letters.of(text)
        fitted = fit.story(text, widget.rect, face, going_on)
        shown = "\n".join(line.text for line in fitted.lines)
        self._put(question_id, widget, copy, Shape.TEXT, face, shown, fitted)
        return fitted.rest

    def short(self, question_id: str, name: str, text: str, copy: int) -> bool:
        """Write a few words of our own into a field: the head of a continuation, where to look. False: no room."""
        field = self.field(name, locked=True)
        text = self.clean(text)
        if field is None or not text:
            return True
        widget, face = field.widgets[0], self.letters.of(text)
        boxed = fit.comb(text, widget.rect, field.longest, face) if "comb" in field.flags else None
        fitted = boxed or fit.into(text, widget.rect, face)
        if fitted is None or self.letters.lacking(text):
            return False
        self._put(question_id, widget, copy, Shape.COMB if boxed else Shape.TEXT, face, text, fitted)
        return True

    def cross(self, question_id: str, name: str, on: str = "", copy: int = 0) -> None:
        """Put an X into a box; `on` names the box where several are one field. Raise `MapBroken`."""
        field = self.field(name)
        if field is None:
            return
        widget = next((each for each in field.widgets if not on or each.on.strip() == on), None)
        if widget is None or field.kind not in {"check", "radio"}:
            raise MapBroken((name,))
        face = self.letters.of("X")
        self._put(question_id, widget, copy, Shape.CROSS, face, "X", fit.cross(widget.rect, face))

    def select(self, question: AnyQuestion, name: str, text: str) -> bool:
        """Write an entry of a list. Return False where the list has none like it."""
        field = self.field(name)
        if field is None:
            return True
        wanted = " ".join(code(text).split() if len(field.options) > 40 else text.split()).casefold()
        chosen = next((each for each in field.options if " ".join(each.split()).casefold() == wanted), None)
        if field.options and chosen is None:
            return False
        return self.write(question, name, chosen or text)

    def _put(  # noqa: PLR0913, PLR0917
        self,
        question: str,
        widget: Widget,
        copy: int,
        shape: Shape,
        face: fit.Face,
        text: str,
        fitted: fit.Fitted,
    ) -> None:
        drawn = Drawn(widget.page, copy, widget.rect, shape, face.name, text, fitted, question)
        self.drawn.append(drawn)
