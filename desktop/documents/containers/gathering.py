"""Folders and zips: files of one answer each become the threads that they are part of.

The leading savers write one answer a file, into a folder or a zip. Files that answer the same question are one
thread, in natural order of their names; each question is a thread of its own. An answer that is there twice is kept
once, the newest.
"""

from __future__ import annotations

import re
import zipfile
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.drafts import BlockDraft, PostDraft, ThreadDraft, one_line
from desktop.documents.containers.members import opened, resolved
from desktop.documents.containers.table import container_of
from desktop.documents.document import FactKind, fact_of
from desktop.documents.error import DocumentError
from desktop.script import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.documents.containers.container import Extract
    from desktop.documents.containers.members import Members

_QUESTION = re.compile(r"zhihu\.com/question/(\d+)")
_ALIKE = 80.0
"""From 0 to 100: two answers of one author that are so alike are one, edited."""
_COMPARED = 2_000
"""The code points of two answers that are compared."""


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` is a folder or a zip; one within another is not looked into."""
    return file.is_folder or (not file.member and zipfile.is_zipfile(file.path))


def drafts(file: ThreadFile, encoding: str | None = None) -> list[ThreadDraft]:
    """Return the threads in the folder or zip `file`, in natural order of the names of their first files.

    Raises DocumentError: the folder or zip can't be read, or it holds too much.
    """
    with opened(file.path) as members:
        found = [_Part(draft, *_question(draft, name)) for name, draft in _drafts(file, members, encoding)]
    return [_joined(parts) for parts in _by_question(found)]


def _drafts(file: ThreadFile, members: Members, encoding: str | None) -> Iterator[tuple[str, ThreadDraft]]:
    """Yield what the files hold, by their names; those that hold no thread are passed over."""
    for name in members.names:
        file.pause()
        data = members.read(name)
        if data is None:
            continue
        member = ThreadFile(file.path, name, data, partial(_beside, members, name))
        with suppress(DocumentError):
            for number, draft in enumerate(_drafts_in(member, encoding)):
                yield f"{name}/{number}", draft


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
            [BlockDraft(one_line(span.of(found.text))) for span in answer.paragraphs],
            facts=answer.facts,
            is_question=answer.is_question,
        )
        for answer in found.answers
    ]
    title = found.title if found.title_span else ""
    return ThreadDraft(title, posts, found.facts, encoding=found.encoding, unreadable=found.unreadable)


class _Part(NamedTuple):
    """What one file holds of a thread, and what tells of which.

    That is the question's address ("" for none), and its words.
    """

    draft: ThreadDraft
    address: str
    words: str


def _question(draft: ThreadDraft, name: str) -> tuple[str, str]:
    """Return the address and the words of the question of `draft`; the `name` of the file where it has no words."""
    facts = chain(draft.facts, *(post.facts for post in draft.posts))
    addresses = (_QUESTION.search(one.words) for one in facts if one.kind is FactKind.ADDRESS)
    address = next(filter(None, addresses), None)
    return address[1] if address else "", "".join(fold(draft.title).split()) or f"/{name}"


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


def _joined(drafts: Sequence[ThreadDraft]) -> ThreadDraft:
    """Return the thread of which each of `drafts` has a part."""
    if len(drafts) == 1:
        return drafts[0]
    parts = [_with_own_pictures(draft, number) for number, draft in enumerate(drafts)]
    posts = list(chain.from_iterable(draft.posts for draft in parts))
    asked = [post for post in posts if post.is_question]
    answers = _without_doubles(post for post in posts if not post.is_question)
    return replace(
        parts[0],
        title=next((draft.title for draft in parts if draft.title), ""),
        posts=[*sorted(asked, key=_length)[-1:], *answers],
        pictures={key: data for draft in parts for key, data in draft.pictures.items()},
        unreadable=sum(draft.unreadable for draft in parts),
    )


def _with_own_pictures(draft: ThreadDraft, number: int) -> ThreadDraft:
    """Return `draft` with its pictures called so that no other part of the thread has the same name for another."""
    if not draft.pictures:
        return draft

    def renamed(blocks: Iterable[BlockDraft]) -> tuple[BlockDraft, ...]:
        return tuple(
            block._replace(picture=f"{number}/{block.picture}") if block.picture else block for block in blocks
        )

    posts = [
        replace(
            post,
            blocks=renamed(post.blocks),
            comments=[replace(comment, blocks=renamed(comment.blocks)) for comment in post.comments],
        )
        for post in draft.posts
    ]
    return replace(draft, posts=posts, pictures={f"{number}/{key}": data for key, data in draft.pictures.items()})


def _length(post: PostDraft) -> int:
    return sum(len(block.words) for block in post.blocks)


def _without_doubles(posts: Iterable[PostDraft]) -> list[PostDraft]:
    """Return `posts` without those that are another one at an earlier or later time, which stands in its place."""
    kept: list[PostDraft] = []
    for post in posts:
        number = next((number for number, other in enumerate(kept) if _is_same(other, post)), None)
        if number is None:
            kept.append(post)
        elif _age(post) >= _age(kept[number]):
            kept[number] = post
    return kept


def _is_same(one: PostDraft, other: PostDraft) -> bool:
    """Tell whether two posts are one: they have the same address, or the same author and nearly the same words."""
    addresses = [fact_of(post.facts, FactKind.ADDRESS).split("?")[0].rstrip("/") for post in (one, other)]
    if all(addresses):
        return addresses[0] == addresses[1]
    if fold(one_line(one.author)) != fold(one_line(other.author)):
        return False
    from rapidfuzz import fuzz

    words = ["\n".join(block.words for block in post.blocks)[:_COMPARED] for post in (one, other)]
    return words[0] == words[1] or fuzz.ratio(*words, score_cutoff=_ALIKE) >= _ALIKE


def _age(post: PostDraft) -> str:
    """Return when a post was last changed, as far as it says; times as savers write them sort as words."""
    return fact_of(post.facts, FactKind.EDITED) or fact_of(post.facts, FactKind.TIME)
