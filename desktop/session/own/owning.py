"""Owning words: the commands on what a reader makes of words, and the four files that keep it.

Words that are one, words that stay whole, words that make no keyword, lists of words. Each change is a step, which is
made on the file as it is by then: another hand may have written to it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from desktop.keywords import (
    Concept,
    Concepts,
    WordList,
    format_concepts,
    format_lists,
    format_words,
    list_flaw,
    parse_concepts,
    parse_lists,
    parse_words,
    word_flaw,
)
from desktop.keywords.own_form import STOP_WORDS_HEADER, WORDS_HEADER, word_key
from desktop.script import search_key, without_unseen
from desktop.session.mentions import shortened
from desktop.session.own.own import Own, OwnKind
from desktop.session.own.own_file import OwnFile
from desktop.session.own.own_words import concepts_of, own_of
from desktop.session.state import Notice, NoticeKind
from desktop.session.steps import Outcome, OwnStep

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.paths import DataFolder
    from desktop.session.own.own import OwnItems
    from desktop.session.own.own_file import SkippedLine
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.unanswered import Unanswered


_MOST_LINES = {OwnKind.CONCEPTS: 2_000, OwnKind.WORDS: 5_000, OwnKind.STOP_WORDS: 2_000, OwnKind.LISTS: 5_000}
"""Lines that are read, and of which one can be changed, in the time that a key may take."""


class _File(OwnFile):
    """One of the files; what it says is a field of `State.own`."""

    def __init__(self, store: Store, unanswered: Unanswered, path: Path, kind: OwnKind) -> None:
        self._kind = kind
        self.most_lines = _MOST_LINES[kind]
        self.offers = (f"own.{kind.value.replace('-', '_')}",)
        super().__init__(store, unanswered, path)

    @property
    def items(self) -> OwnItems:
        """What the file says."""
        return own_of(self._store.state).of(self._kind)

    def _hold(self, text: str) -> Sequence[SkippedLine]:
        items, bad = _parsed(self._kind, text)
        if items != self.items:
            self._store.update(lambda state: replace(state, own=own_of(state).having(self._kind, items)))
        return bad

    def say(self, items: OwnItems) -> bool:
        """Have the file say `items`; False, with a sentence, if it can't."""
        return self.write(_formatted(self._kind, items, self.kept_text))


def _parsed(kind: OwnKind, text: str) -> tuple[OwnItems, Sequence[SkippedLine]]:
    match kind:
        case OwnKind.CONCEPTS:
            concepts, bad = parse_concepts(text)
            return concepts.items, bad
        case OwnKind.LISTS:
            return parse_lists(text)
        case _:
            return parse_words(text)


def _formatted(kind: OwnKind, items: Sequence[Any], kept_text: str) -> str:
    match kind:
        case OwnKind.CONCEPTS:
            return format_concepts(items, kept_text)
        case OwnKind.LISTS:
            return format_lists(items, kept_text)
        case OwnKind.WORDS:
            return format_words(items, kept_text, WORDS_HEADER)
        case OwnKind.STOP_WORDS:
            return format_words(items, kept_text, STOP_WORDS_HEADER)


class Owning:
    """The commands on the reader's own concepts, words, stop words and lists, whose files are in `folder`."""

    def __init__(self, store: Store, log: StepLog, unanswered: Unanswered, folder: DataFolder) -> None:
        self._store = store
        self._log = log
        if store.state.own is None:
            store.replace(own=Own())
        paths = {
            OwnKind.CONCEPTS: folder.concepts,
            OwnKind.WORDS: folder.words,
            OwnKind.STOP_WORDS: folder.stop_words,
            OwnKind.LISTS: folder.word_lists,
        }
        self._files = {kind: _File(store, unanswered, path, kind) for kind, path in paths.items()}

    # -- concepts ---------------------------------------------------------------------------------------------

    def merge(self, word: str, other: str) -> bool:
        """Have `word` and `other` be one from now on, with all that either is one with; False with a sentence."""
        word, other = _plain(word), _plain(other)
        if concepts_of(self._store.state).are_same(word, other):
            self._say("concept-known", NoticeKind.NEWS, term=word, other=other)
            return False
        if self._files[OwnKind.CONCEPTS].refuses():
            return False
        try:
            change = Concepts(self._own.concepts, exchanging=False).merging(word, other)
        except ValueError:
            self._say("concept-refused", NoticeKind.PROBLEM, term=word, other=other)
            return False
        return self._make(OwnKind.CONCEPTS, change.gone, change.come, "concept-made", term=word, other=other)

    def own_concepts(self, word: str) -> tuple[Concept, ...]:
        """Return the concepts of the reader's own that `word` is of."""
        key = search_key(_plain(word))
        return tuple(concept for concept in self._own.concepts if key in concept.keys)

    def take_apart(self, word: str) -> bool:
        """Have `word` be one with no other word by the reader's own concepts."""
        gone = self.own_concepts(word)
        return bool(gone) and self._make(OwnKind.CONCEPTS, gone, (), "concept-apart", words=_words(gone))

    # -- words ------------------------------------------------------------------------------------------------

    def keep_whole(self, word: str) -> bool:
        """Have `word` stay whole wherever words are told from each other."""
        return self._add(OwnKind.WORDS, word, "word-whole")

    def stop(self, word: str) -> bool:
        """Have `word` be no keyword any more, in any thread."""
        return self._add(OwnKind.STOP_WORDS, word, "word-stopped")

    def _add(self, kind: OwnKind, word: str, told: str) -> bool:
        word = _plain(word)
        if word_flaw(word) is not None:
            self._say("word-refused", NoticeKind.PROBLEM, term=shortened(word))
            return False
        if self._files[kind].refuses():
            return False
        known = {word_key(str(one)) for one in self._files[kind].items}
        return search_key(word) in known or self._make(kind, (), (word,), told, term=word)

    # -- lists ------------------------------------------------------------------------------------------------

    def save_list(self, name: str, words: Sequence[str]) -> bool:
        """Keep `words` under `name`, in the place of a list that has this name; False with a sentence."""
        name = " ".join(name.split())
        if list_flaw(name) is not None or any(word_flaw(word, 1) for word in words):
            self._say("list-refused", NoticeKind.PROBLEM, list=shortened(name))
            return False
        return not self._files[OwnKind.LISTS].refuses() and self._change_list(
            self.list_named(name), WordList(name, tuple(words)), "list-saved"
        )

    def rename_list(self, name: str, new: str) -> bool:
        """Call a list otherwise; False with a sentence."""
        new, before = " ".join(new.split()), self.list_named(name)
        if before is None or new == name:
            return False
        if list_flaw(new) is not None or self.list_named(new) is not None:
            self._say("list-refused", NoticeKind.PROBLEM, list=shortened(new))
            return False
        return self._change_list(before, before._replace(name=new), "list-renamed")

    def delete_list(self, name: str) -> bool:
        """Delete a list of words."""
        before = self.list_named(name)
        return before is not None and self._change_list(before, None, "list-deleted")

    def list_named(self, name: str) -> WordList | None:
        """Return the list of this name, None where there is none."""
        return next((one for one in self._own.lists if one.name == name), None)

    def _change_list(self, before: WordList | None, after: WordList | None, told: str) -> bool:
        if before == after:
            return True
        gone, come = (() if one is None else (one,) for one in (before, after))
        named = cast("WordList", after or before).name
        return self._make(OwnKind.LISTS, gone, come, told, list=shortened(named))

    # -- steps and files --------------------------------------------------------------------------------------

    def step(self, step: OwnStep) -> Outcome:
        """Do to the file as it is now what `step` says, where no other hand has written otherwise since."""
        file = self._files[step.kind]
        if file.refuses():
            return Outcome.REFUSED
        now = file.items
        if not set(step.gone) <= set(now) or _clashes(step, now):
            file.disagree()
            return Outcome.GONE
        items = _with(now, step)
        return Outcome.DONE if items == now or file.say(items) else Outcome.REFUSED

    def make_file(self, kind: OwnKind) -> Path | None:
        """Have the file of a kind be there for an editor, explaining itself; None, with a sentence, if it can't."""
        file = self._files[kind]
        file.look()
        return file.path if file.path.exists() or file.say(file.items) else None

    def look(self) -> None:
        """Take over what the files say."""
        for file in self._files.values():
            file.look()

    @property
    def _own(self) -> Own:
        return own_of(self._store.state)

    def _make(self, kind: OwnKind, gone: Sequence[Any], come: Sequence[Any], told: str, **details: str) -> bool:
        step = OwnStep(kind, tuple(gone), tuple(come))
        if _parsed(kind, _formatted(kind, step.come, ""))[0] != step.come:  # a sign of the file's own is among them
            self._say("word-refused", NoticeKind.PROBLEM, term=shortened(next(iter(details.values()), "")))
            return False
        if self.step(step) is not Outcome.DONE:
            return False
        self._log.add(step)
        self._log.tell(told, **details)
        return True

    def _say(self, code: str, kind: NoticeKind, **details: str) -> None:
        self._store.replace(notice=Notice(code, kind, details))


def _with(now: Sequence[Any], step: OwnStep) -> tuple[Any, ...]:
    """Return `now` without what goes, with what comes in the place of the first of that, else at the end."""
    place = min((now.index(one) for one in step.gone), default=len(now))
    come = [one for one in step.come if one not in now or one in step.gone]
    rest = [one for one in now if one not in step.gone]
    return (*rest[:place], *come, *rest[place:])


def _clashes(step: OwnStep, now: OwnItems) -> bool:
    """Tell whether a list would come that has the name of another one by now."""
    left = {one.name for one in now if isinstance(one, WordList) and one not in step.gone}
    return any(isinstance(one, WordList) and one not in now and one.name in left for one in step.come)


def _words(concepts: Sequence[Concept]) -> str:
    return shortened(" = ".join(dict.fromkeys(word for concept in concepts for word in concept.words)))


def _plain(word: str) -> str:
    return " ".join(without_unseen(word).split())
