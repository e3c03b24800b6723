"""What is remembered from one start to the next, in one JSON file, which is written when the reader comes to rest.

It is where the reader was, what was lit, how the window stood. Notes are never kept here, so a file that cannot be
read is set aside and the app starts afresh.
"""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from PySide6.QtCore import QLocale, QObject, QTimer

from desktop.annotations import Color, write_durably
from desktop.files import read_regular
from desktop.script import Edition, Script
from desktop.session.files.place import (
    Place,
    array,
    carried,
    members,
    named_in,
    place_from_json,
    place_to_json,
    unknown,
)
from desktop.session.manner import Manner, first_manner
from desktop.session.pane import OtherSide
from desktop.session.state import LEFT_SHARES, TEXT_SIZES, Preferences
from desktop.session.work.tasks import ask_no_more

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.documents import Document
    from desktop.documents.naming import Naming
    from desktop.session.state import State
    from desktop.session.store import Store
    from desktop.session.work.tasks import Tasks

RECENT_LIMIT = 12
_THREAD_LIMIT = 500
_LONGEST_TITLE = 300
_VERSION = 2  # since which opencc-python is kept of those who chose it, not of all who had chosen none
_LARGEST_BYTES = 32 << 20
"""500 threads with a hundred answers each, all read, take under one MiB."""

_REST_MS = 2_000
_AT_MOST_MS = 10_000

T = TypeVar("T")

if TYPE_CHECKING:
    _Version = Callable[[Document, str], Document | None]
    AsSaid = Callable[[Document, Naming], Document]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Memory:
    """All that is remembered from one start to the next.

    `manner` has the script, the variants and the edition; of a thread, and of corrections, nothing is kept in it.
    `places` are by the document's sha256, the latest last; `encodings`, by path, are those that the reader chose
    by hand, with the digest of the text that the file had then; `titles`, by path, are those of the `recent` files;
    `declined` are, by sha256 and by path, the files of notes that the reader said are on another thread; `geometry`
    is the window's, in base64. `others`, and `other_preferences`, are what a later version of the app remembered
    beside these, as JSON.
    """

    last: Path | None = None
    recent: tuple[Path, ...] = ()
    manner: Manner = Manner()  # noqa: RUF009 (a value that never changes)
    preferences: Preferences = field(default_factory=Preferences)
    geometry: str = ""
    places: Mapping[str, Place] = field(default_factory=dict[str, Place])
    encodings: Mapping[str, str] = field(default_factory=dict[str, str])
    declined: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    titles: Mapping[str, str] = field(default_factory=dict[str, str])
    others: Mapping[str, Any] = field(default_factory=dict[str, Any], compare=False)
    other_preferences: Mapping[str, Any] = field(default_factory=dict[str, Any], compare=False)

    def with_place(self, sha256: str, place: Place) -> Memory:
        """Return this memory with the place of one document renewed; the oldest of over 500 are forgotten."""
        places = {key: value for key, value in self.places.items() if key != sha256}
        before = self.places.get(sha256)
        places[sha256] = replace(place, others=before.others) if before is not None else place
        return replace(self, places=_latest(places))

    def with_declined(self, key: str, name: str) -> Memory:
        """Return this memory knowing that the notes `name` are not on a document; `key` is its sha256 or path."""
        known = self.declined.get(key, ())
        return replace(self, declined=_latest({**self.declined, key: tuple(dict.fromkeys((*known, name)))}))

    def with_encoding(self, path: Path, encoding: str) -> Memory:
        """Return this memory with the encoding that the reader chose for a file; of over 500 the oldest goes."""
        others = {name: value for name, value in self.encodings.items() if name != str(path)}
        return replace(self, encodings=_latest({**others, str(path): encoding}))

    def without_declined(self, key: str, name: str) -> Memory:
        """Return this memory not knowing any more what `with_declined` had it know."""
        left = tuple(other for other in self.declined.get(key, ()) if other != name)
        others = {other: names for other, names in self.declined.items() if other != key}
        return replace(self, declined={**others, key: left} if left else others)

    def with_recent(self, path: Path, title: str) -> Memory:
        """Return this memory with `path` as the last and most recent file, which has the `title`."""
        recent = (path, *(other for other in self.recent if other != path))[:RECENT_LIMIT]
        known = {**self.titles, str(path): title[:_LONGEST_TITLE]}
        titles = {str(one): known[str(one)] for one in recent if str(one) in known}
        return replace(self, last=path, recent=recent, titles=titles)

    def with_renamed(self, old: Path, new: Path) -> Memory:
        """Return this memory with all that is known of the file `old` known of `new`, in the same order."""

        def renamed(known: Mapping[str, T]) -> dict[str, T]:
            return {str(new) if key == str(old) else key: value for key, value in known.items()}

        return replace(
            self,
            last=new if self.last == old else self.last,
            recent=tuple(new if path == old else path for path in self.recent),
            titles=renamed(self.titles),
            encodings=renamed(self.encodings),
            declined=renamed(self.declined),
        )


class _Kept(NamedTuple):
    """All of a state that is remembered."""

    document: Document | None
    place: Place
    manner: Manner
    preferences: Preferences


class MemoryFile(QObject):
    """Holds the `memory`, and writes it to the file at `path` two seconds after the reader has come to rest.

    Who never rests has it written ten seconds after the first change that is not on the disk yet. `version` gives
    another version of a document by its digest, in which the reader may have been, if its text is kept.
    """

    def __init__(self, store: Store, path: Path, version: _Version, work: Tasks) -> None:
        super().__init__(store)
        self._store = store
        self._path = path
        self._version = version
        self._work = work
        self.awaited: Callable[[State], State] = lambda state: state  # with what the reader waits for
        self._memory = load_memory(path, first_manner(QLocale.system().uiLanguages()))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._at_most = QTimer(self, singleShot=True, interval=_AT_MOST_MS)
        for timer in (self._rest, self._at_most):
            timer.timeout.connect(self._write_soon)
        store.changed.connect(self._on_changed)

    @property
    def memory(self) -> Memory:
        """What is remembered; another one is written some time after it was put here."""
        return self._memory

    @memory.setter
    def memory(self, memory: Memory) -> None:
        self._memory = memory
        self._write_later()

    @property
    def geometry(self) -> str:
        """How the window stood, in base64; "" on a first start."""
        return self._memory.geometry

    @geometry.setter
    def geometry(self, value: str) -> None:
        self.memory = replace(self._memory, geometry=value)

    @property
    def titles(self) -> Mapping[str, str]:
        """The titles of the files opened lately, by path, as they were when each was opened last."""
        return self._memory.titles

    def recall(self) -> None:
        """Put into the state what is remembered for every document."""
        manner = replace(self._memory.manner, corrections=self._store.state.manner.corrections)
        self._store.replace(manner=manner, preferences=self._memory.preferences, recent=self._memory.recent)

    def place_in(self, document: Document, before: str, as_said: AsSaid | None = None) -> Place:
        """Return where the reader was in `document`, if only in its version with the digest `before`.

        Answers are numbered as they are now, whatever others have said of lines since. `as_said` returns a document
        as a naming alone has it.
        """
        places = self._memory.places
        if document.sha256 in places:
            return _as_numbered(places[document.sha256], document, as_said)
        older = self._version(document, before) if before in places else None
        return carried(_as_numbered(places[before], older, as_said), older, document) if older else Place()

    def take_place(self) -> None:
        """Take the place in the open document into the memory."""
        document = self._store.state.document
        if document is not None:
            place = replace(_kept(self._store.state).place, named=named_in(document))
            self._memory = self._memory.with_place(document.sha256, place)

    def forget_file(self, path: Path) -> None:
        """Take a file that is gone off the list of recent ones."""
        if path in self.memory.recent:
            recent = tuple(other for other in self.memory.recent if other != path)
            self.memory = replace(self.memory, recent=recent)
            self._store.replace(recent=recent)

    def rename_file(self, old: Path, new: Path) -> None:
        """Know a file by its new name, on the list of recent ones too."""
        self.memory = self.memory.with_renamed(old, new)
        self._store.replace(recent=self.memory.recent)

    def write(self) -> None:
        """Write what the next start needs to find everything as it was; failing that is no reason to stop."""
        self.stop()
        self._work.drain()
        self._save(self._current())

    def stop(self) -> None:
        """Write nothing more by itself."""
        self._rest.stop()
        self._at_most.stop()

    def _current(self) -> Memory:
        self.take_place()
        kept = _kept(self.awaited(self._store.state))
        return replace(self._memory, manner=kept.manner, preferences=kept.preferences)

    def _on_changed(self, old: State, new: State) -> None:
        """Remember the place some time after it changed, lest a crash or a power cut forget it."""
        if _kept(old) != _kept(new):
            self._write_later()

    def _write_later(self) -> None:
        self._rest.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _write_soon(self) -> None:
        self.stop()
        memory = self._current()
        self._work.start("memory", lambda: self._save(memory), ask_no_more)

    def _save(self, memory: Memory) -> None:
        try:
            save_memory(self._path, memory)
        except OSError as error:
            log.info("the place could not be remembered: %s", error)


def load_memory(path: Path, first: Manner | None = None) -> Memory:
    """Return what the file at `path` remembers, where it lacks something the usual; `first`, if there is none."""
    try:
        return _from_json(_parsed(read_regular(path, _LARGEST_BYTES)))
    except FileNotFoundError:
        return Memory(manner=first or Manner())
    except (OSError, ValueError, TypeError, RecursionError) as error:
        log.info("starting without memory: %s", error)
        _set_aside(path)
        return Memory(manner=first or Manner())


def _parsed(data: bytes) -> object:
    import json  # which a first start needn't have

    return json.loads(data)


def save_memory(path: Path, memory: Memory) -> None:
    """Write `memory` durably; raises OSError."""
    import json

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
        **memory.others,
        "version": _VERSION,
        "last": None if memory.last is None else str(memory.last),
        "recent": [str(path) for path in memory.recent],
        "script": memory.manner.script.value,
        "preferences": {**memory.other_preferences, **asdict(memory.preferences), **_written(memory.manner)},
        "geometry": memory.geometry,
        "places": {key: place_to_json(place) for key, place in memory.places.items()},
        "encodings": dict(memory.encodings),
        "apart": dict(memory.declined),
        "titles": dict(memory.titles),
    }


def _from_json(raw: object) -> Memory:
    """Take every part that is of the right kind, so that a bad one costs only itself; TypeError for no object."""
    if not isinstance(raw, dict):
        raise TypeError("not a JSON object")
    raw = members(cast("object", raw))
    last, geometry = raw.get("last"), raw.get("geometry")
    return Memory(
        last=Path(last) if isinstance(last, str) else None,
        recent=tuple(Path(path) for path in array(raw.get("recent")) if isinstance(path, str))[:RECENT_LIMIT],
        manner=_manner(raw.get("script"), members(raw.get("preferences")), raw.get("version")),
        preferences=_preferences(members(raw.get("preferences"))),
        geometry=geometry if isinstance(geometry, str) and geometry.isascii() else "",
        places={key: place_from_json(members(value)) for key, value in members(raw.get("places")).items()},
        encodings={key: value for key, value in members(raw.get("encodings")).items() if isinstance(value, str)},
        declined={key: _names(value) for key, value in members(raw.get("apart")).items()},
        titles={key: value for key, value in members(raw.get("titles")).items() if isinstance(value, str)},
        others=unknown(raw, _to_json(Memory())),
        other_preferences=unknown(members(raw.get("preferences")), _to_json(Memory())["preferences"]),
    )


def _names(value: object) -> tuple[str, ...]:
    return tuple(name for name in array(value) if isinstance(name, str))


def _preferences(raw: dict[str, Any]) -> Preferences:
    usual = asdict(Preferences())
    return replace(Preferences(), **{name: _preference(name, raw.get(name), usual[name]) for name in usual})


def _preference(name: str, value: object, usual: object) -> object:
    """Return `value` as the preference `name`, the `usual` one where it can't be that; true is no number here."""
    if isinstance(usual, StrEnum):
        return type(usual)(value) if value in tuple(type(usual)) else usual
    allowed = {"color": tuple(Color), "text_size": TEXT_SIZES, "left_share": LEFT_SHARES}.get(name)
    return value if type(value) is type(usual) and (allowed is None or value in allowed) else usual


def _written(manner: Manner) -> dict[str, str]:
    """Return what of a manner stands among the preferences in the file."""
    return {"traditional": manner.traditional, "simplified": manner.simplified, "edition": manner.edition.value}


def _manner(script: object, preferences: dict[str, Any], version: object) -> Manner:
    """Return the manner of a file's `script` and `preferences`; what it lacks or has wrong is as on a first start."""
    usual = Manner()
    edition = preferences.get("edition")
    chosen = edition in tuple(Edition) and not (version == 1 and edition == Edition.REIMPLEMENTED)
    traditional, simplified = preferences.get("traditional"), preferences.get("simplified")
    return Manner(
        Script(script) if script in tuple(Script) else usual.script,
        traditional if isinstance(traditional, str) else usual.traditional,
        simplified if isinstance(simplified, str) else usual.simplified,
        Edition(preferences["edition"]) if chosen else usual.edition,
    )


def _as_numbered(place: Place, document: Document, as_said: AsSaid | None) -> Place:
    """Return `place`, which may be by what was said of lines of `document` at another time, as it is by now."""
    if place.named is None or not document.is_plain or place.named == named_in(document):
        return place
    from desktop.documents import with_naming
    from desktop.session.files.renumbering import renumbered

    return renumbered(place, place.named, document, as_said or with_naming)


def _kept(state: State) -> _Kept:
    """Return what of `state` is written, which is also what decides that something is to be written."""
    manner, pane = state.manner, state.pane
    elsewhere = {index: offset for other in state.panes for index, offset in other.positions.items()}
    elsewhere.pop(pane.answer, None)  # where this pane never scrolled, it is at the top, wherever the other one is
    place = Place(
        answer=pane.answer,
        positions={**elsewhere, **pane.positions} if len(state.panes) > 1 else pane.positions,
        lights=tuple((light.term, light.slot) for light in state.lights.terms),
        read=tuple(sorted(state.read)),
        unfolded=tuple(sorted(pane.unfolded)),
        source_script=manner.source_script.value if manner.source_corrected else None,
        order=state.listing.order,
        apart=state.listing.apart,
        looked=tuple(sorted(state.changes.remembered.looked)),
        told=state.changes.remembered.told,
        beside=_other_side(state),
    )
    kept = Manner(state.focused_manner.script, manner.traditional, manner.simplified, manner.edition)
    return _Kept(state.document, place, kept, state.preferences)


def _other_side(state: State) -> OtherSide | None:
    """Return what stands beside the pane in focus, or is to as soon as it can be shown; None: nothing."""
    if len(state.panes) == 1:
        return state.awaited
    other = state.panes[1 - state.focus]
    has_own = other.script is not None or state.pane.script is not None
    return OtherSide(
        other.answer,
        other.positions.get(other.answer),
        state.manner_in(other).script if has_own else None,
        at_left=state.focus == 1,
        unfolded=other.is_unfolded,
    )
