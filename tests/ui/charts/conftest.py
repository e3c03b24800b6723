"""What the tests of the charts share: a thread of three authors, and a desk that keeps what it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.bare_desk import BareDesk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.session import Session

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
    """Panels and dialogs that keep what they were asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.name = ""
        self.makers: Mapping[str, Callable[[], bytes]] = {}

    def show_concordance(self, words: str, author: str | None = None) -> None:
        self.asked.append((words, author))

    def save_chart(self, name: str, makers: Mapping[str, Callable[[], bytes]]) -> None:
        self.name, self.makers = name, makers


class TracingDesk(BareDesk):
    """A desk that has panels and dialogs."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.tracing = Tracing()

    @property
    def panels(self) -> Tracing:  # type: ignore[override]
        return self.tracing

    @property
    def dialogs(self) -> Tracing:  # type: ignore[override]
        return self.tracing


@pytest.fixture
def desk(session: Session, tmp_path: Path) -> TracingDesk:
    """Return a desk, with a thread of three authors open."""
    path = tmp_path / "談判.txt"
    path.write_text(SAID, encoding="utf-8")
    assert session.shelf.open(path)
    return TracingDesk(session)
