"""Settings of a server. Refuses to start without a secret key, hosts and a base address."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403

for name, value in {
    "SECRET_KEY": SECRET_KEY,  # noqa: F405
    "ALLOWED_HOSTS": ALLOWED_HOSTS,  # noqa: F405
    "BASE_ADDRESS": WAGTAILADMIN_BASE_URL,  # noqa: F405
}.items():
    if not value:
        raise ImproperlyConfigured(f"Set {name} in the environment: see docs/settings.md.")
if len(SECRET_KEY) < 50:  # noqa: F405
    raise ImproperlyConfigured("SECRET_KEY is shorter than 50 characters: see docs/settings.md.")

SECURE_SSL_REDIRECT = os.environ.get("SECURE_SSL_REDIRECT") != "0"  # noqa: F405
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL.rstrip("/")]  # noqa: F405
