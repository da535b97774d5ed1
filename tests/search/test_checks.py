"""Mistakes in the settings of the search are said at start."""

from search.checks import index_has_a_place, sources_exist


def identifiers(messages) -> list[str | None]:
    return [message.id for message in messages]


def test_the_settings_of_this_project_pass() -> None:
    assert sources_exist(None) == index_has_a_place(None) == []


def test_a_source_that_does_not_exist_is_named(settings) -> None:
    settings.SEARCH_SOURCES = ["experience.nowhere.materials"]
    (problem,) = sources_exist(None)
    assert (problem.id, "experience.nowhere.materials" in problem.msg) == ("search.E001", True)


def test_an_object_that_is_no_source_is_named(settings) -> None:
    settings.SEARCH_SOURCES = ["search.checks.SOURCE_METHODS"]
    assert identifiers(sources_exist(None)) == ["search.E002"]


def test_an_index_without_a_place_is_named(settings) -> None:
    settings.SEARCH_INDEX_PATH = None
    assert identifiers(index_has_a_place(None)) == ["search.E003"]
