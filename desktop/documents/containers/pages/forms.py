"""The forms in which pages hold threads, and the reading of a page by the first that knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.containers.pages import (
    article,
    discourse,
    linked_data,
    microdata,
    ptt,
    stack_exchange,
    v2ex,
    zhihu,
    zhihuhelp,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.documents.containers.drafts import ThreadDraft
    from desktop.documents.containers.pages.page import WebPage

    Form = Callable[[WebPage], ThreadDraft | None]

_FORMS: tuple[Form, ...] = (
    zhihu.thread,
    zhihuhelp.thread,
    discourse.thread,
    v2ex.thread,
    ptt.thread,
    stack_exchange.thread,
    microdata.thread,
    linked_data.thread,
    article.thread,
)
"""The surest evidence first; the last takes any page."""


def thread_of_page(page: WebPage) -> ThreadDraft:
    """Return the thread in `page` by the first form that knows it; one without posts where it has no words."""
    return _first(page, _FORMS) or page.thread("", ())


def thread_in_page(page: WebPage) -> ThreadDraft | None:
    """Return the thread in `page` by the form of a site, None where it is no thread but some other page."""
    return _first(page, _FORMS[:-1])


def _first(page: WebPage, forms: tuple[Form, ...]) -> ThreadDraft | None:
    drafts = (form(page) for form in forms)
    return next(
        (draft for draft in drafts if draft and any(post.blocks or post.comments for post in draft.posts)), None
    )
