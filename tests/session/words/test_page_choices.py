"""The choices of a page: those of a long one come from a worker, and a correction has few of them found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import Conversion, Script
from desktop.script.corrections import Correction
from tests.disposal import dispose
from tests.session.chosen import load_own_tables, reader_of
from tests.session.executors import deliver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder
    from desktop.script import Choice
    from desktop.session import Session

LINES = [f"第{number}天，大家说干也干了，后来在那里说了些什么，我并不知道。" for number in range(120)]
LONG = "怎么说?\n\n甲一\n\n\n" + "\n\n".join(LINES) + "\n\n乙二\n\n\n我说干也干。\n"


@pytest.fixture(autouse=True, scope="module")
def _own_tables() -> None:
    load_own_tables()


@pytest.fixture
def session(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "long.txt"
    path.write_text(LONG, "utf-8")
    session = reader_of(folder, path)
    session.words.begin()
    deliver()
    yield session
    session.stop()
    dispose(session)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the lines whose choices are found from now on."""
    lines: list[str] = []
    find = Conversion.choices

    def counting(conversion: Conversion, text: str) -> Iterator[Choice]:
        lines.append(text)
        return find(conversion, text)

    monkeypatch.setattr(Conversion, "choices", counting)
    return lines


def test_those_of_a_long_page_are_told_when_they_are_known(session: Session) -> None:
    told: list[bool] = []
    session.pages.page_choices.found.connect(lambda: told.append(True))
    assert (session.pages.choices(), session.pages.knows_choices()) == ((), False)
    deliver()
    assert (len(told), session.pages.knows_choices()) == (1, True)
    places = [choice.span.start for choice in session.pages.choices()]
    assert places == sorted(places)
    document = session.state.document
    assert document is not None
    assert "".join(document.text[place] for place in places[:6]) == "家干干了后里"


def test_a_short_page_has_them_at_once(session: Session) -> None:
    session.show_answer(1)
    assert session.pages.choices()


def test_a_correction_has_those_of_its_paragraphs_found_again(session: Session, asked: list[str]) -> None:
    session.pages.choices()
    deliver()
    assert asked == LINES
    before = session.pages.choices()
    asked.clear()
    session.correcting.change(None, Correction("第7天，大家说干", "第7天，大家說乾", Script.TRADITIONAL))
    after = session.pages.choices()  # at once, for it is one line
    assert asked == [LINES[7]]
    assert [choice.span for choice in after] == [choice.span for choice in before]
    changed = [one for one, other in zip(before, after, strict=True) if one != other]
    document = session.state.document
    assert document is not None
    assert "".join(one.span.of(document.text) for one in changed) == "家干"


def test_the_next_doubtful_place_is_gone_to_when_those_of_the_page_are_known(session: Session) -> None:
    session.doubts.step(1)
    assert session.state.pane.goal is None
    deliver()
    assert session.doubts.current is not None
    assert session.doubts.current.number == 0


def test_who_goes_elsewhere_while_they_are_found_stays_there(session: Session) -> None:
    session.doubts.step(1)
    session.show_answer(1)
    deliver()
    assert (session.state.pane.answer, session.state.pane.goal) == (1, None)
