"""The compiled tables, kept in a private folder: `<folder>/script/<edition>-<config>.tables`.

A file is keyed by its format, the version of Python (marshal changes with it) and the hashes of the dictionaries
and settings it was made from. `marshal` must not read what a stranger wrote: see `sealed` for who can't. What it
read is looked over all the same: tables of another shape would raise in the middle of a flip.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
from typing import TYPE_CHECKING, TypeGuard, cast

from desktop.script.tables.contexts import read_contexts_file
from desktop.script.tables.editions import BMP, PACKAGES, Rule, StageRole, read_chain
from desktop.sealed import read_sealed, write_sealed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop.script.edition import Edition
    from desktop.script.tables.compiling import Packed

_FORMAT = 3


def read_packed(folder: Path, config: str, edition: Edition) -> Packed | None:
    """Return the tables of `config` kept in `folder`; None if there are none or anything about them is wrong."""
    body = read_sealed(_path(folder, config, edition), tables_header(config, edition))
    try:
        packed = marshal.loads(body) if body is not None else None  # noqa: S302 (sealed in a private folder)
    except (EOFError, ValueError, TypeError):
        return None
    return packed if _is_packed(packed) else None


def write_packed(folder: Path, config: str, edition: Edition, packed: Packed) -> None:
    """Keep the tables in `folder`, if it can be written and is private."""
    write_sealed(_path(folder, config, edition), tables_header(config, edition), marshal.dumps(packed))


def _is_packed(value: object) -> TypeGuard[Packed]:
    """Tell whether `value` has the shape of `Packed`, down to the lines of its buckets; takes 1 to 5 ms."""
    match value:
        case (str(plain), str(rarely), dict(), str(pattern), frozenset(), tuple()):
            expressions = _compiles(rarely) and _compiles(pattern)
            pairs, glue = cast("frozenset[object]", value[4]), cast("dict[object, object]", value[2])
            texts = _are_texts((*pairs, *glue, *glue.values()))
            whole = all(map(_is_stage, cast("tuple[object, ...]", value[5])))
            return len(plain) == BMP and expressions and texts and whole
        case _:
            return False


def _is_stage(value: object) -> bool:
    """Tell whether `value` has the shape of `PackedStage`."""
    match value:
        case (str(rule), str(role), str(keys), str(values), bytes(ranks), dict(), tuple(), dict()):
            known = rule in set(Rule) and role in set(StageRole)
            aligned = len(keys) == len(values) == len(ranks)
            names = cast("tuple[object, ...]", value[6])
            named = _are_texts(names) and max(ranks, default=-1) < len(names)
            phrases, contexts = cast("dict[object, object]", value[5]), cast("dict[object, object]", value[7])
            return known and aligned and named and _are_buckets(phrases) and _are_buckets(contexts)
        case _:
            return False


def _are_buckets(buckets: dict[object, object]) -> bool:
    """Tell whether all in `buckets` are lines of `key TAB number TAB value`."""
    if not _are_texts((*buckets, *buckets.values())):
        return False
    lines = "\n".join(cast("Iterable[str]", buckets.values()))
    return not buckets or lines.count("\t") == 2 * lines.count("\n") + 2


def _are_texts(values: tuple[object, ...]) -> bool:
    return {type(value) for value in values} <= {str}


def _compiles(expression: str) -> bool:
    try:
        re.compile(expression, re.DOTALL)  # once more later, then from the module's own cache
    except re.error:
        return False
    return True


def _path(folder: Path, config: str, edition: Edition) -> Path:
    return folder / "script" / f"{edition.value}-{config}.tables"


def tables_header(config: str, edition: Edition) -> bytes:
    """Return the line that names all that the tables depend on. Raises DictionaryError."""
    package = PACKAGES[edition]
    digest = hashlib.sha256(package.read(f"{package.configurations}/{config}.json"))
    chain = read_chain(config, edition)
    for source, name in chain.files():
        digest.update(hashlib.sha256(source.read(f"{source.dictionaries}/{name}")).digest())
    if chain.has_contexts:
        digest.update(read_contexts_file())
    if chain.has_words:
        # Imported late: few readers have the words of another region shown, and the first page is not to wait.
        from desktop.script.tables.vocabulary import read_vocabulary_file

        digest.update(read_vocabulary_file())
    python = ".".join(map(str, sys.version_info[:3]))
    return f"tables {_FORMAT}, python {python} marshal {marshal.version}, {digest.hexdigest()}\n".encode()
