import sys

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from kyr_app.model.settings import Paper
from kyr_app.ui import output, printing, saving
from kyr_app.ui.desk import Place
from tests.ui.conftest import TODAY, settle


@pytest.fixture
def preview(window, qtbot):
    window.go(Place.PREVIEW, f"lesson:{next(iter(window.session.library.lessons))}")
    qtbot.waitUntil(lambda: window.shown.ready, timeout=20_000)
    return window.shown


def paper(preview, qtbot):
    qtbot.waitUntil(lambda: preview.ready, timeout=20_000)
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
    with qtbot.waitSignal(queue.done, timeout=10_000):
        queue.start()
    assert (tmp_path / "got").read_bytes() == b"%PDF" * 100_000


@pytest.mark.parametrize("command", [(sys.executable, "-c", "raise SystemExit(1)"), ("no-such-command",)])
def test_a_printer_that_refuses_is_told_in_words(qtbot, command):
    queue = printing.Queue(b"%PDF", command)
    with qtbot.waitSignal(queue.failed, timeout=10_000) as told:
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
    qtbot.waitUntil(window.notice.isVisible, timeout=10_000)
    assert preview.desk.sheets_out == 1
