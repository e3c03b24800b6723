"""Correcting: the commands on the reader's corrections of conversion, and the file that keeps them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from desktop.script import Script, format_corrections, parse_corrections
from desktop.script.corrections import Correction, Corrections, flaw_in
from desktop.session.mentions import correction_of, named
from desktop.session.own.own_file import OwnFile
from desktop.session.steps import CorrectionStep, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop.script.corrections_form import BadLine
    from desktop.session.own.own_file import SkippedLine
    from desktop.session.step_log import StepLog
    from desktop.session.store import Store
    from desktop.session.unanswered import Unanswered
    from desktop.session.words.pages import Pages


class Correcting(OwnFile):
    """Keeps `Manner.corrections` and their file, at `path`, the same.

    `bad_lines` are the lines of the file that can't be used; `trouble` is what keeps all of it from being used.
    """

    prefix = "corrections"

    def __init__(self, store: Store, log: StepLog, pages: Pages, unanswered: Unanswered, path: Path) -> None:
        self._log = log
        self._pages = pages
        super().__init__(store, unanswered, path)

    @property
    def bad_lines(self) -> Sequence[BadLine]:
        """The lines of the file that can't be used."""
        return cast("Sequence[BadLine]", self._skipped)

    # -- commands ---------------------------------------------------------------------------------------------

    def draft(self) -> Correction | None:
        """Return the selected words and what the page shows for them, to be corrected for the script shown.

        None when nothing is selected or more than a correction can hold, and for the original, which is as it is.
        """
        state, page = self._store.state, self._pages.page()
        if (
            state.document is None
            or page is None
            or not state.pane.selection
            or state.focused_manner.script is Script.ORIGINAL
        ):
            return None
        place = page.to_page(state.pane.selection)
        # A part of what is converted as a whole stands for all of it, in the source as on the page.
        span = page.to_source(place) if place else None
        if not place or not span:
            return None
        source, shown = state.document.words_at(span), page.words_of(place)
        return None if flaw_in(source, shown) else Correction(source, shown, state.focused_manner.script)

    def change(self, before: Correction | None, after: Correction | None) -> bool:
        """Put `after` in the place of `before`, None standing for absent, as a step that can be undone.

        False, with a sentence, if it can't be.
        """
        self.look()
        old = self._store.state.manner.corrections
        new = old.with_change(before, after)
        if new == old:
            return True
        if not self._write(new):
            return False
        self._log.add(CorrectionStep(old, new))
        return True

    def step(self, step: CorrectionStep) -> Outcome:
        """Do to the file as it is now what `step` says, where no other hand has written otherwise since."""
        if self.refuses():
            return Outcome.REFUSED
        now = self._store.state.manner.corrections
        corrections = now.with_step(step.before, step.after)
        if corrections is None:
            concerned = correction_of(step.after, step.before) or correction_of(step.before, step.after)
            words = named(concerned) if concerned else ""
            self._say("otherwise", correction=words)
            return Outcome.GONE
        return Outcome.DONE if corrections == now or self._write(corrections) else Outcome.REFUSED

    def make_file(self) -> bool:
        """Have the file be there for an editor, explaining itself; False, with a sentence, if it can't be made."""
        self.look()
        return self.path.exists() or self._write(self._store.state.manner.corrections)

    # -- the file ---------------------------------------------------------------------------------------------

    def _hold(self, text: str) -> Sequence[SkippedLine]:
        corrections, bad_lines = parse_corrections(text)
        if corrections != self._store.state.manner.corrections:
            self._store.replace(manner=replace(self._store.state.manner, corrections=corrections))
        return bad_lines

    def _line_details(self, line: SkippedLine) -> Mapping[str, str]:
        return {"line": str(line.number), "later": str(cast("BadLine", line).later)}

    def _name(self) -> Mapping[str, str]:
        return {}

    def _write(self, corrections: Corrections) -> bool:
        """Have the file say `corrections`, then let them hold; False, with a sentence, if it can't."""
        return self.write(format_corrections(corrections, self.kept_text))
