"""The keyword bar: the lights that burn, then what this answer speaks of, and a way to add one's own."""

from __future__ import annotations

from collections import Counter
from functools import partial
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from desktop.script import search_key
from desktop.ui.fields.entry import EntryField
from desktop.ui.look.theme import dress, wear
from desktop.ui.wording.foreign_words import as_menu_text, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from desktop.session import Session, State
    from desktop.ui.bar.chip import Chip, Keyword
    from desktop.ui.commands.desk import Desk
    from desktop.ui.commands.popups import CommandMenu
    from desktop.ui.look.look import Look

_UNLIT = 8
_GAP_PX = 8
_ADD_PX = 28
_FIELD_PX, _NARROW_FIELD_PX, _FIELD_FONT_PX = 144, 64, 13
_HEIGHT_PX = 28
_LONGEST = 40
"""So many characters of a list's name, or of words that are one, stand in a menu."""


class KeywordBar(QWidget):
    """One row of chips; those that don't fit wait behind a button that counts them."""

    left = Signal()
    """Emitted when adding a keyword is over, so that the window can take the keyboard back to the page."""

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self._chips: list[Chip] = []
        self._shown: tuple[Keyword, ...] = ()
        self._row: tuple[object, ...] = ()
        self._hidden: tuple[Keyword, ...] = ()
        self.setObjectName("keywordBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._waiting = QLabel("…", self)
        self._more = self._make_more()
        self._add = self._make_add()
        self._field: EntryField | None = None
        session.changed.connect(self.render_state)
        look.changed.connect(self._dress)
        self._speak()
        self._draw_all()

    # -- building ---------------------------------------------------------------------------------------------

    def _make_more(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("keywordMore")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._show_more)
        return button

    def _make_add(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("keywordAdd")
        button.setText("+")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.resize(_ADD_PX, _HEIGHT_PX)
        button.clicked.connect(self.begin_adding)
        return button

    def _make_field(self) -> EntryField:
        field = EntryField(self)
        field.setObjectName("keywordField")
        field.hide()
        field.accepted.connect(self._light)
        field.cancelled.connect(self._end_adding)
        field.abandoned.connect(self._put_field_away)
        return field

    def _make_chip(self) -> Chip:
        from desktop.ui.bar.chip import Chip

        chip = Chip(self._look, self)
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.clicked.connect(partial(self._toggle, chip))
        chip.discarded.connect(partial(self._toggle, chip))
        chip.stepped.connect(partial(self._step, chip))
        chip.customContextMenuRequested.connect(partial(self._show_menu, chip))
        return chip

    def complete(self) -> EntryField:
        """Return the field for a keyword, which the first page doesn't show; have what shows keywords loaded."""
        if self._field is None:
            import_module("desktop.ui.bar.chip")
            self._field = self._make_field()
            self._speak()
        return self._field

    @property
    def _is_adding(self) -> bool:
        """Whether the field for a keyword is there."""
        return self._field is not None and self._field.isVisibleTo(self)

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the answer, its keywords, the lights and the script."""
        if any(before is not after for before, after in zip(_seen(old), _seen(new), strict=True)):
            self._draw_all()
        if old.document is not new.document:
            self._put_field_away()

    def _draw_all(self) -> None:
        """Show the keywords of the answer, with chips that are already there; the keyboard stays on its term."""
        focused = next((chip.keyword.term for chip in self._chips if chip.hasFocus()), None)
        state = self._session.state
        row = (state.document, state.pane.answer, state.lights.keywords)
        self._shown = self._in_place(tuple(self._keywords()), self._shown if row == self._row else ())
        self._row = row
        while len(self._chips) < len(self._shown):
            self._chips.append(self._make_chip())
        for chip, keyword in zip(self._chips, self._shown, strict=False):
            if chip.keyword != keyword:
                chip.show_keyword(keyword)
        self._arrange()
        if focused is not None:
            self._focus_term(focused)

    def _in_place(self, keywords: tuple[Keyword, ...], before: tuple[Keyword, ...]) -> tuple[Keyword, ...]:
        """Return `keywords` in the places that they have among those shown `before`."""
        if not keywords:
            return ()
        from desktop.ui.bar.chip import in_place

        return in_place(keywords, before)

    def _keywords(self) -> Iterator[Keyword]:
        """Yield the lights that burn, then the leading terms of this answer that are not lit."""
        state, shown = self._session.state, self._session.shown
        if not state.lights.terms and not state.lights.keywords:  # as on the first page
            return
        from desktop.session.own.own_words import concepts_of, lexicon_of
        from desktop.ui.bar.chip import Keyword

        concepts, own = concepts_of(state), lexicon_of(state)  # known once the app has begun
        here = Counter(place.slot for place in state.lights.places.get(state.pane.answer, ()))
        everywhere = Counter(place.slot for places in state.lights.places.values() for place in places)
        for light in state.lights.terms:
            slot = light.slot
            yield Keyword(light.term, one_line(shown(light.term)), here[slot], slot, everywhere[slot])
        lit = {form for light in state.lights.terms for form in concepts.forms(light.term)}
        leading = (state.lights.keywords or {}).get(state.pane.answer, ())
        unlit = (one for one in leading if search_key(one.text) not in lit and not (own and own.is_stopped(one.text)))
        for term in islice(unlit, _UNLIT):
            yield Keyword(term.text, one_line(shown(term.text)), term.count)

    def _arrange(self) -> None:
        """Put as many chips in the row as fit, then the button for the rest, then the one that adds."""
        state = self._session.state
        fitting = self._fitting()
        self._hidden = self._shown[fitting:]
        x = 0
        for index, chip in enumerate(self._chips):
            chip.setVisible(index < fitting)
            if index < fitting:
                x = self._place(chip, x)
        self._waiting.setVisible(state.document is not None and state.lights.keywords is None)
        self._more.setVisible(bool(self._hidden))
        self._more.setText(f"+{len(self._hidden)}")
        self._more.resize(self._more.sizeHint().width(), _HEIGHT_PX)
        self._add.setEnabled(state.document is not None)
        for widget in (self._waiting, self._more, self._add):
            x = self._place(widget, x) if widget.isVisibleTo(self) else x
        if self._field is not None:
            self._field.resize(max(_NARROW_FIELD_PX, min(_FIELD_PX, self.width() - x)), _HEIGHT_PX)
            self._place(self._field, x)
        self._settle_tab_stop()

    def _place(self, widget: QWidget, x: int) -> int:
        """Put `widget` at `x`, in the middle of the row; return where the next one goes."""
        size = widget.sizeHint() if widget is self._waiting else widget.size()
        widget.setGeometry(x, (self.height() - size.height()) // 2, size.width(), size.height())
        return x + size.width() + _GAP_PX

    def _fitting(self) -> int:
        """Return how many chips fit beside the buttons that follow them.

        There is always room for the one that counts the rest: a chip must not give way when one more comes behind it.
        """
        tail = _FIELD_PX if self._is_adding else _ADD_PX
        room = self.width() - tail - self._more.fontMetrics().horizontalAdvance("+00") - 16 - _GAP_PX
        widths = [chip.sizeHint().width() + _GAP_PX for chip in self._chips[: len(self._shown)]]
        used = 0
        for count, width in enumerate(widths):
            used += width
            if used > room:
                return count
        return len(widths)

    def _settle_tab_stop(self) -> None:
        """Let Tab stop once at the chips: where the keyboard is, else at the first. Arrows go on from there."""
        chips = self._visible_chips()
        stop = next((chip for chip in chips if chip.hasFocus()), chips[0] if chips else None)
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if chip is stop else Qt.FocusPolicy.NoFocus)

    def _dress(self) -> None:
        """Draw in the colours and fonts that are worn now."""
        wear(self._waiting, f"color: {self._look.tokens.second};")
        for button in (self._more, self._add):
            wear(button, f"QToolButton {{ color: {self._look.tokens.second}; padding: 0 6px; }}")
        if self._field is not None:
            dress(self._field, self._look.interface_font(_FIELD_FONT_PX), "QLineEdit { padding: 0 8px; }")
        for chip in self._chips:
            chip.resize(chip.sizeHint())
            chip.update()
        self._arrange()

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Keywords"))
        self._add.setToolTip(self.tr("Add a keyword…"))
        self._add.setAccessibleName(self.tr("Add a keyword…"))
        self._more.setAccessibleName(self.tr("More keywords"))
        self._more.setToolTip(self.tr("More keywords"))
        if self._field is not None:
            self._field.setPlaceholderText(self.tr("Keyword"))
            self._field.setAccessibleName(self.tr("Keyword to light"))
        self._dress()

    # -- acting -----------------------------------------------------------------------------------------------

    def begin_adding(self) -> None:
        """Turn the button that adds into a field with the cursor in it."""
        self._session.finding.prefetch()
        field = self.complete()
        self._add.hide()
        field.clear()
        field.show()
        self._arrange()
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _light(self, words: str) -> None:
        self._end_adding()
        self._session.lights.light(words)

    def _end_adding(self) -> None:
        self._put_field_away()
        self.left.emit()

    def _put_field_away(self) -> None:
        if self._field is not None and self._is_adding:
            self._field.hide()
            self._add.show()
            self._arrange()

    def _toggle(self, chip: Chip) -> None:
        self._session.lights.toggle(chip.keyword.term)

    def _show_menu(self, chip: Chip, place: QPoint) -> None:
        """Offer what can be done with a chip's keyword."""
        from desktop.ui.commands.actions import LiveEntry

        menu = self._popup()
        words = self.tr("Put out this light") if chip.isChecked() else self.tr("Light this keyword")
        menu.add_live(LiveEntry(words, partial(self._session.lights.toggle, chip.keyword.term)))
        menu.add_command("keywords.clear", self.tr("Put out all lights"))
        menu.addSeparator()
        self._offer_merging(menu, chip.keyword)
        stop = partial(self._session.owning.stop, chip.keyword.term)
        menu.add_live(LiveEntry(self.tr("Never show this word"), stop))
        menu.addSeparator()
        self._offer_lists(menu)
        menu.popup(chip.mapToGlobal(place))

    def _offer_merging(self, menu: CommandMenu, keyword: Keyword) -> None:
        """Offer to make a keyword one with another of the row, or with words to be typed, and to take it apart."""
        from desktop.ui.commands.actions import LiveEntry

        owning, term = self._session.owning, keyword.term
        below = menu.add_submenu(self.tr("Merge with"))
        for other in self._shown:
            if not self._session.corpus.concepts.are_same(other.term, term):
                merge = partial(owning.merge, term, other.term)
                below.add_live(LiveEntry(as_menu_text(other.shown), merge))
        below.addSeparator()
        below.add_live(LiveEntry(self.tr("Another word…"), lambda: self._desk.dialogs.merge_word(term)))
        if concepts := owning.own_concepts(term):
            words = " = ".join(one_line(self._session.shown(word)) for one in concepts for word in one.words)
            told = self.tr("Take apart: {words}").format(words=as_menu_text(words, _LONGEST))
            menu.add_live(LiveEntry(told, partial(owning.take_apart, term)))

    def _offer_lists(self, menu: CommandMenu) -> None:
        """Offer to keep the lit words as a list, and to light, rename and delete those there are."""
        from desktop.session.own.own_words import own_of
        from desktop.ui.commands.actions import LiveEntry

        session = self._session
        below = menu.add_submenu(self.tr("Word lists"))
        below.add_command("keywords.save_list")
        for one in own_of(session.state).lists:
            of_list = below.add_submenu(as_menu_text(one.name, _LONGEST))
            of_list.add_live(LiveEntry(self.tr("Light these words"), partial(session.lights.light_list, one)))
            of_list.add_live(LiveEntry(self.tr("Rename…"), partial(self._rename, one.name)))
            of_list.add_live(LiveEntry(self.tr("Delete"), partial(session.owning.delete_list, one.name)))
        below.addSeparator()
        below.add_command("own.word_lists")

    def _rename(self, name: str) -> None:
        self._desk.dialogs.rename_word_list(name)

    def _show_more(self) -> None:
        """Offer the keywords for which the row has no room."""
        from desktop.ui.commands.actions import LiveEntry

        menu = self._popup()
        for keyword in self._hidden:
            words = f"{as_menu_text(keyword.shown)}\t{keyword.count}"
            toggle = partial(self._session.lights.toggle, keyword.term)
            menu.add_live(LiveEntry(words, toggle, checked=keyword.slot is not None))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _popup(self) -> CommandMenu:
        from desktop.ui.commands.popups import CommandMenu

        return CommandMenu(self._desk, self, self.tr("Keywords"))

    # -- the keyboard -----------------------------------------------------------------------------------------

    def _visible_chips(self) -> list[Chip]:
        return [chip for chip in self._chips if chip.isVisibleTo(self)]

    def _step(self, chip: Chip, by: int) -> None:
        """Move the keyboard to the chip (or the button after the last one) beside `chip`, stopping at the ends."""
        stops: list[QWidget] = [*self._visible_chips(), *(w for w in (self._more, self._add) if w.isVisibleTo(self))]
        index = max(0, min(stops.index(chip) + by, len(stops) - 1))
        stops[index].setFocus(Qt.FocusReason.TabFocusReason)
        self._settle_tab_stop()

    def _focus_term(self, term: str) -> None:
        """Put the keyboard back on `term`, wherever in the row it stands now; if it is gone, on the first chip."""
        chips = self._visible_chips()
        same = [chip for chip in chips if search_key(chip.keyword.term) == search_key(term)]
        target = (same or chips or [self._add])[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle_tab_stop()

    # -- Qt ---------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return room for a handful of chips."""
        return QSize(4 * _FIELD_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        """Return room for the two buttons."""
        return QSize(_NARROW_FIELD_PX + _ADD_PX + 4, _HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the row anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)


def _seen(state: State) -> tuple[object, ...]:
    """Return what of `state` the row is made of."""
    return state.document, state.pane.answer, state.lights, state.own, state.focused_manner
