"""The charts in the place of the pages: made when they are first asked for, gone when the reader goes to a page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session, State
    from desktop.ui.charts.dispersion.view import DispersionView
    from desktop.ui.charts.matrix.view import MatrixView
    from desktop.ui.commands.desk import Desk
    from desktop.ui.look.look import Look
    from desktop.ui.middle import Middle


class Charts(QObject):
    """Shows the matrix or the dispersion of the open thread in `middle`, and the page again when one goes there."""

    def __init__(self, session: Session, look: Look, desk: Desk, middle: Middle) -> None:
        super().__init__(middle)
        self._session, self._look, self._desk, self._middle = session, look, desk, middle
        self._from: QWidget | None = None
        """The chart from which the line of a concordance led to the page, to be shown again on the way back."""
        session.changed.connect(self._follow)

    @cached_property
    def matrix(self) -> MatrixView:
        """The matrix."""
        from desktop.ui.charts.matrix.view import MatrixView

        view = MatrixView(self._session, self._look, self._desk)
        view.left.connect(self._middle.uncover)
        return view

    @cached_property
    def dispersion(self) -> DispersionView:
        """The dispersion."""
        from desktop.ui.charts.dispersion.view import DispersionView

        view = DispersionView(self._session, self._look, self._desk)
        view.left.connect(self._middle.uncover)
        return view

    def toggle_matrix(self) -> None:
        """Show who says what, or the page again where that is seen."""
        self._toggle(self.matrix)

    def toggle_dispersion(self) -> None:
        """Show where the lit terms stand, or the page again where that is seen."""
        self._toggle(self.dispersion)

    def _toggle(self, view: QWidget) -> None:
        self._from = None
        if self._middle.view is view:
            self._middle.uncover()
        else:
            self._middle.cover(view)

    def _follow(self, old: State, new: State) -> None:
        """Show the page where the reader goes to an answer, to a place, or to another thread; and the chart again.

        That is where the way back of the concordance leads, if one of its lines was gone to from the chart.
        """
        if not _is_same(old, new) or (old.concordance is None and new.concordance is not None):
            self._from = None
        if self._from is not None and _went_back(old, new):
            view, self._from = self._from, None
            self._middle.cover(view)
            return
        if self._middle.view is None or (old.panes is new.panes and old.document is new.document):
            return
        gone = new.pane.goal is not None and new.pane.goal is not old.pane.goal
        if gone or new.pane.answer != old.pane.answer or not _is_same(old, new):
            if new.concordance is not None and new.concordance.place is not None:
                self._from = self._middle.view
            self._middle.uncover()


def _went_back(old: State, new: State) -> bool:
    """Tell whether the concordance has led back to where the reader was before its lines were gone to."""
    before, now = old.concordance, new.concordance
    return before is not None and now is not None and before.origin is not None and now.origin is None


def _is_same(old: State, new: State) -> bool:
    """Tell whether both states have the same thread open, if only in another save."""
    if old.document is None or new.document is None:
        return old.document is new.document
    return old.document.path == new.document.path
