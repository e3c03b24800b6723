"""The script selector: 原文, 繁, 简 in one control, and menus for the ways of writing each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.script import Script, SourceScript
from desktop.ui.bar.segment import RADIUS_PX, ScriptSegment

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.session import Session, State
    from desktop.ui.commands.desk import Desk
    from desktop.ui.commands.popups import CommandMenu
    from desktop.ui.look.look import Look

# Part of the picture in every language: these say which script is which by being written in it.
_LABELS = {Script.ORIGINAL: "原文", Script.TRADITIONAL: "繁", Script.SIMPLIFIED: "简"}
_TRADITIONAL, _SIMPLIFIED, _MIXED = "繁", "简", "混"


class ScriptSelector(QWidget):
    """One control of three segments, of which the script that is shown is filled.

    Behind 原文 stands the verdict, which script the text is written in: 繁, 简, or 混 for a good part of both.
    """

    def __init__(self, session: Session, look: Look, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look = look
        self._desk = desk
        self._is_named = False
        self.setObjectName("scriptSelector")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.segments = {script: ScriptSegment(look, script, label, self) for script, label in _LABELS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for segment in self.segments.values():
            row.addWidget(segment)
            segment.clicked.connect(partial(self._show, segment.script))
            segment.menu_wanted.connect(partial(self._open_menu, segment))
            segment.stepped.connect(partial(self._step, segment))
        self.segments[Script.ORIGINAL].ends = (True, False)
        self.segments[Script.SIMPLIFIED].ends = (False, True)
        session.changed.connect(self.render_state)
        look.changed.connect(self.update)
        self._draw_all()

    # -- drawing ----------------------------------------------------------------------------------------------

    def render_state(self, old: State, new: State) -> None:
        """Follow the script, and what the document is written in."""
        if old.document is not new.document or old.focused_manner is not new.focused_manner:
            self._draw_all()

    def _draw_all(self) -> None:
        self.segments[Script.ORIGINAL].show_verdict(self._verdict_mark())
        for script, segment in self.segments.items():
            segment.setChecked(script is self._session.state.focused_manner.script)
            segment.update()
        if self._is_named:
            self._name()

    def complete(self) -> None:
        """Have each segment say, from now on, what it does and by which key, which nobody sees on the first page."""
        self._is_named = True
        self._name()

    def _name(self) -> None:
        from PySide6.QtGui import QKeySequence

        from desktop.ui.commands.table import COMMANDS

        self.setAccessibleName(self.tr("Script"))
        source = self.verdict()
        for script, segment in self.segments.items():
            command = COMMANDS[f"script.{script.value}"]
            segment.setAccessibleName(command.plain_title)
            segment.setAccessibleDescription(source)
            keys = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            segment.setToolTip("\n".join(filter(None, (f"{command.plain_title} ({keys})", source))))

    def _verdict_mark(self) -> str:
        """Return the verdict as one character, "" when nothing is open."""
        state = self._session.state
        if state.document is None:
            return ""
        if self._session.pages.mixed and not state.manner.source_corrected:
            return _MIXED
        return _TRADITIONAL if state.manner.source_script is SourceScript.TRADITIONAL else _SIMPLIFIED

    def verdict(self) -> str:
        """Return in words what the document is taken to be written in, "" when nothing is open."""
        state = self._session.state
        if state.document is None:
            return ""
        traditional = state.manner.source_script is SourceScript.TRADITIONAL
        if state.manner.source_corrected:
            return (
                self.tr("You said that this text is written in traditional characters")
                if traditional
                else self.tr("You said that this text is written in simplified characters")
            )
        if self._session.pages.mixed:
            return self.tr("This text has traditional and simplified characters, as detected")
        return (
            self.tr("This text is written in traditional characters, as detected")
            if traditional
            else self.tr("This text is written in simplified characters, as detected")
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the one hairline around the three."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.tokens.hairline), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)

    # -- acting -----------------------------------------------------------------------------------------------

    def _show(self, script: Script) -> None:
        self._session.show_script(script)

    def _step(self, segment: ScriptSegment, by: int) -> None:
        """Choose the neighbour of `segment`, and take the keyboard there; the ends are ends."""
        row = list(self.segments.values())
        beside = row[max(0, min(row.index(segment) + by, len(row) - 1))]
        beside.setFocus(Qt.FocusReason.TabFocusReason)
        self._session.show_script(beside.script)

    def _open_menu(self, segment: ScriptSegment) -> None:
        menu = self.menu_of(segment.script)
        menu.popup(segment.mapToGlobal(segment.rect().bottomLeft()))

    def menu_of(self, script: Script) -> CommandMenu:
        """Return what opens below the segment of `script`.

        The verdict and its correction, the ways of writing the script, the editions.
        """
        from desktop.ui.commands.actions import LiveEntry
        from desktop.ui.commands.menus import EDITION_MENU, SIMPLIFIED_MENU, SOURCE_MENU, TRADITIONAL_MENU
        from desktop.ui.commands.popups import CommandMenu

        menu = CommandMenu(self._desk, self, self.segments[script].accessibleName(), mnemonics=True)
        if verdict := self.verdict():
            menu.add_live(LiveEntry(verdict))
        if script is Script.ORIGINAL:
            menu.add_choice(SOURCE_MENU.ids())
        else:
            menu.addSeparator()
            menu.add_choice((TRADITIONAL_MENU if script is Script.TRADITIONAL else SIMPLIFIED_MENU).ids())
            menu.addSeparator()
            menu.add_submenu(self.tr("This text is written in")).add_choice(SOURCE_MENU.ids())
        menu.addSeparator()
        menu.add_submenu(self.tr("Dictionaries")).add_choice(EDITION_MENU.ids())
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the language that the interface now speaks."""
        if event.type() is QEvent.Type.LanguageChange:
            self._draw_all()
        super().changeEvent(event)
