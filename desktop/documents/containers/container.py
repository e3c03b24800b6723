"""What a container is: a form in which a thread is kept on disk, and how that becomes one text with structure."""

from __future__ import annotations

import codecs
import errno
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.encoding import DecodingError, decode, offered_as
from desktop.documents.document import NOTHING_SKIPPED, Skipped
from desktop.documents.error import DocumentError, FileReason, readable_name
from desktop.files import read_regular, read_start
from desktop.slices import no_pause

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.document import Answer, Fact
    from desktop.documents.layouts.table import LaidOut
    from desktop.text import Span

LARGEST_FILE = 64 << 20
"""The bytes that a file may have."""

_REASONS: tuple[tuple[type[OSError], FileReason], ...] = (
    (FileNotFoundError, FileReason.MISSING),
    (NotADirectoryError, FileReason.MISSING),
    (PermissionError, FileReason.FORBIDDEN),
)


_START_BYTES = 4096
_BEFORE_UNICODE = frozenset({"gb18030", "big5hkscs"})


class Decoded(NamedTuple):
    """The text of a file, its line ends LF."""

    text: str
    encoding: str
    """The name that Python knows the encoding by."""
    unreadable: int = 0
    """How many characters could not be read: each is U+FFFD in `text`."""


class ThreadFile:
    """The file at `path`, which is read once, when a container first asks what is in it.

    Of a file in a folder or zip, `path` is that of the folder or zip, `member` its name in there, `held` its bytes,
    and `beside` returns those of what it refers to in there. `wanted` is which of the threads that `path` holds is to
    be read, "" for its only one. Who reads much calls `pause` now and then: what that raises ends the reading.
    """

    def __init__(
        self,
        path: Path,
        member: str = "",
        held: bytes | None = None,
        beside: Callable[[str], bytes | None] | None = None,
        wanted: str = "",
        pause: Callable[[], None] = no_pause,
    ) -> None:
        self.path = path
        self.member = member
        self.wanted = wanted
        self.pause = pause
        self._held = held
        self._beside = beside

    @cached_property
    def is_folder(self) -> bool:
        """Whether a folder lies there; where the system won't say, none does."""
        try:
            return self._held is None and self.path.is_dir()
        except OSError:
            return False

    def beside(self, reference: str) -> bytes | None:
        """Return what is called `reference` ("images/1.png") in the same folder or zip, None where there is none.

        A file that lies by itself has nothing beside it: nothing on the disk is read but what was opened.
        """
        return self._beside(reference) if self._beside is not None else None

    @property
    def stem(self) -> str:
        """The file's name without its ending, as it can be shown: what stands in for a title, or for an author."""
        return readable_name(PurePosixPath(self.member).stem if self.member else self.path.stem)

    @cached_property
    def start(self) -> bytes:
        """The first 4,096 bytes: of a file that isn't read whole yet, no more than these are read.

        Raises DocumentError.
        """
        if self._held is not None or "data" in vars(self):
            return self.data[:_START_BYTES]
        return self._taken(read_start)

    @cached_property
    def head(self) -> str:
        """The first 4,096 bytes as text, for a look at what this may be.

        They are read by UTF-8 or UTF-16, as the byte order mark says; what is not in that encoding is left out.
        Raises DocumentError.
        """
        start = self.start
        utf16 = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        return start.decode("utf-16" if utf16 else "utf-8-sig", "ignore")

    def decoded(self, encoding: str | None = None) -> Decoded:
        """Return the file's text, decoded by `encoding` (one chosen by hand), None: by what is found out.

        What is damaged in a few places only is repaired. Raises DocumentError for a file that is no text.
        """
        text, codec, unreadable = _decoded(self.data, encoding, self.path)
        return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), codec, unreadable)

    @cached_property
    def data(self) -> bytes:
        """The file's bytes. Raises DocumentError; only regular files are opened, since a pipe could make it wait."""
        return self._held if self._held is not None else self._taken(read_regular, LARGEST_FILE)

    def _taken(self, read: Callable[[Path, int], bytes], most: int = _START_BYTES) -> bytes:
        try:
            return read(self.path, most)
        except OSError as error:
            raise DocumentError(_reason(error), self.path) from error
        except ValueError as error:  # a NUL or a lone surrogate, which no file has in its name
            raise DocumentError(FileReason.MISSING, self.path) from error


class Extract(NamedTuple):
    """What a container made of a file: one text in reading order, and the thread that lies on it."""

    text: str
    """The source of the thread: the same for the same file every time, with LF for line ends."""
    encoding: str
    """The name that Python knows the file's encoding by."""
    title: str
    """The question; what stands in for it where the file has none."""
    title_span: Span | None
    """Where the question stands in `text`, None where it doesn't."""
    answers: tuple[Answer, ...]
    """The answers with all that is known of them, as spans of `text`, in its order."""
    facts: tuple[Fact, ...] = ()
    """What the file says about the whole thread."""
    pictures: Mapping[str, bytes] = MappingProxyType({})
    """The pictures that the file itself holds, by what the blocks call them."""
    unreadable: int = 0
    """How many characters could not be read: each is U+FFFD in `text`."""
    skipped: Skipped = NOTHING_SKIPPED
    """What was passed over in the folder or zip."""
    laid: LaidOut | None = None
    """How a plain text is laid out, None for what has a structure of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Container:
    """One form in which a thread is kept on disk."""

    id: str
    """What `ThreadOrigin.container` calls it."""
    recognises: Callable[[ThreadFile], bool]
    """Tells by what is in a file, never by its name alone, whether it is of this form. May raise DocumentError."""
    read: Callable[[ThreadFile, str | None], Extract]
    """Returns what is in a file of this form, decoded by the encoding that the reader chose, None: by what is found
    out. Raises DocumentError, and nothing else, whatever the bytes."""
    drafts: Callable[[ThreadFile, str | None], Sequence[ThreadDraft]] | None = None
    """Returns the threads in a file before each is one text, so that several files can become one thread; None where
    the file's own text is the thread's. Raises DocumentError, and nothing else."""


def _decoded(data: bytes, encoding: str | None, path: Path) -> Decoded:
    try:
        text, codec = decode(data, encoding)
    except DecodingError as error:
        from desktop.documents.containers.repairing import repaired

        mended = repaired(data, encoding)
        if mended is None:
            raise DocumentError(error.reason, path) from error
        return Decoded(*mended)
    if encoding is None and offered_as(codec) in _BEFORE_UNICODE:
        from desktop.documents.containers.repairing import has_utf_8_lines, repaired

        if has_utf_8_lines(data) and (mended := repaired(data)):
            return Decoded(*mended)
    return Decoded(text, codec)


def _reason(error: OSError) -> FileReason:
    if error.errno == errno.EFBIG:
        return FileReason.TOO_LARGE
    return next((reason for kind, reason in _REASONS if isinstance(error, kind)), FileReason.UNREADABLE)
