"""One way of showing words: the configuration, whose dictionaries, and what the reader has corrected.

What converts is imported when something is to be converted: a page in its own script is painted without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.script.aligned import AlignedText, compose, concatenated
from desktop.script.corrections import Corrections
from desktop.script.detection import SourceScript, tells
from desktop.script.edition import Edition
from desktop.script.variants import Script
from desktop.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.script.choices import Choice
    from desktop.script.explanation import Explanation
    from desktop.script.names.decided import Names
    from desktop.script.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Conversion:
    """What turns words of the source into what is shown; hashable, so that results can be kept by it.

    `config` is one of CONFIGS, None to leave words as they are. `script` is what is shown: it decides which of the
    `corrections` hold, none in the original. `names` are those of the whole thread.

    `written` is the script of the words. Stretches of them that are in the other one (see `stretches`) are shown by
    `other`, None where there are none, or the reader wants none told apart: then all are shown by this.
    """

    config: str | None = None
    edition: Edition = Edition.REIMPLEMENTED
    script: Script = Script.ORIGINAL
    corrections: Corrections = field(default_factory=Corrections)
    names: Names | None = None
    written: SourceScript = SourceScript.TRADITIONAL
    other: Conversion | None = None

    @property
    def ready(self) -> bool:
        """Whether the tables are loaded, so that it runs at once."""
        if self.other is not None and not self.other.ready:
            return False
        if self.config is None:
            return True
        from desktop.script.tables.loading import are_ready

        return are_ready(self.config, self.edition)

    @property
    def goes_by_words(self) -> bool:
        """Whether a text is cut into words the first time that it is converted: 20 ms for a page, so on a worker."""
        if self.other is not None and self.other.goes_by_words:
            return True
        return self.edition is Edition.BAIJIA and self.config is not None and self.config.startswith("s2")

    def apply(self, text: str) -> AlignedText:
        """Return `text` as it is shown, aligned, each stretch from its own script. Raises DictionaryError."""
        if self.other is None or self.other.config == self.config or not tells(text, self.other.written):
            return self._apply_to_all(text)
        cut = self._cut(text)
        if len(cut) == 1:
            return self.within(cut[0])._apply_to_all(text)
        return concatenated([self.within(one)._apply_to_all(one.span.of(text)) for one in cut])

    def apply_to_paragraph(self, paragraph: str) -> AlignedText:
        """Return a `paragraph`, which may have several lines in its source, as it is shown on one, aligned.

        Raises DictionaryError.
        """
        if "\n" not in paragraph:
            return self.apply(paragraph)
        from desktop.script.joints import joined

        lines = joined(paragraph)
        shown = self.apply(lines.text)
        return AlignedText(paragraph, shown.text, tuple(compose(lines.changes, shown.changes)))

    def stretches(self, text: str) -> tuple[Stretch, ...]:
        """Return the stretches that tile `text`, on one line, each with its script; a correction is never cut."""
        if self.other is not None and tells(text, self.other.written):
            return self._cut(text)
        from desktop.script.stretches import Stretch

        return (Stretch(Span(0, len(text)), self.written),)

    def stretch_at(self, text: str, offset: int) -> Stretch:
        """Return the stretch of `text` that holds the code point `offset`. Raises IndexError outside of the text."""
        if not 0 <= offset < len(text):
            raise IndexError(offset)
        return next(one for one in self.stretches(text) if offset < one.span.end)

    def within(self, stretch: Stretch) -> Conversion:
        """Return what shows the words of a `stretch`."""
        return self.other if self.other is not None and stretch.script is not self.written else self

    def explain(self, text: str, offset: int) -> Explanation:
        """Return why the code point `offset` of the paragraph `text` is shown as it is. Raises DictionaryError."""
        from desktop.script.explanation import explain

        stretch = self.stretch_at(text, offset)
        one, start = self.within(stretch), stretch.span.start
        corrections = one.corrections.for_script(one.script)
        words = stretch.span.of(text)
        explanation = explain(words, offset - start, one.config, one.edition, corrections, one.names)
        aligned = one._apply_to_all(words)
        return explanation.guarded(aligned.to_display(explanation.span).of(aligned.text)).shifted(start)

    def choices(self, text: str) -> Iterator[Choice]:
        """Yield every choice in the paragraph `text`, on one line, in text order, with what settled it.

        Takes about as long as `apply` does the first time. Raises DictionaryError.
        """
        from desktop.script.choices import choices_in

        for stretch in self.stretches(text):
            one = self.within(stretch)
            shown = one._apply_to_all(stretch.span.of(text))
            corrections = one.corrections.for_script(one.script)
            for choice in choices_in(shown, stretch.script, one.config, one.edition, corrections, one.names):
                yield choice.shifted(stretch.span.start)

    def _apply_to_all(self, text: str) -> AlignedText:
        """Return `text`, all in one script, as it is shown."""
        corrections = self.corrections.for_script(self.script)
        if self.config is None and not corrections:
            return AlignedText.identity(text)
        from desktop.script.converter import convert
        from desktop.script.guard import guarded

        shown = convert(text, self.config, self.edition, corrections, self.names)
        if self.config is None:
            return shown
        return guarded(shown, self.script_made, self._corrected(text) if corrections else ())

    @property
    def script_made(self) -> Script:
        """The script that `config` makes of another, of which the guard knows what slips; the original: none."""
        if self.config is None:
            return Script.ORIGINAL
        if "2s" in self.config:
            return Script.SIMPLIFIED
        return Script.TRADITIONAL if self.config.startswith("s2") else Script.ORIGINAL

    def _corrected(self, text: str) -> Iterator[Span]:
        """Yield the places of `text` where corrections stand, of which there are some."""
        from desktop.script.tables.correcting import correction_finder

        return correction_finder(self.corrections.for_script(self.script)).places(text)

    def _cut(self, text: str) -> tuple[Stretch, ...]:
        from desktop.script.stretches import edges_outside, stretches

        cut = stretches(text, self.written)
        corrections = self.corrections.for_script(self.script)
        if not corrections or len(cut) == 1:
            return cut
        return edges_outside(cut, self._corrected(text))
