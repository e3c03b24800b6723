"""Words that jieba cuts and a reader doesn't: names with dots, words of concepts, neighbours that are never apart."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import lru_cache
from itertools import chain, pairwise
from operator import add, attrgetter
from typing import TYPE_CHECKING, NamedTuple

from desktop.keywords.patterns import any_of
from desktop.keywords.stop_words import PARTICLES, is_content_word
from desktop.keywords.words import DOTS, FOREIGN
from desktop.script import convert, fold
from desktop.segmentation import Token, part_of_speech
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.keywords.concepts import Concepts
    from desktop.segmentation import Segmenter

# A slogan that is repeated word for word joins up from end to end; beyond this it is no term.
_MAX_COLLOCATION = 8
_FEW = 2
# What the second of two words ends in where it is a kind of what the first one says: 動物|保護法.
_HEADS = frozenset(
    "法案会部局院党派罪权税费率症病线站网器机队赛奖股券险区县市省路街河山湖岛湾寺塔校系学论主义门膏液土盆灯"
)
# What makes a kind of plant, soil, illness, office of the noun before it, where jieba cuts it off: 白鹤|芋, 营养|土.
_SINGLE_HEADS = frozenset("草芋兰树果菜土茶粉药膏液症罪税票证馆厂厅局党")
# The tags of words that a name or a compound begins with, and of what it is a kind of, as jieba has them.
_NOUNS = frozenset(("", "n", "j"))
_FIRSTS = _NOUNS | {"b", "d", "m", "v", "t"}
# The tags of the pieces that jieba cuts names into, of several characters or of one.
_PIECES = ("", "nr", "nz", "m")
_SINGLE = frozenset(("", "n", "z", "g", "v"))
# A phrase that dictionaries exchange is taken whole if it is longer; what is shorter jieba has, or it is none.
_PHRASE = 2
_WORD = attrgetter("word")
_NAME = re.compile(rf"[^\W\d_]+(?:[{DOTS}][^\W\d_]+)+")
# Addresses on the web and of mail, and names of files: pieces of them are nobody's words.
# Bounded by what RFC 1035 and 5321 allow, and begun only where a run of such characters begins, so that no run takes
# time that grows with its square.
_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,8}"
    r"(?:com|cn|net|org|edu|gov|io|tw|hk|jp|uk|de|me|info|html?|php|aspx?|jpe?g|png|gif|pdf)"
    r"(?![a-z])(?:/[^\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*)?",
    re.IGNORECASE | re.ASCII,
)


def whole_tokens(line: str, tokens: Sequence[Token], segmenter: Segmenter, concepts: Concepts) -> list[Token]:
    """Return the `tokens` of a `line` with names and words of concepts whole, and no pieces of addresses."""
    cut = _Cut(line, tokens, [token.span.end for token in tokens])
    whole = [
        *((Span(*found.span()), "") for found in _ADDRESS.finditer(line)),
        *_names(cut),
        *_letters(cut),
        *_known(cut, segmenter, concepts),
    ]
    return _replaced(tokens, whole) if whole else list(tokens)


class _Cut(NamedTuple):
    """A line, and its tokens with their ends."""

    line: str
    tokens: Sequence[Token]
    ends: list[int]

    def between(self, span: Span) -> Sequence[Token]:
        """Return the tokens that have characters of `span`."""
        first = bisect_right(self.ends, span.start)
        return self.tokens[first : bisect_left(self.ends, span.end, first) + 1]


def _names(cut: _Cut) -> Iterator[tuple[Span, str]]:
    """Yield the names with dots, each from where a word begins to where one ends."""
    if not any(dot in cut.line for dot in DOTS):
        return
    for found in _NAME.finditer(cut.line):
        inside = cut.between(Span(*found.span()))
        ranks = [rank for rank, token in enumerate(inside) if token.word in DOTS]
        if len(ranks) == sum(map(found[0].count, DOTS)) and ranks[0] > 0 and ranks[-1] + 1 < len(inside):
            # What stands before and behind without a blank is no part of the name: 导演|理查德·凯利|却.
            name = inside[ranks[0] - 1 : ranks[-1] + 2]
            yield Span(name[0].span.start, name[-1].span.end), "".join(token.word for token in name)


def _letters(cut: _Cut) -> Iterator[tuple[Span, str]]:
    """Yield the words in letters that jieba cuts: café, don't."""
    for found in FOREIGN.finditer(cut.line):
        span = Span(*found.span())
        if len(span) > 1 and found[0][0].isalpha() and not cut.between(span)[0].span.contains(span):
            yield span, found[0]


def _known(cut: _Cut, segmenter: Segmenter, concepts: Concepts) -> Iterator[tuple[Span, str]]:
    """Yield the words of concepts that jieba cuts otherwise than as one word.

    Where a word that is known would be cut in two, what looks like one of a concept is none.
    """
    firsts, pattern = _concept_words(concepts)
    folded = fold(cut.line)
    for at, two in enumerate(map(add, folded, folded[1:])):
        found = pattern.match(folded, at) if two in firsts else None
        if found is None:
            continue
        span = Span(*found.span())
        tokens = cut.between(span)
        parted = [token for token in (tokens[0], tokens[-1]) if not span.contains(token.span)]
        if tokens[0].span != span and not any(segmenter.frequency(token.word) for token in parted):
            yield span, _simplified(cut.line[found.start() : found.end()])


@lru_cache(maxsize=4)
def _concept_words(concepts: Concepts) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the first two characters of each word of a concept, and an expression of all."""
    named = {key for item in concepts for key in item.keys}
    words = {word: longer for word, longer in concepts.words().items() if word in named or len(word) > _PHRASE}
    return frozenset(word[:2] for word in words), any_of(words)


@lru_cache(maxsize=2048)
def _simplified(word: str) -> str:
    return convert(word, "t2s").text


def _replaced(tokens: Sequence[Token], whole: Iterable[tuple[Span, str]]) -> list[Token]:
    """Return `tokens` with those that `whole` ones overlap put aside for them; of overlapping ones the first wins.

    A whole one without a word only puts aside.
    """
    kept: list[Token] = []
    rank, end = 0, 0
    for span, word in sorted(whole, key=lambda one: (one[0].start, -one[0].end)):
        if span.start < end:
            continue
        while rank < len(tokens) and tokens[rank].span.end <= span.start:
            kept.append(tokens[rank])
            rank += 1
        while rank < len(tokens) and tokens[rank].span.start < span.end:
            rank += 1
        if word:
            kept.append(Token(span, word))
        end = span.end
    return [*kept, *tokens[rank:]]


# -- neighbours ---------------------------------------------------------------------------------------------------


def join_neighbours(passages: Sequence[list[Token]]) -> list[list[Token]]:
    """Return the tokens of several passages with the words made one that stand together throughout, twice or more.

    So 字節 and 跳動 become 字節跳動 where neither is ever written without the other, and 動物 and 保護法 where the
    second, a kind of something, never stands alone.
    """
    passages = _with_made_up_words([_with_heads(tokens) for tokens in passages])
    for _ in range(3):
        pairs = _fixed_pairs(passages)
        if not pairs:
            break
        passages = [_joined(tokens, pairs) for tokens in passages]
    return list(passages)


def _with_heads(tokens: Iterable[Token]) -> list[Token]:
    """Return `tokens` with a single character that is a kind of thing joined to the noun before it."""
    kept: list[Token] = []
    for token in tokens:
        if token.word in _SINGLE_HEADS and kept and _adjoin(kept[-1], token) and _is_noun(kept[-1].word):
            kept[-1] = _together(kept[-1], token)
        else:
            kept.append(token)
    return kept


def _with_made_up_words(passages: list[list[Token]]) -> list[list[Token]]:
    """Return `passages` with the words of two characters joined that jieba found elsewhere, and cut here.

    What its dictionary lacks it makes out by what stands around it: 托嬰 in one sentence is 托|嬰 in another.
    """
    words = Counter(chain.from_iterable(map(_WORD, tokens) for tokens in passages))
    cut = {
        left.word + right.word
        for tokens in passages
        for left, right in pairwise(tokens)
        if len(left.word) == 1 == len(right.word) and words[left.word + right.word] >= _FEW and _adjoin(left, right)
    }
    pairs = {(word[0], word[1]) for word in cut if not part_of_speech(word)}
    return [_joined(tokens, pairs) for tokens in passages] if pairs else passages


def _is_noun(word: str) -> bool:
    return len(word) > 1 and is_content_word(word) and part_of_speech(word)[:1] == "n"


def _fixed_pairs(passages: Sequence[Sequence[Token]]) -> set[tuple[str, str]]:
    words = Counter(chain.from_iterable(map(_WORD, tokens) for tokens in passages))
    repeated = {word for word, count in words.items() if count >= _FEW and word.isalnum()}
    pairs = Counter(
        (left.word, right.word)
        for tokens in passages
        for left, right in pairwise(tokens)
        if right.word in repeated and left.word in repeated and _adjoin(left, right)
    )
    return {
        (left, right)
        for (left, right), count in pairs.items()
        if count >= _FEW
        and count == words[right]
        and len(left + right) <= _MAX_COLLOCATION
        and _belong(left, right, always=count == words[left], count=count)
    }


def _belong(left: str, right: str, *, always: bool, count: int) -> bool:
    """Tell whether two words that stand together make one: both have to say something, or be pieces of a name."""
    if min(len(left), len(right)) == 1:
        pieces = (left, right)
        named = any(len(piece) > 1 and part_of_speech(piece)[:2] in _PIECES for piece in pieces)
        return always and count > _FEW and named and all(_may_be_in_a_name(piece) for piece in pieces)
    if not (is_content_word(left) and is_content_word(right)):
        return False
    first, second = part_of_speech(left)[:1], part_of_speech(right)[:1]
    if always:
        return first in _FIRSTS and (second in _NOUNS or len(right) == 2)
    return first in _NOUNS and second in _NOUNS and right[-1] in _HEADS


def _may_be_in_a_name(piece: str) -> bool:
    if len(piece) > 1:
        return piece.isalpha()
    return piece.isalpha() and piece not in PARTICLES and part_of_speech(piece)[:1] in _SINGLE


def _joined(tokens: Iterable[Token], pairs: set[tuple[str, str]]) -> list[Token]:
    kept: list[Token] = []
    single = False
    for token in tokens:
        if single and (kept[-1].word, token.word) in pairs and _adjoin(kept[-1], token):
            kept[-1] = _together(kept[-1], token)
            single = False
        else:
            kept.append(token)
            single = True
    return kept


def _together(left: Token, right: Token) -> Token:
    return Token(Span(left.span.start, right.span.end), left.word + right.word)


def _adjoin(left: Token, right: Token) -> bool:
    return left.span.end == right.span.start
