"""The session: one state that is replaced and told in order, and the script that is shown."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from desktop.script import Script, SourceScript
from desktop.session import NoticeKind, Pane
from desktop.text import Span
from tests.session.reader import Listener, span_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.session import Session

ORIGINAL, TRADITIONAL, SIMPLIFIED = Script.ORIGINAL, Script.TRADITIONAL, Script.SIMPLIFIED


# -- the state ------------------------------------------------------------------------------------------------


def test_a_replaced_state_is_told_with_the_one_before_and_keeps_what_did_not_change(session: Session) -> None:
    listener, before = Listener(session), session.state
    session.replace(panes=(Pane(1),))
    assert listener.heard == [(before, session.state)]
    assert session.state.pane.answer == 1
    assert session.state.lights.places is before.lights.places
    assert session.state.notes.annotations is before.notes.annotations


def test_every_listener_hears_of_replacements_in_the_order_they_were_made(session: Session) -> None:
    acting = Listener(
        session,
        1,
        lambda: session.replace(panes=(Pane(2),)),
    )
    behind = Listener(session)
    session.replace(panes=(Pane(1),))
    assert [(old.pane.answer, new.pane.answer) for old, new in behind.heard] == [(0, 1), (1, 2)]
    assert acting.heard == behind.heard
    assert behind.heard[-1][1] is session.state


def test_a_listener_that_replaces_the_state_sees_at_once_what_it_made(session: Session) -> None:
    seen: list[int] = []

    def act() -> None:
        session.replace(panes=(Pane(2),))
        seen.append(session.state.pane.answer)

    acting = Listener(session, 1, act)
    session.replace(panes=(Pane(1),))
    assert seen == [2]
    assert len(acting.heard) == 2


def test_nothing_that_is_no_field_gets_into_the_state(session: Session) -> None:
    with pytest.raises(TypeError):
        session.replace(colour="blue")  # type: ignore[reportCallIssue]


def test_a_sentence_is_said_and_taken_away(session: Session) -> None:
    session.notify("keyword-not-found", NoticeKind.NEWS, term="甲")
    notice = session.state.notice
    assert notice is not None
    assert (notice.code, notice.kind, dict(notice.details)) == ("keyword-not-found", NoticeKind.NEWS, {"term": "甲"})
    session.dismiss_notice()
    assert session.state.notice is None
    listener = Listener(session)
    session.dismiss_notice()
    assert listener.heard == []


def test_a_preference_that_is_no_other_changes_nothing(session: Session) -> None:
    session.prefer(text_size=24)
    assert session.state.preferences.text_size == 24
    listener = Listener(session)
    session.prefer(text_size=24)
    assert listener.heard == []


def test_where_nothing_is_open_every_command_does_nothing(start: Callable[[], Session]) -> None:
    session = start()
    before = session.state
    session.show_answer(2)
    session.step(1)
    session.go_to(Span(0, 1))
    session.correct_source(SourceScript.SIMPLIFIED)
    session.lights.toggle("甲")
    session.lights.step(1)
    session.lights.light_selection()
    session.searching.look_for("甲")
    session.searching.step(1)
    session.select(Span(0, 1))
    session.annotations.highlight()
    session.annotations.note()
    session.annotations.step(1)
    session.select(None)
    assert session.state == before
    assert session.page() is None
    assert (session.quoted(Span(0, 1)), session.state.current) == ("", None)
    assert session.opening.reopen("utf-8") is False


# -- the script -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "shown", "seen", "after"),
    [
        (SourceScript.TRADITIONAL, ORIGINAL, TRADITIONAL, SIMPLIFIED),
        (SourceScript.TRADITIONAL, TRADITIONAL, TRADITIONAL, SIMPLIFIED),
        (SourceScript.TRADITIONAL, SIMPLIFIED, SIMPLIFIED, TRADITIONAL),
        (SourceScript.SIMPLIFIED, ORIGINAL, SIMPLIFIED, TRADITIONAL),
        (SourceScript.SIMPLIFIED, TRADITIONAL, TRADITIONAL, SIMPLIFIED),
        (SourceScript.SIMPLIFIED, SIMPLIFIED, SIMPLIFIED, TRADITIONAL),
    ],
)
def test_toggling_shows_the_script_that_the_eye_does_not_see(
    session: Session, source: SourceScript, shown: Script, seen: Script, after: Script
) -> None:
    session.correct_source(source)
    session.show_script(shown)
    assert session.shown_script is seen
    session.toggle_script()
    assert session.state.focused_manner.script is after
    session.toggle_script()
    assert session.shown_script is seen


@pytest.mark.parametrize(
    ("script", "variant", "of_traditional", "of_simplified"),
    [
        (TRADITIONAL, "standard", None, "s2tw"),
        (TRADITIONAL, "taiwan-words", "t2tw", "s2twp"),
        (TRADITIONAL, "hong-kong", "t2hk", "s2hk"),
        (TRADITIONAL, "no such variant", None, "s2tw"),
        (SIMPLIFIED, "mainland", "tw2s", None),
        (SIMPLIFIED, "mainland-words", "tw2sp", None),
    ],
)
def test_a_variant_is_shown_by_the_configuration_that_suits_the_source(
    session: Session, script: Script, variant: str, of_traditional: str | None, of_simplified: str | None
) -> None:
    session.choose_variant(script, variant)
    assert session.state.focused_manner.script is script
    assert session.state.focused_manner.conversion().config == of_traditional
    session.correct_source(SourceScript.SIMPLIFIED)
    assert session.state.focused_manner.conversion().config == of_simplified
    session.show_script(ORIGINAL)
    assert session.state.focused_manner.conversion().config is None


def test_the_variant_of_a_script_is_kept_while_the_other_is_shown(session: Session) -> None:
    session.choose_variant(SIMPLIFIED, "mainland-words")
    session.toggle_script()
    session.toggle_script()
    assert session.state.focused_manner.conversion().config == "tw2sp"


def test_without_a_correction_the_source_is_in_the_script_that_is_detected(session: Session) -> None:
    session.correct_source(SourceScript.SIMPLIFIED)
    assert (session.state.manner.source_script, session.state.manner.source_corrected) == (
        SourceScript.SIMPLIFIED,
        True,
    )
    session.correct_source(None)
    assert (session.state.manner.source_script, session.state.manner.source_corrected) == (
        SourceScript.TRADITIONAL,
        False,
    )


def test_page_names_and_quotes_follow_the_script(session: Session) -> None:
    original = session.page()
    session.show_script(SIMPLIFIED)
    page = session.page()
    assert original is not None
    assert page is not None
    assert original.text.startswith("讀書的時候")
    assert page.text.startswith("读书的时候")
    assert session.shown("林語") == "林语"
    assert session.quoted(span_of(session, "打開網路")) == "打开网路"
    assert session.quoted(span_of(session, "為什麼讀書")) == "为什么读书", "the title, in no answer"
    session.show_script(ORIGINAL)
    assert session.quoted(span_of(session, "打開網路")) == "打開網路"
    assert session.page() is original


def test_a_quote_reads_as_it_does_within_its_paragraph(session: Session) -> None:
    session.choose_variant(SIMPLIFIED, "mainland-words")
    # Alone, 憶體 would stay as it is; within 記憶體 it is a part of 内存 and widens to it.
    assert session.quoted(span_of(session, "憶體")) == "内存"
    assert session.shown("憶體") == "忆体"


def test_a_long_text_is_shown_too(session: Session) -> None:
    session.show_script(SIMPLIFIED)
    assert session.shown("讀" * 5_000) == "读" * 5_000


def test_what_stays_is_taken_out_of_the_sight_of_the_garbage_collector(session: Session, qtbot: QtBot) -> None:
    before = gc.get_freeze_count()
    session.begin()
    session._settling.setInterval(0)  # pyright: ignore[reportPrivateUsage] (instead of some seconds)
    try:
        qtbot.waitUntil(lambda: gc.get_freeze_count() > before)
    finally:
        gc.unfreeze()
