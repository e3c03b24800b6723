"""What is in a thread as records, one after the other: values that JSON has, under keys that stay.

Every record has `kind`. Lengths and positions are code points of the thread's source text, times are ISO 8601.

- `thread`, first: `title`, `path`, `container`, `encoding`, `sha256`, `script` (that of the words here), `answers`,
  `comments` (how many), `unreadable` (characters), `facts`.
- `answer`: `answer` (its number, from 0), `author`, `is_question`, `paragraphs`, `blocks` (`kind`, `level`, `words`),
  `facts`, `length`, `start`, `end`.
- `comment`: `answer`, `comment` (its number on that answer, from 0), `author`, `to`, `depth`, `paragraphs`, `facts`,
  `start`, `end`.
- `note`: `id`, `answer` and `comment` (null where it has no place, or isn't on a comment), `author`, `quote`,
  `state`, `start`, `end` (null where it has no place), `note`, `tags`, `color`, `created`, `modified`, and
  `passages`, the further ones: `author`, `quote`, `state`, `start`, `end`.
- `terms`, one for each author: `author`, `terms` (the most distinctive first: `text`; `score`, which is G²; `count`;
  `log_ratio`, how many times the author's share of it doubles the others'; `answers`, in how many it is; `evidence`,
  "significant" or, where there is too little for statistics, "suggestive").
- `found`, one for each thread of a folder or zip that holds several, and nothing else: `title`, `path` (what to pass
  for it), `answers`, `comments`.

`facts` is an object of what the file says: `time`, `edited`, `votes`, `replies`, `address`, `place`, `floor`,
`badge`, `nick`, `stance`, each as words, and only those that are there.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.annotations import marked_words
from desktop.documents import with_naming
from desktop.documents.writing.shown import draft_as_shown
from desktop.script import SourceScript, convert, find_names, joined, weigh_script
from desktop.session.manner import Manner
from desktop.session.words.pages import showing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.annotations import Annotation, Placement
    from desktop.cli.notes import NotesOnThread
    from desktop.documents import Document, Fact, FoundThread
    from desktop.documents.containers.drafts import BlockDraft, ThreadDraft
    from desktop.keywords import DistinctiveTerm
    from desktop.paths import DataFolder
    from desktop.script import Script
    from desktop.text import Span

    Record = dict[str, Any]


def found_records(threads: Iterable[FoundThread]) -> Iterator[Record]:
    """Yield what can be opened in a folder or zip of several threads."""
    for one in threads:
        yield {
            "kind": "found",
            "title": one.title,
            "path": str(one.path),
            "answers": one.answers,
            "comments": one.comments,
        }


class ThreadReader:
    """What there is to say of `document`, its words in `script`, and the notes on it that are kept in `folder`.

    Beside the thread, too, they are found.
    """

    def __init__(self, document: Document, script: Script, folder: DataFolder) -> None:
        from desktop.cli.notes import notes_on

        self._folder = folder
        self._notes = notes_on(document, folder)
        self._document = with_naming(document, self._notes.naming)
        self.manner = _manner(self._document, script)

    def draft(self) -> ThreadDraft:
        """Return the thread as it is shown."""
        return draft_as_shown(self._document, partial(showing, self.manner))

    def thread(self) -> Iterator[Record]:
        """Yield the thread, each answer, and the comments on it."""
        document, draft = self._document, self.draft()
        yield _thread(document, draft, self.manner.script)
        for number, answer in enumerate(document.answers):
            post = draft.posts[number]
            yield {
                "kind": "answer",
                "answer": number,
                "author": post.author or _shown(self.manner, answer.author),
                "is_question": answer.is_question,
                "paragraphs": _paragraphs(post.blocks),
                "blocks": [{"kind": one.kind.value, "level": one.level, "words": one.words} for one in post.blocks],
                "facts": _facts(post.facts),
                "length": answer.length,
                **_place(answer.span),
            }
            for at, (comment, draft_of_it) in enumerate(zip(answer.comments, post.comments, strict=True)):
                yield {
                    "kind": "comment",
                    "answer": number,
                    "comment": at,
                    "author": draft_of_it.author,
                    "to": draft_of_it.to,
                    "depth": comment.depth,
                    "paragraphs": _paragraphs(draft_of_it.blocks),
                    "facts": _facts(draft_of_it.facts),
                    **_place(comment.span),
                }

    def notes(self) -> Iterator[Record]:
        """Yield the notes."""
        return _notes(self._document, self.manner, self._notes)

    def terms(self) -> Iterator[Record]:
        """Yield the terms of each author, which takes long."""
        return _terms(self._document, self.manner, self._folder)


def _manner(document: Document, script: Script) -> Manner:
    """Return how words of `document` are shown in `script`: as in the window, to a reader who has chosen nothing."""
    evidence = weigh_script(document.text)
    manner = Manner(script, source_script=evidence.script)
    if not evidence.simplified or not manner.conversion(SourceScript.SIMPLIFIED).goes_by_words:
        return manner
    parts = (part for answer in document.answers for part in answer.parts())
    lines = [joined(paragraph.of(document.text)).text for part in parts for paragraph in part.paragraphs]
    people = [*(answer.author for answer in document.answers)]
    people += [comment.author for answer in document.answers for comment in answer.comments]
    words, authors = "\n".join([document.title, *lines]), "\n".join(dict.fromkeys(people))
    if evidence.traditional:
        words, authors = convert(words, "t2s").text, convert(authors, "t2s").text
    return replace(manner, names=find_names(words, authors.split("\n")))


def _thread(document: Document, draft: ThreadDraft, script: Script) -> Record:
    return {
        "kind": "thread",
        "title": draft.title,
        "path": str(document.path),
        "container": document.origin.container,
        "encoding": document.encoding,
        "sha256": document.sha256,
        "script": script.value,
        "answers": sum(not answer.is_question for answer in document.answers),
        "comments": sum(len(answer.comments) for answer in document.answers),
        "unreadable": document.unreadable,
        "facts": _facts(draft.facts),
    }


def _notes(document: Document, manner: Manner, found: NotesOnThread) -> Iterator[Record]:
    shown = partial(_shown, manner)
    for annotation in found.annotations.values():
        yield _note(document, annotation, found, shown)


def _note(document: Document, annotation: Annotation, found: NotesOnThread, shown: Callable[[str], str]) -> Record:
    first, *further = [
        _passage(document, passage.author, marked_words(passage.anchor, document), place, shown)
        for passage, place in zip(annotation.passages, found.placements[annotation.id], strict=True)
    ]
    place = found.placements[annotation.id][0].span
    answer, comment = _numbers(document, place)
    return {
        "kind": "note",
        "id": annotation.id,
        "answer": answer,
        "comment": comment,
        **first,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "color": annotation.color.value,
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
        "passages": further,
    }


def _passage(
    document: Document, author: str, exact: str, place: Placement, shown: Callable[[str], str]
) -> dict[str, object]:
    """Return a passage: the words where it stands now, those that were marked where it has no place."""
    answer, comment = _numbers(document, place.span)
    if answer is not None:
        one = document.answers[answer]
        author = one.author if comment is None else one.comments[comment].author
    return {
        "author": shown(author),
        "quote": shown(document.words_at(place.span) if place.span else exact),
        "state": place.state.value,
        "start": place.span.start if place.span else None,
        "end": place.span.end if place.span else None,
    }


def _numbers(document: Document, place: Span | None) -> tuple[int | None, int | None]:
    """Return the numbers of the answer, and of the comment on it, in which `place` begins."""
    answer = document.answer_at(place.start) if place else None
    if place is None or answer is None:
        return None, None
    comments = enumerate(document.answers[answer].comments)
    return answer, next((at for at, one in comments if one.extent.start <= place.start < one.extent.end), None)


def _terms(document: Document, manner: Manner, folder: DataFolder) -> Iterator[Record]:
    from desktop.cli.own_words import words_in
    from desktop.keywords import distinctive_terms

    concepts, segmenter = words_in(folder)

    for author, terms in distinctive_terms(document, segmenter, concepts=concepts).items():
        rows = [_term(term, manner) for term in terms]
        yield {"kind": "terms", "author": _shown(manner, author), "terms": rows}


def _term(term: DistinctiveTerm, manner: Manner) -> Record:
    return {
        "text": _shown(manner, term.text),
        "score": round(term.score, 2),
        "count": term.count,
        "log_ratio": round(term.log_ratio, 2),
        "answers": term.answers,
        "evidence": term.evidence.value,
    }


def _shown(manner: Manner, words: str) -> str:
    return showing(manner, words)(words).text if words else ""


def _paragraphs(blocks: Sequence[BlockDraft]) -> list[str]:
    return [line for block in blocks for line in block.words.split("\n")]


def _facts(facts: Iterable[Fact]) -> dict[str, str]:
    """Return `facts` by what they are; of several of a kind the first."""
    said: dict[str, str] = {}
    for one in facts:
        said.setdefault(one.kind.value, one.words)
    return said


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
