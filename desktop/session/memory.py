"""What is remembered from one start to the next, in one JSON file.

It is all comfort: where the reader was, what was lit, how the window stood. Notes are never kept here, so a file
that cannot be read is set aside and the app starts afresh.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop.annotations import write_durably
from desktop.session.state import Preferences, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

RECENT_LIMIT = 12
_THREAD_LIMIT = 500

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

    `places` are by the document's sha256, the latest last; `encodings`, by path, are those that the reader chose
    by hand; `geometry` is the window's, in base64.
    """

    last: Path | None = None
    recent: tuple[Path, ...] = ()
    script: str = "original"
    preferences: Preferences = field(default_factory=Preferences)
    geometry: str = ""
    places: Mapping[str, Place] = field(default_factory=dict[str, Place])
    encodings: Mapping[str, str] = field(default_factory=dict[str, str])

    def with_place(self, sha256: str, place: Place) -> Memory:
        """Return this memory with the place of one document renewed; the oldest of over 500 are forgotten."""
        places = {key: value for key, value in self.places.items() if key != sha256}
        places[sha256] = place
        return replace(self, places=dict(list(places.items())[-_THREAD_LIMIT:]))

    def with_recent(self, path: Path) -> Memory:
        """Return this memory with `path` as the last and most recent file."""
        others = tuple(other for other in self.recent if other != path)
        return replace(self, last=path, recent=(path, *others)[:RECENT_LIMIT])


def load_memory(path: Path) -> Memory:
    """Return what the file at `path` remembers; what it lacks or has wrong is as on a first start. Never raises."""
    try:
        return _from_json(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return Memory()
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        log.info("starting without memory: %s", error)
        _set_aside(path)
        return Memory()


def save_memory(path: Path, memory: Memory) -> None:
    """Write `memory` durably; raises OSError."""
    write_durably(path, json.dumps(_to_json(memory), ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass"))


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
        "script": memory.script,
        "preferences": asdict(memory.preferences),
        "geometry": memory.geometry,
        "places": {key: asdict(place) for key, place in memory.places.items()},
        "encodings": dict(memory.encodings),
    }


def _from_json(raw: dict[str, Any]) -> Memory:
    last = raw.get("last")
    return Memory(
        last=Path(last) if isinstance(last, str) else None,
        recent=tuple(Path(p) for p in raw.get("recent", []) if isinstance(p, str))[:RECENT_LIMIT],
        script=str(raw.get("script", "original")),
        preferences=_preferences(raw.get("preferences", {})),
        geometry=str(raw.get("geometry", "")),
        places={str(key): _place(value) for key, value in raw.get("places", {}).items()},
        encodings={str(key): str(value) for key, value in raw.get("encodings", {}).items()},
    )


def _preferences(raw: dict[str, Any]) -> Preferences:
    """Take each preference whose value is of its default's kind, so that one bad value costs only itself."""
    default = Preferences()
    known: dict[str, Any] = {}
    for item in fields(Preferences):
        usual = getattr(default, item.name)
        value = raw.get(item.name, usual)
        if item.name == "theme":
            value = Theme(value) if value in set(Theme) else Theme.SYSTEM
        known[item.name] = value if isinstance(value, type(usual)) else usual
    return replace(default, **known)


def _place(raw: dict[str, Any]) -> Place:
    positions = cast("dict[str, Any]", raw.get("positions", {}))
    return Place(
        answer=int(raw.get("answer", 0)),
        positions={int(key): int(value) for key, value in positions.items()},
        lights=tuple((str(term), int(slot)) for term, slot in raw.get("lights", [])),
        read=tuple(int(index) for index in raw.get("read", [])),
        source_script=_optional(raw.get("source_script")),
    )


def _optional(value: object) -> str | None:
    return value if isinstance(value, str) else None
