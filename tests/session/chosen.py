"""A session that converts by our own edition, on a thread with names and doubtful places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.script import Edition, Script, load_tables
from desktop.session import Session
from tests.session.executors import InlineExecutor, deliver

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.paths import DataFolder

THREAD = """\
余先生怎样认识泽于?

泽于


余先生说，钟文海教授的钟坏了。后来钟文海走了，其余的人说干也干了。

他把衣服晒干了。

后来


李老师说干。
"""


def load_own_tables() -> None:
    """Load what our own edition converts by."""
    for config in ("s2tw", "s2hk", "t2tw", "tw2s"):
        load_tables(config, Edition.BAIJIA)


def reader_of(folder: DataFolder, thread: Path) -> Session:
    """Return a session on `thread`, shown in traditional script by our own edition; its work is done at once."""
    session = Session(folder, None, InlineExecutor(), InlineExecutor())
    session.replace(manner=replace(session.state.manner, edition=Edition.BAIJIA))
    session.shelf.open(thread)
    session.show_script(Script.TRADITIONAL)
    deliver()
    return session


def lines(session: Session) -> list[str]:
    """Return the lines of the page as they are shown."""
    page = session.page()
    assert page is not None
    return page.text.split("\n")
