"""Files of one answer each, in a folder or a zip, become the threads that they are part of."""

from __future__ import annotations

import json
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from desktop.documents import (
    BlockKind,
    DocumentError,
    Fact,
    FactKind,
    FileReason,
    find_threads,
    open_document,
    place_of,
)
from desktop.documents.containers import gathering, members, table
from desktop.documents.containers.container import Container, Extract, ThreadFile
from desktop.documents.containers.drafts import BlockDraft, CommentDraft, PostDraft, ThreadDraft, fact, paragraphs
from desktop.files import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Laid = Callable[[Path, Mapping[str, bytes]], Path]

PICTURE = b"\x89PNG picture"
READING = "讀書\n\n甲\n\n好。\n\n多讀。".encode()


def saved(title: str, author: str, words: str, address: str = "", edited: str = "") -> bytes:
    """Return one answer as a saver of these tests writes it."""
    return f"saved\n{title}\n{author}\n{address}\n{edited}\n{words}".encode()


def _drafts(file: ThreadFile, _encoding: str | None) -> list[ThreadDraft]:
    _, title, author, address, edited, words = file.data.decode().split("\n", 5)
    facts = (*fact(FactKind.ADDRESS, address), *fact(FactKind.EDITED, edited))
    blocks = list(paragraphs(words))
    picture = file.beside("img/1.png")
    if picture is not None:
        blocks.append(BlockDraft("花", BlockKind.FIGURE, picture=picture.hex()))
    asked = author.startswith("asked by ")
    comments = () if asked else (CommentDraft("路人", paragraphs("好")),)
    post = PostDraft(author.removeprefix("asked by "), blocks, comments, facts, is_question=asked)
    return [ThreadDraft(title, (post,), pictures={picture.hex(): picture} if picture else {})]


def _read(_file: ThreadFile, _encoding: str | None) -> Extract:
    pytest.fail("of a file in a folder the draft is asked for")


SAVED = Container("saved", lambda file: file.start.startswith(b"saved"), _read, _drafts)


@pytest.fixture(autouse=True)
def _with_a_saver(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, zipped, *others = table.CONTAINERS
    monkeypatch.setattr(table, "CONTAINERS", (folder, zipped, SAVED, *others))


def in_folder(path: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(data)
    return path


def in_zip(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path / "答案.zip", "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path / "答案.zip"


both = pytest.mark.parametrize("laid", [in_folder, in_zip], ids=["folder", "zip"])

WATER = {
    "10.md": saved("怎麼養花？", "丙", "多曬太陽。"),
    "2.md": saved("怎麼養花？", "乙", "少澆水。"),
    "1.md": saved("怎么养花？", "甲", "常说话。"),
}


def reason_for(path: Path) -> FileReason:
    with pytest.raises(DocumentError) as caught:
        open_document(path)
    return caught.value.reason


@both
def test_answers_to_one_question_are_one_thread_in_natural_order(laid: Laid, tmp_path: Path) -> None:
    path = laid(tmp_path, WATER)
    document = open_document(path)
    assert (document.title, [answer.author for answer in document.answers]) == ("怎么养花？", ["甲", "乙", "丙"])
    assert (document.path, document.origin.member) == (path, "")
    assert find_threads(path) == ((path, "怎么养花？", 3, 3),)


@both
def test_several_questions_are_several_threads_to_choose_from(laid: Laid, tmp_path: Path) -> None:
    path = laid(
        tmp_path,
        {
            **WATER,
            "3.md": saved("怎麼/喝茶？", "丁", "燙一點。"),
            "讀書.txt": "讀書\n\n甲\n\n好。\n\n多讀。".encode(),
        },
    )
    assert reason_for(path) is FileReason.SEVERAL
    threads = find_threads(path)
    counts = [(thread.title, thread.answers) for thread in threads]
    assert counts == [("怎么养花？", 3), ("怎麼/喝茶？", 1), ("讀書", 1)]
    opened = [open_document(thread.path) for thread in threads]
    assert [document.title for document in opened] == [thread.title for thread in threads]
    assert [document.path for document in opened] == [thread.path for thread in threads]
    assert [place_of(thread.path)[0] for thread in threads] == [path] * 3
    assert reason_for(threads[0].path.with_name("怎麼種樹？")) is FileReason.MISSING


@both
def test_threads_without_a_title_or_with_the_same_one_are_told_apart(laid: Laid, tmp_path: Path) -> None:
    one = saved("花", "甲", "好。", "https://www.zhihu.com/question/1/answer/11")
    path = laid(tmp_path, {"1.md": one, "2.md": one.replace(b"question/1", b"question/2"), "3.txt": "好。".encode()})
    assert [thread.path.name for thread in find_threads(path)] == ["花 — 1", "花 — 2", "…"]


@both
def test_questions_with_one_address_are_one_whatever_they_are_called(laid: Laid, tmp_path: Path) -> None:
    address = "https://www.zhihu.com/question/1/answer/"
    files = {
        "1": saved("怎麼養花？", "甲", "曬。", f"{address}1"),
        "2": saved("怎麼種花？", "乙", "澆。", f"{address}2"),
        "3": saved("怎麼養花？", "asked by 問", "家裡有貓。", "https://www.zhihu.com/question/1"),
    }
    (thread,) = find_threads(path := laid(tmp_path, files))
    assert (thread.title, thread.answers) == ("怎麼養花？", 2)
    assert [(answer.author, answer.is_question) for answer in open_document(path).answers] == [
        ("問", True),
        ("甲", False),
        ("乙", False),
    ]


@both
def test_an_answer_that_is_there_twice_is_kept_once_the_newest(laid: Laid, tmp_path: Path) -> None:
    address = "https://www.zhihu.com/question/1/answer/1"
    long = "這裡有許多話，說的是怎樣把花養好，一天要做些什麼，從早上起床說到晚上睡覺，樣樣都說到了，一樣也不少。"
    files = {
        "1": saved("花", "甲", "新的。", f"{address}?from=app", "2026-02-01"),
        "2": saved("花", "甲", "舊的。", address, "2026-01-01"),
        "3": saved("花", "乙", long),
        "4": saved("花", "乙", f"{long}又添了一句。"),
        "5": saved("花", "乙", "另外一篇，與前面毫不相干。"),
    }
    document = open_document(laid(tmp_path, files))
    assert [answer.span.of(document.text) for answer in document.answers] == [
        "新的。",
        f"{long}又添了一句。",
        "另外一篇，與前面毫不相干。",
    ]


@both
def test_pictures_are_those_that_lie_beside_the_answer(laid: Laid, tmp_path: Path) -> None:
    files = {f"{name}/a.md": saved("花", name, "看圖。") for name in "甲乙"}
    files |= {"甲/img/1.png": PICTURE + b"1", "乙/img/1.png": PICTURE + b"2"}
    document = open_document(laid(tmp_path, files))
    shown = [document.pictures[answer.blocks[-1].picture] for answer in document.answers]
    assert {answer.author: data for answer, data in zip(document.answers, shown, strict=True)} == {
        "甲": PICTURE + b"1",
        "乙": PICTURE + b"2",
    }


@both
def test_what_is_no_thread_is_passed_over(laid: Laid, tmp_path: Path) -> None:
    files = {
        **WATER,
        "noise": bytes(range(256)) * 9,
        ".git/config": b"[core]",
        "__MACOSX/1.md": saved("花", "甲", "假。"),
        "page.html": saved("怎麼養花？", "戊", "網頁。"),
        "page_files/ad.html": saved("廣告", "商人", "買！"),
        "a.baijia.json": saved("花", "甲", "假。"),
        "inner.zip": b"PK\x03\x04 not a zip",
    }
    assert len(open_document(laid(tmp_path, files)).answers) == 4


@both
def test_nothing_in_it_is_said_in_a_sentence(laid: Laid, tmp_path: Path) -> None:
    assert reason_for(laid(tmp_path, {"noise": bytes(range(256)) * 9})) is FileReason.NO_THREAD


@both
def test_too_many_files_and_too_many_bytes_are_refused(
    laid: Laid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = laid(tmp_path, WATER)
    monkeypatch.setattr(members, "MOST_BYTES", 100)
    assert reason_for(path) is FileReason.TOO_LARGE
    monkeypatch.setattr(members, "MOST_MEMBERS", 2)
    assert reason_for(path) is FileReason.TOO_MANY


def test_a_bomb_costs_what_it_may_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "LARGEST_MEMBER", 1 << 20)
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * (32 << 20))
        archive.writestr("1.md", saved("花", "甲", "好。"))
    assert path.stat().st_size < 1 << 16
    assert len(open_document(path).answers) == 1


def test_a_member_that_lies_about_its_size_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "LARGEST_MEMBER", 1 << 16)
    path = in_zip(tmp_path, {"1.md": saved("花", "甲", "好。"), "2.md": b"saved" + b"\n" * (1 << 20)})
    data = path.read_bytes()
    size = ((1 << 20) + 5).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (10).to_bytes(4, "little")))
    assert len(open_document(path).answers) == 1


def test_a_zip_with_a_password_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = in_zip(tmp_path, {"1.md": saved("花", "甲", "好。")})
    data = bytearray(path.read_bytes())
    data[6] |= 1  # the flag of the file, and of its entry in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert reason_for(path) is FileReason.ENCRYPTED


@pytest.mark.parametrize(("name", "codec"), [("第二回.txt", "gbk"), ("標題與貓.txt", "cp950"), ("普通.txt", "utf-8")])
def test_names_are_read_in_the_code_page_that_they_were_written_in(name: str, codec: str, tmp_path: Path) -> None:
    path, raw = tmp_path / "a.zip", name.encode(codec)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x" * len(raw), "一個沒有題目的故事。")
    path.write_bytes(path.read_bytes().replace(b"x" * len(raw), raw))  # as programs write it that know no UTF-8
    with members.opened(path) as found:
        assert list(found.names) == [name]


@pytest.mark.parametrize("name", ["../1.md", "/1.md", "a/../../1.md", "C:\\1.md", "a\0b.md"])
def test_a_name_in_a_zip_is_no_place_on_the_disk(name: str, tmp_path: Path) -> None:
    outside = in_folder(tmp_path, {"1.md": saved("外", "外", "外面的。")})
    (tmp_path / "in").mkdir()
    path = in_zip(tmp_path / "in", {name: saved("花", "甲", "好。")})
    document = open_document(path)
    assert (document.title, sorted(each.name for each in outside.iterdir())) == ("花", ["1.md", "in"])


@pytest.mark.skipif(os.name == "nt", reason="making a link needs rights there")
def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    in_folder(tmp_path / "out", {"2.md": saved("怎麼養花？", "外", "外面的。"), "img/1.png": PICTURE})
    path = in_folder(tmp_path / "in", {"1.md": saved("怎麼養花？", "甲", "好。")})
    (path / "2.md").symlink_to(tmp_path / "out" / "2.md")
    (path / "more").symlink_to(tmp_path / "out")
    (path / "img").symlink_to(tmp_path / "out" / "img")
    document = open_document(path)
    assert ([answer.author for answer in document.answers], document.pictures) == (["甲"], {})


def test_a_folder_goes_eight_deep_and_no_further(tmp_path: Path) -> None:
    deep = "/".join("abcdefgh")
    files = {f"{deep}/1.md": saved("花", "甲", "好。"), f"{deep}/i/1.md": saved("深", "乙", "好。")}
    path = in_folder(tmp_path, files)
    assert [thread.title for thread in find_threads(path)] == ["花"]


def test_the_search_can_be_ended_between_two_files(tmp_path: Path) -> None:
    path = in_folder(tmp_path, WATER)
    asked: list[int] = []

    def pause() -> None:
        asked.append(1)
        if len(asked) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        find_threads(path, pause=pause)
    assert len(asked) == 2


def test_a_file_by_itself_is_one_thread_and_sees_nothing_beside_it(tmp_path: Path) -> None:
    path = in_folder(tmp_path, {"甲.txt": READING, "img/1.png": PICTURE}) / "甲.txt"
    assert find_threads(path) == ((path, "讀書", 1, 0),)
    assert ThreadFile(path).beside("img/1.png") is None


def test_facts_and_comments_come_along(tmp_path: Path) -> None:
    address = "https://www.zhihu.com/question/1/answer/1"
    files = {"1": saved("花", "甲", "好。", address), "2": saved("花", "乙", "對。")}
    document = open_document(in_zip(tmp_path, files))
    assert document.answers[0].facts == (Fact(FactKind.ADDRESS, address),)
    assert [comment.author for answer in document.answers for comment in answer.comments] == ["路人", "路人"]


def test_a_plain_text_in_a_folder_keeps_its_authors(tmp_path: Path) -> None:
    text = "怎麼養花？\n\n甲\n\n曬。\n\n多曬。\n\n乙\n\n澆。\n\n多澆。\n"
    path = in_folder(tmp_path, {"a.txt": text.encode(), "b.md": saved("怎麼養花？", "丙", "看。")})
    assert [answer.author for answer in open_document(path).answers] == ["甲", "乙", "丙"]


def test_a_plain_text_in_a_folder_keeps_what_its_lines_are_and_joins_those_of_a_paragraph(tmp_path: Path) -> None:
    line = "早上去河邊走一圈回來煮一碗麵剩下的時間看書中午睡一會兒下午把陽台上的花都"
    wrapped = "\n".join([line] * 9)
    text = f"怎麼養花？\n\n\n甲\n\n\n## 先說光\n\n> 少澆\n\n{wrapped}看完。\n\n\n乙\n\n\n{wrapped}澆完。\n"
    in_folder(tmp_path, {"a.txt": text.encode()})
    alone, gathered = open_document(tmp_path / "a.txt"), open_document(tmp_path)
    first = gathered.answers[0]
    assert [answer.author for answer in gathered.answers] == ["甲", "乙"] == [one.author for one in alone.answers]
    assert [block.kind for block in first.blocks] == [BlockKind.HEADING, BlockKind.QUOTE, BlockKind.PARAGRAPH]
    assert [span.of(gathered.text) for span in first.paragraphs] == ["先說光", "少澆", f"{line * 9}看完。"]


@pytest.mark.skipif(os.name == "nt", reason="no file is called so there")
def test_a_file_in_a_folder_that_is_really_called_so_is_opened_as_any_other(tmp_path: Path) -> None:
    path = in_folder(tmp_path, {"?/讀書.txt": READING, "b.txt": READING.replace("讀".encode(), "看".encode())})
    assert open_document(path / "?" / "讀書.txt").path == path / "?" / "讀書.txt"
    assert [thread.title for thread in find_threads(path)] == ["讀書", "看書"]


CHAT = "消息对象:周末读书会\n\n{}"


def said(time: str, name: str, words: str) -> str:
    return f"2020-11-21 {time} {name}(10001)\n{words}\n\n"


@both
def test_what_somebody_said_twice_is_no_double_and_overlapping_logs_are(laid: Laid, tmp_path: Path) -> None:
    first = [said("10:00:00", "甲", "好的"), said("10:01:00", "乙", "去哪里？"), said("10:02:00", "甲", "好的")]
    second = [first[2], said("10:03:00", "甲", "好的"), said("10:04:00", "乙", "走吧")]
    files = {"1.txt": CHAT.format("".join(first)).encode(), "2.txt": CHAT.format("".join(second)).encode()}
    document = open_document(laid(tmp_path, files))
    words = [answer.span.of(document.text) for answer in document.answers]
    assert words == ["好的", "去哪里？", "好的", "好的", "走吧"]


@both
def test_many_who_are_called_alike_and_short_words_are_no_doubles(laid: Laid, tmp_path: Path) -> None:
    long = "這裡有許多話，說的是怎樣把花養好，一天要做些什麼，從早上起床說到晚上睡覺，樣樣都說到了，一樣也不少。"
    files = {
        "1": saved("花", "匿名用户", long),
        "2": saved("花", "匿名用户", f"{long}又添了一句。"),
        "3": saved("花", "甲", "不值得"),
        "4": saved("花", "甲", "不值得。"),
    }
    assert len(open_document(laid(tmp_path, files)).answers) == 4


@both
def test_long_answers_that_begin_alike_and_end_otherwise_are_two(laid: Laid, tmp_path: Path) -> None:
    head = "這裡有許多話，說的是怎樣把花養好。" * 200
    files = {"1": saved("花", "甲", head + "早。" * 999), "2": saved("花", "甲", head + "晚！" * 999)}
    assert len(open_document(laid(tmp_path, files)).answers) == 2


@both
def test_the_same_picture_is_kept_once_and_there_is_room_for_so_many(
    laid: Laid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "LARGEST_TOGETHER", 100)
    png = b"\x89PNG\r\n\x1a\n" + bytes(60)
    page = "# 花\n\n**作者**: {0}\n\n---\n\n看圖。\n\n![圖](a{0}.png)\n"
    files = {f"{name}.md": page.format(name).encode() for name in "123"}
    files |= {"a1.png": png, "a2.png": png, "a3.png": png + b"3"}
    document = open_document(laid(tmp_path, files))
    assert list(document.pictures.values()) == [png]


def test_a_thread_keeps_its_name_when_another_with_its_question_comes_before_it(tmp_path: Path) -> None:
    def post(author: str) -> str:
        kept = {
            "article_title": "問",
            "author": author,
            "content": f"{author}說。",
            "messages": [{"push_userid": "a"}],
        }
        return json.dumps(kept, ensure_ascii=False)

    path = tmp_path / "a.jl"
    path.write_text("\n".join(map(post, ("tea", "rice"))), "utf-8")
    before = [one.path for one in find_threads(path)]
    path.write_text("\n".join(map(post, ("bun", "tea", "rice"))), "utf-8")
    assert [open_document(place).answers[0].author for place in before] == ["tea", "rice"]
    assert reason_for(path / "?" / "問") is FileReason.SEVERAL  # as it was called when it was the only one
    assert reason_for(path / "?" / "答") is FileReason.MISSING


@pytest.mark.parametrize("title", [".", "..", "...", "a/b", "a\\b", "?"])
def test_a_thread_with_an_odd_question_can_be_opened(title: str, tmp_path: Path) -> None:
    path = in_folder(tmp_path, {"1": saved(title, "甲", "好。"), "2": saved("花", "乙", "對。")})
    assert [open_document(one.path).title for one in find_threads(path)] == [title, "花"]


@both
def test_what_was_passed_over_is_counted_by_why(laid: Laid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "LARGEST_MEMBER", 200)
    path = laid(
        tmp_path,
        {
            **WATER,
            "大.md": saved("怎麼養花？", "丁", "長" * 200),
            "a.pdf": b"%PDF-1.4 abc",
            "b.docx": b"PK\x03\x04 no zip of ours",
            "空.txt": b"",
            "img/1.png": PICTURE,
        },
    )
    assert open_document(path).skipped == (0, 1, 2)


def test_a_file_that_may_not_be_read_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, most: int) -> bytes:
        if path.name == "2.md":
            raise PermissionError
        return read_regular(path, most)

    monkeypatch.setattr(members, "read_regular", refused)
    assert open_document(in_folder(tmp_path, WATER)).skipped == (1, 0, 0)
