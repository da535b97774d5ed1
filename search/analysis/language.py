"""The language of a text of which nothing but the text is known."""

from bilingual.folding import has_kazakh_letters
from search.analysis.stems import KAZAKH, RUSSIAN
from search.analysis.stopwords import KAZAKH_STOP_FORMS, RUSSIAN_STOP_FORMS
from search.analysis.words import words

# Of a hundred words of Kazakh text some 66 have a letter that Russian has not (99 of 100 passages
# have 41 or more); in Russian text only Kazakh names have them.
KAZAKH_SHARE = 0.3

# Characters that tell the language of a text.
SAMPLE = 5_000


def guess_language(text: str) -> str:
    """ "kk" or "ru", by the words with Kazakh letters; without any, by the commoner stop words.

    A text that says nothing (Latin, numbers, a few words without such letters) is taken for Russian.
    """
    found = [word for word in words(text[:SAMPLE]) if word.form.isalpha()]
    kazakh = sum(has_kazakh_letters(word.spelling) for word in found)
    if kazakh:
        return KAZAKH if kazakh >= KAZAKH_SHARE * len(found) else RUSSIAN
    kazakh = sum(word.form in KAZAKH_STOP_FORMS for word in found)
    russian = sum(word.form in RUSSIAN_STOP_FORMS for word in found)
    return KAZAKH if kazakh > russian else RUSSIAN
