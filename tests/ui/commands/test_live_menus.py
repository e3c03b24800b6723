"""Recent and shipped threads are listed by their titles, in the script shown, with the file's name second."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop.paths import DEFAULT_SEED
from desktop.script import Script
from desktop.session.files.memory import load_memory, save_memory
from desktop.ui.commands import live_menus as menus_live
from desktop.ui.commands.actions import LiveEntry, add_live

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.ui.window import MainWindow


def fill(menu: QMenu, entries: Iterable[LiveEntry]) -> None:
    for entry in entries:
        add_live(menu, entry)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def test_recent_threads_are_listed_by_title(window: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "b & c.txt"
    other.write_text("誰是臺灣人?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n", "utf-8")
    window.open_file(other)
    window.session.show_script(Script.SIMPLIFIED)
    menu = QMenu(window)
    fill(menu, menus_live.recent(window))
    assert texts(menu)[0] == "谁是台湾人?\tb && c.txt"
    assert texts(menu)[1].endswith("\tthread.txt")
    menu.actions()[1].trigger()
    assert window.session.state.document is not None
    assert window.session.state.document.path.name == "thread.txt"


def test_the_titles_are_remembered(window: MainWindow, tmp_path: Path) -> None:
    path = window.session.state.recent[0]
    file = tmp_path / "kept.json"
    save_memory(file, load_memory(file).with_recent(path, "題目"))
    assert load_memory(file).titles == {str(path): "題目"}


def test_shipped_threads_are_listed_by_title(window: MainWindow) -> None:
    menu = QMenu(window)
    fill(menu, menus_live.shipped(window))
    words, _, name = texts(menu)[0].partition("\t")
    assert words.endswith("?")
    assert name.startswith(DEFAULT_SEED[:10])


def test_beside_each_encoding_stands_how_the_file_begins_in_it(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes("問<b>&?\n\n某甲\n\n\n這是某甲所說的話,有一句。\n".encode("big5"))
    assert not window.session.shelf.open(path, "utf-8")
    found = menus_live.previews(window)
    assert found["encoding.big5hkscs"] == (
        "問<b>&&? ⏎ 某甲 ⏎ 這是某甲所說的話,有一句。",
        '<p style="white-space: pre-wrap">問&lt;b&gt;&amp;?\n某甲\n這是某甲所說的話,有一句。</p>',
    )
    assert found["encoding.utf-8"] == ("Not in This Encoding", "")
    menu = next(child for child in window.findChildren(QMenu) if child.title() == "&Encoding")
    menu.aboutToShow.emit()
    assert window.commands["encoding.big5hkscs"].text().startswith("Big5-HKSCS\t問<b>&&?")
    assert not any(window.commands[f"encoding.{codec}"].isChecked() for codec in ("utf-8", "big5hkscs"))
