"""Where the words on a page lead to: the links in an answer and its comments, and where these stand on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop.documents import FactKind, RunKind, fact_of
from desktop.session import NoticeKind
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.documents import Answer, Run
    from desktop.session import Session, State

_WEB = frozenset({"http", "https"})


def link_at(answer: Answer, span: Span) -> str:
    """Return where the first link leads to that shares a character with `span` of the source; "" for none."""
    return next((link.address for link in _links(answer) if link.span.overlaps(span)), "")


def address_at(answer: Answer, offset: int) -> str:
    """Return where the comment or the answer that the source `offset` lies in stands on the web; "": unknown."""
    comment = answer.comment_at(offset)
    return fact_of(answer.facts if comment is None else comment.facts, FactKind.ADDRESS)


def address_here(state: State, caret: int, *, is_above: bool) -> str:
    """Return where a link at the selected words or the caret leads, else where the answer or comment stands.

    `caret` is an offset of the source; `is_above` tells that it stands in the heading, where no links are.
    """
    answer, selection = state.current, state.pane.selection
    if answer is None:
        return ""
    link = "" if is_above and not selection else link_at(answer, selection or Span(caret, caret + 1))
    return link or address_at(answer, selection.start if selection else caret)


def open_in_browser(session: Session, address: str) -> None:
    """Have the browser show `address`, if it is one of the web; say so where there is none."""
    url = QUrl(address)
    if url.scheme().lower() in _WEB and url.host():
        QDesktopServices.openUrl(url)
    else:
        session.notify("no-link", NoticeKind.NEWS)


def copy_address(session: Session, address: str) -> None:
    """Put `address` on the clipboard; say so where there is none."""
    if address:
        QGuiApplication.clipboard().setText(address)
    else:
        session.notify("no-link", NoticeKind.NEWS)


def _links(answer: Answer) -> Iterator[Run]:
    for runs in (answer.runs, *(comment.runs for comment in answer.comments)):
        yield from (run for run in runs if run.kind is RunKind.LINK)
