"""The window: the sidebar, the page and the notes under one bar, and the commands that act on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.script import without_unseen
from desktop.session import NoticeKind, SaveState, Session, State
from desktop.ui import framing
from desktop.ui.bar.top_bar import TopBar
from desktop.ui.commands import ACTIONS, ENCODING_MENU, MENUS, PAGE_MENU
from desktop.ui.commands.actions import make_actions, make_menu
from desktop.ui.dialogs.local_files import path_named, path_of
from desktop.ui.fields.dropping import copy_only
from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.notes.panel import NotesPanel
from desktop.ui.notices.announcing import Announcer
from desktop.ui.notices.notice_bar import NoticeBar
from desktop.ui.notices.spoken_names import name_handles, name_parts
from desktop.ui.page.answer_page import AnswerPage
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.wording.foreign_words import as_window_title
from desktop.ui.wording.sentences import CHOOSE_ENCODING

if TYPE_CHECKING:
    from PySide6.QtCore import QChildEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent

    from desktop.ui.look.look import Look

_SIDEBAR_PX, _PAGE_PX, _NOTES_PX = 264, 796, 300
_WIDE_PX, _MIDDLING_PX = 1040, 640
"""From which widths on a window has room for both panels beside the page, and for one of them."""
_USUAL_TEXT_SIZE = 20
_UNSAVED_MS = 1_500
"""How long something isn't on the disk yet before the title says so."""


class MainWindow(QMainWindow):
    """Shows one session. `commands` holds the Qt action of every id in the action table.

    Dialogs are imported when they are asked for: nothing that the first page doesn't need comes before it.
    """

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._called: QWidget | None = None
        self._unsaved = QTimer(self, singleShot=True, interval=_UNSAVED_MS)
        self._unsaved.timeout.connect(self._say_unsaved)
        self.top_bar = TopBar(session, look, self)
        self.sidebar = Sidebar(session, look, self)
        self.page = AnswerPage(session, look, self)
        self.notes = NotesPanel(session, look, self)
        self.notices = NoticeBar(session, look, self)
        self.commands = make_actions(ACTIONS, self)
        self._splitter = self._lay_out()
        self._make_menus()
        self._wire()
        Announcer(session, self)
        self._restore_geometry()
        self._draw_all()
        self.page.verticalScrollBar().setAccessibleName(self.tr("Scroll bar: the page"))
        self._page_menu.setAccessibleName(self.tr("What can be done on the page"))
        name_handles(self._splitter)
        self.page.setFocus()

    # -- building ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> QSplitter:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
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
        self.notices.come_after(self.page)
        return splitter

    def _make_menus(self) -> None:
        for menu in MENUS:
            self.menuBar().addMenu(make_menu(menu, self.commands, self, self.menuBar()))
        self._encodings = make_menu(ENCODING_MENU, self.commands, self, self)
        self._page_menu = make_menu(PAGE_MENU, self.commands, self, self)

    def _wire(self) -> None:
        self.session.changed.connect(self.render_state)
        self.page.customContextMenuRequested.connect(self._show_page_menu)
        self.top_bar.find_bar.left.connect(self.focus_page)
        self.top_bar.keyword_bar.left.connect(self.focus_page)
        self.notes.left.connect(self.focus_page)
        self.notices.asked.connect(self._answer_notice)
        self.notices.left.connect(self.page.setFocus)  # not as others: what it says then is not to be closed
        self.sidebar.installEventFilter(self)
        self.page.viewport().installEventFilter(self)

    def _restore_geometry(self) -> None:
        """Stand as the last window did, as far as the screens allow; a first one fits the main screen."""
        screens = _screens()
        self.resize(framing.first(screens[0]))
        self._splitter.setSizes([_SIDEBAR_PX, _PAGE_PX, _NOTES_PX])
        window, _, splitter = self.session.shelf.geometry.partition(" ")
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
        if old.document is not new.document or old.manner is not new.manner or old.saving is not new.saving:
            self._draw_title()
        if old.preferences is not new.preferences or old.editing != new.editing:
            self._draw_panels()

    def _draw_all(self) -> None:
        for command in self.commands.values():
            command.render(self.session.state)
        self._draw_title()
        self._draw_panels()

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

    def _draw_panels(self) -> None:
        """Show the panels that the reader wants and the width has room for: the page comes first."""
        preferences, width = self.session.state.preferences, self.width()
        called = self.session.state.editing is not None or self._called is self.notes
        notes = preferences.notes_shown and (width >= _WIDE_PX or called)
        beside = width >= _WIDE_PX or (not notes and (width >= _MIDDLING_PX or self._called is self.sidebar))
        for panel, shown in ((self.notes, notes), (self.sidebar, preferences.sidebar_shown and beside)):
            if not shown and holds_keyboard(panel):
                self.page.setFocus()
        self.notes.setVisible(notes)
        self.sidebar.setVisible(preferences.sidebar_shown and beside)
        self._align_bar()

    def show_panel(self, panel: Sidebar | NotesPanel, *, shown: bool) -> None:
        """Show or hide a panel; in a narrow window, showing it hides the other for as long."""
        self._called = panel if shown else None
        name = "sidebar_shown" if panel is self.sidebar else "notes_shown"
        if getattr(self.session.state.preferences, name) != shown and (not shown or not panel.isVisible()):
            self.session.prefer(**{name: shown})
        self._draw_panels()

    def _align_bar(self) -> None:
        """Put the bar's script selector over the page's left edge."""
        shown = self.sidebar.isVisibleTo(self)
        self.top_bar.set_left_width(self._splitter.sizes()[0] if shown else 0)

    # -- commands ---------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the reader choose a thread to open."""
        document = self.session.state.document
        folder = str(document.path.parent) if document else str(Path.home())
        kinds = self.tr("Threads (*.txt *.md *.text);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a thread"), folder, kinds)
        if name:
            self.open_file(path_named(name))

    def open_file(self, path: Path) -> None:
        """Open `path` and put the keyboard on the page."""
        if self.session.shelf.open(path):
            self.page.setFocus()

    def reveal_annotations(self) -> None:
        """Show the file that keeps the notes in the file manager, or its folder while there is none."""
        from desktop.ui.dialogs.reveal import reveal

        path = self.session.shelf.annotation_file
        if path is not None and not reveal(path if path.exists() else path.parent):
            self.session.notify("file-shown-failed", NoticeKind.PROBLEM, file=str(path))

    def open_find(self) -> None:
        """Put the cursor into the search field, with the selected words if there are some, as they are shown."""
        selection = self.session.state.selection
        words = without_unseen(self.session.quoted(selection)).strip() if selection else ""
        self.top_bar.find_bar.open_with(words if words and "\n" not in words else None)

    def step_find(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of what is or was looked for; else ask what to look for."""
        if self.session.state.search is None and not self.session.searching.last:
            self.open_find()
        else:
            self.session.searching.step(by)

    def delete_annotation(self) -> None:
        """Delete the active annotation, or all that are chosen."""
        self.session.marks.several.delete()

    def resize_text(self, by: int) -> None:
        """Make the page's text larger (1) or smaller (-1) by a pixel or two, or its usual size (0)."""
        size = self.session.state.preferences.text_size + 2 * by if by else _USUAL_TEXT_SIZE
        self.session.resize_text(size)

    def focus_authors(self) -> None:
        """Put the keyboard on the list of authors."""
        self.show_panel(self.sidebar, shown=True)
        self.sidebar.setFocus()

    def focus_page(self) -> None:
        """Put the keyboard on the page; when it is there, close the open note, else tip, notice, goal and search."""
        if holds_keyboard(self.notices):
            self.session.close_notice()
        if not self.page.hasFocus():
            self.page.setFocus()
            return
        if self.session.state.editing is not None:
            self.session.marks.edit(None)
            return
        self.page.tip.hide()
        self.session.close_notice()
        self.session.searching.close()
        self.session.clear_focus()

    def focus_notes(self) -> None:
        """Put the keyboard on the notes."""
        self.show_panel(self.notes, shown=True)
        self.notes.setFocus()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_shortcuts(self) -> None:
        """Show every command and its keys."""
        from desktop.ui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self.look, self).open()

    def show_palette(self) -> None:
        """Let the reader run a command by its name."""
        from desktop.ui.dialogs.palette import CommandPalette

        CommandPalette(self, self.look).open()

    def show_about(self) -> None:
        """Say what this is, who made the fonts, and where the data lies."""
        from desktop.ui.dialogs.about import AboutDialog

        AboutDialog(self.session, self.look, self).open()

    # -- events -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bar over the page; begin the slow work once that was painted for the first time."""
        if watched is self.sidebar and event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}:
            self._align_bar()
        if watched is self.page.viewport() and event.type() is QEvent.Type.Paint:
            self.page.viewport().removeEventFilter(self)
            QTimer.singleShot(0, self, self.session.begin)
        return super().eventFilter(watched, event)

    def childEvent(self, event: QChildEvent) -> None:
        """Name the parts of a dialog or a menu that is about to be shown."""
        super().childEvent(event)
        child = event.child()
        if event.polished() and isinstance(child, QDialog | QMenu):
            name_parts(child)

    def showEvent(self, event: QShowEvent) -> None:
        """Name what Qt has put into the window, some of it just now."""
        super().showEvent(event)
        name_parts(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panels give way to the page, and keep the bar over it."""
        super().resizeEvent(event)
        self._draw_panels()

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
        from desktop.ui.dialogs.leaving import Answer, ask_about_unsaved

        while (reason := self.session.close()) is not None:
            answer = ask_about_unsaved(self, reason)
            if answer is Answer.STAY:
                event.ignore()
                return
            if answer is Answer.LEAVE:
                break
        event.accept()

    def remember_geometry(self) -> None:
        """Have the next window stand as this one does."""
        normal = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        frame = self.geometry().topLeft() - self.pos()
        rect = QRect(normal.topLeft() - frame, normal.size())
        standing = framing.Standing(rect, maximized=self.isMaximized(), full=self.isFullScreen())
        splitter = self._splitter.saveState().toBase64().toStdString()
        self.session.shelf.geometry = f"{standing.written()} {splitter}"

    def _answer_notice(self, command: str) -> None:
        """Run what a button of the notice asks for, which may be a menu to choose from."""
        if command == CHOOSE_ENCODING:
            place = self.notices.mapToGlobal(self.notices.rect().topRight())
            size = self._encodings.sizeHint()
            self._encodings.popup(place - QPoint(size.width(), size.height()))
            return
        self.page.setFocus()
        self.commands[command].trigger()

    def _show_page_menu(self, place: QPoint) -> None:
        self._page_menu.popup(self.page.viewport().mapToGlobal(place))


def _screens() -> list[QRect]:
    """Return what is available of each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    return [screen.availableGeometry() for screen in (main, *others)]
