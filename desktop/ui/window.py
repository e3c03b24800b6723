"""The window: the sidebar, the page and a panel under one bar, and the commands that act on them."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QVBoxLayout, QWidget

from desktop.session import NoticeKind, SaveState, Session, State
from desktop.session.state import Panel
from desktop.ui import framing
from desktop.ui.bar.top_bar import TopBar
from desktop.ui.panels import WindowPanels
from desktop.ui.panes import PaneSplitter
from desktop.ui.side_panel import SidePanel
from desktop.ui.sidebar.sidebar import Sidebar
from desktop.ui.wording.foreign_words import as_window_title
from desktop.ui.wording.menu_titles import MENU_TITLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtCore import QByteArray, QChildEvent, QPoint
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent

    from desktop.documents import FoundThread
    from desktop.ui.charts.views import Charts
    from desktop.ui.commanding import Commanding
    from desktop.ui.commands.actions import CommandAction
    from desktop.ui.dialogs.window_dialogs import WindowDialogs
    from desktop.ui.late_parts import LateParts
    from desktop.ui.look.look import Look
    from desktop.ui.middle import Middle
    from desktop.ui.notes.panel import NotesPanel
    from desktop.ui.notices.notice_bar import NoticeBar
    from desktop.ui.page.answer_page import AnswerPage
    from desktop.ui.search.concordance_view import ConcordanceView

_SIDEBAR_PX, _PAGE_PX, _SIDE_PX = 264, 796, 300
_WANTED = (
    "desktop.ui.fields.clipboard",
    "desktop.ui.page.tip",
    "desktop.ui.sides.pair_head",
    "desktop.ui.sides.scrolling",
)
"""What a selection, a word that is asked about and a second page need, which the first is painted without."""

_UNSAVED_MS = 1_500
"""How long something isn't on the disk yet before the title says so."""


class MainWindow(QMainWindow):
    """Shows one session, and is the `Desk` of its commands: `commands` has the Qt action of every id in the table.

    It is made in two parts: all that is seen on the first page, and by `complete`, once that was painted, what isn't.
    """

    ready = Signal()
    """Emitted when the first page has been painted, and all that isn't seen on it is there."""

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self._commanding: Commanding | None = None
        self._notices: NoticeBar | None = None
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._unsaved = QTimer(self, singleShot=True, interval=_UNSAVED_MS)
        self._unsaved.timeout.connect(self._say_unsaved)
        # Each is made in its place: to be moved there, all that is in it would be dressed once more.
        self.setCentralWidget(central := QWidget())
        self._splitter = _splitter(central, "splitter", Qt.Orientation.Horizontal)
        self.top_bar = TopBar(session, look, self, central)
        self.sidebar = Sidebar(session, look, self, self._splitter)
        self._between = QWidget(self._splitter)
        self._pages = _splitter(self._between, "pages", Qt.Orientation.Vertical)
        self.panes = PaneSplitter(session, look, self._pages)
        self.side = SidePanel(session, look, self, self._splitter)
        self._column = self._lay_out(central)
        parts = self.panes, self.sidebar, self.side, self.top_bar, self._splitter
        self.panels = WindowPanels(session, look, *parts, lambda: self.concordance)
        self.side.add(Panel.WORDS, lambda: self._late.make_words())  # noqa: PLW0108 (made then, not now)
        self.side.add(Panel.SEARCH, lambda: self._late.make_search())  # noqa: PLW0108
        self._menus = self._make_menus()
        self._wire()
        self._restore_geometry()
        self._draw_title()
        self.panels.draw()
        self.page.setFocus()
        if _has_news(session.state):
            self.complete()

    @property
    def page(self) -> AnswerPage:
        """The page that commands act on."""
        return self.panes.page

    @property
    def notes(self) -> NotesPanel:
        """The notes in the panel at the right."""
        return self.side.notes

    @cached_property
    def _late(self) -> LateParts:
        from desktop.ui.late_parts import LateParts

        return LateParts(self.session, self.look, self, self.panels, self.side, self.panes, self._pages)

    @property
    def middle(self) -> Middle:
        """What shows a view in the place of the pages, or a drawer below them."""
        return self._late.middle

    @property
    def charts(self) -> Charts:
        """What shows who says what in the place of the pages."""
        return self._late.charts

    @property
    def concordance(self) -> ConcordanceView:
        """The concordance below the pages."""
        return self._late.concordance

    @property
    def commands(self) -> Mapping[str, CommandAction]:
        """The Qt actions, by id."""
        return self.complete().actions

    @property
    def notices(self) -> NoticeBar:
        """The bar below the page that says what happened."""
        self.complete()
        assert self._notices is not None  # noqa: S101 (made by `complete`)
        return self._notices

    @property
    def dialogs(self) -> WindowDialogs:
        """What commands open."""
        return self.complete().dialogs

    # -- building ---------------------------------------------------------------------------------------------

    def _lay_out(self, central: QWidget) -> QVBoxLayout:
        """Put the parts in their places; return the column between the panels: the page, and room for a notice."""
        for index, stretch in enumerate((0, 1, 0)):
            self._splitter.setStretchFactor(index, stretch)
        self._splitter.setCollapsible(1, False)
        rows = _rows(central)
        rows.addWidget(self.top_bar)
        rows.addWidget(self._splitter, 1)
        self._pages.setCollapsible(0, False)
        column = _rows(self._between)
        column.addWidget(self._pages, 1)
        return column

    def _make_menus(self) -> list[QMenu]:
        """Return the menus in the bar, which have their titles alone so far."""
        menus = [self.menuBar().addMenu(QCoreApplication.translate("Menu", title)) for title in MENU_TITLES]
        for menu in menus:
            menu.aboutToShow.connect(self.complete)
        return menus

    def _wire(self) -> None:
        self.session.changed.connect(self.render_state)
        self.session.opening.opened.connect(self._focus_page)
        self.session.opening.several.connect(self._choose_thread)
        self.panes.asked_for_menu.connect(self._open_page_menu)
        self.top_bar.find_bar.left.connect(self.panels.focus_page)
        self.top_bar.keyword_bar.left.connect(self.panels.focus_page)
        self.side.left.connect(self.panels.focus_page)
        self.sidebar.installEventFilter(self)
        first = self.panes.first
        for widget in (first, first.viewport()):
            widget.installEventFilter(self)

    def complete(self) -> Commanding:
        """Return what runs the commands, which is made, along with all that isn't seen on the first page, only once.

        It has to be there before the reader does anything: with the first key, click or call at the latest.
        """
        if self._commanding is None:
            from desktop.ui.commanding import Commanding
            from desktop.ui.notices.announcing import Announcer
            from desktop.ui.notices.spoken_names import name_handles, name_parts

            for name in _WANTED:
                import_module(name)
            self._commanding = Commanding(self, self.look, self, self._menus)
            self._commanding.page_menu.setAccessibleName(self.tr("What can be done on the page"))
            self.panes.first.removeEventFilter(self)
            self.top_bar.complete()
            self.side.complete()
            self._notices = self.panels.notices = self._make_notices()
            # Behind those, so that the panels are drawn when all that may be in them is.
            self.session.changed.disconnect(self.render_state)
            self.session.changed.connect(self.render_state)
            Announcer(self.session, self)
            name_handles(self._splitter, self._pages)
            name_parts(self)
            self._commanding.render_state(self.session.state)
            if self.session.state.concordance is not None:  # in a window that speaks another language
                self._late.draw_below(shown=True)
        return self._commanding

    def _make_notices(self) -> NoticeBar:
        from desktop.ui.notices.notice_bar import NoticeBar

        notices = NoticeBar(self.session, self.look, self._between)
        # The page loses and gains height at its lower edge: what is being read does not move for a notice.
        self._column.addWidget(notices)
        notices.come_after(self.panes.first)
        notices.asked.connect(self._answer_notice)
        # Not as others: what it says then is not to be closed.
        notices.left.connect(self._focus_page)
        return notices

    def _restore_geometry(self) -> None:
        """Stand as the last window did, as far as the screens allow; a first one fits the main screen."""
        screens = _screens()
        self.resize(framing.first(screens[0]))
        self._splitter.setSizes([_SIDEBAR_PX, _PAGE_PX, _SIDE_PX])
        window, _, splitter = self.session.memory_file.geometry.partition(" ")
        standing = framing.read(window)
        if standing is not None:
            self._stand(framing.brought_back(standing.rect, screens))
            full = Qt.WindowState.WindowFullScreen if standing.full else Qt.WindowState.WindowNoState
            self.setWindowState(Qt.WindowState.WindowMaximized if standing.maximized else full)
        elif window:  # as earlier versions wrote it, in Qt's own form
            self.restoreGeometry(_from_base64(window))
            self._stand(framing.brought_back(QRect(self.pos(), self.size()), screens))
        if splitter:
            self._splitter.restoreState(_from_base64(splitter))

    def _stand(self, rect: QRect) -> None:
        self.resize(rect.size())
        self.move(rect.topLeft())

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the state: title, commands, panels."""
        if _has_news(new):
            self.complete()
        if self._commanding is not None:
            self._commanding.render_state(new)
        if (
            old.document is not new.document
            or old.focused_manner is not new.focused_manner
            or old.saving is not new.saving
        ):
            self._draw_title()
        if (old.concordance is None) is not (new.concordance is None):
            self._late.draw_below(shown=new.concordance is not None)
        if _takes_room(old) != _takes_room(new) or old.preferences is not new.preferences:
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
        from desktop.ui.dialogs.local_files import path_of

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
        """Keep the bar over the page, and be complete after the first paint, or before the first key."""
        if watched is self.sidebar and event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}:
            self.panels.align_bar()
        if watched is self.panes.first and event.type() is QEvent.Type.ShortcutOverride:
            self.complete()
        if watched is self.panes.first.viewport() and event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        self.complete()
        self.session.begin()
        self.ready.emit()

    def childEvent(self, event: QChildEvent) -> None:
        """Name the parts of a dialog or a menu that is about to be shown."""
        super().childEvent(event)
        # To ask for a child has its classes made known, which takes 15 ms at the start.
        if self._commanding is None or not event.polished():
            return
        from desktop.ui.notices.spoken_names import name_parts_of_child

        name_parts_of_child(event.child())

    def showEvent(self, event: QShowEvent) -> None:
        """Name what Qt has put into the window, some of it just now."""
        super().showEvent(event)
        if self._commanding is not None:
            from desktop.ui.notices.spoken_names import name_parts

            name_parts(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panels give way to the page, and keep the bar over it."""
        super().resizeEvent(event)
        self.panels.draw()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from anywhere."""
        if event.mimeData().hasUrls():
            from desktop.ui.fields.dropping import copy_only

            copy_only(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped: each file in turn, so that the first is the one on the page."""
        from desktop.ui.dialogs.local_files import path_of
        from desktop.ui.fields.dropping import copy_only

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
        if command in self.commands:
            self.page.setFocus()
            self.commands[command].trigger()
        else:
            self.complete().choose_encoding(self.notices)

    def _open_page_menu(self, place: QPoint) -> None:
        self.complete().page_menu.popup(place)

    def _choose_thread(self, threads: Sequence[FoundThread]) -> None:
        self.dialogs.choose_thread(threads)


def _splitter(parent: QWidget, name: str, orientation: Qt.Orientation) -> QSplitter:
    """Return what holds its children side by side or one below the other, in the order in which they are made."""
    splitter = QSplitter(orientation, parent)
    splitter.setObjectName(name)
    splitter.setHandleWidth(0)
    return splitter


def _rows(widget: QWidget) -> QVBoxLayout:
    """Return the layout of `widget` in rows without any room between them."""
    rows = QVBoxLayout(widget)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return rows


def _from_base64(word: str) -> QByteArray:
    from PySide6.QtCore import QByteArray

    return QByteArray.fromBase64(word.encode())


def _takes_room(state: State) -> tuple[object, ...]:
    """Return what of `state` decides which panels have room: the open note, and how many pages there are."""
    return state.notes.editing, len(state.panes), state.awaited is not None


def _has_news(state: State) -> bool:
    """Tell whether there is something to say, which is seen on the first page as well."""
    return state.notice is not None or state.saving in {SaveState.HALF, SaveState.FAILED}


def _screens() -> list[QRect]:
    """Return what is available of each screen, the main one first."""
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    return [screen.availableGeometry() for screen in (main, *others)]
