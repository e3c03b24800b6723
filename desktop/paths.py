"""Where things lie on the disk: what ships with the app, and what the app writes.

What ships (`resources/`, `seeds/`) is looked for first in `desktop/_data`, where a wheel carries it, and then beside
the package, where a checkout or an editable install has it. What the app writes is all below one `DataFolder`.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = Path(__file__).resolve().parent
_BESIDE = ".baijia.json"
DEFAULT_SEED = "trump-putin-meeting.zh-Hant.txt"


def resource(name: str) -> Path:
    """Return the shipped resource `name`, a path below `resources/` such as `"icons/baijia.svg"`.

    Raises FileNotFoundError when no such file or folder was shipped.
    """
    return _shipped("resources", name)


def seed(name: str) -> Path:
    """Return the shipped thread with the file name `name`; raises FileNotFoundError when there is none."""
    return _shipped("seeds", name)


def seeds() -> tuple[Path, ...]:
    """Return every shipped thread (`*.txt`): the default thread first, the others by name."""
    return tuple(sorted(_shipped("seeds").glob("*.txt"), key=lambda path: (path.name != DEFAULT_SEED, path.name)))


def default_seed() -> Path:
    """Return the thread that a reader sees who opens nothing; raises FileNotFoundError when it was not shipped."""
    return seed(DEFAULT_SEED)


def beside_path(thread: Path) -> Path:
    """Return the path of the annotations on the file `thread` when they are kept in its own folder."""
    return thread.with_name(f"{thread.name}{_BESIDE}")


def _shipped(kind: str, name: str = "") -> Path:
    """Return `kind/name` from the first of the two places that has it."""
    for root in (PACKAGE / "_data", PACKAGE.parent):
        path = root / kind / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{kind}/{name} is not part of this installation")


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that the app writes in; everything that it keeps is below `root`."""

    root: Path

    @classmethod
    def default(cls) -> DataFolder:
        """Return the folder that this platform's conventions give the reader."""
        return cls(_conventional_root(sys.platform, os.environ, Path.home()))

    @property
    def annotations(self) -> Path:
        """The folder of the reader's notes and marks: a JSON file for each document."""
        return self.root / "annotations"

    @property
    def mirror(self) -> Path:
        """The folder of the mirror, which is written before the annotations are."""
        return self.root / "mirror"

    @property
    def cache(self) -> Path:
        """The folder of what can be made again: dictionaries that were compiled, segmentation tables."""
        return self.root / "cache"

    @property
    def backups(self) -> Path:
        """The folder of earlier annotations, and of files that could not be read and were set aside."""
        return self.root / "backups"

    @property
    def snapshots(self) -> Path:
        """The folder of the texts that the annotations were made on, compressed."""
        return self.root / "snapshots"

    @property
    def catalogue(self) -> Path:
        """The cache of what the files of notes are about."""
        return self.cache / "annotations.json"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.root / "baijia.log"

    @property
    def state(self) -> Path:
        """The file with what was open, where in it the reader was, and the preferences."""
        return self.root / "state.json"

    @property
    def corrections(self) -> Path:
        """The text file of the reader's own corrections of conversion, made to be edited by hand too."""
        return self.root / "corrections.txt"

    @property
    def concepts(self) -> Path:
        """The text file of words that are one to the reader, made to be edited by hand too."""
        return self.root / "concepts.txt"

    @property
    def words(self) -> Path:
        """The text file of words that stay whole, made to be edited by hand too."""
        return self.root / "words.txt"

    @property
    def stop_words(self) -> Path:
        """The text file of words that make no keyword, made to be edited by hand too."""
        return self.root / "stop-words.txt"

    @property
    def word_lists(self) -> Path:
        """The text file of words to light together, made to be edited by hand too."""
        return self.root / "word-lists.txt"

    @property
    def holds_notes(self) -> bool:
        """Whether there is any file of notes, or what may be one: all but the locks, which are made beside those."""
        folders = (self.annotations, self.mirror, self.backups)
        try:
            return any(path.suffix != ".lock" for folder in folders for path in folder.iterdir())
        except OSError:  # the system won't say
            return True

    @property
    def read(self) -> Path:
        """The folder of the threads that were read, for newer saves to be compared with; made with the first."""
        return self.root / "read"

    @property
    def pasted(self) -> Path:
        """The folder of the threads that came from the clipboard; made with the first of them."""
        return self.root / "pasted"

    def prepare(self) -> DataFolder:
        """Make the folders that are missing, for their owner alone (0700), and return this value.

        A folder that exists keeps the rights that it has. Raises OSError when a folder can't be made.
        """
        for folder in (self.root, self.annotations, self.mirror, self.cache, self.backups):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self


def _conventional_root(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """Return where `platform` (as in `sys.platform`) keeps an application's data.

    Linux and the rest: the XDG Base Directory Specification, which says that a relative path there is to be ignored.
    macOS: the File System Programming Guide. Windows: the known folder LocalAppData.
    """
    if platform == "darwin":
        return home / "Library" / "Application Support" / "Baijia"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Baijia"
    given = environment.get("XDG_DATA_HOME", "")
    return (Path(given) if Path(given).is_absolute() else home / ".local" / "share") / "baijia"


def name_for_file(words: str, most: int) -> str:
    """Return `words` as a file may be called anywhere, in `most` characters at most; "" where nothing is left."""
    kept = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff]+', " ", words)
    return " ".join(kept.split()).strip(" .")[:most].strip(" .")
