"""Words in Markdown (CommonMark): escaped so that they read as they are, and set off where runs say so.

What GitHub, Obsidian, Pandoc and kramdown understand beyond CommonMark ($ ~ ^ = # | %% {} and : where a line begins)
is escaped as well: %%…%%, a heading's {.…} and a line of {::comment} are words that nobody would see.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from desktop.documents.document import RunKind
from desktop.documents.writing.marks import pieces_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.drafts import RunDraft

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$^=#{}]|&(?=#?\w{1,40};)|%(?=%)|(?<=%)%")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_SIGNS = {RunKind.BOLD: "**", RunKind.EMPHASIS: "*"}
_ELEMENTS = {RunKind.BOLD: "strong", RunKind.EMPHASIS: "em"}


def escaped(line: str) -> str:
    """Return one `line` such that it reads as it is: no mark in it, nor its beginning, means anything."""
    words = line.rstrip(" \t")
    text = words.lstrip(" \t")
    indent = "&nbsp;" * len(words[: len(words) - len(text)].replace("\t", "    "))
    return indent + _unmarked(_literal(text), text)


def marked_words(words: str, runs: Sequence[RunDraft]) -> str:
    """Return `words` on one line, escaped, with the `runs` in them set off."""
    if not runs:
        return escaped(words)
    trimmed = (_trimmed(run, words) for run in runs)
    out: list[str] = []
    open_runs: list[tuple[RunDraft, str]] = []
    for start, end, within in pieces_of(len(words), trimmed):
        keep = 0
        while keep < len(open_runs) and keep < len(within) and open_runs[keep][0] == within[keep]:
            keep += 1
        out += [closing for _, closing in reversed(open_runs[keep:])]
        del open_runs[keep:]
        for run in within[keep:]:
            if run.kind is RunKind.CODE:
                continue
            opening, closing = _around(run, words, nested=any(one.kind in _SIGNS for one, _ in open_runs))
            if opening == "[" and out and out[-1].endswith("!"):
                out[-1] = f"{out[-1][:-1]}\\!"  # or else it is a picture
            out.append(opening)
            open_runs.append((run, closing))
        if any(run.kind is RunKind.CODE for run in within):
            out.append(_code(words[start:end]))
        else:
            piece = _literal(words[start:end])
            out.append(piece if out else _unmarked(piece, words))
    return "".join([*out, *(closing for _, closing in reversed(open_runs))])


def _literal(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)


def _unmarked(literal: str, text: str) -> str:
    """Return the escaped beginning of a line, `literal`, such that its first characters make no list."""
    if text[:1] in {"-", "+", ":"}:
        return f"\\{literal}"
    return _LIST_NUMBER.sub(r"\1\\\2", literal, count=1) if _LIST_NUMBER.match(literal) else literal


def _trimmed(run: RunDraft, words: str) -> RunDraft:
    """Return `run` without blanks at its ends: a mark beside one means nothing."""
    inner = words[run.start : run.end]
    start = run.start + len(inner) - len(inner.lstrip())
    return run._replace(start=start, end=max(start, run.end - len(inner) + len(inner.rstrip())))


def _around(run: RunDraft, words: str, *, nested: bool) -> tuple[str, str]:
    """Return what stands before and behind a run: signs, or elements where signs would be words.

    Signs set words off that have no punctuation at either end, and that no other signs are around
    (https://spec.commonmark.org/0.31.2/#delimiter-run).
    """
    if run.kind is RunKind.LINK:
        return "[", f"]({_address(run.address)})"
    ends = (words[run.start], words[run.end - 1])
    if nested or any(unicodedata.category(char)[0] in "PS" for char in ends):
        return f"<{_ELEMENTS[run.kind]}>", f"</{_ELEMENTS[run.kind]}>"
    return _SIGNS[run.kind], _SIGNS[run.kind]


def _address(address: str) -> str:
    """Return where a link leads to, as Markdown takes it between brackets."""
    return re.sub(
        r"[\\()<>*_`\[\]]", lambda found: f"%{ord(found[0]):02X}" if found[0] in "<>" else f"\\{found[0]}", address
    )


def _code(words: str) -> str:
    """Return words as code between more backticks than there are in a row among them."""
    longest = max(map(len, re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    blank = " " if words.startswith("`") or words.endswith("`") or (words[0] == words[-1] == " ") else ""
    return f"{fence}{blank}{words}{blank}{fence}"
