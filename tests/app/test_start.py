"""What is loaded before the first page is painted, and what the first keys after it still have to load."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.loading import WITHOUT_QT
from desktop.script import SourceScript, detect_script

ROOT = Path(__file__).resolve().parents[2]

MOST_MODULES = 110
"""Of ours, packages counted, before the first paint. Each takes half a millisecond or more: what the first page does
not need is imported when it is used, or by a lazy package (`desktop.lazy`)."""

MOST_CONVERTED = 140
"""Before the first paint of a page that is converted, which was left so and is kept: 134 before it was kept."""

START = """
import os, sys
from desktop.app import create_window
app, window = create_window(["--data-dir", sys.argv[1]])
window.show()
window.page.viewport().repaint()

def ours():
    return {name for name in sys.modules if name.partition(".")[0] == "desktop"}
"""
PAINTED = START + "print(*sorted(ours()), sep='\\n', flush=True); os._exit(0)"
WARMED = """
import threading
session = window.session
window.complete()
session.begin()
session._worker.drain()
waited_for = []

class OnTheMainThread:
    @staticmethod
    def find_spec(name, *_):
        if name.partition(".")[0] == "desktop" and threading.current_thread() is threading.main_thread():
            waited_for.append(name)

sys.meta_path.insert(0, OnTheMainThread)
"""
KEYS = {
    "walk": "session.step(1); assert session.state.pane.answer == 1",
    "undo": "session.select(session.state.current.paragraphs[0]); session.annotations.highlight();"
    "session.history.undo(); assert not session.state.notes.annotations",
    "highlight": "session.select(session.state.current.paragraphs[0]); session.annotations.highlight()",
    "note": "session.select(session.state.current.paragraphs[1]); session.annotations.note()",
    "flip": "session.toggle_script(); assert session.state.manner.script.value == 'simplified'",
    "ask": "assert session.pages.explain(session.state.current.paragraphs[0].start)",
    "choices": "session.pages.choices()",
    "light": "session.lights.light('人'); assert session.state.lights.terms",
    "find": "session.searching.look_for('人'); assert session.state.search",
    "beside": "session.panes.put_answer_beside(); assert len(session.state.panes) == 2",
}
"""What a reader may do first, in an order in which each can be done after those before it."""


def run(code: str, data: Path) -> list[str]:
    """Return the lines that a process of its own prints, which starts the app on the data folder `data`."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(data)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_few_modules_are_loaded_before_the_first_paint(painted: list[str]) -> None:
    assert "desktop.ui.page.answer_page" in painted
    assert len(painted) <= MOST_MODULES, "\n".join(painted)


def test_what_is_loaded_along_with_qt_comes_before_the_first_paint_anyway(tmp_path: Path) -> None:
    alone = "from desktop.app import start\nstart.load_ahead = lambda: None\n"
    assert set(WITHOUT_QT) - set(run(alone + PAINTED, tmp_path)) == set()


@pytest.mark.parametrize(
    "late",
    [
        "desktop.segmentation",
        "desktop.script.tables.compiling",
        "desktop.script.converter",
        "desktop.script.explanation",
        "desktop.keywords.finding",
        "desktop.annotations.anchoring.another_text",
        "desktop.annotations.exchange",
        "desktop.annotations.edits",
    ],
)
def test_what_the_first_page_does_not_need_comes_after_it(late: str, painted: list[str]) -> None:
    assert [name for name in painted if f"{name}.".startswith(f"{late}.")] == []


def test_a_second_page_that_comes_back_comes_after_the_first_paint(tmp_path: Path) -> None:
    left = "session = window.session; session.panes.put_beside(1); session.close(); os._exit(0)"
    run(START + left, tmp_path)
    painted = run(PAINTED.replace("print(", "assert window.session.state.awaited; print("), tmp_path)
    assert {"desktop.session.panes", "desktop.ui.sides", "desktop.session.navigation"} & set(painted) == set()


@pytest.fixture(scope="module")
def painted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what is loaded before the first paint."""
    return run(PAINTED, tmp_path_factory.mktemp("data"))


LEFT = f"""
import time
from desktop.script import Script
{START}
session = window.session
window.complete()
session.begin()
session.show_script(Script.TRADITIONAL)
until = time.monotonic() + 60
while session.state.manner.script is not Script.TRADITIONAL and time.monotonic() < until:
    app.processEvents()
    time.sleep(0.01)
assert session.shown_script is Script.TRADITIONAL
window.page.viewport().repaint()
session.close()
session.stop()
os._exit(0)
"""


LIT = f"""
import time
{START}
session = window.session
session.begin()
session.lights.light("人")
until = time.monotonic() + 60
while not session.state.lights.terms and time.monotonic() < until:
    app.processEvents()
    time.sleep(0.01)
session.close()
session.stop()
os._exit(0)
"""


def test_where_lights_come_back_the_readers_own_words_are_read_after_the_first_paint(tmp_path: Path) -> None:
    run(LIT, tmp_path)
    coming_back = "assert window.session.state.lights.terms and window.session.state.own is None; print("
    assert "desktop.session.own.owning" not in run(PAINTED.replace("print(", coming_back), tmp_path)


def test_a_page_that_was_left_converted_is_painted_without_jieba(tmp_path: Path) -> None:
    shutil.copy(ROOT / "seeds" / "houseplants.zh-Hans.txt", tmp_path / "plants.txt")
    file = repr(str(tmp_path / "plants.txt"))
    run(LEFT.replace("sys.argv[1]]", f"sys.argv[1], {file}]"), tmp_path / "data")
    telling = "print(*sorted(ours()), window.page.toPlainText()[-60:].split()[-1], flush=True); os._exit(0)"
    *painted, words = run(START + telling, tmp_path / "data")
    assert "desktop.script.converter" in painted
    assert [name for name in painted if name.startswith("desktop.segmentation")] == []
    assert len(painted) <= MOST_CONVERTED, len(painted)
    assert detect_script(words) is SourceScript.TRADITIONAL, words


def test_the_first_keys_find_loaded_what_they_need(tmp_path: Path) -> None:
    """They are pressed in one process: what any of them has to load is told with its name."""
    pressed = (f"key = {key!r}; {doing}" for key, doing in KEYS.items())
    warmed = WARMED.replace("waited_for.append(name)", "waited_for.append(f'{key}:{name}')")
    code = "\n".join((f"{START}{warmed}", *pressed, "print(*waited_for, sep='\\n', flush=True); os._exit(0)"))
    assert run(code, tmp_path) == []
