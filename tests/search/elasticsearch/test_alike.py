"""Both engines rank alike: the same questions over the same texts."""

import random

import pytest

from search.analysis.protection import NOTHING_PROTECTED
from search.documents import SearchDocument
from search.engines.ranking import Ranking
from search.engines.trials import TRIALS
from search.evaluation.likeness import likeness
from search.query import SearchQuery
from search.readers import Reader
from search.synonyms import NO_SYNONYMS
from tests.search.bank import document

SYLLABLES = {
    "ru": [
        "ба",
        "во",
        "гре",
        "до",
        "жа",
        "зу",
        "ка",
        "лин",
        "мо",
        "не",
        "пра",
        "ри",
        "сто",
        "тель",
        "ура",
        "фи",
        "хо",
        "че",
        "ша",
        "ще",
    ],
    "kk": [
        "ба",
        "гөл",
        "жа",
        "қар",
        "лын",
        "мек",
        "ні",
        "оқу",
        "пте",
        "рім",
        "сын",
        "тап",
        "үйі",
        "шы",
        "ығы",
        "өне",
        "әді",
        "ғал",
        "ұст",
        "ңыз",
    ],
}


def words_of(language: str) -> list[str]:
    """600 words of three syllables."""
    chance = random.Random(language)
    return ["".join(chance.choices(SYLLABLES[language], k=3)) for _ in range(600)]


WORDS = {language: words_of(language) for language in SYLLABLES}


def texts(chance: random.Random, language: str, length: int) -> str:
    """Words of a language, the first ones of its list the most frequent."""
    words = WORDS[language]
    return " ".join(words[int(len(words) * chance.random() ** 2)] for _ in range(length))


def collection() -> list[SearchDocument]:
    """Texts of ten to 400 words with titles."""
    chance = random.Random(7)
    made = []
    for number in range(150):
        language = chance.choice(("kk", "ru"))
        title = texts(chance, language, chance.randint(2, 6))
        text = texts(chance, language, chance.choice((10, 40, 120, 400)))
        made.append(document(f"page:{number}", title, text, language))
    return made


def questions() -> list[tuple[str, str]]:
    """One to four words that stand in one of the texts."""
    chance = random.Random(8)
    asked = []
    for text in chance.sample(collection(), 60):
        words = f"{text.title} {text.sections[0].text}".split()
        asked.append((" ".join(chance.sample(words, chance.randint(1, 4))), text.language))
    return asked


def rankings(engine: str) -> list[Ranking]:
    with TRIALS[engine]() as trial:
        trial.add(collection(), NOTHING_PROTECTED)
        return [
            trial.rank(SearchQuery(text=text), Reader(language), 10, NO_SYNONYMS)
            for text, language in questions()
        ]


@pytest.mark.any_database
@pytest.mark.django_db
def test_both_engines_rank_alike(settings, address: str) -> None:
    settings.ELASTICSEARCH_URL = address
    pairs = list(zip(rankings("embedded"), rankings("elasticsearch"), strict=True))
    whole = likeness((one.keys, other.keys) for one, other in pairs)
    shown = likeness((one.shown, other.shown) for one, other in pairs)
    assert min(whole.overlap, shown.overlap) >= 0.75
    assert min(whole.same_first, shown.same_first) >= 0.9
