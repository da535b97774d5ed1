"""How often one address, and all of them, may send what they missed."""

import time

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

MOST_A_MINUTE = 3
SECONDS_KEPT = 120


def may_send(request: HttpRequest) -> bool:
    """Count this request; False beyond MOST_A_MINUTE from one address.

    Only a keyed hash of address and minute is kept, in memory, for two minutes.
    """
    minute = int(time.time() // 60)
    # Behind a proxy the last address is the one that the proxy itself saw.
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    address = forwarded or request.META.get("REMOTE_ADDR", "")
    key = salted_hmac("search.demand.limits", f"{address} {minute}").hexdigest()
    cache.add(key, 0, SECONDS_KEPT)
    return cache.incr(key) <= MOST_A_MINUTE
