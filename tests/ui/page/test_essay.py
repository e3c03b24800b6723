"""A text of which nobody is said to be the author is one text, not the only answer of its file's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QLabel

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.window import MainWindow


def opened(window: MainWindow, path: Path, text: str) -> tuple[str, str, str]:
    """Open `text` as a file; return the name of the first row, the summary of the sidebar, and the page."""
    path.write_text(text, "utf-8")
    window.open_file(path)
    view = window.sidebar.findChild(QAbstractItemView, "authorList")
    summary = window.sidebar.findChild(QLabel, "questionSummary")
    assert view is not None
    assert summary is not None
    return str(view.model().index(0, 0).data()), summary.text(), window.page.toPlainText()


def test_an_essay_stands_under_its_title_and_counts_no_authors(window: MainWindow, tmp_path: Path) -> None:
    text = "這是一篇沒有作者的文章，第一段足夠長了。\n\n這是第二段，也足夠長，說了不少的話。\n"
    row, summary, page = opened(window, tmp_path / "part3-final.txt", text)
    document = window.session.state.document
    assert document is not None
    assert document.is_essay
    assert row == "The whole text"
    assert "author" not in summary
    assert page.startswith(document.title)
    assert "Answer 1 of 1" not in page
    assert window.page.accessibleName() == document.title


def test_one_author_who_is_named_has_answered(window: MainWindow, tmp_path: Path) -> None:
    row, summary, page = opened(window, tmp_path / "one.txt", "問?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n")
    assert row == "某甲"
    assert summary.startswith("1\xa0author")
    assert "Answer 1 of 1" in page
    assert window.page.accessibleName() == "某甲: the answer"
