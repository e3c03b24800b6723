"""Workers that give way, one within or beside another."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack

import pytest

from desktop.session.work.yielding import giving_way


def test_while_a_worker_gives_way_others_are_turned_to_sooner_and_nothing_is_collected() -> None:
    usual = sys.getswitchinterval()
    with giving_way():
        assert sys.getswitchinterval() < usual
        assert not gc.isenabled()
    assert sys.getswitchinterval() == usual
    assert gc.isenabled()


def test_all_is_as_before_when_the_last_of_several_is_done_whichever_that_is() -> None:
    usual = sys.getswitchinterval()
    first, second = ExitStack(), ExitStack()
    first.enter_context(giving_way())
    second.enter_context(giving_way())
    first.close()
    assert not gc.isenabled()
    second.close()
    assert sys.getswitchinterval() == usual
    assert gc.isenabled()


def test_a_worker_that_fails_leaves_nothing_behind() -> None:
    usual = sys.getswitchinterval()
    with pytest.raises(ValueError, match="x"), giving_way():
        int("x")
    assert sys.getswitchinterval() == usual
    assert gc.isenabled()
