"""What `make run` does: bring the database up, fill an empty one, start the server and the background process."""

import os
import signal
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.content import FOLDER, read_file
from experience.models import KnowledgePage


class Command(BaseCommand):
    help = "Prepare the demo district and serve it on this machine. For development only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demo runs with the development settings only.")
        settings.VAR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        if not KnowledgePage.objects.exists():
            call_command("seed_demo")
        port = str(options["port"])
        address = f"http://127.0.0.1:{port}"
        manage = [sys.executable, sys.argv[0]]
        # The permanent addresses that pages name lead to this server.
        environment = {"BASE_ADDRESS": address, **os.environ}
        worker = subprocess.Popen([*manage, "work"], env=environment)
        server = subprocess.Popen(
            [*manage, "runserver", "--noreload", "--insecure", f"127.0.0.1:{port}"],
            env=environment,
        )

        def stop(*_signal: object) -> None:
            server.terminate()

        signal.signal(signal.SIGTERM, stop)
        self.stdout.write(f"\nPortal   {address}/kk/   {address}/ru/\nCMS      {address}/cms/\n")
        if settings.DEMO_LOGINS:
            logins = "  ".join(read_file(FOLDER / "staff.yaml"))
            self.stdout.write(f"Logins   {logins}  (password = login)\n")
        self.stdout.write("Ctrl-C stops it.\n\n")
        try:
            code = server.wait()
        except KeyboardInterrupt:
            code = 0
        finally:
            worker.terminate()
            # A task, such as the reading of a file, may take half a minute.
            worker.wait(timeout=60)
        if code not in (0, -signal.SIGTERM):
            raise CommandError(f"The server stopped with exit code {code}.")
