"""What is asked of the words of all authors together; made when the first question is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.session.own.own_words import concepts_of

if TYPE_CHECKING:
    from desktop.keywords import Concepts
    from desktop.session.store import Store
    from desktop.session.words.counting import Counting
    from desktop.session.words.finding import Finding
    from desktop.session.words.keywords import Words
    from desktop.session.work.worker import Worker


class Corpus:
    """The thread as a collection of what its authors say: each part answers one kind of question about words.

    `words` has jieba, `finding` the thread ready to be searched, `worker` does what takes long.
    """

    def __init__(self, store: Store, words: Words, finding: Finding, worker: Worker) -> None:
        self._store = store
        self._words = words
        self._finding = finding
        self._worker = worker

    @property
    def concepts(self) -> Concepts:
        """The concepts by which words are found, shipped and the reader's own; while these stay, one value."""
        return concepts_of(self._store.state)

    @cached_property
    def counting(self) -> Counting:
        """What counts the terms of all answers, by author."""
        from desktop.session.words.counting import Counting

        return Counting(self._store, self._words, self._finding, self._worker)

    def stop(self) -> None:
        """Answer nothing from now on."""
        if "counting" in vars(self):
            self.counting.stop()
