"""Finding words in a text: in whichever script and region's words they are, as it is written and as it is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from desktop.keywords.concepts_form import shipped_concepts
from desktop.keywords.patterns import any_of, apart, forms_of, heads_of
from desktop.script import SeenText, fold, joints_in
from desktop.slices import in_slices, no_pause
from desktop.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from desktop.documents import Document
    from desktop.keywords.concepts import Concepts
    from desktop.keywords.patterns import Wanted
    from desktop.script import AlignedText, Joint


_SLICE = 100_000
MANY = 500
"""From more terms on, an alternation of all takes longer than a look at each place: as long for so many, measured."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place, in code points of the text searched, where `term` (as it was asked for) stands."""

    span: Span
    term: str


@dataclass(frozen=True, slots=True)
class SearchedText:
    """A text made ready for many searches: what is seen of it, and that folded."""

    seen: SeenText
    folded: str

    @classmethod
    def of(cls, text: str, joints: Sequence[Joint] = ()) -> SearchedText:
        """Return `text`, in which lines are joined at `joints`, ready to be searched. Raises DictionaryError."""
        seen = SeenText.of(text, joints)
        # In slices: to fold a million code points is one call of 30 ms, for which every other thread waits.
        slices = range(0, len(seen.text), _SLICE)
        return cls(seen, "".join(fold(seen.text[start : start + _SLICE]) for start in slices))


@dataclass(frozen=True, slots=True)
class ShownText:
    """The paragraphs of a text that are shown in other words than they are written in, ready to be searched.

    `parts` are those paragraphs with the source offsets where they begin; `folded` has the folds of all as lines,
    which begin at `starts`.
    """

    parts: tuple[tuple[int, AlignedText, SearchedText], ...]
    folded: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, paragraphs: Iterable[tuple[int, AlignedText]]) -> ShownText:
        """Keep those of `paragraphs`, each with its source offset, whose two sides have not one fold."""
        parts = tuple(
            (start, aligned, shown)
            for start, aligned in paragraphs
            if aligned.text != aligned.source
            and (shown := SearchedText.of(aligned.text)).folded != SearchedText.of(aligned.source).folded
        )
        lines = [shown.folded for _, _, shown in parts]
        starts = accumulate((len(line) + 1 for line in lines), initial=0)
        return cls(parts, "\n".join(lines), tuple(starts)[: len(lines)])

    def to_source(self, span: Span) -> Span | None:
        """Return the source words that are shown at `span` of `folded`; None if it reaches over a paragraph's end."""
        index = bisect_right(self.starts, span.start) - 1
        start, aligned, shown = self.parts[index]
        here = span.shifted(-self.starts[index])
        if here.end > len(shown.folded):
            return None
        return aligned.to_source(shown.seen.to_source(here)).shifted(start)


@dataclass(frozen=True, slots=True)
class Searched:
    """What a thread is searched in: its text as `written`, and all that is `shown` otherwise, in either script."""

    written: SearchedText
    shown: tuple[ShownText, ...] = ()


def written_text(document: Document) -> SearchedText:
    """Return all of `document` as it is written, ready to be searched. Raises DictionaryError."""
    parts = (part for answer in document.answers for part in answer.parts())
    paragraphs = (paragraph for part in parts for paragraph in part.paragraphs)
    return SearchedText.of(document.text, tuple(joints_in(document.text, paragraphs)))


def find_terms(text: str, terms: Sequence[str], concepts: Concepts | None = None) -> list[Hit]:
    """Return where `terms` stand in `text`, in order, without overlaps, blind to script, case and width.

    A term stands for all words of its concept (`concepts`; None: those that ship with the app) and for what another
    region calls it; characters that nobody sees don't count, in it or in the text. From left to right; where several
    terms begin, the longest wins. Blanks around a term don't count, blank terms are passed over, and of terms with
    one form the first stands for all. Raises DictionaryError.
    """
    return find_in(Searched(SearchedText.of(text)), terms, concepts)


def find_in(searched: Searched, terms: Sequence[str], concepts: Concepts | None = None) -> list[Hit]:
    """Return what `find_terms` does, and where a term is only in what is shown, the source words that are shown so.

    A part of words that are shown as a whole in the place of others is found as that whole: 憶體 as 内存. Any thread
    may search.
    """
    forms = _forms(terms, shipped_concepts() if concepts is None else concepts)
    if not forms:
        return []
    asked = {form: term for form, (term, _) in forms.items()}
    pattern = any_of({form: longer for form, (_, longer) in forms.items()})
    hits = list(_written(searched.written, pattern, asked))
    for shown in searched.shown:
        hits = _joined(hits, _shown(shown, pattern, asked))
    return hits


def find_each(
    searched: Searched,
    terms: Sequence[str],
    concepts: Concepts | None = None,
    pause: Callable[[], None] = no_pause,
) -> list[list[Span]]:
    """Return for each of `terms` the places that `find_in` has for it alone, from few passes over the text.

    `pause` is called again and again meanwhile, and may raise.
    """
    wanted = apart(tuple(terms), shipped_concepts() if concepts is None else concepts)
    found = _places(searched.written, wanted, searched.written.seen.to_source, pause)
    for shown in searched.shown:
        more = _places(shown, wanted, shown.to_source, pause)
        found = [united(some, others) for some, others in zip(found, more, strict=True)]
    return [list(found[form]) if form is not None else [] for form in wanted.numbers]


def count_each(
    searched: Searched,
    terms: Sequence[str],
    spans: Sequence[Span],
    concepts: Concepts | None = None,
    pause: Callable[[], None] = no_pause,
) -> list[list[int]]:
    """Return, for each of `terms`, how many of its places lie in each of `spans`, which are in order and apart.

    The spans are of the source, and none begins or ends within a place. `pause` is called again and again meanwhile,
    and may raise.
    """
    if any(shown.parts for shown in searched.shown):
        starts = [span.start for span in spans]
        return [_falling(places, spans, starts) for places in find_each(searched, terms, concepts, pause)]
    chosen = shipped_concepts() if concepts is None else concepts
    if len(terms) > MANY:
        return _counted_by_heads(searched.written, terms, spans, chosen, pause)
    wanted = apart(tuple(terms), chosen)
    counts = [[0] * len(spans) for _ in range(wanted.count)]
    seen = searched.written.seen
    for rank, (start, end) in enumerate((seen.offset_in_text(s.start), seen.offset_in_text(s.end)) for s in spans):
        pause()
        for group in wanted.groups:
            for form, count in Counter(group.pattern.findall(searched.written.folded, start, end)).items():
                counts[group.number_of[form]][rank] += count
    return [counts[number] if number is not None else [0] * len(spans) for number in wanted.numbers]


def _counted_by_heads(
    text: SearchedText, terms: Sequence[str], spans: Sequence[Span], concepts: Concepts, pause: Callable[[], None]
) -> list[list[int]]:
    """Return what `count_each` does, in a time that hardly grows with the number of `terms`."""
    wanted = heads_of(tuple(terms), concepts)
    columns: list[list[int]] = []
    for span in spans:
        pause()
        start, end = text.seen.offset_in_text(span.start), text.seen.offset_in_text(span.end)
        columns.append(wanted.counted(text.folded, start, end))
    return [[0 if number is None else column[number] for column in columns] for number in wanted.numbers]


def _falling(places: Sequence[Span], spans: Sequence[Span], starts: Sequence[int]) -> list[int]:
    counts = [0] * len(spans)
    for place in places:
        rank = bisect_right(starts, place.start) - 1
        if rank >= 0 and place.end <= spans[rank].end:
            counts[rank] += 1
    return counts


def _places(
    text: SearchedText | ShownText,
    wanted: Wanted,
    to_source: Callable[[Span], Span | None],
    pause: Callable[[], None],
) -> list[list[Span]]:
    """Return where the words of each number are in the source of `text`."""
    found: list[list[Span]] = [[] for _ in range(wanted.count)]
    for group in wanted.groups:
        number_of = group.number_of
        for match in in_slices(group.pattern.finditer(text.folded), pause):
            place = to_source(Span(*match.span()))
            if place is not None:
                found[number_of[match[0]]].append(place)
    return found


def united(places: list[Span], more: Iterable[Span]) -> list[Span]:
    """Return `places` with those of `more` that overlap none of them, nor one another; all are in text order."""
    return [hit.span for hit in _joined([Hit(place, "") for place in places], (Hit(place, "") for place in more))]


def _forms(terms: Sequence[str], concepts: Concepts) -> dict[str, tuple[str, tuple[str, ...] | None]]:
    """Return, by the form that is looked for, the term that it is of, and in which longer words it isn't.

    A term's own words come before any form of another.
    """
    forms = [(term, forms_of(term, concepts)) for term in terms]
    asked: dict[str, tuple[str, tuple[str, ...] | None]] = {}
    for term, some in forms:
        asked.update({own: (term, None) for own in islice(some, 1) if own not in asked})
    for term, some in forms:
        for form, longer in some.items():
            asked.setdefault(form, (term, longer))
    return asked


def _written(text: SearchedText, pattern: re.Pattern[str], asked: Mapping[str, str]) -> Iterator[Hit]:
    places = pattern.finditer(text.folded)
    if not text.seen.places:
        return (Hit(Span(*match.span()), asked[match[0]]) for match in places)
    return (Hit(text.seen.to_source(Span(*match.span())), asked[match[0]]) for match in places)


def _shown(text: ShownText, pattern: re.Pattern[str], asked: Mapping[str, str]) -> Iterator[Hit]:
    for match in pattern.finditer(text.folded):
        place = text.to_source(Span(*match.span()))
        if place is not None:
            yield Hit(place, asked[match[0]])


def _joined(hits: list[Hit], more: Iterable[Hit]) -> list[Hit]:
    """Return `hits` with those of `more` that overlap none of them, nor one another; all in text order."""
    joined: list[Hit] = []
    rank = 0
    for hit in more:
        while rank < len(hits) and hits[rank].span.start < hit.span.end:
            joined.append(hits[rank])
            rank += 1
        if not joined or joined[-1].span.end <= hit.span.start:
            joined.append(hit)
    return [*joined, *hits[rank:]]
