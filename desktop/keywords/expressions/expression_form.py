"""The form of a regular expression: folded as the text is that it is searched in, and how large it is written out."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.script import fold

LARGEST = 3_000
"""So many characters an expression may come to with its counted repeats written out: more takes 50 ms to compile, and
nested repeats, as ((a{999}){999}){999}, all memory there is."""
_DEEPEST = 40
_TOO_LARGE = LARGEST + 1

# From left to right: an escape, a counted repeat, what begins or ends a group or a set, anything else.
_TOKEN = re.compile(
    r"\\(?:[pP]\{[^}]*\}|N\{[^}]*\}|g<[^>]*>|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
    r"|\{(?P<least>\d*)(?P<comma>,)?(?P<most>\d*)\}"
    r"|(?P<group>\((?:\?(?:P?<[A-Za-z_]\w*>|P=\w+|[:=!>|]|<[=!]|#[^)]*|[aimsux]*(?:-[imsx]+)?[:)]|.?)?)?)"
    r"|\[\^?\]?|.",
    re.DOTALL,
)
_STRANGE = re.compile(r"\(\?(?!P?<[A-Za-z_]|P=|[:=!>|#]|<[=!]|[aimsux]*(?:-[imsx]+)?[:)])")
_META = frozenset("\\.^$*+?{}[]|()-&~#")


class ExpressionForm(NamedTuple):
    """An expression to be compiled: `text`, and for each of its characters where in what was typed it comes from.

    `size` is how many characters it has written out. `strange` is where it has a group of a kind that is not taken:
    one that calls itself may use up all memory.
    """

    text: str
    offsets: tuple[int, ...]
    size: int
    strange: int | None

    def offset_of(self, offset: int) -> int:
        """Return where in what was typed the character at `offset` of `text` comes from."""
        return self.offsets[min(offset, len(self.offsets) - 1)]


class _Writer:
    """What was read of an expression so far."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.offsets: list[int] = []
        self.sizes = [0]
        self.last = 0
        self.strange: int | None = None

    def put(self, piece: str, offset: int, size: int = 1) -> None:
        self.pieces.append(piece)
        self.offsets += [offset] * len(piece)
        self.last = size
        self.sizes[-1] += size

    def open(self) -> None:
        self.sizes.append(0)
        if len(self.sizes) > _DEEPEST:
            self.sizes[0] = _TOO_LARGE

    def close(self) -> None:
        if len(self.sizes) > 1:
            self.last = self.sizes.pop()
            self.sizes[-1] += self.last

    def repeat(self, times: int) -> None:
        """Take what was put last to be there `times` times."""
        self.sizes[-1] += self.last * max(times - 1, 0)
        self.last *= max(times, 1)


def folded_expression(expression: str) -> ExpressionForm:
    """Return `expression` with its own characters folded, for text that is: none that means something is touched.

    A brace that begins no count is the character itself, as in Python's `re`. Raises DictionaryError.
    """
    writer, at = _Writer(), 0
    while at < len(expression):
        token = _TOKEN.match(expression, at)
        assert token is not None  # noqa: S101 (anything is a token)
        words = token[0]
        if words.startswith("["):
            at = _put_set(writer, expression, at, words)
            continue
        _put(writer, token, at)
        at = token.end()
    writer.offsets.append(len(expression))
    size = max(sum(writer.sizes), writer.sizes[0])
    return ExpressionForm("".join(writer.pieces), tuple(writer.offsets), size, writer.strange)


def _put(writer: _Writer, token: re.Match[str], at: int) -> None:
    """Put a token that is no set."""
    words = token[0]
    if token["group"] is not None:
        if _STRANGE.match(token.string, at) and writer.strange is None:
            writer.strange = at
        writer.put(words, at, 0)
        if not words.endswith(")") and not words.startswith(("(?P=", "(?#")):
            writer.open()
    elif words == ")":
        writer.put(words, at, 0)
        writer.close()
    elif token["least"] is not None and (token["least"] or token["most"]):
        last = writer.last
        writer.put(words, at, 0)
        writer.last = last
        writer.repeat(_count(token["most"] or token["least"]))
    elif words.startswith("{"):
        writer.put("\\{", at)
        for number, char in enumerate(words[1:], 1):
            writer.put("\\" * (char == "}") + char, at + number)
    elif words in {"*", "+", "?"}:
        last = writer.last
        writer.put(words, at, 0)
        writer.last = last
    else:
        writer.put(_folded(words), at)


def _put_set(writer: _Writer, expression: str, at: int, opening: str) -> int:
    """Put the set that begins `at`; return where it ends. The ends of a range stay as they were typed."""
    writer.put(opening, at)
    at += len(opening)
    while at < len(expression) and expression[at] != "]":
        if expression[at] == "[" and (named := re.compile(r"\[:\^?\w*:\]").match(expression, at)):
            writer.put(named[0], at, 0)
            at = named.end()
            continue
        token = _TOKEN.match(expression, at)
        assert token is not None  # noqa: S101
        words = token[0] if token[0].startswith("\\") else expression[at]
        ranged = expression[at + len(words) : at + len(words) + 1] == "-" or expression[at - 1] == "-"
        folded = words if ranged else _folded(words)
        writer.put(f"\\{words}" if words == "[" else folded, at, 0)
        at += len(words)
    if at < len(expression):
        writer.put("]", at, 0)
        writer.last = 1
        at += 1
    return at


def _folded(words: str) -> str:
    """Return a token of one character, or an escape, folded."""
    if words.isascii():
        return words
    escaped = words.startswith("\\")
    folded = fold(words[-1])
    return f"\\{folded}" if folded in _META or (escaped and not folded.isalnum()) else folded


def _count(digits: str) -> int:
    return int(digits) if len(digits) < 6 else _TOO_LARGE
