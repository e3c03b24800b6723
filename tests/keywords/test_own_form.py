"""The files of a reader's own words: whoever wrote a line finds it there, letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import WordFlaw, WordList, format_lists, format_words, own_form, parse_lists, parse_words
from desktop.keywords.own_form import LISTS_HEADER, WORDS_HEADER
from desktop.script import search_key

PLAIN = ["讀書", "读书", "筆記", "# 註", "", "書", "長" * 61, "  答案 ", "甲\t乙"]
LINES = st.sampled_from([*PLAIN, "[甲]", "［乙］", "[]"])
TEXTS = st.tuples(
    st.lists(LINES, max_size=9), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.sampled_from(["", "\ufeff"])
).map(lambda given: given[3] + given[1].join(given[0]) + (given[1] if given[2] else ""))
NAMES = st.sampled_from(["甲", "乙", "丙"])
WORDS = st.sampled_from(["讀書", "筆記", "答案", "打開網路"])


def test_words_are_read_each_once_in_whichever_script() -> None:
    assert parse_words("讀書\n读书\n\n# 筆記\n 筆記\n") == (("讀書", "筆記"), ())


@pytest.mark.parametrize(
    ("line", "flaw"), [("書", WordFlaw.TOO_SHORT), ("長" * 61, WordFlaw.TOO_LONG), ("甲\t乙", WordFlaw.CONTROL)]
)
def test_a_line_that_is_no_word_is_told_with_its_number(line: str, flaw: WordFlaw) -> None:
    words, bad = parse_words(f"讀書\n{line}\n")
    assert (words, [(one.number, one.flaw) for one in bad]) == (("讀書",), [(2, flaw)])


def test_lists_are_read_with_their_words() -> None:
    lists, bad = parse_lists("早\n[甲]\n讀書\n\n# 註\n笔记\n[]\n詞\n［乙］\n讀書\n读书\n")
    assert lists == (WordList("甲", ("讀書", "笔记")), WordList("乙", ("讀書",)))
    flaws = [WordFlaw.NO_LIST, WordFlaw.NO_NAME, WordFlaw.NO_LIST]
    assert [one.flaw for one in bad] == flaws
    assert [one.number for one in bad] == [1, 7, 8]
    assert parse_lists("[甲]\n讀書\n[乙]\n[甲]\n詞\n读书\n")[0] == (
        WordList("甲", ("讀書", "詞")),
        WordList("乙", ()),
    )


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.lists(WORDS, unique=True, max_size=4))
def test_words_that_are_written_are_read_again_and_all_else_stays(text: str, wanted: list[str]) -> None:
    written = format_words(wanted, text, WORDS_HEADER)
    words, bad = parse_words(written)
    assert set(map(_key, words)) == set(map(_key, wanted))
    assert [one.text for one in bad] == [one.text for one in parse_words(text)[1]]
    assert written.startswith("\ufeff") == text.startswith("\ufeff")
    assert not written.strip("\ufeff") or format_words(words, written, WORDS_HEADER) == written


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.dictionaries(NAMES, st.lists(WORDS, unique=True, max_size=3), max_size=3))
def test_lists_that_are_written_are_read_again_and_all_else_stays(text: str, wanted: dict[str, list[str]]) -> None:
    lists = [WordList(name, tuple(words)) for name, words in wanted.items()]
    written = format_lists(lists, text)
    assert sorted(parse_lists(written)[0]) == sorted(lists)
    lost = [line for line in text.removeprefix("\ufeff").splitlines() if line.startswith("#")]
    kept = written.removeprefix("\ufeff").splitlines()
    assert [line for line in kept if line in lost][: len(lost)] == lost
    assert not written.strip("\ufeff") or format_lists(parse_lists(written)[0], written) == written


def test_a_file_that_was_not_there_explains_itself() -> None:
    assert format_lists([], "") == LISTS_HEADER
    assert format_words([], "", WORDS_HEADER) == WORDS_HEADER


def _key(word: str) -> str:
    from desktop.script import search_key

    return search_key(word)


def test_each_word_of_a_list_is_folded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def folding(words: str) -> str:
        folded.append(words)
        return search_key(words)

    monkeypatch.setattr(own_form, "search_key", folding)
    words = [f"詞語{number}" for number in range(50)]
    lists, _ = parse_lists("\n".join(["[表]", *words]))
    assert lists == (WordList("表", tuple(words)),)
    assert len(folded) <= 2 * len(words) + 1, "once for what is wrong with it, once to compare it"
