"""The container of Tieba threads as TiebaScraper keeps them: `threads/TID/content.db`.

That is SQLite (https://github.com/Sorceresssis/TiebaScraper, src/db/content_db.py): `post` has `floor`, `user_id`,
`parent_id` (0 for a post, else the post that a comment is on), `create_time`, `agree`, and `contents`, a list in JSON
of fragments: text (1), emoji (2), picture (3), somebody's name (4), link (5). `user` has `nickname` and `username`.
The question is in a file beside, `thread.json` or `scrape_info.json`, where there is one.

The file's bytes are opened in memory and only read; nothing on the disk is touched.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from desktop.documents.containers.drafts import BlockWriter, CommentDraft, PostDraft, ThreadDraft, fact, paragraphs
from desktop.documents.containers.json_threads.values import (
    NoJsonError,
    as_object,
    first,
    loaded,
    objects,
    words,
)
from desktop.documents.document import FactKind, RunKind
from desktop.documents.error import DocumentError, FileReason
from desktop.documents.moments import CHINA, moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.containers.drafts import BlockDraft
    from desktop.documents.document import Fact

HEADER = b"SQLite format 3\0"
_TEXT, _EMOJI, _PICTURE, _NAME, _LINK = 1, 2, 3, 4, 5
_MOST_POSTS = 200_000
_LONGEST = 1 << 20
"""The bytes that one value may have."""
_STEPS = 20_000_000
"""The steps of SQLite's machine that reading may take: a table can be a view that never ends."""
_LEGACY_JOURNAL = b"\1\1"
"""What says in bytes 18 and 19 of the file that it has no write-ahead log, without which it opens in memory."""
_COLUMNS = "id, contents, floor, user_id, parent_id, create_time, agree, reply_num"
_POSTS = f"SELECT {_COLUMNS} FROM post ORDER BY floor, id LIMIT ?"  # noqa: S608 (made of the line above)
_KINDS = "SELECT type FROM sqlite_master WHERE name IN ('post', 'user')"
_USERS = "SELECT id, nickname, username, ip FROM user LIMIT ?"


class _Row(NamedTuple):
    """A row of `post`, whose values may be of any kind."""

    id: object
    contents: object
    floor: object
    user: object
    parent: object
    time: object
    votes: object
    replies: object


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` is an SQLite database; one that isn't TiebaScraper's is refused when it is read."""
    return file.start.startswith(HEADER)


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the thread in `file`. Raises DocumentError: DATABASE for a database of anything else."""
    del encoding
    try:
        rows, users = _tables(file.data)
    except (sqlite3.Error, OverflowError, MemoryError, ValueError, AttributeError) as error:  # an SQLite without it
        raise DocumentError(FileReason.DATABASE, file.path) from error
    comments: dict[object, list[CommentDraft]] = {}
    by_id = {row.id: row for row in rows}
    for row in rows:
        if row.parent:
            name, facts = _author(row, users)
            parent = by_id.get(row.parent)
            to = _author(parent, users)[0] if parent else ""
            comments.setdefault(row.parent, []).append(CommentDraft(name, _blocks(row.contents), to, 0, facts))
    posts = [
        PostDraft(name, _blocks(row.contents), comments.get(row.id, ()), (*fact(FactKind.FLOOR, row.floor), *facts))
        for row in rows
        if not row.parent
        for name, facts in [_author(row, users)]
    ]
    return ThreadDraft(_title(file), posts)


def _tables(data: bytes) -> tuple[list[_Row], Mapping[object, tuple[object, ...]]]:
    """Return the posts, in their order, and the users by their numbers. Raises sqlite3.Error and ValueError."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data[:18] + _LEGACY_JOURNAL + data[20:])
        connection.text_factory = _decoded
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.set_progress_handler(lambda: 1, _STEPS)
        # A view makes up any number of rows of any size, which SQLite would sort on the disk; a table is in the file.
        if {kind for (kind,) in connection.execute(_KINDS)} != {"table"}:
            raise ValueError("posts and users are no tables")
        rows = [_Row(*row) for row in connection.execute(_POSTS, (_MOST_POSTS,))]
        users = {row[0]: row[1:] for row in connection.execute(_USERS, (_MOST_POSTS,))}
    return rows, users


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _author(row: _Row, users: Mapping[object, tuple[object, ...]]) -> tuple[str, tuple[Fact, ...]]:
    """Return the name of who wrote `row`, and what is known of it."""
    nickname, username, place = users.get(row.user, ("", "", ""))
    name = str(nickname or username or row.user or "")
    time = moment(row.time, CHINA)
    return name, (
        *fact(FactKind.TIME, time),
        *fact(FactKind.VOTES, row.votes),
        *fact(FactKind.REPLIES, row.replies or None),
        *fact(FactKind.PLACE, place),
    )


def _blocks(contents: object) -> tuple[BlockDraft, ...]:
    """Return the blocks of a post's `contents`."""
    if not isinstance(contents, str):
        return ()
    try:
        fragments = list(objects(loaded(contents)))
    except NoJsonError:
        return paragraphs(contents)
    writer = BlockWriter()
    for fragment in fragments:
        kind = fragment.get("type")
        said = words(fragment.get("text")) or first(fragment, "desc", "title")
        if kind == _PICTURE:
            writer.figure("")
        elif kind == _LINK:
            writer.begin_run(RunKind.LINK, first(fragment, "raw_url", "url"))
            writer.words(said or first(fragment, "raw_url"))
            writer.end_run()
        elif kind == _EMOJI and said:
            writer.words(f"[{said}]")
        else:
            for number, line in enumerate(said.split("\n")):
                if number:
                    writer.end_block()
                writer.words(line)
    return writer.blocks


def _title(file: ThreadFile) -> str:
    """Return the question as a file beside the database has it, "" where there is none."""
    for name in ("thread.json", "scrape_info.json", "../scrape_info.json"):
        data = file.beside(name)
        try:
            info = json.loads(data) if data is not None and len(data) <= _LONGEST else None
        except (ValueError, RecursionError):
            continue
        if title := first(as_object(info), "title", "thread.title", "thread_title"):
            return title
    return ""
