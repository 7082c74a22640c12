"""Rows of the table: an official form filled in, against pypdf and a bare pikepdf flatten of as many values."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from kyr_app import places
from kyr_app.content import official
from kyr_app.documents.official import render
from kyr_app.documents.official.job import OfficialJob
from kyr_app.documents.worker import api
from tests.bench import peers
from tests.bench.measure import Row, in_turn
from tests.unit.documents.official import blanks
from tests.unit.documents.official.family import FAMILY

RUNS = 7
FORM = "i-589_01-20-25"


def rows() -> Iterator[Row]:
    """Yield the rows. The blank is drawn by the tests: the fields of the real one, and nothing else of it."""
    form_id, edition = blanks.EDITIONS[FORM]
    form, blank = official.load(places.pack())[form_id], blanks.made(FORM)
    work = OfficialJob(
        form=form,
        edition=form.edition(edition),
        blank=blank,
        inspected=api.inspect(blank),
        each=(FAMILY,),
    )
    plan = work.plan()
    values = _values(blank, [mark.text for mark in plan.marks])
    found = in_turn(
        RUNS,
        whole=work.run,
        plan=work.plan,
        drawn=lambda: render.overlay(plan),
        ours=lambda: api.stamp(blank, render.overlay(plan), plan.order, form.number, lambda: True),
        bare=lambda: filled(blank, values),
    )
    what = f"{form.number}: {len(plan.marks)} values on {len(plan.order)} pages"
    floor = f"pikepdf {pikepdf.__version__} alone: values, looks, flattened"
    name = f"{what}; fitted, filled in a limited process, every value read back"
    yield Row(what=name, ours=found["whole"], peer=floor, theirs=found["bare"])
    told = {"blank": base64.b64encode(blank).decode(), "values": values, "runs": RUNS}
    theirs, why = peers.tried(lambda: peers.run("forms", told_to=told))
    pypdf = peers.named("pypdf") + (
        f" (leaves {theirs['found']} of {len(values)} values to be read)" if theirs else ""
    )
    yield Row(
        what=name, ours=found["whole"], peer=pypdf, theirs=tuple(theirs["ms"]) if theirs else (), missing=why
    )
    yield Row(
        what=f"{what}; only drawn and laid over the blank, in the limited process",
        ours=found["ours"],
        peer=floor,
        theirs=found["bare"],
    )


def _values(blank: bytes, texts: list[str]) -> dict[str, str]:
    """Return as many values as we write, by the full names of fields for text."""
    with pikepdf.open(BytesIO(blank)) as pdf:
        names = [field.fully_qualified_name for field in pdf.acroform.fields if field.is_text]
    return dict(zip(names, (text.replace("\n", " ") for text in texts if text), strict=False))


def filled(blank: bytes, values: dict[str, str]) -> bytes:
    """Return a blank filled and flattened with nothing but pikepdf."""
    out = BytesIO()
    with pikepdf.open(BytesIO(blank)) as pdf:
        for field in pdf.acroform.fields:
            if field.is_text and field.fully_qualified_name in values:
                field.set_value(values[field.fully_qualified_name])
        pdf.generate_appearance_streams()
        pdf.flatten_annotations("all")
        if "/AcroForm" in pdf.Root:
            del pdf.Root.AcroForm
        pdf.save(out)
    return out.getvalue()
