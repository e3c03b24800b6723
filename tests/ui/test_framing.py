"""The window fits the screen, whichever it was on before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest

from desktop.ui import window as window_module
from desktop.ui.framing import WindowPlace, brought_back, first, read
from desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE, LAPTOP, SMALL = QRect(0, 0, 2560, 1440), QRect(0, 0, 1280, 720), QRect(0, 27, 1024, 573)
RIGHT = QRect(2560, 0, 1920, 1080)

RECTS = st.builds(
    QRect, st.integers(-9000, 9000), st.integers(-9000, 9000), st.integers(1, 9000), st.integers(1, 9000)
)
SCREENS = st.builds(
    QRect, st.integers(-5000, 5000), st.integers(-5000, 5000), st.integers(320, 5000), st.integers(240, 5000)
)


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (LARGE, QSize(1360, 860)),
        (LAPTOP, QSize(1152, 648)),
        (SMALL, QSize(921, 515)),
        (QRect(0, 0, 640, 360), QSize(576, 320)),
    ],
)
def test_a_first_window_is_the_usual_one_or_nine_tenths_of_the_screen(screen: QRect, size: QSize) -> None:
    assert first(screen) == size


@pytest.mark.parametrize(
    ("rect", "screens", "expected"),
    [
        (QRect(100, 50, 1360, 860), [LARGE], QRect(100, 50, 1360, 860)),
        (QRect(100, 50, 1360, 860), [LAPTOP], QRect(100, 32, 1152, 648)),
        (QRect(100, 50, 800, 600), [LAPTOP], QRect(100, 50, 800, 600)),
        (QRect(900, 50, 800, 600), [LAPTOP], QRect(480, 50, 800, 600)),
        (QRect(2700, 100, 800, 600), [LARGE, RIGHT], QRect(2700, 100, 800, 600)),
        (QRect(2700, 100, 800, 600), [LARGE], QRect(1760, 100, 800, 600)),
        (QRect(2300, 100, 800, 600), [LARGE, RIGHT], QRect(2560, 100, 800, 600)),
        (QRect(-3000, -3000, 800, 600), [SMALL], QRect(0, 27, 800, 515)),
        (QRect(5, 5, 5, 5), [], QRect(5, 5, 5, 5)),
    ],
)
def test_a_window_comes_back_where_it_was_as_far_as_it_fits(
    rect: QRect, screens: list[QRect], expected: QRect
) -> None:
    assert brought_back(rect, screens) == expected


@given(RECTS, st.lists(SCREENS, min_size=1, max_size=3))
def test_a_window_that_comes_back_is_all_on_one_screen_and_stays_where_it_is_then(
    rect: QRect, screens: list[QRect]
) -> None:
    found = brought_back(rect, screens)
    assert any(screen.contains(found) for screen in screens)
    assert brought_back(found, screens).size() == found.size()


@given(RECTS, st.booleans(), st.booleans())
def test_a_standing_is_read_as_it_was_written(rect: QRect, maximized: bool, full: bool) -> None:
    standing = WindowPlace(rect, maximized=maximized and not full, full=full)
    assert read(standing.written()) == standing


@pytest.mark.parametrize(
    "word",
    ["", "AdnQywADAAA=", "1,2,3,4", "1,2,3,4,tall", "1,2,0,4,normal", "1,2,x,4,full", "9" * 40 + ",0,1,1,full"],
)
def test_what_is_no_standing_is_none(word: str) -> None:
    assert read(word) is None


@pytest.fixture
def again(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[type]:
    """Yield what makes another window on the session of the first, on the screens that it is given."""
    made: list[MainWindow] = []

    class Again:
        def __new__(cls, *screens: QRect) -> MainWindow:  # type: ignore[misc]
            monkeypatch.setattr(window_module, "_screens", lambda: list(screens))
            made.append(MainWindow(window.session, window.look))
            made[-1].show()
            return made[-1]

    yield Again
    for one in made:
        one.close()
        one.deleteLater()


@pytest.mark.parametrize("screen", [LAPTOP, SMALL, QRect(0, 0, 640, 360), QRect(0, 0, 576, 324)])
def test_a_first_window_is_within_a_small_screen(again: type, screen: QRect) -> None:
    window = again(screen)
    assert window.width() <= screen.width() * 0.9
    assert window.height() <= screen.height() * 0.9
    assert window.minimumSizeHint().width() <= window.width()
    assert window.page.width() >= min(400, window.width())


def test_a_window_of_a_large_screen_comes_back_on_a_small_one(window: MainWindow, again: type) -> None:
    window.resize(2000, 1200)
    window.move(300, 100)
    window.remember_geometry()
    assert (again(LARGE).size(), again(LARGE).pos()) == (QSize(2000, 1200), window.pos())
    small = again(LAPTOP)
    assert LAPTOP.contains(QRect(small.pos(), small.size()))


def test_what_an_earlier_version_wrote_is_brought_back_too(window: MainWindow, again: type) -> None:
    window.resize(1360, 860)
    state = window._splitter.saveState().toBase64().toStdString()  # type: ignore[reportPrivateUsage]
    window.session.memory_file.geometry = f"{window.saveGeometry().toBase64().toStdString()} {state}"
    small = again(LAPTOP)
    assert LAPTOP.contains(QRect(small.pos(), small.size()))


def test_a_maximized_window_comes_back_maximized_and_then_as_it_was(window: MainWindow, again: type) -> None:
    window.resize(900, 500)
    window.showMaximized()
    QTest.qWait(0)
    window.remember_geometry()
    back = again(LARGE)
    assert back.windowState() & Qt.WindowState.WindowMaximized
    back.showNormal()
    assert back.size() == QSize(900, 500)
