"""Finding words off the main thread in a long text, and through what nobody sees in any."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from desktop import keywords
from desktop.keywords import ShownText, find_each
from desktop.script import CONFIGS, VARIANTS, Correction, Edition, Script, load_tables
from desktop.session import Session
from desktop.text import Span
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.threads import SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.keywords import Concepts, Hit, Searched
    from desktop.paths import DataFolder
    from desktop.script import AlignedText, Variant

FILLER = "甲乙丙丁戊己庚辛壬癸" * 50 + "。\n\n"


class Reader:
    """A session on a thread of 250,000 characters, whose worker works when it is told to."""

    def __init__(self, folder: DataFolder, path: Path) -> None:
        self.worker = HeldExecutor()
        self.session = Session(folder, None, self.worker, InlineExecutor())
        path.write_text(
            f"题目？\n\n赵甲\n\n\n{FILLER * 250}换内存。\n\n\n钱乙\n\n\n{FILLER * 250}內存和影片。\n", "utf-8"
        )
        assert self.session.shelf.open(path)
        self.session.choose_variant(Script.TRADITIONAL, "taiwan-words")

    def work(self) -> None:
        """Have all work done and what it gave delivered."""
        while self.worker.run():
            deliver()

    @property
    def found(self) -> list[str]:
        """The source words at the places of the search, which is not under way."""
        document, search = self.session.state.document, self.session.state.search
        assert document is not None
        assert search is not None
        assert not search.under_way
        return [hit.of(document.text) for hit in search.hits]


@pytest.fixture
def reader(qapp: QApplication, folder: DataFolder, tmp_path: Path) -> Iterator[Reader]:
    """Yield a reader of a long thread."""
    reader = Reader(folder, tmp_path / "long.txt")
    yield reader
    reader.session.stop()
    dispose(reader.session)


def test_a_long_thread_is_searched_by_a_worker(reader: Reader) -> None:
    session = reader.session
    session.searching.look_for("記憶體")
    search = session.state.search
    assert search is not None
    assert (search.under_way, search.hits, session.state.pane.goal) == (True, (), None)
    session.searching.step(1)
    session.searching.go_on()
    reader.work()
    assert reader.found == ["内存", "內存"]
    assert session.state.pane.goal is not None
    assert session.state.search is not None
    assert session.state.search.origin is None, "Return was pressed before the places were known"


def test_of_what_is_typed_one_after_the_other_the_last_is_found(reader: Reader) -> None:
    for query in ("影", "影片", "憶體"):
        reader.session.searching.look_for(query)
    reader.work()
    assert reader.found == ["内存"], "as it is shown; the other answer, which is in traditional script, shows 內存"


def _know_names(reader: Reader) -> None:
    """Have the names of the thread found, with which it reads otherwise and is made ready once more."""
    reader.session.scripts.prefetch_page()
    reader.work()


def test_a_thread_is_made_ready_once_however_fast_one_types(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    make = ShownText.of

    def counting(paragraphs: Iterable[tuple[int, AlignedText]]) -> ShownText:
        made.append(1)
        return make(paragraphs)

    _know_names(reader)
    monkeypatch.setattr(ShownText, "of", counting)
    for query in ("影", "影片"):
        reader.session.finding.prefetch()
        reader.session.searching.look_for(query)
    reader.work()
    reader.session.searching.look_for("內存")
    reader.work()
    assert len(made) == 2, "once for each script"
    assert reader.found == ["内存", "內存"]


def test_a_search_that_was_closed_meanwhile_stays_closed(reader: Reader) -> None:
    reader.session.searching.look_for("影片")
    reader.session.searching.close()
    reader.work()
    assert (reader.session.state.search, reader.session.state.pane.goal) == (None, None)
    reader.session.searching.look_for("影片")
    reader.session.searching.turn_back()
    reader.work()
    assert reader.session.state.search is None


def test_what_reads_otherwise_meanwhile_is_searched_as_it_reads_now(reader: Reader) -> None:
    reader.session.searching.look_for("內儲")
    reader.session.correcting.change(None, Correction("内存", "內儲"))
    reader.work()
    assert reader.found == ["内存"]


def test_a_search_in_a_thread_that_was_left_is_dropped(reader: Reader, thread: Path) -> None:
    reader.session.searching.look_for("影片")
    reader.session.shelf.open(thread)
    reader.work()
    assert reader.session.state.search is None


def test_words_are_denied_only_once_all_has_been_searched(reader: Reader) -> None:
    session = reader.session
    session.lights.light("憶體")
    assert session.state.notice is None
    reader.work()
    assert [light.term for light in session.state.lights.terms] == ["憶體"]
    assert {answer: len(places) for answer, places in session.state.lights.places.items()} == {0: 1}
    session.lights.light("量子")
    reader.work()
    assert session.state.notice is not None
    assert session.state.notice.code == "keyword-not-found"


def test_lights_that_are_put_on_while_others_are_looked_for_all_burn(reader: Reader) -> None:
    session = reader.session
    session.lights.toggle("甲乙")
    reader.work()
    session.lights.toggle("甲乙")
    session.lights.toggle("影片")
    session.lights.toggle("内存")
    reader.work()
    assert {light.term for light in session.state.lights.terms} == {"影片", "内存"}


def test_what_is_found_again_by_itself_waits_for_what_the_reader_asks(reader: Reader) -> None:
    session = reader.session
    session.lights.light("甲乙")
    reader.work()
    session.correcting.change(None, Correction("丙丁", "丙釘"))  # so the lights are looked for again
    session.searching.look_for("影片")
    reader.worker.run(1)
    deliver()
    assert reader.found == ["影片"]
    reader.work()
    assert len(session.state.lights.places) == 2


def test_a_question_that_nobody_waits_for_any_more_is_not_answered(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sequence[str]] = []

    def finding_each(searched: Searched, terms: Sequence[str], concepts: Concepts) -> list[list[Span]]:
        asked.append(terms)
        return find_each(searched, terms, concepts)

    _know_names(reader)
    monkeypatch.setattr(keywords, "find_each", finding_each)
    for query in ("影", "影片", "憶體"):
        reader.session.searching.look_for(query)
    reader.work()
    assert asked == [["憶體"]]
    assert reader.found == ["内存"]


def test_a_search_that_fails_says_so_and_is_not_waited_for(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    session = reader.session

    def fail(*_: object) -> list[Hit]:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(keywords, "find_in", fail)
        broken.setattr(keywords, "find_each", fail)
        session.finding.prefetch()
        reader.work()
        assert session.state.notice is None, "the reader has asked nothing"
        session.searching.look_for("影片")
        session.lights.light("影片")
        reader.work()
        assert reader.found == []
        assert session.state.notice is not None
        assert session.state.notice.code == "conversion-failed"
    assert "finding search failed" in caplog.messages
    caplog.clear()
    session.searching.look_for("影片")
    session.lights.light("影片")
    reader.work()
    assert reader.found == ["影片"]
    assert [light.term for light in session.state.lights.terms] == ["影片"]


@pytest.mark.parametrize(("words", "places"), [("自由自在", 2), ("葛城", 2), ("software", 2), ("自由", 4)])
def test_words_are_found_through_what_nobody_sees(session: Session, tmp_path: Path, words: str, places: int) -> None:
    path = tmp_path / "unseen.txt"
    path.write_text(
        "周末怎么安排？\n\n河边的老周\n\n\n"
        "自由自\u200b在地过，自由。葛\U000e0100城的豆腐好吃。soft\u00adware 也放一放。\n\n\n"
        "三号楼的林姐\n\n\n自由自在最要紧，自由。葛城也行。software 不用管。\n",
        encoding="utf-8",
    )
    assert session.shelf.open(path)
    for script in Script:
        session.show_script(script)
        session.searching.look_for(words)
        session.lights.clear()
        session.lights.light(words)
        assert session.state.search is not None
        lit = [
            place.span
            for answer in sorted(session.state.lights.places)
            for place in session.state.lights.places[answer]
        ]
        assert len(session.state.search.hits) == places
        assert lit == list(session.state.search.hits)
        assert session.quoted(lit[0]).replace("\u200b", "").replace("\u00ad", "").replace("\U000e0100", "") == words


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: f"{variant.script}-{variant.id}")
def test_whatever_a_page_shows_is_found_where_it_is_shown(
    session: Session, other: Path, tmp_path: Path, variant: Variant, edition: Edition
) -> None:
    mixed = tmp_path / "mixed.txt"
    mixed.write_text(
        f"{TRADITIONAL}\n\n{SIMPLIFIED.partition(chr(10))[2]}\n鼠标\u00a0和U盘 里\t的soft\u00adware。\n", "utf-8"
    )
    for config in CONFIGS:
        load_tables(config, edition)
    session.choose_edition(edition)
    session.choose_variant(variant.script, variant.id)
    session.correcting.change(None, Correction("筆記", "札記"))
    random = Random(variant.id)  # noqa: S311
    for path in (other, mixed):
        assert session.shelf.open(path)
        for answer in range(len(session.state.document.answers) if session.state.document else 0):
            session.show_answer(answer)
            page = session.page()
            assert page is not None
            for paragraph in page.paragraphs:
                start = random.randrange(paragraph.start, paragraph.end)
                span = Span(start, min(paragraph.end, start + random.randint(1, 6)))
                source = page.to_source(span)
                if source is not None and span.of(page.text).strip():
                    session.searching.look_for(span.of(page.text))
                    hits = session.state.search.hits if session.state.search else ()
                    assert any(hit.overlaps(source) for hit in hits), span.of(page.text)
                    session.searching.turn_back()
