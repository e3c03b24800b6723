"""The bundled faces: what they are called and which characters they have."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontDatabase, QRawFont

from desktop.paths import resource, seeds
from desktop.script import VARIANTS, Script, config_for, convert, detect_script

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from desktop.script import Variant

FACES = {Script.TRADITIONAL: "Baijia Serif TC", Script.SIMPLIFIED: "Baijia Serif SC"}
THREADS = seeds()

pytestmark = pytest.mark.usefixtures("qapp")


def file_of(script: Script) -> Path:
    return resource(f"fonts/{FACES[script].replace(' ', '')}-Regular.otf")


@cache
def face(script: Script) -> QRawFont:
    return QRawFont(str(file_of(script)), 20)


def missing(text: str, script: Script) -> str:
    """Return the characters of `text` that the face for `script` has no glyph for."""
    return "".join(sorted({char for char in text if char.isprintable() and not has(char, script)}))


def has(char: str, script: Script) -> bool:
    return face(script).supportsCharacter(ord(char))


@pytest.mark.parametrize("script", FACES)
def test_the_families_are_named_as_documented(script: Script, qapp: QApplication) -> None:
    number = QFontDatabase.addApplicationFont(str(file_of(script)))
    assert QFontDatabase.applicationFontFamilies(number) == [FACES[script]]
    assert QFontDatabase.removeApplicationFont(number)


@pytest.mark.parametrize("path", THREADS, ids=lambda path: path.name)
def test_a_shipped_thread_can_be_read_as_it_is(path: Path) -> None:
    text = path.read_text("utf-8-sig")
    assert missing(text, Script(detect_script(text).value)) == ""


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: f"{variant.script}-{variant.id}")
@pytest.mark.parametrize("path", THREADS, ids=lambda path: path.name)
def test_a_shipped_thread_can_be_read_in_every_script(path: Path, variant: Variant) -> None:
    text = path.read_text("utf-8-sig")
    config = config_for(detect_script(text), variant)
    if config:
        assert missing(convert(text, config).text, variant.script) == ""


@pytest.mark.parametrize(("script", "codec"), [(Script.TRADITIONAL, "big5"), (Script.SIMPLIFIED, "gb2312")])
def test_the_characters_of_the_regions_own_encoding_are_there(script: Script, codec: str) -> None:
    pairs = (bytes((lead, trail)) for lead in range(0xA4, 0xF8) for trail in range(0x40, 0xFF))
    ideographs = {char for pair in pairs for char in pair.decode(codec, errors="ignore") if "一" <= char <= "鿿"}
    assert len(ideographs) > 6700
    assert missing("".join(ideographs), script) == ""


@pytest.mark.parametrize("script", FACES)
def test_punctuation_and_latin_letters_are_there(script: Script) -> None:
    assert missing("，。、；：？！「」『』（）《》〈〉【】“”‘’…—～·％ Aäé09 ①Ⅳ→あア", script) == ""


def test_the_traditional_face_writes_what_opencc_and_hong_kong_write() -> None:
    assert missing("爲僞啓衆裏着綫衞麪羣喫咗嘅啲嘢", Script.TRADITIONAL) == ""


def test_the_traditional_face_has_hong_kongs_supplementary_characters() -> None:
    """HKSCS adds to Big5 what Cantonese is written with, a third of it beyond the BMP."""
    pairs = (bytes((lead, trail)) for lead in range(0x87, 0xFF) for trail in range(0x40, 0xFF))
    decoded = {char for pair in pairs for char in pair.decode("big5hkscs", errors="ignore")}
    ideographs = {char for char in decoded if "㐀" <= char <= "鿿" or char >= "𠀀"}
    assert len(ideographs) > 17000
    assert missing("".join(ideographs), Script.TRADITIONAL) == ""


def test_cantonese_can_be_read_in_the_traditional_face() -> None:
    assert missing("嘅咗喺啲冇唔佢哋嚟咁噉嗰嘢瞓攰𨋢𠺢𠻺𡃁𡁻𠹌𠝹𢳂𨳍𢯎𥄫𠱁", Script.TRADITIONAL) == ""


@pytest.mark.parametrize("script", FACES)
def test_cantonese_and_taiwanese_names_are_in_both_faces(script: Script) -> None:
    assert missing("嘅咗喺啲冇唔佢哋嚟咁𠮷喆堃", script) == ""


def test_the_simplified_face_has_simplified_forms_that_came_after_gb2312() -> None:
    """Given names, places and elements of the Table of General Standard Chinese Characters, levels two and three."""
    assert missing("镕堃喆昇淼翀玥祎彧旻晞赟鿏𫓧𬬭𬭊𫖯𬤊𫘜𬶋䶮", Script.SIMPLIFIED) == ""


@pytest.mark.parametrize("script", FACES)
def test_no_radical_is_mapped_so_that_exported_text_can_be_searched(script: Script) -> None:
    """Qt's PDF export writes the radical ⼈ for 人 wherever the face maps both to one glyph."""
    assert not [chr(code) for code in range(0x2E80, 0x2FE0) if has(chr(code), script)]


@pytest.mark.parametrize("script", FACES)
def test_the_readme_states_this_very_file(script: Script) -> None:
    file = file_of(script)
    stated = resource("fonts/README.md").read_text("utf-8")
    assert file.name in stated
    assert hashlib.sha256(file.read_bytes()).hexdigest() in stated


def test_the_licence_of_the_faces_ships_with_them() -> None:
    licence = resource("fonts/OFL.txt").read_text("utf-8")
    assert licence.startswith("Copyright 2017-2024 Adobe")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
