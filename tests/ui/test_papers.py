import io
import sys

import pikepdf
import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from kyr_app.model.settings import Edition, Paper
from kyr_app.ui import output, papers, printing, saving
from kyr_app.ui.desk import Place
from tests.ui.conftest import TODAY, settle


@pytest.fixture
def preview(window, qtbot):
    window.go(Place.PREVIEW, f"lesson:{next(iter(window.session.library.lessons))}")
    qtbot.waitUntil(lambda: window.shown.ready, timeout=60_000)
    return window.shown


def paper(preview, qtbot):
    qtbot.waitUntil(lambda: preview.ready, timeout=60_000)
    return preview.document.pagePointSize(0).toTuple(), preview.document.getAllText(0).text()


def test_the_paper_is_shown_from_memory_in_the_reader_s_language(preview, qtbot):
    assert preview.document.pageCount() >= 1
    assert preview.choices.languages == ("es",)
    size, _ = paper(preview, qtbot)
    assert size == pytest.approx((612, 792), abs=1)


def test_language_and_paper_are_chosen_beside_it(preview, qtbot):
    preview.choices.cards["a4"].click()
    size, spanish = paper(preview, qtbot)
    assert size == pytest.approx((595, 842), abs=1)
    preview.choices.cards["en"].click()
    _, english = paper(preview, qtbot)
    assert english != spanish
    preview.choices.cards["both"].click()
    assert preview.choices.languages == ("es", "en")
    paper(preview, qtbot)


def test_every_edition_is_one_press_away_and_says_what_it_is_for(preview, qtbot):
    made = {}
    for edition in Edition:
        preview.choices.cards[edition.value].click()
        paper(preview, qtbot)
        assert preview.work().edition is edition
        made[edition] = bytes(preview._made)
    assert len(set(made.values())) == len(Edition)


def test_the_sheets_are_told_before_printing(preview, qtbot):
    paper(preview, qtbot)
    pages = preview.document.pageCount()
    preview.choices.copies.line.setText("25")
    assert str(25 * pages) in preview.state.text()
    preview.choices.copies.line.setText("")
    assert preview.choices.chosen.copies == 1
    preview.choices.copies.line.setText("999")
    assert preview.choices.chosen.copies == 100


def test_all_copies_are_printed_and_one_is_looked_at(preview, qtbot, monkeypatch):
    paper(preview, qtbot)
    pages, printed = preview.document.pageCount(), []
    monkeypatch.setattr(preview.output, "print", lambda _, document: printed.append(document.pageCount()))
    preview.choices.copies.line.setText("3")
    preview.foot.next.click()
    qtbot.waitUntil(lambda: bool(printed), timeout=60_000)
    assert printed == [3 * pages]
    assert preview.document.pageCount() == pages
    assert not preview.stop.isVisible()


def test_another_paper_begins_with_one_copy(preview, window, qtbot):
    preview.choices.copies.line.setText("25")
    window.go(Place.PREVIEW, "glossary:")
    assert window.shown.choices.chosen.copies == 1
    assert "large" not in window.shown.choices.cards
    paper(window.shown, qtbot)


def test_a_long_paper_tells_how_far_it_is_and_can_be_given_up(window, qtbot):
    window.go(Place.PREVIEW, "lesson:" + ",".join(window.session.library.lessons))
    preview, seen = window.shown, set()
    assert preview.stop.isVisible()

    def begun():
        seen.add(preview.state.text())
        return len(seen) > 1

    qtbot.waitUntil(begun, timeout=60_000)
    preview.stop.click()
    assert not preview.stop.isVisible()
    assert not preview.ready
    told = preview.state.text()
    qtbot.wait(200)
    assert preview.state.text() == told
    preview.choices.cards["letter"].click()
    assert preview.stop.isVisible()


def test_it_is_saved_whole_under_a_name_that_tells_nothing(preview, tmp_path, monkeypatch):
    monkeypatch.setattr(saving, "shelters", lambda: [saving.Shelter(tmp_path, "Aquí", "folder")])
    preview.save_button.click()
    for name in ("hoja-2026-11-22.pdf", "hoja-2026-11-22-2.pdf"):
        if preview.places is None:
            preview.save_button.click()
        preview.places.cards[0].click()
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")
    assert preview.desk.sheets_out == 2
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        "hoja-2026-11-22-2.pdf",
        "hoja-2026-11-22.pdf",
    ]


def test_what_cannot_be_saved_is_told_and_nothing_is_left(preview, window, tmp_path):
    gone = tmp_path / "gone"
    assert not preview.output.save(str(gone), b"%PDF")
    assert window.notice.isVisible()
    assert not gone.exists()
    assert preview.desk.sheets_out == 0


def test_another_folder_is_asked_for_in_a_dialog_under_the_hide_key(preview, window, tmp_path):
    preview.output.save_elsewhere(b"%PDF-x")
    dialog = window.findChild(QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.emit(str(tmp_path))
    assert saving.free_name(tmp_path, TODAY).name == "hoja-2026-11-22-2.pdf"
    dialog.close()
    settle()


def test_without_a_print_queue_it_says_so_and_looks_for_no_printer(preview, window, monkeypatch, tmp_path):
    monkeypatch.setattr(printing, "QUEUE", tmp_path / "no.sock")
    monkeypatch.setattr(printing.Queue, "start", lambda _: pytest.fail("asked for a printer"))
    preview.foot.next.click()
    assert window.notice.isVisible()
    assert preview.desk.sheets_out == 0


def test_a_printer_gets_the_sheet_by_its_standard_input(qtbot, tmp_path):
    code = (
        f"import sys, pathlib; pathlib.Path({str(tmp_path / 'got')!r}).write_bytes(sys.stdin.buffer.read())"
    )
    queue = printing.Queue(b"%PDF" * 100_000, (sys.executable, "-c", code))
    with qtbot.waitSignal(queue.done, timeout=60_000):
        queue.start()
    assert (tmp_path / "got").read_bytes() == b"%PDF" * 100_000


@pytest.mark.parametrize("command", [(sys.executable, "-c", "raise SystemExit(1)"), ("no-such-command",)])
def test_a_printer_that_refuses_is_told_in_words(qtbot, command):
    queue = printing.Queue(b"%PDF", command)
    with qtbot.waitSignal(queue.failed, timeout=60_000) as told:
        queue.start()
    assert isinstance(told.args[0], printing.NotPrinted)


def test_pages_are_drawn_on_the_paper_they_have_whatever_the_printer_thought(preview, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(printing.DPI)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printing.draw(preview.document, printer, Paper.A4)
    drawn = QPdfDocument()
    drawn.load(str(tmp_path / "out.pdf"))
    assert drawn.pageCount() == preview.document.pageCount()
    assert drawn.pagePointSize(0).toTuple() == pytest.approx((595, 842), abs=1)


def test_printing_on_linux_goes_to_the_queue(preview, window, monkeypatch, tmp_path, qtbot):
    socket = tmp_path / "cups.sock"
    socket.touch()
    monkeypatch.setattr(printing, "QUEUE", socket)
    monkeypatch.setattr(output.printing.Queue.__init__, "__defaults__", ((sys.executable, "-c", ""), None))
    preview.foot.next.click()
    qtbot.waitUntil(window.notice.isVisible, timeout=60_000)
    assert preview.desk.sheets_out == 1


def test_every_kind_of_paper_comes_in_as_many_copies_as_asked(window):
    for what in ("lesson:turn-in", "checklist:turn-in", "timeline:", "print-test:", "blank:turn-in"):
        once = papers.work(window.session, what, papers.Chosen(languages=("es",)))
        thrice = papers.work(window.session, what, papers.Chosen(languages=("es",), copies=3))
        assert pages(thrice.run()) == 3 * pages(once.run()), what


def pages(data):
    return len(pikepdf.open(io.BytesIO(data)).pages)
