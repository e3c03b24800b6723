"""A file opens as a thread or raises a DocumentError that says why, whatever the path and the bytes."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import DocumentError, FileReason, open_document
from desktop.documents.containers import container, plain_text
from tests.documents.containers.test_encoding import PNG
from tests.documents.threads import SEEDS, SIMPLIFIED, TRADITIONAL

if TYPE_CHECKING:
    from collections.abc import Callable

needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def reason_for(path: Path, encoding: str | None = None) -> FileReason:
    with pytest.raises(DocumentError) as caught:
        open_document(path, encoding)
    assert caught.value.path == path
    return caught.value.reason


def written(folder: Path, data: bytes) -> Path:
    path = folder / "thread.txt"
    path.write_bytes(data)
    return path


def answering(status: os.stat_result) -> Callable[[object], os.stat_result]:
    """Return a stand-in for `stat` that says `status` of every file."""
    return lambda _: status


@pytest.mark.parametrize(
    ("name", "text"), [("trump-putin-meeting.zh-Hant.txt", TRADITIONAL), ("houseplants.zh-Hans.txt", SIMPLIFIED)]
)
def test_a_shipped_thread_opens(name: str, text: str) -> None:
    document = open_document(SEEDS / name)
    assert (document.text, document.encoding, document.path) == (text, "utf-8", SEEDS / name)


def test_a_re_encoded_file_is_the_same_document(tmp_path: Path) -> None:
    document = open_document(written(tmp_path, TRADITIONAL.replace("\n", "\r\n").encode("gb18030")))
    assert document.sha256 == open_document(SEEDS / "trump-putin-meeting.zh-Hant.txt").sha256
    assert document.encoding == "gb18030"


def test_an_encoding_chosen_by_hand_is_used(tmp_path: Path) -> None:
    path = written(tmp_path, "租房".encode("gb18030"))
    assert open_document(path, "big5hkscs").text == "逤滇"
    assert reason_for(path, "utf-8") is FileReason.UNDECODABLE


BYTES = {
    "nothing": (b"", FileReason.EMPTY),
    "white space": (b" \r\n\t\n", FileReason.EMPTY),
    "a mark alone": (b"\xef\xbb\xbf", FileReason.EMPTY),
    "a mark alone, in UTF-16": (b"\xff\xfe", FileReason.EMPTY),
    "ideographic spaces": ("\u3000\n\u3000".encode(), FileReason.EMPTY),
    "ideographic spaces in GB18030": ("\u3000\n\u3000".encode("gb18030"), FileReason.EMPTY),
    "a picture": (PNG, FileReason.PICTURE),
    "Latin-1": ("un café".encode("latin-1"), FileReason.UNDECODABLE),
}


@pytest.mark.parametrize("case", BYTES)
def test_bytes_that_are_no_thread(case: str, tmp_path: Path) -> None:
    data, reason = BYTES[case]
    assert reason_for(written(tmp_path, data)) is reason


def test_an_empty_folder(tmp_path: Path) -> None:
    assert reason_for(tmp_path) is FileReason.NO_THREAD


@pytest.mark.parametrize("name", ["gone.txt", "a\0b", "\ud800.txt", "\udcff.txt", "thread.txt/below"])
def test_a_path_where_nothing_is(name: str, tmp_path: Path) -> None:
    written(tmp_path, b"abc")
    assert reason_for(tmp_path / name) is FileReason.MISSING


@pytest.mark.skipif(os.name == "nt", reason="Windows has no byte strings for names")
def test_a_name_of_odd_bytes_opens(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe9tude.txt")
    try:
        path.write_text("正文。", encoding="utf-8")
    except OSError:
        pytest.skip("this file system wants names in UTF-8")
    assert open_document(path).title == "\ufffdtude"


@needs_fifo
@pytest.mark.parametrize("writer", [False, True])
def test_a_pipe_is_refused_without_waiting(tmp_path: Path, *, writer: bool) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    end = os.open(path, os.O_RDWR) if writer else None
    reasons: list[FileReason] = []
    thread = threading.Thread(target=lambda: reasons.append(reason_for(path)), daemon=True)
    thread.start()
    thread.join(timeout=5)
    if end is not None:
        os.close(end)
    assert reasons == [FileReason.UNREADABLE]


@needs_fifo
def test_a_pipe_that_takes_the_place_of_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, file = tmp_path / "pipe", written(tmp_path, b"abc")
    os.mkfifo(path)
    of_file = file.stat()
    monkeypatch.setattr(Path, "stat", answering(of_file))
    assert reason_for(path) is FileReason.UNREADABLE


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_is_refused() -> None:
    assert reason_for(Path("/dev/zero")) is FileReason.UNREADABLE


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_a_file_that_says_it_is_empty_is_read_all_the_same() -> None:
    assert "Name:" in open_document(Path("/proc/self/status")).text
    assert reason_for(Path("/proc/self/mem")) is FileReason.UNREADABLE


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, FileReason.MISSING),
        (errno.EACCES, FileReason.FORBIDDEN),
        (errno.EPERM, FileReason.FORBIDDEN),
        (errno.EISDIR, FileReason.UNREADABLE),
        (errno.EIO, FileReason.UNREADABLE),
        (errno.EMFILE, FileReason.UNREADABLE),
    ],
)
def test_what_the_system_says_between_asking_and_opening(
    number: int, reason: FileReason, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, b"abc")

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    assert reason_for(path) is reason


def test_a_file_without_rights_is_forbidden(tmp_path: Path) -> None:
    path = written(tmp_path, b"abc")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert reason_for(path) is FileReason.FORBIDDEN


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = written(tmp_path, b"abc")
    os.truncate(path, container.LARGEST_FILE + 1)
    assert reason_for(path) is FileReason.TOO_LARGE


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"abc" * 10)
    small = os.stat_result((*path.stat()[:6], 3, *path.stat()[7:]))
    monkeypatch.setattr(container, "LARGEST_FILE", 16)
    monkeypatch.setattr(Path, "stat", answering(small))
    monkeypatch.setattr(os, "fstat", answering(small))
    assert reason_for(path) is FileReason.TOO_LARGE


def test_too_many_lines_are_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "MOST_LINES", 3)
    assert open_document(written(tmp_path, b"a\n\nb\nc")).text == "a\n\nb\nc"
    assert reason_for(written(tmp_path, b"a\nb\nc\nd\n")) is FileReason.TOO_LARGE


@settings(max_examples=30, deadline=None)
@given(
    data=st.binary(max_size=300), encoding=st.sampled_from([None, None, "utf-8", "utf-16", "gb18030", "big5hkscs"])
)
def test_any_bytes_open_or_raise_a_document_error(
    data: bytes, encoding: str | None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = written(tmp_path_factory.getbasetemp(), data)
    try:
        document = open_document(path, encoding)
    except DocumentError as error:
        assert str(error)
    else:
        assert document.answers
        assert "\r" not in document.text


@settings(max_examples=40, deadline=None)
@given(name=st.text(min_size=1, max_size=300))
def test_any_path_raises_a_document_error(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp() / "none"
    with pytest.raises(DocumentError):
        open_document(folder / name.lstrip("/").replace("..", ""))
