"""Two pages in the window: each shows its pane, and the hand on one of them means that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter

from desktop.script import Script
from desktop.session import Theme
from desktop.session.pane import OtherSide
from desktop.text import Span
from desktop.ui.page.answer_page import AnswerPage
from desktop.ui.sides.correspondence import height_of, reading_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.session import Session, State
    from desktop.ui.window import MainWindow


def pages(window: MainWindow) -> list[AnswerPage]:
    """Return the pages of the window, from left to right."""
    found = [page for page in window.panes.findChildren(AnswerPage) if page.isVisibleTo(window)]
    return sorted(found, key=lambda page: page.mapTo(window, QPoint()).x())


def texts(window: MainWindow) -> list[str]:
    """Return what the pages show."""
    return [page.toPlainText() for page in pages(window)]


def span(session: Session, words: str) -> Span:
    document = session.state.document
    assert document is not None
    start = document.text.index(words, document.answers[0].span.start)
    return Span(start, start + len(words))


@pytest.fixture
def two(window: MainWindow) -> MainWindow:
    """Return the window with the first answer in both scripts, the right one in focus."""
    window.session.panes.put_script_beside()
    QApplication.processEvents()
    return window


def test_the_second_page_has_a_name_of_its_own_and_half_of_the_room(two: MainWindow) -> None:
    left, right = pages(two)
    assert (left.objectName(), right.objectName()) == ("answerPage", "answerPage.second")
    assert abs(left.width() - right.width()) <= 1
    assert two.page is right
    assert right.hasFocus()


def test_each_page_is_in_its_own_script_and_face(two: MainWindow) -> None:
    left, right = pages(two)
    assert "腦洞大開" in left.toPlainText()
    assert "脑洞大开" in right.toPlainText()
    assert left.document().defaultFont().families()[0] == "Baijia Serif TC"
    assert right.document().defaultFont().families()[0] == "Baijia Serif SC"


def test_a_click_on_a_page_gives_it_the_focus_and_leaves_the_other_unset(two: MainWindow) -> None:
    left, right = pages(two)
    before = right.document().revision()
    QTest.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert two.session.state.focus == 0
    assert two.page is left
    assert two.top_bar.script_selector.isEnabled()
    assert right.document().revision() == before
    QTest.mouseClick(right.viewport(), Qt.MouseButton.RightButton, pos=QPoint(60, 200))
    assert two.session.state.focus == 1


def test_words_are_selected_in_the_page_that_was_dragged_over(two: MainWindow) -> None:
    session = two.session
    session.select(span(session, "戰略家"), 1)
    session.select(span(session, "腦洞大開"), 0)
    left, right = pages(two)
    assert left.textCursor().selectedText() == "腦洞大開"
    assert right.textCursor().selectedText() == "战略家"
    left.setFocus()
    two.commands["annotate.highlight"].trigger()
    [made] = session.state.notes.annotations.values()
    assert made.passages[0].anchor.exact == "腦洞大開"
    assert right.textCursor().selectedText() == "战略家"


def turn_wheel(page: AnswerPage, notches: int = -1) -> None:
    """Turn the wheel over a page, away from the reader where `notches` is positive."""
    point = QPointF(40, 60)
    event = QWheelEvent(
        point,
        QPointF(page.viewport().mapToGlobal(point.toPoint())),
        QPoint(0, 120 * notches),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.viewport(), event)
    for _ in range(20):
        QTest.qWait(10)


def test_the_wheel_moves_the_page_under_it_and_no_other_where_they_go_apart(two: MainWindow) -> None:
    two.commands["panes.together"].trigger()
    two.resize(1100, 360)
    QApplication.processEvents()
    left, right = pages(two)
    turn_wheel(left)
    assert left.scroll_map.value() > 0
    assert right.scroll_map.value() == 0
    assert two.session.state.focus == 1
    first, second = two.session.state.panes
    assert first.positions[0] > second.positions.get(0, 0)


def test_the_page_that_is_left_stands_where_it_stood(two: MainWindow) -> None:
    left, _ = pages(two)
    left.setFocus()
    shown = texts(two)[1]
    two.commands["panes.close"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    [page] = pages(two)
    assert page.toPlainText() == shown
    assert page.hasFocus()
    assert len(two.panes.findChildren(AnswerPage)) == 1
    two.commands["script.toggle"].trigger()
    assert "腦洞大開" in page.toPlainText()


def test_the_page_that_is_left_stands_where_it_stood_though_both_showed_the_same(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    session.prefer(text_size=40)
    window.resize(1100, 330)
    session.panes.put_answer_beside()
    session.show_answer(0)
    QApplication.processEvents()
    _, right = pages(window)
    right.setFocus()
    current = session.state.current
    assert current is not None

    def gone_on() -> bool:
        QTest.keyClick(right, Qt.Key.Key_PageDown)
        return session.state.panes[1].positions.get(0, 0) > current.span.start

    qtbot.waitUntil(gone_on)
    session.panes.focus(0)
    window.commands["panes.close"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    [page] = pages(window)
    assert page.scroll_map.value() > 0


def test_a_page_that_is_closed_takes_the_middle_button_from_no_other_program(
    two: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    two.session.select(span(two.session, "戰略家"), 1)
    two.session.panes.focus(0)
    offered: list[object] = []
    monkeypatch.setattr("desktop.ui.fields.clipboard.offer", offered.append)
    two.commands["panes.close"].trigger()
    assert offered == []


def test_each_page_says_on_which_side_it_is(two: MainWindow) -> None:
    left, right = pages(two)
    assert left.accessibleName().endswith(", at the left")
    assert right.accessibleName().endswith(", at the right")
    assert left.nextInFocusChain() is not None
    two.commands["panes.close"].trigger()
    assert not left.accessibleName().endswith("left")


def test_tab_leads_from_the_left_page_to_the_right(two: MainWindow) -> None:
    left, right = pages(two)
    following = [left.nextInFocusChain()]
    while following[-1] is not None and following[-1] is not right:
        following.append(following[-1].nextInFocusChain())
    stops = [w for w in following if w and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(two)]
    assert stops == [right]


@pytest.mark.parametrize("elsewhere", ["focus.authors", "focus.notes", "find.open"])
def test_the_key_for_the_other_side_brings_the_keyboard_to_its_page(two: MainWindow, elsewhere: str) -> None:
    two.commands[elsewhere].trigger()
    assert not two.page.hasFocus()
    two.commands["panes.other"].trigger()
    assert two.session.state.focus == 0
    assert two.page.hasFocus()


def test_what_goes_on_while_a_closed_page_is_not_gone_yet_leaves_it_alone(two: MainWindow) -> None:
    two.session.prefer(choices_shown=True)
    two.commands["panes.close"].trigger()
    two.session.prefer(text_size=28, theme=Theme.DARK)
    two.commands["script.toggle"].trigger()
    two.resize(900, 500)
    QApplication.processEvents()
    assert len(pages(two)) == 1


def test_panes_come_and_go_forty_times(window: MainWindow) -> None:
    for number in range(40):
        command = ("panes.answer", "panes.script", "panes.other", "panes.close")[number % 4]
        window.commands[command].trigger()
        QApplication.processEvents()
        assert len(pages(window)) == len(window.session.state.panes)


def test_the_focused_page_alone_follows_the_marks_that_are_walked(two: MainWindow) -> None:
    session = two.session
    session.panes.focus(0)
    session.show_answer(2)
    session.panes.focus(1)
    session.show_answer(0)
    session.select(span(session, "戰略家"))
    session.annotations.highlight()
    session.annotations.step(1)
    assert [pane.answer for pane in session.state.panes] == [2, 0]
    assert session.state.panes[0].goal is None
    assert session.state.panes[1].goal is not None


def test_a_window_in_another_language_has_both_pages(two: MainWindow) -> None:
    session, before = two.session, texts(two)
    session.prefer(language="zh_Hans")
    QTest.qWait(0)
    from desktop.ui.window import MainWindow as Window

    [fresh] = [w for w in QApplication.topLevelWidgets() if isinstance(w, Window) and w.isVisible()]
    assert [text.splitlines()[2:] for text in texts(fresh)] == [text.splitlines()[2:] for text in before]
    assert fresh.page.objectName() == "answerPage.second"
    assert session.state.manner.script is Script.ORIGINAL


# -- scrolling together -----------------------------------------------------------------------------------------


@pytest.fixture
def long(two: MainWindow, tmp_path: Path) -> MainWindow:
    """Return the window on an answer of many long paragraphs, in both scripts, the right one in focus."""
    path = tmp_path / "long.txt"
    lines = [
        f"{number}、{'然而的確曾經有一個戰略家也這麼想過,裡面的網路與軟體。' * (number % 5 + 1)}"
        for number in range(40)
    ]
    path.write_text("一問?\n\n某甲\n\n\n" + "\n\n".join(lines) + "\n\n某乙\n\n\n" + "\n\n".join(lines[:12]), "utf-8")
    two.session.panes.close()
    two.session.shelf.open(path)
    two.session.panes.put_script_beside()
    two.resize(1500, 600)
    _calm()
    return two


def _calm() -> None:
    for _ in range(8):
        QApplication.processEvents()
        QTest.qWait(5)


def _tops(window: MainWindow) -> list[int]:
    return [page.scroll_map.value() for page in pages(window)]


def assert_same_words(window: MainWindow) -> None:
    """Assert that both pages have the same words at their tops, to the pixel: lines may end elsewhere in each."""
    first, second = (reading_at(page, page.scroll_map.value()) for page in pages(window))
    assert first is not None
    assert second is not None
    if first.offset is not None and second.offset is not None:
        assert abs(first.offset - second.offset) <= 1, (
            "half a pixel is rounded away: a line has 20 words, and 36 of them"
        )
    else:
        right = pages(window)[1]
        assert height_of(right, first) == pytest.approx(right.scroll_map.value(), abs=1)


@pytest.mark.parametrize("leader", [0, 1])
def test_one_answer_in_two_scripts_scrolls_as_one(long: MainWindow, leader: int) -> None:
    leading, led = pages(long)[leader], pages(long)[1 - leader]
    for value in (*range(0, 900, 7), 4000, 3990, 50, 0):
        leading.scroll_map.setValue(value)
        assert leading.scroll_map.value() == value
        assert_same_words(long)
    _calm()
    assert led.scroll_map.value() == 0


def test_the_top_line_of_both_sides_has_the_same_words_whatever_their_widths(long: MainWindow) -> None:
    long.session.prefer(left_share=330)
    _calm()
    left, right = pages(long)
    assert left.width() * 2 == pytest.approx(right.width(), rel=0.05)
    before = -1
    for value in range(0, 2000, 13):
        left.scroll_map.setValue(value)
        led = right.scroll_map.value()
        assert led >= before, "a page that is led never goes back while the other goes on"
        before = led
        assert_same_words(long)


def test_nothing_drifts_however_often_the_leader_changes(long: MainWindow) -> None:
    long.session.prefer(left_share=400)
    _calm()
    left, right = pages(long)
    left.scroll_map.setValue(1234)
    led = right.scroll_map.value()
    for _ in range(40):
        right.scroll_map.setValue(right.scroll_map.value() + 333)
        left.scroll_map.setValue(1234)
    _calm()
    assert _tops(long) == [1234, led]


def test_the_places_of_both_sides_are_kept_while_they_scroll_together(long: MainWindow) -> None:
    left, _ = pages(long)
    left.scroll_map.setValue(1500)
    qt_wait(lambda: long.session.state.panes[1].positions.get(0, 0) > 0)
    first, second = long.session.state.panes
    assert first.positions[0] == pytest.approx(second.positions[0], abs=30)
    assert min(first.positions[0], second.positions[0]) > 300


def test_a_flip_while_scrolled_leaves_both_sides_where_they_are(long: MainWindow) -> None:
    left, right = pages(long)
    left.scroll_map.setValue(1500)
    for page in (right, left, right):
        page.setFocus()
        long.commands["script.toggle"].trigger()
        long.commands["script.toggle"].trigger()
        _calm()
        assert left.scroll_map.value() == 1500
        assert_same_words(long)


def test_a_place_that_is_gone_to_is_gone_to_on_both_sides(long: MainWindow) -> None:
    document = long.session.state.document
    assert document is not None
    start = document.text.index("33、")
    long.session.go_to(Span(start, start + 2))
    _calm()
    assert min(_tops(long)) > 1000
    assert_same_words(long)


def test_two_answers_go_apart_until_they_are_asked_to_go_together(long: MainWindow) -> None:
    long.session.show_answer(1)
    _calm()
    left, right = pages(long)
    left.scroll_map.setValue(400)
    assert _tops(long) == [400, 0]
    long.commands["panes.together"].trigger()
    _calm()
    left.scroll_map.setValue(left.scroll_map.maximum() // 2)
    assert right.scroll_map.value() == pytest.approx(right.scroll_map.maximum() / 2, abs=2)
    left.scroll_map.setValue(left.scroll_map.maximum())
    assert right.scroll_map.value() == right.scroll_map.maximum()
    right.scroll_map.setValue(0)
    assert _tops(long) == [0, 0]
    long.session.toggle_script()
    long.commands["panes.together"].trigger()
    left.scroll_map.setValue(100)
    assert _tops(long) == [100, 0]


# -- each by itself, and both ------------------------------------------------------------------------------------


def test_a_selection_is_shown_faintly_on_the_other_side_of_the_same_answer_alone(two: MainWindow) -> None:
    session = two.session
    _, right = pages(two)
    plain = right.viewport().grab().toImage()
    session.select(span(session, "戰略家"), 0)
    _calm()
    assert right.viewport().grab().toImage() != plain
    assert session.state.panes[1].selection is None
    assert session.state.seen_from(1).selection_beside == span(session, "戰略家")
    session.show_answer(1)
    assert session.state.seen_from(1).selection_beside is None


def test_lights_marks_and_what_is_found_are_on_both_sides(two: MainWindow) -> None:
    session = two.session
    ticks = [len(page.scroll_map.ticks) for page in pages(two)]
    assert ticks == [0, 0]
    session.lights.light("戰略家")
    session.select(span(session, "腦洞大開"))
    session.annotations.highlight()
    session.searching.look_for("特朗普", staying=True)
    _calm()
    assert [len(page.scroll_map.ticks) for page in pages(two)] == [3, 3]


# -- the width, and the next start -------------------------------------------------------------------------------


def test_the_width_of_the_sides_is_remembered_and_kept_when_the_window_changes(two: MainWindow) -> None:
    left, right = pages(two)
    total = left.width() + right.width()
    splitter_of(two).moveSplitter(total // 3, 1)  # as a drag of the divider does
    qt_wait(lambda: two.session.state.preferences.left_share != 500)
    assert two.session.state.preferences.left_share == pytest.approx(333, abs=4)
    two.resize(two.width() + 300, two.height())
    _calm()
    assert left.width() / (left.width() + right.width()) == pytest.approx(1 / 3, abs=0.01)
    two.commands["panes.close"].trigger()
    two.commands["panes.script"].trigger()
    _calm()
    left, right = pages(two)
    assert left.width() / (left.width() + right.width()) == pytest.approx(1 / 3, abs=0.01)


def splitter_of(window: MainWindow) -> QSplitter:
    found = window.panes.findChild(QSplitter)
    assert found is not None
    return found


def qt_wait(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    for _ in range(300):
        if holds():
            return
        QTest.qWait(10)
    raise AssertionError("it never came to hold")


def test_a_double_click_on_the_divider_makes_two_halves(two: MainWindow) -> None:
    two.session.prefer(left_share=300)
    _calm()
    QTest.mouseDClick(splitter_of(two).handle(1), Qt.MouseButton.LeftButton)
    left, right = pages(two)
    assert abs(left.width() - right.width()) <= 1


@pytest.mark.parametrize("at_left", [False, True])
def test_room_is_kept_for_a_side_that_is_still_to_come(
    window: MainWindow, at_left: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    held: list[Callable[[State], State]] = []
    monkeypatch.setattr(session.scripts, "change", held.append)  # as while the tables are loaded
    session.panes.begin()
    session.prefer(left_share=400)
    session.replace(awaited=OtherSide(1, at_left=at_left))
    _calm()
    page = window.page
    before, x = page.width(), page.mapTo(window, QPoint()).x()
    assert len(pages(window)) == 1
    [change] = held
    session.store.update(change)
    _calm()
    assert [pane.answer for pane in session.state.panes] == ([1, 0] if at_left else [0, 1])
    assert (window.page.width(), window.page.mapTo(window, QPoint()).x()) == (before, x)
    assert window.page.hasFocus()


def test_two_pages_come_first_and_panels_give_way_to_them(window: MainWindow) -> None:
    window.resize(1280, 720)
    _calm()
    assert window.sidebar.isVisible()
    assert window.notes.isVisible()
    window.commands["panes.script"].trigger()
    _calm()
    assert window.sidebar.isVisible(), "which answer is beside is chosen there"
    assert not window.notes.isVisible()
    assert min(page.width() for page in pages(window)) >= 500
    window.commands["focus.notes"].trigger()
    _calm()
    assert window.notes.isVisible()
    assert not window.sidebar.isVisible()
    window.commands["panes.close"].trigger()
    _calm()
    assert window.sidebar.isVisible()
    assert window.notes.isVisible()


def test_the_side_panel_comes_back_when_a_pair_is_closed(window: MainWindow) -> None:
    window.resize(1280, 720)
    QApplication.processEvents()
    assert window.side.isVisible()
    window.session.panes.put_answer_beside()
    QApplication.processEvents()
    assert not window.side.isVisible()
    window.session.panes.close()
    QApplication.processEvents()
    assert window.side.isVisible()


def test_y_leaves_the_words_of_the_focused_sides_author_in_ink_and_says_so(window: MainWindow) -> None:
    session = window.session
    session.panes.put_answer_beside()
    QApplication.processEvents()
    assert session.state.focus == 1
    QTest.keyClick(window.page, Qt.Key.Key_Y)
    assert session.state.notice is not None
    assert session.state.notice.code == "person-lit"
    assert session.state.notice.details["name"] == "建章看世界"
    assert session.state.lights.person is not None
    assert not session.state.preferences.answers_together
