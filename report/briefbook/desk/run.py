"""The desk's server, on this machine alone, for as long as somebody edits."""

from __future__ import annotations

import contextlib
import gc
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from briefbook.cache import opened
from briefbook.desk.guard import HOST, Guard
from briefbook.desk.server import make_app
from briefbook.desk.work import Work
from briefbook.model.reread import rereading


def serve(seed: Path, *, opens: bool, tell: Callable[[str], None], who: str = "") -> None:
    """Serve the desk of a seed until it is interrupted; `tell` is given the address.

    `who` is written beside the states that are set.

    Raises Unreadable if there is no briefing.
    """
    # What is loaded now stays: to look through it for garbage after every change takes as long again
    # as the change.
    gc.freeze()
    gc.set_threshold(200_000, 20, 50)
    work = Work(seed)
    # The port is free by the system's word; only then the guard, which holds to it, can be made.
    config = uvicorn.Config(
        "",
        host=HOST,
        port=0,
        log_level="error",
        access_log=False,
        lifespan="off",
        timeout_keep_alive=600,  # on a busy machine a page takes longer than the usual five seconds
    )
    listening = config.bind_socket()
    # A page is sent in two parts: the second would wait for the first one's receipt, a twentieth of a second.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.listen()  # before the address is told: a browser may be quicker than the server
    guard = Guard(listening.getsockname()[1])
    config.app = make_app(work, guard, who)
    tell(guard.address)
    if opens:
        webbrowser.open(guard.address)
    with contextlib.suppress(KeyboardInterrupt), opened(), rereading():
        uvicorn.Server(config).run(sockets=[listening])
