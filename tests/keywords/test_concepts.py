"""Several words for one thing: one term in search, in counts, in lights."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.keywords import (
    NO_CONCEPTS,
    Concept,
    ConceptChange,
    ConceptFlaw,
    Concepts,
    concept_flaw,
    concordance,
    find_each,
    find_in,
    find_terms,
    format_concepts,
    matrix,
    parse_concepts,
    shipped_concepts,
    written_text,
)
from desktop.keywords.concepts_form import OWN_HEADER
from desktop.keywords.finding import Searched
from desktop.paths import resource
from desktop.script import fold, phrase_forms, search_key
from tests.keywords.threads import thread

SHIPPED = resource("dictionaries/concepts.txt").read_text(encoding="utf-8")
# Words of few characters, so that those of one concept stand within those of another.
WORD = st.text("甲乙丙a", min_size=2, max_size=3)
CONCEPT = st.lists(WORD, min_size=2, max_size=3, unique=True).map(lambda words: Concept(tuple(words)))
CONCEPTS = st.lists(CONCEPT, max_size=3, unique=True).map(lambda items: Concepts(tuple(items)))


def found(text: str, term: str, concepts: Concepts | None = None) -> list[str]:
    return [hit.span.of(text) for hit in find_terms(text, [term], concepts)]


# -- what ships with the app --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [("特朗普", "川普"), ("普京", "普丁", "普亭"), ("馬克龍", "馬克宏"), ("美聯儲", "聯準會"), ("西紅柿", "番茄")],
    ids=lambda words: words[0],
)
def test_each_word_of_a_concept_finds_all(words: tuple[str, ...]) -> None:
    text = "、".join(words)
    for word in words:
        assert found(text, word) == list(words)
    for one, other in combinations(words, 2):
        assert shipped_concepts().are_same(one, other)


def test_what_the_dictionaries_exchange_is_one_too_unless_that_is_off() -> None:
    assert found("内存和記憶體", "记忆体") == ["内存", "記憶體"]
    assert found("内存和記憶體", "记忆体", Concepts()) == ["内存", "記憶體"]
    assert found("内存和記憶體，川普和特朗普", "记忆体", NO_CONCEPTS) == ["記憶體"]
    assert found("川普和特朗普", "川普", NO_CONCEPTS) == ["川普"]


def test_a_phrase_has_the_forms_of_the_words_of_concepts_in_it() -> None:
    assert found("川普的推文", "特朗普的推文") == ["川普的推文"]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("講四川普通話", "特朗普"),
        ("各大河川普遍整治", "特朗普"),
        ("道理就在这里根本没人听", "雷根"),
        ("奈及利亞即尼日利亞", "尼日爾"),
        ("我参加萨克斯乐队", "加沙"),
        ("INTELLIGENT people", "英特尔"),
        ("稳坐钓鱼台", "钓鱼岛"),
    ],
)
def test_a_word_of_a_concept_within_another_word_is_not_found(text: str, term: str) -> None:
    assert found(text, term) == []


def test_what_is_asked_for_is_found_wherever_it_stands() -> None:
    assert found("講四川普通話，川普說", "川普") == ["川普", "川普"]
    assert found("講四川普通話，川普說", "特朗普") == ["川普"]


def test_an_exception_hides_no_other_term() -> None:
    hits = find_terms("四川普通話", ["特朗普", "四川", "普通話"])
    assert [hit.term for hit in hits] == ["四川", "普通話"]


def test_latin_words_of_a_concept_are_found_whole_and_in_any_case() -> None:
    assert found("用Intel的、INTEL 的、intels的", "英特尔") == ["Intel", "INTEL"]


def test_the_shipped_file_is_in_order() -> None:
    concepts, bad = parse_concepts(SHIPPED)
    assert bad == ()
    assert len(concepts) > 300
    words = [fold(word) for concept in concepts for word in concept.words]
    assert len(words) == len(set(words)), "no word is in two groups, nor twice in one"
    for concept in concepts:
        forms = phrase_forms(concept.words[0])
        assert concept.exceptions or not {fold(word) for word in concept.words} <= set(forms), concept


def test_a_word_within_one_of_another_concept_is_none_of_its_own() -> None:
    concepts = Concepts((Concept(("馬里", "馬利")), Concept(("索馬里", "索馬利亞"))))
    assert found("馬里、索馬里", "馬利", concepts) == ["馬里"]


# -- values -------------------------------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(CONCEPTS, st.text("甲乙丙a，", max_size=30), st.lists(WORD, max_size=5))
def test_counts_and_lines_agree_with_a_search_for_each(concepts: Concepts, text: str, terms: list[str]) -> None:
    document = thread(("甲君", f"丁{text}"))
    searched = Searched(written_text(document))
    each = find_each(searched, terms, concepts)
    assert each == [[hit.span for hit in find_in(searched, [term], concepts)] for term in terms]
    words = document.answers[0].span.of(document.text)
    naive = tuple((len(find_terms(words, [term], concepts)),) for term in terms)
    assert matrix(document, terms, concepts=concepts).counts == naive
    lines = [len(concordance(document, term, concepts=concepts)) for term in terms]
    assert lines == [count for (count,) in naive]


@settings(max_examples=60, deadline=None)
@given(CONCEPTS, WORD, WORD)
def test_to_be_one_is_mutual_and_concepts_that_share_a_word_are_one(concepts: Concepts, one: str, other: str) -> None:
    assert concepts.are_same(one, other) == concepts.are_same(other, one)
    for concept in concepts:
        assert len({concepts.key(search_key(word)) for word in concept.words}) == 1
        assert all(concepts.are_same(*pair) for pair in combinations(concept.words, 2))


@settings(max_examples=80, deadline=None)
@given(CONCEPTS, WORD, WORD)
def test_merging_makes_two_words_one_and_its_inverse_takes_that_back(
    concepts: Concepts, one: str, other: str
) -> None:
    if search_key(one) == search_key(other):
        return
    change = concepts.merging(one, other)
    merged = concepts.with_change(change)
    assert merged is not None
    assert merged.are_same(one, other)
    back = merged.with_change(change.inverse)
    assert back is not None
    assert set(back.items) == set(concepts.items)
    assert merged.merging(one, other) == ConceptChange()


def test_merging_takes_all_that_either_is_one_with() -> None:
    concepts = Concepts((Concept(("川普", "川建国"), ("四川普",)), Concept(("懂王", "川大統領"))))
    change = concepts.merging("川普", "懂王")
    assert change.gone == concepts.items
    assert change.come == (Concept(("川普", "川建国", "懂王", "川大統領"), ("四川普",)),)


def test_a_change_to_what_is_not_there_any_more_is_refused() -> None:
    change = Concepts((Concept(("川普", "懂王")),)).merging("川普", "川大統領")
    assert Concepts().with_change(change) is None


def test_the_readers_own_go_together_with_those_that_ship() -> None:
    concepts = shipped_concepts().together(Concepts((Concept(("川普", "懂王")),)))
    assert found("特朗普、川普、懂王", "特朗普", concepts) == ["特朗普", "川普", "懂王"]


@pytest.mark.parametrize(
    ("words", "exceptions", "flaw"),
    [
        (("川普", "特朗普"), (), None),
        (("川普", "特朗普"), ("四川普通話",), None),
        (("川普",), (), ConceptFlaw.ONE_WORD),
        (("國會", "国会"), (), ConceptFlaw.ONE_WORD),
        (("川普", "川"), (), ConceptFlaw.TOO_SHORT),
        (("川普", ""), (), ConceptFlaw.TOO_SHORT),
        (("川普", "特" * 61), (), ConceptFlaw.TOO_LONG),
        (("川普", "特\n朗普"), (), ConceptFlaw.CONTROL),
        (("川普", "特朗普"), ("四川",), ConceptFlaw.STRANGE_EXCEPTION),
        (("川普", "特朗普"), ("川普",), ConceptFlaw.STRANGE_EXCEPTION),
    ],
)
def test_words_that_make_no_concept_are_told_why(
    words: tuple[str, ...], exceptions: tuple[str, ...], flaw: ConceptFlaw | None
) -> None:
    assert concept_flaw(words, exceptions) == flaw
    if flaw is not None:
        with pytest.raises(ValueError, match=flaw.value):
            Concept(words, exceptions)


# -- the file -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("特朗普 = 川普", Concept(("特朗普", "川普"))),
        ("  特朗普＝川普=懂王  ", Concept(("特朗普", "川普", "懂王"))),
        ("特朗普 = 川普 ≠ 四川普  川普遍", Concept(("特朗普", "川普"), ("四川普", "川普遍"))),
        ("特朗普 = 川普 != 四川普", Concept(("特朗普", "川普"), ("四川普",))),
        ("唐納德 特朗普 = 川普", Concept(("唐納德 特朗普", "川普"))),
        ("\ufeff特朗普 = 川普", Concept(("特朗普", "川普"))),
    ],
)
def test_a_line_is_read_as_it_is_meant(line: str, said: Concept) -> None:
    assert parse_concepts(line) == (Concepts((said,)), ())


def test_lines_that_cannot_be_used_are_reported_by_number_and_skipped() -> None:
    concepts, bad = parse_concepts("# 我的\n川普\n\n特朗普 = 川\r\n普京 = 普丁\n")
    assert concepts == Concepts((Concept(("普京", "普丁")),))
    assert [(line.number, line.text, line.flaw) for line in bad] == [
        (2, "川普", ConceptFlaw.ONE_WORD),
        (4, "特朗普 = 川", ConceptFlaw.TOO_SHORT),
    ]


def test_rewriting_keeps_every_line_that_still_holds_and_all_that_is_the_readers_own() -> None:
    kept = "# 我的\r\n川普\r\n特朗普=川普\r\n普京 = 普丁\r\n# 完"
    concepts, _ = parse_concepts(kept)
    assert format_concepts(concepts, kept) == kept
    changed = concepts.with_change(concepts.merging("川普", "懂王"))
    assert changed is not None
    assert format_concepts(changed, kept) == "# 我的\r\n川普\r\n特朗普 = 川普 = 懂王\r\n普京 = 普丁\r\n# 完"
    more = Concepts((*concepts.items, Concept(("歐巴馬", "黑人總統"))))
    assert format_concepts(more, kept) == f"{kept}\r\n歐巴馬 = 黑人總統\r\n"


def test_a_new_file_says_how_it_is_written() -> None:
    assert format_concepts([Concept(("川普", "懂王"))], "") == f"{OWN_HEADER}川普 = 懂王\n"
    assert parse_concepts(OWN_HEADER) == (Concepts(), ())


@settings(max_examples=80, deadline=None)
@given(CONCEPTS, CONCEPTS, st.sampled_from(["", "# 我的\n", "\ufeff# 我的\r\n壞行\r\n"]))
def test_what_is_written_is_what_is_read(before: Concepts, after: Concepts, kept: str) -> None:
    text = format_concepts(before, kept)
    assert set(parse_concepts(text)[0]) == set(before)
    again = format_concepts(after, text)
    assert set(parse_concepts(again)[0]) == set(after)
    assert all(line in again for line in kept.splitlines())


def test_no_concept_of_a_file_is_held_against_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"詞{number} 語{number}乙\n" for number in range(60))
    concepts, _ = parse_concepts(text)
    compared: list[object] = []
    equal = Concept.__eq__

    def comparing(one: Concept, other: object) -> bool:
        compared.append(other)
        return equal(one, other)

    monkeypatch.setattr(Concept, "__eq__", comparing)
    assert format_concepts((*concepts.items, Concept(("美方", "美國"))), text) == f"{text}美方 = 美國\n"
    assert len(compared) <= 4 * 61
