"""The terms of all authors are counted off the main thread, for the document as it reads now and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.documents import open_document
from desktop.keywords import find_each, find_terms, matrix
from desktop.paths import DataFolder, default_seed
from desktop.script import Correction, Script, convert, search_key
from desktop.session import Session
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.reader import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.documents import Document
    from desktop.keywords import Dispersion
    from desktop.session.words.counting import Counting


class Reader:
    """A session whose worker works when it is told to."""

    def __init__(self, folder: DataFolder, path: Path) -> None:
        self.worker = HeldExecutor()
        self.session = Session(folder, None, self.worker, InlineExecutor())
        assert self.session.shelf.open(path)
        self.told = 0
        self.counting.changed.connect(self._hear)

    @property
    def counting(self) -> Counting:
        return self.session.corpus.counting

    @property
    def document(self) -> Document:
        assert self.session.state.document is not None
        return self.session.state.document

    def _hear(self) -> None:
        self.told += 1

    def work(self) -> None:
        """Have all work done and what it gave delivered."""
        while self.worker.run():
            deliver()


@pytest.fixture
def reader(qapp: QApplication, folder: DataFolder, thread: Path) -> Iterator[Reader]:
    """Yield a reader of the traditional thread."""
    reader = Reader(folder, thread)
    yield reader
    reader.session.stop()
    dispose(reader.session)


def test_nothing_is_counted_until_somebody_attends(reader: Reader) -> None:
    assert reader.worker.run() == 0
    assert (reader.counting.terms, reader.counting.counts, reader.counting.busy) == (None, None, False)
    reader.counting.attend("panel")
    assert reader.counting.busy
    reader.work()
    assert not reader.counting.busy
    assert reader.told


def test_every_number_is_that_of_a_search_in_the_answer(reader: Reader) -> None:
    reader.counting.attend("panel")
    reader.work()
    terms, counts = reader.counting.terms, reader.counting.counts
    assert terms is not None
    assert counts is not None
    assert counts.matrix == matrix(reader.document, terms.all)
    assert "筆記" in terms.all
    for row, term in enumerate(terms.all):
        naive = tuple(
            len(find_terms(answer.span.of(reader.document.text), [term])) for answer in reader.document.answers
        )
        assert counts.tally.counts[row] == naive
        assert counts.row(convert(term, "t2s").text) == row
        assert counts.tally.answers(row) == sum(count > 0 for count in naive)
    assert set(terms.topics) == {0, 1, 2}
    assert all(terms.apart[answer.author] for answer in reader.document.answers)


def test_a_flip_counts_nothing_again_and_a_correction_only_the_places(reader: Reader) -> None:
    reader.counting.attend("panel")
    reader.work()
    terms, counts = reader.counting.terms, reader.counting.counts
    reader.session.show_script(Script.SIMPLIFIED)
    assert (reader.counting.terms, reader.counting.counts) == (terms, counts)
    reader.session.correcting.change(None, Correction("讀書", "讀札記"))
    assert (reader.counting.terms, reader.counting.counts) == (terms, None)
    reader.work()
    assert reader.counting.terms is terms
    assert reader.counting.counts is not counts
    assert reader.counting.counts is not None


def test_what_was_counted_in_a_thread_that_was_left_is_never_told(reader: Reader, other: Path) -> None:
    reader.counting.attend("panel")
    answered: list[Dispersion] = []
    reader.counting.ask_dispersion("mine", ["筆記"], answered.append)
    reader.worker.run()
    assert reader.session.shelf.open(other)
    deliver()
    assert (reader.counting.terms, reader.counting.counts, answered) == (None, None, [])
    reader.work()
    assert answered == []
    assert reader.counting.terms is not None
    assert "博客" in reader.counting.terms.all


def test_lit_terms_are_counted_each_for_itself_as_they_come_and_go(reader: Reader) -> None:
    reader.counting.attend("panel")
    reader.session.lights.light("筆記")
    reader.session.lights.light("讀書")
    reader.work()
    lit = reader.counting.lit
    assert lit is not None
    assert lit.matrix == matrix(reader.document, ["筆記", "讀書"])
    reader.session.lights.toggle("筆記")
    reader.work()
    assert reader.counting.lit is not None
    assert reader.counting.lit.matrix.terms == ("讀書",)


def test_terms_are_placed_for_whoever_asks_last(reader: Reader) -> None:
    placed: list[Dispersion] = []
    reader.counting.ask_dispersion("dispersion", ["電腦"], placed.append)
    reader.counting.ask_dispersion("dispersion", ["笔记"], placed.append)
    reader.work()
    assert [found.terms for found in placed] == [("笔记",)]
    assert [len(shares[0]) for shares in placed[0].shares] == list(matrix(reader.document, ["笔记"]).counts[0])


def test_what_nobody_attends_to_any_more_is_dropped(reader: Reader) -> None:
    reader.counting.attend("panel")
    reader.counting.attend("matrix")
    reader.counting.leave("panel")
    assert reader.counting.busy
    reader.counting.leave("matrix")
    assert not reader.counting.busy
    reader.work()
    assert reader.counting.terms is None
    reader.counting.attend("panel")
    reader.work()
    assert reader.counting.counts is not None


def test_terms_that_cannot_be_found_are_not_waited_for(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr("desktop.keywords.distinctive_terms", fail)
        reader.counting.attend("panel")
        reader.work()
    assert (reader.counting.failed, reader.counting.busy) == (True, False)
    assert caplog.messages == ["finding terms failed"]
    caplog.clear()


def test_counts_that_cannot_be_had_are_not_waited_for_and_the_reader_is_told(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr("desktop.keywords.tally", fail)
        reader.counting.attend("panel")
        reader.work()
    assert (reader.counting.failed, reader.counting.busy) == (True, False)
    assert said(reader.session) == "conversion-failed"
    caplog.clear()


@pytest.mark.parametrize(
    ("name", "config"),
    [("trump-putin-meeting.zh-Hant", "t2s"), ("houseplants.zh-Hans", "s2tw"), ("houseplants.zh-Hans", "s2twp")],
)
def test_a_thread_and_its_converted_twin_have_the_same_terms_counts_and_places(
    qapp: QApplication, tmp_path: Path, name: str, config: str
) -> None:
    """In words of another region all but a few, which jieba cuts otherwise there (塑料盆 塑膠|盆)."""
    path = tmp_path / f"{name}.txt"
    path.write_text(default_seed().with_name(path.name).read_text("utf-8"), "utf-8")
    aligned = convert(open_document(path).text, config)
    other = tmp_path / "twin.txt"
    other.write_text(aligned.text, "utf-8")
    told = [_told(DataFolder(tmp_path / one.stem).prepare(), one) for one in (path, other)]
    (topics, counts, places), (twin_topics, twin_counts, twin_places) = told
    moved = {key: [aligned.to_display(span) for span in spans] for key, spans in places.items()}
    if config == "s2twp":
        same = [key for key, count in counts.items() if twin_counts.get(key) == count]
        assert len(same) >= 0.95 * len(counts)
        assert sum(moved[key] == twin_places[key] for key in same) >= 0.97 * len(same)
    else:
        assert topics == twin_topics
        assert counts == twin_counts
        assert moved == twin_places


Told = tuple[dict[int, list[str]], dict[str, tuple[int, ...]], dict[str, list[Span]]]
"""The keys of the leading terms by answer; how often each stands in each answer, and where, by key."""


def _told(folder: DataFolder, path: Path) -> Told:
    """Return what a session counts in the thread at `path`."""
    reader = Reader(folder, path)
    reader.counting.attend("panel")
    reader.work()
    terms, counts = reader.counting.terms, reader.counting.counts
    assert terms is not None
    assert counts is not None
    keys = {index: [counts.concepts.key(search_key(t.text)) for t in some] for index, some in terms.topics.items()}
    places: list[list[Span]] = []
    reader.session.finding.look(
        "places", lambda _, ready, __: find_each(ready, counts.matrix.terms, counts.concepts), places.extend
    )
    reader.work()
    reader.session.stop()
    dispose(reader.session)
    return keys, dict(zip(counts.rows, counts.tally.counts, strict=True)), dict(zip(counts.rows, places, strict=True))
