"""The table of containers, in which each file that is opened is looked up; a new one is a module and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from desktop.documents.containers.container import Container
from desktop.documents.containers.plain_text import PLAIN_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.documents.containers.container import Extract, ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft


def composed(name: str, module: str, hint: Callable[[ThreadFile], bool], *, several: bool = False) -> Container:
    """Return the container `name`, whose form the `module` beside this one knows: its text is composed.

    The module has `recognises(file) -> bool` and `draft(file, encoding) -> ThreadDraft`; where a file may hold
    `several` threads, `drafts(file, encoding)` for all of them. They may raise DocumentError and nothing else. The
    module is loaded for a file of which `hint` says that it may be of this form: a quick look at its `head`, since
    every plain text is asked before the first paint.
    """

    def load() -> _FormModule:
        return cast("_FormModule", import_module(f"{__package__}.{module}"))

    def recognises(file: ThreadFile) -> bool:
        return hint(file) and load().recognises(file)

    def drafts(file: ThreadFile, encoding: str | None) -> Sequence[ThreadDraft]:
        return load().drafts(file, encoding) if several else [load().draft(file, encoding)]

    def read(file: ThreadFile, encoding: str | None) -> Extract:
        from desktop.documents.containers.choosing import chosen
        from desktop.documents.containers.composing import compose

        return compose(chosen(file, drafts(file, encoding)), file)

    return Container(name, recognises, read, drafts)


def _may_be_nga(file: ThreadFile) -> bool:
    return '<span id="pid' in file.head


def _may_be_markdown(file: ThreadFile) -> bool:
    """Tell by front matter, by a link, by a byline in a heading, or by the name of the file."""
    head = file.head
    name = file.member or file.path.name
    return head.startswith("---") or name.lower().endswith(_MARKDOWN) or any(mark in head for mark in _MARKDOWN_MARKS)


def _may_be_ptt(file: ThreadFile) -> bool:
    """Tell by the first words of a post's head, in UTF-8 or UTF-16, in Big5 or in GB18030."""
    return ("作者" in file.head and "時間" in file.head) or any(words in file.start for words in _AUTHOR)


def _may_be_chat(file: ThreadFile) -> bool:
    """Tell by the punctuation of two times and dates, which every encoding but UTF-16 has in common."""
    start = file.head if file.start.startswith((b"\xff\xfe", b"\xfe\xff")) else file.start.decode("latin-1")
    return start.count(":") >= 2 and "20" in start and any(start.count(mark) >= 2 for mark in "-/\u5e74")


def _may_be_json(file: ThreadFile) -> bool:
    return file.head.lstrip()[:1] in {"{", "["}


_AUTHOR = (b"\xa7\x40\xaa\xcc", b"\xd7\xf7\xd5\xdf")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_MARKDOWN_MARKS = ("](http", "](data:", "## 作者", "**作者")

_ZIP = b"PK\x03\x04"
_SQLITE = b"SQLite format 3\0"
_NO_TEXT = (
    _ZIP,
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"II*\0",
    b"MM\0*",
)


def _may_be_page(file: ThreadFile) -> bool:
    return file.head.lstrip("\ufeff \t\r\n")[:1] == "<"


CONTAINERS: tuple[Container, ...] = (
    composed("folder", "gathering", lambda file: file.is_folder, several=True),
    composed("epub", "epub", lambda file: file.start.startswith(_ZIP)),
    composed("refused", "refused", lambda file: file.start.startswith(_NO_TEXT)),
    composed("zip", "gathering", lambda file: file.start.startswith(_ZIP), several=True),
    composed("tieba", "forums.tieba", lambda file: file.start.startswith(_SQLITE)),
    composed("page", "web_page", _may_be_page),
    composed("mhtml", "mhtml", lambda file: "mime-version:" in file.head.lower()),
    composed("json", "json_threads.threads", _may_be_json, several=True),
    composed("ptt", "forums.ptt_post", _may_be_ptt),
    composed("nga", "markdown.nga", _may_be_nga),
    composed("markdown", "markdown.threads", _may_be_markdown),
    composed("chat", "forums.chat_log", _may_be_chat),
    PLAIN_TEXT,
)
"""The containers, the surest evidence first; the last recognises any file."""


def container_of(file: ThreadFile) -> Container:
    """Return the first container that recognises `file`. May raise DocumentError."""
    return next(container for container in CONTAINERS if container.recognises(file))


if TYPE_CHECKING:
    from typing import Protocol

    class _FormModule(Protocol):
        """What the module of a container has."""

        def recognises(self, file: ThreadFile) -> bool: ...
        def draft(self, file: ThreadFile, encoding: str | None) -> ThreadDraft: ...
        def drafts(self, file: ThreadFile, encoding: str | None) -> Sequence[ThreadDraft]: ...
