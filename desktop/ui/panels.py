"""What stands around the page: which of it is shown, and where the keyboard goes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from desktop.script import without_unseen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QSplitter, QWidget

    from desktop.session import Session, State
    from desktop.session.state import Panel
    from desktop.text import Span
    from desktop.ui.bar.top_bar import TopBar
    from desktop.ui.look.look import Look
    from desktop.ui.middle import Middle
    from desktop.ui.notices.notice_bar import NoticeBar
    from desktop.ui.page.doubt_tip import DoubtTip
    from desktop.ui.panes import PaneSplitter
    from desktop.ui.search.concordance_view import ConcordanceView
    from desktop.ui.side_panel import SidePanel
    from desktop.ui.sidebar.sidebar import Sidebar

_WIDE_PX, _MIDDLING_PX = 1040, 640
"""From which widths on a window has room for both panels beside the page, and for one of them."""
_WIDE_FOR_TWO_PX, _MIDDLING_FOR_TWO_PX = 1480, 1040
"""The same for two pages, each of which has room for lines of twenty characters then."""


class WindowPanels:
    """The sidebar at the left of the page, the panel at its right, the bar above and the notice below it.

    The page comes first: a panel is shown where the reader wants it and the window, which holds `splitter`, has the
    width. In a narrow window, showing one panel hides the other for as long. `below` makes the concordance.
    """

    def __init__(
        self,
        session: Session,
        look: Look,
        panes: PaneSplitter,
        sidebar: Sidebar,
        side: SidePanel,
        top_bar: TopBar,
        splitter: QSplitter,
        below: Callable[[], ConcordanceView],
    ) -> None:
        self._session = session
        self._look = look
        self._panes = panes
        self._sidebar, self._side, self._top_bar = sidebar, side, top_bar
        self._splitter = splitter
        self._below = below
        self._called: QWidget | None = None
        self.notices: NoticeBar | None = None
        """The notice, once the window has one."""
        self.middle: Middle | None = None
        """What shows a view in the place of the pages, once the window has shown one."""

    # -- showing ----------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Show the panels that the reader wants and the width has room for."""
        preferences, width = self._session.state.preferences, self._splitter.window().width()
        wide, middling = _room_for(self._session.state)
        called = self._session.state.notes.editing is not None or self._called is self._side
        side = preferences.notes_shown and (width >= wide or called)
        beside = width >= wide or (not side and (width >= middling or self._called is self._sidebar))
        for panel, shown in ((self._side, side), (self._sidebar, preferences.sidebar_shown and beside)):
            if not shown:
                self._leave(panel)
        self._side.setVisible(side)
        self._sidebar.setVisible(preferences.sidebar_shown and beside)
        self.align_bar()

    def _leave(self, panel: QWidget) -> None:
        """Take the keyboard back to the page if `panel`, which goes, holds it."""
        if not panel.isVisible():
            return
        from desktop.ui.fields.keyboard import holds_keyboard

        if holds_keyboard(panel):
            self._panes.page.setFocus()

    def align_bar(self) -> None:
        """Put the bar's script selector over the page's left edge."""
        shown = self._sidebar.isVisibleTo(self._splitter.window())
        self._top_bar.set_left_width(self._splitter.sizes()[0] if shown else 0)

    def show_authors(self, *, shown: bool) -> None:
        """Show or hide the sidebar."""
        self._called = self._sidebar if shown else None
        if self._session.state.preferences.sidebar_shown != shown and not (shown and self._sidebar.isVisible()):
            self._session.prefer(sidebar_shown=shown)
        self.draw()

    def show_panel(self, panel: Panel) -> None:
        """Show `panel` at the right of the page."""
        self._called = self._side
        preferences = self._session.state.preferences
        if not self._side.isVisible() or preferences.panel is not panel:
            self._session.store.unfold(panel)
        self.draw()

    def hide_panel(self) -> None:
        """Fold the panel at the right of the page."""
        self._called = None
        self._session.prefer(notes_shown=False)
        self.draw()

    def toggle_authors(self) -> None:
        """Show the sidebar, or hide it."""
        self.show_authors(shown=not self._sidebar.isVisible())

    def toggle_panel(self, panel: Panel) -> None:
        """Show `panel` at the right of the page; fold it where it is the one that is seen there."""
        if self._side.isVisible() and self._session.state.preferences.panel is panel:
            self.hide_panel()
        else:
            self.show_panel(panel)

    @cached_property
    def _doubt_tip(self) -> DoubtTip:
        from desktop.ui.page.doubt_tip import DoubtTip

        window = self._splitter.window()
        return DoubtTip(self._session, self._look, window, self._boxes_of, self.focus_words)

    def _boxes_of(self, span: Span) -> list[QRect]:
        """Return where on the screen the words at `span` stand on the page in focus."""
        page = self._panes.page
        corner = page.viewport().mapToGlobal(QPoint(0, 0))
        return [box.translated(corner) for box in page.tip.boxes(span)]

    def step_doubt(self, by: int) -> None:
        """Go to the next doubtful place (1) or the one before (-1), with the forms to choose from."""
        self._doubt_tip.step(by)

    # -- the keyboard -----------------------------------------------------------------------------------------

    def focus_authors(self) -> None:
        """Put the keyboard on the list of authors."""
        self.show_authors(shown=True)
        self._sidebar.setFocus()

    def filter_authors(self) -> None:
        """Put the cursor into the field that filters the names of the authors."""
        self.show_authors(shown=True)
        self._session.authors.seek(sought=True)
        self._sidebar.focus_filter()

    def focus_words(self) -> None:
        """Put the keyboard on the page, and take nothing away."""
        self._panes.page.setFocus()

    def focus_page(self) -> None:
        """Put the keyboard on the page, and show it; when it is there, close the open note, else all over it.

        That are tip, notice, goal and search; without a search, the light on one person's words too.
        """
        from desktop.ui.fields.keyboard import holds_keyboard

        if self.notices is not None and holds_keyboard(self.notices):
            self._session.close_notice()
        covered = self.middle is not None and self.middle.view is not None
        if self.middle is not None:
            self.middle.uncover()
        if covered or not self._panes.page.hasFocus():
            self._panes.page.setFocus()
            return
        if self._session.state.notes.editing is not None:
            self._session.annotations.edit(None)
            return
        self._panes.page.tip.hide()
        if "_doubt_tip" in vars(self):
            self._doubt_tip.leave()
        self._session.close_notice()
        if self._session.state.search is None:
            self._session.authors.leave_light()
        self._session.searching.close()
        self._session.clear_focus()

    def focus_other_side(self) -> None:
        """Put the keyboard on the page of the other pane, wherever it was."""
        self._session.panes.focus_other()
        self._panes.page.setFocus()

    def focus_panel(self, panel: Panel) -> None:
        """Put the keyboard on `panel`."""
        self.show_panel(panel)
        self._side.widget(panel).setFocus()

    def open_find(self) -> None:
        """Put the cursor into the search field, with the selected words if there are some, as they are shown."""
        self._top_bar.find_bar.open_with(self._selected_words())

    def open_search(self) -> None:
        """Put the cursor into the field of the search panel, with the selected words; fold it if it was there."""
        from desktop.session.state import Panel
        from desktop.ui.fields.keyboard import holds_keyboard
        from desktop.ui.search.search_panel import SearchPanel

        shown = self._side.isVisible() and self._session.state.preferences.panel is Panel.SEARCH
        if shown and holds_keyboard(self._side):
            self.hide_panel()
            return
        self.show_panel(Panel.SEARCH)
        panel = self._side.widget(Panel.SEARCH)
        if isinstance(panel, SearchPanel):
            panel.open_with(self._selected_words())

    def _selected_words(self) -> str | None:
        """Return the selected words as they are shown, if they are of one line."""
        selection = self._session.state.pane.selection
        words = without_unseen(self._session.quoted(selection)).strip() if selection else ""
        return words if words and "\n" not in words else None

    def step_find(self, by: int) -> None:
        """Go to the next (1) or previous (-1) place of what is or was looked for; else ask what to look for."""
        if self._session.state.search is None and not self._session.searching.last:
            self.open_find()
        else:
            self._session.searching.step(by)

    def open_concordance(self) -> None:
        """List every place of what is selected, searched or lit below the page, and put the keyboard there."""
        if self._session.state.document is not None:
            self._session.searching.concordances.show_here()
            self._below().take_keyboard()

    def show_concordance(self, words: str, author: str | None = None) -> None:
        """List every place of `words` in the answers of `author` (None: of all) below the page, with the keyboard."""
        if self._session.state.document is not None:
            self._session.searching.concordances.show(words, author)
            self._below().take_keyboard()

    def copy_concordance(self, *, table: bool) -> None:
        """Put the lines of the concordance on the clipboard: as Markdown, or as a table."""
        from PySide6.QtGui import QGuiApplication

        self._session.searching.concordances.write(QGuiApplication.clipboard().setText, table=table)

    def add_keyword(self) -> None:
        """Put the cursor into the field for a keyword."""
        self._top_bar.keyword_bar.begin_adding()

    def choose_all_notes(self) -> None:
        """Have commands act on all notes that are listed."""
        self._side.notes.choose_all()


def _room_for(state: State) -> tuple[int, int]:
    """Return from which widths on there is room for both panels beside the pages of `state`, and for one."""
    two = len(state.panes) > 1 or state.awaited is not None
    return (_WIDE_FOR_TWO_PX, _MIDDLING_FOR_TWO_PX) if two else (_WIDE_PX, _MIDDLING_PX)
