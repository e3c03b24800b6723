r"""The container of NGA threads as ngapost2md writes them (https://github.com/ludoux/ngapost2md): `post.md`.

After a head there is a heading for each post, `##### <span id="pid7">1.[2] \<pid:7\> time by 甲君</span>`: its floor,
its votes, its number, when and by whom; newer versions put the author's number behind the name, and the place.
Comments on a post follow a line `*---下挂评论---*`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.documents.containers.drafts import CommentDraft, PostDraft, ThreadDraft, fact
from desktop.documents.containers.markdown.pieces import blocks_of_markdown
from desktop.documents.containers.pictures import HeldPictures
from desktop.documents.document import FactKind
from desktop.documents.error import DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.documents.containers.container import ThreadFile
    from desktop.documents.document import Fact

_SAID = r"(?P<floor>\d+)\.\[(?P<votes>-?\d+)\] *\\<pid:\d+\\> *(?P<time>[\d/-]+ [\d:]+) by (?P<name>.*?)"
_NUMBER = r"(?P<number>\(-?\d+\))?"
_POST = re.compile(rf'##### <span id="pid-?\d+">{_SAID}{_NUMBER}(?:\\\((?P<place>[^()]*)\\\))?</span>\s*$')
_COMMENT = re.compile(rf"{_SAID}{_NUMBER}:\s*$")
_COMMENTS = "*---下挂评论---*"
_TITLE = re.compile(r"### +(?P<title>\S.*)$")
_RULE = "----"


def recognises(file: ThreadFile) -> bool:
    """Tell whether `file` has a post as ngapost2md writes its heading."""
    try:
        return any(map(_POST.match, file.decoded().text.split("\n")))
    except DocumentError:
        return False


def draft(file: ThreadFile, encoding: str | None) -> ThreadDraft:
    """Return the thread in a `post.md`. Raises DocumentError for one that is no text."""
    found = file.decoded(encoding)
    lines = found.text.split("\n")
    heads = [(at, match) for at, line in enumerate(lines) if (match := _POST.match(line))]
    above = lines[: heads[0][0]] if heads else lines
    title = next(filter(None, (_TITLE.match(line.strip()) for line in above)), None)
    pictures = HeldPictures()
    ends = [*(at for at, _ in heads), len(lines)]
    posts = [
        _post(head, lines[start + 1 : end], pictures)
        for (_, head), (start, end) in zip(heads, pairwise(ends), strict=True)
    ]
    thread = ThreadDraft(title["title"] if title else "", posts, pictures=pictures.pictures)
    return replace(thread, encoding=found.encoding, unreadable=found.unreadable)


def _post(head: re.Match[str], lines: Sequence[str], pictures: HeldPictures) -> PostDraft:
    at = next((at for at, line in enumerate(lines) if line.strip() == _COMMENTS), len(lines))
    body = _without_rule(lines[:at])
    facts = (*_facts(head), *fact(FactKind.PLACE, head["place"]))
    return PostDraft(_name(head), blocks_of_markdown(body, pictures), _comments(lines[at + 1 :], pictures), facts)


def _comments(lines: Sequence[str], pictures: HeldPictures) -> tuple[CommentDraft, ...]:
    heads = [(at, match) for at, line in enumerate(lines) if (match := _COMMENT.match(line))]
    ends = [*(at for at, _ in heads), len(lines)]
    return tuple(
        CommentDraft(
            _name(head),
            blocks_of_markdown(_without_rule(lines[start + 1 : end]), pictures),
            facts=_facts(head),
        )
        for (_, head), (start, end) in zip(heads, pairwise(ends), strict=True)
    )


def _without_rule(lines: Sequence[str]) -> str:
    """Return `lines` as they were, without the rule that parts them from what is below."""
    body = "\n".join(lines).rstrip()
    return body.rstrip("-") if body.endswith(_RULE) else body


def _name(head: re.Match[str]) -> str:
    return head["name"].strip() or (head["number"] or "").strip("()")


def _facts(head: re.Match[str]) -> tuple[Fact, ...]:
    return (
        *fact(FactKind.FLOOR, head["floor"]),
        *fact(FactKind.TIME, head["time"]),
        *fact(FactKind.VOTES, head["votes"]),
    )
