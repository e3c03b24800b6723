"""The row above two pages: whose words are where, what a click does, and how it is put away."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from desktop.keywords import Concept, PairTerm, PairTerms
from desktop.script import Script
from desktop.session.own.own import OwnKind
from desktop.session.own.own_words import own_of
from desktop.session.state import PairWords
from desktop.ui.sides.pair_head import PairHead
from desktop.ui.sides.pair_term import PairTermButton

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

TERMS = PairTerms(
    (PairTerm("特朗普", 1, 2), PairTerm("美國", 1, 1)), (PairTerm("戰略家", 1, 0),), (PairTerm("孤家寡人", 0, 1),)
)


@pytest.fixture
def head(window: MainWindow) -> PairHead:
    """Return the row above the first two answers, whose words are known."""
    session = window.session
    window.resize(1500, 800)
    session.panes.put_beside(1)
    session.replace(lights=replace(session.state.lights, pair=PairWords((0, 1), TERMS)))
    QApplication.processEvents()
    found = window.panes.findChild(PairHead)
    assert found is not None
    assert found.isVisible()
    return found


def buttons(head: PairHead) -> dict[str, PairTermButton]:
    """Return what shows words, by these, from left to right."""
    found = sorted((one for one in head.findChildren(PairTermButton) if one.isVisible()), key=lambda one: one.x())
    return {one.text(): one for one in found}


def captions(head: PairHead) -> list[str]:
    found = sorted((one for one in head.findChildren(QLabel) if one.text()), key=lambda one: one.x())
    return [one.accessibleName() for one in found]


def test_what_both_have_is_in_the_middle_and_what_one_has_on_its_side(head: PairHead) -> None:
    assert list(buttons(head)) == ["戰略家", "特朗普", "美國", "孤家寡人"]
    assert captions(head) == ["Only 杜達特洛夫斯基:", "Both:", "Only 建章看世界:"]
    assert "2 times" in buttons(head)["特朗普"].toolTip()
    assert "建章看世界" in buttons(head)["特朗普"].accessibleName()


def test_a_click_lights_a_word_and_another_puts_it_out(head: PairHead, window: MainWindow) -> None:
    QTest.mouseClick(buttons(head)["特朗普"], Qt.MouseButton.LeftButton)
    assert [light.term for light in window.session.state.lights.terms] == ["特朗普"]
    button = buttons(head)["特朗普"]
    assert button.isChecked()
    assert button.accessibleName().endswith("lit")
    assert not buttons(head)["美國"].isChecked()
    button.click()
    assert window.session.state.lights.terms == ()


def test_words_are_shown_in_the_script_of_the_page_in_focus(head: PairHead, window: MainWindow) -> None:
    window.session.show_script(Script.SIMPLIFIED)
    assert list(buttons(head)) == ["战略家", "特朗普", "美国", "孤家寡人"]


def test_words_of_another_pair_are_not_shown(head: PairHead, window: MainWindow) -> None:
    window.session.panes.step_other(1)
    assert buttons(head) == {}
    assert "…" in captions(head)


def test_arrows_walk_the_words_and_tab_stops_at_one(head: PairHead) -> None:
    stops = [one for one in head.findChildren(PairTermButton) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.text() for one in stops] == ["特朗普"]
    stops[0].setFocus()
    QTest.keyClick(stops[0], Qt.Key.Key_Left)
    assert buttons(head)["戰略家"].hasFocus()
    QTest.keyClick(buttons(head)["戰略家"], Qt.Key.Key_Return)
    assert buttons(head)["戰略家"].isChecked()
    assert buttons(head)["戰略家"].hasFocus()


def test_tab_comes_from_the_right_page_to_the_words(head: PairHead, window: MainWindow) -> None:
    window.session.panes.focus(1)
    window.page.setFocus()
    passed: list[str] = []
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        passed.append(window.focusWidget().objectName())
    assert passed == ["pairTerm", "pairHead.fold"]


def test_one_answer_in_two_scripts_has_their_names_instead(head: PairHead, window: MainWindow) -> None:
    window.session.panes.put_script_beside()
    QApplication.processEvents()
    assert captions(head) == ["Traditional", "Simplified"]
    assert buttons(head) == {}
    window.session.toggle_script()
    window.session.panes.focus(0)
    window.session.toggle_script()
    assert captions(head) == ["Simplified", "Traditional"]


def test_one_answer_in_one_script_on_both_sides_is_said_to_be_one(head: PairHead, window: MainWindow) -> None:
    window.session.panes.put_beside(0)
    assert buttons(head) == {}
    assert captions(head) == ["One answer, twice"]


def test_it_is_put_away_and_comes_back(head: PairHead, window: MainWindow) -> None:
    top = window.page.mapTo(window, window.page.rect().topLeft()).y()
    fold = head.findChild(QToolButton, "pairHead.fold")
    assert fold is not None
    fold.click()
    QApplication.processEvents()
    assert not head.isVisible()
    assert window.page.mapTo(window, window.page.rect().topLeft()).y() < top
    window.commands["panes.shared"].trigger()
    assert head.isVisible()
    window.session.panes.close()
    assert not head.isVisible()


def test_a_narrow_row_leaves_words_out_and_none_lies_on_another(head: PairHead, window: MainWindow) -> None:
    many = tuple(PairTerm(f"詞語{number}號", 1, 1) for number in range(12))
    pair = PairWords((0, 1), PairTerms(many, many, many))
    window.session.replace(lights=replace(window.session.state.lights, pair=pair))
    for width in (1500, 1100, 860, 700):
        window.resize(width, 720)
        QApplication.processEvents()
        shown = [one for one in head.findChildren(QLabel) if one.text()] + [
            one for one in head.findChildren(PairTermButton) if one.isVisible()
        ]
        shown.sort(key=lambda one: one.x())
        assert len(shown) >= 3
        for one, other in pairwise(shown):
            assert one.geometry().right() < other.geometry().left()
        assert shown[-1].geometry().right() < head.width()


def test_a_word_is_lit_at_once_when_it_is_made_one_with_a_light(head: PairHead, window: MainWindow) -> None:
    session = window.session
    session.lights.light("普京")
    assert not buttons(head)["特朗普"].isChecked()
    session.finding.blockSignals(True)  # as while a long thread is searched anew
    own = own_of(session.state).having(OwnKind.CONCEPTS, (Concept(("普京", "特朗普")),))
    session.replace(own=own)
    assert buttons(head)["特朗普"].isChecked()


def test_an_author_s_name_is_plain_words(head: PairHead) -> None:
    assert {label.textFormat() for label in head.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
