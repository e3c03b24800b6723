"""Each file that is opened is looked up in the table of containers; the row that knows it makes a text of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.documents import Answer, Comment, DocumentError, Fact, FactKind, FileReason, ThreadOrigin, open_document
from desktop.documents.containers import table
from desktop.documents.containers.container import Container, Extract, ThreadFile
from desktop.text import Span
from tests.documents.threads import SEEDS

if TYPE_CHECKING:
    from pathlib import Path


def _read(file: ThreadFile, encoding: str | None) -> Extract:
    saved = json.loads(file.data)
    text = f"{saved['words']}\n{saved['comment']}"
    words, comment = Span(0, len(saved["words"])), Span(len(saved["words"]) + 1, len(text))
    answer = Answer(
        saved["author"],
        words,
        (words,),
        comments=(Comment("乙", comment, (comment,), to=saved["author"]),),
        facts=(Fact(FactKind.VOTES, saved["votes"]),),
    )
    return Extract(text, encoding or "utf-8", file.stem, None, (answer,))


SAVED = Container("saved", lambda file: file.data.startswith(b"{"), _read)


@pytest.fixture(autouse=True)
def _two_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "CONTAINERS", (SAVED, *table.CONTAINERS))


def test_the_first_row_that_recognises_a_file_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "養花.txt"
    path.write_text(json.dumps({"author": "甲", "words": "少澆水。", "comment": "同意。", "votes": "12"}), "utf-8")
    document = open_document(path)
    (answer,) = document.answers
    (comment,) = answer.comments
    assert (document.origin, document.title, document.text) == (
        ThreadOrigin(path, "saved"),
        "養花",
        "少澆水。\n同意。",
    )
    assert (answer.author, answer.span.of(document.text)) == ("甲", "少澆水。")
    assert (comment.to, comment.span.of(document.text), answer.facts) == (
        "甲",
        "同意。",
        (Fact(FactKind.VOTES, "12"),),
    )


def test_what_no_other_row_recognises_is_plain_text() -> None:
    assert open_document(next(SEEDS.glob("*.txt"))).origin.container == "text"


def test_what_can_not_even_be_looked_into_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        open_document(tmp_path / "gone.txt")
    assert caught.value.reason is FileReason.MISSING


def test_a_form_is_loaded_only_for_a_file_that_may_be_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("花", "utf-8")
    unheard_of = table.composed("unheard-of", "unheard_of", lambda file: file.head.startswith("茶"))
    assert not unheard_of.recognises(ThreadFile(path))
    path.write_text("茶", "utf-8")
    with pytest.raises(ModuleNotFoundError):
        unheard_of.recognises(ThreadFile(path))
