"""How the scripted model server puts bytes on the line: whole, in events, cut off, or for ever."""

from __future__ import annotations

import json
import select
import socket
import struct
import threading
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

_BETWEEN_PIECES = 0.001  # seconds: an endless reply must not take a whole core


class Connections:
    """The open connections of a server, to be cut when it closes."""

    def __init__(self) -> None:
        self.closing = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()

    def add(self, connection: socket.socket) -> None:
        """Remember an accepted connection."""
        with self._lock:
            self._open.add(connection)

    def discard(self, connection: socket.socket) -> None:
        """Forget a connection that is done."""
        with self._lock:
            self._open.discard(connection)

    def close_all(self) -> None:
        """Wake everything that waits or writes."""
        self.closing.set()
        with self._lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the client was faster


class Wire:
    """One answer on one connection."""

    def __init__(self, handler: BaseHTTPRequestHandler, connections: Connections) -> None:
        self._handler = handler
        self._closing = connections.closing

    def send_json(
        self, status: int, content: Any, headers: Mapping[str, str] | None = None
    ) -> None:
        """Send a whole answer."""
        body = json.dumps(content, ensure_ascii=False).encode()
        self._start(
            status, "application/json", {"Content-Length": str(len(body)), **(headers or {})}
        )
        self._handler.wfile.write(body)

    def send(self, content: Any, fault: str, filler: str = "") -> None:
        """Send an answer that is not a stream, spoilt as ``fault`` says."""
        if fault not in ("reset", "malformed", "endless"):
            return self.send_json(200, content)
        body = json.dumps(content, ensure_ascii=False).encode()
        self._start(200, "application/json", {"Transfer-Encoding": "chunked"})
        self._chunk(body[: len(body) // 2])
        if fault == "reset":
            return self._drop()
        while fault == "endless":
            self._pause()
            self._chunk((filler or " ").encode())
        return self._end()

    def send_events(self, events: Iterable[Mapping[str, Any]], fault: str) -> None:
        """Send server-sent events, spoilt as ``fault`` says."""
        self._start(200, "text/event-stream", {"Transfer-Encoding": "chunked"})
        for event in events:
            if fault == "endless":
                self._pause()
            self._chunk(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode())
        if fault == "reset":
            return self._drop()
        self._chunk(b'data: {"choices": [\n\n' if fault == "malformed" else b"data: [DONE]\n\n")
        return self._end()

    def wait(self, seconds: float) -> None:
        """Wait, but not longer than the server lives."""
        if seconds > 0:
            self._closing.wait(seconds)

    def stay_silent(self) -> None:
        """Wait until the client goes away or the server closes."""
        connection = self._handler.connection
        while not self._closing.is_set():
            readable, _, _ = select.select([connection], [], [], 0.02)
            if readable and not connection.recv(1, socket.MSG_PEEK):
                break
        self._handler.close_connection = True

    def _pause(self) -> None:
        if self._closing.wait(_BETWEEN_PIECES):
            raise ConnectionAbortedError("the server is closing")

    def _start(self, status: int, kind: str, headers: Mapping[str, str]) -> None:
        handler = self._handler
        handler.send_response(status)
        # Closed after each answer, so that a client which nobody closes leaves no socket behind.
        fixed = {"Content-Type": f"{kind}; charset=utf-8", "Connection": "close"}
        for name, value in {**fixed, **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()

    def _chunk(self, content: bytes) -> None:
        if content:  # an empty chunk would end the answer
            self._handler.wfile.write(b"%x\r\n%s\r\n" % (len(content), content))

    def _end(self) -> None:
        self._handler.wfile.write(b"0\r\n\r\n")

    def _drop(self) -> None:
        """Close so that the client's side gets a reset and no regular end."""
        handler = self._handler
        handler.close_connection = True
        linger_for_zero_seconds = struct.pack("ii", 1, 0)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_for_zero_seconds)
        handler.rfile.close()
        handler.connection.close()
