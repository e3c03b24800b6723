"""What is copied stays when the app ends, and the end is a clean one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import sys
from desktop.app import create_window
app, window = create_window(["--data-dir", sys.argv[1]])
window.show()
window.page.select_answer()
window.page.copy()
app.processEvents()
print(len(app.clipboard().text()))
window.close()
window.session.stop()
"""


def test_a_process_that_copied_ends_without_a_crash(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100
