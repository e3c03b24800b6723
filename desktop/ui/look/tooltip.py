"""Words of the reader's or the thread's in a tooltip: Qt would take some of them for rich text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolTip

from desktop.session import made_visible

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem


def tell_on_row(words: str, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem) -> bool:
    """Show `words` while the mouse is on a row of a list; "" for nothing. Return True, as a delegate's help does."""
    QToolTip.showText(event.globalPos(), as_tooltip(words), view, option.rect)
    return True


def as_tooltip(words: str) -> str:
    """Return rich text that shows `words` as they are, line by line, broken where they are too long for one.

    What would turn or hide the words around it is shown as a sign.
    """
    from html import escape

    shown = "\n".join(made_visible(line) for line in words.split("\n"))
    return f'<p style="white-space: pre-wrap">{escape(shown)}</p>' if words else ""


def as_line(rich: str) -> str:
    """Return the rich text `rich` as one line of a tooltip, which is as wide as the line is."""
    return f'<p style="white-space: pre; margin: 0">{rich}</p>'
