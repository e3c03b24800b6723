"""What the stripes of a dispersion say, in words: for a tooltip, and for who listens instead of looking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.session.searching.around import Around

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.ui.charts.dispersion.stripes import Stripes, StripeTick


class StripeSentences(QObject):
    """Tells of the stripes and the ticks of `Stripes`."""

    def stripe(self, stripes: Stripes, stripe: int) -> str:
        """Return whose words a stripe is of, and how often each term stands in it."""
        counts = [
            self.tr("{term} %n time(s)", "", len(stripes.places(stripe, lane))).format(term=term)
            for lane, term in enumerate(stripes.terms)
            if stripes.places(stripe, lane)
        ]
        said = self.tr(", ").join(counts) if counts else self.tr("none of them")
        return self.tr("{author}: {said}").format(author=stripes.names[stripe], said=said)

    def tick(self, stripes: Stripes, tick: StripeTick, session: Session) -> str:
        """Return which place of which term a tick is, and the sentence that it is in, in the script shown."""
        count = len(stripes.places(tick.stripe, tick.lane))
        head = self.tr("{term}, {number} of {count}, {author}")
        told = head.format(
            term=stripes.terms[tick.lane], number=tick.number + 1, count=count, author=stripes.names[tick.stripe]
        )
        return f"{told}\n{Around(session.store, session.pages).sentence(stripes.place(tick))}"
