"""Answers that several files hold, perhaps as they were at different times: each is kept once, the newest.

Savers are run again over the same question, and exports overlap. What somebody wrote twice within one file is two
posts. Where it isn't sure that two are one, both are kept: words that are there twice are no loss.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.anonymous import CALLED_ALIKE
from desktop.documents.containers.drafts import one_line
from desktop.documents.document import FactKind, fact_of
from desktop.script import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.documents.containers.drafts import PostDraft

_ALIKE = 80.0
"""From 0 to 100: two answers of one author that are so alike at either end are one, edited."""
_COMPARED = 2_000
"""The code points at either end of two answers that are compared."""
_TELLING = 40
"""Fewer code points can be said twice by the same person: 「好的」."""


def without_doubles(files: Iterable[Sequence[PostDraft]], pause: Callable[[], None]) -> list[PostDraft]:
    """Return the posts of `files`, in their order, without those that are one that an earlier file has.

    The newer of the two stands in its place. `pause` is called before each file.
    """
    kept = _Kept()
    for posts in files:
        pause()
        kept.take(posts)
    return kept.posts


class _Kept:
    """The posts so far, and where each could be found again."""

    def __init__(self) -> None:
        self.posts: list[PostDraft] = []
        self._by_address: dict[str, int] = {}
        self._by_author: dict[str, list[int]] = {}
        self._nobody = frozenset(["", *search_key(CALLED_ALIKE).split()])

    def take(self, posts: Sequence[PostDraft]) -> None:
        """Add the posts of another file, each of which may be one post of the files before."""
        earlier, taken = len(self.posts), set[int]()
        for post in posts:
            likely = (one for one in self._candidates(post) if one < earlier and one not in taken)
            number = next((one for one in likely if _is_same(self.posts[one], post)), None)
            if number is None:
                self._add(post)
                continue
            taken.add(number)
            if _age(post) >= _age(self.posts[number]):
                self.posts[number] = post

    def _candidates(self, post: PostDraft) -> list[int]:
        """Return the numbers of posts that may be this one: that of its address, else those of its author."""
        address = _address(post)
        if address in self._by_address:
            return [self._by_address[address]]
        return self._by_author.get(_author(post), []) if _author(post) not in self._nobody else []

    def _add(self, post: PostDraft) -> None:
        number = len(self.posts)
        self.posts.append(post)
        if address := _address(post):
            self._by_address.setdefault(address, number)
        self._by_author.setdefault(_author(post), []).append(number)


def _is_same(one: PostDraft, other: PostDraft) -> bool:
    """Tell whether two posts are one: they have the same address, or one author wrote nearly the same words."""
    addresses = (_address(one), _address(other))
    if all(addresses):
        return addresses[0] == addresses[1]
    words, others = (" ".join(block.words for block in post.blocks) for post in (one, other))
    if words == others:
        return len(words) >= _TELLING or (_age(one) == _age(other) != "")
    if min(len(words), len(others)) < _TELLING:
        return False
    from rapidfuzz import fuzz

    ends = ((words[:_COMPARED], others[:_COMPARED]), (words[-_COMPARED:], others[-_COMPARED:]))
    return all(fuzz.ratio(*pair, score_cutoff=_ALIKE) >= _ALIKE for pair in ends)


def _address(post: PostDraft) -> str:
    return fact_of(post.facts, FactKind.ADDRESS).split("?")[0].rstrip("/")


def _author(post: PostDraft) -> str:
    return search_key(one_line(post.author).lower())


def _age(post: PostDraft) -> str:
    """Return when a post was last changed, as far as it says; times as savers write them sort as words."""
    return fact_of(post.facts, FactKind.EDITED) or fact_of(post.facts, FactKind.TIME)
