"""What is between the panels besides the pages: a view in their place, and a drawer below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from desktop.ui.fields.keyboard import holds_keyboard
from desktop.ui.notices.spoken_names import name_handles_above, name_parts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter, QWidget

    from desktop.ui.panes import PaneSplitter

_DRAWER_SHARE = 0.4
"""The part of the height that a drawer has at most, unless a reader pulls it higher."""


class Middle(QObject):
    """Puts a view in the place of `panes`, and a drawer below either, in `column`, in which the panes are.

    Whoever shows something here makes it once, and shows it again as it is. Of views, and of drawers, one is
    seen at a time.
    """

    uncovered = Signal()
    """Emitted when the pages are seen again."""

    def __init__(self, panes: PaneSplitter, column: QSplitter) -> None:
        super().__init__(column)
        self._panes = panes
        self._column = column
        self._view: QWidget | None = None
        self._drawer: QWidget | None = None
        self._pulled = False  # the reader has given the drawer its height
        column.splitterMoved.connect(self._on_moved)
        column.installEventFilter(self)

    @property
    def view(self) -> QWidget | None:
        """What is in the place of the pages."""
        return self._view

    @property
    def drawer(self) -> QWidget | None:
        """What is below the pages."""
        return self._drawer

    def cover(self, view: QWidget) -> None:
        """Show `view` in the place of the pages, and put the keyboard on it."""
        before, self._view = self._view, view
        if view is not before:
            self._column.insertWidget(0, view)
            name_handles_above(self._column)
            name_parts(view)
            self._panes.hide()
            view.show()
            if before is not None:
                before.hide()
        view.setFocus()

    def uncover(self) -> None:
        """Show the pages again; the keyboard is on them if it was on what covered them."""
        view, self._view = self._view, None
        if view is None:
            return
        had = holds_keyboard(view)
        self._panes.show()
        if had:
            self._panes.page.setFocus()
        view.hide()
        self.uncovered.emit()

    def open(self, drawer: QWidget) -> None:
        """Show `drawer` below the pages, as high as it would like to be, or as a reader has left it."""
        before, self._drawer = self._drawer, drawer
        if drawer is before:
            return
        if self._column.indexOf(drawer) < 0:
            self._column.addWidget(drawer)
            self._column.setStretchFactor(self._column.indexOf(drawer), 0)
            name_handles_above(self._column)
            self._pulled = False
        self.fit()
        drawer.show()
        if before is not None:
            before.hide()

    def shut(self) -> None:
        """Leave the room below the pages to them; the keyboard is on the page if it was on the drawer."""
        drawer, self._drawer = self._drawer, None
        if drawer is None:
            return
        if holds_keyboard(drawer):
            (self._view or self._panes.page).setFocus()
        drawer.hide()

    def fit(self) -> None:
        """Give the drawer the height that it would like, up to its part, unless a reader has given it another."""
        drawer = self._drawer
        if drawer is None or self._pulled:
            return
        most = round(self._column.height() * _DRAWER_SHARE)
        height = max(drawer.minimumSizeHint().height(), min(drawer.sizeHint().height(), most))
        sizes = [0 if self._column.widget(index) is not drawer else height for index in range(self._column.count())]
        upper = self._view or self._panes
        sizes[self._column.indexOf(upper)] = self._column.height() - height
        self._column.setSizes(sizes)

    def _on_moved(self, _position: int, _index: int) -> None:
        self._pulled = self._pulled or self._drawer is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the drawer in the height that there is now: once the column has shared it out itself."""
        if event.type() is QEvent.Type.Resize and self._drawer is not None:
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)
