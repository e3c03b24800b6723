"""The panel of words: what it lists, says and does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton

from desktop.script import Script
from desktop.ui.words.panel import WordsPanel
from desktop.ui.words.term_listing import TermOrder
from desktop.ui.words.term_model import TermRole
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import type_words
from tests.ui.notes.notes_driver import found

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from desktop.session import Session
    from desktop.ui.look.look import Look

SAID = """\
兩國談判成功了嗎?

甲


談判,談判,談判!制裁不是辦法,制裁只會讓人民受苦,談判纔是辦法。談判談判。

乙


软件行家说:谈判没有用。软件和晶片的管制才有用,软件最要紧,行家都知道。

丙


我不懂。
"""


class Tracing:
    """Panels that keep what places they were asked to list."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []

    def show_concordance(self, words: str, author: str | None = None) -> None:
        self.asked.append((words, author))


class PanelsDesk(BareDesk):
    """A desk that has panels."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tracing = Tracing()

    @property
    def panels(self) -> Tracing:  # type: ignore[override]
        return self.tracing


@pytest.fixture
def desk(session: Session, tmp_path: Path) -> PanelsDesk:
    """Return a desk, with a thread of three authors open."""
    path = tmp_path / "談判.txt"
    path.write_text(SAID, encoding="utf-8")
    assert session.shelf.open(path)
    return PanelsDesk(session)


@pytest.fixture
def panel(qtbot: QtBot, session: Session, look: Look, desk: PanelsDesk) -> WordsPanel:
    """Return a panel on that thread, once all was counted."""
    made = WordsPanel(session, look, desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(300, 600)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: session.corpus.counting.counts is not None)
    qtbot.waitUntil(made.list.isVisible)
    return made


def rows(panel: WordsPanel) -> list[str]:
    """Return what the rows show, a heading behind a #."""
    model = panel.list.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [str(index.data()) if index.data(TermRole.TERM) else f"#{index.data()}" for index in indexes]


def index_of(panel: WordsPanel, words: str) -> QModelIndex:
    """Return the first row that shows `words`."""
    return panel.list.model().index(rows(panel).index(words), 0)


def choose(panel: WordsPanel, words: str) -> None:
    """Make the first row that shows `words` the current one, with the keyboard on it."""
    panel.list.setCurrentIndex(index_of(panel, words))
    panel.list.setFocus()


def click(panel: WordsPanel, words: str, x: int) -> None:
    """Click `x` pixels from the left (from the right, where negative) in the row that shows `words`."""
    rect = panel.list.visualRect(index_of(panel, words))
    place = QPoint(rect.left() + x if x >= 0 else rect.right() + x, rect.center().y())
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_an_answer_has_what_it_is_about_and_what_sets_it_apart(panel: WordsPanel, session: Session) -> None:
    shown = rows(panel)
    assert shown[0] == "#What it is about"
    assert "談判" in shown
    assert any(row.startswith(("#What sets this author apart", "#May set")) for row in shown)
    session.show_answer(1)
    assert "软件" in rows(panel)


def test_rows_are_in_the_script_that_is_shown(panel: WordsPanel, session: Session) -> None:
    session.show_script(Script.SIMPLIFIED)
    assert "谈判" in rows(panel)
    assert "談判" not in rows(panel)


def test_a_row_says_its_figures_in_words(panel: WordsPanel) -> None:
    index = index_of(panel, "談判")
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole)).split("\n")
    assert tip[:2] == ["談判 stands 7 time(s) in 2 of 3 answers", "6 time(s) in this one"]
    assert tip[2].endswith("in a thousand characters of this author")
    spoken = "談判, 6 time(s) in this answer, 7 in all, in 2 of 3 answers"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken
    choose(panel, "談判")
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert index_of(panel, "談判").data(Qt.ItemDataRole.AccessibleTextRole) == f"{spoken}, lit"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_L])
def test_keys_light_a_term_and_put_it_out(panel: WordsPanel, session: Session, key: Qt.Key) -> None:
    choose(panel, "談判")
    QTest.keyClick(panel.list, key)
    assert [light.term for light in session.state.lights.terms] == ["談判"]
    QTest.keyClick(panel.list, key)
    assert session.state.lights.terms == ()


def test_the_ring_before_a_term_lights_it(panel: WordsPanel, session: Session) -> None:
    click(panel, "談判", 22)
    assert [light.term for light in session.state.lights.terms] == ["談判"]


def test_a_bar_leads_to_the_places_of_its_author_and_a_count_to_all(panel: WordsPanel, desk: PanelsDesk) -> None:
    click(panel, "談判", -20)
    assert desk.tracing.asked == [("談判", None)]
    choose(panel, "談判")
    QTest.keyClick(panel.list, Qt.Key.Key_I)
    assert desk.tracing.asked == [("談判", None)] * 2
    rect = panel.list.visualRect(index_of(panel, "談判"))
    clicked: list[str | None] = []
    for x in range(rect.left(), rect.right()):
        desk.tracing.asked.clear()
        click(panel, "談判", x)
        clicked.extend(author for _, author in desk.tracing.asked if author not in clicked)
    assert clicked == ["甲", "乙", "丙", None]


def test_space_goes_from_place_to_place(panel: WordsPanel, session: Session) -> None:
    choose(panel, "談判")
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    first = session.state.pane.goal
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert first is not None
    assert session.state.pane.goal is not None
    assert session.state.pane.goal.span > first.span
    assert session.state.search is not None
    assert session.state.search.query == "談判"


def test_arrows_turn_the_views_and_walk_over_headings(panel: WordsPanel) -> None:
    choose(panel, "談判")
    QTest.keyClick(panel.list, Qt.Key.Key_Right)
    assert panel.switch.buttons[1].isChecked()
    assert not any(row.startswith("#") for row in rows(panel))
    assert panel.list.term == "談判", "the same term stays the current one"
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    for _ in range(len(rows(panel))):
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
        assert panel.list.term is not None


def test_lit_terms_have_a_view_and_without_any_it_says_how_to_light_one(
    qtbot: QtBot, panel: WordsPanel, session: Session
) -> None:
    panel.switch.buttons[2].click()
    hint = panel.findChild(QLabel)
    assert hint is not None
    assert hint.text().startswith("No word is lit.")
    assert not panel.list.isVisible()
    session.lights.light("软件")
    session.lights.light("制裁")
    qtbot.waitUntil(lambda: rows(panel) == ["软件", "制裁"])
    assert not hint.isVisible()
    session.lights.clear()
    assert hint.isVisible()


def test_a_filter_takes_either_script_and_escape_takes_it_back(panel: WordsPanel) -> None:
    left: list[int] = []
    panel.left.connect(lambda: left.append(1))
    panel.switch.buttons[1].click()
    type_words(panel.field, "軟件")
    assert rows(panel) == ["软件"]
    type_words(panel.field, "無")
    assert rows(panel) == []
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == ""
    assert len(rows(panel)) > 1
    assert not left
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert left


def test_return_in_the_filter_goes_to_the_first_term(panel: WordsPanel) -> None:
    panel.field.setFocus()
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    assert panel.list.term == rows(panel)[1], "below the heading"


def test_terms_are_sorted_by_what_the_menu_says(panel: WordsPanel) -> None:
    panel.switch.buttons[1].click()
    found(panel, QToolButton, "wordsOrder").click()
    menu = panel.findChildren(QMenu)[-1]
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[list(TermOrder).index(TermOrder.COUNT)].trigger()
    menu.close()
    assert rows(panel)[0] == "談判"
    totals = [panel.list.model().index(row, 0).data(TermRole.FIGURES).total for row in range(len(rows(panel)))]
    assert totals == sorted(totals, reverse=True)


def test_the_menu_of_a_term_does_what_it_says(panel: WordsPanel, session: Session, desk: PanelsDesk) -> None:
    panel.list.asked_for_menu.emit("談判", QPoint(0, 0))
    menu = panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    light, find, trace = menu.actions()[:3]
    assert light.text() == "Light This Term"
    for action in (light, find, trace):
        action.trigger()
    menu.close()
    assert [one.term for one in session.state.lights.terms] == ["談判"]
    assert session.state.search is not None
    assert desk.tracing.asked == [("談判", None)]


def test_a_term_can_be_merged_with_a_lit_one_and_taken_apart_again(
    qtbot: QtBot, panel: WordsPanel, session: Session
) -> None:
    panel.switch.buttons[1].click()
    session.lights.light("制裁")
    panel.list.asked_for_menu.emit("管制", QPoint(0, 0))
    merging = panel.findChildren(QMenu, options=Qt.FindChildOption.FindChildrenRecursively)[-1]
    assert [action.text() for action in merging.actions()] == ["制裁", "Another Word…"]
    merging.actions()[0].trigger()
    qtbot.waitUntil(lambda: session.corpus.counting.counts is not None and "管制" not in rows(panel))
    counts = session.corpus.counting.counts
    assert counts is not None
    assert counts.row("管制") == counts.row("制裁")
    panel.list.asked_for_menu.emit("制裁", QPoint(0, 0))
    apart = next(a for menu in panel.findChildren(QMenu) for a in menu.actions() if a.text().startswith("Take Apart"))
    apart.trigger()
    qtbot.waitUntil(lambda: "管制" in rows(panel))


def test_a_word_that_is_never_to_be_shown_goes(qtbot: QtBot, panel: WordsPanel) -> None:
    panel.list.asked_for_menu.emit("談判", QPoint(0, 0))
    menu = panel.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    menu.actions()[-1].trigger()
    qtbot.waitUntil(lambda: bool(rows(panel)) and "談判" not in rows(panel))


def test_a_panel_that_is_not_seen_has_nothing_counted(
    qtbot: QtBot, panel: WordsPanel, session: Session, thread: Path
) -> None:
    panel.hide()
    assert session.shelf.open(thread)
    QApplication.processEvents()
    assert session.corpus.counting.terms is None
    panel.show()
    qtbot.waitUntil(lambda: session.corpus.counting.counts is not None)
    assert "談判" not in rows(panel)


def test_what_is_drawn_is_what_a_new_panel_draws(
    qtbot: QtBot, panel: WordsPanel, session: Session, look: Look, desk: PanelsDesk, thread: Path
) -> None:
    steps = [
        lambda: session.show_answer(1),
        lambda: session.lights.light("软件"),
        lambda: session.show_script(Script.SIMPLIFIED),
        session.lights.clear,
        lambda: session.shelf.open(thread),
    ]
    before = panel.list.grab().toImage()
    for step in steps:
        step()
        other = WordsPanel(session, look, desk)  # type: ignore[arg-type]
        qtbot.addWidget(other)
        other.resize(panel.size())
        other.show()
        qtbot.waitUntil(lambda other=other: bool(rows(other)))
        QApplication.processEvents()
        panel.list.scrollToTop()
        assert rows(other) == rows(panel)
        now = panel.list.grab().toImage()
        assert now != before
        assert now == other.list.grab().toImage()
        before = now
        other.hide()
        session.corpus.counting.attend("wordsPanel")


def test_a_click_on_a_word_lights_it_and_another_puts_it_out(panel: WordsPanel, session: Session) -> None:
    click(panel, "談判", 50)
    assert [light.term for light in session.state.lights.terms] == ["談判"]
    assert panel.list.term == "談判"
    panel.list.viewport().grab()
    click(panel, "談判", 50)
    assert session.state.lights.terms == ()
    assert panel.list.term == "談判"
