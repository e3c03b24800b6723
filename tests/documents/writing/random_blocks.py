"""Random blocks with runs, as containers make them: what is written must be read as the same."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.documents.containers.drafts import BlockDraft, RunDraft
from desktop.documents.document import BlockKind, RunKind
from tests.documents.containers.random_threads import sentences

_MARKS = " *_`#[]()<>&|~$\\!-+=:'\"{}%^@"


@st.composite
def _runs(draw: st.DrawFn, length: int) -> tuple[RunDraft, ...]:
    """Return up to three runs that don't touch."""
    edges = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    kinds = st.sampled_from(RunKind)
    made = [RunDraft(start, end, draw(kinds)) for start, end in pairs]
    return tuple(
        run._replace(address="https://e.org/?a=(1)&b=_2_") if run.kind is RunKind.LINK else run for run in made
    )


@st.composite
def blocks(draw: st.DrawFn) -> BlockDraft:
    """Return a block of any kind but a figure; a paragraph, quote or heading may have runs."""
    kind = draw(st.sampled_from([kind for kind in BlockKind if kind is not BlockKind.FIGURE]))
    words = draw(sentences(_MARKS))
    if kind is BlockKind.CODE:
        return BlockDraft("\n".join(draw(st.lists(sentences(_MARKS), min_size=1, max_size=3))), kind)
    if kind is BlockKind.ROW:
        cells = draw(st.lists(sentences(" *_`#[]"), min_size=1, max_size=3))
        return BlockDraft(" | ".join(cells), kind)
    if kind is BlockKind.ITEM:
        mark = draw(st.sampled_from(["• ", "1. ", "2. ", "7. "]))
        return BlockDraft(mark + words, kind)
    level = draw(st.integers(1, 4)) if kind is BlockKind.HEADING else draw(st.integers(1, 3))
    return BlockDraft(words, kind, 1 if kind is BlockKind.PARAGRAPH else level, draw(_runs(len(words))))
