"""The palette finds a command by what a reader may call it, in any of the three languages and either script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from desktop.ui.commands import ACTIONS
from desktop.ui.commands.meanings import MEANINGS, meaning_of
from desktop.ui.dialogs.palette import CommandPalette
from desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_ID = Qt.ItemDataRole.UserRole + 1


@pytest.fixture(params=["en", "zh_Hant", "zh_Hans"])
def found(window: MainWindow, request: pytest.FixtureRequest) -> Iterator[Callable[[str], list[str]]]:
    """Yield what returns the ids that the palette lists for a query, with the interface in each language."""
    session = window.session
    session.prefer(language=request.param)
    speaking = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible())
    palette = CommandPalette(speaking.commands, speaking.look, speaking)
    view = palette.findChild(QListView, "paletteList")
    assert view is not None

    def look_for(query: str) -> list[str]:
        palette._field.setText(query)  # type: ignore[reportPrivateUsage]
        model = view.model()
        return [model.index(row, 0).data(_ID) for row in range(model.rowCount())]

    yield look_for
    palette.close()
    session.prefer(language="en")
    for other in QApplication.topLevelWidgets():
        if isinstance(other, MainWindow) and other is not window:
            other.close()


@pytest.mark.parametrize(
    ("queries", "id"),
    [
        ("dark night 深色 夜間 夜间 暗 Dark", "theme.dark"),
        ("light day 淺色 浅色 白天", "theme.light"),
        ("font size 字型 字體 字体 字號 字号 larger 放大", "text.larger"),
        ("settings preferences 設定 設置 设置 偏好 language 語言 语言", "language.zh_Hans"),
        ("settings 設定 设置 theme 主題 主题", "theme.system"),
        ("print 列印 打印 export 匯出 导出 pdf", "notes.export"),
        ("search find 搜尋 搜索 查找", "find.open"),
        ("keyboard keys 快捷鍵 快捷键", "help.shortcuts"),
        ("garbled 亂碼 乱码 gbk", "encoding.gb18030"),
        ("sync 同步 備份 备份", "notes.beside"),
    ],
)
def test_a_command_is_found_by_its_meaning(found: Callable[[str], list[str]], queries: str, id: str) -> None:  # noqa: A002
    for query in queries.split():
        assert id in found(query), query


def test_a_command_is_found_through_what_nobody_sees(found: Callable[[str], list[str]]) -> None:
    assert "theme.dark" in found("深\u200b色\ufeff")


def test_a_name_still_finds_little_else(found: Callable[[str], list[str]]) -> None:
    assert found("full screen") == ["view.fullscreen"]
    assert found("what nobody calls anything") == []


def test_every_meaning_is_of_a_command_that_there_is() -> None:
    ids = {action.id for action in ACTIONS}
    groups = {name.rpartition(".")[0] for name in ids}
    assert set(MEANINGS) <= ids | groups
    assert not [name for name in ids if name.startswith(("theme.", "text.")) and not meaning_of(name)]
