"""A store in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.annotations.stores import opened

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.annotations import AnnotationStore


@pytest.fixture
def store(tmp_path: Path) -> AnnotationStore:
    return opened(tmp_path)
