"""The state of the database and of the stored files, to compare before and after."""

from collections import Counter
from pathlib import Path

from django.apps import apps
from django.conf import settings


def counts() -> Counter[str]:
    """Count the rows of every table of our own and of the page tree."""
    labels = (
        "accounts",
        "auth",
        "experience",
        "library",
        "pages",
        "portal",
        "search",
        "wagtailcore",
    )
    return Counter(
        {
            model._meta.label: model._base_manager.count()
            for label in labels
            for model in apps.get_app_config(label).get_models()
        }
    )


def stored_files() -> set[Path]:
    folders = (
        Path(settings.MEDIA_ROOT),
        Path(settings.STORAGES["documents"]["OPTIONS"]["location"]),
    )
    return {path for folder in folders for path in folder.rglob("*") if path.is_file()}
