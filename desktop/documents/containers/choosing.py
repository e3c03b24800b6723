"""Which of several threads that one file, folder or zip holds is meant."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, count
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import one_line
from desktop.documents.document import WITHIN, FactKind
from desktop.documents.error import DocumentError, FileReason, FoundThread, SeveralThreadsError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import ThreadDraft

_LONGEST_NAME = 120
_QUESTION = re.compile(r"zhihu\.com/question/(\d+)")


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
    alike = [name for name in named if name.startswith(f"{file.wanted} — ")]
    if file.wanted and not alike:  # else another thread that asks the same has come: which one was it?
        raise DocumentError(FileReason.MISSING, file.path)
    if len(drafts) > 1:
        found = (_found(file, name, draft) for name, draft in named.items())
        raise SeveralThreadsError(file.path, tuple(found))
    return drafts[0]


def _named(drafts: Sequence[ThreadDraft]) -> dict[str, ThreadDraft]:
    """Return `drafts` by names that differ and could be part of a path: their questions, else who answers.

    Of several that ask the same, the name says who answers first, or the number of the question on its site: another
    file that comes into the folder makes no other thread of the name that one was opened by.
    """
    titles = [_name(one_line(draft.title) or _first_author(draft) or "…") for draft in drafts]
    asked = Counter(titles)
    named: dict[str, ThreadDraft] = {}
    for draft, title in zip(drafts, titles, strict=True):
        alone = asked[title] == 1
        words = title if alone or not (told := _telling(draft)) else _name(f"{title} — {told}")
        names = chain((words,), (f"{words} ({number})" for number in count(2)))
        named[next(name for name in names if name not in named)] = draft
    return named


def _name(words: str) -> str:
    cleaned = words.replace("/", "／").replace("\\", "＼")[:_LONGEST_NAME]
    return cleaned if cleaned.strip(".") else cleaned.replace(".", "．")


def _first_author(draft: ThreadDraft) -> str:
    return next((one_line(post.author) for post in draft.posts if post.author), "")


def question_number(draft: ThreadDraft) -> str:
    """Return the number of the question on Zhihu that `draft` has answers to, "" where no address in it says so."""
    facts = chain(draft.facts, *(post.facts for post in draft.posts))
    addresses = (_QUESTION.search(one.words) for one in facts if one.kind is FactKind.ADDRESS)
    address = next(filter(None, addresses), None)
    return address[1] if address else ""


def _telling(draft: ThreadDraft) -> str:
    """Return what tells a thread from others that ask the same: the question's number, else who answers first."""
    return question_number(draft) or _first_author(draft)


def _found(file: ThreadFile, name: str, draft: ThreadDraft) -> FoundThread:
    answers = sum(not post.is_question for post in draft.posts)
    comments = sum(len(post.comments) for post in draft.posts)
    return FoundThread(file.path / WITHIN / name, draft.title or name, answers, comments)
