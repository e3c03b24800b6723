"""What part of speech a word is, by jieba's own dictionary: looked up in the file, of which nothing else is kept.

The dictionary has a third of a million entries in the order of their code points, but for some that begin with
letters and signs. To look a word up by halving takes microseconds; to keep them all would take a second and 30 MB.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache

from desktop.segmentation import jieba_library


class _Lines:
    """The lines of a file from the first Han character on, as a sequence of words by their offsets in bytes."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        first = content.find("\n一".encode())
        self._start = first + 1 if first >= 0 else len(content)

    def __len__(self) -> int:
        return len(self._content) - self._start

    def __getitem__(self, offset: int) -> bytes:
        """Return the word of the line that this byte is in."""
        return self.entry(offset).partition(b" ")[0]

    def entry(self, offset: int) -> bytes:
        """Return the line that this byte is in, without its end."""
        at = self._start + offset
        start = self._content.rfind(b"\n", 0, at) + 1
        end = self._content.find(b"\n", at)
        return self._content[start : end if end >= 0 else len(self._content)]


@lru_cache(maxsize=2**15)
def part_of_speech(word: str) -> str:
    """Return the tag of the simplified `word` as jieba has it (n, v, nr, ...), "" for a word that it doesn't know.

    The tags are those of ICTCLAS: https://github.com/fxsjy/jieba#part-of-speech-tagging. Raises OSError if jieba's
    own dictionary can't be read.
    """
    lines, wanted = _lines(), word.encode("utf-8", "replace")
    place = bisect_left(lines, wanted)
    if place == len(lines):
        return ""
    found, _, rest = lines.entry(place).partition(b" ")
    return rest.rpartition(b" ")[2].decode("ascii", "replace").strip() if found == wanted else ""


@cache
def _lines() -> _Lines:
    return _Lines(jieba_library.dictionary_path().read_bytes())
