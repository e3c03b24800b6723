"""Plain text as people have it: any encoding, damage, width and habit at once gives the same thread."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.documents import open_document
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.plain_text import PLAIN_TEXT
from desktop.script import joined
from tests.documents.layouts.wrapped import wrapped
from tests.documents.threads import SIMPLIFIED, TRADITIONAL, Habit, Words, parse, words

THREADS = {"traditional": words(parse(TRADITIONAL)), "simplified": words(parse(SIMPLIFIED))}
HABITS = [
    Habit(),
    Habit(above=2, below=1),
    Habit(above=1, below=1, mark="作者："),
    Habit(above=1, below=0, title_mark="# ", mark="## "),
    Habit(above=3, below=3, between=2),
]
NAMES = ["老周", "Anna L.", "123456", "明天会来吗？", "一个名字长到二十一个字的热心读者与她家的猫"]
CODECS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"]
STRAY = {"utf-8": b"\xff", "utf-8-sig": b"\xe4", "gb18030": b"\xff"}


@settings(max_examples=120, deadline=None)
@given(
    script=st.sampled_from(sorted(THREADS)),
    habit=st.sampled_from(HABITS),
    codec=st.sampled_from(CODECS),
    width=st.sampled_from([None, None, 60, 72, 78]),
    padding=st.sampled_from(["", "\0\0", "\0" * 8]),
    ending=st.sampled_from(["\n", "\r\n"]),
    name=st.sampled_from(NAMES),
    strays=st.lists(st.integers(1, 8), max_size=3, unique=True),
)
def test_the_thread_is_read_all_the_same(
    script: str,
    habit: Habit,
    codec: str,
    width: int | None,
    padding: str,
    ending: str,
    name: str,
    strays: list[int],
) -> None:
    title, answers = THREADS[script]
    thread: Words = title, [(name if n == 1 else author, own) for n, (author, own) in enumerate(answers)]
    laid = [(author, [wrapped(p, width) if width else p for p in own]) for author, own in thread[1]]
    text = habit.write((title, laid)).replace("\n", ending)
    pieces = text.split("。")
    # Never before the first word: nobody's name is damaged.
    places = {1 + len(pieces) * place // 10 for place in strays} if codec in STRAY else set[int]()
    data = text[:0].encode(codec)
    for number, piece in enumerate(pieces):
        data += STRAY.get(codec, b"") * (number in places) + encoded(("。" if number else "") + piece, codec)
    found = PLAIN_TEXT.read(ThreadFile(Path("a.txt"), held=data + padding.encode()), None)
    assert (found.encoding, found.unreadable) == (codec if not places else found.encoding, len(places))
    read = [
        (a.author, [joined(p.of(found.text)).text.replace("\ufffd", "") for p in a.paragraphs]) for a in found.answers
    ]
    assert (found.title, read) == thread


def encoded(words: str, codec: str) -> bytes:
    """Return `words` in a codec, without the mark that only a file begins with."""
    return words.encode({"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(codec, codec))


def test_a_file_opens_without_what_a_program_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SIMPLIFIED.encode("gb18030") + b"\0\0\0\0")
    document = open_document(path)
    assert (words(document), document.unreadable, document.text) == (THREADS["simplified"], 0, SIMPLIFIED)
