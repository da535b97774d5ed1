"""The worker that every cost is measured beside."""

from django.conf import settings

from demo.benchmark.bare import BODY
from demo.benchmark.served import BARE_APPLICATION, served


def test_the_bare_answer_is_served_by_a_worker_that_can_be_measured() -> None:
    with served(settings.ROOT, BARE_APPLICATION) as bare:
        assert bare.get("/") == (200, len(BODY))
        assert bare.cpu_seconds() > 0
