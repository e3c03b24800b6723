"""`baijia-cli terms`, `matrix` and `concordance`: who says what, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.cli.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

THREAD = """會談會怎樣?


陳默


川普見普丁，川普笑了。


林語


特朗普没有笑。
"""


@pytest.fixture
def thread(tmp_path: Path) -> Path:
    path = tmp_path / "會談.txt"
    path.write_text(THREAD, "utf-8")
    return path


def run(capsysbinary: pytest.CaptureFixture[bytes], *arguments: object) -> str:
    assert main([str(argument) for argument in arguments]) == 0
    return capsysbinary.readouterr().out.decode()


def test_the_matrix_counts_each_term_by_author(thread: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    written = run(capsysbinary, "matrix", thread, "特朗普", "普京", "笑")
    assert written.split("\r\n") == ["term,陳默,林語", "特朗普,2,1", "普京,1,0", "笑,1,1", "characters,11,7", ""]
    rates = run(capsysbinary, "matrix", thread, "笑", "--rates", "--bom")
    assert rates.split("\r\n")[:2] == ["\ufeffterm,陳默,林語", "笑,90.909,142.857"]


def test_the_concordance_has_every_place_in_the_order_asked_for(
    thread: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    rows = run(capsysbinary, "concordance", thread, "特朗普", "--sort", "right").split("\r\n")[1:-1]
    assert [row.split(",")[:4] for row in rows] == [
        ["林語", "", "特朗普", "没有笑。"],
        ["陳默", "川普見普丁，", "川普", "笑了。"],
        ["陳默", "", "川普", "見普丁，川普笑了。"],
    ]
    assert run(capsysbinary, "concordance", thread, "笑", "--markdown").startswith(
        "# 笑 (2)\n\n- 川普見普丁，川普<b>笑</b>了。"
    )


def test_of_several_threads_it_lists_what_to_pass(thread: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (thread.parent / "另一.txt").write_text(THREAD.replace("會談", "會面"), "utf-8")
    assert "found" in run(capsysbinary, "matrix", thread.parent, "笑")


def test_the_reader_s_own_concepts_hold_here_too(
    thread: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "concepts.txt").write_text("普丁 = 没有\n壞行\n", "utf-8")
    assert "普丁,1,1" in run(capsysbinary, "matrix", thread, "普丁", "--data-dir", data)
    assert "普丁,1,0" in run(capsysbinary, "matrix", thread, "普丁", "--data-dir", tmp_path / "none")
    lines = run(capsysbinary, "concordance", thread, "普丁", "--data-dir", data)
    assert lines.count("\n") == 3
    (data / "concepts.txt").write_bytes(b"\xff")
    assert "普丁,1,0" in run(capsysbinary, "matrix", thread, "普丁", "--data-dir", data)


def test_the_terms_are_those_of_both_rankings(thread: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = [row.split(",") for row in run(capsysbinary, "terms", thread, "--limit", "2").split("\r\n")[:-1]]
    assert rows[0] == ["author", "answer", "kind", "term", "count", "score", "log_ratio", "answers", "evidence"]
    assert rows[1][:4] == ["陳默", "0", "topic", "川普"]
    apart = {row[3]: row[4:] for row in rows if row[2] == "apart" and row[0] == "陳默"}
    assert list(apart) == ["普丁"]
    assert (apart["普丁"][0], *apart["普丁"][3:]) == ("1", "1", "suggestive")
    assert {row[1] for row in rows if row[0] == "林語"} == {"1"}
    assert run(capsysbinary, "terms", thread, "--limit", "0").count("\r\n") == 1
