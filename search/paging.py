"""Links to the pages of a list."""

from dataclasses import dataclass

from search.results import SearchResults

# Pages named on each side of the current one; the first and the last are always named.
NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page; `after_gap` where pages between it and the one before are not named."""

    number: int
    url: str
    current: bool
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """The links below a list; `links` is empty if one page holds it all."""

    links: tuple[PageLink, ...]
    previous_url: str
    next_url: str


def pages_of(results: SearchResults) -> Pages:
    """The links to the pages of these results, "" where there is no page before or after."""
    query, last = results.query, results.page_count
    if last < 2:
        return Pages((), "", "")
    near = range(query.page - NEIGHBOURS, query.page + NEIGHBOURS + 1)
    numbers = sorted({1, last, *(number for number in near if 1 <= number <= last)})
    links = tuple(
        PageLink(
            number=number,
            url=query.url(page=number),
            current=number == query.page,
            after_gap=bool(place) and numbers[place - 1] != number - 1,
        )
        for place, number in enumerate(numbers)
    )
    return Pages(
        links=links,
        previous_url=query.url(page=query.page - 1) if 1 < query.page <= last else "",
        next_url=query.url(page=query.page + 1) if query.page < last else "",
    )
