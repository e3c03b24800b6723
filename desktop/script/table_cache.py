"""The compiled tables, kept in a private folder: `<folder>/script/<edition>-<config>.tables`.

A file is keyed by its format, the version of Python (marshal changes with it) and the hashes of the dictionaries
and settings it was made from. `marshal` must not read what a stranger wrote: see `sealed` for who can't.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from typing import TYPE_CHECKING

from desktop.script.editions import PACKAGES, read_chain
from desktop.script.sealed import read_sealed, write_sealed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.script.compiling import Packed
    from desktop.script.editions import Edition

_FORMAT = 2


def read_packed(folder: Path, config: str, edition: Edition) -> Packed | None:
    """Return the tables of `config` kept in `folder`; None if there are none or anything about them is wrong."""
    body = read_sealed(_path(folder, config, edition), _header(config, edition))
    try:
        return marshal.loads(body) if body is not None else None  # noqa: S302 (sealed in a private folder)
    except (EOFError, ValueError, TypeError):
        return None


def write_packed(folder: Path, config: str, edition: Edition, packed: Packed) -> None:
    """Keep the tables in `folder`, if it can be written and is private."""
    write_sealed(_path(folder, config, edition), _header(config, edition), marshal.dumps(packed))


def _path(folder: Path, config: str, edition: Edition) -> Path:
    return folder / "script" / f"{edition.value}-{config}.tables"


def _header(config: str, edition: Edition) -> bytes:
    """Return the line that names all that the tables depend on. Raises DictionaryError."""
    package = PACKAGES[edition]
    digest = hashlib.sha256(package.read(f"{package.configurations}/{config}.json"))
    for name in read_chain(config, edition).files():
        digest.update(hashlib.sha256(package.read(f"{package.dictionaries}/{name}")).digest())
    python = ".".join(map(str, sys.version_info[:3]))
    return f"tables {_FORMAT}, python {python} marshal {marshal.version}, {digest.hexdigest()}\n".encode()
