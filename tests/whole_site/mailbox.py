"""A mail server of a few lines, so that mails are really sent and received."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """The port on which mails arrive, and the addresses they came from."""

    port: int = 0
    senders: list[str] = field(default_factory=list)


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Receive mails on a free port of this machine until the block ends."""
    received = Mailbox()

    class Talk(socketserver.StreamRequestHandler):
        """The part of SMTP (RFC 5321) that a sender needs."""

        def handle(self) -> None:
            self.say("220 ready")
            while command := self.rfile.readline().decode().strip():
                verb = command[:4].upper()
                if verb == "MAIL":
                    received.senders.append(command.partition("<")[2].partition(">")[0])
                if verb == "DATA":
                    self.say("354 go on")
                    while self.rfile.readline().strip() != b".":
                        pass
                self.say("221 bye" if verb == "QUIT" else "250 ok")
                if verb == "QUIT":
                    return

        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    with socketserver.TCPServer(("127.0.0.1", 0), Talk) as server:
        received.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield received
        finally:
            server.shutdown()
            thread.join()
