"""A file that is damaged in a few places, or written in two encodings, is read; what is no text stays refused."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.documents import DocumentError, FileReason, open_document
from desktop.documents.containers.container import Decoded, ThreadFile
from tests.documents.threads import SIMPLIFIED, TRADITIONAL

SAMPLE = "桥头的旧书摊只收现金。老板说，扫码付钱的人翻书都不仔细。\n他要是心情好，还会送一张手画的地图。\n"


def read(data: bytes, encoding: str | None = None) -> Decoded:
    return ThreadFile(Path("a.txt"), held=data).decoded(encoding)


def refused(data: bytes, encoding: str | None = None) -> FileReason:
    with pytest.raises(DocumentError) as caught:
        read(data, encoding)
    return caught.value.reason


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("count", [2, 4, 8])
def test_nuls_at_the_end_go(codec: str, count: int) -> None:
    assert read(SIMPLIFIED.encode(codec) + b"\0" * count) == Decoded(SIMPLIFIED, codec)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_what_an_e_book_program_left_at_the_end_goes(codec: str) -> None:
    assert read(SIMPLIFIED.encode(codec) + b"\0\0\x03\x01bookmark=\x7f\xff\0\0") == Decoded(SIMPLIFIED, codec)


def test_a_nul_in_the_middle_is_no_trailer() -> None:
    data = SIMPLIFIED.encode("gb18030")
    assert refused(data[:600] + b"\0" + data[600:]) is FileReason.BINARY


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_stray_byte_is_marked_where_it_is(codec: str) -> None:
    words, rest = SAMPLE.split("老板", 1)
    assert read(words.encode(codec) + b"\xff" + ("老板" + rest).encode(codec)) == Decoded(
        f"{words}\ufffd老板{rest}", codec, 1
    )


def test_a_stray_byte_that_pairs_with_the_next_does_not_shift_what_follows() -> None:
    words, rest = SIMPLIFIED[:400], SIMPLIFIED[400:]
    data = words.encode("gb18030") + b"\xb0" + rest.encode("gb18030")
    found = read(data)
    assert found.unreadable == 1
    assert found.text.replace("\ufffd", "") in {words + rest, (words + rest).replace("\ufffd", "")}


def test_what_the_file_itself_has_as_unreadable_is_not_counted() -> None:
    data = ("这里原来就坏了\ufffd一处，" + SAMPLE).encode() + b"\xff" + SAMPLE.encode()
    assert read(data).unreadable == 1


@pytest.mark.parametrize("codec", ["gb18030", "utf-8", "big5hkscs"])
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), stray=st.sampled_from([0x81, 0x97, 0xB0, 0xE4, 0xFF]))
def test_all_but_a_few_characters_around_a_stray_byte_are_read(codec: str, seed: int, stray: int) -> None:
    source = TRADITIONAL if codec == "big5hkscs" else SIMPLIFIED
    text = source[: 1500 + seed % 500].encode(codec, "ignore").decode(codec)
    place = random.Random(seed).randrange(50, len(text) - 50)  # noqa: S311 (a place, no secret)
    while text[place - 1 : place + 1].isascii():
        place += 1
    found = read(text[:place].encode(codec) + bytes([stray]) + text[place:].encode(codec))
    assume(found.unreadable)  # else the bytes are a text, if an odd one: each pairs with the next to the line's end
    assert found.encoding == codec
    assert found.text.startswith(text[: place - 4])
    assert found.text.endswith(text[place + 12 :]) or found.text.split("\n")[1:][-1] == text.split("\n")[-1]
    assert found.unreadable <= 2


@pytest.mark.parametrize("words", ["wait \u2014 no", "\u201cquoted\u201d words", "and\u2026 so", "说\u2014\u2014走"])
def test_marks_of_windows_1252_in_utf_8_are_read(words: str) -> None:
    line = b"".join(char.encode("cp1252" if char in "\u2014\u201c\u201d\u2026" else "utf-8") for char in words)
    assert read(SAMPLE.encode() + line + b"\n" + SAMPLE.encode()) == Decoded(f"{SAMPLE}{words}\n{SAMPLE}", "utf-8")


def test_lines_of_gbk_in_utf_8_are_read() -> None:
    more = "昨天他送了我一张，上面标着河边的长椅。\n"
    data = SAMPLE.encode() * 3 + more.encode("gb18030") + SAMPLE.encode()
    assert read(data) == Decoded(SAMPLE * 3 + more + SAMPLE, "utf-8")


def test_lines_of_big5_in_utf_8_are_read() -> None:
    more = "昨天他送了我一張，上面標著河邊的長椅。\n"
    assert read(SAMPLE.encode() * 3 + more.encode("big5")) == Decoded(SAMPLE * 3 + more, "utf-8")


def test_lines_of_utf_8_in_gbk_are_read() -> None:
    more = "昨天他送了我一张，上面标着河边的长椅，我照着走了一遍。\n"
    data = SAMPLE.encode("gb18030") * 3 + more.encode() + SAMPLE.encode("gb18030")
    assert read(data) == Decoded(SAMPLE * 3 + more + SAMPLE, "gb18030")


def test_big5_as_windows_writes_it_has_the_euro_and_marks_of_users() -> None:
    text = "橋頭的舊書攤只收現金，一本一百€。老闆說，翻書的人都不仔細，還會送一張手畫的地圖。\n"
    data = text.encode("cp950")
    assert read(data) == Decoded(text, "cp950")
    assert read(data, "big5hkscs") == Decoded(text, "cp950")
    assert read(data + b"\x81\x40 " + data) == Decoded(f"{text}\ueeb8 {text}", "cp950")


def test_big5_without_the_euro_is_hong_kong_s() -> None:
    assert read("橋頭的舊書攤只收現金，啲人話好平。".encode("big5hkscs")).encoding == "big5hkscs"


@pytest.mark.parametrize(
    "data",
    [
        "un café, déjà vu".encode("latin-1") * 40,
        "Привет, как дела? Всё хорошо. ".encode("koi8-r") * 40,
        SIMPLIFIED.encode("gb18030")[::-1],
        bytes(byte | 0x80 for byte in random.Random(3).randbytes(5000)),  # noqa: S311 (noise, no secret)
        b"caf\xe9 \xc3\xa9",
    ],
)
def test_what_is_clearly_in_no_encoding_stays_refused(data: bytes) -> None:
    assert refused(data) is FileReason.UNDECODABLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5hkscs"])
def test_an_encoding_chosen_by_hand_that_does_not_fit_stays_refused(encoding: str) -> None:
    assert refused(SIMPLIFIED.encode("gb18030") + b"\x80\x81 ", encoding) is FileReason.UNDECODABLE


def test_an_encoding_chosen_by_hand_is_repaired_too() -> None:
    data = SAMPLE.encode("gb18030") + b"\xff" + SAMPLE.encode("gb18030")
    assert read(data, "gb18030") == Decoded(f"{SAMPLE}\ufffd{SAMPLE}", "gb18030", 1)


def test_a_thread_says_how_much_of_it_could_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED.encode() + b"\xff\xff")
    assert open_document(path).unreadable == 2


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=300), encoding=st.sampled_from([None, "utf-8", "utf-16", "gb18030", "big5hkscs"]))
def test_noise_is_no_text(data: bytes, encoding: str | None) -> None:
    try:
        found = read(data, encoding)
    except DocumentError:
        return
    assert found.unreadable * 10 <= len(found.text)
