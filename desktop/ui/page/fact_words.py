"""What a saved thread says about an answer or a comment, in words of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.documents import FactKind, fact_of
from desktop.session import made_visible
from desktop.session.measures import in_full
from desktop.ui.wording.countable import countable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.documents import Comment, Fact

_OF_AN_ANSWER = (
    FactKind.VOTES,
    FactKind.TIME,
    FactKind.EDITED,
    FactKind.NICK,
    FactKind.BADGE,
    FactKind.PLACE,
    FactKind.FLOOR,
)
_OF_A_COMMENT = (FactKind.STANCE, FactKind.NICK, FactKind.VOTES, FactKind.TIME, FactKind.PLACE, FactKind.FLOOR)


class FactWords(QObject):
    """Says facts; `shown` gives words of the thread in the script shown."""

    def __init__(self, shown: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown

    def of_answer(self, facts: Iterable[Fact]) -> list[str]:
        """Return what is said of an answer, each by itself."""
        return self._said(tuple(facts), _OF_AN_ANSWER)

    def of_comment(self, comment: Comment) -> str:
        """Return what is said beside the name of who wrote a comment: whom it answers, then its facts."""
        to = [f"› {self._in_script(comment.to)}"] if comment.to else []
        return "   ".join((*to, " · ".join(self._said(comment.facts, _OF_A_COMMENT)))).strip()

    def _said(self, facts: tuple[Fact, ...], kinds: Iterable[FactKind]) -> list[str]:
        found = ((kind, fact_of(facts, kind)) for kind in kinds)
        return [self._say(kind, words) for kind, words in found if words]

    def _say(self, kind: FactKind, words: str) -> str:
        match kind:
            case FactKind.VOTES:
                return self._votes(words)
            case FactKind.TIME:
                return made_visible(in_full(words))
            case FactKind.EDITED:
                return self.tr("edited {time}").format(time=made_visible(in_full(words)))
            case FactKind.FLOOR:
                return self.tr("No. {number}").format(number=self._in_script(words))
            case _:
                return self._in_script(words)

    def _votes(self, words: str) -> str:
        if (number := countable(words)) is not None:
            return self.tr("%Ln upvote(s)", "", number)
        return self.tr("{number} upvotes").format(number=self._in_script(words))

    def _in_script(self, words: str) -> str:
        return made_visible(self._shown(words))
