"""The same words through another maker of papers: `weasyprint` or `fpdf2`; each run's milliseconds, and the pages."""

from __future__ import annotations

import html
import json
import sys
import time
from io import BytesIO
from typing import Any

from pypdf import PdfReader


def weasyprint(words: list[list[Any]], fonts: dict[str, str]) -> bytes:
    from weasyprint import CSS, HTML  # noqa: PLC0415 (each run fetches one of them)

    faces = "".join(
        f"@font-face {{font-family: F; src: url('file://{path}'); font-weight: {weight}}}"
        for path, weight in ((fonts["regular"], 400), (fonts["bold"], 700))
    )
    body = "".join(
        f"<p style='font-size:{size}pt;font-weight:{700 if bold else 400};line-height:{leading}pt;margin:0'>"
        f"{html.escape(text)}</p>"
        for text, size, leading, bold in words
    )
    page = CSS(
        string=f"{faces} @page {{size: letter; margin: 72pt 139pt 72pt 100pt}} body {{font-family: F}}"
    )
    return bytes(HTML(string=f"<html lang='es'><body>{body}</body></html>").write_pdf(stylesheets=[page]))


def fpdf2(words: list[list[Any]], fonts: dict[str, str]) -> bytes:
    from fpdf import FPDF  # noqa: PLC0415

    paper = FPDF(unit="pt", format="letter")
    paper.set_margins(100, 72, 139)
    paper.set_auto_page_break(True, 72)
    paper.add_font("F", "", fonts["regular"])
    paper.add_font("F", "B", fonts["bold"])
    paper.add_page()
    for text, size, leading, bold in words:
        paper.set_font("F", "B" if bold else "", size)
        paper.multi_cell(0, leading, text, new_x="LMARGIN", new_y="NEXT", align="L")
    return bytes(paper.output())


def main() -> None:
    told = json.load(sys.stdin)
    make = {"weasyprint": weasyprint, "fpdf2": fpdf2}[sys.argv[1]]
    spent, made = [], b""
    for at in range(told["runs"] + 1):
        begun = time.process_time()
        made = make(told["words"], told["fonts"])
        if at:  # the first warms it up
            spent.append((time.process_time() - begun) * 1000)
    print(json.dumps({"ms": spent, "pages": len(PdfReader(BytesIO(made)).pages)}))


main()
