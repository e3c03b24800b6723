"""Where the window stands on the screens that there are: a first one, and one that comes back.

Rectangles are of the window's frame at their upper left corner and of what is inside it in size, in logical pixels,
so that `move` and `resize` put them to use. A screen is the part of it that no panel of the desktop takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

if TYPE_CHECKING:
    from collections.abc import Sequence

USUAL = QSize(1360, 860)
_SHARE = 0.9
"""The part of a screen that a window takes which would be larger than that."""
_TITLE_PX = 40
"""What a title bar and a border take at most; nothing tells before the window is shown."""


_STATES = ("normal", "maximized", "full")
_LARGEST = 2**24
"""No window is as large: QWIDGETSIZE_MAX."""


class WindowPlace(NamedTuple):
    """How a window stood: its rectangle when neither maximized nor full, and in which of these states it was."""

    rect: QRect
    maximized: bool = False
    full: bool = False

    def written(self) -> str:
        """Return this as a word that `read` knows."""
        rect = self.rect
        numbers = ",".join(str(number) for number in (rect.x(), rect.y(), rect.width(), rect.height()))
        return f"{numbers},{'full' if self.full else 'maximized' if self.maximized else 'normal'}"


def read(word: str) -> WindowPlace | None:
    """Return what `written` wrote as `word`; None for anything else."""
    *numbers, state = word.split(",")
    try:
        x, y, width, height = map(int, numbers)
    except ValueError:
        return None
    if state not in _STATES or min(width, height) < 1 or max(map(abs, (x, y, width, height))) > _LARGEST:
        return None
    return WindowPlace(QRect(x, y, width, height), maximized=state == "maximized", full=state == "full")


def first(screen: QRect) -> QSize:
    """Return the size of a first window: the usual one, or 90 % of the screen where that is less."""
    return USUAL.boundedTo(_share_of(screen.size()))


def brought_back(rect: QRect, screens: Sequence[QRect]) -> QRect:
    """Return `rect` as it fits one of the `screens`, the first of which is the main one.

    It goes where most of it is, or to the main screen where nothing of it would be seen. One that is too large for
    the screen gets 90 % of it; then it is moved by as little as brings all of it in.
    """
    if not screens:
        return rect
    screen = max(screens, key=lambda one: _area(one.intersected(rect)))
    if not screen.intersects(rect):
        screen = screens[0]
    room, share = QSize(screen.width(), screen.height() - _TITLE_PX), _share_of(screen.size())
    width = rect.width() if rect.width() <= room.width() else share.width()
    height = rect.height() if rect.height() <= room.height() else share.height()
    corner = QPoint(
        max(screen.left(), min(rect.left(), screen.left() + room.width() - width)),
        max(screen.top(), min(rect.top(), screen.top() + room.height() - height)),
    )
    return QRect(corner, QSize(width, height))


def _share_of(size: QSize) -> QSize:
    return QSize(int(size.width() * _SHARE), min(int(size.height() * _SHARE), size.height() - _TITLE_PX))


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
