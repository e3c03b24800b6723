"""How right the contexts are on a kind of text that did not steer them: leave-one-kind-out, printed as a table.

    python -m tests.script.leaving_out FOLDER

FOLDER has texts of several kinds, `*.tsv.xz` of lines `simplified TAB original` of equal length, and `score.py`, that
says what is forgiven; neither is a part of this project. The contexts were written by hand, a group for a character
because that character was often wrong. For each kind, the groups are left out whose character nobody would have
worked on without that kind: it is wrong in it, without any contexts, and at most once in all the others together.
The kind is then scored without them. Numbers are strict errors in 10,000 Han characters.
"""

from __future__ import annotations

import lzma
import runpy
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.script import Edition, convert
from desktop.script.tables import contexts, loading

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_CONFIG = "s2tw"
_STATED = contexts.parsed_contexts(contexts.read_contexts_file().decode("utf-8"))


def without(characters: AbstractSet[str]) -> None:
    """Have all conversions from now on do without the contexts that decide one of the simplified `characters`."""
    kept = [(words, context) for words, context in _STATED if words[context.offset] not in characters]
    contexts._parsed = lambda: kept  # pyright: ignore[reportPrivateUsage]
    contexts.contexts.cache_clear()
    contexts.usual_forms.cache_clear()
    loading._loaded.clear()  # pyright: ignore[reportPrivateUsage]


def wrong_in(text: list[tuple[str, str]], scoring: dict[str, Any]) -> Counter[str]:
    """Return how often each simplified character of `text` comes out wrong."""
    shown = convert("\n".join(source for source, _ in text), _CONFIG, Edition.BAIJIA).text.split("\n")
    return Counter(
        simplified
        for (source, original), line in zip(text, shown, strict=True)
        for simplified, right, got in zip(source, original, line, strict=True)
        if right != got and scoring["HAN"].match(right) and (right, got) not in scoring["FORGIVEN_STRICT"]
    )


def main(folder: Path) -> None:
    """Print the table."""
    sys.argv = sys.argv[:1]  # which the other program reads when it is loaded
    scoring = runpy.run_path(str(folder / "score.py"))
    texts: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(folder.glob("*.tsv.xz")):
        if "_hk" not in path.name:
            lines = (line.partition("\t") for line in lzma.decompress(path.read_bytes()).decode().split("\n"))
            texts[path.name.split(".")[0]] = [(source, original) for source, _, original in lines]
    rates = {
        name: 1e4 / sum(len(scoring["HAN"].findall(original)) for _, original in text) for name, text in texts.items()
    }
    with_all = {name: wrong_in(text, scoring) for name, text in texts.items()}
    without({words[context.offset] for words, context in _STATED})
    bare = {name: wrong_in(text, scoring) for name, text in texts.items()}
    _say(f"{'':20}{'no contexts':>12}{'all':>7}{'left out':>10}  characters")
    sums = [0.0] * 4
    for name, text in texts.items():
        elsewhere = sum((bare[other] for other in texts if other != name), Counter[str]())
        alone = {character for character in bare[name] if elsewhere[character] <= 1}
        without(alone)
        rate = rates[name]
        row = (bare[name].total() * rate, with_all[name].total() * rate, wrong_in(text, scoring).total() * rate)
        sums = [total + each / rate for total, each in zip(sums, (*row, 1e4), strict=True)]
        _say(f"{name:20}{row[0]:12.2f}{row[1]:7.2f}{row[2]:10.2f}  {''.join(sorted(alone))}")
    total = [1e4 * each / sums[3] for each in sums[:3]]
    _say(f"{'together':20}{total[0]:12.2f}{total[1]:7.2f}{total[2]:10.2f}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
