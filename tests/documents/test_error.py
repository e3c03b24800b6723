"""An error is one sentence with the file's name in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.documents import DocumentError, FileReason
from desktop.documents.error import readable_name


@pytest.mark.parametrize("reason", FileReason)
def test_every_reason_is_a_sentence_that_names_the_file(reason: FileReason) -> None:
    sentence = str(DocumentError(reason, Path("/home/reader/养花.txt")))
    assert "“养花.txt”" in sentence
    assert sentence.endswith(".")
    assert "reader" not in sentence
    assert "{" not in sentence


def test_the_sentences_differ() -> None:
    assert len({str(DocumentError(reason, Path("a"))) for reason in FileReason}) == len(FileReason)


def test_a_path_without_a_name_is_named_whole() -> None:
    assert "“/”" in str(DocumentError(FileReason.NO_THREAD, Path("/")))


@pytest.mark.parametrize(
    ("name", "shown"),
    [("\udce9tude", "\ufffdtude"), ("a\nb\0", "a\ufffdb\ufffd"), ("养\u3000花 {name}", "养\u3000花 {name}")],
)
def test_what_can_not_be_shown_is_replaced(name: str, shown: str) -> None:
    assert readable_name(name) == shown
    str(DocumentError(FileReason.MISSING, Path(name))).encode()
