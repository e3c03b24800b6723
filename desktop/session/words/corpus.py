"""What is asked of the words of all authors together; made when the first question is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.keywords import shipped_concepts

if TYPE_CHECKING:
    from desktop.keywords import Concepts
    from desktop.session.store import Store
    from desktop.session.words.finding import Finding
    from desktop.session.work.worker import Worker


class Corpus:
    """The thread as a collection of what its authors say: each part answers one kind of question about words.

    `finding` has the thread ready to be searched, `worker` does what takes long.
    """

    def __init__(self, store: Store, finding: Finding, worker: Worker) -> None:
        self._store = store
        self._finding = finding
        self._worker = worker

    @property
    def concepts(self) -> Concepts:
        """The concepts by which words are found: several words for one thing."""
        return shipped_concepts()

    def stop(self) -> None:
        """Answer nothing from now on."""
