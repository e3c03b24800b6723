"""Folders and zips: files of one answer each become the threads that they are part of.

The leading savers write one answer a file, into a folder or a zip. Files that answer the same question are one
thread, in natural order of their names; each question is a thread of its own. An answer that is there twice is kept
once, the newest.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.choosing import question_number
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.doubles import without_doubles
from desktop.documents.containers.drafts import BlockDraft, PostDraft, ThreadDraft, one_line
from desktop.documents.containers.members import opened, resolved
from desktop.documents.containers.pictures import LARGEST_TOGETHER
from desktop.documents.containers.table import container_of
from desktop.documents.document import Skipped
from desktop.documents.error import DocumentError, FileReason
from desktop.documents.layouts.blocks import without_mark
from desktop.script import fold, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.documents.containers.container import Extract
    from desktop.documents.containers.members import Members
    from desktop.documents.document import Block


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` is a folder or a zip; one within another is not looked into."""
    return file.is_folder or (not file.member and zipfile.is_zipfile(file.path))


def drafts(file: ThreadFile, encoding: str | None = None) -> list[ThreadDraft]:
    """Return the threads in the folder or zip `file`, in natural order of the names of their first files.

    Raises DocumentError: the folder or zip can't be read, or it holds too much.
    """
    why = Counter[str]()
    with opened(file.path) as members:
        found = [_Part(draft, *_question(draft, name)) for name, draft in _drafts(file, members, encoding, why)]
    skipped = Skipped(*(why[each] for each in Skipped._fields))
    return [replace(_joined(parts, file.pause), skipped=skipped) for parts in _by_question(found)]


def _drafts(
    file: ThreadFile, members: Members, encoding: str | None, why: Counter[str]
) -> Iterator[tuple[str, ThreadDraft]]:
    """Yield what the files hold, by their names; those that hold no thread are passed over, and counted in `why`."""
    for name in members.names:
        file.pause()
        data = members.read(name)
        if data is None:
            why["too_large" if members.is_too_large(name) else "unreadable"] += 1
            continue
        member = ThreadFile(file.path, name, data, partial(_beside, members, name))
        try:
            for number, draft in enumerate(_drafts_in(member, encoding)):
                yield f"{name}/{number}", draft
        except DocumentError as error:
            if error.reason is not FileReason.EMPTY:  # of which nothing is missed
                why[_SKIPPED.get(error.reason, "others")] += 1


_SKIPPED = {
    FileReason.TOO_LARGE: "too_large",
    FileReason.UNREADABLE: "unreadable",
    FileReason.ENCRYPTED: "unreadable",
    FileReason.COPY_PROTECTED: "unreadable",
}


def _beside(members: Members, name: str, reference: str) -> bytes | None:
    """Return the bytes of what the file `name` calls `reference`, None where there is none or it can't be read."""
    return members.read(resolved(name, reference))


def _drafts_in(member: ThreadFile, encoding: str | None) -> Sequence[ThreadDraft]:
    container = container_of(member)
    if container.drafts is None:
        return [_draft_of(container.read(member, encoding))]
    return container.drafts(member, encoding)


def _draft_of(found: Extract) -> ThreadDraft:
    """Return the thread that was read from a plain text as a draft."""
    posts = [
        PostDraft(
            answer.author if answer.author_span else "",
            [_block_draft(block, found.text) for block in answer.blocks],
            facts=answer.facts,
            is_question=answer.is_question,
        )
        for answer in found.answers
    ]
    title = found.title if found.title_span else ""
    return ThreadDraft(title, posts, found.facts, encoding=found.encoding, unreadable=found.unreadable)


def _block_draft(block: Block, text: str) -> BlockDraft:
    """Return a block of plain `text` without its mark, the lines of a paragraph joined."""
    words = without_mark(joined(block.span.of(text)).text, block.kind)
    return BlockDraft(one_line(words), block.kind, block.level)


class _Part(NamedTuple):
    """What one file holds of a thread, and what tells of which.

    That is the question's address ("" for none), and its words.
    """

    draft: ThreadDraft
    address: str
    words: str


def _question(draft: ThreadDraft, name: str) -> tuple[str, str]:
    """Return the address and the words of the question of `draft`; the `name` of the file where it has no words."""
    return question_number(draft), "".join(fold(draft.title).split()) or f"/{name}"


def _by_question(parts: Sequence[_Part]) -> Iterable[list[ThreadDraft]]:
    """Return the drafts that answer the same question together.

    One that has no address goes to the only address that is asked by the same words.
    """
    addresses: dict[str, set[str]] = {}
    for part in parts:
        if part.address:
            addresses.setdefault(part.words, set()).add(part.address)
    threads: dict[tuple[str, str], list[ThreadDraft]] = {}
    for part in parts:
        known = {part.address} if part.address else addresses.get(part.words, set())
        key = (next(iter(known)), "") if len(known) == 1 else ("", part.words)
        threads.setdefault(key, []).append(part.draft)
    return threads.values()


def _joined(drafts: Sequence[ThreadDraft], pause: Callable[[], None]) -> ThreadDraft:
    """Return the thread of which each of `drafts` has a part; of several questions' own texts, the longest stays."""
    if len(drafts) == 1:
        return drafts[0]
    asked = [post for draft in drafts for post in draft.posts if post.is_question]
    answers = without_doubles(([post for post in draft.posts if not post.is_question] for draft in drafts), pause)
    return replace(
        drafts[0],
        title=next((draft.title for draft in drafts if draft.title), ""),
        posts=[*sorted(asked, key=_length)[-1:], *answers],
        pictures=_pictures(drafts),
        unreadable=sum(draft.unreadable for draft in drafts),
    )


def _pictures(drafts: Sequence[ThreadDraft]) -> Mapping[str, bytes]:
    """Return the pictures of all `drafts`, by names that tell what is in them, as far as there is room for them."""
    found: dict[str, bytes] = {}
    room = LARGEST_TOGETHER
    for name, data in chain.from_iterable(draft.pictures.items() for draft in drafts):
        if name not in found and len(data) <= room:
            found[name] = data
            room -= len(data)
    return found


def _length(post: PostDraft) -> int:
    return sum(len(block.words) for block in post.blocks)
