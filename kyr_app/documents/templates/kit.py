"""A paper whole: the page before it, what is filed, the copy that stays; each part with its own page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from kyr_app.content.tokens import theme
from kyr_app.documents.templates import assemble, court
from kyr_app.documents.templates.before import after, before
from kyr_app.documents.templates.filled import FilledPage
from kyr_app.documents.templates.filling import Filler
from kyr_app.documents.templates.letter import Sheets
from kyr_app.documents.templates.wanted import Take, Wanted
from kyr_app.documents.typesetting import bundle
from kyr_app.documents.typesetting.form import Form, over_all
from kyr_app.documents.typesetting.pages import Document, Progress, Sheet, geometry
from kyr_app.documents.typesetting.voice import voices
from kyr_app.i18n.locale import Locale
from kyr_app.model.template import Leaves, Speaks
from kyr_app.model.text import Words

_LINE, _CLOSE = 1.95, 1.7
"""How high a line to write on is, in letter heights, under one language and under two: a sheet fits one page."""


def build(job: Wanted, told: Progress | None) -> bytes:
    """Return the PDF of a job. Its parts are those that the job takes; never none."""
    kit = _Kit(job, told)
    parts: list[bytes] = []
    if job.take in {Take.KIT, Take.BEFORE} and job.template.leaves is not Leaves.KEPT:
        parts.append(kit.before())
    if job.take in {Take.KIT, Take.FILED}:
        parts += kit.originals(every=job.take is Take.KIT)
    if job.take in {Take.KIT, Take.COPY}:
        parts += kit.copies()
    return bundle.joined(parts or [kit.before()], job.locales[0].render(job.title))


class _Kit:
    """Draws the parts of one paper."""

    def __init__(self, job: Wanted, told: Progress | None) -> None:
        self.job, self.told = job, told
        self.known = job.library.templates
        self.reader = job.locales[0]

    def _about(self, title: Words) -> Sheet:
        one = self.job.template
        late = self.job.today > one.good_until
        return Sheet(title, one.reviewed, one.good_until, one.review, late)

    def _filled(self, locale: Locale) -> tuple[FilledPage, ...]:
        told_in = (self.job.copied or self.job.filing).language
        filler = Filler(self.job.answers, self.job.fields, locale, told_in=told_in)
        return assemble.pages(self.job.template, self.known, filler)

    def _form(self) -> Form:
        body = theme().paper.body
        page = over_all(geometry(self.job.paper, len(self.job.locales), body))
        return Form(voices(self.job.locales, body), page, _LINE if len(self.job.locales) == 1 else _CLOSE)

    def _document(self, form: Form, made: list[Any]) -> bytes:
        title = self.reader.render(self.job.template.title)
        about = self._about(self.job.template.title)
        return Document([about], form.page, form.voices, title, self.told).bytes_of(made)

    def before(self) -> bytes:
        """Return the page before the paper."""
        form = self._form()
        return self._document(form, before(form, self.job.template, self.job.library, self.job.left))

    def originals(self, *, every: bool) -> Iterator[bytes]:
        """Yield what is filed, in order, and with `every` the reader's own sheets among it."""
        filed = self._filled(self.job.filing)
        readers = [self._filled(locale) for locale in self.job.locales]
        for speaks, group in groupby(range(len(filed)), lambda at: filed[at].speaks):
            chosen = list(group)
            if speaks is Speaks.READER:
                if every or self.job.template.leaves is Leaves.KEPT:
                    yield self._sheets(
                        [[pages[at] for at in chosen] for pages in readers], last=chosen[-1] == len(filed) - 1
                    )
            elif speaks is Speaks.WRITER:
                yield self._court([readers[0][at] for at in chosen], self.reader)
            else:
                yield self._court([filed[at] for at in chosen], self.job.filing)

    def copies(self) -> Iterator[bytes]:
        """Yield the copy of what is filed, where the family wrote another language."""
        locale = self.job.copied
        if locale is not None:
            pages = [page for page in self._filled(locale) if page.speaks is Speaks.FILING]
            if pages:
                yield self._court(pages, locale, copy=True)

    def _court(self, pages: Sequence[FilledPage], locale: Locale, *, copy: bool = False) -> bytes:
        return court.build(
            pages,
            self._about(self.job.template.title),
            locale,
            paper=self.job.paper,
            title=locale.render(self.job.template.title),
            copy=copy,
            numbered=self.job.numbered,
            progress=self.told,
        )

    def _sheets(self, filled: Sequence[Sequence[FilledPage]], *, last: bool) -> bytes:
        form = self._form()
        made = Sheets(form).pages(filled)
        if last and self.job.template.leaves is Leaves.KEPT:
            made += after(form, self.job.template, self.job.library, self.job.left)
        return self._document(form, made)
