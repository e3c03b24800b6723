"""How fast a conversion is, beside opencc-python-reimplemented, one `str.translate`, and the official C++ wheel.

Run by hand: `python -m pytest tests/benchmarks/test_conversion.py -p no:cacheprovider -s`. The wheel needs an
environment of its own, since it too is called `opencc`: one is made in a temporary folder, or OPENCC_PYTHON names the
interpreter of one that is there. Only ratios within a run mean anything; nothing here fails for being slow.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import venv
from dataclasses import replace
from functools import partial
from itertools import product
from random import Random
from time import perf_counter_ns
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.script import CONFIGS, Conversion, Edition, Script, SourceScript, convert, load_tables
from desktop.script.tables.editions import whose_tables
from tests.script.reference import SEED, oracle, vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from desktop.script.tables.loading import Tables

CHARACTERS = 600_000
SIMPLIFIED = convert(SEED, "tw2s").text
_WHEEL = """
import json, sys, time, opencc
def best(convert, text):
    def once():
        start = time.perf_counter()
        convert(text)
        return time.perf_counter() - start
    return min(once() for _ in range(60))
texts = json.load(sys.stdin)
json.dump({c: best(opencc.OpenCC(c).convert, text) for c, text in texts.items()}, sys.stdout)
"""


def test_conversion_beside_its_peers(tmp_path: Path) -> None:
    """Print, for each configuration of either edition, how many times as fast as each peer it is."""
    _say(f"{'':15}{'config':8}{'Mchar/s':>9}{'/package':>10}{'/translate':>12}{'/wheel':>8}")
    wheel = _wheel_seconds(tmp_path)
    for edition in Edition:
        for config in CONFIGS:
            _say(f"{edition.value:15}{config:8}{_row(config, edition, wheel.get(config))}")


def test_first_use(tmp_path: Path) -> None:
    """Print how long the tables of a configuration take with their cache and without, in a new process, in ms."""
    _say(f"{'':15}{'config':8}{'compiled':>9}{'kept':>7}  ms")
    for edition in Edition:
        for config in CONFIGS:
            compiled, kept = (_first_use(config, edition, tmp_path / "cache") for _ in range(2))
            _say(f"{edition.value:15}{config:8}{compiled:9.0f}{kept:7.1f}")


def test_a_cold_page() -> None:
    """Print the first conversion of the seed thread, its windows not yet remembered, beside the package's."""
    _say(f"{'config':8}{'ms':>6}{'/package':>10}")
    for config in CONFIGS:
        text = _seed(config)
        ours = min(_seconds(lambda c=config, t=text: convert(t, c)) for _ in _forgetting(config))
        package = min(_seconds(lambda c=config, t=text: oracle(c)(t)) for _ in range(5))
        _say(f"{config:8}{ours * 1000:6.2f}{package / ours:10.1f}")


def test_our_own_edition_beside_the_others() -> None:
    """Print how many times as long our own edition takes as each faithful one, in the same run.

    "again": a text that was converted before; "new lines": lines that were not, of runs that jieba has cut before;
    "first": nothing known, jieba's cut included. The default of others is the one of opencc-python.
    """
    _say(f"{'config':8}{'again':>7}{'/1.4':>7}{'new lines':>11}{'first':>7}")
    for config in (config for config in CONFIGS if whose_tables(config, Edition.BAIJIA) is Edition.BAIJIA):
        text, tables = _mixed(config, 60_000), load_tables(config, Edition.BAIJIA)
        own, faithful = partial(convert, text, config, Edition.BAIJIA), partial(convert, text, config)
        official = partial(convert, text, config, Edition.OFFICIAL)

        def new_lines(tables: Tables = tables, own: Callable[[], object] = own) -> None:
            tables.lines.clear()
            own()

        faithful()
        first = _seconds(own) / _seconds(faithful)
        again, beside, unseen = (
            _in_turns(*pair) for pair in ((own, faithful), (own, official), (new_lines, faithful))
        )
        ratios = (again[0] / again[1], beside[0] / beside[1], unseen[0] / unseen[1], first)
        _say(f"{config:8}{ratios[0]:7.2f}{ratios[1]:7.2f}{ratios[2]:11.1f}{ratios[3]:7.0f}")


def test_a_thousand_corrections() -> None:
    """Print how many times as long a conversion takes with a thousand of the reader's corrections as with none.

    Ten of them stand in the text, which has 200,000 characters; the first flip is that of a page.
    """
    _say(f"{'':15}{'config':8}{'again':>7}{'first flip':>12}")
    random = Random(5)  # noqa: S311 (the same words in every run)
    for edition, config in product(Edition, ("s2tw", "tw2s")):
        text, seed = _grown(_seed(config))[:200_000], _seed(config)
        words = [word for word in vocabulary("s2twp" if config == "s2tw" else "tw2sp") if len(word) < 5]
        inside = [seed[start : start + 3] for start in random.sample(range(5000), 10)]
        corrections = MappingProxyType(dict.fromkeys((*random.sample(words, min(990, len(words))), *inside), "字"))
        many, none = partial(convert, text, config, edition, corrections), partial(convert, text, config, edition)
        again = _in_turns(many, none)

        def first(
            known: Mapping[str, str] | None, seed: str = seed, config: str = config, of: Edition = edition
        ) -> None:
            load_tables(config, of).lines.clear()
            convert(seed, config, of, dict(known) | {"又一": str(perf_counter_ns())} if known else None)

        flip = _in_turns(partial(first, corrections), partial(first, None))
        _say(f"{edition.value:15}{config:8}{again[0] / again[1]:7.2f}{flip[0] / flip[1]:12.1f}")


def _mixed(config: str, size: int) -> str:
    """Return `size` characters of the sentences of the seed thread, six in a line, no line twice."""
    random, sentences = Random(3), re.findall(r"[^，。！？\n]+[，。！？]", _seed(config))  # noqa: S311
    text = "\n".join("".join(random.choices(sentences, k=6)) for _ in range(size // 40))
    return text[:size]


def test_quotations_in_the_other_script() -> None:
    """Print what a page of 40,000 characters takes by stretches, beside one script for all, in ms.

    Each paragraph has a quotation in the other script, or every tenth, or none: then nothing is cut.
    """
    _say(f"{'to':12}{'quoting':>10}{'one':>7}{'stretches':>11}  ms")
    paragraphs = [line for line in _grown(SEED)[:40_000].split("\n") if line.strip()]
    for script, config, other in ((Script.TRADITIONAL, None, "s2tw"), (Script.SIMPLIFIED, "tw2s", None)):
        one = Conversion(config, script=script)
        both = replace(one, other=Conversion(other, script=script, written=SourceScript.SIMPLIFIED))
        for each in (0, 10, 1):
            page = [_quoting(line) if each and not n % each else line for n, line in enumerate(paragraphs)]
            quoting = f"1 in {each}" if each else "none"
            times = _in_turns(partial(_page, one, page), partial(_page, both if each else one, page))
            _say(f"{script.value:12}{quoting:>10}{times[0] * 1000:7.2f}{times[1] * 1000:11.2f}")


def _quoting(line: str) -> str:
    return f"{line}“{SIMPLIFIED[:40]}”"


def _page(conversion: Conversion, paragraphs: list[str]) -> list[str]:
    return [conversion.apply(paragraph).text for paragraph in paragraphs]


def _row(config: str, edition: Edition, wheel: float | None) -> str:
    text, plain = _grown(_seed(config)), load_tables(config, edition).plain
    ours, translate = _in_turns(lambda: convert(text, config, edition), lambda: text.translate(plain))
    package = _seconds(lambda: oracle(config)(text))
    seed = _seed(config)
    on_seed = min(_seconds(lambda: convert(seed, config, edition)) for _ in range(60))
    beside_wheel = f"{wheel / on_seed:8.1f}" if wheel else f"{'-':>8}"
    return f"{len(text) / ours / 1e6:9.1f}{package / ours:10.0f}{translate / ours:12.2f}{beside_wheel}"


def _seed(config: str) -> str:
    return SIMPLIFIED if config.startswith("s2") else SEED


def _grown(text: str) -> str:
    """Return 600,000 characters of the lines of `text`, in ever new orders."""
    random, lines, grown = Random(1), text.split("\n"), ""  # noqa: S311 (the same text in every run)
    while len(grown) < CHARACTERS:
        random.shuffle(lines)
        grown += "\n".join(lines)
    return grown[:CHARACTERS]


def _in_turns(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """Return the shortest times of both in seconds, taken in turns, since clocks vary; the first run warms up."""
    runs = [(_seconds(first), _seconds(second)) for _ in range(9)]
    return min(run[0] for run in runs[1:]), min(run[1] for run in runs[1:])


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _forgetting(config: str) -> Iterator[None]:
    """Yield five times, having made the tables forget before the windows that they converted."""
    remembered = load_tables(config).windows
    for _ in range(5):
        remembered.clear()
        yield


def _first_use(config: str, edition: Edition, cache: Path) -> float:
    """Return how many ms a new process takes to have the tables, from `cache` if they are kept there."""
    code = (
        "import sys, time, pathlib; from desktop.script import Edition, load_tables; start = time.perf_counter();"
        "load_tables(sys.argv[1], Edition(sys.argv[2]), pathlib.Path(sys.argv[3]));"
        "print((time.perf_counter() - start) * 1000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, config, edition.value, str(cache)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def _wheel_seconds(folder: Path) -> dict[str, float]:
    """Return the shortest time of the official wheel on the seed thread, by configuration; nothing without it."""
    python = os.environ.get("OPENCC_PYTHON") or _with_wheel(folder / "wheel")
    if python is None:
        _say("The official wheel can't be installed here: its column stays empty.")
        return {}
    texts = json.dumps({config: _seed(config) for config in CONFIGS})
    done = subprocess.run([python, "-c", _WHEEL], input=texts, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def _with_wheel(folder: Path) -> str | None:
    """Return the interpreter of a new environment with the official wheel, None where it can't be had."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", "opencc"], check=False, capture_output=True)
    return str(python) if done.returncode == 0 else None


def _say(line: str) -> None:
    sys.stdout.write(f"\n{line}")
