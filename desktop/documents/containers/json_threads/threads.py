"""The container of JSON: the posts of PTT, Discourse, V2EX or Zhihu, or conversations with models.

What is JSON and none of these is refused in a sentence: its source is no reading.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.documents.containers.json_threads.conversations import conversations
from desktop.documents.containers.json_threads.forums import (
    discourse_threads,
    ptt_threads,
    v2ex_threads,
    zhihu_threads,
)
from desktop.documents.containers.json_threads.values import NoJsonError, loaded
from desktop.documents.error import DocumentError, FileReason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft

    # Yields the threads of one form in a value, none where it is of another.
    JsonForm = Callable[[object], Iterator[ThreadDraft]]

_FORMS: tuple[JsonForm, ...] = (ptt_threads, discourse_threads, zhihu_threads, v2ex_threads, conversations)
"""The forms, the surest evidence first."""


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` begins as a list or an object of JSON does; what a bracket begins in plain text is none."""
    head = file.head.lstrip()
    following = head[1:].lstrip()[:1]
    return (head[:1] == "{" and following in {'"', "}"}) or (head[:1] == "[" and following in {"{", "]"})


def drafts(file: ThreadFile, encoding: str | None) -> list[ThreadDraft]:
    """Return the threads in `file`, at least one.

    Raises DocumentError: NOT_A_THREAD for JSON without a thread, and for what isn't whole.
    """
    found = file.decoded(encoding)
    try:
        value = loaded(found.text)
        for form in _FORMS:
            threads = [thread for thread in form(value) if any(post.blocks or post.comments for post in thread.posts)]
            if threads:
                return [replace(one, encoding=found.encoding, unreadable=found.unreadable) for one in threads]
    except NoJsonError as error:
        raise DocumentError(FileReason.NOT_A_THREAD, file.path) from error
    raise DocumentError(FileReason.NOT_A_THREAD, file.path)
