"""The commands on the list of authors, and going along with a person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.documents import BlockKind
from desktop.documents.containers.drafts import BlockDraft, PostDraft
from desktop.session import Session
from desktop.session.listing import Listing, Order
from desktop.session.people import in_hand, order_of, people_of
from tests.disposal import dispose
from tests.session.executors import HeldExecutor, InlineExecutor, deliver
from tests.session.forums import FORUM, names, post, put, thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

    from desktop.paths import DataFolder


@pytest.fixture
def forum(start: Callable[[], Session]) -> Session:
    """Return a session in which the forum is open."""
    session = start()
    put(session, FORUM)
    return session


def walked(session: Session, steps: int, by: int = 1) -> list[int]:
    """Return the answers that so many steps lead to, one after the other."""
    answers: list[int] = []
    for _ in range(steps):
        session.step(by)
        answers.append(session.state.pane.answer)
    return answers


def who(session: Session) -> str:
    return people_of(FORUM).everyone[in_hand(session.state)].name


def here(session: Session) -> tuple[int, str]:
    """Return the answer on the page, and the words gone to."""
    goal = session.state.pane.goal
    assert goal is not None
    return session.state.pane.answer, FORUM.text[goal.span.start : goal.span.start + 4]


def test_the_next_author_is_the_next_one_listed(forum: Session) -> None:
    assert walked(forum, 6) == [1, 3, 5, 2, 4, 4]
    forum.authors.sort(Order.VOTES)
    assert walked(forum, 4, -1) == [2, 0, 0, 0]
    assert walked(forum, 6) == [2, 4, 1, 5, 3, 3]
    forum.step(-9)
    assert forum.state.pane.answer == 0


def test_the_answer_put_beside_is_the_next_one_listed(forum: Session) -> None:
    forum.authors.sort(Order.VOTES)
    forum.panes.put_answer_beside()
    assert [pane.answer for pane in forum.state.panes] == [0, 2]
    forum.show_answer(3)
    forum.panes.put_answer_beside()
    assert [pane.answer for pane in forum.state.panes] == [3, 5], "behind the last is the one before it"


def test_with_names_filtered_only_those_are_walked_through(forum: Session) -> None:
    forum.authors.filter("甲")
    assert walked(forum, 4) == [1, 3, 5, 5]
    forum.authors.seek(sought=True)
    assert forum.state.listing.filter == "甲"
    forum.authors.seek(sought=False)
    assert forum.state.listing == Listing()


def test_one_goes_along_with_a_person_through_answers_and_comments_round_the_end(forum: Session) -> None:
    forum.show_answer(2)
    seen: list[tuple[int, str]] = []
    for _ in range(4):
        forum.authors.step(1)
        seen.append(here(forum))
        assert who(forum) == "乙"
    assert seen == [(3, "同意。\n"), (0, "說得好。"), (2, "蕨類最耐"), (3, "同意。\n")]
    forum.authors.step(-1)
    assert here(forum) == (2, "蕨類最耐")
    forum.authors.step(-1)
    assert here(forum) == (0, "說得好。")
    forum.authors.step(-1)
    assert here(forum) == (3, "同意。\n")


def test_within_an_answer_the_previous_thing_is_its_beginning(forum: Session) -> None:
    forum.show_answer(3)
    forum.scrolled(FORUM.answers[3].span.start + 3)
    forum.authors.step(-1)
    assert here(forum) == (3, "補充：澆")


def test_whoever_goes_elsewhere_has_left_the_person(forum: Session) -> None:
    forum.authors.go_to(people_of(FORUM).with_key("丁"))
    assert here(forum) == (3, "說得好。")
    forum.scrolled(FORUM.answers[3].span.start)
    assert who(forum) == "丁", "who only scrolls is with them still"
    forum.show_answer(4)
    assert who(forum) == "戊"
    forum.show_answer(3)
    assert who(forum) == "甲"
    forum.authors.go_to(people_of(FORUM).with_key("丁"))
    forum.authors.leave()
    assert who(forum) == "甲"


def test_a_person_is_gone_along_with_in_the_pane_that_shows_the_answer(forum: Session) -> None:
    forum.show_answer(2)
    forum.panes.put_answer_beside()
    assert [pane.answer for pane in forum.state.panes] == [2, 4]
    forum.show_answer(3)
    forum.panes.focus(0)
    forum.authors.step(1)
    assert (forum.state.focus, here(forum)) == (1, (3, "同意。\n"))
    assert who(forum) == "乙"


def test_posts_apart_are_walked_through_as_a_conversation_is_read(start: Callable[[], Session]) -> None:
    session = start()
    put(session, FORUM)
    session.authors.part(apart=True)
    assert walked(session, 6) == [1, 2, 3, 4, 5, 5]
    session.authors.sort(Order.TIME)
    assert walked(session, 5, -1) == [3, 0, 0, 0, 0]
    session.authors.sort(Order.THREAD)
    session.show_answer(2)
    session.authors.step(1)
    assert here(session) == (3, "同意。\n"), "one goes along with a person all the same"
    session.close()
    again = start()
    put(again, FORUM)
    assert again.state.listing.apart
    put(again, thread(post("甲", "一。"), post("甲", "二。"), title="另一問？"))
    assert not again.state.listing.apart


def test_an_order_is_remembered_for_its_thread_alone(start: Callable[[], Session], tmp_path: Path) -> None:
    other = thread(post("甲", votes=1), post("乙", votes=2), title="另一問？", path=tmp_path / "b.html")
    session = start()
    put(session, FORUM)
    session.authors.sort(Order.VOTES)
    put(session, other)
    assert order_of(session.state) is Order.THREAD
    session.close()
    again = start()
    put(again, FORUM)
    assert order_of(again.state) is Order.VOTES
    assert names(FORUM, [again.state.pane.answer]) == "林"


def test_an_order_made_the_usual_one_goes_for_threads_without_one_of_their_own(start: Callable[[], Session]) -> None:
    session = start()
    put(session, FORUM)
    session.authors.sort(Order.VOTES)
    session.authors.make_usual()
    other = thread(post("甲", votes=1), post("乙", votes=2), title="另一問？")
    put(session, other)
    assert session.state.listing.order is None
    assert order_of(session.state) is Order.VOTES
    session.authors.make_usual()
    assert order_of(session.state) is Order.VOTES, "this one stays as it is"
    assert session.state.preferences.order is Order.THREAD
    session.authors.sort(Order.THREAD)
    put(session, FORUM)
    put(session, other)
    assert order_of(session.state) is Order.THREAD


# -- one person's words ---------------------------------------------------------------------------------------


def inked(session: Session) -> list[str]:
    """Return what is in ink while one person's words alone are."""
    document, lit = session.state.document, session.state.lights.person
    assert document is not None
    headings = {answer.author_span for answer in document.answers}
    spans = () if lit is None else lit.spans
    return [document.words_at(span).strip() for span in spans if span not in headings]


def test_everything_that_one_person_wrote_is_in_ink_and_nothing_else(forum: Session) -> None:
    forum.show_answer(2)
    forum.authors.light()
    assert inked(forum) == ["說得好。", "蕨類最耐陰，我養了三年，一盆也沒有死。", "同意。"]
    assert forum.state.notice is not None
    assert (forum.state.notice.code, dict(forum.state.notice.details)) == ("person-lit", {"name": "乙", "count": "3"})
    forum.show_answer(1)
    assert forum.state.lights.person is not None, "it stays while one reads on"
    forum.authors.light()
    assert forum.state.lights.person is None


def test_the_name_is_in_ink_wherever_it_is_mentioned_in_either_script(forum: Session) -> None:
    put(forum, thread(post("陳默默", "我說過。"), post("王一", "陈默默說得好，陳默不是他。")))
    forum.show_answer(0)
    forum.authors.light()
    assert inked(forum) == ["我說過。", "陈默默"]


def test_a_quotation_is_in_ink_where_it_is_theirs(forum: Session) -> None:
    def quoting(author: str, quoted: str, words: str) -> PostDraft:
        return PostDraft(author, (BlockDraft(quoted, BlockKind.QUOTE), BlockDraft(words)))

    first = post("甲甲", "蕨類最耐陰，我養了三年。\n一盆也沒有死。")
    others = quoting("乙乙", "蕨类最耐阴,我养了三年", "那可不。"), quoting("甲甲", "那可不知道是誰說的", "是我。")
    put(forum, thread(first, *others))
    forum.authors.light()
    assert inked(forum) == ["蕨類最耐陰，我養了三年。\n\n一盆也沒有死。", "蕨类最耐阴,我养了三年", "是我。"]


@pytest.fixture
def worker() -> HeldExecutor:
    """Return what keeps slow work until it is let run."""
    return HeldExecutor()


@pytest.fixture
def long(folder: DataFolder, worker: HeldExecutor, qapp: QApplication) -> Iterator[Session]:
    """Yield a session in which a thread is open that is too long for one person's words to be found at once."""
    session = Session(folder, None, worker, InlineExecutor())
    put(session, thread(post("甲", "蕨類最耐陰。"), post("乙", "那可不。" * 12_000)))
    yield session
    session.stop()
    dispose(session)


def test_in_a_long_thread_the_words_of_one_person_are_found_by_the_worker(
    long: Session, worker: HeldExecutor
) -> None:
    long.authors.light()
    assert long.state.lights.person is None
    worker.run()
    deliver()
    assert inked(long) == ["蕨類最耐陰。"]


def test_words_of_one_person_that_are_found_in_another_thread_by_then_light_nothing(
    long: Session, worker: HeldExecutor
) -> None:
    long.authors.light()
    put(long, thread(post("丙丙"), path=Path("/別的.html")))
    worker.run()
    deliver()
    assert long.state.lights.person is None


def test_another_document_has_everybody_in_ink(forum: Session) -> None:
    forum.authors.light()
    put(forum, thread(post("甲"), path=Path("/別的.html")))
    assert forum.state.lights.person is None
