"""The files of the reader's own words: plain text, made to be edited by hand.

One has a word on each line: words that stay whole, or words that tell nothing. The other has lists of words, each
below its name in brackets:

    [制裁]
    經濟制裁
    凍結資產

Blank lines and lines that begin with # are whoever's who wrote them. A line that can't be used is reported, skipped,
and kept when the file is rewritten.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords.concepts import LONGEST, SHORTEST
from desktop.script import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORDS_HEADER = """\
# 百家 Baijia: words that stay whole · 不拆開的詞，一行一個 · a word on a line
# 以 # 開頭的行和空行都是您的，不會動；lines that begin with # are yours

"""
STOP_WORDS_HEADER = """\
# 百家 Baijia: words that are never shown as keywords · 不當關鍵詞的詞，一行一個 · a word on a line
# 以 # 開頭的行和空行都是您的，不會動；lines that begin with # are yours

"""
LISTS_HEADER = """\
# 百家 Baijia: lists of words to light · 詞表 · the name of a list in brackets, below it a word on a line
#
#     [制裁]
#     經濟制裁
#     凍結資產
#
# 以 # 開頭的行和空行都是您的，不會動；lines that begin with # are yours

"""
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NAME = re.compile(r"[\[［](.*)[\]］]")


class WordFlaw(StrEnum):
    """Why a line, or a word that was chosen, can't be one of the reader's own."""

    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    CONTROL = "control"
    NO_NAME = "no-name"
    NO_LIST = "no-list"


class BadWordLine(NamedTuple):
    """Line `number` (from 1) of the file reads `text`, without its end, and is skipped for `flaw`."""

    number: int
    text: str
    flaw: WordFlaw


class WordList(NamedTuple):
    """Words that a reader lights together, under a name."""

    name: str
    words: tuple[str, ...]


word_key = lru_cache(maxsize=1 << 14)(search_key)
"""What a reader's words are compared by: at each change, those of the whole file are."""


def word_flaw(word: str, shortest: int = SHORTEST) -> WordFlaw | None:
    """Return what keeps `word` from being one of the reader's own; None when nothing does."""
    if _CONTROL.search(word):
        return WordFlaw.CONTROL
    length = len(word_key(word.strip()))
    return WordFlaw.TOO_SHORT if length < shortest else WordFlaw.TOO_LONG if length > LONGEST else None


def parse_words(text: str) -> tuple[tuple[str, ...], tuple[BadWordLine, ...]]:
    """Return the words in `text`, the content of a file, each once, and the lines that were skipped, in order."""
    words, bad = dict[str, str](), list[BadWordLine]()
    for number, line in enumerate(map(str.strip, _lines(text)), 1):
        if _is_free(line):
            continue
        if (flaw := word_flaw(line)) is not None:
            bad.append(BadWordLine(number, line, flaw))
        else:
            words.setdefault(word_key(line), line)
    return tuple(words.values()), tuple(bad)


def format_words(words: Iterable[str], kept_text: str, header: str) -> str:
    """Return `kept_text`, the content of the file so far, rewritten to have `words`; `header` begins a new file.

    Every line that has one of them, and every line that has no word, stays letter by letter. What no line has yet
    comes at the end.
    """
    wanted = {word_key(word): word for word in words}
    known, _ = parse_words(kept_text)
    gone = {word_key(word) for word in known} - wanted.keys()
    lines = _lines(kept_text) or header.splitlines(keepends=True)
    kept = [line for line in lines if _is_free(line.strip()) or word_key(line.strip()) not in gone]
    there = {word_key(word) for word in known}
    return _joined(kept_text, [*kept, *(word for key, word in wanted.items() if key not in there)], lines)


def parse_lists(text: str) -> tuple[tuple[WordList, ...], tuple[BadWordLine, ...]]:
    """Return the lists of words in `text`, the content of a file, and the lines that were skipped, in order.

    What stands below the same name twice is one list.
    """
    lists, bad = dict[str, dict[str, str]](), list[BadWordLine]()
    current: dict[str, str] | None = None  # its words by what they are compared by
    for number, line in enumerate(map(str.strip, _lines(text)), 1):
        if _is_free(line):
            continue
        if (named := _NAME.fullmatch(line)) is not None:
            name = named[1].strip()
            flaw = word_flaw(name, 1) if name else WordFlaw.NO_NAME
            current = None if flaw else lists.setdefault(name, {})
        elif current is None:
            flaw = WordFlaw.NO_LIST
        else:
            flaw = word_flaw(line, 1)
            if flaw is None:
                current.setdefault(word_key(line), line)
        if flaw is not None:
            bad.append(BadWordLine(number, line, flaw))
    return tuple(WordList(name, tuple(words.values())) for name, words in lists.items()), tuple(bad)


def format_lists(lists: Iterable[WordList], kept_text: str) -> str:
    """Return `kept_text`, the content of the file so far, rewritten to have `lists`.

    The lines of every list that is there already stay letter by letter, and so does every line that is no name and no
    word. A list that goes takes its name and words along; what no line has yet comes at the end.
    """
    known, wanted = dict.fromkeys(parse_lists(kept_text)[0]), dict.fromkeys(lists)
    going = {one.name for one in known if one not in wanted}
    lines = _lines(kept_text) or LISTS_HEADER.splitlines(keepends=True)
    kept: list[str] = []
    leaving = False
    for line in lines:
        named = _NAME.fullmatch(line.strip())
        if named is not None:
            leaving = named[1].strip() in going
        drops = leaving and not _is_free(line.strip()) and (named is not None or word_flaw(line.strip(), 1) is None)
        if not drops:
            kept.append(line)
    come = [one for one in wanted if one not in known]
    return _joined(kept_text, [*kept, *(line for one in come for line in (f"[{one.name}]", *one.words))], lines)


def list_flaw(name: str) -> WordFlaw | None:
    """Return what keeps `name` from being that of a list; None when nothing does."""
    name = name.strip()
    if not name or set(name) & set("[]［］"):
        return WordFlaw.NO_NAME
    return word_flaw(name, 1)


def _is_free(line: str) -> bool:
    return not line or line.startswith("#")


def _lines(text: str) -> list[str]:
    """Return the lines of `text` with their ends, CR, LF or CRLF; a byte order mark belongs to none."""
    return _LINE.findall(text.removeprefix(_BYTE_ORDER_MARK))


def _joined(kept_text: str, lines: Sequence[str], before: Sequence[str]) -> str:
    """Return `lines` as one text, each with the line end of the text `before`; a last one without an end stays so."""
    end = before[0][len(before[0].rstrip("\r\n")) :] or "\n"
    mark = kept_text[: kept_text.startswith(_BYTE_ORDER_MARK)]
    whole = [line if line.endswith(("\r", "\n")) else line + end for line in lines]
    unended = lines and lines[-1] is before[-1] and not lines[-1].endswith(("\r", "\n"))
    return mark + "".join([*whole[:-1], lines[-1]] if unended else whole)
