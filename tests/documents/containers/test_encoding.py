"""A text is read back from every encoding, whole and in pieces; what is no text is refused."""

from __future__ import annotations

import codecs
import gzip
import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.documents import ENCODINGS, FileReason, offered_as
from desktop.documents.containers.encoding import DecodingError, decode
from tests.documents.threads import SIMPLIFIED, TRADITIONAL

THREADS = {"traditional": TRADITIONAL, "simplified": SIMPLIFIED}
GUESSED = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
ENGLISH = "A thread in English, nothing else.\n"


def encodable(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def pieces(text: str, length: int, count: int) -> list[str]:
    rng = random.Random(length)  # noqa: S311 (a fixed choice of places, no secret)
    starts = [rng.randrange(len(text) - length) for _ in range(count)]
    return [text[start : start + length].strip() for start in starts]


@pytest.mark.parametrize("codec", GUESSED)
@pytest.mark.parametrize("script", THREADS)
def test_a_whole_thread_is_read_back(script: str, codec: str) -> None:
    text = THREADS[script]
    if not encodable(text, codec):
        text = "".join(char for char in text if encodable(char, codec))
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("length", [44, 80, 300])
@pytest.mark.parametrize("codec", GUESSED)
@pytest.mark.parametrize("script", THREADS)
def test_a_piece_is_read_back_even_if_its_last_character_is_cut(script: str, codec: str, length: int) -> None:
    for piece in filter(lambda text: encodable(text, codec), pieces(THREADS[script], length, 40)):
        data = piece.encode(codec)
        assert decode(data) == (piece, codec)
        if len(piece[-1].encode(codec)) > 1:
            assert decode(data[:-1]) == (piece[:-1], codec)


def test_a_mark_is_stripped_and_believed() -> None:
    assert decode(codecs.BOM_UTF8 + b"abc") == ("abc", "utf-8-sig")
    assert decode(codecs.BOM_UTF16_BE + "陶盆".encode("utf-16-be")) == ("陶盆", "utf-16")
    assert decode("\ufeff陶盆".encode("gb18030")) == ("陶盆", "gb18030")


def test_only_one_mark_is_stripped() -> None:
    assert decode("\ufeff\ufeffa".encode()) == ("\ufeffa", "utf-8-sig")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_english_in_utf_16_is_told_by_its_zero_bytes(codec: str) -> None:
    assert decode(ENGLISH.encode(codec)) == (ENGLISH, codec)


def test_a_long_english_preface_does_not_hide_the_encoding() -> None:
    text = ENGLISH * 3000 + SIMPLIFIED
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(
    "data", [PNG, gzip.compress(TRADITIONAL.encode(), mtime=0), b"\0" * 64, b"a text with one \0 in it", b"\1\2\3"]
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(data)
    assert caught.value.reason is FileReason.BINARY


DAMAGED = TRADITIONAL.encode()[:400] + b"\xff" + TRADITIONAL.encode()[401:]


@pytest.mark.parametrize("data", [DAMAGED, "un café".encode("latin-1"), "Привет, как дела".encode("koi8-r")])
def test_text_that_no_encoding_fits_is_not_guessed_at(data: bytes) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(data)
    assert caught.value.reason is FileReason.UNDECODABLE


@pytest.mark.parametrize("codec", GUESSED)
def test_the_codec_found_can_be_asked_for_again(codec: str) -> None:
    text = "".join(char for char in TRADITIONAL if encodable(char, codec))
    assert decode(text.encode(codec), codec) == (text, codec)
    assert decode(text.encode(codec), offered_as(codec)) == (text, codec)
    assert offered_as(codec) in ENCODINGS


def test_a_choice_by_hand_is_held_to_even_if_the_text_is_odd() -> None:
    assert decode("租房".encode("gb18030"), "big5hkscs") == ("逤滇", "big5hkscs")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5hkscs", "latin-1", "rot13", "no such codec", "a\0b"])
def test_a_choice_by_hand_that_does_not_fit_is_undecodable(encoding: str) -> None:
    with pytest.raises(DecodingError) as caught:
        decode(SIMPLIFIED.encode("gb18030") + b"\x80\x81 ", encoding)
    assert caught.value.reason is FileReason.UNDECODABLE


@settings(max_examples=80, deadline=None)
@example(data=b"\x16\x13\x80", encoding="utf-16")
@given(data=st.binary(max_size=200), encoding=st.sampled_from([None, *ENCODINGS]))
def test_any_bytes_are_either_text_or_a_decoding_error(data: bytes, encoding: str | None) -> None:
    try:
        text, codec = decode(data, encoding)
    except DecodingError as error:
        assert error.reason in {FileReason.BINARY, FileReason.UNDECODABLE}
    else:
        # What was decoded can be written again, and is what is there but for a mark and a cut last character.
        assert decode(text.encode(codec), codec)[0] == text.removeprefix("\ufeff")
