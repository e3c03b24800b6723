"""What an export is about: passages in text order, by author, in the script chosen."""

from __future__ import annotations

from dataclasses import replace

from desktop.annotations.exchange import Excerpt
from tests.annotations.exchange.parcels import as_read, as_simplified, lost, note_on
from tests.annotations.samples import LATER, with_first


def test_the_notes_are_gathered_by_author_in_text_order() -> None:
    digest = as_read(note_on("孤家寡人"), note_on("想法"), note_on("死敵"), note_on("美俄結盟"))
    told = [(group.author, [excerpt.quote for excerpt in group.excerpts]) for group in digest.groups]
    assert told == [("杜達特洛夫斯基", ["美俄結盟", "想法"]), ("建章看世界", ["死敵", "孤家寡人"])]


def test_question_names_and_quotes_are_in_the_script_chosen() -> None:
    digest = as_simplified(note_on("戰略家"))
    assert digest.question == "为什么美国与俄罗斯会面?"
    assert digest.groups[0].author == "杜达特洛夫斯基"
    assert digest.groups[0].excerpts[0].quote == "战略家"
    assert digest.groups[0].excerpts[0].words == "戰略家"


def test_notes_without_a_place_come_last_and_none_is_missing() -> None:
    placed, nowhere = note_on("想法"), lost("還在")
    digest = as_read(nowhere, placed)
    assert [excerpt.annotation for excerpt in digest.unplaced] == [nowhere]
    assert [excerpt.annotation for excerpt in digest.excerpts] == [placed, nowhere]
    assert digest.unplaced[0].quote == "這裏沒有的話"
    assert digest.unplaced[0].span is None


def test_words_outside_of_every_answer_keep_the_author_they_were_put_down_to() -> None:
    heading = with_first(note_on("建章看世界"), author="誰", answer=None)
    assert as_read(heading).groups[0].author == "誰"


def test_the_day_is_that_of_the_last_change() -> None:
    annotation = replace(note_on("想法"), modified=LATER)
    assert Excerpt(annotation, "", "", "").day == LATER.astimezone().date().isoformat()


def test_a_day_at_the_end_of_the_calendar_is_a_day_too() -> None:
    last = replace(note_on("想法"), modified=LATER.replace(year=9999, month=12, day=31, hour=23))
    assert Excerpt(last, "", "", "").day.startswith("9999-12-31")
