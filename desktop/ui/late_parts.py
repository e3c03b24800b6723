"""What the window makes when it is first asked for: panels, views in the place of the pages, the concordance."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.ui.middle import Middle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

    from desktop.session import Session
    from desktop.ui.charts.views import Charts
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.panels import WindowPanels
    from desktop.ui.panes import PaneSplitter
    from desktop.ui.search.concordance_view import ConcordanceView
    from desktop.ui.side_panel import SidePanel


class LateParts:
    """Makes each part once, in its place: in `side`, or in `pages`, the column of the `panes` and what is below.

    From any of them, the keyboard goes back to where `panels` says.
    """

    def __init__(
        self,
        session: Session,
        look: Look,
        desk: Desk,
        panels: WindowPanels,
        side: SidePanel,
        panes: PaneSplitter,
        pages: QSplitter,
    ) -> None:
        self._session, self._look, self._desk = session, look, desk
        self._panels = panels
        self._side = side
        self._pages = pages
        self.middle = panels.middle = Middle(panes, pages)
        """What shows a view in the place of the pages, or a drawer below them."""

    @cached_property
    def charts(self) -> Charts:
        """What shows who says what in the place of the pages."""
        from desktop.ui.charts.views import Charts

        return Charts(self._session, self._look, self._desk, self.middle)

    @cached_property
    def concordance(self) -> ConcordanceView:
        """The concordance, which stands below the pages."""
        from desktop.ui.notices.spoken_names import name_parts
        from desktop.ui.search.concordance_view import ConcordanceView

        view = ConcordanceView(self._session, self._look, self._desk, self._pages.parentWidget())
        view.fitted.connect(self.middle.fit)
        view.left.connect(self._leave_concordance)
        name_parts(view)
        return view

    def _leave_concordance(self) -> None:
        """Put the keyboard on the page, or on the chart that is in its place."""
        if self.middle.view is not None:
            self.middle.view.setFocus()
        else:
            self._panels.focus_words()

    def make_words(self) -> QWidget:
        """Return the panel of words."""
        from desktop.ui.words.panel import WordsPanel

        panel = WordsPanel(self._session, self._look, self._desk, self._side)
        panel.left.connect(self._side.left)
        return panel

    def make_search(self) -> QWidget:
        """Return the panel that searches."""
        from desktop.ui.notices.spoken_names import name_parts
        from desktop.ui.search.search_panel import SearchPanel

        panel = SearchPanel(self._session, self._look, self._side)
        panel.left.connect(self._panels.focus_words)
        name_parts(panel)
        return panel

    def draw_below(self, *, shown: bool) -> None:
        """Show the concordance below the pages, or leave the room to them."""
        if shown:
            self.middle.open(self.concordance)
        elif self.middle.drawer is not None and self.middle.drawer is vars(self).get("concordance"):
            self.middle.shut()
