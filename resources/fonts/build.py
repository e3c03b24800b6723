"""Build the two faces that ship with the app, from the OTFs that README.md names.

    python resources/fonts/build.py DIR_WITH_OTFS      (from a checkout, with `pip install -e ".[fonts]"`)

DIR_WITH_OTFS is searched, below as well, for NotoSerifTC-, NotoSerifSC- and NotoSerifJP-Regular.otf. The outputs are
written beside this file; the same inputs, seeds, jieba, OpenCC dictionaries and fontTools give the same bytes.
"""

# ruff: noqa: T201

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.script.dictionaries import first_candidate, read_chain, read_dictionary
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from desktop.keywords import jieba_library
from desktop.paths import seeds
from desktop.script import VARIANTS, Script, config_for, convert, detect_script

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HERE = Path(__file__).resolve().parent

# Marks and letters that both faces carry, whole blocks: first and last code point.
COMMON_BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2010, 0x203F),  # dashes, quotes, dots, ‰, ※
    (0x2150, 0x218F),  # fractions and roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2460, 0x2473),  # circled numbers
    (0x25A0, 0x25CF),  # geometric shapes used as bullets
    (0x3000, 0x303F),  # CJK punctuation
    (0x3040, 0x30FF),  # kana
    (0x3100, 0x312F),  # bopomofo
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE4F),  # vertical forms for compatibility
    (0xFF00, 0xFFEF),  # full-width and half-width forms
)
# Radicals: where a face maps them, Qt's PDF export writes ⼈ for 人, and the exported text can't be searched.
RADICALS = range(0x2E80, 0x2FE0)
LAST_BMP = 0xFFFF  # what a cmap of format 4 can hold
# 𠮷 stands on shop signs and in names, yet Big5, HKSCS and GB2312 lack it; only the Japanese source draws it.
NAMES = "𠮷"
# The end of the main block (U+9FA6 to U+9FFF), which came after GBK: the simplified names of elements, 鿏 and others.
LATE = "".join(map(chr, range(0x9FA6, 0xA000)))
# What Cantonese keeps in simplified script, and no word of jieba's has; HKSCS brings them to the traditional face.
CANTONESE = "嘅咗喺啲冇唔佢哋嚟咁噉嗰嘢喇㗎嗱嘥攰冚脷嚿唥㩒掟揼嚤掹嗮啩噃㖭嚹喎哣𨋢𠺢𠻺𡃁𡁻𠹌𠝹𢳂𨳍𢯎𥄫𠱁"
# Planes 2 and 3 without the compatibility ideographs. The sources draw few there, and those for a standard: HKSCS, or
# the Table of General Standard Chinese Characters.
SUPPLEMENTARY_IDEOGRAPHS = frozenset({*range(0x20000, 0x2F800), *range(0x30000, 0x40000)})
# CJK layout (spacing, vertical), kerning, ligatures, the region's own glyphs.
FEATURES = ["ccmp", "locl", "kern", "liga", "mark", "halt", "palt", "vert", "vrt2", "vhal", "vpal", "vkrn"]


@dataclass(frozen=True, slots=True)
class Face:
    """One face to build: what it is called, what it is cut from, and what it must be able to show.

    That is every character of the `codecs`; what the `others`, characters of the other script, become by each of
    `incoming`, the OpenCC configs that lead here; what else those and the `regional` configs can write; all that the
    shipped threads need in `script`; `extra`; and all ideographs that the source draws beyond the BMP. What it
    lacks is lent by the first of the `lenders` that has it.
    """

    family: str
    source: str
    lenders: tuple[str, ...]
    codecs: tuple[str, ...]
    others: Callable[[], set[str]]
    incoming: tuple[str, ...]
    regional: tuple[str, ...]
    script: Script
    extra: str


def charset(codec: str, rows: range = range(0x81, 0xFF)) -> set[str]:
    """Return the characters of a double-byte `codec` whose lead byte lies in `rows`."""
    pairs = (bytes((lead, trail)) for lead in rows for trail in range(0x40, 0xFF))
    return {char for pair in pairs for char in pair.decode(codec, errors="ignore") if not char.isascii()}


def of_jieba() -> set[str]:
    """Return the characters of the words in jieba's dictionary, which are of both scripts."""
    lines = jieba_library.dictionary_path().read_text("utf-8").splitlines()
    return {char for line in lines for char in line.split(" ", 1)[0]}


TRADITIONAL = Face(
    family="Baijia Serif TC",
    source="NotoSerifTC-Regular.otf",
    lenders=("NotoSerifSC-Regular.otf", "NotoSerifJP-Regular.otf"),
    codecs=("big5", "big5hkscs"),
    others=lambda: charset("gb2312", range(0xB0, 0xF8)),
    incoming=("s2t", "s2tw", "s2twp", "s2hk"),
    regional=("t2tw", "t2hk"),
    script=Script.TRADITIONAL,
    extra=NAMES,
)
SIMPLIFIED = Face(
    family="Baijia Serif SC",
    source="NotoSerifSC-Regular.otf",
    lenders=("NotoSerifTC-Regular.otf", "NotoSerifJP-Regular.otf"),
    codecs=("gb2312",),
    # The first level of Big5, its 5,401 common characters; and the rarer ones that some word is written with.
    others=lambda: charset("big5", range(0xA4, 0xC7)) | of_jieba(),
    incoming=("t2s", "tw2s", "tw2sp", "hk2s"),
    regional=(),
    script=Script.SIMPLIFIED,
    extra=NAMES + LATE + CANTONESE,
)


def converted(characters: Iterable[str], configs: Iterable[str]) -> set[str]:
    """Return what the `characters`, each on its own, become by each of the OpenCC `configs`."""
    lines = "\n".join(characters)  # a line break is a border that no conversion crosses
    return {char for config in configs for char in convert(lines, config).text}


def written_by(configs: Iterable[str]) -> set[str]:
    """Return the characters that the dictionaries of the OpenCC `configs` put into a text."""
    names = {name for config in configs for stage in read_chain(config) for name in stage}
    return {char for name in names for values in read_dictionary(name).values() for char in first_candidate(values)}


def of_seeds(script: Script) -> set[str]:
    """Return the characters of the shipped threads wherever the app shows them in `script`."""
    shown: set[str] = set()
    for text in (path.read_text("utf-8-sig") for path in seeds()):
        source = detect_script(text)
        if source.value == script.value:
            shown.update(text)
        for config in {config_for(source, variant) for variant in VARIANTS if variant.script is script} - {None}:
            shown.update(convert(text, config).text)
    return shown


def wanted(face: Face) -> set[int]:
    """Return the code points that `face` is to map, apart from those that hang on what its source draws."""
    chars = set(face.extra).union(*map(charset, face.codecs)) | converted(face.others(), face.incoming)
    chars |= written_by(face.incoming + face.regional) | of_seeds(face.script)
    codes = {ord(char) for char in chars if char.isprintable()}
    return codes.union(*(range(low, high + 1) for low, high in COMMON_BLOCKS)) - set(RADICALS)


def cut(font: TTFont, codes: set[int]) -> None:
    """Cut `font` down, in place, to `codes`, without hints and without what only a font editor reads."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x0409]
    options.drop_tables += ["DSIG"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def lend(font: TTFont, lender: TTFont, code: int) -> None:
    """Add the lender's glyph for `code` to `font`: the two are cut from one design and share their metrics."""
    source = lender.getBestCmap()[code]
    top = font["CFF "].cff.topDictIndex[0]
    glyph = next(name for name in map("cid{:05d}".format, range(1, 0x10000)) if name not in top.CharStrings)
    neighbour = top.FDSelect[font.getGlyphID(font.getBestCmap()[ord("一")])]
    width, left = lender["hmtx"][source]
    pen = T2CharStringPen(width, None)
    lender.getGlyphSet()[source].draw(pen)
    shape = pen.getCharString(private=top.FDArray[neighbour].Private, globalSubrs=font["CFF "].cff.GlobalSubrs)
    top.CharStrings.charStrings[glyph] = len(top.charset)
    top.CharStrings.charStringsIndex.append(shape)
    top.FDSelect.append(neighbour)
    font.setGlyphOrder([*top.charset, glyph])
    top.charset = font.getGlyphOrder()
    font["hmtx"].metrics[glyph] = (width, left)
    font["vmtx"].metrics[glyph] = lender["vmtx"][source]
    for table in font["cmap"].tables:
        if table.isUnicode() and (table.format == 12 or (table.format == 4 and code <= LAST_BMP)):
            table.cmap[code] = glyph


def rename(font: TTFont, face: Face) -> None:
    """Give `font` a name of its own, so that it never stands in for an installed Noto, nor a Noto for it.

    The OFL text of the source reserves no font name; Noto is a trademark, and a modified version had better not use
    it as its own. The copyright (0), the makers (8 to 12) and the licence (13, 14) stay.
    """
    compact = face.family.replace(" ", "")
    names = font["name"]
    version = names.getDebugName(3).split(";")[0]
    names.names = [record for record in names.names if record.nameID not in {7, 16, 17, 25}]
    for name_id, value in (
        (1, face.family),
        (2, "Regular"),
        (3, f"{version};Baijia;{compact}-Regular"),
        (4, face.family),
        (6, f"{compact}-Regular"),
        (10, f"A renamed subset of {Path(face.source).stem} {version}, made for the reader Baijia."),
    ):
        names.setName(value, name_id, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames[0] = f"{compact}-Regular"
    cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = face.family


def find(folder: Path, name: str) -> TTFont:
    """Open the font called `name` anywhere below `folder`; exits with a sentence when it isn't there."""
    path = next(iter(sorted(folder.rglob(name))), None)
    if path is None:
        sys.exit(f"{name} is nowhere below {folder}")
    return TTFont(path, recalcTimestamp=False)


def lend_missing(font: TTFont, lenders: Iterable[TTFont], codes: set[int]) -> str:
    """Add to `font` those of `codes` that it lacks, each from the first of `lenders` to have it; return them."""
    lent = ""
    for lender in lenders:
        lacking = sorted((codes - set(font.getBestCmap())) & set(lender.getBestCmap()))
        for code in lacking:
            lend(font, lender, code)
        lent += "".join(map(chr, lacking))
    return lent


def build(face: Face, folder: Path) -> Path:
    """Build `face` from the OTFs below `folder`, write it beside this file, and return its path."""
    font, lenders = find(folder, face.source), [find(folder, name) for name in face.lenders]
    codes = wanted(face) | (SUPPLEMENTARY_IDEOGRAPHS & set(font.getBestCmap()))
    cut(font, codes)
    lent = lend_missing(font, lenders, codes)
    rename(font, face)
    path = HERE / f"{face.family.replace(' ', '')}-Regular.otf"
    font.save(path)
    missing = "".join(map(chr, sorted(codes - set(font.getBestCmap()))))
    print(f"{path.name}: {len(font.getBestCmap())} characters, {path.stat().st_size} bytes")
    print(f"  sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")
    print(f"  lent: {lent}")
    print(f"  in none: {len(missing)}: {missing[:60]!a}")
    return path


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for one in (TRADITIONAL, SIMPLIFIED):
        build(one, Path(sys.argv[1]))
