"""The stylesheets of the portal: many small files at a desk, one when they are collected."""

from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# In the order of their layers, which is the cascade.
STYLESHEETS = (
    "css/tokens.css",
    "css/base.css",
    "css/layout.css",
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
JOINED = "css/portal.css"


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Production's storage: joins the stylesheets to one file before names are hashed and files compressed."""

    joins_stylesheets = True

    def post_process(
        self, paths: dict[str, tuple[Storage, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        if not dry_run:
            text = "\n".join(_read(paths, name) for name in STYLESHEETS)
            if self.exists(JOINED):
                self.delete(JOINED)
            self.save(JOINED, ContentFile(text.encode()))
            paths = {**paths, JOINED: (self, JOINED)}
        yield from super().post_process(paths, dry_run, **options)


def _read(paths: dict[str, tuple[Storage, str]], name: str) -> str:
    """Return a source file; its relative addresses are made to hold from the joined file's folder."""
    storage, path = paths[name]
    with storage.open(path) as source:
        text = source.read().decode()
    return text.replace("../../", "../") if name.count("/") > 1 else text
