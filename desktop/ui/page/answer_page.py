"""The page: one answer, set like a page of a book, on which the reader selects, marks and finds."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent

from desktop.text import Span
from desktop.ui.page.ink import Ink
from desktop.ui.page.page_map import PageMap
from desktop.ui.page.reading_anchor import ReadingAnchor, goal_set, left_at, moved_edge
from desktop.ui.page.reading_clock import ReadingClock
from desktop.ui.page.typesetting import HEADING_BLOCKS, PageHeading, Sheet, is_plain, pitch, set_margins, typeset
from desktop.ui.page.view import PageView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QMimeData
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.session import Session, State
    from desktop.ui.look.look import Look
    from desktop.ui.page.fold_line import FoldLine
    from desktop.ui.page.scroll_map import Tick
    from desktop.ui.page.structured import StructuredBody
    from desktop.ui.page.tip import PageTip

_UPPER_PART = 0.3


class AnswerPage(PageView):
    """Shows the answer in one pane of the session's state; selecting, scrolling and clicking call the session.

    `index` is the pane's. Whoever presses a button or has the keyboard here has the pane in focus.

    The text document holds a heading of two blocks, then one block for each paragraph. Nothing is ever read back
    from it: `PageMap` knows what stands where.
    """

    was_set = Signal(object)
    """Emitted with the `PageMap` of what was set anew, or None."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None, index: int = 0) -> None:
        super().__init__(parent)
        self._index = index
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll bar: the page"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._session = session
        self._look = look
        self._page_map: PageMap | None = None
        self._ink: Ink | None = None
        self._set_for: tuple[Any, ...] = ()
        self._anchor = ReadingAnchor()
        self._heading = PageHeading(session, index, self)
        self._body: StructuredBody | None = None
        self._pictures = frozenset[str]()
        self._fold: FoldLine | None = None
        self._clock = ReadingClock(self)
        self._clock.read.connect(self._mark_read)
        self._typeset()
        self.moved.connect(self._on_moved)
        self.chose.connect(self._on_chose)
        self.clicked.connect(self._on_clicked)
        self.zoomed.connect(self._on_zoomed)
        self.settled.connect(self._resettle)
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)

    @cached_property
    def tip(self) -> PageTip:
        """What tells about the words under the pointer or at the caret; made when it is asked for the first time."""
        from desktop.ui.page.tip import PageTip

        tip = PageTip(self, self._session, self._index, self._look, self._page_map)
        self.was_set.connect(tip.follow)
        self.moved.connect(tip.hide)
        return tip

    @property
    def page_map(self) -> PageMap | None:
        """Where the words of the answer stand, None where there is none."""
        return self._page_map

    @property
    def _state(self) -> State:
        """The state as this pane sees it."""
        return self._session.state.seen_from(self._index)

    @property
    def _is_open(self) -> bool:
        """Whether the state still has this pane."""
        return self._index < len(self._session.state.panes)

    # -- commands ---------------------------------------------------------------------------------------------

    def copy_original(self) -> None:
        """Put the selected words on the clipboard as the source writes them; without a selection, do nothing."""
        state = self._state
        if state.document is not None and state.pane.selection:
            QGuiApplication.clipboard().setText(state.document.words_at(state.pane.selection))

    def select_answer(self) -> None:
        """Select the whole answer, with its comments where they are unfolded."""
        self._session.select(self._state.on_show, self._index)

    def explain_here(self) -> None:
        """Say why the selected words, or the one at the caret, read as they do."""
        if selection := self._state.pane.selection:
            self._go_to(selection)
        if (here := self.offset_here()) is not None:
            self.tip.explain(selection or Span(here, here + 1))

    def offset_here(self) -> int | None:
        """Return the source offset of the selected words, else of the caret; None where no answer is."""
        selection = self._state.pane.selection
        if self._page_map is None:
            return None
        return selection.start if selection else self._page_map.offset(self.caret_in_sight())

    def open_link(self) -> None:
        """Show in the browser where the link at the selected words or the caret leads; else what is there itself."""
        from desktop.ui.page.links import open_in_browser

        open_in_browser(self._session, self._address_here())

    def copy_address(self) -> None:
        """Put on the clipboard what `open_link` would open."""
        from desktop.ui.page.links import copy_address

        copy_address(self._session, self._address_here())

    def _address_here(self) -> str:
        from desktop.ui.page.links import address_here

        if self._page_map is None:
            return ""
        is_above = self.textCursor().position() < self._page_map.start
        return address_here(self._state, self._page_map.offset(self.caret_in_sight()), is_above=is_above)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the text, what is drawn on it, the selection, and the words to have in sight."""
        if self._index >= len(new.panes):
            return
        if len(old.panes) != len(new.panes):
            self.setAccessibleName(self._heading.spoken)
        old, new = old.seen_from(self._index), new.seen_from(self._index)
        is_same = old.pane.key == new.pane.key
        if not is_same:
            self._set_for = ()  # another pane stands here now, with a place of its own
        if not is_same or any(one is not other for one, other in zip(_set_by(old), _set_by(new), strict=True)):
            self._dress()
        if any(before is not after for before, after in zip(_drawn_on(old), _drawn_on(new), strict=True)):
            self._redraw()
        if old.pane.selection is not new.pane.selection:
            self._show_selection()
            if is_same:
                self.offer_selection()
        words = goal_set(old, new)  # which may be a caret, an empty span: false, but a place to go to
        if words is None and self._index == self._session.state.focus:
            words = moved_edge(old, new)
        if words is not None:
            self._go_to(words)

    def _dress(self) -> None:
        """Set the page anew if what it was set for has changed."""
        if self._is_open and self._set_for != self._wanted():
            self._typeset()

    def _wanted(self) -> tuple[Any, ...]:
        """Return all that the page is set by, the text and the answer first, which may have another number since."""
        state, look = self._state, self._look
        heading = (self._heading.author, self._heading.byline)
        font = look.page_font(state.focused_manner.shown_script)
        text = state.document and state.document.sha256
        return text, state.current, state.focused_manner, font, look.tokens, heading, state.pane.is_unfolded

    def _typeset(self) -> None:
        """Set the answer, with the reader's place and selection kept where the answer is the same."""
        wanted = self._wanted()
        self.setUpdatesEnabled(False)
        if self._set_for[:2] == wanted[:2]:
            self._hold_selection()
        else:
            self._anchor.hold(left_at(self._state))
            current = self._state.current
            self._clock.open(current.length if current else 0)
        self._set_for = wanted
        with self.quietly():
            self._fill()
        self._redraw()
        self._show_selection()
        self._restore()
        if self._index == self._session.state.focus:
            self.renew_offer()
        self.was_set.emit(self._page_map)
        self.setUpdatesEnabled(True)

    def _fill(self) -> None:
        page = self._session.page(self._index)
        if page is None:
            self._page_map = self._body = None
            self.document().clear()
            self._show_fold()
            self.setAccessibleName(self.tr("Nothing is open"))
            return
        sheet = Sheet(self._heading.author, self._heading.byline, page.text)
        self.line_px = pitch(self._look.page_px)
        self._body = body = self._structured()
        put_body = None if body is None else partial(body.put, sheet, page)
        script = self._state.focused_manner.shown_script
        typeset(self.document(), sheet, self._look, script, self.viewport().width(), put_body)
        self._page_map = PageMap(page, self.document(), sheet.body_start)
        self._pictures = frozenset[str]()
        if body is not None:
            body.surround(self._page_map)
            self._await_pictures(body)
        self._show_fold()
        self.begin_body(sheet.body_start)
        self.setAccessibleName(self._heading.spoken)

    def _structured(self) -> StructuredBody | None:
        """Return the body of an answer that has more than plain paragraphs; what makes it is loaded for the first."""
        state, current = self._state, self._state.current
        if current is None or is_plain(current, unfolded=state.pane.is_unfolded):
            return None
        from desktop.ui.page.structured import StructuredBody

        return StructuredBody(self._session, self._look, self, self._index, current, self._body)

    def _await_pictures(self, body: StructuredBody) -> None:
        """Be told when pictures have been read."""
        self._pictures = body.pictures
        if self._pictures:
            self._session.pictures.ready.connect(self._on_picture, Qt.ConnectionType.UniqueConnection)

    def _on_picture(self) -> None:
        """Show a picture that has been read; where one can't be, its words take its place."""
        if self._body is not None and self._body.pictures != self._pictures:
            self._typeset()
        self.viewport().update()

    def _show_fold(self) -> None:
        """Show the line that unfolds the comments, where there are some."""
        state, current = self._state, self._state.current
        if current is not None and current.comments:
            if self._fold is None:
                from desktop.ui.page.fold_line import FoldLine

                self._fold = FoldLine(self, self._session, self._look, self._index)
            self._fold.say(current, HEADING_BLOCKS + len(current.paragraphs) - 1, is_unfolded=state.pane.is_unfolded)
            self._fold.show()
        elif self._fold is not None:
            self._fold.hide()

    def _set_margins(self) -> None:
        set_margins(self.document(), self.viewport().width(), self._look.page_px)
        if self._body is not None and self._page_map is not None:
            self._body.refit(self._page_map)

    def _redraw(self) -> None:
        """Take note of what is to be drawn on the words, and have it drawn."""
        state = self._state
        choices = self._session.pages.choices(self._index, self._redraw) if state.preferences.choices_shown else ()
        self._ink = Ink(state, self._page_map, choices) if self._page_map else None
        self.scroll_map.show_soon(self._ticks)
        self.viewport().update()

    def _ticks(self) -> Sequence[Tick]:
        return self._ink.ticks(self._look, max(1.0, self.document().size().height())) if self._ink else ()

    # -- the reader's place -----------------------------------------------------------------------------------

    def _hold_selection(self) -> None:
        if self._page_map is not None:
            selection = self._state.pane.selection
            self._anchor.hold_selection(self._page_map, selection, self.scroll_map.value(), self.viewport().height())

    def _restore(self) -> None:
        self.scroll_to(self._anchor.scroll(self._page_map) if self._page_map else 0)
        self._watch_end()

    def _resettle(self) -> None:
        """Keep the column in the middle and the reader's place where it is."""
        if not self._is_open:
            return
        with self.quietly():
            self._set_margins()
        self._restore()
        self._redraw()

    def _on_moved(self) -> None:
        self._watch_end()
        self._keep_place()

    def _go_to(self, span: Span) -> None:
        """Scroll to the source `span` unless it is comfortably in sight."""
        place = self._page_map.to_document(span) if self._page_map else None
        if self._page_map is None or place is None:
            return
        height = self.viewport().height()
        y = self._page_map.line_top(place.start)
        goal = self._state.pane.goal
        at_top = goal is not None and goal.span is span and goal.at_top
        if at_top or not self.line_px <= y - self.scroll_map.value() <= height - 3 * self.line_px:
            self.scroll_to(y if at_top else y - height * _UPPER_PART)
            self._watch_end()
        self._keep_place(by_reader=False)

    def _keep_place(self, *, by_reader: bool = True) -> None:
        """Have the state know the first line in sight."""
        if self._page_map is not None and self._is_open:
            offset = self._anchor.hold_first_line(self._page_map, self.scroll_map.value())
            self._session.scrolled(offset, self._index, by_reader=by_reader)

    def _watch_end(self) -> None:
        page_map, foot = self._page_map, self.scroll_map.value() + self.viewport().height()
        self._clock.see_end(in_sight=page_map is not None and self.isVisible() and page_map.bottom <= foot)

    def _mark_read(self) -> None:
        if self.isVisible() and self._is_open:
            self._session.mark_read(self._state.pane.answer)

    def _on_zoomed(self, by: int) -> None:
        self._session.resize_text(self._state.preferences.text_size + by)

    # -- the selection ----------------------------------------------------------------------------------------

    def _on_chose(self) -> None:
        if self._page_map is not None and self._is_open:
            self._session.select(self._page_map.to_source(self.selected_positions), self._index)

    def _show_selection(self) -> None:
        """Select in the text document what is selected in the state, unless it is already."""
        if self._page_map is None:
            return
        selection, shown = self._state.pane.selection, self.selected_positions
        if selection == (self._page_map.to_source(shown) if shown else None):
            return
        place = self._page_map.to_document(selection) if selection else None
        caret = self.textCursor().position()
        self.select_positions(place or Span(caret, caret))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words in the script shown, from the projection: Qt would alter some characters."""
        words = self._page_map.words(self.selected_positions) if self._page_map else ""
        # The heading is no part of the thread's text: it is copied only where it alone is selected.
        return self.mime_of(words or self.textCursor().selectedText().replace("\N{PARAGRAPH SEPARATOR}", "\n"))

    # -- events -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, then the words, then the lights."""
        if self._ink is None:
            from desktop.ui.page.invitation import invite

            invite(self.viewport(), self._look)
            return
        seen = self.seen()
        painter = self.document_painter()
        if self._body is not None:
            self._body.under(painter, seen)
        self._ink.under(painter, self._look, seen)
        painter.end()
        super().paintEvent(event)
        painter = self.document_painter()
        if self._body is not None:
            self._body.over(painter, seen)
        self._ink.over(painter, self._look, seen)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the right button mean what is under it, for the menu that comes; a selection is meant before it."""
        self._session.panes.focus(self._index)
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)
        elif not self._state.pane.selection:
            self._session.annotations.overlaps.point(self._offset_at(event.position()))
            position = self._position_at(event.position())
            if position is None and self.is_in_heading(event.position()):
                position = self.cursorForPosition(event.position().toPoint()).position()
            if position is not None:
                self.put_caret(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have commands act on this pane."""
        if self._index != self._session.state.focus:
            self._session.panes.focus(self._index)
        super().focusInEvent(event)

    def _on_clicked(self, point: QPointF) -> None:
        self._session.annotations.overlaps.click(self._offset_at(point))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, and open the note of a mark."""
        mark = self._session.annotations.overlaps.double_click(self._offset_at(event.position()))
        super().mouseDoubleClickEvent(event)
        if mark is not None and self._state.notes.annotations[mark].note:
            self._session.annotations.edit(mark)

    def word_under(self, point: QPointF) -> Span | None:
        """Return the positions of the word under a point: jieba's, or Qt's while that is not loaded.

        None beside the words of the answer; in the heading, Qt's.
        """
        offset = self._offset_at(point)
        if self._page_map is None or (offset is None and not self.is_in_heading(point)):
            return None
        word = None if offset is None else self._session.words.at(offset)
        return (self._page_map.to_document(word) if word else None) or super().word_under(point)

    def _offset_at(self, point: QPointF) -> int | None:
        """Return the source offset of the character under `point` of the viewport."""
        position = self._position_at(point)
        return None if self._page_map is None or position is None else self._page_map.offset(position)

    def _position_at(self, point: QPointF) -> int | None:
        return self._page_map.position_at(self.in_document(point)) if self._page_map else None

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the note of a mark, and why a word reads as it does, as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is event.Type.ToolTip:
            point = QPointF(event.pos())
            self.tip.hover(point, self._offset_at(point), in_heading=self.is_in_heading(point))
            return True
        return super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the page anew in the language that the interface now speaks."""
        super().changeEvent(event)
        if event.type() is event.Type.LanguageChange:
            self._dress()
            self.viewport().update()


def _set_by(state: State) -> tuple[object, ...]:
    """Return what of `state` the words on the page follow from."""
    return state.document, state.pane.answer, state.focused_manner, state.pane.unfolded


def _drawn_on(state: State) -> tuple[object, ...]:
    """Return what of `state` is drawn below and over the words."""
    pane, beside = state.pane, state.selection_beside
    return state.notes, state.lights, state.search, pane.goal, pane.hit, beside, state.preferences
