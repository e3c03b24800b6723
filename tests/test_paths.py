"""Where what ships is found, and where what the app writes goes."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from desktop import paths
from desktop.paths import DataFolder


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty place that the package believes to be installed in."""
    monkeypatch.setattr(paths, "PACKAGE", tmp_path / "desktop")
    return tmp_path


def put(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_a_checkout_has_its_resources_beside_the_package(installation: Path) -> None:
    icon = put(installation / "resources/icons/baijia.svg")
    assert paths.resource("icons/baijia.svg") == icon


def test_a_wheel_has_its_resources_inside_and_these_come_first(installation: Path) -> None:
    put(installation / "resources/icons/baijia.svg")
    inside = put(installation / "desktop/_data/resources/icons/baijia.svg")
    assert paths.resource("icons/baijia.svg") == inside


def test_what_was_not_shipped_is_named_in_the_error(installation: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"seeds/nothing\.txt"):
        paths.seed("nothing.txt")


def test_the_default_thread_comes_first_and_only_threads_are_listed(installation: Path) -> None:
    for name in ("a.txt", paths.DEFAULT_SEED, "z.txt", "README.md"):
        put(installation / "seeds" / name)
    assert [path.name for path in paths.seeds()] == [paths.DEFAULT_SEED, "a.txt", "z.txt"]
    assert paths.default_seed() == paths.seeds()[0]


def test_this_installation_ships_the_default_thread() -> None:
    assert paths.default_seed().is_file()
    assert paths.default_seed() in paths.seeds()


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "/home/reader/.local/share/baijia"),
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/baijia"),
        ("linux", {"XDG_DATA_HOME": "relative"}, "/home/reader/.local/share/baijia"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, "/home/reader/Library/Application Support/Baijia"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/Baijia"),
        ("win32", {}, "/home/reader/AppData/Local/Baijia"),
    ],
)
def test_the_data_folder_follows_the_platform(platform: str, environment: dict[str, str], expected: str) -> None:
    place = paths._conventional_root(platform, environment, Path("/home/reader"))  # pyright: ignore[reportPrivateUsage]
    assert place == Path(expected)


def test_everything_that_is_written_is_below_the_root() -> None:
    folder = DataFolder(Path("/data"))
    written = (
        folder.annotations,
        folder.mirror,
        folder.cache,
        folder.backups,
        folder.log,
        folder.state,
        folder.corrections,
    )
    assert len(set(written)) == len(written)
    assert all(folder.root in path.parents for path in written)


def test_prepare_makes_the_folders_for_their_owner_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "deep" / "data").prepare()
    for path in (folder.root, folder.annotations, folder.mirror, folder.cache, folder.backups):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert folder.prepare() == folder


def test_prepare_says_when_a_folder_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="data"):
        DataFolder(put(tmp_path / "data")).prepare()
