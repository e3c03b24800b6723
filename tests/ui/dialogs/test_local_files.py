"""A file whose name is not UTF-8 is opened by whichever door it comes, and its notes are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtWidgets import QFileDialog

from desktop.annotations import AnnotationStore
from desktop.text import Span
from desktop.ui.dialogs.local_files import path_named, path_of
from tests.ui.dragging import drag_over

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

GBK, BIG5 = "你好 100%#?".encode("gbk"), "讀書".encode("big5")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")


def written(folder: Path, name: bytes = GBK) -> Path:
    """Return a small thread of this name in `folder`."""
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name + b".txt"))
    path.write_text("問?\n\n某甲\n\n\n這是某甲的話,足夠長了。\n", "utf-8")
    return path


def as_qt(path: Path) -> str:
    """Return what Qt calls `path`: each byte that is no UTF-8 is one U+FFFD."""
    return "".join("\ufffd" if "\udc80" <= char <= "\udcff" else char for char in str(path))


def test_an_address_with_any_bytes_is_its_path(tmp_path: Path) -> None:
    for name in (GBK, BIG5, "讀書 100%#?".encode(), b"plain"):
        path = tmp_path / os.fsdecode(name)
        assert path_of(QUrl.fromEncoded(QByteArray(path.as_uri().encode()))) == path
    assert path_of(QUrl("https://example.org/a.txt")) is None


def test_the_file_that_a_dialog_names_is_found_in_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(BIG5)
    folder.mkdir()
    path = written(folder)
    assert path_named(as_qt(path)) == path
    assert path_named(str(tmp_path / "there is none \ufffd")) == tmp_path / "there is none \ufffd"
    assert path_named(str(tmp_path / "plain.txt")) == tmp_path / "plain.txt"


def test_of_two_files_that_read_the_same_none_is_taken(tmp_path: Path) -> None:
    one, two = written(tmp_path, b"\xc4"), written(tmp_path, b"\xc5")
    assert as_qt(one) == as_qt(two)
    assert path_named(as_qt(one)) == Path(as_qt(one))


def test_such_a_file_is_opened_by_dropping_it(window: MainWindow, tmp_path: Path) -> None:
    path, mime = written(tmp_path), QMimeData()
    mime.setUrls([QUrl.fromEncoded(QByteArray(path.as_uri().encode()))])
    assert drag_over(window, mime, Qt.DropAction.CopyAction) is Qt.DropAction.CopyAction
    assert window.session.state.document is not None
    assert window.session.state.document.path == path


def test_such_a_file_is_opened_by_the_dialog(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path)

    def choose(*_given: object) -> tuple[str, str]:
        return as_qt(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window.commands["file.open"].trigger()
    assert window.session.state.document is not None
    assert window.session.state.document.path == path


@pytest.mark.parametrize("beside", [False, True])
def test_the_notes_on_such_a_file_are_saved_and_found_again(
    window: MainWindow, tmp_path: Path, *, beside: bool
) -> None:
    path, session = written(tmp_path), window.session
    session.notes_file.keep_beside(beside=beside)
    window.open_file(path)
    assert session.state.document is not None
    start = session.state.document.text.index("足夠")
    session.select(Span(start, start + 2))
    session.annotations.highlight()
    notes = session.notes_file.path
    assert notes is not None
    assert (notes.parent == path.parent) is beside
    assert len(AnnotationStore(notes).load().annotations) == 1
    window.open_file(written(tmp_path, b"other"))
    assert session.state.recent[1] == path
    window.open_file(path)
    assert len(session.state.notes.annotations) == 1
