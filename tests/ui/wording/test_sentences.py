"""Every notice has its words: no code of the app lacks a sentence, and a sentence is plain text."""

from __future__ import annotations

import ast
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.annotations import StoreReason
from desktop.annotations.exchange import Refusal
from desktop.documents.error import FileReason
from desktop.keywords import ConceptFlaw, WordFlaw
from desktop.script.corrections import Flaw
from desktop.session import Notice, NoticeKind
from desktop.session.history import Told, Way
from desktop.session.own.own_file import Trouble
from desktop.session.renewal.comparing import FOUND
from desktop.ui.wording.offers import offers_of
from desktop.ui.wording.own_sentences import OWN_WORDS
from desktop.ui.wording.sentences import SAVE_FAILING, SENTENCES, sentence
from tests.test_architecture import HOUSE

_OF_CORRECTIONS = [trouble for trouble in Trouble if trouble is not Trouble.TOO_MANY_LINES]
"""What can be wrong with the file of corrections: a thousand of those are found as quickly as ten."""


def _codes() -> set[str]:
    """Return every code that is given as a literal to `notify` or `Notice` anywhere in the app."""
    found: set[str] = set()
    for module in HOUSE:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and node.args and _name(node) in {"notify", "Notice", "tell"}:
                code = node.args[0]
                found |= {code.value} if isinstance(code, ast.Constant) and isinstance(code.value, str) else set()
    return found


def _literals() -> set[str]:
    """Return every text that stands in the code of the session."""
    nodes = (node for module in HOUSE if module.room == "session" for node in ast.walk(module.tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_the_scan_finds_codes() -> None:
    assert {"annotation-deleted", "save-failed", "keyword-not-found"} <= _codes()


def test_every_code_of_the_app_has_a_sentence() -> None:
    assert _codes() - set(SENTENCES) == set()


@pytest.mark.parametrize("reason", FileReason, ids=str)
def test_every_way_in_which_a_file_fails_names_the_file(reason: FileReason) -> None:
    notice = Notice(f"document-{reason.value}", NoticeKind.PROBLEM, {"name": "甲.txt"})
    assert "“甲.txt”" in sentence(notice)


@pytest.mark.parametrize("reason", StoreReason, ids=str)
def test_every_trouble_with_the_notes_names_the_thread(reason: StoreReason) -> None:
    notice = Notice(f"annotations-{reason.value}", NoticeKind.PROBLEM, {"name": "甲.txt", "file": "/notes.json"})
    assert "“甲.txt”" in sentence(notice)


@pytest.mark.parametrize("flaw", Flaw, ids=str)
def test_every_line_of_the_corrections_that_is_left_out_is_numbered(flaw: Flaw) -> None:
    said = sentence(Notice(f"corrections-{flaw.value}", NoticeKind.PROBLEM, {"line": "12", "later": "34"}))
    assert "12" in said
    assert ("34" in said) is (flaw is Flaw.OVERRIDDEN)


@pytest.mark.parametrize("trouble", _OF_CORRECTIONS, ids=str)
def test_every_trouble_with_the_corrections_names_their_file(trouble: Trouble) -> None:
    assert "/c.txt" in sentence(Notice(f"corrections-{trouble.value}", NoticeKind.PROBLEM, {"file": "/c.txt"}))


@pytest.mark.parametrize("reason", Refusal, ids=str)
def test_every_way_in_which_an_import_is_refused_names_the_file(reason: Refusal) -> None:
    assert "“甲.json”" in sentence(Notice(f"import-{reason.value}", NoticeKind.PROBLEM, {"name": "甲.json"}))


def test_no_sentence_is_left_that_nothing_says() -> None:
    reasons = {f"document-{r.value}" for r in FileReason} | {f"annotations-{r.value}" for r in StoreReason}
    reasons |= {f"import-{r.value}" for r in Refusal}
    reasons |= {f"{told.value}-{way.value}" for told in Told for way in Way}
    reasons |= {f"corrections-{r.value}" for r in (*Flaw, *_OF_CORRECTIONS)} | set(FOUND)
    reasons |= {f"own-{r.value}" for r in (*ConceptFlaw, *WordFlaw, *Trouble)}
    of_files = ("several", "otherwise", "too-many", "not-saved")
    reasons |= {f"{prefix}-{reason}" for prefix in ("own", "corrections") for reason in of_files}
    reasons |= {"own-no-more-lines"} | OWN_WORDS.keys() & _literals()
    saved = {"thread-saved", "thread-saved-without", "chart-saved", "lines-saved"} & _literals()
    reasons |= saved | {f"{kind}-save-failed" for kind in ("thread", "chart", "lines") if f"{kind}-saved" in saved}
    assert set(SENTENCES) - reasons - _codes() - {SAVE_FAILING} == set()


NAMING_NOTHING = frozenset(
    {
        *(f"annotations-{r.value}" for r in (StoreReason.VANISHED, StoreReason.BEHIND, StoreReason.DIVERGED)),
        f"annotations-{StoreReason.NEWER.value}",
        *(f"beside-{why}" for why in ("stays", "unwritable", "taken")),
        *(f"save-{how}" for how in ("failed", "half", "recovered")),
        SAVE_FAILING,
        *(f"export-{how}" for how in ("empty", "done")),
        *(f"import-{how}" for how in ("known", "failed", "too large", "empty")),
        *(f"paste-{how}" for how in ("empty", "failed", "discarded")),
        "thread-saved",
        "lines-saved",
        *(f"chart-{how}" for how in ("saved", "save-failed")),
        "changes-lost",
        "changes-none",
        "thread-saved-without",
        *(f"skipped-{which}" for which in ("unreadable", "large", "others", "several")),
        "paste-not-renamed",
        "paste-not-discarded",
        "notes-found",
        "notes-joined",
        "keyword-not-found",
        *("concept-known", "concept-refused", "word-refused"),
        *(f"list-{how}" for how in ("refused", "lit", "nowhere", "too-long")),
        *(f"line-is-{why}" for why in ("last", "long")),
        *("name-unfit", "doubts-none", "doubts-by-writer"),
        "no-link",
        "dictionaries-missing",
        "file-shown-failed",
    }
)
"""The sentences that name nothing to be done within the app."""


def _offering() -> set[str]:
    """Return the codes of what is said with buttons of its own: by `tell`, or with `offers` in its place."""
    found: set[str] = set()
    for module in HOUSE:
        for node in ast.walk(module.tree):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            if _name(node) == "tell" or (_name(node) == "Notice" and len(node.args) == 4):
                found.add(str(node.args[0].value))
    return found


def test_every_sentence_that_names_something_to_be_done_has_a_button_for_it() -> None:
    steps = {f"{told.value}-{way.value}" for told in Told for way in Way}
    # What was done to one's own words has the button that takes it back; what is said of their file, one to show it.
    steps |= OWN_WORDS.keys() - NAMING_NOTHING | {code for code in SENTENCES if code.startswith("own-")}
    with_buttons = {code for code in SENTENCES if offers_of(Notice(code, NoticeKind.NEWS))} | _offering() | steps
    assert set(SENTENCES) - with_buttons == NAMING_NOTHING
    assert not with_buttons & NAMING_NOTHING


def test_the_gaps_are_those_that_the_app_fills() -> None:
    gaps = {gap for words in SENTENCES.values() for _, gap, _, _ in string.Formatter().parse(words) if gap}
    assert gaps == {
        "name",
        "file",
        "reason",
        "term",
        "line",
        "most",
        "later",
        "count",
        "found",
        "unsure",
        "lost",
        "unplaced",
        "unreadable",
        "large",
        "others",
        "time",
        "other",
        "tag",
        "quote",
        "correction",
        "form",
        "words",
        "new",
        "edited",
        "gone",
        "list",
        "lit",
    }


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        sentence(Notice("no-such-thing", NoticeKind.NEWS))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_a_detail_can_neither_break_nor_turn_the_sentence(term: str) -> None:
    words = sentence(Notice("keyword-not-found", NoticeKind.NEWS, {"term": term}))
    assert words.isprintable() or not any(char in words for char in "\n\r\t\u2028\u2029\u202e\u2066\x00")
    assert len(words) == len(SENTENCES["keyword-not-found"]) - len("{term}") + len(term)
    words.encode("utf-8")


def test_braces_in_a_detail_stay_braces() -> None:
    notice = Notice("keyword-not-found", NoticeKind.NEWS, {"term": "{name}{0}"})
    assert "“{name}{0}”" in sentence(notice)
