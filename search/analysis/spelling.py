"""Did you mean: the known words nearest to a mistyped one.

Distance is that of optimal string alignment: letters missing, added, changed, or two neighbours
exchanged count one each.
"""

from math import log10

from search.analysis.vocabulary import Vocabulary

# Letters from which on one, two and three mistakes are forgiven.
ONE_MISTAKE, TWO_MISTAKES, THREE_MISTAKES = 4, 7, 12

# A wrong first letter is the rarest mistake.
FIRST_LETTER_COST = 0.5
# A word ten times as frequent makes up for this much of a mistake.
FREQUENCY_WORTH = 0.25


def mistakes_forgiven(length: int) -> int:
    """How many mistakes a word of so many letters may have."""
    return sum(length >= least for least in (ONE_MISTAKE, TWO_MISTAKES, THREE_MISTAKES))


def nearest_words(form: str, vocabulary: Vocabulary) -> list[str]:
    """The folded words that may be meant by an unknown one, likeliest first."""
    forgiven = mistakes_forgiven(len(form))

    def cost(candidate: tuple[str, int]) -> tuple[float, str]:
        word, distance = candidate
        frequency = log10(max(vocabulary.documents(word), 1))
        first = FIRST_LETTER_COST * (word[0] != form[0])
        return (distance + first - FREQUENCY_WORTH * frequency, word)

    found = vocabulary.near(form, forgiven)
    return [word for word, _ in sorted(found, key=cost)]
