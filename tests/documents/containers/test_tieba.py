"""Tieba's threads in TiebaScraper's databases are read, any other database is refused, and none does any harm."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from desktop.documents import DocumentError, FileReason
from desktop.documents.containers.container import ThreadFile
from desktop.documents.containers.forums import tieba
from tests.documents.containers.opened import FIXTURES, fixture, outline, read
from tests.documents.containers.random_threads import RandomPost, RandomThread, thread_of, threads
from tests.documents.containers.tieba_databases import database

THREAD = """\
tieba
* 糖水控
| floor 1
| time 2025-01-04 22:13
| votes 9
| place 广东
  老街的糖水铺还在吗？[呵呵]
  figure 1: ▣
  这是上次拍的。
  有点糊。
* 老街坊
| floor 2
| time 2025-01-04 22:15
| votes 3
| replies 2
  还在，见地图 ~link 地图 https://example.org/map
  - 0 糖水控
    | time 2025-01-04 22:16
    | votes 0
    | place 广东
    谢谢！
  - 0 老街坊
    | time 2025-01-04 22:18
    | votes 1
    回复 @糖水控 不客气
* walker
| floor 3
| time 2025-01-04 22:20
| votes 0
  早关了。"""


def test_a_thread_is_read_whole() -> None:
    assert outline(fixture("tieba.db")) == THREAD


def test_the_question_is_in_a_file_beside() -> None:
    data = (FIXTURES / "tieba.db").read_bytes()
    file = ThreadFile(Path("a.zip"), "content.db", data, {"thread.json": b'{"title": "\xe8\x8a\xb1"}'}.get)
    assert tieba.draft(file, None).title == "花"


def changed(statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database([RandomPost("甲", ("话",))]))
        connection.executescript(statements)
        connection.commit()
        return connection.serialize()


REFUSED = {
    "of another program": changed("DROP TABLE post; CREATE TABLE message (a)"),
    "a header alone": b"SQLite format 3\0",
    "cut short": database([RandomPost("甲", ("话" * 900,))])[:1500],
    "a view in place of the posts": changed(
        "CREATE TABLE kept AS SELECT * FROM post; DROP TABLE post; CREATE VIEW post AS SELECT * FROM kept"
    ),
    "a view without end": changed(
        "DROP TABLE user; CREATE VIEW user AS WITH RECURSIVE c(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM c) "
        "SELECT count(*) AS id, 'a' AS nickname, 'b' AS username, 'c' AS ip FROM c"
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_any_other_database_is_refused(case: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(REFUSED[case], "content.db")
    assert caught.value.reason is FileReason.DATABASE


def test_fragments_of_any_kind_are_words_or_nothing() -> None:
    contents = json.dumps(
        [
            {"type": 5, "text": "x", "raw_url": "javascript:x"},
            {"type": 8},
            {"type": "?", "text": "<b>话</b>"},
            3,
            None,
        ]
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(changed("INSERT INTO post VALUES (9, 'no json [', 9, 'nobody', 'a', 'b', 0, 0)"))
        connection.execute("UPDATE post SET contents = ? WHERE id = 1", (contents,))
        connection.execute("INSERT INTO post VALUES (10, x'00ff', 10, 1, 1, 1, 0, 77)")
        connection.commit()
        found = read(connection.serialize(), "content.db")
    assert [span.of(found.text) for answer in found.answers for span in answer.paragraphs] == [
        "x<b>话</b>",
        "no json [",
    ]
    assert not any(answer.runs for answer in found.answers)


@settings(max_examples=40, deadline=None)
@given(thread=threads())
def test_what_is_written_comes_back(thread: RandomThread) -> None:
    assert thread_of(read(database(thread.posts), "content.db"))._replace(title=thread.title) == thread
