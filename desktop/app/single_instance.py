"""One app for each data folder: a second one gives its files to the first, which opens them and comes to the fore.

A lock in the data folder says who is first; the system lets go of it when its process ends, however it ends, so what
a killed app left behind stops nobody. The first listens on a local socket that only the same user may connect to. It
speaks first: one that hangs says nothing, so nothing is given to it, and the second goes on by itself. Two that run
on one data folder lose nothing either: their notes meet in a merge.

    first:  "baijia 1" LF
    second: {"files": [absolute path, ...], "token": what lets a window come to the fore under Wayland} LF
    first:  "ok" LF
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.annotations.storage.lock import locked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtNetwork import QLocalServer, QLocalSocket
    from PySide6.QtWidgets import QWidget

PATIENCE = 2.0
"""Seconds that a second app waits for the first, which may be starting, busy, or about to end."""

LONGEST = 1 << 20
"""The bytes of the longest request."""

_GREETING, _DONE = b"baijia 1\n", b"ok\n"
_MOST_FILES = 100
_PAUSE = 0.05
_REQUEST_MS = 5_000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Request:
    """What a second app asks for: `files` to open, and the `token` it was started with (XDG activation, or "")."""

    files: tuple[Path, ...] = ()
    token: str = ""


class SingleInstance(QObject):
    """Takes the requests of further apps on the data folder at `root`, or gives ours to the one that runs already.

    QtNetwork is imported when it is needed: after the first page, or when another app runs.
    """

    asked = Signal(object)
    """Emitted with a `Request` when another app was started on the same data folder."""

    def __init__(self, root: Path, parent: QObject | None = None, patience: float = PATIENCE) -> None:
        super().__init__(parent)
        self._lock = root / "baijia.lock"
        self._address = address(root, os.environ)
        self._patience = patience
        self._held = ExitStack()
        self._is_first = False
        self._server: QLocalServer | None = None

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Give `files` to the app that runs already; False when there is none or it doesn't answer in time."""
        until = time.monotonic() + self._patience
        while not self._be_first():
            if _ask(self._address, Request(tuple(files), os.environ.get("XDG_ACTIVATION_TOKEN", "")), until):
                return True
            if time.monotonic() >= until:
                log.info("another app runs on this data folder and doesn't answer")
                return False
            time.sleep(_PAUSE)
        return False

    def listen(self) -> None:
        """Take requests from now on, if we are first; where that can't be, each app runs by itself."""
        from PySide6.QtNetwork import QLocalServer

        if not self._is_first or self._server is not None:
            return
        QLocalServer.removeServer(self._address)  # what a killed app left: whoever has the lock may
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_connection)
        if server.listen(self._address):
            self._server = server
        else:
            log.info("no requests can be taken at %s: %s", self._address, server.errorString())

    def close(self) -> None:
        """Take no more requests, and let another be first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._is_first = False
        self._held.close()

    def _be_first(self) -> bool:
        """Take the lock unless another has it; a folder that knows no locks can't tell, so nobody is asked there."""
        try:
            self._held.enter_context(locked(self._lock, 0))
        except OSError as error:
            if error.errno == errno.EAGAIN:
                return False
            log.info("no lock: %s", error)
        self._is_first = True
        return True

    def _on_connection(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            _Visitor(self._server.nextPendingConnection(), self)


class _Visitor(QObject):
    """One connection to a `SingleInstance`: greets, waits for one request, passes it on."""

    def __init__(self, socket: QLocalSocket, instance: SingleInstance) -> None:
        super().__init__(socket)
        self._socket = socket
        self._instance = instance
        socket.setReadBufferSize(LONGEST + 1)
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(self._read)
        QTimer.singleShot(_REQUEST_MS, self, self._part)
        socket.write(_GREETING)

    def _read(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > LONGEST:
                self._part()
            return
        request = read_request(bytes(self._socket.readLine(LONGEST + 1).data()))
        if request is None:
            self._part()
            return
        self._socket.write(_DONE)
        self._socket.disconnectFromServer()  # once that is written
        self._instance.asked.emit(request)

    def _part(self) -> None:
        log.info("a visitor left no request")
        self._socket.abort()


def come_to_the_fore(window: QWidget, token: str = "") -> None:
    """Ask for the reader's eye; how far that goes is up to the desktop. `token` is Wayland's leave to do so."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def address(root: Path, environment: Mapping[str, str]) -> str:
    """Return where the app on the data folder `root` listens: a path in the user's runtime folder, else a name.

    Qt puts a name into the folder for temporary files, and on Windows among the pipes. It is short, for the path of
    a socket has 108 bytes at most (unix(7)).
    """
    digest = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()[:16]
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    return (
        f"{runtime}/baijia-{digest}" if Path(runtime).is_absolute() and Path(runtime).is_dir() else f"baijia-{digest}"
    )


def write_request(request: Request) -> bytes:
    """Return `request` as a line of ASCII; a file name that is no text keeps its bytes (PEP 383)."""
    files = [str(path.absolute()) for path in request.files[:_MOST_FILES]]
    return json.dumps({"files": files, "token": request.token}).encode("ascii") + b"\n"


def read_request(data: bytes) -> Request | None:
    """Return the request that `data` holds, whoever sent it; None for none."""
    try:
        raw = json.loads(data.decode("ascii"))
    except (ValueError, RecursionError):
        return None
    members = cast("dict[str, Any]", raw) if isinstance(raw, dict) else {}
    files, token = members.get("files"), members.get("token", "")
    if not isinstance(files, list) or not _is_word(token):
        return None
    names = cast("list[Any]", files)
    if len(names) > _MOST_FILES or not all(_is_word(name) and Path(name).is_absolute() for name in names):
        return None
    return Request(tuple(map(Path, names)), token)


def _is_word(value: object) -> bool:
    """Tell whether `value` is a text that a path or a variable of the environment can be."""
    if not isinstance(value, str) or "\0" in value:
        return False
    try:
        os.fsencode(value)  # refuses the lone surrogates that stand for no byte
    except UnicodeEncodeError:
        return False
    return True


def _ask(address: str, request: Request, until: float) -> bool:
    """Tell whether the app that listens at `address` took `request` before the monotonic time `until`."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_left(until)) or not _is_ours(socket.fullServerName()):
        return False
    data = write_request(request)
    if len(data) > LONGEST or _line(socket, until) != _GREETING:
        return False
    socket.write(data)
    return _line(socket, until) == _DONE


def _line(socket: QLocalSocket, until: float) -> bytes:
    """Return the next line from `socket`, or what there is of it by the time `until`."""
    while not socket.canReadLine() and socket.bytesAvailable() <= len(_GREETING):
        if not socket.waitForReadyRead(_left(until)):
            break
    return bytes(socket.readLine(len(_GREETING) + 1).data())


def _left(until: float) -> int:
    return max(1, round((until - time.monotonic()) * 1000))


def _is_ours(name: str) -> bool:
    """Tell whether the socket `name` was made by this user: in a shared folder, another could wait for our files."""
    try:
        return not hasattr(os, "getuid") or Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False
