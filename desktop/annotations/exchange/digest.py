"""What an export is about: the question, and its notes in text order, gathered by author."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.annotations.anchoring.anchors import marked_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.annotations.anchoring.anchors import Placements
    from desktop.annotations.values import Annotation, Passage
    from desktop.documents import Document
    from desktop.text import Span


@dataclass(frozen=True, slots=True)
class Further:
    """A further passage of a note that links several: whose words, and the words, both in the script chosen.

    `words` and `span` are as those of an `Excerpt`.
    """

    author: str
    quote: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One annotation with its passage, at `span` of the source, if it has a place there.

    `quote` and `author` are in the script chosen; `words` are those of the source itself, or those marked once.
    `further` are its other passages, in their order.
    """

    annotation: Annotation
    quote: str
    author: str
    words: str
    span: Span | None = None
    further: tuple[Further, ...] = ()

    @property
    def day(self) -> str:
        """The day of the last change, here, in ISO 8601."""
        moment = self.annotation.modified
        with suppress(ValueError, OverflowError, OSError):  # no calendar reaches beyond the years 1 and 9999
            moment = moment.astimezone()
        return moment.date().isoformat()


@dataclass(frozen=True, slots=True)
class Group:
    """The excerpts from one author, in text order; `author` is in the script chosen, "" if unnamed."""

    author: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """The notes on one document as a reader wants to see them.

    `question` is in the script chosen, `language` its BCP 47 tag ("zh-Hant", "zh-Hans"), `file` the document's name.
    `groups` are in the order in which the authors come up; `unplaced` have no certain place in the text.
    """

    question: str
    file: str
    language: str
    groups: tuple[Group, ...] = ()
    unplaced: tuple[Excerpt, ...] = ()

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """All of them, author by author, the unplaced ones last."""
        return (*(excerpt for group in self.groups for excerpt in group.excerpts), *self.unplaced)


def digest(
    document: Document,
    annotations: Iterable[Annotation],
    placements: Placements,
    *,
    quoted: Callable[[Span], str],
    shown: Callable[[str], str],
    language: str = "zh-Hant",
) -> Digest:
    """Return the digest of `annotations` on `document`, placed by id.

    `quoted` gives the words of a span of the source in the script chosen, `shown` any other words in it.
    """
    placed: list[Excerpt] = []
    unplaced: list[Excerpt] = []
    for annotation in annotations:
        first, *others = annotation.passages
        span, *places = (placement.span for placement in placements[annotation.id])
        further = tuple(
            Further(
                shown(_author(document, place, passage)),
                quoted(place) if place else shown(marked_words(passage.anchor, document)),
                document.words_at(place) if place else marked_words(passage.anchor, document),
                place,
            )
            for passage, place in zip(others, places, strict=True)
        )
        if span:
            author = shown(_author(document, span, first))
            placed.append(Excerpt(annotation, quoted(span), author, document.words_at(span), span, further))
        else:
            words = marked_words(first.anchor, document)
            author = shown(first.author)
            unplaced.append(Excerpt(annotation, shown(words), author, words, further=further))
    return Digest(
        question=shown(document.title),
        file=document.path.name,
        language=language,
        groups=_by_author(sorted(placed, key=_in_text)),
        unplaced=tuple(sorted(unplaced, key=_as_made)),
    )


def _author(document: Document, span: Span | None, passage: Passage) -> str:
    """Return whose words `span` covers; what lies between the answers was put down to whom the passage names."""
    author = document.author_at(span.start) if span else None
    return passage.author if author is None else author


def _by_author(excerpts: list[Excerpt]) -> tuple[Group, ...]:
    groups: dict[str, list[Excerpt]] = {}
    for excerpt in excerpts:
        groups.setdefault(excerpt.author, []).append(excerpt)
    return tuple(Group(author, tuple(of_one)) for author, of_one in groups.items())


def _in_text(excerpt: Excerpt) -> tuple[object, ...]:
    return excerpt.span, excerpt.annotation.created, excerpt.annotation.id


def _as_made(excerpt: Excerpt) -> tuple[object, ...]:
    return excerpt.annotation.created, excerpt.annotation.id
