"""Random threads, to be written in the form of a container and read again: the same must come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

if TYPE_CHECKING:
    from desktop.documents import Answer, Comment, Document
    from desktop.documents.containers.container import Extract

_HAN = "我你他的是在有人这這个個說说會会國国開开門门花茶書书早晚山水天地"
_MARKS = "，。！？：；「」“”（）、…—《》"


class RandomComment(NamedTuple):
    author: str
    paragraphs: tuple[str, ...]


class RandomPost(NamedTuple):
    author: str
    paragraphs: tuple[str, ...]
    comments: tuple[RandomComment, ...] = ()


class RandomThread(NamedTuple):
    title: str
    posts: tuple[RandomPost, ...]


def names() -> st.SearchStrategy[str]:
    """Return names as people have them: Han, Latin, digits, a dot or a blank within."""
    return st.text(_HAN + "ABxyz019", min_size=1, max_size=12)


def sentences(extra: str = " az09.&") -> st.SearchStrategy[str]:
    """Return paragraphs of Han characters, marks and what is `extra`, which begin and end with Han."""
    middle = st.text(_HAN + _MARKS + extra, max_size=60)
    return st.tuples(_han(), middle, _han()).map(lambda parts: " ".join("".join(parts).split()))


def threads(
    extra: str = " az09.&", *, most_posts: int = 4, comments: bool = True, least_posts: int = 1
) -> st.SearchStrategy[RandomThread]:
    """Return threads whose paragraphs are `sentences`; without `comments` no post has any."""
    paragraphs = st.lists(sentences(extra), min_size=1, max_size=4).map(tuple)
    comment = st.builds(RandomComment, names(), paragraphs)
    few = st.lists(comment, max_size=3 if comments else 0).map(tuple)
    post = st.builds(RandomPost, names(), paragraphs, few)
    posts = st.lists(post, min_size=least_posts, max_size=most_posts).map(tuple)
    return st.builds(RandomThread, sentences(), posts)


def thread_of(document: Document | Extract) -> RandomThread:
    """Return an opened `document` as a thread of the same shape."""
    return RandomThread(document.title, tuple(_post(document.text, answer) for answer in document.answers))


def _post(text: str, answer: Answer) -> RandomPost:
    comments = tuple(_comment(text, comment) for comment in answer.comments)
    return RandomPost(answer.author, tuple(span.of(text) for span in answer.paragraphs), comments)


def _comment(text: str, comment: Comment) -> RandomComment:
    return RandomComment(comment.author, tuple(span.of(text) for span in comment.paragraphs))


def _han() -> st.SearchStrategy[str]:
    return st.sampled_from(_HAN)
