"""A real HTTP/1.1 server on 127.0.0.1 for tests and scripts: it answers as told and remembers what it was asked.

    with Server() as server:
        server.add("/feed.xml", body=FEED, type="application/rss+xml", etag='"1"')
        server.script("/busy", Reply(status=503, headers={"Retry-After": "5"}), Reply(body="at last"))
        ...  # fetch server.url("/feed.xml"), with allow_private=server.address
        assert server.requests[-1].headers["if-none-match"] == '"1"'

A path that was never added is answered with 404. Every request runs in a thread of its own, connections are kept alive.
"""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Self, TypeAlias

from .replies import Reply, Request, chunk, chunks, encoded, head, read_request

__all__ = ["Reply", "Request", "Server"]


Script: TypeAlias = Reply | Callable[[Request], Reply]


class Server:
    """See the module. `latency`: seconds before every answer. `tls`: a server-side context, to speak https.

    `host` may be "0.0.0.0" where a script wants many hosts: on Linux all of 127.0.0.0/8 then leads here.
    """

    def __init__(self, *, latency: float = 0.0, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self.latency = latency
        self.requests: list[Request] = []
        self.busiest = 0
        """The most requests that were in work at the same time."""
        self.connections = 0
        """Connections that were accepted, with or without a request on them."""
        self._busy = 0
        self._tls = tls
        self._pages: dict[str, list[Script]] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server((host, 0), backlog=512)
        self.port: int = self._listener.getsockname()[1]
        self._host = "127.0.0.1" if host == "0.0.0.0" else host
        self._acceptor = threading.Thread(target=self._accept, name="test server", daemon=True)
        self._acceptor.start()

    # ---- what it serves ----

    def add(self, path: str, reply: Script | None = None, **fields: Any) -> str:
        """Answer `path` always in this way, from now on. Fields are those of `Reply`. Gives the address."""
        self._pages[path] = [reply if reply is not None else Reply(**fields)]
        return self.url(path)

    def script(self, path: str, *replies: Script) -> str:
        """Answer `path` with these, one after the other; the last one stays."""
        self._pages[path] = list(replies)
        return self.url(path)

    def redirect(self, path: str, location: str, status: int = 302) -> str:
        return self.add(path, Reply(status=status, location=location))

    def url(self, path: str = "/", *, host: str = "") -> str:
        return f"{'https' if self._tls else 'http'}://{host or self._host}:{self.port}{path}"

    @property
    def address(self) -> str:
        """host:port, for `allow_private`."""
        return f"{self._host}:{self.port}"

    # ---- what it was asked ----

    def asked(self, path: str) -> list[Request]:
        """The requests for `path`, oldest first."""
        return [request for request in self.requests if request.path == path]

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests]

    def forget(self) -> None:
        self.requests.clear()
        self.busiest = 0
        self.connections = 0

    # ---- life ----

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self._acceptor.join(5)
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                number = self.connections
                self._open.add(connection)
                self._threads = [thread for thread in self._threads if thread.is_alive()]
                thread = threading.Thread(target=self._serve, args=(connection, number), daemon=True)
                self._threads.append(thread)
                thread.start()

    def _serve(self, connection: socket.socket, number: int) -> None:
        plain = connection
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self._tls:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection.makefile("rb") as reader:
                if reader.peek(1)[:1] == b"\x16":  # https where there is none
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    return
                while (request := read_request(reader, number)) and self._handle(connection, request):
                    pass
        except (OSError, ValueError):
            pass
        finally:
            with self._lock:
                self._open.discard(plain)
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _handle(self, connection: socket.socket, request: Request) -> bool:
        """Whether the connection can be kept."""
        with self._lock:
            self.requests.append(request)
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        reply = Reply()
        try:
            reply = self._reply(request)
            if wait := self.latency + reply.delay:
                self._stopping.wait(wait)
            if not reply.lasting:  # before the client can know of the end, and ask again
                self._leave()
            return self._answer(connection, request, reply)
        finally:
            if reply.lasting:
                self._leave()

    def _leave(self) -> None:
        with self._lock:
            self._busy -= 1

    def _answer(self, connection: socket.socket, request: Request, reply: Reply) -> bool:
        if reply.raw is not None:
            self._send(connection, reply.raw, reply.drip)
            return False
        body = encoded(reply)
        sent = body if reply.cut is None else body[: reply.cut]
        if request.method == "HEAD" or reply.status == 304:
            sent = b""
        opening = head(reply, len(body))
        if reply.endless:
            self._send(connection, opening, 0)
            while not self._stopping.is_set():
                self._send(connection, chunk(body) if reply.chunked else body, reply.drip)
        for piece in (opening, *(chunks(sent) if reply.chunked else (sent,))):
            self._send(connection, piece, reply.drip)
        if reply.chunked and reply.cut is None:
            connection.sendall(b"0\r\n\r\n")
        closing = request.headers.get("connection", "").lower() == "close"
        return reply.cut is None and reply.length is None and not closing

    def _reply(self, request: Request) -> Reply:
        with self._lock:
            script = self._pages.get(request.target) or self._pages.get(request.path)
            found = None if not script else script.pop(0) if len(script) > 1 else script[0]
        if found is None:
            return Reply(status=404, body="nothing here")
        reply = found if isinstance(found, Reply) else found(request)
        if reply.status == 200 and (
            (reply.etag and request.headers.get("if-none-match") == reply.etag)
            or (reply.last_modified and request.headers.get("if-modified-since") == reply.last_modified)
        ):
            return replace(reply, status=304, body=b"", encoding="", chunked=False, length=None, cut=None)
        return reply

    def _send(self, connection: socket.socket, data: bytes, drip: float) -> None:
        if not drip:
            connection.sendall(data)
            return
        for position in range(len(data)):
            if self._stopping.wait(drip):
                return
            connection.sendall(data[position : position + 1])
