"""What the tests of search and concordance share: a session whose work is done at once, on a short thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.session import Session
from tests.disposal import dispose
from tests.session.executors import InlineExecutor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder

SEARCHED = """\
爲什麼美國與俄羅斯會面?

甲


美國總統特朗普說話。川普又說話。

乙


研究生研究特朗普。

丙


沒有這個人。
"""


@pytest.fixture
def searched(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Session]:
    """Yield a session with `SEARCHED` open."""
    path = tmp_path / "searched.txt"
    path.write_text(SEARCHED, encoding="utf-8")
    session = Session(folder, None, InlineExecutor(), InlineExecutor())
    assert session.shelf.open(path)
    session.begin()
    yield session
    session.close()
    session.stop()
    dispose(session)
