"""What is shipped: one version, the pins that matter, the commands that the README promises, the files inside."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import desktop
from desktop import preflight

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
README = (ROOT / "README.md").read_text("utf-8")
CI = ROOT / ".ci" / "run"


def commands() -> list[str]:
    """Return the README's shell commands, in order."""
    blocks: list[str] = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_there_is_one_version_and_the_package_states_it() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", desktop.__version__)
    assert "version" in PROJECT["project"]["dynamic"]
    assert PROJECT["tool"]["hatch"]["version"]["path"] == "desktop/__init__.py"


def test_the_changelog_begins_with_this_version() -> None:
    headings = re.findall(r"^## \[?(\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[:1] == [desktop.__version__]


def test_the_pyside_that_aborts_under_old_python_is_excluded_there() -> None:
    pins = [pin for pin in PROJECT["project"]["dependencies"] if pin.startswith("PySide6")]
    old = [pin for pin in pins if "python_version<'3.12'" in pin]
    assert len(pins) == 2
    assert len(old) == 1
    assert "!=6.12.0" in old[0]
    assert preflight.check_pyside("6.12.0", (3, 11), "python3") is not None


def test_the_reimplementation_of_opencc_is_asked_for_and_not_the_official_one() -> None:
    names = {re.split(r"[>=<!;\[ ]", pin)[0] for pin in PROJECT["project"]["dependencies"]}
    assert "opencc-python-reimplemented" in names
    assert "opencc" not in names


def test_the_readme_has_two_commands_one_that_starts_and_one_that_tests() -> None:
    start, check = commands()
    assert start.endswith(".venv/bin/baijia")
    assert check.endswith('-e ".[test]" && .venv/bin/python -m tests')
    assert PROJECT["project"]["gui-scripts"]["baijia"] == "desktop.__main__:main"
    assert PROJECT["project"]["scripts"]["baijia-cli"] == "desktop.cli.__main__:main"


def test_ci_runs_the_readmes_test_command() -> None:
    """The script takes the command out of the README; here, the part of it that does so is run by itself."""
    extract = re.search(r"^test_command\(\) \{\n(.*?)^\}", CI.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert extract
    run = subprocess.run(["bash", "-c", f"here='{ROOT}'\n{extract[1]}"], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == commands()[1:]


def test_ci_can_be_executed_and_stops_at_the_first_error() -> None:
    assert CI.stat().st_mode & stat.S_IXUSR
    assert "set -euo pipefail" in CI.read_text("utf-8")
    subprocess.run(["bash", "-n", str(CI)], check=True)


@pytest.mark.parametrize("folder", ["resources", "seeds"])
def test_the_wheel_carries_what_the_app_reads(folder: str) -> None:
    """That it arrives is tested on the built wheel, in .ci/run; to build one takes a network."""
    carried = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried[folder] == f"desktop/_data/{folder}"
    assert any((ROOT / folder).iterdir())


def test_the_licences_of_the_code_and_of_the_faces_are_shipped() -> None:
    for name in PROJECT["project"]["license-files"]:
        assert (ROOT / name).stat().st_size > 1000


def test_the_version_can_be_asked_for_without_a_display() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "desktop", "--version"],
        cwd=ROOT,
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == f"baijia {desktop.__version__}"


def test_without_a_display_the_app_refuses_with_the_sentence_and_exit_code_1() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "desktop"], cwd=ROOT, env={"PATH": ""}, capture_output=True, check=False
    )
    assert run.returncode == 1
    assert "There is no display" in run.stderr.decode("utf-8")
