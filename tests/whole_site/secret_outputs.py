"""Everything by which the search might tell a reader of what is secret: each a list of what it tells."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from accounts.models import User
from bilingual.transliteration import slugify
from experience.presentation.addresses import page_address
from portal.selection import MOST_MATERIALS
from tests.whole_site.secret_tree import (
    COMMON,
    PICKED,
    Secret,
    SecretTree,
    is_findable,
    materials_of,
    may_read,
)

# The list of schools is no secret: it has every school of the district.
LISTS = (
    "/ru/",
    "/kk/",
    "/ru/experience/",
    "/ru/technologies/",
    "/ru/authors/",
    "/ru/subjects/mathematics/",
)
SEARCH, FEED, API, SUGGEST = "/ru/search/", "/ru/search/feed/", "/api/v1/search", "/ru/suggest/"
ELSEWHERE = "На другом языке"


# Of so many secrets whoever is signed in asks for one; everybody else asks for all.
SHARE_ASKED = 3


class Reading:
    """One reader before one closed tree. `asked` are the secrets by whose words the reader asks."""

    def __init__(self, tree: SecretTree, user: User | None) -> None:
        self.tree = tree
        self.user = user or AnonymousUser()
        self.client = Client()
        if user is not None:
            self.client.force_login(user)
        self.asked = tree.secrets
        self._open = [
            secret
            for secret in tree.secrets
            if secret.published and may_read(self.user, secret.page)
        ]
        self.forbidden = {
            word: secret.kind
            for secret in tree.secrets
            if not self.may_learn(secret)
            for word in secret.words
        }

    def asking_anew(self) -> "Reading":
        """The same reader, asking by the words of other secrets."""
        if self.user.is_authenticated:
            self.asked = self.tree.chance.sample(
                self.tree.secrets, len(self.tree.secrets) // SHARE_ASKED
            )
        return self

    def may_learn(self, secret: Secret) -> bool:
        return any(secret is known for known in self._open)

    def get(self, address: str, **parameters: Any) -> str:
        response = self.client.get(address, parameters)
        assert response.status_code == 200, (address, parameters, response.status_code)
        return response.content.decode().replace("\xa0", " ")

    def json(self, **parameters: Any) -> Any:
        return json.loads(self.get(API, lang="ru", **parameters))

    def told(self, text: str, asked: str = "") -> Iterator[str]:
        """The forbidden words of a text, other than what was asked."""
        lower = text.lower()
        for word, kind in self.forbidden.items():
            if word != asked and word in lower:
                yield f"{kind}: {word}, asked {asked!r}"


def on_the_page(reading: Reading) -> Iterator[str]:
    """Hits with their snippets, and the words of filters."""
    for page in (1, 2, 3):
        yield from reading.told(reading.get(SEARCH, q=COMMON, page=page), COMMON)
    for secret in reading.asked:
        yield from reading.told(reading.get(SEARCH, q=secret.probe), secret.probe)


def as_json(reading: Reading) -> Iterator[str]:
    """The same from the API, in every order, and in titles alone."""
    for asked in ({"q": COMMON}, {}, {"q": COMMON, "sort": "date"}, {"q": COMMON, "sort": "title"}):
        for page in (1, 2, 3):
            yield from reading.told(
                json.dumps(reading.json(page=page, **asked), ensure_ascii=False)
            )
    for secret in reading.asked:
        text = json.dumps(reading.json(q=secret.probe, **{"in": "title"}), ensure_ascii=False)
        yield from reading.told(text, secret.probe)


def totals(reading: Reading) -> Iterator[str]:
    """How many there are: of a secret word none, of everything as many as the reader may read."""
    for secret in reading.asked:
        expected = int(reading.may_learn(secret) and is_findable(secret.page))
        for word in (secret.probe, secret.marks[-1]):
            if (total := reading.json(q=word)["total"]) != expected:
                yield f"{secret.kind}: {word} is counted {total} times, not {expected}"
    numbers = {page.number for page in materials_of(reading.user)}
    total = reading.json()["total"]
    found = {
        hit["number"]
        for page in range(1, -(-total // 10) + 1)
        for hit in reading.json(page=page)["hits"]
    }
    if found != numbers or total != len(numbers):
        yield f"found are {sorted(found ^ numbers)} more or less, counted {total}"


def facet_counts(reading: Reading) -> Iterator[str]:
    """The counts beside the values of filters; of authors and tags those of public materials are offered."""
    expected = counts_of(reading.user)
    offered = {**counts_of(AnonymousUser()), "type": expected["type"]}
    facets = reading.json()["facets"]
    for facet, counts in expected.items():
        found = {value["value"]: value["count"] for value in facets[facet]}
        right = {value: counts[value] for value in offered[facet]}
        if found != right:
            yield f"{facet}: {found} instead of {right}"


def counts_of(user: User | AnonymousUser) -> dict[str, Counter[str]]:
    """How many of a reader's materials have each value; a material and its translation count once."""
    counts: dict[str, Counter[str]] = {"type": Counter(), "author": Counter(), "tag": Counter()}
    for page in {page.number: page for page in materials_of(user)}.values():
        counts["type"][page.kind] += 1
        counts["author"].update(row.author.slug for row in page.authorships.all())
        counts["tag"].update(tag.slug for tag in page.tags.all())
    return counts


def in_the_feed(reading: Reading) -> Iterator[str]:
    """The feed of everything, of a common word and of secret ones."""
    yield from reading.told(reading.get(FEED))
    yield from reading.told(reading.get(FEED, q=COMMON))
    for secret in reading.asked:
        yield from reading.told(reading.get(FEED, q=secret.probe), secret.probe)


def suggested(reading: Reading) -> Iterator[str]:
    """What is suggested after the first letters of a secret word, for which many have asked."""
    for secret in reading.asked:
        for word in (secret.probe, secret.marks[0]):
            yield from reading.told(reading.get(SUGGEST, q=word[:5]))


def corrected(reading: Reading) -> Iterator[str]:
    """What a mistyped secret word is taken for."""
    for secret in reading.asked:
        mistyped = secret.probe[:4] + secret.probe[5:]
        yield from reading.told(reading.get(SEARCH, q=mistyped))


def in_the_other_language(reading: Reading) -> Iterator[str]:
    """The offer of hits in the other language."""
    for secret in reading.asked:
        if reading.may_learn(secret):
            continue
        other = "kk" if secret.page.language == "ru" else "ru"
        if ELSEWHERE in reading.get(SEARCH, q=secret.probe, language=other):
            yield f"{secret.kind}: {secret.probe} is offered in another language"


def beside_materials(reading: Reading) -> Iterator[str]:
    """Related materials, translations and links on the pages of public materials."""
    for secret in reading.asked:
        if secret.kind == "public":
            for language in ("ru", "kk"):
                yield from reading.told(reading.get(f"/{language}/experience/{secret.page.slug}/"))


def in_lists(reading: Reading) -> Iterator[str]:
    """The lists of the portal."""
    for address in LISTS:
        yield from reading.told(reading.get(address))


def selected(reading: Reading) -> Iterator[str]:
    """A selection of every material there is: no title of what is secret."""
    numbers = [secret.page.number for secret in reading.tree.secrets if secret.page.number]
    for first in range(0, len(numbers), MOST_MATERIALS):
        asked = ",".join(numbers[first : first + MOST_MATERIALS])
        yield from reading.told(reading.get("/ru/selection/", m=asked))


def picked(reading: Reading) -> Iterator[str]:
    """What editors recommend."""
    yield from reading.told(reading.get(SEARCH, q=PICKED))


def noted(reading: Reading) -> Iterator[str]:
    """The log of questions: whether anything was found is what everybody may know."""
    log = Path(settings.SEARCH_QUERY_LOG_PATH)
    log.unlink(missing_ok=True)
    for secret in reading.asked:
        reading.get(SEARCH, q=secret.probe)
    lines = log.read_text().splitlines() if log.exists() else []
    public = {s.probe for s in reading.asked if s.published and may_read(AnonymousUser(), s.page)}
    for line in lines:
        _day, _language, found, text = json.loads(line)
        if found and text not in public:
            yield f"{text} is noted as found"


def described(reading: Reading) -> Iterator[str]:
    """What other programs are told of the search."""
    yield from reading.told(reading.get(reverse("opensearch", args=["ru"])))


def mapped(reading: Reading) -> Iterator[str]:
    """The map for search engines of the web, which is the same for everybody: of public materials only."""
    files = re.findall("<loc>(.*?)</loc>", reading.get(reverse("sitemap")))
    told = "".join(reading.get(file.removeprefix(settings.WAGTAILADMIN_BASE_URL)) for file in files)
    public = {page.pk for page in materials_of(AnonymousUser())}
    for secret in reading.tree.secrets:
        if secret.published and secret.page.pk in public:
            continue
        address = page_address(secret.page.url_path, secret.page.language)
        names = [f"/{slugify(word)}" for word in secret.words]
        for piece in [*names, *([] if secret.page.pk in public else [address])]:
            if piece in told:
                yield f"{secret.kind}: {piece}"


OUTPUTS: Iterable[Callable[[Reading], Iterator[str]]] = (
    on_the_page,
    as_json,
    totals,
    facet_counts,
    in_the_feed,
    suggested,
    corrected,
    in_the_other_language,
    beside_materials,
    in_lists,
    selected,
    picked,
    noted,
    described,
    mapped,
)
