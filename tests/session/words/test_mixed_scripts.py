"""Threads in which people write in either script: each answer is converted from its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.script import Script, SourceScript

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session

THREAD = """\
大家怎麼看這個問題?

某甲


於是只好這麼說了。這個問題說來話長,還是從頭說起,一樣一樣地講清楚。

某乙


这么说来，这个问题很显著。我觉得应该这么办，什么都别急。
"""


@pytest.fixture
def mixed(session: Session, tmp_path: Path) -> Session:
    """Return a session with a traditional question, a traditional answer and a simplified one."""
    path = tmp_path / "mixed.txt"
    path.write_text(THREAD, encoding="utf-8")
    assert session.shelf.open(path)
    return session


def words(session: Session) -> str:
    page = session.page()
    assert page is not None
    return page.words


@pytest.mark.parametrize(
    ("answer", "script", "shown", "corrupt"),
    [
        (0, Script.SIMPLIFIED, "于是只好这么说了", "幺"),
        (1, Script.SIMPLIFIED, "这么说来，这个问题很显著", "幺"),
        (0, Script.TRADITIONAL, "於是只好這麼說了", "隻"),
        (1, Script.TRADITIONAL, "這麼說來，這個問題很顯著", "么"),
    ],
)
def test_no_answer_is_converted_in_the_wrong_direction(
    mixed: Session, answer: int, script: Script, shown: str, corrupt: str
) -> None:
    mixed.show_answer(answer)
    mixed.show_script(script)
    assert words(mixed).startswith(shown)
    assert corrupt not in words(mixed)


def test_the_readers_own_word_on_the_source_holds_for_every_answer(mixed: Session) -> None:
    mixed.show_answer(1)
    mixed.show_script(Script.TRADITIONAL)
    mixed.correct_source(SourceScript.TRADITIONAL)
    assert words(mixed).startswith("这么说来")
