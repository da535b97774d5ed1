"""System checks of the search's settings."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.utils.module_loading import import_string

from search.engines.serving import ELASTICSEARCH, kept_engines

SOURCE_METHODS = ("keys", "keys_under", "documents", "synonyms", "facet_choices")


@register()
def sources_exist(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Every path in SEARCH_SOURCES leads to an object with the methods of a source."""
    problems: list[CheckMessage] = []
    for path in getattr(settings, "SEARCH_SOURCES", []):
        try:
            source = import_string(path)
        except ImportError as failure:
            problems.append(Error(f"SEARCH_SOURCES: {path}: {failure}", id="search.E001"))
            continue
        missing = [name for name in SOURCE_METHODS if not callable(getattr(source, name, None))]
        if missing:
            problems.append(
                Error(f"SEARCH_SOURCES: {path} lacks {', '.join(missing)}", id="search.E002")
            )
    return problems


@register()
def index_has_a_place(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """SEARCH_INDEX_PATH is set: the embedded index needs a file of its own."""
    if getattr(settings, "SEARCH_INDEX_PATH", None):
        return []
    return [Error("SEARCH_INDEX_PATH names no file for the embedded index.", id="search.E003")]


@register(deploy=True)
def elasticsearch_answers(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Every engine that is kept answers; the embedded one stands in for an Elasticsearch until then."""
    if not settings.ELASTICSEARCH_URL:
        return []
    status = kept_engines()[ELASTICSEARCH].status()
    if not status.problem:
        return []
    hint = "Searches are answered by the embedded index. `manage.py search_status` says more."
    return [Warning(f"Elasticsearch: {status.problem}", hint=hint, id="search.W001")]
