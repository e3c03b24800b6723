"""The table of containers, in which each file that is opened is looked up; a new one is a module and a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.plain_text import PLAIN_TEXT

if TYPE_CHECKING:
    from desktop.documents.containers.container import Container, ThreadFile

CONTAINERS: tuple[Container, ...] = (PLAIN_TEXT,)
"""The containers, the surest evidence first; the last recognises any file."""


def container_of(file: ThreadFile) -> Container:
    """Return the first container that recognises `file`. May raise DocumentError."""
    return next(container for container in CONTAINERS if container.recognises(file))
