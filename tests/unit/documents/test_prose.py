"""Our paragraphs are ReportLab's to the last point: the same lines, the same pieces, the same bytes."""

import random

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Stock

from kyr_app.documents.typesetting import breaking, fonts, markup, prose
from kyr_app.documents.typesetting.prose import Paragraph
from kyr_app.documents.typesetting.styles import styles
from tests.unit.documents.paper import job, lesson
from tests.unit.story.told import long_text

WIDTHS = (64.0, 118.5, 251.3, 400.0)
SAID = (
    "",
    " ",
    "a",
    "Usted tiene derecho a un intérprete.",
    "<b>Fuente:</b> 8 CFR 1003.22; INA § 208(a)(2)(B). <b>Puede haber cambiado</b>",
    "La <u width='0.75' offset='-0.16*F'>jueza</u> <b><u width='0.75' offset='-0.16*F'>escucha</u></b>, despacio.",
    "<b>in</b>ternacionalización <b>ext</b>raordinariamente responsabilidades",
    "W" * 90,
    "corto " + "<b>m</b>" * 70 + " fin",
    "Tom &amp; Ana &lt;b&gt; &#233; &quot;así&quot;",
    "uno\u00a0dos\u00a0tres (555)\u00a0555-0100 § 208",
    "sua\u00advi\u00adza\u00adciones y des\u00adpués",
    "https://example.org/una/direccion/muy/larga/que/no/cabe/en/la/linea",
    "antes<br/>después de <i>todo</i> y <a href='#x'>más</a>",
    f"{markup.glyph('house', 14.0)} Casa y <b>{markup.glyph('warning', 11)}</b> cuidado",
    "<nobr>responsabilidades extraordinariamente</nobr> y <nobr>internacionalización</nobr> de responsabilidades",
    "<nobr>responsabilidades extraordinariamente internacionalización desafortunadamente</nobr>",
    " <b> </b> doble  espacio <b></b>",
    "«¿Quién?», dijo; desafortunadamente, “constitucionalmente” — ¡no!",
)


def looks():
    plain, torn = styles(12.0, "es", hyphens=False), styles(12.0, "es", hyphens=True)
    hung = ParagraphStyle("hung", parent=torn.text, leftIndent=30, firstLineIndent=-12, rightIndent=6)
    return (plain.text, plain.point, torn.text, torn.small, torn.say, hung)


def texts():
    chance = random.Random(7)
    words = [word for seed in range(3) for word in long_text(60, seed=seed).split()]
    words += ["responsabilidad", "extraordinariamente", "internacionalización", "(constitucionalmente)."]
    for _ in range(40):
        said = [markup.safe(chance.choice(words)) for _ in range(chance.randint(1, 60))]
        for _ in range(chance.randint(0, 4)):
            at = chance.randrange(len(said))
            said[at] = chance.choice(("<b>{}</b>", "<b>{}</b>{}", "<u>{}</u>", "{}<b>{}</b>")).format(
                said[at], "x"
            )
        yield " ".join(said)


def told(broken):
    """Everything that the lines of a paragraph say. (Each time ReportLab joins a torn word it loses 1e-8 points.)"""
    if broken.kind == 0:
        return [(round(left, 6), [str(word) for word in words]) for left, words in broken.lines]
    return [
        {
            **vars(line),
            "extraSpace": round(line.extraSpace, 6),
            "words": [sorted(vars(piece).items(), key=str) for piece in line.words],
        }
        for line in broken.lines
    ]


def laid(kind, text, style, width, bullet=None):
    """A paragraph laid out at a width, then at another, then torn, and each piece laid out again."""
    made = kind(text, style, bulletText=bullet)
    found = [made.wrap(width, 999), told(made.blPara)]
    found += [made.wrap(width * 0.8, 999), told(made.blPara), made.wrap(width, 999), told(made.blPara)]
    pieces = made.split(width, style.leading * 3.2)
    for piece in pieces:
        found += [piece.wrap(width, 999), told(piece.blPara), piece.wrap(width / 2, 999), told(piece.blPara)]
    return [*found, len(pieces), round(made.minWidth(), 6)]


@pytest.mark.parametrize("text", SAID)
def test_what_is_rare_is_broken_as_reportlab_breaks_it(text):
    for style in looks():
        for width in WIDTHS:
            assert laid(Paragraph, text, style, width) == laid(Stock, text, style, width), (style.name, width)


def test_so_are_texts_as_chance_has_them():
    for text in texts():
        for style in looks():
            width = WIDTHS[len(text) % len(WIDTHS)]
            assert laid(Paragraph, text, style, width) == laid(Stock, text, style, width), text


def test_so_is_a_text_with_a_mark_before_it():
    for style in looks():
        for bullet in ("1.", "12345678."):
            found = laid(Paragraph, SAID[4], style, 120.0, bullet)
            assert found == laid(Stock, SAID[4], style, 120.0, bullet)


def test_most_texts_are_broken_here_and_not_left_to_reportlab():
    made = [Paragraph(text, style) for text in texts() for style in looks()]
    widths = (180.0, 180.0)
    here = [breaking.broken(each.frags, each.style, widths) is not None for each in made]
    assert sum(here) > 0.95 * len(here)


@pytest.mark.parametrize("languages", [("es",), ("en", "es")])
def test_a_paper_has_the_same_bytes_as_with_reportlabs_own_paragraphs(monkeypatch, languages):
    ours = job(lesson(), languages=languages).run()
    monkeypatch.setattr(Paragraph, "breakLines", Stock.breakLines)
    monkeypatch.setattr(Paragraph, "_setup", Stock._setup)
    monkeypatch.setattr(fonts.Letters, "splitString", TTFont.splitString)
    assert job(lesson(), languages=languages).run() == ours


def test_a_width_is_broken_once(monkeypatch):
    asked = []
    monkeypatch.setattr(prose, "broken", lambda *given: asked.append(given) or breaking.broken(*given))
    made = Paragraph(SAID[4], looks()[0])
    for width in (200.0, 200.0, 90.0, 90.0):
        made.wrap(width, 999)
    assert len(asked) == 2


def test_no_text_is_kept_when_its_paper_is_done():
    style = ParagraphStyle("own", parent=looks()[0])
    Paragraph("Mi hermana <b>Persona de Ejemplo</b> vive en <u>casa</u>.", style)
    assert list(prose._looks[style]) == ["x<b>x</b>x<u>x</u>x"]
    for known in prose._looks.values():
        assert not any(markup.strip("x ") in {"Ejemplo", "hermana"} for markup in known)
    del style
    assert all(each.name != "own" for each in prose._looks)


def test_letters_stand_where_reportlab_puts_them():
    fonts.register()
    rare = "".join(
        chr(code) for code in sorted(fonts.pdfmetrics.getFont(fonts.TEXT).face.charToGlyph) if code > 32
    )
    ours, theirs = Canvas("a.pdf")._doc, Canvas("b.pdf")._doc
    font = fonts.pdfmetrics.getFont(fonts.TEXT)
    for text in (
        "",
        "Casa",
        "Casa y\u00a0más",
        rare[:200],
        "casa",
        rare,
        rare[::-1],
        "más " + rare[-3:],
        b"Casa",
    ):
        assert font.splitString(text, ours) == TTFont.splitString(font, text, theirs), text
