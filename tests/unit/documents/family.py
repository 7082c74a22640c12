"""A family of eight with an answer to everything, and what every sheet of paper must keep to."""

import datetime as dt

import pikepdf
from PIL import ImageChops

from kyr_app.content.tokens import theme
from kyr_app.model.answers import Answers
from kyr_app.model.person import Who
from kyr_app.session.intake import PEOPLE
from kyr_app.session.situation import asked_names
from tests.unit.documents.paper import POINTS_TO_MM
from tests.unit.documents.test_pages import COLOURS, streams

LANGUAGES = [("es",), ("en",), ("es", "en")]
HOSTILE = "Ñandú <b>&amp;</b> {n} %s \u202e😀 “‘«»’” </para> " + "W" * 90

TOLD = {
    "adults": 3,
    "children": 5,
    "youngest_age": 6,
    "oldest_child_age": 17,
    "mexico_entry_date": dt.date(2026, 10, 27),
    "us_entry_date": dt.date(2026, 5, 13),
    "hearing_date": dt.date(2027, 3, 19),
    "prior_contact": ("deported",),
    "missed_hearing": "yes",
    "comar_step": "constancia",
    "lawyer_help": "other_helper",
    "officer_language": "kiche",
    "health": ("pregnancy", "disability"),
}
"""An answer to each line of the intake sheet, all different."""

MPP = {
    "q01_returned_mpp": "yes",
    "q02_before_june_2021": "yes",
    "q05_outside_us": "yes",
    "q06_stayed_outside": "yes",
    "q12_mexican": "no",
}


def gathered(session):
    """Put the family into a session."""
    session.replace_answers(Answers(TOLD))
    for who in (Who.ME, Who.PARTNER, Who.PARENT, *[Who.CHILD] * 4, Who.OTHER):
        session.add_person(who)
    for number in range(1, 9):
        own = {**MPP, "q11_pending": "no", "q07_terminated": "yes" if number % 2 else "no"}
        for name, answer in own.items():
            session.give(name, answer, number)
    return session


def everything(library):
    """The name of every answer there is."""
    return frozenset((*asked_names(library), PEOPLE))


def keeps_to_the_rules(read):
    """Black on white, nothing near an edge, every font embedded, nobody named."""
    for stream in streams(read.raw):
        for operands, operator in pikepdf.parse_content_stream(stream):
            assert str(operator) not in {"sh", "BI", "EI"}
            if str(operator) in COLOURS:
                black = [0, 0, 0, 1] if str(operator) in {"k", "K"} else [0] * len(operands)
                assert [float(each) for each in operands] == black
    for number in range(len(read.raw.pages)):
        image = read.image(number, dots=72)
        ink = ImageChops.invert(image.convert("L")).getbbox()
        edges = ink[0], ink[1], image.width - ink[2], image.height - ink[3]
        assert min(edges) * POINTS_TO_MM >= theme().paper.edge
    for font in (each for each in read.raw.objects if isinstance(each, pikepdf.Dictionary)):
        if font.get("/Type") == "/Font":
            assert "/FontFile2" in font.FontDescriptor
    assert not str(read.raw.docinfo.get("/Author", ""))
