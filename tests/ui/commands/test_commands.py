"""Every command, through every door to it: its keys, its menu, the command palette."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListView, QMenu, QToolTip, QWidget

from desktop.annotations import Anchor, Color, Passage, create
from desktop.annotations.exchange import ExportForm
from desktop.comparison.kept import KeptThreads, kept_thread
from desktop.comparison.matching import AnswerChange
from desktop.comparison.renewal import GoneAnswer, Renewal
from desktop.documents import ENCODINGS, Comment, Fact, FactKind, parse_document
from desktop.documents.writing.written import ThreadForm
from desktop.paths import DataFolder
from desktop.script import VARIANTS, Edition, Script, SourceScript, load_tables
from desktop.session import Notice, NoticeKind, Theme, marked, unplaced
from desktop.session.changes import Changes
from desktop.session.listing import Order
from desktop.session.own.own_words import own_of
from desktop.session.people import order_of
from desktop.session.state import Panel
from desktop.text import Span
from desktop.ui.commands import ACTIONS, MENUS
from tests.session.commented import LINK, document_of, structured

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.commands.actions import Action
    from desktop.ui.window import MainWindow


NOTES = """{
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "誰?"},
    "target": {"source": "https://example.org/", "selector": {"type": "TextQuoteSelector", "exact": "一個戰略家"}}
}"""
"""What another program wrote about the small thread."""


def nothing(_window: MainWindow) -> None:
    """Leave the window as it is."""


@dataclass(frozen=True)
class Case:
    """What a command does: `check` is false before it and true after it, in the window that `arrange` arranged."""

    check: Callable[[MainWindow], bool]
    arrange: Callable[[MainWindow], None] = nothing


def words(window: MainWindow, quote: str) -> Span:
    """Return where `quote` stands in an answer of the open thread."""
    document = window.session.state.document
    assert document is not None
    start = document.text.index(quote, document.answers[0].span.start)
    return Span(start, start + len(quote))


def select(quote: str) -> Callable[[MainWindow], None]:
    return lambda window: window.session.select(words(window, quote))


def mark(*quotes: str) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        for quote in quotes:
            window.session.select(words(window, quote))
            window.session.annotations.highlight(Color.ROUGE)

    return arrange


def placed(window: MainWindow) -> list[str]:
    """Return the words that the marks stand on now."""
    state = window.session.state
    return [place.span.of(state.document.text) for place in marked(state)] if state.document else []


def active_words(window: MainWindow) -> str:
    """Return the words of the active mark."""
    active = window.session.annotations.active
    return active.passages[0].anchor.exact if active else ""


def shown_answers(window: MainWindow) -> list[int]:
    """Return the answers in the panes, from left to right."""
    return [pane.answer for pane in window.session.state.panes]


def shown_scripts(window: MainWindow) -> list[Script]:
    """Return the scripts that the eye sees in the panes, from left to right."""
    state = window.session.state
    return [state.manner_in(pane).shown_script for pane in state.panes]


def know_words(window: MainWindow) -> None:
    """Have the words known that jieba would find, without loading it."""
    known = [words(window, quote) for quote in ("大開", "戰略家", "也")]
    window.session.words.at = lambda offset: next((w for w in known if w.start <= offset < w.end), None)  # type: ignore[method-assign]


def link(window: MainWindow) -> None:
    """Add the selected words to the active note."""
    window.session.annotations.passages.link()


def find_changes(window: MainWindow) -> None:
    """Have an older save known, in which the first answer was otherwise, and another one was, that is gone."""
    document = window.session.state.document
    assert document is not None
    older, since = (
        parse_document(document.text.replace("戰略家", "將軍"), document.path),
        datetime(2026, 1, 2, tzinfo=UTC),
    )
    kinds = {0: AnswerChange.EDITED, 2: AnswerChange.NEW}
    KeptThreads(DataFolder(window.session.data_folder).read).keep(older, kept_thread(older, frozenset()))
    gone = GoneAnswer(older.sha256, older.answers[1].span.start, since, older.answers[1].author, "")
    renewal = Renewal(older.sha256, since, kinds, {0: older.answers[0].span.start}, (gone,), 1)
    window.session.replace(changes=Changes(renewal))


def visit(window: MainWindow) -> None:
    """Go to the answer that is gone."""
    window.session.comparing.read(window.session.state.changes.gone[0])
    for _ in range(100):
        QTest.qWait(10)
        if window.session.state.changes.visit is not None:
            return


def rewrite(old: str, new: str) -> Callable[[MainWindow], None]:
    """Have another program change the file of the open thread."""

    def arrange(window: MainWindow) -> None:
        document = window.session.state.document
        assert document is not None
        document.path.write_text(document.text.replace(old, new), "utf-8")

    return arrange


def open_one_of_two(window: MainWindow) -> None:
    """Open one of the two threads of a folder."""
    document = window.session.state.document
    assert document is not None
    folder = document.path.with_name("folder")
    folder.mkdir()
    for name in ("花", "茶"):
        (folder / f"{name}.txt").write_text(f"{name}怎麼樣？\n\n某甲\n\n\n{name}好。\n\n{name}真好。\n", "utf-8")
    assert window.session.shelf.open(folder / "?" / "花怎麼樣？")


def put_on_clipboard(_window: MainWindow) -> None:
    """Copy a thread, as in a browser."""
    QGuiApplication.clipboard().setText("貼上的問題?\n\n某甲\n\n\n某甲說的話比較長,這是正文。\n\n還有一段。\n")


def read_slowly(window: MainWindow) -> None:
    """Have it said that a thread is being read."""
    window.session.replace(notice=Notice("opening", NoticeKind.QUESTION, {"name": "大.zip"}, ("file.cancel",)))


def reload(window: MainWindow) -> None:
    window.session.shelf.reload()
    window.session.annotations.activate(None)


def activate_unplaced(window: MainWindow) -> None:
    [annotation] = unplaced(window.session.state)
    window.session.annotations.activate(annotation.id)


def doubt(window: MainWindow) -> None:
    """Add a note on words that stand in several places, without anything to tell which is meant."""
    [known] = window.session.state.notes.annotations.values()
    vague = replace(known, id="urn:uuid:vague", passages=(Passage(Anchor("結盟", "", "", Span(0, 2), "0")),))
    window.session.edits.push((create(vague),))
    window.session.annotations.activate(vague.id)


def write_elsewhere(window: MainWindow) -> None:
    """Add another version of the only note, as another machine wrote it at the same time; ours is active."""
    [ours] = window.session.state.notes.annotations.values()
    theirs = replace(ours, id="urn:uuid:twin", note="別處寫的", conflicts_with=ours.id)
    window.session.edits.push((create(theirs),))
    window.session.annotations.activate(ours.id)


def versions(window: MainWindow) -> list[tuple[str, bool]]:
    """Return the notes that there are, and whether each is a version of another."""
    return [(note.note, bool(note.conflicts_with)) for note in window.session.state.notes.annotations.values()]


def open_likeness(window: MainWindow) -> None:
    """Open a copy of the open thread that says a little more."""
    document = window.session.state.document
    assert document is not None
    copy = document.path.with_name("copy.txt")
    copy.write_text(f"{document.text}\n又及，補充一句話。\n", "utf-8")
    window.session.shelf.open(copy)


def open_structured(window: MainWindow) -> None:
    """Have a thread with links and comments in the place of the open one, in as many panes."""
    document = window.session.state.document
    assert document is not None
    window.session.replace(document=document_of(structured(), document.path))


def light(*terms: str) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        for term in terms:
            window.session.lights.light(term)

    return arrange


def after(*steps: Callable[[MainWindow], object]) -> Callable[[MainWindow], None]:
    def arrange(window: MainWindow) -> None:
        for step in steps:
            step(window)

    return arrange


def quotes(window: MainWindow) -> list[str]:
    return [place.annotation.passages[0].anchor.exact for place in marked(window.session.state)]


def focused(window: MainWindow, name: str) -> bool:
    """Tell whether the keyboard is on the widget `name` or within it."""
    widget = window.focusWidget()
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget is not None


def has_made(name: str) -> Callable[[MainWindow], bool]:
    """Return whether there is a file of this name in the data folder."""
    return lambda w: (w.session.data_folder / name).exists()


def dialog(name: str) -> Callable[[MainWindow], bool]:
    return lambda _: any(w.objectName() == name and w.isVisible() for w in QApplication.topLevelWidgets())


def typed_in(window: MainWindow, name: str) -> str | None:
    """Return what stands in the field `name` of a dialog, None where it is not shown."""
    field = next((field for field in window.findChildren(QLineEdit, name) if field.isVisible()), None)
    return None if field is None else field.text()


def goal(window: MainWindow) -> str:
    state = window.session.state
    return state.pane.goal.span.of(state.document.text) if state.pane.goal and state.document else ""


def say_nothing_of_english(window: MainWindow) -> None:
    """Have the state name no language, without a signal: the window would be built anew, and this one be gone."""
    state = window.session.state
    window.session.store.state = replace(state, preferences=replace(state.preferences, language=""))


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def list_places(term: str) -> Callable[[MainWindow], None]:
    """Have the places of `term` listed below the page, with the keyboard on the page."""

    def arrange(window: MainWindow) -> None:
        QGuiApplication.clipboard().setText("")
        window.panels.show_concordance(term)
        window.page.setFocus()

    return arrange


def listed(window: MainWindow) -> list[str]:
    """Return the words of the lines that are listed below the page."""
    shown = window.session.state.concordance
    return [line.word for line in shown.lines] if shown is not None else []


def said(window: MainWindow) -> str:
    notice = window.session.state.notice
    return notice.code if notice else ""


def tell_facts(window: MainWindow) -> None:
    """Have the open thread tell of votes and times."""
    document = window.session.state.document
    assert document is not None
    facts = (Fact(FactKind.VOTES, "3"), Fact(FactKind.TIME, "2020-11-21"))
    first, *others = document.answers
    window.session.replace(document=replace(document, answers=(replace(first, facts=facts), *others)))


def show_comments(window: MainWindow) -> None:
    """Have the last paragraph of the last answer be a comment by whoever wrote the first."""
    document = window.session.state.document
    assert document is not None
    first, *others, last = document.answers
    words = last.paragraphs[-1]
    comment = Comment(first.author, Span(words.start, words.start + 6), (words,))
    commented = replace(last, paragraphs=last.paragraphs[:-1], span=last.paragraphs[0], comments=(comment,))
    window.session.replace(document=replace(document, answers=(first, *others, commented)))


def authors(window: MainWindow) -> list[str]:
    """Return who wrote the answers of the open thread."""
    document = window.session.state.document
    return [answer.author for answer in document.answers] if document is not None else []


def write_twice(window: MainWindow) -> None:
    """Have whoever wrote the first answer have written the last one too."""
    document = window.session.state.document
    assert document is not None
    first, *others, last = document.answers
    window.session.replace(document=replace(document, answers=(first, *others, replace(last, author=first.author))))


OTHER_ORDER = {order: Order.LENGTH if order is Order.THREAD else Order.THREAD for order in Order}

LOSE = after(mark("戰略家"), rewrite("然而的確曾經有一個戰略家也這麼想過。", ""), reload)

CONFLICT = after(mark("戰略家"), write_elsewhere)

CASES: dict[str, Case] = {
    "file.open": Case(
        lambda w: w.session.state.document is not None and w.session.state.document.path.name == "other.txt"
    ),
    "file.open_folder": Case(
        lambda w: w.session.state.document is not None and w.session.state.document.path.name == "folder"
    ),
    "file.paste": Case(
        lambda w: w.session.state.document is not None and w.session.state.document.path.parent.name == "pasted",
        put_on_clipboard,
    ),
    "file.pasted": Case(dialog("pastedThreads")),
    "help.saving": Case(dialog("savingHelp")),
    "file.threads": Case(dialog("threadChooser"), open_one_of_two),
    "file.cancel": Case(lambda w: w.session.state.notice is None, read_slowly),
    "file.reload": Case(
        lambda w: w.session.state.document is not None and "戰略專家" in w.session.state.document.text,
        rewrite("戰略家", "戰略專家"),
    ),
    **{
        f"encoding.{codec}": Case(
            lambda w, codec=codec: getattr(w, "asked_encoding", None) == codec,
        )
        for codec in ENCODINGS
    },
    "file.save_thread": Case(lambda w: said(w) == "thread-saved"),
    "notes.export": Case(lambda w: said(w) == "export-done", mark("戰略家")),
    "notes.import": Case(dialog("importSheet")),
    "notes.beside": Case(
        lambda w: (
            w.session.notes_file.path is not None
            and w.session.notes_file.path.name == "thread.txt.baijia.json"
            and w.commands["notes.beside"].isChecked()
        ),
        mark("戰略家"),
    ),
    "annotations.reveal": Case(lambda w: getattr(w, "revealed", None) == w.session.notes_file.path, mark("戰略家")),
    "file.quit": Case(lambda w: not w.isVisible()),
    "edit.undo": Case(lambda w: quotes(w) == ["戰略家"], mark("戰略家", "美俄結盟")),
    "edit.redo": Case(lambda w: quotes(w) == ["戰略家"], after(mark("戰略家"), lambda w: w.session.history.undo())),
    "edit.copy": Case(
        lambda _: clipboard() == "战略家", after(lambda w: w.session.show_script(Script.SIMPLIFIED), select("戰略家"))
    ),
    "edit.copy_original": Case(
        lambda _: clipboard() == "戰略家", after(lambda w: w.session.show_script(Script.SIMPLIFIED), select("戰略家"))
    ),
    "edit.select_all": Case(
        lambda w: (
            w.session.state.current is not None and w.session.state.pane.selection == w.session.state.current.span
        )
    ),
    "find.open": Case(lambda w: focused(w, "findBar")),
    "concordance.open": Case(
        lambda w: listed(w) == ["特朗普", "特朗普", "特朗普"] and focused(w, "concordanceLines"), select("特朗普")
    ),
    "concordance.close": Case(lambda w: w.session.state.concordance is None, list_places("特朗普")),
    "concordance.copy": Case(lambda _: clipboard().startswith("# 特朗普 (3)\n"), list_places("特朗普")),
    "concordance.copy_table": Case(lambda _: clipboard().startswith("author,left,term"), list_places("特朗普")),
    "concordance.save": Case(lambda w: said(w) == "lines-saved", list_places("特朗普")),
    "find.next": Case(
        lambda w: w.session.state.pane.hit == 1,
        lambda w: w.session.searching.look_for("美国"),
    ),
    "find.previous": Case(
        lambda w: (
            w.session.state.search is not None and w.session.state.pane.hit == len(w.session.state.search.hits) - 1
        ),
        lambda w: w.session.searching.look_for("美国"),
    ),
    "script.toggle": Case(lambda w: w.session.state.focused_manner.script is Script.SIMPLIFIED),
    "script.original": Case(
        lambda w: w.session.state.focused_manner.script is Script.ORIGINAL,
        lambda w: w.session.show_script(Script.SIMPLIFIED),
    ),
    "script.traditional": Case(lambda w: w.session.state.focused_manner.script is Script.TRADITIONAL),
    "script.simplified": Case(lambda w: w.session.state.focused_manner.script is Script.SIMPLIFIED),
    **{
        f"variant.{v.script.value}.{v.id}": Case(
            lambda w, v=v: (
                getattr(w.session.state.manner, v.script.value) == v.id
                and w.session.state.focused_manner.script is v.script
            )
        )
        for v in VARIANTS
    },
    "source.detected": Case(
        lambda w: w.session.state.manner.source_script is SourceScript.TRADITIONAL,
        lambda w: w.session.correct_source(SourceScript.SIMPLIFIED),
    ),
    "source.traditional": Case(lambda w: w.session.state.manner.source_corrected),
    "source.simplified": Case(lambda w: w.session.state.manner.source_script is SourceScript.SIMPLIFIED),
    "edition.opencc-python": Case(
        lambda w: w.session.state.manner.edition is Edition.REIMPLEMENTED,
        lambda w: w.session.choose_edition(Edition.OFFICIAL),
    ),
    "edition.opencc": Case(lambda w: w.session.state.focused_manner.conversion().edition is Edition.OFFICIAL),
    "edition.baijia": Case(
        lambda w: w.session.state.focused_manner.conversion().edition is Edition.BAIJIA,
        lambda w: w.session.choose_edition(Edition.OFFICIAL),
    ),
    "script.explain": Case(
        lambda _: QToolTip.isVisible() and "TSCharacters" in QToolTip.text(),
        after(lambda w: w.session.show_script(Script.SIMPLIFIED), select("戰略家"), lambda _: QToolTip.hideText()),
    ),
    "view.choices": Case(lambda w: w.session.state.preferences.choices_shown),
    "script.names": Case(dialog("namesDialog")),
    "script.name": Case(dialog("namesDialog"), select("戰略家")),
    "script.doubt.next": Case(lambda w: said(w) == "doubts-by-writer"),
    "script.doubt.previous": Case(lambda w: said(w) == "doubts-by-writer"),
    "script.correct": Case(
        lambda w: typed_in(w, "correctionSource") == "戰略家" and typed_in(w, "correctionShown") == "战略家",
        after(lambda _: load_tables("tw2s"), lambda w: w.session.show_script(Script.SIMPLIFIED), select("戰略家")),
    ),
    "script.corrections": Case(lambda w: dialog("correctionsDialog")(w) and typed_in(w, "correctionSource") == ""),
    "author.next": Case(lambda w: w.session.state.pane.answer == 1),
    "author.previous": Case(lambda w: w.session.state.pane.answer == 0, lambda w: w.session.show_answer(1)),
    "person.next": Case(lambda w: goal(w) == "國家結盟的前", show_comments),
    "person.previous": Case(lambda w: goal(w) == "國家結盟的前", show_comments),
    **{
        f"authors.sort.{order.value}": Case(
            lambda w, order=order: order_of(w.session.state) is order,
            after(tell_facts, lambda w, order=order: w.session.authors.sort(OTHER_ORDER[order])),
        )
        for order in Order
    },
    "authors.sort.usual": Case(
        lambda w: w.session.state.preferences.order is Order.LENGTH, lambda w: w.session.authors.sort(Order.LENGTH)
    ),
    "authors.together": Case(
        lambda w: w.session.state.listing.apart and not w.commands["authors.together"].isChecked(),
        write_twice,
    ),
    "authors.filter": Case(lambda w: focused(w, "authorFilter")),
    "thread.authors": Case(dialog("authorsDialog")),
    "thread.name": Case(lambda w: authors(w)[1].startswith("美俄結盟"), select("一個戰略家")),
    "thread.unname": Case(lambda w: authors(w)[0] == "" and len(authors(w)) == 3),
    "focus.authors": Case(lambda w: focused(w, "authorList")),
    "focus.page": Case(lambda w: focused(w, w.page.objectName()), lambda w: w.panels.focus_authors()),
    "focus.notes": Case(lambda w: focused(w, "notesPanel")),
    "comments.toggle": Case(lambda w: w.session.state.pane.is_unfolded, open_structured),
    "link.open": Case(
        lambda w: getattr(w, "opened_address", None) == QUrl(LINK), after(open_structured, select("這篇舊文章"))
    ),
    "link.copy": Case(lambda _: clipboard() == LINK, after(open_structured, select("這篇舊文章"))),
    "changes.next": Case(lambda w: w.session.state.pane.answer == 2, find_changes),
    "changes.words": Case(dialog("answerChanges"), find_changes),
    "changes.compare": Case(lambda w: w.session.state.changes.renewal is not None),
    "changes.seen": Case(lambda w: not w.session.state.changes.marked, find_changes),
    "changes.back": Case(
        lambda w: w.session.state.changes.visit is None,
        after(find_changes, visit),
    ),
    "text.larger": Case(lambda w: w.session.state.preferences.text_size == 22),
    "text.smaller": Case(lambda w: w.session.state.preferences.text_size == 18),
    "text.reset": Case(
        lambda w: w.session.state.preferences.text_size == 20, lambda w: w.session.prefer(text_size=30)
    ),
    "theme.system": Case(
        lambda w: w.session.state.preferences.theme is Theme.SYSTEM, lambda w: w.session.prefer(theme=Theme.DARK)
    ),
    "theme.light": Case(lambda w: w.session.state.preferences.theme is Theme.LIGHT),
    "theme.dark": Case(lambda w: w.look.tokens.dark),
    "language.system": Case(
        lambda w: w.session.state.preferences.language == "", lambda w: w.session.prefer(language="zh_Hans")
    ),
    **{
        f"language.{name}": Case(lambda w, name=name: w.session.state.preferences.language == name)
        for name in ("zh_Hant", "zh_Hans")
    },
    "language.en": Case(lambda w: w.session.state.preferences.language == "en", say_nothing_of_english),
    "panel.sidebar": Case(lambda w: not w.sidebar.isVisible()),
    "panel.search": Case(lambda w: focused(w, "searchField")),
    "panel.notes": Case(lambda w: not w.notes.isVisible(), lambda w: w.resize(1600, 900)),  # room for it beside two
    "words.matrix": Case(lambda w: w.charts.matrix.isVisible()),
    "words.dispersion": Case(lambda w: w.charts.dispersion.isVisible()),
    "panel.words": Case(lambda w: w.side.widget(Panel.WORDS).isVisible()),
    "view.fullscreen": Case(lambda w: w.isFullScreen()),
    "annotate.highlight": Case(lambda w: quotes(w) == ["戰略家"], select("戰略家")),
    **{
        f"annotate.{color.value}": Case(
            lambda w, color=color: [m.annotation.color for m in marked(w.session.state)] == [color], select("戰略家")
        )
        for color in Color
    },
    "annotate.note": Case(
        lambda w: w.session.state.notes.editing is not None and focused(w, "noteText"), select("戰略家")
    ),
    "annotate.delete": Case(lambda w: quotes(w) == [], mark("戰略家")),
    "annotate.next": Case(lambda w: goal(w) == "戰略家", mark("戰略家", "美俄結盟", "腦洞")),
    "annotate.previous": Case(lambda w: goal(w) == "美俄結盟", mark("戰略家", "美俄結盟", "腦洞")),
    "annotate.overlap": Case(lambda w: active_words(w) == "戰略家", mark("戰略家", "一個戰略家")),
    "annotate.end_on": Case(lambda w: placed(w) == ["戰略家也"], mark("戰略家")),
    "annotate.end_back": Case(lambda w: placed(w) == ["戰略"], mark("戰略家")),
    "annotate.start_back": Case(lambda w: placed(w) == ["個戰略家"], mark("戰略家")),
    "annotate.start_on": Case(lambda w: placed(w) == ["略家"], mark("戰略家")),
    "annotate.end_on_word": Case(lambda w: placed(w) == ["腦洞大開"], after(mark("腦洞"), know_words)),
    "annotate.end_back_word": Case(lambda w: placed(w) == ["一個"], after(mark("一個戰略家"), know_words)),
    "annotate.start_back_word": Case(lambda w: placed(w) == ["戰略家也"], after(mark("也"), know_words)),
    "annotate.start_on_word": Case(lambda w: placed(w) == ["也"], after(mark("戰略家也"), know_words)),
    "annotate.link": Case(
        lambda w: placed(w) == ["戰略家", "美俄關係"],
        after(mark("戰略家"), lambda w: w.session.show_answer(2), select("美俄關係")),
    ),
    "annotate.unlink": Case(lambda w: placed(w) == ["戰略家"], after(mark("戰略家"), select("腦洞"), link)),
    "annotate.tag": Case(dialog("tagDialog"), mark("戰略家")),
    "annotate.untag": Case(
        dialog("untagDialog"), after(mark("戰略家"), lambda w: w.session.annotations.chosen.tag(["修辭"]))
    ),
    "annotate.choose_all": Case(lambda w: len(w.session.state.notes.chosen) == 2, mark("戰略家", "腦洞")),
    "versions.next": Case(lambda w: goal(w) == "戰略家", after(mark("戰略家"), write_elsewhere, mark("腦洞"))),
    "versions.other": Case(lambda w: w.session.state.notes.active == "urn:uuid:twin", CONFLICT),
    "versions.this": Case(lambda w: versions(w) == [("", False)], CONFLICT),
    "versions.that": Case(lambda w: versions(w) == [("別處寫的", False)], CONFLICT),
    "versions.both": Case(lambda w: versions(w) == [("", False), ("別處寫的", False)], CONFLICT),
    "annotate.unplaced": Case(lambda w: w.session.state.notes.active is not None, LOSE),
    "annotate.candidate": Case(lambda w: w.session.state.pane.selection is not None, after(mark("戰略家"), doubt)),
    "annotate.reattach": Case(lambda w: placed(w) == ["腦洞"], after(LOSE, select("腦洞"), activate_unplaced)),
    "annotations.adopt": Case(lambda w: placed(w) == ["戰略家"], after(mark("戰略家"), open_likeness)),
    "annotations.part": Case(lambda w: w.session.state.notes.similar is None, after(mark("戰略家"), open_likeness)),
    "keywords.light_selection": Case(
        lambda w: [entry.term for entry in w.session.state.lights.terms] == ["戰略家"], select("戰略家")
    ),
    "keywords.add": Case(lambda w: focused(w, "keywordBar") and isinstance(w.focusWidget(), QLineEdit)),
    "keywords.clear": Case(lambda w: w.session.state.lights.terms == (), light("戰略家")),
    "keywords.next": Case(lambda w: goal(w) == "戰略家", light("戰略家")),
    "keywords.previous": Case(lambda w: goal(w) == "戰略家", light("戰略家")),
    "person.light": Case(lambda w: w.session.state.lights.person is not None),
    "keywords.save_list": Case(dialog("wordsDialog"), light("戰略家")),
    "keywords.merge": Case(dialog("wordsDialog"), select("戰略家")),
    "keywords.keep_whole": Case(lambda w: own_of(w.session.state).words == ("戰略家",), select("戰略家")),
    "own.concepts": Case(has_made("concepts.txt")),
    "own.words": Case(has_made("words.txt")),
    "own.stop_words": Case(has_made("stop-words.txt")),
    "own.word_lists": Case(has_made("word-lists.txt")),
    "panes.answer": Case(lambda w: shown_answers(w) == [0, 1]),
    "panes.script": Case(
        lambda w: shown_scripts(w) == [Script.TRADITIONAL, Script.SIMPLIFIED] and shown_answers(w) == [0, 0]
    ),
    "panes.next": Case(lambda w: shown_answers(w) == [0, 2], lambda w: w.session.panes.put_beside(1)),
    "panes.previous": Case(lambda w: shown_answers(w) == [0, 1], lambda w: w.session.panes.put_beside(2)),
    "panes.together": Case(
        lambda w: w.session.state.preferences.answers_together, lambda w: w.session.panes.put_beside(1)
    ),
    "panes.shared": Case(
        lambda w: not w.session.state.preferences.shared_shown, lambda w: w.session.panes.put_beside(1)
    ),
    "panes.other": Case(
        lambda w: w.session.state.focus == 0 and focused(w, "answerPage"),
        lambda w: w.session.panes.put_answer_beside(),
    ),
    "panes.close": Case(lambda w: shown_answers(w) == [0], lambda w: w.session.panes.put_answer_beside()),
    "help.shortcuts": Case(dialog("shortcutSheet")),
    "help.palette": Case(dialog("commandPalette")),
    "help.about": Case(dialog("aboutDialog")),
}

DOORS = [
    pytest.param(action, door, id=f"{action.id}-{door}")
    for action in ACTIONS
    for door in (*action.keys, "menu", "palette")
    if not (action.id == "help.palette" and door == "palette")
]


@pytest.fixture
def ready(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> MainWindow:
    """Return the window with what lies outside of it (file dialog, file manager) answering at once."""
    QGuiApplication.clipboard().clear()
    other = tmp_path_factory.mktemp("other") / "other.txt"
    other.write_text("另一問?\n\n某甲\n\n\n某甲說的話比較長,這是正文。\n", encoding="utf-8")
    notes = other.with_name("notes.jsonld")
    notes.write_text(NOTES, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", partial(answer_with, str(other), str(notes)))
    folder = other.with_name("folder")
    folder.mkdir()
    (folder / "one.txt").write_text(other.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", partial(answer_folder, str(folder)))
    monkeypatch.setattr(
        "desktop.ui.dialogs.exchange_dialogs.ask_where", partial(answer_where, other.with_name("notes.md"))
    )
    monkeypatch.setattr(
        "desktop.ui.dialogs.save_thread.ask_where", partial(answer_saved, other.with_name("saved.html"))
    )
    monkeypatch.setattr("desktop.ui.dialogs.save_form.ask_where", partial(answer_lines, other.with_name("lines.md")))
    monkeypatch.setattr("desktop.ui.dialogs.reveal.reveal", partial(keep, window, "revealed"))
    monkeypatch.setattr(QDesktopServices, "openUrl", partial(keep, window, "opened_address"))
    monkeypatch.setattr(window.session.opening, "reopen", partial(keep, window, "asked_encoding"))
    return window


def answer_with(thread: str, notes: str, *arguments: object) -> tuple[str, str]:
    """Stand in for the file dialog, whether it is asked for a thread or for notes."""
    return notes if "*.jsonld" in str(arguments[-1]) else thread, ""


def answer_folder(folder: str, *_arguments: object) -> str:
    """Stand in for the dialog that asks for a folder."""
    return folder


def answer_where(path: Path, *_arguments: object) -> tuple[Path, ExportForm]:
    """Stand in for the dialog that asks where notes are exported to."""
    return path, ExportForm.MARKDOWN


def answer_saved(path: Path, *_arguments: object) -> tuple[Path, ThreadForm]:
    """Stand in for the dialog that asks where a thread is saved."""
    return path, ThreadForm.HTML


def answer_lines(path: Path, *_arguments: object) -> tuple[Path, str]:
    """Stand in for the dialog that asks where the lines of the concordance are saved."""
    return path, ".md"


def keep(window: MainWindow, name: str, value: object) -> bool:
    """Stand in for what would leave the app: keep what it was asked for."""
    setattr(window, name, value)
    return True


def walk_menus(window: MainWindow, action_id: str) -> None:
    """Choose a command in the menu bar, opening the menus on the way to it."""

    def path_to(menu: QMenu) -> list[QMenu]:
        if window.commands[action_id] in menu.actions():
            return [menu]
        for entry in menu.actions():
            below = entry.menu()
            if isinstance(below, QMenu) and (found := path_to(below)):
                return [menu, *found]
        return []

    menus = [entry.menu() for entry in window.menuBar().actions()]
    path = next(found for menu in menus if isinstance(menu, QMenu) and (found := path_to(menu)))
    path[-1].popup(window.mapToGlobal(window.rect().center()))
    path[-1].setActiveAction(window.commands[action_id])
    QTest.keyClick(path[-1], Qt.Key.Key_Return)


def walk_palette(window: MainWindow, action: Action) -> None:
    """Run a command by typing its whole name into the palette."""
    window.commands["help.palette"].trigger()
    palette = next(w for w in QApplication.topLevelWidgets() if w.objectName() == "commandPalette" and w.isVisible())
    field = palette.findChild(QLineEdit, "paletteField")
    assert field is not None
    field.setText(action.plain_title)
    choose_row(palette, field, action.id)
    QTest.keyClick(field, Qt.Key.Key_Return)


def choose_row(palette: QWidget, field: QLineEdit, action_id: str) -> None:
    """Walk down to the row of `action_id`: several commands may hold the words of one name."""
    view = palette.findChild(QListView, "paletteList")
    assert view is not None
    for _ in range(view.model().rowCount()):
        if view.currentIndex().data(Qt.ItemDataRole.UserRole + 1) == action_id:
            return
        QTest.keyClick(field, Qt.Key.Key_Down)
    pytest.fail(f"{action_id} is not in the palette")


@pytest.mark.parametrize(("action", "door"), DOORS)
def test_a_command_does_what_it_says_through_each_door(
    ready: MainWindow, qtbot: QtBot, action: Action, door: str
) -> None:
    case = CASES[action.id]
    case.arrange(ready)
    QApplication.processEvents()
    if action.id not in {"theme.light", "focus.page"}:
        assert not case.check(ready), "true before the command"
    if door == "menu":
        walk_menus(ready, action.id)
    elif door == "palette":
        walk_palette(ready, action)
    else:
        QTest.keySequence(ready, QKeySequence(door))
    qtbot.waitUntil(lambda: case.check(ready), timeout=2000)
    close_dialogs()


ONE_PANE = {action.id for action in ACTIONS if action.id.startswith("panes.")}
"""Commands that other tests are about: they are on the panes themselves."""

NEW_THREAD = {"annotations.adopt", "annotations.part", "changes.back"}
"""Commands of which a case opens another thread, or an earlier save; then there is one pane."""


OF_THE_APP = ("encoding.", "theme.", "language.", "edition.", "help.", "text.", "file.", "panel.", "view.")
"""How the ids of commands begin that mean no pane: one side of them is tried."""

SIDES = [
    pytest.param(action, side, id=f"{action.id}-{('left', 'right')[side]}")
    for action in ACTIONS
    for side in ((1,) if action.id.startswith(OF_THE_APP) else (0, 1))
    if action.id not in ONE_PANE | NEW_THREAD
]


@pytest.mark.parametrize(("action", "side"), SIDES)
def test_a_command_acts_on_the_pane_in_focus_and_leaves_the_other_as_it_is(
    ready: MainWindow, qtbot: QtBot, action: Action, side: int
) -> None:
    session, case = ready.session, CASES[action.id]
    session.panes.put_answer_beside()
    session.show_answer(0)
    session.panes.focus(side)
    ready.page.setFocus()
    case.arrange(ready)
    QApplication.processEvents()
    other = session.state.panes[1 - side]
    ready.commands[action.id].trigger()
    qtbot.waitUntil(lambda: case.check(ready), timeout=2000)
    close_dialogs()
    if action.id in {"file.open", "file.open_folder", "file.paste", "file.threads"}:
        assert len(session.state.panes) == 1
    else:
        assert session.state.focus == side
        assert session.state.panes[1 - side] == other


def close_dialogs() -> None:
    for widget in QApplication.topLevelWidgets():
        if widget.objectName() in {
            "shortcutSheet",
            "commandPalette",
            "aboutDialog",
            "importSheet",
            "threadChooser",
            "pastedThreads",
            "savingHelp",
            "correctionsDialog",
            "tagDialog",
            "untagDialog",
        } or isinstance(widget, QMenu):
            widget.close()


def test_every_command_has_a_case_and_no_case_is_left_over() -> None:
    assert set(CASES) == {action.id for action in ACTIONS}


def test_every_command_is_in_a_menu_once() -> None:
    ids = [action_id for menu in MENUS for action_id in menu.ids()]
    assert sorted(ids) == sorted(action.id for action in ACTIONS)


def test_no_two_commands_share_a_key() -> None:
    meant: dict[str, list[str]] = {}
    for action in ACTIONS:
        for key in action.keys:
            meant.setdefault(QKeySequence(key).toString(), []).append(action.id)
    assert {key: ids for key, ids in meant.items() if len(ids) > 1} == {}


def test_letters_typed_into_a_field_run_no_command(ready: MainWindow) -> None:
    ready.panels.open_find()
    field = ready.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "tjkhnl1234")
    assert field.text() == "tjkhnl1234"
    assert ready.session.state.focused_manner.script is Script.ORIGINAL
    assert ready.session.state.pane.answer == 0


def menus_in_bar(window: MainWindow) -> list[QMenu]:
    """Return the menus that stand in the bar."""
    from desktop.ui.commands.actions import without_mnemonic

    titles = {without_mnemonic(menu.title) for menu in MENUS}
    found = [menu for menu in window.findChildren(QMenu) if without_mnemonic(menu.title()) in titles]
    assert len(found) >= len(MENUS)
    return found


def test_every_menu_is_seen_whole_on_a_low_screen(ready: MainWindow) -> None:
    commanding = ready.complete()
    heights = {menu.title(): menu.sizeHint().height() for menu in (*menus_in_bar(ready), commanding.page_menu)}
    assert {title: height for title, height in heights.items() if height > 680} == {}
