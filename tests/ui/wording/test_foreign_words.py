"""Words of a reader or a file are shown as they are, wherever the window, its dialogs and its menus show any."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)

from desktop.annotations.exchange import ImportPlan
from desktop.paths import DataFolder
from desktop.script import Correction, Script
from desktop.session import Notice, NoticeKind, Session
from desktop.session.failure import Failure, Obstacle
from desktop.session.files.exchange import Offer
from desktop.text import Span
from desktop.ui.dialogs.leaving import ask_about_unsaved
from desktop.ui.notes.card_menu import note_menu
from desktop.ui.wording.foreign_words import as_menu_text, as_window_title, one_line
from tests.disposal import dispose
from tests.session.executors import InlineExecutor
from tests.ui.conftest import IdleExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window import MainWindow

TURN, ISOLATE = "\u202e", "\u2066"
EVIL = f"<b>粗</b><img src='x.png'>&amp; & R&D [*]{TURN}倒{ISOLATE} " + "長" * 300
"""What a title, a name or a note may be: tags, an entity, letters to press, the star, marks of direction, length."""
SHORT = f"<b>粗</b>&amp; & [*]{TURN}"
"""The same, for what is short by nature: names of authors and keywords."""
MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\t\r\n]")
# Of a path, as long as a file system lets one be.
NAME = f"<b>粗<img src=x.png>&amp; & [*]\t{TURN}" + "長" * 50 + ".txt"


@pytest.fixture
def evil(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Yield a window that has such words in every place which a reader or a file can put words into."""
    from desktop.app import WindowHost

    folder = tmp_path / "<i>&amp; & folder"
    folder.mkdir()
    thread = folder / NAME
    thread.write_text(
        f"問?\n\n某甲\n\n\n這是某甲的話。{SHORT}戰略家說。\n\n某乙\n\n\n這是某乙的話，也足夠長。\n", "utf-8"
    )
    qapp.setStyleSheet("")
    session = Session(DataFolder(tmp_path / "<i>data").prepare(), None, IdleExecutor(), InlineExecutor())
    session.prefer(language="en")
    host = WindowHost(qapp, session)
    assert session.shelf.open(thread)
    document = session.state.document
    assert document is not None
    # No layout of plain text lets such a title or name through; those of other files may.
    answers = tuple(replace(answer, author=SHORT) for answer in document.answers)
    session.replace(document=replace(document, title=EVIL, answers=answers))
    host.window.resize(1300, 800)
    host.window.show()
    qtbot.waitExposed(host.window)
    start = document.text.index("戰略家")
    session.show_answer(document.answer_at(start) or 0)
    session.select(Span(start, start + 3))
    session.annotations.highlight()
    session.annotations.chosen.tag(("<b>粗</b>&amp;&", f"標{TURN}籤"))
    session.lights.light("<b>粗</b>&amp; & [*]")
    session.correcting.change(None, Correction("<b>戰", "<i>&", Script.SIMPLIFIED))
    session.replace(notice=Notice("file-changed", NoticeKind.QUESTION, {"name": NAME}, ("file.reload",)))
    yield host.window
    for box in QApplication.topLevelWidgets():
        if box is not host.window and box.isVisible():
            box.close()
    host.window.close()
    session.stop()
    dispose(host.window, session)


def is_foreign(words: str) -> bool:
    """Tell whether `words` are, or hold, some that a reader or a file wrote."""
    return any(piece in words for piece in ("粗", "長長", "&amp;", "<i>", "標", "倒"))


def as_displayed(words: str) -> str:
    """Return what the eye sees of `words` where Qt takes them for rich text if they look like it."""
    if not re.search(r"<[a-zA-Z/!?]|&lt;", words):  # as Qt::mightBeRichText decides, or sooner
        return words
    page = QTextDocument()
    page.setHtml(words)
    assert "\ufffc" not in page.toPlainText(), "a picture"
    return page.toPlainText()


def assert_literal(words: str, where: object) -> None:
    """Hold that `words`, as displayed, have their tags and entities, and nothing that turns or hides the rest."""
    assert not MARKS.search(words), where
    if "粗" in words:
        assert "<b>粗" in words, where


def assert_menu_text(text: str, where: object) -> None:
    """Hold that a menu or a button shows `text`, with the & doubled, as it was written."""
    words, _, column = text.partition("\t")
    for part in (words, column):
        assert "&" not in part.replace("&&", ""), where
        assert len(part) <= 130, where
        assert_literal(part.replace("&&", "&"), where)


def walk(root: QWidget) -> int:
    """Check every widget below `root`; return how many words of a reader or a file were among theirs."""
    seen = 0
    for widget in (root, *root.findChildren(QWidget)):
        where = (type(widget).__name__, widget.objectName())
        words: list[str] = [widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel):
            words.append(widget.text())
            assert not is_foreign(widget.text()) or widget.textFormat() is Qt.TextFormat.PlainText, where
        if isinstance(widget, QLineEdit):
            words.append(widget.placeholderText())
        if isinstance(widget, QAbstractButton) and is_foreign(widget.text()):
            assert_menu_text(widget.text(), where)
            assert widget.shortcut().isEmpty(), where
        if isinstance(widget, QAbstractItemView) and cast("Any", widget.model()):
            words += [*items(widget.model())]
        for text in filter(is_foreign, words):
            seen += 1
            assert_literal(text.replace("\n", ""), where)
        if is_foreign(widget.toolTip()):
            seen += 1
            assert_literal(as_displayed(widget.toolTip()).replace("\n", ""), where)
    return seen


def items(model: QAbstractItemModel) -> Iterator[str]:
    """Yield what the rows of `model` say in their tooltips and under `DisplayRole`."""
    for row in range(model.rowCount()):
        tip: Any = model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        yield as_displayed(str(tip or ""))


def entries(menu: QMenu) -> Iterator[QAction]:
    """Yield every entry of `menu` and of the menus below it, filled as when they are opened."""
    menu.aboutToShow.emit()
    for action in menu.actions():
        yield action
        below: Any = action.menu()
        if below is not None:
            yield from entries(below)


def check_menu(menu: QMenu) -> int:
    seen = 0
    for action in entries(menu):
        if is_foreign(action.text()):
            seen += 1
            assert_menu_text(action.text(), action.text())
        if is_foreign(action.toolTip()) and menu.toolTipsVisible():
            assert_literal(as_displayed(action.toolTip()).replace("\n", ""), action.text())
    return seen


def dialogs() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def test_every_widget_of_the_window(evil: MainWindow) -> None:
    assert walk(evil) >= 5


def test_the_title_of_the_window(evil: MainWindow, qtbot: QtBot) -> None:
    handle = evil.windowHandle()
    for modified in (False, True):
        evil.setWindowModified(modified)
        title = handle.title()
        assert title.startswith("<b>粗</b><img src='x.png'>&amp; & R&D [*]")
        assert title.endswith("…" + title.rpartition("…")[2])
        assert title.count("*") == 1 + modified
        assert not MARKS.search(title)
        assert len(title) < 140


def test_every_menu_of_the_window(evil: MainWindow) -> None:
    assert sum(check_menu(menu) for menu in evil.menuBar().findChildren(QMenu)) >= 1


def test_the_menus_of_a_card_a_chip_and_of_hidden_keywords(evil: MainWindow) -> None:
    session = evil.session
    [annotation] = session.state.notes.annotations.values()
    menu = note_menu(evil, annotation, lambda: None, evil)
    check_menu(menu)
    menu.close()
    menu.deleteLater()
    evil.resize(420, 600)
    evil.top_bar.keyword_bar._show_more()  # type: ignore[reportPrivateUsage]
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert check_menu(popup) >= 1
    popup.close()


@pytest.mark.parametrize(
    "command",
    ["script.corrections", "help.about", "help.palette", "help.shortcuts", "annotate.tag", "annotate.untag"],
)
def test_every_dialog(evil: MainWindow, command: str) -> None:
    [annotation] = evil.session.state.notes.annotations.values()
    evil.session.annotations.activate(annotation.id)
    evil.commands[command].trigger()
    shown = dialogs()
    assert shown
    for dialog in shown:
        walk(dialog)
        assert dialog.width() <= 1300
        dialog.close()


def test_what_an_import_would_do(evil: MainWindow, tmp_path: Path) -> None:
    from desktop.annotations.exchange import Delivery
    from desktop.ui.dialogs.exchange_sheet import ImportSheet

    document = evil.session.state.document
    assert document is not None
    none: tuple[Any, ...] = ()
    plan = ImportPlan(none, none, none, none, unchanged=1, uncertain=0, skipped=0, is_about_this=True)
    sheet = ImportSheet(Offer(EVIL, document, Delivery, plan), evil.session, evil.look, evil)  # type: ignore[arg-type]
    sheet.show()
    assert walk(sheet) >= 1
    sheet.close()


def test_the_question_on_leaving(evil: MainWindow) -> None:
    seen: list[int] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(walk(box))
        box.reject()

    QTimer.singleShot(0, look)
    ask_about_unsaved(evil, Failure(Obstacle.UNWRITABLE, SHORT, "<i>&amp;", ""))
    assert seen[0] >= 1


def test_the_tooltip_of_a_long_name_in_the_sidebar(evil: MainWindow) -> None:
    view = evil.sidebar.findChild(QAbstractItemView, "authorList")
    assert view is not None
    evil.resize(700, 600)
    row = view.model().rowCount() - 1
    rect = view.visualRect(view.model().index(row, 0))
    place = rect.topLeft() + QPoint(30, 15)
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    )
    if QToolTip.isVisible():
        assert_literal(as_displayed(QToolTip.text()).replace("\n", ""), "sidebar")
    QToolTip.hideText()


def test_a_line_is_shortened_in_its_middle() -> None:
    assert one_line("甲\t乙\n丙") == "甲 乙 丙"
    assert one_line("0123456789" * 3, 12) == "0123456…6789"
    assert as_menu_text("R&D\t") == "R&&D"
    assert as_window_title("a[*]") == "a[*][*]"
