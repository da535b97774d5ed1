"""Settings of the tests: production's behaviour where it matters, fast hashing, files under var/test."""

import tempfile

from jinja2 import Undefined

from .base import *  # noqa: F403

SECRET_KEY = "test-only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

TEST_FILES = Path(tempfile.mkdtemp(prefix="bank-test-"))  # noqa: F405
MEDIA_ROOT = TEST_FILES / "media"
STATIC_ROOT = TEST_FILES / "static"
STATIC_ROOT.mkdir()
SEARCH_INDEX_PATH = TEST_FILES / "index.sqlite3"
SEARCH_QUERY_LOG_PATH = TEST_FILES / "questions.log"
ELASTICSEARCH_URL = ""
STORAGES["documents"] |= {  # noqa: F405
    "OPTIONS": {"location": str(TEST_FILES / "documents"), "base_url": None}
}
STORAGES["staticfiles"] = {  # noqa: F405
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
# A file, not memory: `--reuse-db` starts in seconds, and threads and processes share it.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":  # noqa: F405
    VAR.mkdir(exist_ok=True)  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "test.sqlite3")}  # noqa: F405
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
    # Nothing waits for the disk: that protects from a loss of power, a killed process loses nothing.
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"  # noqa: F405
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


class NeverPrinted(Undefined):
    """A name that is absent may be asked for; to print it is an error, so that a misspelled one is found."""

    __str__ = Undefined._fail_with_undefined_error


TEMPLATES[0]["OPTIONS"]["undefined"] = NeverPrinted  # noqa: F405
