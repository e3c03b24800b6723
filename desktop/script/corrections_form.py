"""The file of the reader's corrections: plain text, one correction on a line, made to be edited by hand.

A line has the words in the source, an arrow (→, ->, => or a tab), the words to show, and, set off by blanks or a tab,
for which script: 繁 or 简; both when left out:

    硬着头皮干 → 硬著頭皮幹  繁

Blank lines and lines that begin with # are the reader's own. A backslash before a blank or one of # → - = and itself
takes that character as it is. A line that can't be used is reported, skipped, and kept when the file is rewritten.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from desktop.script.corrections import LONGEST, Correction, Corrections, Flaw, flaw_in, overridden
from desktop.script.variants import Script

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADER = """\
# 百家 Baijia: your corrections of the conversion between traditional and simplified
#
# 一行一條：原文的字詞 → 要顯示的字詞  繁（只用於繁體）或 简（只用於简体），不寫則兩者都用
# One on a line: words in the source → words to show  繁 (traditional only) or 简 (simplified only), else both
#
#     硬着头皮干 → 硬著頭皮幹  繁
#
# 也可以寫 -> 或 =>，或用 Tab 隔開；以 # 開頭的行和空行都是您的，不會動；反斜線 \\ 之後的 # → - = 和空格只是字
# -> or => or a tab will do too; lines that begin with # are yours; a \\ before # → - = or a blank makes it plain

"""
"""What a file that the app makes begins with."""


class BadLine(NamedTuple):
    """Line `number` (from 1) of the file reads `text`, without its end, and is skipped for `flaw`.

    `later` is the line that says otherwise for the same words; 0 unless the flaw is OVERRIDDEN.
    """

    number: int
    text: str
    flaw: Flaw
    later: int = 0


# The longest line that can be right: both sides with every character escaped, and what stands between and behind.
_LONGEST_LINE = 4 * LONGEST + 100
_BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_SPECIAL = re.compile(r"[\\#→⇒⟶=\-\s]")
_ESCAPED = re.compile(rf"\\({_SPECIAL.pattern})")
# Each skips a character behind a backslash, and finds in group 1 what parts the two sides.
_ARROW = re.compile(r"\\.|([→⇒⟶]|[-=]++>)|[-=]++")
_TAB = re.compile(r"\\.|(\t)")
_WORD_OR_GAP = re.compile(r"(?:\\.|[^\\\s]|\\$)+|\s+")
_SCRIPTS: dict[str, Script | None] = {
    **dict.fromkeys(("繁", "繁體", "繁体", "正體", "正体", "traditional"), Script.TRADITIONAL),
    **dict.fromkeys(("简", "簡", "简体", "簡體", "simplified"), Script.SIMPLIFIED),
    **dict.fromkeys(("both", "兩者", "两者", "繁简", "繁簡"), None),
}
_MARKS = {Script.TRADITIONAL: "  繁", Script.SIMPLIFIED: "  简", None: ""}


# -- reading --------------------------------------------------------------------------------------------------


def parse_corrections(text: str) -> tuple[Corrections, tuple[BadLine, ...]]:
    """Return the corrections in `text`, the content of a file, and the lines that were skipped, in order."""
    lines = _lines(text)
    parsed = [_parse(line) for line in lines]
    found = [said if isinstance(said, Correction) else None for said in parsed]
    lost = overridden(found)
    bad: list[BadLine] = []
    for rank, said in enumerate(parsed):
        if isinstance(said, Flaw):
            bad.append(BadLine(rank + 1, lines[rank].strip(), said))
        elif rank in lost:
            bad.append(BadLine(rank + 1, lines[rank].strip(), Flaw.OVERRIDDEN, lost[rank] + 1))
    return Corrections(tuple(filter(None, found))), tuple(bad)


def _lines(text: str) -> list[str]:
    """Return the lines of `text` with their ends, CR, LF or CRLF; a byte order mark belongs to none."""
    return _LINE.findall(text.removeprefix(_BYTE_ORDER_MARK))


def _parse(line: str) -> Correction | Flaw | None:
    """Return what `line` says, what is wrong with it, or None where it is the reader's own."""
    line = line.strip()
    if not line or line.startswith("#"):
        return None
    if len(line) > _LONGEST_LINE:
        return Flaw.TOO_LONG
    parted = next((match for match in (*_ARROW.finditer(line), *_TAB.finditer(line)) if match[1]), None)
    if parted is None:
        return Flaw.NO_ARROW
    source = _plain(line[: parted.start()])
    shown, script = _shown_and_script(line[parted.end() :].strip())
    if isinstance(script, Flaw):
        return script
    return flaw_in(source, shown) or Correction(source, shown, script)


def _shown_and_script(rest: str) -> tuple[str, Script | Flaw | None]:
    """Return the words to show and the script, which may be left out, of what stands behind an arrow.

    A word after one blank is the script where it names one; after a wider gap it has to.
    """
    pieces: list[str] = _WORD_OR_GAP.findall(rest)
    gap, last = pieces[-2:] if len(pieces) > 2 else ("", "")
    if last.casefold() in _SCRIPTS:
        return _plain("".join(pieces[:-2])), _SCRIPTS[last.casefold()]
    return _plain(rest), Flaw.UNKNOWN_SCRIPT if len(gap) > 1 or gap == "\t" else None


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", words).strip()


# -- writing --------------------------------------------------------------------------------------------------


class _Line(NamedTuple):
    """A line of the new file: what it says, and whether that is one of the corrections to keep."""

    text: str
    said: Correction | None
    holds: bool


def format_corrections(corrections: Corrections, kept_text: str) -> str:
    """Return `kept_text`, the content of the file so far, rewritten to say `corrections` in their order.

    Every line that says one of them, and every line that is no correction, stays letter by letter. A line that
    would come into force because the one that overrode it has gone becomes a comment.
    """
    mark = kept_text[: kept_text.startswith(_BYTE_ORDER_MARK)]
    lines = _lines(kept_text) or HEADER.splitlines(keepends=True)
    end = lines[0][len(lines[0].rstrip("\r\n")) :] or "\n"
    written = list(_silenced(_merged(lines, corrections.items, end)))
    apart = [line if line.endswith(("\r", "\n")) else line + end for line in written[:-1]]
    return mark + "".join((*apart, *written[-1:]))


def _merged(lines: Sequence[str], items: Sequence[Correction], end: str) -> list[_Line]:
    """Return `lines` with those that are no more taken out, and those that are new in their place or at the end."""
    parsed = [line if isinstance(line, Correction) else None for line in map(_parse, lines)]
    lost = overridden(parsed)
    old = {rank: said for rank, said in enumerate(parsed) if said is not None and rank not in lost}
    merged = [
        [] if rank in old else [_Line(line, said, holds=False)]
        for rank, (line, said) in enumerate(zip(lines, parsed, strict=True))
    ]
    places = [*old, len(lines)]
    merged.append([])
    matcher = SequenceMatcher(None, list(old.values()), items, autojunk=False)
    for tag, old_start, old_end, start, stop in matcher.get_opcodes():
        for step, item in enumerate(items[start:stop]):
            place = places[min(old_start + step, max(old_start, old_end - 1))]
            merged[place].append(_Line(lines[place] if tag == "equal" else _written(item) + end, item, holds=True))
    return [line for place in merged for line in place]


def _silenced(lines: Sequence[_Line]) -> Iterator[str]:
    """Yield the texts of `lines`; what would come into force and is not to be kept becomes a comment."""
    claimed: set[tuple[str, Script]] = set()
    texts: list[str] = []
    for text, said, holds in reversed(lines):
        claims = {(said.source, script) for script in said.scripts} if said is not None else set[tuple[str, Script]]()
        if holds:
            claimed |= claims
        texts.append(text if claims <= claimed else f"# {text}")
    return reversed(texts)


def _written(correction: Correction) -> str:
    """Return the line that says `correction`, without its end; with backslashes only where it takes them."""
    source, shown, script = correction.source, correction.shown, _MARKS[correction.script]
    plain = f"{source} → {shown}{script}"
    if _parse(plain) == correction:
        return plain
    source, shown = (_SPECIAL.sub(r"\\\g<0>", words) for words in (source, shown))
    return f"{source} → {shown}{script}"
