"""The keyword bar: chips that light and put out, worked with real keys and clicks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from desktop.keywords import Term
from desktop.script import Script
from desktop.ui.bar.chip import Chip, Keyword
from desktop.ui.bar.keyword_bar import KeywordBar
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import type_words

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


TERMS = {
    0: (Term("戰略家", 3.0, 1), Term("特朗普", 2.0, 1), Term("美國", 1.0, 1)),
    1: (Term("特朗普", 3.0, 2), Term("眾叛親離", 2.0, 1)),
}


@pytest.fixture
def bar(qtbot: QtBot, session: Session, look: Look) -> KeywordBar:
    session.replace(lights=replace(session.state.lights, keywords=TERMS))
    widget = KeywordBar(session, look, BareDesk(session))
    qtbot.addWidget(widget)
    widget.resize(720, 28)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _chips(bar: KeywordBar) -> list[Chip]:
    chips = [chip for chip in bar.findChildren(Chip) if chip.isVisible()]
    return sorted(chips, key=lambda chip: chip.x())


def _texts(bar: KeywordBar) -> list[str]:
    return [chip.text() for chip in _chips(bar)]


def _chip(bar: KeywordBar, text: str) -> Chip:
    return next(chip for chip in _chips(bar) if chip.text() == text)


def _button(bar: KeywordBar, name: str) -> QToolButton:
    button = bar.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    return button


def _field(bar: KeywordBar) -> QLineEdit:
    field = bar.findChild(QLineEdit, "keywordField")
    assert isinstance(field, QLineEdit)
    return field


def _lit(session: Session) -> list[str]:
    return [light.term for light in session.state.lights.terms]


def _focused(bar: KeywordBar) -> QWidget:
    widget = bar.window().focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    "word", ["Java", "Android", "GDP", "ppt", "ptt", "Gossiping", "class", "time", "理查德·凱利", "iii"]
)
def test_a_word_for_which_a_chip_has_room_is_drawn_whole(qtbot: QtBot, look: Look, word: str) -> None:
    chip = Chip(look)
    qtbot.addWidget(chip)
    chip.show_keyword(Keyword(word, word, 2))
    assert chip.drawn == word
    chip.show_keyword(Keyword(word, word * 30, 2))
    assert chip.drawn.endswith("…")
    assert chip.width() < 240


def test_the_terms_of_the_answer_are_outlines_with_their_counts(bar: KeywordBar, session: Session) -> None:
    assert _texts(bar) == ["戰略家", "特朗普", "美國"]
    assert not any(chip.isChecked() for chip in _chips(bar))
    session.show_answer(1)
    assert _texts(bar) == ["特朗普", "眾叛親離"]
    assert [chip.keyword.count for chip in _chips(bar)] == [2, 1]


def test_a_click_lights_a_term_and_a_second_puts_it_out(bar: KeywordBar, session: Session) -> None:
    QTest.mouseClick(_chip(bar, "特朗普"), Qt.MouseButton.LeftButton)
    assert _lit(session) == ["特朗普"]
    assert _texts(bar) == ["戰略家", "特朗普", "美國"], "a chip stays under the mouse"
    assert _chip(bar, "特朗普").isChecked()
    QTest.mouseClick(_chip(bar, "特朗普"), Qt.MouseButton.LeftButton)
    assert _lit(session) == []
    assert _texts(bar) == ["戰略家", "特朗普", "美國"]


def test_what_is_lit_stands_in_front_once_another_answer_is_shown(bar: KeywordBar, session: Session) -> None:
    session.lights.light("美國")
    assert _texts(bar) == ["戰略家", "特朗普", "美國"]
    session.show_answer(1)
    session.show_answer(0)
    assert _texts(bar) == ["美國", "戰略家", "特朗普"]


def test_a_lit_chip_counts_this_answer_and_tells_of_the_whole_thread(bar: KeywordBar, session: Session) -> None:
    session.lights.light("特朗普")
    chip = _chip(bar, "特朗普")
    assert (chip.keyword.count, chip.keyword.total) == (1, 3)
    session.show_answer(1)
    assert _chip(bar, "特朗普").keyword.count == 2
    assert "3 in the thread" in _chip(bar, "特朗普").toolTip()


def test_terms_are_shown_in_the_script_and_lit_in_the_source(bar: KeywordBar, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    QTest.mouseClick(_chip(bar, "战略家"), Qt.MouseButton.LeftButton)
    assert _lit(session) == ["戰略家"]


def test_a_term_lit_in_the_other_script_is_not_offered_twice(bar: KeywordBar, session: Session) -> None:
    session.lights.light("战略家")
    assert _texts(bar) == ["战略家", "特朗普", "美國"]


def test_the_chip_says_itself_in_words(bar: KeywordBar, session: Session) -> None:
    assert _chip(bar, "美國").accessibleName() == "Keyword 美國, 1 place(s)"
    session.lights.light("美國")
    assert _chip(bar, "美國").accessibleName() == "Keyword 美國, 1 place(s), lit"


def test_a_lit_chip_carries_the_line_of_its_light(bar: KeywordBar, session: Session, look: Look) -> None:
    session.lights.light("戰略家")
    session.lights.light("美國")
    for slot, term in enumerate(("戰略家", "美國")):
        colors = _colors(_chip(bar, term).grab().toImage())
        assert look.tokens.light(slot).rgb() in colors
        assert look.tokens.light(1 - slot).rgb() not in colors


def _colors(picture: QImage) -> set[int]:
    return {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_toggles_and_the_keyboard_stays_on_the_term(bar: KeywordBar, session: Session, key: Qt.Key) -> None:
    _chip(bar, "美國").setFocus()
    QTest.keyClick(_focused(bar), key)
    assert _lit(session) == ["美國"]
    assert _focused(bar) is _chip(bar, "美國")
    QTest.keyClick(_focused(bar), key)
    assert _lit(session) == []


def test_delete_and_the_middle_button_put_a_light_out_and_never_light(bar: KeywordBar, session: Session) -> None:
    QTest.mouseClick(_chip(bar, "美國"), Qt.MouseButton.MiddleButton)
    QTest.keyClick(_chip(bar, "美國"), Qt.Key.Key_Delete)
    assert _lit(session) == []
    session.lights.light("美國")
    QTest.mouseClick(_chip(bar, "美國"), Qt.MouseButton.MiddleButton)
    assert _lit(session) == []
    session.lights.light("美國")
    QTest.keyClick(_chip(bar, "美國"), Qt.Key.Key_Delete)
    assert _lit(session) == []


def test_tab_stops_once_at_the_chips_and_arrows_walk_them(bar: KeywordBar) -> None:
    stops = [chip for chip in _chips(bar) if chip.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == _chips(bar)[:1]
    stops[0].setFocus()
    for expected in (*_chips(bar)[1:], _button(bar, "keywordAdd")):
        QTest.keyClick(_focused(bar), Qt.Key.Key_Right)
        assert _focused(bar) is expected


def test_the_context_menu_puts_out_one_light_or_all(qtbot: QtBot, bar: KeywordBar, session: Session) -> None:
    for term in ("美國", "特朗普", "戰略家"):
        session.lights.light(term)
    _choose(qtbot, bar, "美國", 0)
    assert _lit(session) == ["特朗普", "戰略家"]
    _choose(qtbot, bar, "美國", 1)
    assert _lit(session) == []


def _choose(qtbot: QtBot, bar: KeywordBar, term: str, entry: int) -> None:
    chip = _chip(bar, term)
    chip.customContextMenuRequested.emit(chip.rect().center())
    _click_entry(qtbot, entry)


def _click_entry(qtbot: QtBot, entry: int) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[entry]).center())


def _entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def _opened(qtbot: QtBot, chip: Chip) -> QMenu:
    """Return the menu of a chip."""
    chip.customContextMenuRequested.emit(chip.rect().center())
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _below(menu: QMenu, title: str) -> QMenu:
    return next(below for below in menu.findChildren(QMenu) if below.title() == title)


def test_a_chip_is_made_one_with_another_and_taken_apart(qtbot: QtBot, bar: KeywordBar, session: Session) -> None:
    session.finding.begin()
    session.lights.light("特朗普")
    session.lights.light("普京")
    menu = _opened(qtbot, _chip(bar, "特朗普"))
    merge = next(one for one in _below(menu, "Merge with").actions() if one.text() == "普京")
    merge.trigger()
    menu.close()
    assert [light.term for light in session.state.lights.terms] == ["特朗普"]
    assert _chip(bar, "特朗普").keyword.total == 4
    menu = _opened(qtbot, _chip(bar, "特朗普"))
    next(one for one in menu.actions() if one.text() == "Take apart: 特朗普 = 普京").trigger()
    menu.close()
    assert _chip(bar, "特朗普").keyword.total == 3


def test_a_chip_is_not_offered_to_be_made_one_with_what_it_is_one_with(
    qtbot: QtBot, bar: KeywordBar, session: Session
) -> None:
    words = tuple(Term(word, 9.0, 1) for word in ("俄羅斯", "俄罗斯", "普京"))
    for _ in range(2):  # the second time the row is drawn from equal values, which are others
        keywords = {0: tuple(replace(one) for one in words)}
        session.replace(lights=replace(session.state.lights, keywords=keywords))
    menu = _opened(qtbot, _chip(bar, "俄羅斯"))
    offered = [one.text() for one in _below(menu, "Merge with").actions()]
    menu.close()
    assert "普京" in offered
    assert not {"俄羅斯", "俄罗斯"} & set(offered)


def test_a_word_that_is_never_to_be_shown_goes_at_once_and_comes_back(
    qtbot: QtBot, bar: KeywordBar, session: Session
) -> None:
    term = bar.findChildren(Chip)[0].keyword.term
    menu = _opened(qtbot, _chip(bar, term))
    next(one for one in menu.actions() if one.text() == "Never show this word").trigger()
    menu.close()
    shown = [chip.keyword.term for chip in bar.findChildren(Chip) if chip.isVisibleTo(bar)]
    assert term not in shown
    session.history.undo()
    assert term in [chip.keyword.term for chip in bar.findChildren(Chip) if chip.isVisibleTo(bar)]


def test_lists_are_lit_and_deleted_from_the_menu_of_a_chip(qtbot: QtBot, bar: KeywordBar, session: Session) -> None:
    session.owning.save_list("兩人", ["特朗普", "普京"])
    chip = bar.findChildren(Chip)[0]
    menu = _opened(qtbot, chip)
    of_list = _below(menu, "兩人")
    assert _entries(of_list) == ["Light these words", "Rename…", "Delete"]
    of_list.actions()[0].trigger()
    assert [light.term for light in session.state.lights.terms] == ["特朗普", "普京"]
    of_list.actions()[2].trigger()
    menu.close()
    assert session.owning.list_named("兩人") is None


def test_what_does_not_fit_waits_behind_a_button_that_counts_it(
    qtbot: QtBot, bar: KeywordBar, session: Session
) -> None:
    assert not _button(bar, "keywordMore").isVisible()
    bar.resize(200, 28)
    hidden = 3 - len(_chips(bar))
    assert hidden > 0
    assert _button(bar, "keywordMore").text() == f"+{hidden}"
    assert _button(bar, "keywordAdd").geometry().right() <= bar.width()
    QTest.mouseClick(_button(bar, "keywordMore"), Qt.MouseButton.LeftButton)
    _click_entry(qtbot, hidden - 1)
    assert _lit(session) == ["美國"]


def test_the_plus_becomes_a_field_and_return_lights_what_is_typed(
    qtbot: QtBot, bar: KeywordBar, session: Session
) -> None:
    QTest.mouseClick(_button(bar, "keywordAdd"), Qt.MouseButton.LeftButton)
    assert _field(bar).hasFocus()
    type_words(_field(bar), "𠮷野家")
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(_field(bar), Qt.Key.Key_Return)
    assert _lit(session) == ["𠮷野家"]
    assert not _field(bar).isVisible()
    assert _button(bar, "keywordAdd").isVisible()


def test_escape_gives_up_adding(qtbot: QtBot, bar: KeywordBar, session: Session) -> None:
    bar.begin_adding()
    type_words(_field(bar), "美國")
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(_field(bar), Qt.Key.Key_Escape)
    assert _lit(session) == []
    assert not _field(bar).isVisible()


def test_the_field_goes_when_the_keyboard_does(bar: KeywordBar) -> None:
    bar.begin_adding()
    _chips(bar)[0].setFocus()
    assert not _field(bar).isVisible()


def test_another_answer_takes_the_chips_that_are_there(bar: KeywordBar, session: Session) -> None:
    before = set(map(id, bar.findChildren(Chip)))
    for answer in (1, 0, 2, 0):
        session.show_answer(answer)
    assert set(map(id, bar.findChildren(Chip))) == before


def test_until_the_keywords_are_known_the_bar_waits_quietly(bar: KeywordBar, session: Session) -> None:
    session.replace(lights=replace(session.state.lights, keywords=None))
    assert _texts(bar) == []
    assert _button(bar, "keywordAdd").isVisible()


def test_without_a_thread_nothing_can_be_added(bar: KeywordBar, session: Session) -> None:
    bar.begin_adding()
    session.replace(document=None, lights=replace(session.state.lights, keywords=None))
    assert not _field(bar).isVisible()
    assert not _button(bar, "keywordAdd").isEnabled()


def test_a_chip_that_is_clicked_stays_and_the_newcomer_comes_last(bar: KeywordBar, session: Session) -> None:
    words = ("美俄", "結盟", "戰略家", "特朗普", "總統", "美國", "腦洞", "想法", "大開")
    session.replace(
        lights=replace(
            session.state.lights, keywords={0: tuple(Term(word, 9.0 - n, 1) for n, word in enumerate(words))}
        )
    )
    before = _texts(bar)
    chip = _chip(bar, "腦洞")
    place = chip.geometry()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert _chip(bar, "腦洞").geometry() == place
    assert _chip(bar, "腦洞").isChecked()
    assert _texts(bar)[: len(before)] == before


def test_a_last_chip_does_not_give_way_to_the_count_of_those_behind_it(bar: KeywordBar, session: Session) -> None:
    words = ("美俄", "結盟", "戰略家", "特朗普", "總統", "美國", "腦洞", "想法", "大開")
    session.replace(
        lights=replace(
            session.state.lights, keywords={0: tuple(Term(word, 9.0 - n, 1) for n, word in enumerate(words))}
        )
    )
    for width in range(300, 720, 12):
        bar.resize(width, 28)
        last = _chips(bar)[-1].text()
        session.lights.toggle(last)
        assert _chip(bar, last).isChecked()
        session.lights.toggle(last)


def test_a_keyword_of_the_readers_own_comes_in_front(bar: KeywordBar, session: Session) -> None:
    session.lights.light("總統")
    assert _texts(bar) == ["總統", "戰略家", "特朗普", "美國"]


def test_a_lit_chip_without_a_place_here_is_drawn_quieter(qtbot: QtBot, look: Look) -> None:
    inks: list[int] = []
    for count in (3, 0):
        chip = Chip(look)
        qtbot.addWidget(chip)
        chip.show_keyword(Keyword("美國", "美國", count, slot=0))
        image = chip.grab().toImage()
        inks.append(
            min(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))
        )
    used, unused = inks
    assert unused > used
