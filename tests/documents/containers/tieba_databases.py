"""Databases as TiebaScraper makes them, of posts and comments."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.documents.containers.random_threads import RandomPost

_TABLES = """
PRAGMA page_size = 512;
CREATE TABLE post (id INTEGER PRIMARY KEY, contents TEXT NOT NULL, floor INTEGER NOT NULL, user_id INTEGER NOT NULL,
    agree INTEGER DEFAULT 0, create_time INTEGER NOT NULL, reply_num INTEGER DEFAULT 0, parent_id INTEGER DEFAULT 0);
CREATE TABLE user (id INTEGER PRIMARY KEY, nickname TEXT NOT NULL, username TEXT, ip TEXT DEFAULT '');
"""


def database(posts: Sequence[RandomPost]) -> bytes:
    """Return the bytes of a database with `posts` and the comments on them, a second apart."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(_TABLES)
        users: dict[str, int] = {}
        number = 0
        for floor, post in enumerate(posts, 1):
            parent = 0
            for one in (post, *post.comments):
                number += 1
                user = users.setdefault(one.author, len(users) + 1)
                contents = json.dumps([{"type": 1, "text": "\n".join(one.paragraphs)}], ensure_ascii=False)
                row = (number, contents, floor, user, floor, 1736000000 + number, parent)
                connection.execute("INSERT INTO post VALUES (?, ?, ?, ?, ?, ?, 0, ?)", row)
                parent = parent or number
        connection.executemany(
            "INSERT INTO user VALUES (?, ?, NULL, '')", ((id_, name) for name, id_ in users.items())
        )
        connection.commit()
        return connection.serialize()
