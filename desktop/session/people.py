"""Who wrote in the open thread, in which order their answers are listed, and which rows list them.

Everything here is a function of the state, worked out once for each document and order. Persons and answers are
named by their indices: into `People.everyone`, and into `document.answers`.
"""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from desktop.session.listing import COMMENTERS, GONE, NOBODY, Order, Person
from desktop.session.work.latest import Latest
from desktop.session.work.yielding import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.comparison.renewal import GoneAnswer
    from desktop.documents import Document
    from desktop.documents.document import Answer
    from desktop.script import Corrections
    from desktop.session.manner import Manner
    from desktop.session.state import State
    from desktop.text import Span

MANY = 30
"""From so many persons on, names can be filtered without being asked for."""


class Said(NamedTuple):
    """One thing that somebody said: an answer, the question's own text, or a comment."""

    start: int
    """Where it begins in the text, with the name."""
    span: Span
    answer: int
    """The answer that it is, or is about."""
    person: int
    is_comment: bool


class People:
    """Who wrote in a document.

    Names are one person's that are the same in either script, width and case. Where nobody's is written twice and
    nobody commented, as in plain texts, they are not even compared so: that would take the dictionaries, before the
    first paint.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        answers = document.answers
        self.has_question = bool(answers) and answers[0].is_question
        names = [answer.author for answer in answers]
        self.is_simple = len(set(names)) == len(names) and not any(
            answer.comments or answer.facts or answer.is_question for answer in answers
        )
        self._of_name: dict[str, int] = {}
        self.everyone, self.of_answer = self._each_once() if self.is_simple else self._gathered()
        self._of_key = {person.key: index for index, person in enumerate(self.everyone)}

    def with_key(self, key: str) -> int:
        """Return the person with this key, `NOBODY` where there is none."""
        return self._of_key.get(key, NOBODY)

    @cached_property
    def has_several_posts(self) -> bool:
        """Whether anybody wrote several of the answers."""
        return any(len(person.answers) > 1 for person in self.everyone)

    @cached_property
    def commenters(self) -> tuple[int, ...]:
        """Those who only commented, in the order in which they first did."""
        return tuple(i for i, person in enumerate(self.everyone) if not person.answers and not person.asked)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """All that was said, in the order of the text."""
        with uncollected():  # tens of thousands of values to keep, and nothing to collect among them
            answers = enumerate(self._document.answers)
            return tuple(one for index, answer in answers for one in self._in(index, answer))

    def of(self, person: int) -> list[Said]:
        """Return what one person said, in the order of the text."""
        return [one for one in self.said if one.person == person]

    def at(self, offset: int) -> Said | None:
        """Return what the code point `offset` stands in; what is before it where it stands between two."""
        index = bisect_right(self._starts, offset) - 1
        return self.said[index] if index >= 0 else None

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.said]

    def _in(self, index: int, answer: Answer) -> Iterable[Said]:
        yield Said(
            (answer.author_span or answer.span).start, answer.span, index, self.of_answer[index], is_comment=False
        )
        for comment in answer.comments:
            person = self._of_name.get(comment.author, NOBODY)
            start = (comment.author_span or comment.span).start
            yield Said(start, comment.span, index, person, is_comment=True)

    def _each_once(self) -> tuple[tuple[Person, ...], tuple[int, ...]]:
        """Return everyone where each wrote just one answer."""
        answers = self._document.answers
        self._of_name = {answer.author: index for index, answer in enumerate(answers)}
        everyone = (Person(one.author, one.author, (index,), 0, asked=False) for index, one in enumerate(answers))
        return tuple(everyone), tuple(range(len(answers)))

    def _gathered(self) -> tuple[tuple[Person, ...], tuple[int, ...]]:
        """Return everyone, each with all that they wrote, and who wrote each answer."""
        from desktop.session.authorship import Authorship

        with uncollected():
            gathering = Authorship(self._document)
        self._of_name = gathering.of_name
        return gathering.everyone, gathering.of_answer


class Arrangement(NamedTuple):
    """Who is listed, in which order."""

    groups: tuple[tuple[int, ...], ...]
    """The answers of one person each; the question's own text is one by itself."""
    commenters: tuple[int, ...]
    """The persons who only commented."""
    walk: tuple[int, ...]
    """The answers in the order in which the reader walks through them."""
    rank: Mapping[int, int]
    """The place of each answer in `walk`."""

    @property
    def is_flat(self) -> bool:
        """Whether each has a row of their own, and nothing can be put away."""
        return len(self.groups) == len(self.walk) and not self.commenters


class RowKind(Enum):
    """What a row of the list stands for."""

    ANSWER = "answer"
    """A person with one answer, or the question's own text."""
    PERSON = "person"
    """A person with several answers, which are below it while it is unfolded."""
    POST = "post"
    """One of the several answers of a person."""
    COMMENTERS = "commenters"
    """All those who only commented, who are below it while it is unfolded."""
    COMMENTER = "commenter"
    """One of them."""
    GONE = "gone"
    """All answers that are gone, which are below it while it is unfolded."""
    GONE_ANSWER = "gone answer"
    """One of them."""


class Row(NamedTuple):
    """A row of the list."""

    kind: RowKind
    person: int = NOBODY
    answers: tuple[int, ...] = ()
    """The answers that it tells of, in the order in which they are listed."""
    gone: GoneAnswer | None = None
    """The answer that is gone."""

    @property
    def is_above(self) -> bool:
        """Whether rows belong below it, which can be put away."""
        return self.kind is RowKind.PERSON or self.kind is RowKind.COMMENTERS or self.kind is RowKind.GONE

    @property
    def is_below(self) -> bool:
        """Whether it is below another one."""
        return self.kind is RowKind.POST or self.kind is RowKind.COMMENTER or self.kind is RowKind.GONE_ANSWER


def people_of(document: Document) -> People:
    """Return who wrote in `document`."""
    return _PEOPLE(document)


def order_of(state: State) -> Order:
    """Return the order in which the answers are listed: the one chosen, where the thread can be put in it."""
    order = state.listing.order or state.preferences.order
    return order if order is Order.THREAD or order in orders_of(state) else Order.THREAD


def orders_of(state: State) -> frozenset[Order]:
    """Return the orders in which the open thread can be put: by what it tells of its answers."""
    return _ORDERS(state.document) if state.document is not None else frozenset()


def arranged(state: State) -> Arrangement:
    """Return who is listed of the open thread, and in which order: those whose names pass the filter."""
    if state.document is None:
        return _NOTHING
    people, full = people_of(state.document), _full(state, state.document)
    query = state.listing.filter
    if not query.strip():
        return full
    return _FILTERED(full, people, _NAMES(people, state.focused_manner, state.focused_manner.corrections), query)


def _full(state: State, document: Document) -> Arrangement:
    """Return everyone in the order of `state`, whatever names are filtered."""
    return _ARRANGED(document, order_of(state), state.listing.apart)


def passing(state: State) -> int:
    """Return how many people are listed: of a filter, those whose names pass it."""
    if state.document is None:
        return 0
    shown, of_answer = arranged(state), people_of(state.document).of_answer
    return len({of_answer[answers[0]] for answers in shown.groups} | set(shown.commenters))


def beside(state: State, by: int) -> int | None:
    """Return the answer that is `by` steps on from the one in focus as they are listed, None beyond either end.

    From one that isn't listed, the next that is.
    """
    if state.document is None:
        return None
    shown, here = arranged(state), state.pane.answer
    if here not in shown.rank:
        full = _full(state, state.document)
        passed = sum(full.rank[answer] < full.rank[here] for answer in shown.walk)
        index = passed + by - (by > 0)
    else:
        index = shown.rank[here] + by
    return shown.walk[index] if 0 <= index < len(shown.walk) else None


def in_hand(state: State) -> int:
    """Return the person whom commands act on: whom the reader goes along with, else who wrote the answer in focus."""
    if state.document is None or not state.document.answers:
        return NOBODY
    people, walked, pane = people_of(state.document), state.listing.walked, state.pane
    if walked is not None and (walked.pane, walked.answer) == (pane.key, pane.answer):
        person = people.with_key(walked.person)
        if person != NOBODY:
            return person
    return people.of_answer[pane.answer]


def rows_of(state: State) -> Sequence[Row]:
    """Return the rows that list who wrote in the open thread."""
    if state.document is None:
        return ()
    listing, shown = state.listing, arranged(state)
    held = NOBODY if shown.is_flat else in_hand(state)
    given = people_of(state.document), listing.unfolded, listing.folded, held, bool(listing.filter.strip())
    rows = _ROWS(shown, *given)
    gone = _GONE(state.changes.gone, listing.filter) if state.changes.gone else ()
    return _WITH_GONE(rows, gone, is_unfolded(state, GONE)) if gone else rows


def is_unfolded(state: State, key: str) -> bool:
    """Tell whether the rows are listed that belong below a person's, or below that of all `COMMENTERS`.

    Those of whoever is in hand are, until the reader puts them away; when names are filtered, those who pass. The
    answers that are `GONE` are while these are news.
    """
    if state.document is None:
        return False
    if key == GONE and not state.listing.has_folded(key):
        return not state.changes.known
    people, listing = people_of(state.document), state.listing
    asked = bool(listing.filter.strip())
    return _Folding(people, listing.unfolded, listing.folded, in_hand(state), asked).unfolded(key)


def number_of_answer(document: Document, index: int) -> tuple[int, int]:
    """Return which of how many answers one is, from 1 on; the question's own text, which is none, is number 0."""
    asked = bool(document.answers) and document.answers[0].is_question
    return index + 1 - asked, len(document.answers) - asked


class _Folding(NamedTuple):
    """What decides whose rows are listed."""

    people: People
    by_hand: frozenset[str]
    put_away: frozenset[str]
    in_hand: int
    filtered: bool

    def unfolded(self, key: str) -> bool:
        if key in self.by_hand or key in self.put_away:
            return key in self.by_hand
        held = self.people.everyone[self.in_hand] if self.in_hand != NOBODY else None
        if key == COMMENTERS:
            return self.filtered or (held is not None and not (held.answers or held.asked))
        return held is not None and key == held.key


def _rows(
    shown: Arrangement, people: People, unfolded: frozenset[str], folded: frozenset[str], held: int, filtered: object
) -> tuple[Row, ...]:
    folding = _Folding(people, unfolded, folded, held, bool(filtered))
    folded_rows, places = _FOLDED(shown, people)
    likely = {people.with_key(key) for key in unfolded} | {held}
    opened = sorted(
        place
        for person in likely
        if (place := places.get(person)) is not None and folding.unfolded(people.everyone[person].key)
    )
    rows: list[Row] = []
    done = 0
    for place in opened:
        above = folded_rows[place]
        rows += folded_rows[done : place + 1]
        rows += (Row(RowKind.POST, above.person, (answer,)) for answer in above.answers)
        done = place + 1
    rows += folded_rows[done:]
    if shown.commenters and folding.unfolded(COMMENTERS):
        rows += (Row(RowKind.COMMENTER, person) for person in shown.commenters)
    return tuple(rows)


def _folded(shown: Arrangement, people: People) -> tuple[tuple[Row, ...], dict[int, int]]:
    """Return the rows while none below another is listed, and the place of each person's that others belong below."""
    rows: list[Row] = []
    places: dict[int, int] = {}
    for answers in shown.groups:
        person = people.of_answer[answers[0]]
        if len(answers) > 1:
            places[person] = len(rows)
        rows.append(Row(RowKind.PERSON if len(answers) > 1 else RowKind.ANSWER, person, answers))
    if shown.commenters:
        rows.append(Row(RowKind.COMMENTERS))
    return tuple(rows), places


def _passing_of(gone: Sequence[GoneAnswer], query: str) -> Sequence[GoneAnswer]:
    """Return those of the answers that are `gone` whose authors' names pass the filter."""
    if not query.strip():
        return gone
    from desktop.script import search_key

    words = search_key(query).split()
    return tuple(one for one in gone if all(word in search_key(one.author) for word in words))


def _with_gone(rows: Sequence[Row], gone: Sequence[GoneAnswer], unfolded: object) -> tuple[Row, ...]:
    """Return `rows` and behind them that of the answers that are `gone`, with these where it is `unfolded`."""
    below = (Row(RowKind.GONE_ANSWER, gone=one) for one in gone) if unfolded else ()
    return (*rows, Row(RowKind.GONE), *below)


def _orders(document: Document) -> frozenset[Order]:
    if len(document.answers) < 2:
        return frozenset({Order.THREAD})
    allowed = {Order.THREAD, Order.LENGTH}
    if any(answer.facts for answer in document.answers):
        from desktop.session.measures import votes_and_times

        votes, times = votes_and_times(document)
        allowed |= {Order.VOTES} if any(one is not None for one in votes) else set()
        allowed |= {Order.TIME} if any(one is not None for one in times) else set()
    return frozenset(allowed)


def _arranged(document: Document, order: Order, apart: object) -> Arrangement:
    people, ordered = people_of(document), _ordered(document, order)
    if people.has_question:
        ordered = [0, *(answer for answer in ordered if answer)]
    if apart:
        return _arrangement(tuple((answer,) for answer in ordered), people.commenters)
    groups: dict[int, list[int]] = {}
    for answer in ordered:
        asks = people.has_question and answer == 0
        groups.setdefault(NOBODY if asks else people.of_answer[answer], []).append(answer)
    return _arrangement(tuple(map(tuple, groups.values())), people.commenters)


def _ordered(document: Document, order: Order) -> Sequence[int]:
    """Return all answers in an order; those of which nothing tells their place come last, as the text has them."""
    indices = range(len(document.answers))
    match order:
        case Order.THREAD:
            return indices
        case Order.LENGTH:
            measures: Sequence[float | None] = [answer.length for answer in document.answers]
        case _:
            from desktop.session.measures import votes_and_times

            votes, times = votes_and_times(document)
            measures = votes if order is Order.VOTES else [None if one is None else one.timestamp() for one in times]
    known = [index for index in indices if measures[index] is not None]
    known.sort(key=lambda index: -(measures[index] or 0))
    return known + [index for index in indices if measures[index] is None]


def _arrangement(groups: tuple[tuple[int, ...], ...], commenters: tuple[int, ...]) -> Arrangement:
    walk = tuple(answer for answers in groups for answer in answers)
    return Arrangement(groups, commenters, walk, {answer: place for place, answer in enumerate(walk)})


def _names(people: People, manner: Manner, corrections: Corrections) -> tuple[str, ...]:
    """Return what the name of each person is found by: as it is written, and as the reader had it corrected."""
    from desktop.script import search_key

    written = [search_key(person.name) for person in people.everyone]
    if not corrections.items:
        return tuple(written)
    conversion = manner.conversion()
    shown = (search_key(conversion.apply(person.name).text) for person in people.everyone)
    return tuple("\n".join(pair) for pair in zip(written, shown, strict=True))


def _filtered(full: Arrangement, people: People, names: Sequence[str], query: str) -> Arrangement:
    from desktop.script import search_key

    words = search_key(query).split()
    passing = {index for index, name in enumerate(names) if all(word in name for word in words)}
    groups = tuple(answers for answers in full.groups if people.of_answer[answers[0]] in passing)
    return _arrangement(groups, tuple(person for person in full.commenters if person in passing))


_PEOPLE = Latest(People)
_ORDERS = Latest(_orders)
_ARRANGED = Latest(_arranged)
_NAMES = Latest(_names)
_FILTERED = Latest(_filtered)
_FOLDED = Latest(_folded)
_ROWS = Latest(_rows)
_GONE = Latest(_passing_of)
_WITH_GONE = Latest(_with_gone)
_NOTHING = Arrangement((), (), (), {})
