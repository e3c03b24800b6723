"""The versions that were read: kept whole, found again, bounded, and no trouble when damaged."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.comparison import kept as kept_module
from desktop.comparison.kept import KeptThread, KeptThreads, hashes_of_answers, kept_thread
from desktop.comparison.matching import AnswerChange
from desktop.comparison.renewal import take_in
from desktop.documents import parse_document, with_naming
from desktop.documents.naming import KnownLines, said_of
from desktop.slices import no_pause
from tests.comparison.saves import CHEN, LIN, QUESTION, WANG, ZHAO, Post, save
from tests.session.commented import document_of, structured

if TYPE_CHECKING:
    from desktop.documents import Document
    from desktop.documents.naming import Naming


def text_lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line]


@pytest.fixture
def kept(tmp_path: Path) -> KeptThreads:
    return KeptThreads(tmp_path / "read")


def hashes(document: Document) -> frozenset[int]:
    return hashes_of_answers(document, no_pause)


def keep(kept: KeptThreads, document: Document, minutes: int = 0) -> Path:
    """Keep `document` as having been read so long ago; return its file."""
    kept.keep(document, kept_thread(document, hashes(document)))
    path = kept.folder / f"{document.sha256}.thread.gz"
    moment = path.stat().st_mtime - 60 * minutes
    os.utime(path, (moment, moment))
    return path


def before(kept: KeptThreads, document: Document) -> KeptThread | None:
    return kept.read_before(document, hashes(document))


def test_a_thread_comes_back_with_all_its_structure(kept: KeptThreads) -> None:
    document = document_of(structured())
    keep(kept, document)
    blocks = tuple(block._replace(picture="") for block in document.answers[0].blocks)
    answers = (replace(document.answers[0], blocks=blocks), *document.answers[1:])
    assert kept.document(document.sha256, document) == replace(document, answers=answers)


def test_it_is_as_if_it_came_from_where_the_newer_one_does(kept: KeptThreads) -> None:
    document, elsewhere = document_of(structured()), save([LIN], name="elsewhere.txt").origin
    keep(kept, document)
    there = kept.document(document.sha256, replace(document, origin=elsewhere))
    assert there is not None
    assert (there.path, there.origin.container) == (elsewhere.path, document.origin.container)


PLAIN = "\n\n".join([QUESTION, *(f"{one.author}\n\n\n{one.words}" for one in (LIN, CHEN, WANG))])
NAMING = said_of(
    (4,), KnownLines(text_lines_of(PLAIN)), is_name=False, now=datetime(2026, 1, 2, tzinfo=UTC), before=()
)


@pytest.mark.parametrize("now", [(), NAMING], ids=["none named now", "one named now"])
@pytest.mark.parametrize("then", [(), NAMING], ids=["none named then", "one named then"])
def test_the_answers_of_a_plain_text_are_those_named_now(kept: KeptThreads, then: Naming, now: Naming) -> None:
    document = parse_document(PLAIN, Path("saved.txt"))
    keep(kept, with_naming(document, then))
    like = with_naming(document, now)
    assert len(like.answers) == (2 if now else 3)
    assert kept.document(document.sha256, like) == like


def test_the_version_read_last_is_found(kept: KeptThreads) -> None:
    first, second, third = save([LIN]), save([LIN, CHEN]), save([LIN, CHEN, WANG])
    keep(kept, first, minutes=1)
    keep(kept, second, minutes=2)
    found = before(kept, third)
    assert found is not None
    assert found.sha256 == first.sha256
    kept.touch(second.sha256)
    assert (before(kept, third) or found).sha256 == second.sha256


@pytest.mark.parametrize(
    "later",
    [
        save([LIN, CHEN, ZHAO], name="elsewhere.html"),
        save([LIN, CHEN, ZHAO], title="另一個題目?"),
        save([LIN, CHEN, ZHAO], title="另一個題目?", name="elsewhere.html", address="https://example.org/question/1"),
    ],
    ids=["the same question", "the same place", "the same address"],
)
def test_the_same_thread_is_known_by(kept: KeptThreads, later: Document) -> None:
    keep(kept, save([LIN, CHEN, WANG], address="https://example.org/question/1"))
    assert before(kept, later) is not None


@pytest.mark.parametrize(
    "other",
    [
        save([Post("甲", "一個完全不同的回答，說的是別的事情。\n沒有一句話是一樣的，從頭到尾都不一樣。")]),
        save([LIN], title="另一個題目?", name="elsewhere.html"),
    ],
    ids=["other words in the same place", "few words in another place"],
)
def test_another_thread_is_not_taken_for_it(kept: KeptThreads, other: Document) -> None:
    keep(kept, save([LIN]))
    assert before(kept, other) is None


def test_most_of_the_words_tell_a_thread_under_another_question(kept: KeptThreads) -> None:
    keep(kept, save([LIN, CHEN, WANG, ZHAO]))
    assert before(kept, save([LIN, CHEN, WANG], title="題目改了?", name="elsewhere.html")) is not None


DAMAGES = (
    b"",
    b"not compressed",
    gzip.compress(b"{}\n"),
    gzip.compress(b"[]\n[]\n"),
    gzip.compress(b'{"format": 2}\n'),
    gzip.compress(b"[" * 100_000 + b"\n"),
)


@pytest.mark.parametrize("damage", DAMAGES, ids=range(6))
def test_what_is_damaged_is_as_if_it_had_not_been_kept(kept: KeptThreads, damage: bytes) -> None:
    document = save([LIN, CHEN])
    keep(kept, document).write_bytes(damage)
    assert kept.about(document.sha256) is None
    assert kept.document(document.sha256, document) is None
    assert before(kept, save([LIN])) is None
    assert take_in(kept, save([LIN]), no_pause) is None


def test_an_outline_that_is_not_of_the_text_makes_no_thread(kept: KeptThreads) -> None:
    document = save([LIN, CHEN])
    path = keep(kept, document)
    lines = gzip.decompress(path.read_bytes()).split(b"\n", 4)
    answer = json.loads(lines[2])
    for spans in ([5, 1], [0, 10**6], [0], [-1, 2], ["0", "1"], []):
        lines[2] = json.dumps({**answer, "paragraphs": spans}).encode()
        path.write_bytes(gzip.compress(b"\n".join(lines)))
        assert kept.document(document.sha256, document) is None


@pytest.mark.parametrize("digest", ["", "..", "../../etc/passwd", "0" * 63, "A" * 64])
def test_what_is_no_digest_names_no_file(kept: KeptThreads, digest: str) -> None:
    assert kept.about(digest) is None
    assert kept.document(digest, save([LIN])) is None
    kept.touch(digest)


def test_the_oldest_go_but_for_those_that_a_newer_one_was_compared_with(kept: KeptThreads) -> None:
    first, second = save([LIN]), save([LIN, CHEN])
    take_in(kept, first, no_pause)
    take_in(kept, second, no_pause)
    others = [
        save([Post("甲", f"第{number}個題目的回答，與別的都不一樣。")], f"題目{number}?") for number in "一二三"
    ]
    for minutes, one in enumerate(others, start=1):
        keep(kept, one, minutes)
    os.utime(kept.folder / f"{first.sha256}.thread.gz", (1, 1))
    kept.touch(second.sha256)
    assert kept.tidy(most=2) == 2
    left = {path.name.partition(".")[0] for path in kept.folder.iterdir()}
    assert left == {first.sha256, second.sha256, others[0].sha256}


def test_so_many_bytes_are_kept_at_most(kept: KeptThreads) -> None:
    first, second = save([LIN]), save([CHEN], "另一個題目?")
    keep(kept, first, minutes=1)
    size = keep(kept, second).stat().st_size
    assert kept.tidy(most_bytes=size) == 1
    assert kept.about(second.sha256) is not None


def test_a_thread_that_is_too_long_is_not_kept(kept: KeptThreads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_module, "LARGEST_TEXT", 10)
    kept.keep(save([LIN]), kept_thread(save([LIN]), frozenset()))
    assert not kept.folder.exists()


def test_an_answer_that_went_stays_with_every_later_save_until_it_is_back(kept: KeptThreads) -> None:
    for posts in ([LIN, CHEN, WANG], [LIN, CHEN], [LIN]):
        renewal = take_in(kept, save(posts), no_pause)
    assert renewal is not None
    assert [one.author for one in renewal.gone] == ["陳默", "王一"]
    assert renewal.went == 1
    renewal = take_in(kept, save([LIN, WANG, ZHAO]), no_pause)
    assert renewal is not None
    assert [one.author for one in renewal.gone] == ["陳默"]
    assert renewal.kinds == {2: AnswerChange.NEW}  # the one that is back is not new
    assert kept.document(renewal.gone[0].sha256, save([LIN])) is not None


def test_the_same_version_is_compared_with_the_same_one_again(kept: KeptThreads) -> None:
    first, second, third = save([LIN]), save([LIN, CHEN]), save([LIN, CHEN, WANG])
    for one in (first, second, third, first):
        take_in(kept, one, no_pause)
    again = take_in(kept, second, no_pause)
    assert again is not None
    assert again.base == first.sha256
    assert take_in(kept, first, no_pause) is None


def test_where_else_it_was_opened_from_is_remembered(kept: KeptThreads) -> None:
    for name in ("a.html", "b.html", "b.html"):
        take_in(kept, save([LIN], name=name), no_pause)
    about = kept.about(save([LIN]).sha256)
    assert about is not None
    assert about.paths == ("a.html", "b.html")
    assert about.question != QUESTION != ""


def test_the_same_text_is_kept_anew_when_its_answers_are_told_otherwise(kept: KeptThreads) -> None:
    before = save([LIN, CHEN])
    after = replace(before, answers=(replace(before.answers[0], author="另一個名字"), before.answers[1]))
    take_in(kept, before, no_pause)
    take_in(kept, after, no_pause)
    assert kept.document(before.sha256, before) == after
