"""Beside the list of papers: when to use the one chosen, what it still needs, what can be done, how it looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QSizePolicy

from kyr_app.model.errors import KyrError
from kyr_app.model.text import N_, P_, Together
from kyr_app.session.making.papers import Kind
from kyr_app.ui import background
from kyr_app.ui.screens.point import Page
from kyr_app.ui.widgets.button import Button
from kyr_app.ui.widgets.flow import Flow
from kyr_app.ui.widgets.frame import Framed, plain_row
from kyr_app.ui.widgets.grid import Grid
from kyr_app.ui.widgets.icon import Glyph, Tone
from kyr_app.ui.widgets.label import Label, Pair

if TYPE_CHECKING:
    from kyr_app.model.text import Words
    from kyr_app.session.my_papers import Face, Sheet
    from kyr_app.session.session import Session
    from kyr_app.ui.background import Task

PACKED = {Kind.COURT, Kind.LETTER, Kind.STORY}
"""What can become a part of the packet for the court; a filled form is added from its file."""
LETTER = 11 / 8.5
"""The height of a sheet to its width."""
LISTED = 14
"""So many missing answers are named; the others are counted."""
LITTLE = 15.0
"""The least width of a little sheet in letters; where there is room, what is sent and what is read stand abreast."""


class Picture(QLabel):
    """The first page of a paper, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._page: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setProperty("role", "plain")

    def show_page(self, document: QPdfDocument) -> None:
        """Show the first page of a document."""
        points = document.pagePointSize(0)
        wide = max(self.width(), 400)
        image = document.render(
            0, QSize(wide * 2, round(wide * 2 * points.height() / max(1.0, points.width())))
        )
        image.setDevicePixelRatio(1)
        ground = QPixmap(image.size())
        ground.fill(Qt.GlobalColor.white)
        self._page = _over(ground, QPixmap.fromImage(image))
        self._fit()

    def _fit(self) -> None:
        if self._page is None:
            self.setFixedHeight(round(self.width() * LETTER))  # room for it: nothing jumps when it comes
        elif self.width() > 0:
            mode = Qt.TransformationMode.SmoothTransformation
            ratio = self.devicePixelRatioF()
            shown = self._page.scaledToWidth(round(self.width() * ratio), mode)
            shown.setDevicePixelRatio(ratio)
            self.setPixmap(shown)
            self.setFixedHeight(round(shown.height() / ratio))

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: the picture follows the room there is."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


def _over(ground: QPixmap, page: QPixmap) -> QPixmap:
    from PySide6.QtGui import QPainter  # noqa: PLC0415 (once a picture)

    painter = QPainter(ground)
    painter.drawPixmap(0, 0, page)
    painter.end()
    return ground


class PaperPanel(Page):
    """One paper. The screen listens to its buttons."""

    def __init__(self, session: Session, sheet: Sheet, person: int | None) -> None:
        super().__init__(session)
        self.sheet, self._person = sheet, person
        self._tasks: list[Task] = []
        self._documents: list[tuple[QPdfDocument, QBuffer]] = []
        self.add(Pair(self.say, sheet.offer.title, "subtitle"))
        if sheet.offer.about:
            self.add(Pair(self.say, sheet.offer.about))
        self._state()
        self._buttons()
        self.faces: list[Picture] = []

    def _state(self) -> None:
        sheet = self.sheet
        if not sheet.ready:
            frame = Framed("phrase", "pencil-simple", Tone.ACCENT)
            said = P_("{n} answer is missing", "{n} answers are missing", len(sheet.lacking))
            frame.column.addWidget(Pair(self.say, said, "strong"))
            named: Words = Together(sheet.lacking[:LISTED], " · ")
            rest = len(sheet.lacking) - LISTED
            if rest > 0:
                named = Together((named, P_("and {n} more", "and {n} more", rest)), " · ")
            frame.column.addWidget(Pair(self.say, named, "small"))
            self.add(frame)
        else:
            self._line("check-circle-fill", N_("Ready to print"), Tone.ACCENT)
        if sheet.offer.first:
            self._line("scales", N_("A lawyer should read it before it is handed in."), Tone.WARM)
        if sheet.offer.filing:
            self._line(
                "paper-plane-tilt",
                N_("What you send is in English. The Spanish copy is for you to read."),
                Tone.ACCENT,
            )

    def _line(self, icon: str, words: Words, tone: Tone) -> None:
        holder, row = plain_row(1)
        row.addWidget(Glyph(icon, 1.2, tone))
        row.addWidget(Pair(self.say, words, "word"), 1)
        self.add(holder)

    def _buttons(self) -> None:
        flow = Flow()
        ready = self.sheet.ready
        printed = N_("Look and print") if ready else N_("Print it with lines to fill in")
        self.print = Button(self.say, printed, "printer", "")
        kept = N_("Take off my list") if self.sheet.chosen else N_("Put it on my list")
        self.keep = Button(self.say, kept, "bookmark-simple", "")
        self.english = Button(self.say, N_("Type the English"), "translate", "")
        self.blank = Button(self.say, N_("I have the blank form"), "folder-open", "")
        self.packet = Button(self.say, N_("Add to the packet"), "package", "")
        for button in (self.print, self.keep, self.packet, self.english, self.blank):
            flow.add(button)
        paper = self.sheet.offer
        self.english.setVisible(bool(self.session.my_papers.english(paper.id, self._person)))
        self.blank.setVisible(paper.kind is Kind.FORM)
        self.packet.setVisible(paper.kind in PACKED)
        self.add(flow)

    def look(self) -> None:
        """Make the paper in the background and show the first page of each of its faces."""
        try:
            faces = self.session.my_papers.faces(self.sheet.offer)
        except KyrError as error:
            self.add(Pair(self.say, error.said, "small"))
            faces = ()
        self.add(Grid([self._face(each) for each in faces], LITTLE))
        self.end()

    def _face(self, face: Face) -> Framed:
        note, picture = Label("small"), Picture()
        self.say(note.say, N_("Preparing the sheet…"))
        frame = Framed("sheet")
        if face.said:
            frame.column.addWidget(Pair(self.say, face.said, "kicker"))
        frame.column.addWidget(picture)
        frame.column.addWidget(note)
        frame.column.addStretch(1)
        self.faces.append(picture)
        task = background.run(
            face.job, partial(self._made, note, picture), lambda error: self._not_made(note, error)
        )
        self._tasks.append(task)
        self.destroyed.connect(task.cancel)
        return frame

    def _made(self, note: Label, picture: Picture, made: bytes) -> None:
        document, buffer = QPdfDocument(self), QBuffer(self)
        buffer.setData(QByteArray(made))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        self._documents.append((document, buffer))
        pages = document.pageCount()
        self.say(note.say, P_("{n} page", "This is the first of {n} pages", pages))
        picture.show_page(document)

    def _not_made(self, note: Label, error: Exception) -> None:
        said = error.said if isinstance(error, KyrError) else N_("This paper could not be shown.")
        self.say(note.say, said)
