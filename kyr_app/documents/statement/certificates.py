"""Certificates that go with a statement: of its translation, and that it was read to the person. Nothing is signed.

They are filed in English. In another language they say the same, to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kyr_app.documents.statement import captions
from kyr_app.documents.statement import pages as statement_pages
from kyr_app.documents.statement.case import Case
from kyr_app.documents.statement.signature import block
from kyr_app.documents.typesetting.form import Form
from kyr_app.documents.typesetting.order import Order
from kyr_app.documents.typesetting.voice import Voice
from kyr_app.i18n.locale import Locale
from kyr_app.model.story import Helper, Signing
from kyr_app.model.text import Msg, Words
from kyr_app.rules.statement import Statement


def translation(made: Statement, signing: Signing, case: Case, order: Order) -> bytes:
    """Return the PDF of the certificate of translation."""
    said = (captions.COMPETENT, captions.ACCURATE)
    one = _Certificate(order.locales, captions.TRANSLATION, signing.translator)
    return one.drawn(_filled(said, made, signing, case), order)


def interpretation(made: Statement, signing: Signing, case: Case, order: Order) -> bytes:
    """Return the PDF of the certificate of interpretation."""
    said = (captions.INTERPRETER, captions.READ_ALOUD, captions.UNDERSTOOD, captions.INTERPRETED)
    one = _Certificate(order.locales, captions.INTERPRETATION, signing.interpreter)
    return one.drawn(_filled(said, made, signing, case), order)


def _filled(said: Sequence[Msg], made: Statement, signing: Signing, case: Case) -> list[Words]:
    language = captions.language_of(signing.language)
    titled = captions.declaration_of(case.name)
    count = len(made.paragraphs)
    return [each.with_values(language=language, title=titled, n=count) for each in said]


class _Certificate:
    """One certificate: its title, its sentences, the lines for the one who signs it. The first voice is the court's."""

    def __init__(self, locales: Sequence[Locale], title: Words, helper: Helper) -> None:
        self.spoken = statement_pages.spoken(locales)
        self.title, self.helper = title, helper

    def drawn(self, said: Sequence[Words], order: Order) -> bytes:
        """Return the PDF."""
        first, *others = self.spoken
        flow: list[Any] = [first.say(self.title, first.styles.title)]
        flow += [voice.say(self.title, voice.styles.small_strong) for voice in others]
        for words in said:
            flow.append(first.say(words, first.styles.text))
            flow += [voice.say(words, _under(voice)) for voice in others]
        flow += block(Form(self.spoken, statement_pages.page()), self._lines())
        return statement_pages.document(self.title, order, self.spoken[:1]).bytes_of(flow)

    def _lines(self) -> tuple[tuple[Words, str], ...]:
        helper = self.helper
        return (
            (captions.SIGNATURE, ""),
            (captions.DATE, ""),
            (captions.PRINTED, helper.name),
            (captions.TELEPHONE, helper.phone),
            (captions.ADDRESS, helper.address),
        )


def _under(voice: Voice) -> Any:
    return voice.styles.small
