"""One way of showing words: the configuration, whose dictionaries, and what the reader has corrected.

What converts is imported when something is to be converted: a page in its own script is painted without.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.script.aligned import AlignedText, compose
from desktop.script.corrections import Corrections
from desktop.script.edition import Edition
from desktop.script.variants import Script

if TYPE_CHECKING:
    from desktop.script.explanation import Explanation
    from desktop.script.names.decided import Names


@dataclass(frozen=True, slots=True)
class Conversion:
    """What turns words of the source into what is shown; hashable, so that results can be kept by it.

    `config` is one of CONFIGS, None to leave words as they are. `script` is what is shown: it decides which of the
    `corrections` hold, none in the original. `names` are those of the whole thread.
    """

    config: str | None = None
    edition: Edition = Edition.REIMPLEMENTED
    script: Script = Script.ORIGINAL
    corrections: Corrections = field(default_factory=Corrections)
    names: Names | None = None

    @property
    def ready(self) -> bool:
        """Whether the tables are loaded, so that it runs at once."""
        if self.config is None:
            return True
        from desktop.script.tables.loading import are_ready

        return are_ready(self.config, self.edition)

    @property
    def goes_by_words(self) -> bool:
        """Whether a text is cut into words the first time that it is converted: 20 ms for a page, so on a worker."""
        return self.edition is Edition.BAIJIA and self.config is not None and self.config.startswith("s2")

    def apply(self, text: str) -> AlignedText:
        """Return `text` as it is shown, aligned. Raises DictionaryError."""
        corrections = self.corrections.for_script(self.script)
        if self.config is None and not corrections:
            return AlignedText.identity(text)
        from desktop.script.converter import convert

        return convert(text, self.config, self.edition, corrections, self.names)

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

    def explain(self, text: str, offset: int) -> Explanation:
        """Return why the code point `offset` of the paragraph `text` is shown as it is. Raises DictionaryError."""
        from desktop.script.explanation import explain

        return explain(text, offset, self.config, self.edition, self.corrections.for_script(self.script), self.names)
