"""The window: the sidebar, the page and the notes under one bar, and the commands that act on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.session import NoticeKind, SaveState, Session, State
from desktop.ui import framing
from desktop.ui.bar.top_bar import TopBar
from desktop.ui.commands import ACTIONS, ENCODING_MENU, MENUS, PAGE_MENU
from desktop.ui.commands.actions import make_actions, make_menu
from desktop.ui.dialogs.local_files import path_of
from desktop.ui.dialogs.window_dialogs import WindowDialogs
from desktop.ui.fields.dropping import copy_only
from desktop.ui.notes.panel import NotesPanel
from desktop.ui.notices.announcing import Announcer
from desktop.ui.notices.notice_bar import NoticeBar
from desktop.ui.notices.spoken_names import name_handles, name_parts
from desktop.ui.panels import WindowPanels
from desktop.ui.panes import PaneSplitter
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.wording.foreign_words import as_window_title
from desktop.ui.wording.sentences import CHOOSE_ENCODING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QChildEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent

    from desktop.ui.look.look import Look
    from desktop.ui.page.answer_page import AnswerPage

_SIDEBAR_PX, _PAGE_PX, _NOTES_PX = 264, 796, 300
_UNSAVED_MS = 1_500
"""How long something isn't on the disk yet before the title says so."""


class MainWindow(QMainWindow):
    """Shows one session, and is the `Desk` of its commands: `commands` has the Qt action of every id in the table."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._unsaved = QTimer(self, singleShot=True, interval=_UNSAVED_MS)
        self._unsaved.timeout.connect(self._say_unsaved)
        self.top_bar = TopBar(session, look, self, self)
        self.sidebar = Sidebar(session, look, self, self)
        self.panes = PaneSplitter(session, look, self)
        self.notes = NotesPanel(session, look, self, self)
        self.notices = NoticeBar(session, look, self)
        self.commands = make_actions(ACTIONS, self, self)
        self.dialogs = WindowDialogs(self, self.commands, look, self)
        self._splitter = self._lay_out()
        around = (self.sidebar, self.notes), (self.top_bar, self.notices)
        self.panels = WindowPanels(session, self.panes, *around, self._splitter)
        self._make_menus()
        self._wire()
        Announcer(session, self)
        self._restore_geometry()
        self._draw_all()
        self._page_menu.setAccessibleName(self.tr("What can be done on the page"))
        name_handles(self._splitter)
        self.page.setFocus()

    @property
    def page(self) -> AnswerPage:
        """The page that commands act on."""
        return self.panes.page

    # -- building ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> QSplitter:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        # The page loses and gains height at its lower edge: what is being read does not move for a notice.
        column.addWidget(self.notices)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("splitter")
        splitter.setHandleWidth(0)
        for widget, stretch in ((self.sidebar, 0), (middle, 1), (self.notes, 0)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setCollapsible(1, False)
        central = QWidget()
        rows = QVBoxLayout(central)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addWidget(splitter, 1)
        self.setCentralWidget(central)
        self.notices.come_after(self.panes.first)
        return splitter

    def _make_menus(self) -> None:
        for menu in MENUS:
            self.menuBar().addMenu(make_menu(menu, self.commands, self, self.menuBar()))
        self._encodings = make_menu(ENCODING_MENU, self.commands, self, self)
        self._page_menu = make_menu(PAGE_MENU, self.commands, self, self)

    def _wire(self) -> None:
        self.session.changed.connect(self.render_state)
        self.session.opening.opened.connect(self._focus_page)
        self.session.opening.several.connect(self.dialogs.choose_thread)
        self.panes.asked_for_menu.connect(self._page_menu.popup)
        self.top_bar.find_bar.left.connect(self.panels.focus_page)
        self.top_bar.keyword_bar.left.connect(self.panels.focus_page)
        self.notes.left.connect(self.panels.focus_page)
        self.notices.asked.connect(self._answer_notice)
        # Not as others: what it says then is not to be closed.
        self.notices.left.connect(self._focus_page)
        self.sidebar.installEventFilter(self)
        self.panes.first.viewport().installEventFilter(self)

    def _restore_geometry(self) -> None:
        """Stand as the last window did, as far as the screens allow; a first one fits the main screen."""
        screens = _screens()
        self.resize(framing.first(screens[0]))
        self._splitter.setSizes([_SIDEBAR_PX, _PAGE_PX, _NOTES_PX])
        window, _, splitter = self.session.memory_file.geometry.partition(" ")
        standing = framing.read(window)
        if standing is not None:
            self._stand(framing.brought_back(standing.rect, screens))
            full = Qt.WindowState.WindowFullScreen if standing.full else Qt.WindowState.WindowNoState
            self.setWindowState(Qt.WindowState.WindowMaximized if standing.maximized else full)
        elif window:  # as earlier versions wrote it, in Qt's own form
            self.restoreGeometry(QByteArray.fromBase64(window.encode()))
            self._stand(framing.brought_back(QRect(self.pos(), self.size()), screens))
        self._splitter.restoreState(QByteArray.fromBase64(splitter.encode()))

    def _stand(self, rect: QRect) -> None:
        self.resize(rect.size())
        self.move(rect.topLeft())

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the state: title, commands, panels."""
        for command in self.commands.values():
            command.render(new)
        if (
            old.document is not new.document
            or old.focused_manner is not new.focused_manner
            or old.saving is not new.saving
        ):
            self._draw_title()
        if old.preferences is not new.preferences or old.notes.editing != new.notes.editing:
            self.panels.draw()

    def _draw_all(self) -> None:
        for command in self.commands.values():
            command.render(self.session.state)
        self._draw_title()
        self.panels.draw()

    def _draw_title(self) -> None:
        state = self.session.state
        words = as_window_title(self.session.shown(state.document.title)) if state.document else ""
        # Qt adds the app's name to a title that doesn't end in it, so the star must not be the end.
        title = f"{words}[*] — 百家" if words else "[*]百家"
        if title != self.windowTitle():
            self.setWindowTitle(title)
        self._draw_modified()

    def _draw_modified(self) -> None:
        """Show the star when something has not been on the disk for a while: a mark is, in a moment."""
        saving = self.session.state.saving
        if saving is SaveState.SAVED:
            self._unsaved.stop()
            self.setWindowModified(False)
        elif saving in {SaveState.HALF, SaveState.FAILED} or self.isWindowModified():
            self.setWindowModified(True)
        elif not self._unsaved.isActive():
            self._unsaved.start()

    def _say_unsaved(self) -> None:
        self.setWindowModified(self.session.state.saving is not SaveState.SAVED)

    # -- commands ---------------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open `path`, by and by, and put the keyboard on the page."""
        self.session.opening.open(path)

    def paste_thread(self) -> None:
        """Open what is on the clipboard: the files that were copied, else what was copied in a browser."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = [path for url in mime.urls() if (path := path_of(url)) is not None]
        for path in reversed(paths):
            self.open_file(path)
        if not paths:
            self.session.pasting.paste(mime.html() if mime.hasHtml() else "", mime.text())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- events -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bar over the page; begin the slow work once that was painted for the first time."""
        if watched is self.sidebar and event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}:
            self.panels.align_bar()
        if watched is self.panes.first.viewport() and event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.session.begin)
        return super().eventFilter(watched, event)

    def childEvent(self, event: QChildEvent) -> None:
        """Name the parts of a dialog or a menu that is about to be shown."""
        super().childEvent(event)
        if not event.polished():  # to ask for a child has its classes made known, which takes 15 ms at the start
            return
        child = event.child()
        if isinstance(child, QDialog | QMenu):
            name_parts(child)

    def showEvent(self, event: QShowEvent) -> None:
        """Name what Qt has put into the window, some of it just now."""
        super().showEvent(event)
        name_parts(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panels give way to the page, and keep the bar over it."""
        super().resizeEvent(event)
        self.panels.draw()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from anywhere."""
        if event.mimeData().hasUrls():
            copy_only(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped: each file in turn, so that the first is the one on the page."""
        if not copy_only(event):
            return
        for url in reversed(event.mimeData().urls()):
            if (path := path_of(url)) is not None:
                self.open_file(path)
            else:
                self.session.notify("not-a-file", NoticeKind.PROBLEM)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when every note is on the disk, or the reader has said what to do."""
        self.remember_geometry()
        from desktop.ui.dialogs.leaving import Leaving, ask_about_unsaved

        while (reason := self.session.close()) is not None:
            answer = ask_about_unsaved(self, reason)
            if answer is Leaving.STAY:
                event.ignore()
                return
            if answer is Leaving.LEAVE:
                break
        event.accept()

    def remember_geometry(self) -> None:
        """Have the next window stand as this one does."""
        normal = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        frame = self.geometry().topLeft() - self.pos()
        rect = QRect(normal.topLeft() - frame, normal.size())
        standing = framing.WindowPlace(rect, maximized=self.isMaximized(), full=self.isFullScreen())
        splitter = self._splitter.saveState().toBase64().toStdString()
        self.session.memory_file.geometry = f"{standing.written()} {splitter}"

    def _focus_page(self) -> None:
        self.page.setFocus()

    def _answer_notice(self, command: str) -> None:
        """Run what a button of the notice asks for, which may be a menu to choose from."""
        if command == CHOOSE_ENCODING:
            place = self.notices.mapToGlobal(self.notices.rect().topRight())
            self._encodings.remark()
            size = self._encodings.sizeHint()
            self._encodings.popup(place - QPoint(size.width(), size.height()))
            return
        self.page.setFocus()
        self.commands[command].trigger()


def _screens() -> list[QRect]:
    """Return what is available of each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    return [screen.availableGeometry() for screen in (main, *others)]
