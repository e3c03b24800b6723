"""What the page says about a word: all of it, in order, in words and glyphs that a reader knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextDocumentFragment

from desktop.script import CONFIGS, Correction, Corrections, Decider, Edition, Script, WordExchange, load_tables
from desktop.script.tables.contexts import CONTEXTS
from desktop.script.tables.editions import read_chain
from desktop.ui.page.tip import DICTIONARIES, SETTLED_BY, Account, account_of, as_html, dictionary_of

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session
    from desktop.ui.look.look import Look

THREAD = """\
大家怎么看这个问题？

某甲


他硬着头皮干的，扩充内存的事。鼠标和数据，盆里的花只有一只，后面<b>发</b>了。
"""


@pytest.fixture
def simplified(session: Session, tmp_path: Path) -> Session:
    """Return a session with a simplified thread open, shown in traditional script."""
    path = tmp_path / "simplified.txt"
    path.write_text(THREAD, encoding="utf-8")
    assert session.shelf.open(path)
    session.show_script(Script.TRADITIONAL)
    return session


def choose(session: Session, edition: Edition, variant: str = "standard") -> None:
    """Show the thread by `edition` as `variant` writes it, at once."""
    for config in ("s2tw", "s2twp", "t2tw"):
        load_tables(config, edition)
    session.choose_edition(edition)
    session.choose_variant(Script.TRADITIONAL, variant)


def told(session: Session, look: Look, words: str) -> list[str]:
    """Return the lines of what is said at the first character of `words`."""
    account = account_of(session, THREAD.index(words))
    assert account is not None
    html = as_html(account, look, session.shown_script)
    return QTextDocumentFragment.fromHtml(html).toPlainText().splitlines()


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("config", CONFIGS)
def test_every_dictionary_that_a_conversion_uses_has_a_name(config: str, edition: Edition) -> None:
    for link in read_chain(config, edition).links:
        for tier in link.tiers:
            assert dictionary_of(WordExchange("甲", "乙", " + ".join(tier.names))).title


def test_no_name_is_kept_for_a_dictionary_that_is_not_used() -> None:
    used = {
        tier.names[0]
        for edition in Edition
        for config in CONFIGS
        for link in read_chain(config, edition).links
        for tier in link.tiers
    }
    assert set(DICTIONARIES) == used | {CONTEXTS}


def test_a_word_says_what_it_was_by_which_rule_and_what_it_could_be(simplified: Session, look: Look) -> None:
    choose(simplified, Edition.REIMPLEMENTED)
    assert told(simplified, look, "干的") == ["干的 → 乾的", "By a phrase (STPhrases)", "乾 could also be: 幹 · 干"]


@pytest.mark.parametrize(
    ("words", "at", "by"),
    [
        ("签合约", 0, "By the words around it (contexts)"),
        ("往事干杯", 2, "By a phrase (STPhrases + STPhrases_GeneratedFromRegionalPhrases)"),
        ("余先生说", 0, "Settled by the name that it is in"),
        ("风在刮", 2, "Nothing settles which: this is the usual form"),
        ("如果不去", 1, "Settled by the word that it is or is in"),
    ],
)
def test_our_own_edition_says_what_settled_a_choice(
    session: Session, look: Look, tmp_path: Path, words: str, at: int, by: str
) -> None:
    path = tmp_path / "said.txt"
    path.write_text(f"大家怎么看？\n\n某甲\n\n\n{words}，这样说。\n", encoding="utf-8")
    assert session.shelf.open(path)
    choose(session, Edition.BAIJIA)
    account = account_of(session, path.read_text(encoding="utf-8").index(words) + at)
    assert account is not None
    lines = QTextDocumentFragment.fromHtml(as_html(account, look, session.shown_script)).toPlainText().splitlines()
    assert by in lines, lines


def test_every_decider_is_told_in_words_but_those_that_are_told_otherwise() -> None:
    assert {*SETTLED_BY, "writer", "correction"} == {"", *Decider}


def test_it_is_the_same_wherever_on_the_word_it_is_asked(simplified: Session) -> None:
    simplified.choose_variant(Script.TRADITIONAL, "taiwan-words")
    for word in ("干的", "内存", "鼠标", "盆里"):
        start = THREAD.index(word)
        first = account_of(simplified, start)
        assert first is not None
        assert first.source == word
        assert all(account_of(simplified, offset) == first for offset in range(start, start + len(word)))


def test_the_stages_are_told_in_their_order(simplified: Session, look: Look) -> None:
    simplified.choose_variant(Script.TRADITIONAL, "taiwan-words")
    assert told(simplified, look, "内存") == [
        "内存 → 記憶體",
        "内 → 內 by the character table (STCharacters)",
        "內存 → 記憶體 by Taiwan vocabulary (TWPhrases + vocabulary)",
    ]
    assert told(simplified, look, "鼠标")[1:] == [
        "标 → 標 by the character table (STCharacters)",
        "鼠標 → 滑鼠 by Taiwan vocabulary (TWPhrases + vocabulary)",
    ]


def test_dictionaries_looked_up_as_one_are_named_together(simplified: Session, look: Look) -> None:
    choose(simplified, Edition.OFFICIAL)
    assert told(simplified, look, "干的")[1] == "By a phrase (STPhrases + STPhrases_GeneratedFromRegionalPhrases)"


def test_a_word_of_another_vocabulary_is_no_choice_of_characters(simplified: Session, look: Look) -> None:
    choose(simplified, Edition.OFFICIAL, "taiwan-words")
    lines = told(simplified, look, "数据")
    assert lines[0] == "数据 → 資料"
    assert not any("could also be" in line for line in lines)


def test_a_word_that_a_phrase_keeps_tells_only_its_choice(simplified: Session, look: Look) -> None:
    assert told(simplified, look, "只有") == ["只 could also be: 隻 · 祇", "Settled by a phrase of the dictionaries"]


def test_a_word_that_stays_without_a_choice_tells_nothing(simplified: Session) -> None:
    account = account_of(simplified, THREAD.index("他"))
    assert account is not None
    assert not account.tells


def test_where_no_paragraph_is_there_is_no_account(simplified: Session) -> None:
    assert account_of(simplified, THREAD.index("大家")) is None


def test_a_correction_of_the_reader_says_so(simplified: Session, look: Look) -> None:
    corrections = Corrections((Correction("头皮干的", "頭皮幹的", Script.TRADITIONAL),))
    simplified.replace(manner=replace(simplified.state.manner, corrections=corrections))
    assert told(simplified, look, "头皮") == ["头皮干的 → 頭皮幹的", "By your own correction"]


def test_words_are_in_the_glyph_shapes_of_their_script(simplified: Session, look: Look) -> None:
    account = account_of(simplified, THREAD.index("后面"))
    assert account is not None
    html = as_html(account, look, Script.TRADITIONAL)
    source, shown = html.split("→")[:2]
    assert source.index("Serif SC") < source.index("Serif TC")
    assert shown.index("Serif TC") < shown.index("Serif SC")


def test_words_that_look_like_markup_are_words(simplified: Session, look: Look) -> None:
    account = account_of(simplified, THREAD.index("后面"))
    assert account is not None
    strange = Account(account.span, "<b>后</b>", "{0}<i>", Script.SIMPLIFIED, corrected=True)
    html = as_html(strange, look, Script.TRADITIONAL)
    assert QTextDocumentFragment.fromHtml(html).toPlainText().splitlines()[0] == "<b>后</b> → {0}<i>"


def test_long_words_are_cut(simplified: Session, look: Look) -> None:
    account = account_of(simplified, THREAD.index("后面"))
    assert account is not None
    long = Account(account.span, "后" * 100, "後" * 100, Script.SIMPLIFIED, corrected=True)
    first = QTextDocumentFragment.fromHtml(as_html(long, look, Script.TRADITIONAL)).toPlainText().splitlines()[0]
    assert first == f"{'后' * 23}… → {'後' * 23}…"
