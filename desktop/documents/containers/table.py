"""The table of containers, in which each file that is opened is looked up; a new one is a module and a line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from desktop.documents.containers.container import Container
from desktop.documents.containers.plain_text import PLAIN_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents.containers.container import Extract, ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft


def composed(name: str, module: str, hint: Callable[[ThreadFile], bool]) -> Container:
    """Return the container `name`, whose form the `module` beside this one knows: its text is composed.

    The module has two functions: `recognises(file) -> bool` and `draft(file, encoding) -> ThreadDraft`, which may
    raise DocumentError and nothing else. It is loaded for a file of which `hint` says that it may be of this form: a
    quick look at its `head`, since every plain text is asked before the first paint.
    """

    def load() -> _FormModule:
        return cast("_FormModule", import_module(f"{__package__}.{module}"))

    def recognises(file: ThreadFile) -> bool:
        return hint(file) and load().recognises(file)

    def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
        return load().draft(file, encoding)

    def read(file: ThreadFile, encoding: str | None) -> Extract:
        from desktop.documents.containers.composing import compose

        return compose(draft(file, encoding), file)

    return Container(name, recognises, read, draft)


_ZIP = b"PK\x03\x04"


def _may_be_page(file: ThreadFile) -> bool:
    return file.head.lstrip("\ufeff \t\r\n")[:1] == "<"


CONTAINERS: tuple[Container, ...] = (
    composed("folder", "gathering", lambda file: file.is_folder),
    composed("epub", "epub", lambda file: file.start.startswith(_ZIP)),
    composed("zip", "gathering", lambda file: file.start.startswith(_ZIP)),
    composed("page", "web_page", _may_be_page),
    composed("mhtml", "mhtml", lambda file: "mime-version:" in file.head.lower()),
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
