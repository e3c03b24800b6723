"""A desk with a session and nothing around it, for menus that stand in no window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.session import Session


class BareDesk:
    """What commands on the session alone can reach; whatever else one asks for fails the test."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def page(self) -> NoReturn:
        raise AssertionError("there is no page here")

    @property
    def panels(self) -> NoReturn:
        raise AssertionError("there are no panels here")

    @property
    def charts(self) -> NoReturn:
        raise AssertionError("there are no charts here")

    @property
    def dialogs(self) -> NoReturn:
        raise AssertionError("there are no dialogs here")

    def open_file(self, path: Path) -> None:
        raise AssertionError(f"{path} can't be opened here")

    def paste_thread(self) -> None:
        raise AssertionError("there is no window here")

    def toggle_full_screen(self) -> None:
        raise AssertionError("there is no window here")

    def close(self) -> bool:
        raise AssertionError("there is no window here")
