"""The parts of an answer: its own words, and of each comment the name and the words."""

from __future__ import annotations

from tests.session.commented import document_of, structured


def test_all_that_is_read_has_its_part_in_the_order_of_the_text() -> None:
    document = document_of(structured())
    answer = document.answers[0]
    parts = list(answer.parts())
    assert parts[0].paragraphs == answer.paragraphs
    assert [part.span.of(document.text).partition("\n")[0] for part in parts[1:]] == [
        "王小明",
        "說得好，軟體沒有人再看。",
        "李后来",
        "我不同意，软件里存了三千条；这么说的人不多。",
        "沒有名字的一句話。",
    ]
    starts = [paragraph.start for part in parts for paragraph in part.paragraphs]
    assert starts == sorted(starts)


def test_each_character_is_of_one_part() -> None:
    document = document_of(structured())
    answer = document.answers[0]
    for part in answer.parts():
        for paragraph in part.paragraphs:
            assert answer.part_at(paragraph.start) == part
            assert answer.part_at(paragraph.end - 1) == part
