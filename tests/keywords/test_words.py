"""The words of a source in either script are those of its simplified form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import segment, word_at
from desktop.script import SourceScript
from desktop.segmentation import Segmenter, default_segmenter, shared_segmenter
from tests.segmentation.test_segmenter import LINES, tile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.documents import Document
    from desktop.text import Span


@settings(max_examples=40, deadline=None)
@given(text=LINES, script=st.sampled_from([None, *SourceScript]))
def test_so_do_the_tokens_of_a_source_in_either_script(
    segmenter: Segmenter, text: str, script: SourceScript | None
) -> None:
    assert tile([token.span for token in segment(text, script, segmenter)], text)


def test_a_traditional_source_has_its_words_where_its_simplified_form_has_them(
    segmenter: Segmenter, seed: Document, simplified_seed: Document
) -> None:
    assert list(segment(seed.text, None, segmenter)) == list(segment(simplified_seed.text, None, segmenter))


def test_traditional_text_falls_into_words_and_not_into_characters(segmenter: Segmenter) -> None:
    text = "美俄之間處於敵對"
    assert [token.span.of(text) for token in segment(text, None, segmenter)] == ["美俄", "之間", "處於", "敵對"]
    assert [token.word for token in segment(text, None, segmenter)] == ["美俄", "之间", "处于", "敌对"]


def test_the_default_segmenter_is_loaded_once_and_leaves_nothing_on_the_disk(
    segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = list[Path | None]()

    def load(cache_folder: Path | None, _: Callable[[], None]) -> Segmenter:
        folders.append(cache_folder)
        return segmenter

    monkeypatch.setattr(Segmenter, "load", load)
    monkeypatch.setattr("desktop.segmentation.segmenter._shared", [])
    default_segmenter.cache_clear()
    assert [token.word for token in segment("會談")] == ["会谈"]
    assert default_segmenter() is default_segmenter()
    assert [token.word for token in segment("會談", None, shared_segmenter())] == ["会谈"]
    assert folders == [None]
    default_segmenter.cache_clear()


@pytest.mark.parametrize("script", SourceScript)
def test_what_nobody_sees_parts_no_words_and_stays_with_them(segmenter: Segmenter, script: SourceScript) -> None:
    text = "\ufeff自由自\u200b在地過，\n葛\U000e0100城的soft\u00adware也行。\u200b"
    tokens = list(segment(text, script, segmenter))
    assert "".join(token.span.of(text) for token in tokens) == text
    assert {"自由自在", "software"} <= {token.word for token in tokens}
    assert {"\ufeff自由自\u200b在", "soft\u00adware"} <= {token.span.of(text) for token in tokens}


def test_a_line_of_nothing_but_what_nobody_sees_is_a_token(segmenter: Segmenter) -> None:
    text = "\u200b\u200b\n\u200b"
    assert "".join(token.span.of(text) for token in segment(text, SourceScript.SIMPLIFIED, segmenter)) == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("导演理查德·凯利却放弃了", "理查德·凯利"),
        ("導演理查德•凱利卻放棄了", "理查德•凱利"),
        ("读让·雅克·卢梭的书", "让·雅克·卢梭"),
        ("I don't know", "don't"),
        ("le naïve café de Zoë", "naïve"),
        ("用cafe\u0301写字", "cafe\u0301"),
        ("он сказал", "сказал"),
        ("我用vnote写笔记", "vnote"),
        ("又在2023年12月", "2023"),
        ("版本1.4.2发布", "1.4.2"),
        ("众叛亲离，孤家寡人", "孤家寡人"),
        ("圆周率·3", "·"),
        ("《三国演义》·罗贯中", "·"),
    ],
)
def test_the_word_is_the_same_wherever_in_it_one_asks(segmenter: Segmenter, text: str, word: str) -> None:
    start = text.index(word)
    for offset in range(start, start + len(word)):
        assert word_at(text, offset, None, segmenter).of(text) == word


def test_the_words_are_those_that_keywords_are_made_of(segmenter: Segmenter, simplified_seed: Document) -> None:
    text = simplified_seed.answers[0].paragraphs[0].of(simplified_seed.text)
    for token in segment(text, SourceScript.SIMPLIFIED, segmenter):
        if token.word.isalpha() and not token.word.isascii():
            assert word_at(text, token.span.start, SourceScript.SIMPLIFIED, segmenter) == token.span


def test_for_one_word_no_more_is_read_than_what_is_near(
    segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[int]()
    tokens = Segmenter.words

    def words(self: Segmenter, text: str) -> Iterator[Span]:
        read.append(len(text))
        return tokens(self, text)

    monkeypatch.setattr(Segmenter, "words", words)
    for text in ("字" * 50_000, "12345" * 10_000, "她说，我听。" * 10_000):
        assert word_at(text, 25_000, SourceScript.SIMPLIFIED, segmenter)
    assert max(read) <= 1_000


def test_outside_of_a_text_there_is_no_word(segmenter: Segmenter) -> None:
    for offset in (-1, 2):
        with pytest.raises(IndexError):
            word_at("二字", offset, None, segmenter)
