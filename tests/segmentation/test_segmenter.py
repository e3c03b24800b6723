"""Cutting text into words by jieba, which is loaded without a trace."""

from __future__ import annotations

import logging
import marshal
import os
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.paths import PACKAGE
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.documents import Document
    from desktop.segmentation import Segmenter
    from desktop.segmentation.jieba_library import Tokenizer

LINES = st.text("美国國俄羅罗斯會会談谈的,。!?“” \t\n\r3.5%aBz-_𠮷😀", max_size=60)


def tile(spans: Sequence[Span], text: str) -> bool:
    gapless = all(left.end == right.start for left, right in pairwise(spans))
    return gapless and all(spans) and (not text or (spans[0].start, spans[-1].end) == (0, len(text)))


@settings(max_examples=40, deadline=None)
@given(text=LINES)
def test_tokens_tile_the_text(segmenter: Segmenter, text: str) -> None:
    assert tile(list(segmenter.words(text)), text)


def test_tokens_are_those_of_jieba_however_long_the_text(
    segmenter: Segmenter, tokenizer: Tokenizer, simplified_seed: Document
) -> None:
    text = simplified_seed.text.replace("\n", "")
    tokens = [(span.of(text), span.start, span.end) for span in segmenter.words(text)]
    assert tokens == list(tokenizer.tokenize(text))


def test_a_run_without_any_punctuation_is_cut_and_still_tiled(segmenter: Segmenter) -> None:
    run = "呃" * 2500
    spans = list(segmenter.words(run))
    assert tile(spans, run)
    assert {1000, 2000} <= {span.start for span in spans}


@dataclass(frozen=True)
class Halved:
    """A line of which every second character is left out."""

    text: str

    @classmethod
    def of(cls, line: str) -> Halved:
        return cls(line[::2])

    def to_source(self, span: Span) -> Span:
        return Span(2 * span.start, 2 * span.end)


def test_a_line_is_cut_where_what_is_handed_in_for_it_is_cut(segmenter: Segmenter) -> None:
    text = "中_东_地_区_的_书\n__"
    tokens = [(token.span.of(text), token.word) for token in segmenter.tokens(text, Halved.of)]
    assert tokens == [("中_东_地_区_", "中东地区"), ("的_", "的"), ("书\n", "书"), ("__", "_")]


def test_a_rare_word_tells_more_than_a_common_one(segmenter: Segmenter) -> None:
    assert segmenter.frequency("的") > segmenter.frequency("普京") > segmenter.frequency("呃呃呃") == 0
    assert segmenter.information("的") < segmenter.information("普京") < segmenter.information("呃呃呃")


@pytest.mark.usefixtures("segmenter")
def test_jieba_has_no_handler_that_prints_and_leaves_no_stub_behind() -> None:
    assert logging.getLogger("jieba").handlers == []
    assert sys.modules.get("pkg_resources", "absent") is not None


LOAD = """
import sys
from pathlib import Path
from desktop.segmentation import Segmenter
text = "中东地区的保守势力"
print(*(span.of(text) for span in Segmenter.load(Path(sys.argv[1])).words(text)))
"""


@pytest.mark.usefixtures("segmenter")
def test_loading_is_silent_and_never_touches_the_shared_temp_folder(tmp_path: Path, jieba_cache: Path) -> None:
    planted = marshal.dumps(({"中": 1, "东地": 9, "区的": 9}, 19))
    (tmp_path / "jieba.cache").write_bytes(planted)
    temp = {name: str(tmp_path) for name in ("TMPDIR", "TEMP", "TMP")}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-X", "utf8", "-c", LOAD, str(jieba_cache)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, **temp, "PYTHONPATH": str(PACKAGE.parent)},
    )
    assert (run.returncode, run.stderr, run.stdout.split()) == (0, "", ["中东地区", "的", "保守势力"])
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]
    assert (tmp_path / "jieba.cache").read_bytes() == planted
