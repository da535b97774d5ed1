"""Did you mean: the known words nearest to a mistyped one.

Distance is that of optimal string alignment: letters missing, added, changed, or two neighbours
exchanged count one each.
"""

from collections.abc import Iterable, Sequence
from math import log10

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.analysis.vocabulary import Vocabulary

# Letters from which on one, two and three mistakes are forgiven.
ONE_MISTAKE, TWO_MISTAKES, THREE_MISTAKES = 4, 7, 12

# A wrong first letter is the rarest mistake.
FIRST_LETTER_COST = 0.5
# A word ten times as frequent makes up for this much of a mistake.
FREQUENCY_WORTH = 0.25

MOST_CANDIDATES = 16


def mistakes_forgiven(length: int) -> int:
    """How many mistakes a word of so many letters may have."""
    return sum(length >= least for least in (ONE_MISTAKE, TWO_MISTAKES, THREE_MISTAKES))


def nearest_words(form: str, vocabulary: Vocabulary) -> list[str]:
    """The folded words that may be meant by an unknown one, likeliest first."""
    forgiven = mistakes_forgiven(len(form))

    def cost(candidate: tuple[str, int]) -> tuple[float, str]:
        word, distance = candidate
        frequency = log10(max(vocabulary.frequencies[word], 1))
        first = FIRST_LETTER_COST * (word[0] != form[0])
        return (distance + first - FREQUENCY_WORTH * frequency, word)

    lengths = range(len(form) - forgiven, len(form) + forgiven + 1)
    found = near(form, map(vocabulary.of_length, lengths), forgiven)
    return [word for word, _ in sorted(found, key=cost)]


def near(word: str, groups: Iterable[Sequence[str]], forgiven: int) -> list[tuple[str, int]]:
    """Those of the words in groups that differ by 1 to `forgiven` mistakes, with their number."""
    found: list[tuple[str, int]] = []
    if forgiven:
        for group in groups:
            best = process.extract(
                word, group, scorer=OSA.distance, score_cutoff=forgiven, limit=MOST_CANDIDATES
            )
            found.extend((candidate, int(distance)) for candidate, distance, _ in best if distance)
    return found
