"""Finding the passages of what is imported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.annotations import Annotation, How, Passage, PlacementState, make_anchor
from desktop.annotations.exchange import passages
from desktop.annotations.exchange.passages import arranged, find_places, settled
from desktop.documents import parse_document
from desktop.text import Span
from tests.annotations.exchange.parcels import DOCUMENT, TEXT, by_id, lost, note_on
from tests.annotations.samples import with_first, with_further

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from desktop.annotations import Placement
    from desktop.documents import Document


def kept_none(_digests: Set[str]) -> Mapping[str, str]:
    return {}


def foreign(exact: str, prefix: str = "", suffix: str = "") -> Annotation:
    """Return a note with nothing but its words, as other programs have them."""
    anchor = replace(lost().passages[0].anchor, exact=exact, prefix=prefix, suffix=suffix, span=Span(0, 0), sha256="")
    return with_first(lost(), anchor=anchor, author="", answer=None)


def linking(*quotes: str) -> Annotation:
    """Return a note on several passages, with nothing but their words."""
    first, *further = map(foreign, quotes)
    return with_further(first, *(Passage(one.passages[0].anchor) for one in further))


def place(annotation: Annotation, document: Document = DOCUMENT) -> tuple[Placement, ...]:
    return find_places(by_id(annotation), document, kept_none)[annotation.id]


def test_words_that_stand_as_they_are_are_anchored_anew_on_this_text() -> None:
    brought = foreign("一個戰略家", suffix="也這麼  想過")
    kept = settled(brought, place(brought), DOCUMENT)
    assert kept.passages[0].anchor == note_on("一個戰略家").passages[0].anchor
    assert (kept.passages[0].author, kept.passages[0].answer, kept.passages[0].resolved) == ("杜達特洛夫斯基", 0, ())
    assert place(kept)[0].state is PlacementState.EXACT


def test_words_in_the_other_script_keep_their_own_and_are_noted_where_they_were_found() -> None:
    brought = foreign("目前的美国已经成为孤家寡人", prefix="第一,")
    kept = settled(brought, place(brought), DOCUMENT)
    assert kept.passages[0].anchor == brought.passages[0].anchor
    assert [found.how for found in kept.passages[0].resolved] == [How.QUOTE]
    assert kept.passages[0].resolved[0].anchor.exact == "目前的美國已經成為孤家寡人"
    assert kept.passages[0].author == "建章看世界"


@pytest.mark.parametrize(
    ("quote", "state"),
    [("美國", PlacementState.UNCERTAIN), ("這裏沒有的一整句話,說的是別的事情", PlacementState.LOST)],
)
def test_what_has_no_one_place_stays_as_it_came(quote: str, state: PlacementState) -> None:
    brought = foreign(quote)
    found = place(brought)
    assert found[0].state is state
    assert settled(brought, found, DOCUMENT) == brought


def test_an_older_text_that_was_kept_leads_to_the_place() -> None:
    older = TEXT.replace("死敵", "朋友")
    old = parse_document(older, DOCUMENT.path, "utf-8")
    start = older.index("朋友")
    made = with_first(note_on("死敵"), anchor=make_anchor(older, Span(start, start + 2), old.sha256))
    asked: list[Set[str]] = []

    def kept(digests: Set[str]) -> Mapping[str, str]:
        asked.append(digests)
        return {old.sha256: older}

    find_places(by_id(made), DOCUMENT, kept)
    assert asked == [{old.sha256}]


def test_of_a_quote_too_long_to_be_searched_only_the_very_words_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "LONGEST", 12)
    sentence = "美國和俄羅斯是天然的“死敵”,永遠不可能結盟。"
    assert place(note_on(sentence))[0].state is PlacementState.EXACT
    assert place(foreign(sentence))[0].span == note_on(sentence).passages[0].anchor.span
    assert place(foreign(sentence.replace("死敵", "朋友")))[0].state is PlacementState.LOST
    twice = parse_document(TEXT + sentence, DOCUMENT.path, "utf-8")
    assert place(foreign(sentence), twice)[0].state is PlacementState.LOST


def test_many_are_found_as_one_is_whatever_fits_into_a_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    brought = by_id(*(replace(foreign(quote), id=quote) for quote in ("戰略家", "死敵", "孤家寡人", "想法😀")))
    whole = find_places(brought, DOCUMENT, kept_none)
    monkeypatch.setattr(passages, "_BATCH", 5)
    assert find_places(brought, DOCUMENT, kept_none) == whole
    assert [found[0].span.of(TEXT) for found in whole.values() if found[0].span] == list(brought)


def test_that_one_of_many_without_positions_is_elsewhere_says_nothing_of_the_others() -> None:
    brought = by_id(
        *(replace(foreign(quote), id=quote) for quote in ("戰略家", "孤家寡人", "美俄結盟", "眾叛親離", "普京"))
    )
    found = find_places(brought, DOCUMENT, kept_none)
    assert [place[0].span.of(TEXT) for place in found.values() if place[0].span] == list(brought)


def test_each_passage_of_a_note_is_found_and_kept_as_one_alone_would_be() -> None:
    brought = linking("戰略家", "目前的美国已经成为孤家寡人", "這裏沒有的一整句話,說的是別的事情")
    found = place(brought)
    kept = settled(brought, found, DOCUMENT)
    same_script, other_script, missing = kept.passages
    assert (same_script.anchor, same_script.author) == (note_on("戰略家").passages[0].anchor, "杜達特洛夫斯基")
    assert (other_script.anchor, other_script.author) == (brought.passages[1].anchor, "建章看世界")
    assert [step.anchor.exact for step in other_script.resolved] == ["目前的美國已經成為孤家寡人"]
    assert missing == brought.passages[1:][1]
    again = place(kept)
    assert [where.span for where in again] == [where.span for where in found]


def test_a_note_is_listed_by_a_passage_that_has_a_place_and_has_none_twice() -> None:
    brought = linking("這裏沒有的一整句話,說的是別的事情", "美國", "戰略家", "死敵", "战略家")
    note, found = arranged(brought, place(brought))
    assert [passage.anchor.exact for passage in note.passages] == [
        *("戰略家", "死敵", "美國"),
        "這裏沒有的一整句話,說的是別的事情",
    ]
    assert [where.state.value for where in found] == ["moved", "moved", "uncertain", "lost"]


def test_a_note_on_one_passage_stays_as_it_came() -> None:
    brought = foreign("戰略家")
    found = place(brought)
    assert arranged(brought, found) == (brought, found)


def test_a_heap_of_passages_in_one_note_is_looked_for_word_for_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "_BATCH", 12)
    brought = linking("戰略家", "目前的美国已经成为孤家寡人", "死敵")
    found = place(brought)
    assert [where.span and where.span.of(TEXT) for where in found] == ["戰略家", None, "死敵"]


def test_passages_met_in_one_text_elsewhere_keep_each_other_company() -> None:
    """Of two places with the same words, that one is meant which stands beside the rest, as it did there."""
    start = 5000 - TEXT.index("第一")

    def there(quote: str) -> Passage:
        at = TEXT.index(quote, TEXT.index("建章看世界")) + start
        anchor = replace(foreign(quote).passages[0].anchor, span=Span(at, at + len(quote)))
        return Passage(anchor, extra={"baijia:origin": "https://example.org/"})

    quotes = ("天然的", "永遠不可能結盟", "急切地想見", "孤家寡人", "眾叛親離", "結盟")
    notes = {quote: replace(foreign(quote), id=quote, passages=(there(quote),)) for quote in quotes}
    found = find_places(notes, DOCUMENT, kept_none)["結盟"]
    assert found[0].span == Span(there("結盟").anchor.span.start - start, there("結盟").anchor.span.end - start)
