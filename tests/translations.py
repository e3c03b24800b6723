"""Renews the translations: `python -m tests.translations`.

Reads every `tr(...)` and QT_TRANSLATE_NOOP of the app into `resources/translations/*.ts`, keeping what is translated,
and builds the `.qm` files that the app loads. Prints what still lacks a translation.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_Hant", "zh_Hans", "en")
"""English is the language of the sources; its file has the plurals alone."""


def source_files() -> list[str]:
    """Return the sources that hold texts of the interface, relative to the project."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))


def update(folder: Path) -> None:
    """Bring the `.ts` files in `folder` up to the sources."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        plural = ["-pluralonly"] if language == "en" else []
        target = str(folder / f"baijia_{language}.ts")
        options = ["-locations", "none", "-no-obsolete", "-target-language", language, "-source-language", "en"]
        _run("lupdate", *source_files(), *options, *plural, "-ts", target)


def build(folder: Path) -> None:
    """Make the `.qm` files in `folder` of its `.ts` files."""
    for path in sorted(folder.glob("*.ts")):
        _run("lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


def messages(path: Path) -> dict[tuple[str, str], list[str]]:
    """Return the translations in a `.ts` file by context and source; an unfinished one is []."""
    found: dict[tuple[str, str], list[str]] = {}
    root = ET.parse(path).getroot()  # noqa: S314 (a file of this project)
    for context in root.iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = _translations(message)
    return found


def _translations(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")]
    return forms or [translation.text or ""]


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, capture_output=True)


def main() -> None:
    """Renew everything and say what is missing."""
    update(FOLDER)
    build(FOLDER)
    for path in sorted(FOLDER.glob("*.ts")):
        missing = [key for key, found in messages(path).items() if not all(found) or not found]
        sys.stdout.write(f"{path.name}: {len(missing)} to translate\n")
        for context, source in missing:
            sys.stdout.write(f"  {context}: {source}\n")


if __name__ == "__main__":
    main()
