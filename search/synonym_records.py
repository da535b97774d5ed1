"""What editors say of words, as questions are read by it, and the file that the synonyms begin with."""

from collections import Counter
from pathlib import Path

from django.db import transaction

from bilingual.folding import fold
from search import sources
from search.models import LoadedSynonyms, ProtectedWord, SynonymGroup, WordsVersion
from search.synonyms import Thesaurus

FILE = Path(__file__).with_name("synonyms.txt")

_kept: tuple[int | None, Thesaurus] | None = None


class SynonymFileError(Exception):
    """The file of synonyms does not hold what it should; the message names the line."""


def current_thesaurus() -> Thesaurus:
    """Synonyms, those of terms among them, and protected words as they are now.

    One small query says whether those in memory still are.
    """
    global _kept
    nonce = WordsVersion.objects.values_list("nonce", flat=True).first()
    if _kept is None or _kept[0] != nonce:
        groups = [group.expressions() for group in SynonymGroup.objects.all()]
        protected = ProtectedWord.objects.values_list("word", flat=True)
        _kept = (
            nonce,
            Thesaurus([*groups, *sources.synonyms()], frozenset(fold(word) for word in protected)),
        )
    return _kept[1]


def read_synonyms(path: Path = FILE) -> dict[str, tuple[str, str]]:
    """Return Russian and Kazakh words of each group by its code, the first Russian expression.

    A line is `Russian, Russian = Kazakh, Kazakh`; lines that begin with # are for people.
    Raises SynonymFileError.
    """
    groups: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        russian, equals, kazakh = (part.strip() for part in line.partition("="))
        code = russian.partition(",")[0].strip()
        if not (russian and equals and kazakh):
            raise SynonymFileError(f"{path.name}, line {number}: “russian = kazakh” is expected.")
        if code in groups:
            raise SynonymFileError(f"{path.name}, line {number}: “{code}” stands twice.")
        groups[code] = (russian, kazakh)
    return groups


@transaction.atomic
def load_synonyms(path: Path = FILE) -> Counter[str]:
    """Load the file; can be repeated and never overwrites what an editor changed or deleted.

    Returns how many groups had each outcome. Raises SynonymFileError.
    """
    outcomes: Counter[str] = Counter()
    for code, offered in read_synonyms(path).items():
        outcomes[_load(code, offered)] += 1
        LoadedSynonyms.objects.update_or_create(
            code=code, defaults={"words_ru": offered[0], "words_kk": offered[1]}
        )
    return outcomes


def _load(code: str, offered: tuple[str, str]) -> str:
    loaded = LoadedSynonyms.objects.filter(code=code).first()
    group = SynonymGroup.objects.filter(code=code).first()
    if group is None:
        if loaded is not None:
            return "removed by an editor"
        SynonymGroup.objects.create(code=code, words_ru=offered[0], words_kk=offered[1])
        return "added"
    present = (group.words_ru, group.words_kk)
    if present == offered:
        return "unchanged"
    if loaded is None or present != (loaded.words_ru, loaded.words_kk):
        return "kept as an editor changed it"
    group.words_ru, group.words_kk = offered
    group.save()
    return "updated"
