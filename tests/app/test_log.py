"""The log: it is kept where it can be, and stops nothing where it can't."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop.app.log import LogFile

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_cannot_be_logged_is_no_reason_to_fail(tmp_path: Path) -> None:
    path = tmp_path / "later" / "baijia.log"
    log = LogFile(path)
    log.handle(logging.makeLogRecord({"msg": "unheard"}))
    path.parent.mkdir()
    log.handle(logging.makeLogRecord({"msg": "heard"}))
    log.close()
    assert path.read_text("utf-8") == "heard\n"


def test_a_name_that_is_no_utf8_is_logged_as_it_is(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "baijia.log"
    log = LogFile(path)
    log.handle(logging.makeLogRecord({"msg": "can't read \udcff.txt"}))
    log.close()
    assert path.read_text("utf-8") == "can't read \\udcff.txt\n"
    assert not capfd.readouterr().err
