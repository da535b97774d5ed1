"""Stylesheets and scripts of the portal: many small files at a desk, one of each when they are collected."""

from collections.abc import Iterator
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# In the order of their layers, which is the cascade.
STYLESHEETS = (
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
    "css/components/icons.css",
    "css/components/labels.css",
    "css/components/article.css",
    "css/components/contents.css",
    "css/components/section.css",
    "css/components/steps.css",
    "css/components/results.css",
    "css/components/lists.css",
    "css/components/forms.css",
    "css/components/suggestions.css",
    "css/components/home.css",
    "css/components/messages.css",
    "css/print.css",
)
# Each is a block of its own, so that no name of one is seen by another.
SCRIPTS = ("js/search-suggestions.js", "js/copy.js", "js/selection.js")
JOINED = {"css/portal.css": STYLESHEETS, "js/portal.js": SCRIPTS}


def joined_addresses(name: str) -> list[str]:
    """Return where a file of ``JOINED`` is: one address where its parts were joined, else each of them in order."""
    joined = getattr(staticfiles_storage, "joins_files", False)
    return [staticfiles_storage.url(part) for part in ((name,) if joined else JOINED[name])]


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Production's storage: joins the files before names are hashed and files compressed."""

    joins_files = True

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if not dry_run:
            for joined, names in JOINED.items():
                text = "\n".join(_read(paths, name) for name in names)
                if self.exists(joined):
                    self.delete(joined)
                self.save(joined, ContentFile(text.encode()))
                paths = {**paths, joined: (self, joined)}
        yield from super().post_process(paths, dry_run, **options)


def _read(paths: dict[str, tuple[Storage, str]], name: str) -> str:
    """Return a source file; its relative addresses are made to hold from the joined file's folder."""
    storage, path = paths[name]
    with storage.open(path) as source:
        text = source.read().decode()
    return text.replace("../../", "../") if name.count("/") > 1 else text
