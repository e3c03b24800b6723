"""Which of several threads that one file, folder or zip holds is meant."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import one_line
from desktop.documents.document import WITHIN
from desktop.documents.error import DocumentError, FileReason, FoundThread, SeveralThreadsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft

_LONGEST_NAME = 120


def chosen(file: ThreadFile, drafts: Sequence[ThreadDraft]) -> ThreadDraft:
    """Return the one of `drafts` that is wanted of `file`; where nothing is said, the only one.

    Raises DocumentError: SEVERAL where there are more, MISSING where there is none of that name, NO_THREAD without
    any.
    """
    if not drafts:
        raise DocumentError(FileReason.NO_THREAD, file.path)
    named = _named(drafts)
    if file.wanted in named:
        return named[file.wanted]
    if file.wanted:
        raise DocumentError(FileReason.MISSING, file.path)
    if len(drafts) > 1:
        found = (_found(file, name, draft) for name, draft in named.items())
        raise SeveralThreadsError(file.path, tuple(found))
    return drafts[0]


def _named(drafts: Sequence[ThreadDraft]) -> dict[str, ThreadDraft]:
    """Return `drafts` by names that differ and could be part of a path: their questions, else who answers."""
    named: dict[str, ThreadDraft] = {}
    for draft in drafts:
        words = one_line(draft.title) or next((one_line(post.author) for post in draft.posts if post.author), "…")
        words = words.replace("/", "／").replace("\\", "＼")[:_LONGEST_NAME]
        names = chain((words,), (f"{words} ({number})" for number in count(2)))
        named[next(name for name in names if name not in named)] = draft
    return named


def _found(file: ThreadFile, name: str, draft: ThreadDraft) -> FoundThread:
    answers = sum(not post.is_question for post in draft.posts)
    comments = sum(len(post.comments) for post in draft.posts)
    return FoundThread(file.path / WITHIN / name, draft.title or name, answers, comments)
