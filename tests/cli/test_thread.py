"""`baijia-cli thread`: what it writes, in which form, and what it leaves alone."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.annotations import AnnotationStore, Color
from desktop.annotations.edits import new_annotation
from desktop.annotations.recognition.snapshots import Snapshots
from desktop.annotations.storage.naming import store_path
from desktop.cli.__main__ import main
from desktop.documents import laid_out, open_document
from desktop.documents.text_rows import TextRows
from desktop.documents.writing.forms import written
from desktop.documents.writing.written import ThreadForm
from desktop.paths import DataFolder, beside_path, default_seed
from desktop.script import Script, weigh_script
from desktop.session.files.thread_saving import thread_file
from desktop.session.manner import Manner
from desktop.slices import no_pause
from desktop.text import Span
from tests.documents.writing.drafts import everything

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., list[dict[str, Any]]]

ROOT = Path(__file__).resolve().parents[2]
THREAD = """为什么读书?


陈默


读书是为了忘记，读书也是为了记住。

=读书不是为了别人。


林語


讀書的人說什麼，都這麼說。山水也是書，山水不說話，山水很老。
"""


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    path = tmp_path / "读书.txt"
    path.write_text(THREAD, "utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data").prepare()


@pytest.fixture
def output(data: DataFolder, capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """Return what runs the command and gives what it writes."""

    def run(*arguments: object) -> str:
        assert main(["thread", *map(str, arguments), "--data-dir", str(data.root)]) == 0
        return capsysbinary.readouterr().out.decode()

    return run


@pytest.fixture
def run(output: Callable[..., str]) -> Run:
    """Return what runs the command and gives the records that it writes."""
    return lambda *arguments: [json.loads(line) for line in output(*arguments, "--json").splitlines()]


def of_kind(records: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record for record in records if record["kind"] == kind]


def annotate(thread: Path, data: DataFolder, quote: str, note: str, *, beside: bool = False) -> Path:
    """Write a note on `quote` as the app does, and return its file."""
    document = open_document(thread)
    start = document.text.index(quote)
    span = Span(start, start + len(quote))
    one = new_annotation(
        document.text,
        document.sha256,
        span,
        Color.ROUGE,
        note=note,
        made_in="original",
        author=document.answers[document.answer_at(start) or 0].author,
        answer=document.answer_at(start),
        now=datetime(2026, 3, 4, tzinfo=UTC),
    )
    local = store_path(data.annotations, document)
    path = beside_path(thread) if beside else local
    store = AnnotationStore(
        path, data.mirror / local.name, data.backups / local.stem, document=document, shared=beside
    )
    store.save({one.id: one})
    Snapshots(data.snapshots).keep(document.text, document.sha256)
    return path


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file below `folder`, when it was changed, and what is in it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


# -- what is written ----------------------------------------------------------------------------------------------


def test_a_thread_comes_first_then_its_answers_then_the_terms(run: Run, thread: Path) -> None:
    records = run(thread)
    assert [record["kind"] for record in records] == ["thread", "answer", "answer", "terms", "terms"]
    head, first = records[:2]
    assert (head["title"], head["answers"], head["comments"], head["container"]) == ("为什么读书?", 2, 0, "text")
    assert first["author"] == "陈默"
    assert first["paragraphs"] == ["读书是为了忘记，读书也是为了记住。", "=读书不是为了别人。"]
    assert THREAD[first["start"] : first["end"]].startswith("读书是为了忘记")


def test_terms_are_those_that_set_each_author_apart(run: Run) -> None:
    records = run(default_seed())
    authors = [record["author"] for record in of_kind(records, "answer")]
    terms = of_kind(records, "terms")
    assert [record["author"] for record in terms] == authors
    first = terms[0]["terms"]
    assert [term["score"] for term in first] == sorted((term["score"] for term in first), reverse=True)
    words = "".join(of_kind(records, "answer")[0]["paragraphs"])
    assert all(term["text"] in words and term["count"] >= 2 for term in first)


def test_blocks_facts_and_comments_are_written(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "t.html"
    page.write_bytes(written(everything(), ThreadForm.HTML, "zh-Hant"))
    records = run(page)
    answer = of_kind(records, "answer")[1]
    assert answer["facts"] == {
        "time": "2024-01-01",
        "edited": "2024-01-03",
        "votes": "12",
        "address": "https://example.org/1",
        "place": "上海",
        "floor": "2",
        "badge": "種花的人 · 作家",
        "nick": "小甲",
        "stance": "推",
    }
    assert {"kind": "heading", "level": 2, "words": "兩件事"} in answer["blocks"]
    assert of_kind(records, "answer")[0]["is_question"] is True
    comments = of_kind(records, "comment")
    assert [(one["answer"], one["comment"], one["author"], one["depth"]) for one in comments] == [
        (1, 0, "乙 › 丙", 0),
        (1, 1, "丙", 1),
        (1, 2, "丁", 2),
        (1, 3, "戊", 0),
    ]
    assert comments[1]["to"] == "乙 › 丙"
    assert records[0]["comments"] == 4


def test_words_are_in_the_script_that_is_asked_for_each_answer_from_its_own(run: Run, thread: Path) -> None:
    simplified, traditional = run(thread, "--script", "simplified"), run(thread, "--script", "traditional")
    assert [one["author"] for one in of_kind(simplified, "answer")] == ["陈默", "林语"]
    assert of_kind(simplified, "answer")[1]["paragraphs"][0].startswith("读书的人说什么，都这么说。")
    assert traditional[0]["title"] == "為什麼讀書?"
    assert of_kind(traditional, "answer")[0]["paragraphs"][0] == "讀書是為了忘記，讀書也是為了記住。"


def test_it_converts_as_the_window_does_by_default_with_the_names_of_the_thread(run: Run, tmp_path: Path) -> None:
    thread = tmp_path / "names.txt"
    words = "谁来？\n\n游建华\n\n\n这只有游建华知道。\n\n后来\n\n\n余先生和面试官签合约。\n"
    thread.write_text(words, encoding="utf-8")
    answers = of_kind(run(thread, "--script", "traditional"), "answer")
    assert [(each["author"], each["paragraphs"]) for each in answers] == [
        ("游建華", ["這只有游建華知道。"]),
        ("後來", ["余先生和面試官簽合約。"]),
    ]


def test_a_table_has_a_row_for_each_answer_and_comment(output: Callable[..., str], tmp_path: Path) -> None:
    page = tmp_path / "t.html"
    page.write_bytes(written(everything(), ThreadForm.HTML, "zh-Hant"))
    rows = list(csv.DictReader(io.StringIO(output(page, "--csv"))))
    assert [row["kind"] for row in rows] == ["answer", "answer", *["comment"] * 4, "answer"]
    assert (rows[1]["author"], rows[1]["votes"], rows[1]["is_question"]) == ("# 甲君", "12", "false")
    assert rows[2]["text"] == "同意\n真的"


def test_a_table_is_made_fit_for_spreadsheets_only_if_that_is_asked(
    output: Callable[..., str], tmp_path: Path
) -> None:
    path = tmp_path / "t.txt"
    path.write_text("问?\n\n\n陈默\n\n\n=1+1，这是他说的话。\n", "utf-8")
    plain, fit = output(path, "--csv"), output(path, "--csv", "--bom")
    assert not plain.startswith("\ufeff")
    assert ",=1+1" in plain
    assert fit.startswith("\ufeff")
    assert ",'=1+1" in fit


def test_markdown_is_readable(output: Callable[..., str], thread: Path, data: DataFolder) -> None:
    annotate(thread, data, "为了忘记", "真的吗?\n*想想*")
    text = output(thread, "--markdown")
    assert "# 为什么读书?\n\n<!-- answer -->\n\n## 陈默\n\n读书是为了忘记" in text
    assert "<!-- notes -->\n\n## 批注\n\n### 陈默\n\n> 为了忘记\n\n真的吗?\n\n\\*想想\\*\n" in text
    assert "<!-- terms -->\n\n## 关键词\n\n- **陈默**: " in text


@pytest.mark.parametrize("script", ["original", "simplified"])
def test_markdown_is_the_file_that_the_app_saves_and_opens_again_without_the_notes(
    output: Callable[..., str], data: DataFolder, tmp_path: Path, script: str
) -> None:
    page = tmp_path / "t.html"
    page.write_bytes(written(everything(), ThreadForm.HTML, "zh-Hant"))
    document = open_document(page)
    annotate(page, data, document.text[document.answers[1].span.start :][:2], "記一筆")
    text = output(page, "--markdown", "--script", script)
    manner = Manner(Script(script), source_script=weigh_script(document.text).script)
    assert text.startswith(thread_file(document, manner, ThreadForm.MARKDOWN, no_pause).decode())
    assert "記一筆" in text
    again = tmp_path / "t.md"
    again.write_text(text, "utf-8")
    alone = tmp_path / "alone.md"
    alone.write_text(text[: text.index("<!-- notes -->")], "utf-8")
    assert open_document(again).text == open_document(alone).text
    assert sum(len(answer.comments) for answer in open_document(again).answers) == 4


# -- the notes -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("beside", [False, True])
def test_notes_are_found_in_the_data_folder_or_beside_the_thread(
    run: Run, thread: Path, data: DataFolder, *, beside: bool
) -> None:
    annotate(thread, data, "为了忘记", "真的吗?", beside=beside)
    if beside:
        for path in data.mirror.iterdir():
            path.unlink()
    [note] = of_kind(run(thread), "note")
    assert (note["answer"], note["comment"], note["author"], note["quote"]) == (0, None, "陈默", "为了忘记")
    assert (note["note"], note["color"], note["state"]) == ("真的吗?", "rouge", "exact")
    assert THREAD[note["start"] : note["end"]] == "为了忘记"


def test_notes_are_found_again_after_an_edit(run: Run, thread: Path, data: DataFolder) -> None:
    annotate(thread, data, "为了忘记", "真的吗?")
    thread.write_text(THREAD.replace("读书是为了忘记", "我说，读书就是为了忘记"), "utf-8")
    [note] = of_kind(run(thread), "note")
    assert (note["quote"], note["state"]) == ("为了忘记", "moved")


def test_authors_are_those_that_the_reader_has_named(run: Run, thread: Path, data: DataFolder) -> None:
    document = open_document(thread)
    rows = TextRows(laid_out(document))
    number = rows.at(THREAD.index("林語"))
    assert number is not None
    said = rows.say([number], (), datetime(2026, 3, 4, tzinfo=UTC), is_name=False)
    local = store_path(data.annotations, document)
    AnnotationStore(local, data.mirror / local.name, data.backups / local.stem, document).save({}, naming=said)
    [answer] = of_kind(run(thread), "answer")
    assert (answer["author"], answer["paragraphs"][2]) == ("陈默", "林語")


def test_a_note_whose_words_are_gone_keeps_them(run: Run, thread: Path, data: DataFolder) -> None:
    annotate(thread, data, "山水不說話", "")
    thread.write_text(THREAD.replace("，山水不說話", ""), "utf-8")
    [note] = of_kind(run(thread), "note")
    assert (note["quote"], note["answer"], note["start"]) == ("山水不說話", None, None)


def test_nothing_on_the_disk_is_changed(run: Run, thread: Path, data: DataFolder, tmp_path: Path) -> None:
    path = annotate(thread, data, "为了忘记", "真的吗?")
    (data.mirror / path.name).unlink()
    path.write_bytes(path.read_bytes() + b"\n")
    before = tree(tmp_path)
    assert len(of_kind(run(thread), "note")) == 1
    assert tree(tmp_path) == before


def test_a_quote_across_lines_of_one_paragraph_is_on_one(run: Run, thread: Path, data: DataFolder) -> None:
    lines = "橋頭的舊書攤天一亮就開張了老闆把書一摞一摞搬出來擺到中午\n" * 8
    thread.write_text(f"為什麼讀書?\n\n\n陳默\n\n\n{lines}才算擺完。\n", "utf-8")
    annotate(thread, data, "中午\n才算", "")
    [note] = of_kind(run(thread), "note")
    assert note["quote"] == "中午才算"


def test_a_damaged_file_of_notes_is_left_as_it_is(run: Run, thread: Path, data: DataFolder, tmp_path: Path) -> None:
    path = annotate(thread, data, "为了忘记", "真的吗?")
    path.write_bytes(b"{damaged")
    before = tree(tmp_path)
    assert len(of_kind(run(thread), "note")) == 1
    assert tree(tmp_path) == before


def test_a_data_folder_that_is_not_there_is_not_made(
    thread: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["thread", str(thread), "--json", "--data-dir", str(tmp_path / "none")]) == 0
    assert capsysbinary.readouterr().out
    assert not (tmp_path / "none").exists()


# -- folders, and what can't be read -------------------------------------------------------------------------------


def test_several_threads_are_listed_with_what_to_pass_for_each(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "1.txt").write_text(THREAD, "utf-8")
    (folder / "2.txt").write_text(THREAD.replace("读书?", "写字?"), "utf-8")
    found = run(folder)
    assert [(one["kind"], one["title"], one["answers"]) for one in found] == [
        ("found", "为什么读书?", 2),
        ("found", "为什么写字?", 2),
    ]
    assert run(found[1]["path"])[0]["title"] == "为什么写字?"


def test_a_folder_of_one_thread_is_that_thread(run: Run, thread: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    thread.rename(folder / "1.txt")
    assert run(folder)[0]["title"] == "为什么读书?"


@pytest.mark.parametrize("content", [None, b"", b"\x7fELF\0\0\0\0\x01\x02\0\0"])
def test_what_cannot_be_read_is_one_sentence_and_exit_code_2(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none.txt"
    if content is not None:
        path.write_bytes(content)
    assert main(["thread", str(path), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("baijia-cli: ")
    assert said.err.count("\n") == 1
    assert "none.txt" in said.err


@pytest.mark.parametrize("arguments", [[], ["thread"], ["thread", "x"], ["thread", "x", "--json", "--csv"], ["y"]])
def test_arguments_that_make_no_command_are_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        main(arguments)
    assert refused.value.code == 2
    assert "usage: baijia-cli" in capsys.readouterr().err


# -- as a process --------------------------------------------------------------------------------------------------


def process(*arguments: str, code: str = "") -> subprocess.CompletedProcess[bytes]:
    """Run the command without a display, in an encoding that has no Chinese."""
    environment = {"PATH": "", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"} | (
        {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}
    )
    start = ["-c", code] if code else ["-m", "desktop.cli"]
    return subprocess.run(
        [sys.executable, *start, *arguments], cwd=ROOT, env=environment, capture_output=True, check=False
    )


def test_no_display_is_needed_and_no_qt_is_loaded(thread: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from desktop.cli.__main__ import main; code = main(sys.argv[1:]); "
        "sys.exit(code or any('PySide6' in name for name in sys.modules))"
    )
    done = process("thread", str(thread), "--json", "--data-dir", str(tmp_path / "none"), code=code)
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.splitlines()[0])["title"] == "为什么读书?"


def test_what_cannot_be_read_is_told_as_a_process_as_well(tmp_path: Path) -> None:
    done = process("thread", str(tmp_path / "none.txt"), "--csv")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1


def test_a_reader_who_has_enough_gets_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("问?\n\n\n" + "陈默\n\n\n" + "读书是为了忘记。" * 20_000 + "\n\n我说完了。\n", "utf-8")
    command = [
        sys.executable,
        "-m",
        "desktop.cli",
        "thread",
        str(path),
        "--csv",
        "--data-dir",
        str(tmp_path / "none"),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait() == 0
    assert said == b""


def test_the_version_can_be_asked_for() -> None:
    assert process("--version").stdout.startswith(b"baijia-cli ")
