"""The page before a paper: when to use it, how many, where to, what it costs, what to check, what is still missing."""

from __future__ import annotations

from typing import Any

from reportlab.lib.styles import ParagraphStyle

from kyr_app.content.library import Library
from kyr_app.content.tokens import theme
from kyr_app.documents.templates import captions as words
from kyr_app.documents.templates.wanted import Left
from kyr_app.documents.typesetting import captions
from kyr_app.documents.typesetting.boxes import Aligned, Beside
from kyr_app.documents.typesetting.form import Form
from kyr_app.documents.typesetting.frames import Framed
from kyr_app.documents.typesetting.marks import Box, Dot, Mark
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.model.fact import citations
from kyr_app.model.template import Leaves, Note, Speaks, Template
from kyr_app.model.text import Together, Words


def before(form: Form, template: Template, library: Library, left: Left) -> list[Any]:
    """Return the page before a paper that is filed or given to somebody."""
    title = Together((words.BEFORE[template.leaves], template.title), ": ")
    made = form.title(title, (), place="before")
    made += [_sent(form, template), *_notes(form, template)]
    made += _checks(form, template, left)
    return [*made, _sources(form, template, library)]


def after(form: Form, template: Template, library: Library, left: Left) -> list[Any]:
    """Return what stands under a sheet that stays with the family: how to use it, what to check."""
    made = form.head(words.BEFORE[Leaves.KEPT], place="after")
    made += [_noted(form, label, note) for label, note in _labelled(template)[:-1]]
    made += _checks(form, template, left, head=False)
    return [*made, _sources(form, template, library)]


def _sent(form: Form, template: Template) -> Any:
    """Return which pages are handed in and which stay, framed: nobody should have to look for it."""
    spoken = {page.speaks for page in template.sheets}
    sent = words.SENT
    if Speaks.WRITER in spoken:
        sent = words.SENT_TRANSLATED if Speaks.ENGLISH in spoken else words.SENT_WRITER
    told = [sent, words.STAYS if Speaks.FILING in spoken else words.STAYS_PAGE, words.BY_HAND, words.SIGN]
    rows = [_item(form, each, Dot(form.styles.body), bold=at == 0) for at, each in enumerate(told)]
    return Framed(rows, pad=form.styles.unit * 1.5, rule=theme().paper.rule * 1.5, after=form.styles.unit)


def _labelled(template: Template) -> list[tuple[Words, Note]]:
    note = template.before
    return [
        (words.WHEN, note.when),
        (words.COPIES, note.copies),
        (words.WHERE, note.where),
        (words.FEE, note.fee),
    ]


def _notes(form: Form, template: Template) -> list[Any]:
    return [_noted(form, label, note) for label, note in _labelled(template)]


def _noted(form: Form, label: Words, note: Note) -> Any:
    said = Paragraph(f"<b>{form.marked(label)}:</b> {form.under(note.text, bold=False)}", form.styles.cell)
    return Aligned([[said]], after=form.styles.unit)


def _checks(form: Form, template: Template, left: Left, *, head: bool = True) -> list[Any]:
    made = form.head(words.CHECK, place="check") if head else []
    square = Box(form.styles.box, form.styles.body, theme().paper.rule * 1.5)
    made += [_item(form, note.text, square) for note in template.before.check]
    for title, names in (
        (words.IN_ENGLISH, left.in_english),
        (words.TYPED, left.typed),
        (words.MISSING, left.missing),
    ):
        if names:
            made.append(_item(form, title, square))
            told = "; ".join(form.marked(each) for each in names)
            made.append(Aligned([[Paragraph(told, form.label)]], after=form.styles.unit))
    return made


def _item(form: Form, said: Words, mark: Mark, *, bold: bool = False) -> Any:
    text = Paragraph(form.under(said, bold=bold), form.styles.cell)
    beside = Beside([mark], text, [form.styles.body * 1.7], form.styles.unit / 2)
    return Aligned([[beside]], after=form.styles.unit * 0.7)


def _sources(form: Form, template: Template, library: Library) -> Any:
    named = citations(library.facts[name] for name in template.facts if name in library.facts)
    told: list[Words] = [
        captions.dates(template.reviewed, template.good_until),
        captions.review(template.review),
    ]
    if named:
        told = [Together((captions.SOURCE, "; ".join(named))), *told]
    least = theme().paper.least
    fine = ParagraphStyle(
        "fine", parent=form.styles.small, fontSize=least, leading=least * 1.2, spaceBefore=least / 2
    )
    return Paragraph(form.marked(Together(tuple(told), ". "), "<br/>"), fine)
