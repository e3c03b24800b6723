"""The state: its groups, what they are called, and what comes along when another annotation becomes active."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

import pytest

from desktop.session import Preferences, State
from desktop.session.store import PreferenceChanges, StateChanges


@pytest.mark.parametrize(("changes", "value"), [(StateChanges, State), (PreferenceChanges, Preferences)])
def test_what_a_change_may_name_is_what_there_is(changes: type, value: type) -> None:
    assert is_dataclass(value)
    assert list(changes.__annotations__) == [field.name for field in fields(value)]
    written = {name: hint.__forward_arg__ for name, hint in changes.__annotations__.items()}
    assert written == {field.name: field.type for field in fields(value)}
