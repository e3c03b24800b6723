"""The script selector: three segments and their menus, worked with real keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.script import VARIANTS, Edition, Script, SourceScript
from desktop.ui.bar.script_selector import ScriptSelector
from tests.ui.bare_desk import BareDesk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look


@pytest.fixture
def selector(qtbot: QtBot, session: Session, look: Look) -> ScriptSelector:
    widget = ScriptSelector(session, look, BareDesk(session))
    widget.complete()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _checked(selector: ScriptSelector) -> list[Script]:
    return [script for script, segment in selector.segments.items() if segment.isChecked()]


def _menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def _entries(selector: ScriptSelector, script: Script, *, below: bool = False) -> list[QAction]:
    """Return the entries of the menu of `script`, made anew, or those in the menu below it."""
    menu: QMenu = selector.menu_of(script)
    if below:
        menu = menu.findChildren(QMenu)[-1]
    return menu.actions()


def _named(actions: list[QAction], name: str) -> QAction:
    return next(action for action in actions if action.objectName() == name)


@pytest.mark.parametrize("script", [Script.TRADITIONAL, Script.SIMPLIFIED, Script.ORIGINAL])
def test_a_click_shows_that_script_and_fills_its_segment(
    selector: ScriptSelector, session: Session, script: Script
) -> None:
    QTest.mouseClick(selector.segments[script], Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert session.state.focused_manner.script is script
    assert _checked(selector) == [script]


def test_a_script_shown_from_elsewhere_fills_its_segment(selector: ScriptSelector, session: Session) -> None:
    session.toggle_script()
    assert _checked(selector) == [Script.SIMPLIFIED]


def test_a_second_click_changes_nothing(selector: ScriptSelector, session: Session) -> None:
    for _ in range(2):
        QTest.mouseClick(selector.segments[Script.SIMPLIFIED], Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert _checked(selector) == [Script.SIMPLIFIED]
    assert session.state.focused_manner.script is Script.SIMPLIFIED


def test_arrows_walk_the_segments_and_stop_at_the_ends(selector: ScriptSelector, session: Session) -> None:
    selector.segments[Script.ORIGINAL].setFocus()
    shown: list[Script] = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(selector.window().focusWidget(), key)
        shown.append(session.state.focused_manner.script)
    assert shown == [Script.TRADITIONAL, Script.SIMPLIFIED, Script.SIMPLIFIED, Script.TRADITIONAL]


def test_the_chevron_opens_the_ways_of_writing_and_chooses_one(
    qtbot: QtBot, selector: ScriptSelector, session: Session
) -> None:
    segment = selector.segments[Script.TRADITIONAL]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton, pos=QPoint(segment.width() - 4, 12))
    menu = _menu(qtbot)
    assert session.state.focused_manner.script is Script.ORIGINAL
    names = [action.objectName() for action in menu.actions() if action.isCheckable()]
    assert names == [f"variant.traditional.{v.id}" for v in VARIANTS if v.script is Script.TRADITIONAL]
    wanted = _named(menu.actions(), "variant.traditional.taiwan-words")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())
    assert session.state.manner.traditional == "taiwan-words"
    assert session.state.focused_manner.script is Script.TRADITIONAL


def test_down_and_the_right_button_open_the_menu_too(qtbot: QtBot, selector: ScriptSelector) -> None:
    segment = selector.segments[Script.SIMPLIFIED]
    QTest.keyClick(segment, Qt.Key.Key_Down)
    _menu(qtbot).close()
    segment.contextMenuEvent(None)  # pyright: ignore[reportArgumentType] (the event is not looked at)
    _menu(qtbot).close()


def test_holding_the_button_opens_the_menu(qtbot: QtBot, selector: ScriptSelector, session: Session) -> None:
    QTest.mousePress(selector.segments[Script.SIMPLIFIED], Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    _menu(qtbot).close()
    assert session.state.focused_manner.script is Script.ORIGINAL


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda v: f"{v.script.value}-{v.id}")
def test_every_variant_can_be_chosen_and_is_then_the_one_checked(
    selector: ScriptSelector, session: Session, variant: object
) -> None:
    assert variant in VARIANTS
    chosen = VARIANTS[VARIANTS.index(variant)]  # pyright: ignore[reportArgumentType] (it is one of them)
    name = f"variant.{chosen.script.value}.{chosen.id}"
    _named(_entries(selector, chosen.script), name).trigger()
    checked = [a.objectName() for a in _entries(selector, chosen.script) if a.isChecked()]
    assert checked == [name]
    assert session.state.focused_manner.script is chosen.script


def test_the_reader_corrects_what_the_text_is_written_in(selector: ScriptSelector, session: Session) -> None:
    assert [a.objectName() for a in _entries(selector, Script.ORIGINAL) if a.isChecked()] == ["source.detected"]
    assert "traditional" in selector.segments[Script.ORIGINAL].toolTip()
    _named(_entries(selector, Script.ORIGINAL), "source.simplified").trigger()
    assert session.state.manner.source_script is SourceScript.SIMPLIFIED
    assert "You said" in selector.segments[Script.ORIGINAL].toolTip()
    assert [a.objectName() for a in _entries(selector, Script.ORIGINAL) if a.isChecked()] == ["source.simplified"]
    _named(_entries(selector, Script.ORIGINAL), "source.detected").trigger()
    assert session.state.manner.source_script is SourceScript.TRADITIONAL


def test_the_tooltip_names_the_key(selector: ScriptSelector) -> None:
    assert selector.segments[Script.ORIGINAL].toolTip().startswith("Original (Shift+T)")


MIXED = """\
大家怎麼看這個問題?

某甲


於是只好這麼說了。這個問題說來話長,還是從頭說起。

某乙


这么说来，这个问题很显著。我觉得应该这么办，什么都别急。
"""


@pytest.fixture
def mixed(session: Session, tmp_path: Path) -> Session:
    """Return the session with a thread open that has a good part of both scripts."""
    path = tmp_path / "mixed.txt"
    path.write_text(MIXED, encoding="utf-8")
    assert session.shelf.open(path)
    return session


def test_the_verdict_stands_behind_the_original(selector: ScriptSelector, session: Session) -> None:
    original = selector.segments[Script.ORIGINAL]
    assert original.verdict == "繁"
    session.correct_source(SourceScript.SIMPLIFIED)
    assert original.verdict == "简"
    session.correct_source(None)
    assert original.verdict == "繁"
    assert [selector.segments[script].verdict for script in (Script.TRADITIONAL, Script.SIMPLIFIED)] == ["", ""]


def test_the_verdict_is_painted_and_has_its_room(selector: ScriptSelector) -> None:
    original = selector.segments[Script.ORIGINAL]
    with_verdict, width = original.grab().toImage(), original.sizeHint().width()
    original.show_verdict("简")
    assert original.grab().toImage() != with_verdict
    assert original.sizeHint().width() == width
    original.show_verdict("")
    assert original.sizeHint().width() < width


def test_a_text_in_both_scripts_is_called_mixed_until_the_reader_says_otherwise(
    mixed: Session, selector: ScriptSelector
) -> None:
    original = selector.segments[Script.ORIGINAL]
    assert original.verdict == "混"
    assert "traditional and simplified" in original.accessibleDescription()
    assert "traditional and simplified" in original.toolTip()
    mixed.correct_source(SourceScript.SIMPLIFIED)
    assert original.verdict == "简"
    assert original.accessibleDescription() == "You said that this text is written in simplified characters"


def test_where_nothing_is_open_there_is_no_verdict(qtbot: QtBot, empty_session: Session, qapp: QApplication) -> None:
    from desktop.ui.look.look import Look

    selector = ScriptSelector(empty_session, Look(qapp, empty_session), BareDesk(empty_session))
    selector.complete()
    qtbot.addWidget(selector)
    original = selector.segments[Script.ORIGINAL]
    assert (original.verdict, original.accessibleDescription()) == ("", "")
    original.menu_wanted.emit()
    menu = _menu(qtbot)
    assert not any(action.isEnabled() for action in menu.actions() if action.objectName().startswith("source."))
    menu.close()


@pytest.mark.parametrize("script", Script)
def test_every_menu_begins_with_the_verdict(qtbot: QtBot, selector: ScriptSelector, script: Script) -> None:
    selector.segments[script].menu_wanted.emit()
    menu = _menu(qtbot)
    assert menu.actions()[0].text() == selector.verdict()
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_the_verdict_is_corrected_in_the_menu_of_the_original(
    qtbot: QtBot, selector: ScriptSelector, session: Session
) -> None:
    segment = selector.segments[Script.ORIGINAL]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton, pos=QPoint(segment.width() - 4, 12))
    menu = _menu(qtbot)
    wanted = _named(menu.actions(), "source.simplified")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(wanted).center())
    assert session.state.manner.source_script is SourceScript.SIMPLIFIED
    assert segment.verdict == "简"


@pytest.mark.parametrize("edition", Edition)
def test_an_edition_is_chosen_and_is_then_the_one_checked(
    selector: ScriptSelector, session: Session, edition: Edition
) -> None:
    _named(_entries(selector, Script.ORIGINAL, below=True), f"edition.{edition.value}").trigger()
    checked = [
        action.objectName() for action in _entries(selector, Script.ORIGINAL, below=True) if action.isChecked()
    ]
    assert checked == [f"edition.{edition.value}"]
    assert session.state.focused_manner.conversion().edition is edition
