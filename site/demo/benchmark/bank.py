"""The bank that is measured: the demo district among synthetic materials."""

import gc
import resource
import time
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command

from experience.models import KnowledgePage
from search.engines.serving import kept_engines


def prepare_bank(materials: int, write: Callable[[str], object]) -> None:
    """Make the bank once; later runs measure the same one. Its search indexes are brought up to date."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if not KnowledgePage.objects.exists():
        call_command("seed_demo")
    missing = materials - KnowledgePage.objects.count()
    start, cpu = time.monotonic(), time.process_time()
    if missing > 0:
        call_command("generate_bank", materials=missing, yes=True)
    for engine in kept_engines().values():
        engine.catch_up()
    if missing > 0:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        write(
            f"load of {missing} materials: {time.monotonic() - start:.0f} s, "
            f"{time.process_time() - cpu:.0f} s CPU, peak {peak:.0f} MB\n"
        )
    # What is measured in this process is measured as in a worker, see gunicorn.conf.py.
    gc.collect()
    gc.freeze()
