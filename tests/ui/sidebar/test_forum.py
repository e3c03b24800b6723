"""The sidebar of a thread as forums have them: facts, people with several posts, orders, and names to filter by."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMenu, QToolButton

from desktop.documents import parse_document
from desktop.script import Script
from desktop.session.listing import COMMENTERS, Order
from desktop.session.people import MANY, in_hand, people_of
from desktop.text import Span
from desktop.ui.look.look import Look
from desktop.ui.page.typesetting import PageHeading
from desktop.ui.sidebar.author_delegate import FOLD_PX
from desktop.ui.sidebar.author_model import AuthorRole
from desktop.ui.sidebar.sidebar import Sidebar
from tests.documents.layouts.wrapped import wrapped
from tests.session.forums import FORUM, crowd, post, put, thread
from tests.ui.bare_desk import BareDesk
from tests.ui.input_method import type_words

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.documents import Document
    from desktop.session import Session
    from desktop.ui.sidebar.author_model import LightHits
    from desktop.ui.window import MainWindow


@pytest.fixture
def forum(qtbot: QtBot, empty_session: Session, qapp: QApplication) -> Sidebar:
    """Return the sidebar of the small forum."""
    empty_session.prefer(language="en")
    return shown(qtbot, qapp, empty_session, FORUM)


def shown(qtbot: QtBot, qapp: QApplication, session: Session, document: Document) -> Sidebar:
    put(session, document)
    qapp.setStyleSheet("")
    sidebar = Sidebar(session, Look(qapp, session, "en"), BareDesk(session))
    qtbot.addWidget(sidebar)
    sidebar.resize(264, 640)
    with qtbot.waitExposed(sidebar):
        sidebar.show()
    return sidebar


def view_of(sidebar: Sidebar) -> QListView:
    view = sidebar.findChild(QListView, "authorList")
    assert isinstance(view, QListView)
    return view


def rows(sidebar: Sidebar, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    model = view_of(sidebar).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def field_of(sidebar: Sidebar) -> QLineEdit | None:
    return next((field for field in sidebar.findChildren(QLineEdit, "authorFilter") if field.isVisible()), None)


def button_of(sidebar: Sidebar) -> QToolButton | None:
    return next((button for button in sidebar.findChildren(QToolButton, "authorOrder") if button.isVisible()), None)


def row_of(sidebar: Sidebar, title: str) -> QModelIndex:
    return view_of(sidebar).model().index(rows(sidebar).index(title), 0)


def click(sidebar: Sidebar, title: str, x: int = 60) -> None:
    view = view_of(sidebar)
    place = QPoint(x, view.visualRect(row_of(sidebar, title)).center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def press(sidebar: Sidebar, *keys: Qt.Key) -> object:
    """Press keys one after the other on the list, and return what the row says that is chosen then."""
    for key in keys:
        QTest.keyClick(view_of(sidebar), key)
    return view_of(sidebar).currentIndex().data()


# -- what rows say ------------------------------------------------------------------------------------------------


def test_a_post_is_named_by_how_it_begins_across_a_line_end(
    qtbot: QtBot, qapp: QApplication, empty_session: Session, tmp_path: Path
) -> None:
    broken = wrapped("橋頭的舊書攤天一亮就開張了，老闆把書一摞一摞搬出來，擺到中午才算擺完，" * 8, 50)
    text = f"週末去哪兒？\n\n甲君\n\n\n{broken}\n\n\n乙君\n\n\n睡覺。\n\n\n甲君\n\n\n{broken}\n"
    sidebar = shown(qtbot, qapp, empty_session, parse_document(text, tmp_path / "t.txt"))
    posts = [row for row in rows(sidebar) if isinstance(row, str) and row.startswith("橋頭")]
    assert posts
    assert not any(" " in row for row in posts)


def test_each_person_has_a_row_and_those_who_only_commented_one_together(forum: Sidebar) -> None:
    assert rows(forum) == ["The question", "甲", "乙", "戊", "2 only commented"]


def test_rows_tell_the_facts_that_there_are(forum: Sidebar, empty_session: Session) -> None:
    assert rows(forum, AuthorRole.DETAILS) == [
        "asked by 林問 · 3 vote(s) · 18 character(s) · 1 comment(s) on it",
        "3 answer(s)",
        "12,000 vote(s) · 19 character(s)",
        "3,400 vote(s) · 4 character(s)",
        "wrote 4 comment(s)",
    ]
    assert rows(forum, AuthorRole.TIME) == ["2020-11-20", "", "2020-11-21", "昨天", ""]
    empty_session.show_answer(1)
    assert rows(forum)[1:5] == ["甲", "先看光。", "補充：澆水要見乾見濕。", "再補充。"]
    assert rows(forum, AuthorRole.DETAILS)[2:4] == [
        "321 vote(s) · 4 character(s) · 2 comment(s) on it",
        "11 character(s) · 3 comment(s) on it",
    ]


def test_words_of_facts_follow_the_script(forum: Sidebar, empty_session: Session) -> None:
    empty_session.show_script(Script.SIMPLIFIED)
    assert rows(forum, AuthorRole.DETAILS)[0] == "asked by 林问 · 3 vote(s) · 18 character(s) · 1 comment(s) on it"
    put(empty_session, thread(post("甲", "说话。", votes="3.4 萬", time="3 小時前"), post("乙", "说话。")))
    assert rows(forum, AuthorRole.DETAILS)[0] == "34,000 vote(s) · 3 character(s)"
    assert rows(forum, AuthorRole.TIME)[0] == "3 小时前"


@pytest.mark.parametrize("votes", [2**31, 10**14])
def test_more_votes_than_qt_counts_are_told_as_they_are(forum: Sidebar, empty_session: Session, votes: int) -> None:
    put(empty_session, thread(post("甲", "说话。", votes=votes), post("乙", "说话。", votes=999_999_999)))
    assert rows(forum, AuthorRole.DETAILS) == [
        f"{votes} votes · 3 character(s)",
        "999,999,999 vote(s) · 3 character(s)",
    ]


def test_a_row_tells_its_lights_in_the_place_of_the_time(forum: Sidebar, empty_session: Session) -> None:
    empty_session.lights.light("補充")
    hits = cast("list[tuple[LightHits, ...] | None]", rows(forum, AuthorRole.HITS))
    assert [one and [light.places for light in one] for one in hits] == [[0], [2], [0], [0], None]
    assert str(rows(forum, AuthorRole.DETAILS)[2]).endswith(" · 2020-11-21")


def test_a_person_is_read_when_all_that_they_wrote_is(forum: Sidebar, empty_session: Session) -> None:
    for answer in (1, 3):
        empty_session.mark_read(answer)
    assert rows(forum, AuthorRole.READ)[1] is False
    empty_session.mark_read(5)
    assert rows(forum, AuthorRole.READ)[1] is True


def test_the_notes_of_a_person_are_those_on_all_that_they_wrote(forum: Sidebar, empty_session: Session) -> None:
    for words in ("先看光", "再補充"):
        start = FORUM.text.index(words)
        empty_session.select(Span(start, start + 3))
        empty_session.annotations.highlight()
    assert rows(forum, AuthorRole.DETAILS)[1] == "3 answer(s) · 2 note(s)"


def test_the_head_counts_people_answers_and_comments(forum: Sidebar, empty_session: Session) -> None:
    summary = forum.findChild(QLabel, "questionSummary")
    assert isinstance(summary, QLabel)
    counted = summary.text().replace("\N{NO-BREAK SPACE}", " ")
    assert counted.startswith("3 author(s) · 5 answer(s) · 7 comment(s) · ")


def test_the_page_counts_answers_without_the_question(forum: Sidebar, empty_session: Session) -> None:
    heading = PageHeading(empty_session, 0, forum)
    assert "Answer" not in heading.byline
    empty_session.show_answer(3)
    assert heading.byline.startswith("Answer 3 of 5 · ")


def test_each_sentence_for_a_screen_reader_tells_what_the_row_shows(forum: Sidebar, empty_session: Session) -> None:
    said = [str(words) for words in rows(forum, Qt.ItemDataRole.AccessibleTextRole)]
    assert said[0] == (
        "The question, asked by 林問, 3 vote(s), 18 character(s), 1 comment(s) on it, 2020-11-20, unread"
    )
    assert said[1] == "甲, 3 answer(s), unread, folded"
    assert said[4] == "2 only commented, wrote 4 comment(s), folded"
    empty_session.show_answer(3)
    said = [str(words) for words in rows(forum, Qt.ItemDataRole.AccessibleTextRole)]
    assert said[1] == "甲, 3 answer(s), unread, unfolded"
    assert said[3] == "甲, 補充：澆水要見乾見濕。, 11 character(s), 3 comment(s) on it, 2020-11-23, unread"


# -- going about --------------------------------------------------------------------------------------------------


def test_a_person_who_is_chosen_is_unfolded_on_their_first_answer(forum: Sidebar, empty_session: Session) -> None:
    click(forum, "甲")
    assert empty_session.state.pane.answer == 1
    assert rows(forum) == [
        "The question",
        "甲",
        "先看光。",
        "補充：澆水要見乾見濕。",
        "再補充。",
        "乙",
        "戊",
        "2 only commented",
    ]
    assert view_of(forum).currentIndex().data() == "先看光。"
    click(forum, "再補充。")
    assert empty_session.state.pane.answer == 5
    click(forum, "乙")
    assert rows(forum) == ["The question", "甲", "乙", "戊", "2 only commented"]
    assert view_of(forum).currentIndex().data() == "乙"


def test_the_angle_lists_posts_and_leaves_the_page_as_it_is(forum: Sidebar, empty_session: Session) -> None:
    chosen = QSignalSpy(view_of(forum).chosen)  # type: ignore[attr-defined]
    click(forum, "甲", FOLD_PX // 2)
    assert rows(forum, AuthorRole.UNFOLDED) == [None, True, None, None, None, None, None, False]
    assert rows(forum, AuthorRole.BELOW) == [False, False, True, True, True, False, False, False]
    click(forum, "甲", FOLD_PX // 2)
    assert rows(forum, AuthorRole.UNFOLDED) == [None, False, None, None, False]
    assert (empty_session.state.pane.answer, chosen.count()) == (0, 0)
    assert view_of(forum).currentIndex().row() == 0


def test_the_keyboard_folds_and_unfolds(forum: Sidebar, empty_session: Session) -> None:
    forum.setFocus()
    assert press(forum, Qt.Key.Key_Down) == "先看光。"
    assert press(forum, Qt.Key.Key_Left) == "甲"
    assert press(forum, Qt.Key.Key_Left) == "甲"
    assert rows(forum) == ["The question", "甲", "乙", "戊", "2 only commented"]
    assert press(forum, Qt.Key.Key_Right) == "甲"
    assert len(rows(forum)) == 8
    assert press(forum, Qt.Key.Key_Right) == "先看光。"
    assert empty_session.state.pane.answer == 1
    assert press(forum, Qt.Key.Key_Right) == "先看光。"
    assert press(forum, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down) == "乙"
    assert press(forum, Qt.Key.Key_Left) == "乙"


def test_those_who_only_commented_are_listed_and_gone_to(forum: Sidebar, empty_session: Session) -> None:
    forum.setFocus()
    assert press(forum, Qt.Key.Key_End) == "2 only commented"
    assert empty_session.state.pane.answer == 0
    assert press(forum, Qt.Key.Key_Right, Qt.Key.Key_Down) == "丙"
    assert (empty_session.state.pane.answer, goal(empty_session)) == (1, "說得好。")
    assert press(forum, Qt.Key.Key_Down) == "丁"
    assert empty_session.state.pane.answer == 3
    empty_session.authors.step(1)
    assert (empty_session.state.pane.answer, goal(empty_session)) == (5, "又來了。")
    assert view_of(forum).currentIndex().data() == "丁"
    empty_session.step(1)
    assert view_of(forum).currentIndex().data() == "乙"


def goal(session: Session) -> str:
    assert session.state.pane.goal is not None
    return session.state.pane.goal.span.of(FORUM.text)


def test_who_is_gone_along_with_is_left_by_choosing_the_answer_on_the_page(
    forum: Sidebar, empty_session: Session
) -> None:
    empty_session.authors.go_to(people_of(FORUM).with_key("丙"))
    click(forum, "甲")
    click(forum, "先看光。")
    assert in_hand(empty_session.state) == people_of(FORUM).with_key("甲")
    assert view_of(forum).currentIndex().data() == "先看光。"


def test_a_post_is_not_chosen_by_words_that_begin_it(forum: Sidebar, empty_session: Session) -> None:
    empty_session.show_answer(1)
    type_words(view_of(forum), "補")
    assert empty_session.state.pane.answer == 1
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    type_words(view_of(forum), "戊")
    assert empty_session.state.pane.answer == 4


def test_the_asker_is_found_by_name(forum: Sidebar, empty_session: Session) -> None:
    empty_session.show_answer(2)
    type_words(view_of(forum), "林问")
    assert empty_session.state.pane.answer == 0


# -- orders -------------------------------------------------------------------------------------------------------


def test_the_rows_follow_the_order_and_the_page_stays(forum: Sidebar, empty_session: Session) -> None:
    empty_session.show_answer(4)
    chosen = QSignalSpy(view_of(forum).chosen)  # type: ignore[attr-defined]
    empty_session.authors.sort(Order.VOTES)
    assert rows(forum) == ["The question", "乙", "戊", "甲", "2 only commented"]
    assert view_of(forum).currentIndex().data() == "戊"
    assert (empty_session.state.pane.answer, chosen.count()) == (4, 0)


def test_posts_apart_have_a_row_each_with_the_name(forum: Sidebar, empty_session: Session) -> None:
    empty_session.show_answer(3)
    empty_session.authors.part(apart=True)
    assert rows(forum) == ["The question", "甲", "乙", "甲", "戊", "甲", "2 only commented"]
    assert view_of(forum).currentIndex().row() == 3
    assert rows(forum, AuthorRole.DETAILS)[3] == "11 character(s) · 3 comment(s) on it"
    assert button_of(forum) is not None


def test_the_button_says_the_order_and_offers_those_that_there_are(forum: Sidebar, empty_session: Session) -> None:
    button = button_of(forum)
    assert button is not None
    assert button.text() == "As in the Thread"
    button.click()
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    assert [entry.isEnabled() for entry in menu.actions() if not entry.isSeparator()] == [True] * 4 + [False, True]
    menu.actions()[1].trigger()
    menu.close()
    assert empty_session.state.listing.order is Order.VOTES
    assert button.text() == "Most Votes First"
    assert button.accessibleName() == "Order: Most Votes First"


def test_a_plain_thread_has_neither_field_nor_button_until_they_are_asked_for(
    qtbot: QtBot, qapp: QApplication, empty_session: Session
) -> None:
    plain = thread(post("甲", "一。"), post("乙", "說得長些。"))
    sidebar = shown(qtbot, qapp, empty_session, plain)
    assert (field_of(sidebar), button_of(sidebar)) == (None, None)
    empty_session.authors.sort(Order.LENGTH)
    assert rows(sidebar) == ["乙", "甲"]
    assert button_of(sidebar) is not None
    empty_session.authors.seek(sought=True)
    assert field_of(sidebar) is not None
    put(empty_session, plain)
    assert field_of(sidebar) is None, "what was asked for, was for as long as the thread was open"


# -- names --------------------------------------------------------------------------------------------------------


def test_many_people_have_a_field_to_be_filtered_by(qtbot: QtBot, qapp: QApplication, empty_session: Session) -> None:
    sidebar = shown(qtbot, qapp, empty_session, crowd(MANY - 1, MANY - 1))
    assert field_of(sidebar) is None
    put(empty_session, crowd(MANY, MANY))
    field = field_of(sidebar)
    assert field is not None
    QTest.keyClicks(field, "2")
    QTest.keyClicks(field, "9")
    assert rows(sidebar) == ["網友29號"]
    counts = field.findChild(QLabel, "authorsPassing")
    assert isinstance(counts, QLabel)
    assert counts.text() == f"1 / {MANY}"
    assert empty_session.state.pane.answer == 0
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(rows(sidebar)) == MANY
    assert field_of(sidebar) is not None
    assert (field.text(), counts.text()) == ("", "")


def test_the_field_leads_to_the_list_and_escape_lists_everyone(forum: Sidebar, empty_session: Session) -> None:
    assert field_of(forum) is None
    empty_session.authors.seek(sought=True)
    forum.focus_filter()
    field = field_of(forum)
    assert field is not None
    assert field.hasFocus()
    QTest.keyClicks(field, "x")
    assert rows(forum) == []
    field.clear()
    type_words(field, "丁")
    assert rows(forum) == ["1 only commented", "丁"]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view_of(forum).hasFocus()
    assert press(forum, Qt.Key.Key_Down, Qt.Key.Key_Down) == "丁"
    forum.focus_filter()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field_of(forum) is None
    assert view_of(forum).hasFocus()
    assert rows(forum) == ["The question", "甲", "乙", "戊", "2 only commented", "丙", "丁"]
    assert view_of(forum).currentIndex().data() == "丁"


def test_rows_that_come_and_go_are_told_and_nothing_is_reset(forum: Sidebar, empty_session: Session) -> None:
    model = view_of(forum).model()
    reset, removed, inserted = (
        QSignalSpy(model.modelReset),
        QSignalSpy(model.rowsRemoved),
        QSignalSpy(model.rowsInserted),
    )
    empty_session.authors.fold("甲", unfolded=True)
    assert [(inserted.at(0)[1], inserted.at(0)[2]), removed.count()] == [(2, 4), 0]
    empty_session.authors.fold("甲", unfolded=False)
    assert (removed.at(0)[1], removed.at(0)[2]) == (2, 4)
    empty_session.authors.fold(COMMENTERS, unfolded=True)
    assert rows(forum)[-2:] == ["丙", "丁"]
    assert reset.count() == 0


def test_tab_leads_from_the_field_to_the_order_and_the_list(window: MainWindow) -> None:
    put(window.session, crowd(MANY, MANY))
    field, button = field_of(window.sidebar), button_of(window.sidebar)
    assert field is not None
    assert button is not None
    field.setFocus()
    passed: list[str] = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        passed.append(window.focusWidget().objectName())
    assert passed[:2] == ["authorOrder", "authorList"]
    assert passed[2] not in {"authorFilter", "authorOrder", "authorList"}


def test_the_menu_of_a_row_goes_along_with_its_author(window: MainWindow) -> None:
    put(window.session, FORUM)
    view = view_of(window.sidebar)
    view.setFocus()
    window.session.show_answer(2)
    view.asked_for_menu.emit(QPoint(5, 5))  # type: ignore[attr-defined]
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    entries = {entry.objectName(): entry for entry in menu.actions()}
    assert entries.keys() >= {"person.next", "person.previous", "authors.sort.votes", "authors.filter"}
    entries["person.next"].trigger()
    menu.close()
    assert (window.session.state.pane.answer, goal(window.session)) == (3, "同意。")


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_menu_is_asked_for_by_mouse_and_by_keyboard(forum: Sidebar, reason: QContextMenuEvent.Reason) -> None:
    view = view_of(forum)
    view.asked_for_menu.disconnect()  # type: ignore[attr-defined]
    asked = QSignalSpy(view.asked_for_menu)  # type: ignore[attr-defined]
    by_mouse = reason is QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, QPoint(9, 9), QPoint(30, 40))
    QApplication.sendEvent(view.viewport() if by_mouse else view, event)
    middle = view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).center())
    wanted = QPoint(30, 40) if by_mouse else middle
    assert [asked.at(n)[0] for n in range(asked.count())] == [wanted]
