"""What is remembered from one start to the next, in one JSON file.

It is all comfort: where the reader was, what was lit, how the window stood. Notes are never kept here, so a file
that cannot be read is set aside and the app starts afresh.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from desktop.annotations import Color, write_durably
from desktop.files import read_regular
from desktop.script import Edition, Script
from desktop.session.manner import Manner
from desktop.session.state import TEXT_SIZES, Preferences, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

RECENT_LIMIT = 12
_THREAD_LIMIT = 500
_LONGEST_TITLE = 300
_LARGEST_BYTES = 32 << 20
"""500 threads with a hundred answers each, all read, take under one MiB."""
_LARGEST = 2**31 - 1
"""No offset or index is larger: a document has 64 MiB at most, and Qt counts in C's int."""

T = TypeVar("T")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in one document: answer, offsets by answer (code points), lit terms, answers read.

    `source_script` is set only where the reader corrected what was detected.
    """

    answer: int = 0
    positions: Mapping[int, int] = field(default_factory=dict[int, int])
    lights: tuple[tuple[str, int], ...] = ()
    read: tuple[int, ...] = ()
    source_script: str | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is remembered from one start to the next.

    `manner` has the script, the variants and the edition; of a thread, and of corrections, nothing is kept in it.
    `places` are by the document's sha256, the latest last; `encodings`, by path, are those that the reader chose
    by hand; `titles`, by path, are those of the `recent` files; `apart` are, by sha256 and by path, the files of
    notes that the reader said are on another thread; `geometry` is the window's, in base64.
    """

    last: Path | None = None
    recent: tuple[Path, ...] = ()
    manner: Manner = Manner()  # noqa: RUF009 (a value that never changes)
    preferences: Preferences = field(default_factory=Preferences)
    geometry: str = ""
    places: Mapping[str, Place] = field(default_factory=dict[str, Place])
    encodings: Mapping[str, str] = field(default_factory=dict[str, str])
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    titles: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_place(self, sha256: str, place: Place) -> Memory:
        """Return this memory with the place of one document renewed; the oldest of over 500 are forgotten."""
        places = {key: value for key, value in self.places.items() if key != sha256}
        places[sha256] = place
        return replace(self, places=_latest(places))

    def with_declined(self, key: str, name: str) -> Memory:
        """Return this memory knowing that the notes `name` are not on a document; `key` is its sha256 or path."""
        known = self.apart.get(key, ())
        return replace(self, apart=_latest({**self.apart, key: tuple(dict.fromkeys((*known, name)))}))

    def with_encoding(self, path: Path, encoding: str) -> Memory:
        """Return this memory with the encoding that the reader chose for a file; of over 500 the oldest goes."""
        others = {name: value for name, value in self.encodings.items() if name != str(path)}
        return replace(self, encodings=_latest({**others, str(path): encoding}))

    def without_declined(self, key: str, name: str) -> Memory:
        """Return this memory not knowing any more what `with_apart` had it know."""
        left = tuple(other for other in self.apart.get(key, ()) if other != name)
        others = {other: names for other, names in self.apart.items() if other != key}
        return replace(self, apart={**others, key: left} if left else others)

    def with_recent(self, path: Path, title: str) -> Memory:
        """Return this memory with `path` as the last and most recent file, which has the `title`."""
        recent = (path, *(other for other in self.recent if other != path))[:RECENT_LIMIT]
        known = {**self.titles, str(path): title[:_LONGEST_TITLE]}
        titles = {str(one): known[str(one)] for one in recent if str(one) in known}
        return replace(self, last=path, recent=recent, titles=titles)


def load_memory(path: Path) -> Memory:
    """Return what the file at `path` remembers; what it lacks or has wrong is as on a first start. Never raises."""
    try:
        return _from_json(json.loads(read_regular(path, _LARGEST_BYTES)))
    except FileNotFoundError:
        return Memory()
    except (OSError, ValueError, TypeError, RecursionError) as error:
        log.info("starting without memory: %s", error)
        _set_aside(path)
        return Memory()


def save_memory(path: Path, memory: Memory) -> None:
    """Write `memory` durably; raises OSError."""
    write_durably(path, json.dumps(_to_json(memory), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass"))


def _latest(by_document: dict[str, T]) -> dict[str, T]:
    return dict(list(by_document.items())[-_THREAD_LIMIT:])


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_suffix(".damaged.json"))
    except OSError as error:
        log.info("could not set the memory aside: %s", error)


def _to_json(memory: Memory) -> dict[str, Any]:
    return {
        "version": 1,
        "last": None if memory.last is None else str(memory.last),
        "recent": [str(path) for path in memory.recent],
        "script": memory.manner.script.value,
        "preferences": asdict(memory.preferences) | _written(memory.manner),
        "geometry": memory.geometry,
        "places": {key: asdict(place) for key, place in memory.places.items()},
        "encodings": dict(memory.encodings),
        "apart": dict(memory.apart),
        "titles": dict(memory.titles),
    }


def _from_json(raw: object) -> Memory:
    """Take every part that is of the right kind, so that a bad one costs only itself; TypeError for no object."""
    if not isinstance(raw, dict):
        raise TypeError("not a JSON object")
    raw = _members(cast("object", raw))
    last, geometry = raw.get("last"), raw.get("geometry")
    return Memory(
        last=Path(last) if isinstance(last, str) else None,
        recent=tuple(Path(path) for path in _array(raw.get("recent")) if isinstance(path, str))[:RECENT_LIMIT],
        manner=_manner(raw.get("script"), _members(raw.get("preferences"))),
        preferences=_preferences(_members(raw.get("preferences"))),
        geometry=geometry if isinstance(geometry, str) and geometry.isascii() else "",
        places={key: _place(_members(value)) for key, value in _members(raw.get("places")).items()},
        encodings={key: value for key, value in _members(raw.get("encodings")).items() if isinstance(value, str)},
        apart={key: _names(value) for key, value in _members(raw.get("apart")).items()},
        titles={key: value for key, value in _members(raw.get("titles")).items() if isinstance(value, str)},
    )


def _names(value: object) -> tuple[str, ...]:
    return tuple(name for name in _array(value) if isinstance(name, str))


def _preferences(raw: dict[str, Any]) -> Preferences:
    usual = asdict(Preferences())
    known = {name: raw[name] for name in usual if _is_preference(name, raw.get(name), usual[name])}
    return replace(Preferences(), **known | {"theme": Theme(known.get("theme", Theme.SYSTEM))})


def _is_preference(name: str, value: object, usual: object) -> bool:
    """Tell whether `value` may be the preference `name`, which is `usual` at first; true is no number here."""
    allowed = {"theme": tuple(Theme), "color": tuple(Color), "text_size": TEXT_SIZES}.get(name)
    kind = str if isinstance(usual, str) else type(usual)
    return type(value) is kind and (allowed is None or value in allowed)


def _written(manner: Manner) -> dict[str, str]:
    """Return what of a manner stands among the preferences in the file."""
    return {"traditional": manner.traditional, "simplified": manner.simplified, "edition": manner.edition.value}


def _manner(script: object, preferences: dict[str, Any]) -> Manner:
    """Return the manner of a file's `script` and `preferences`; what it lacks or has wrong is as on a first start."""
    usual = Manner()
    traditional, simplified = preferences.get("traditional"), preferences.get("simplified")
    return Manner(
        Script(script) if script in tuple(Script) else usual.script,
        traditional if isinstance(traditional, str) else usual.traditional,
        simplified if isinstance(simplified, str) else usual.simplified,
        Edition(preferences["edition"]) if preferences.get("edition") in tuple(Edition) else usual.edition,
    )


def _place(raw: dict[str, Any]) -> Place:
    source_script = raw.get("source_script")
    positions = ((_number(key), value) for key, value in _members(raw.get("positions")).items())
    return Place(
        answer=raw["answer"] if _is_count(raw.get("answer")) else 0,
        positions={key: value for key, value in positions if _is_count(key) and _is_count(value)},
        lights=tuple((light[0], light[1]) for light in map(_array, _array(raw.get("lights"))) if _is_light(light)),
        read=tuple(index for index in _array(raw.get("read")) if _is_count(index)),
        source_script=source_script if isinstance(source_script, str) else None,
    )


def _number(key: str) -> int:
    """Return the number that a JSON object has as a key, -1 for what is none; a longer one is no index anyway."""
    return int(key) if key.isdecimal() and len(key) <= len(str(_LARGEST)) else -1


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LARGEST


def _is_light(value: list[Any]) -> bool:
    return len(value) == 2 and isinstance(value[0], str) and _is_count(value[1])


def _members(value: object) -> dict[str, Any]:
    """Return the members of a JSON object, none for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _array(value: object) -> list[Any]:
    """Return the items of a JSON array, none for anything else."""
    return cast("list[Any]", value) if isinstance(value, list) else []
