"""Words of Kazakh that are known whole: where an ending ends and a word begins.

The lists beside this file hold common words and words of school in their usual spelling. A word not
listed is cut as well, by its endings alone; a word belongs here if it ends like an ending (сапар,
облыс), if its form changes (орын, орны), or if it is short (көл, айт).
"""

from pathlib import Path

from bilingual.folding import fold

NOUN, VERB = 1, 2
"""Bits: what endings a word takes. Some take both (жаз, summer and write)."""


def _roots() -> dict[str, int]:
    roots: dict[str, int] = {}
    for name, kind in (("nouns", NOUN), ("verbs", VERB)):
        lines = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for word in lines:
            if not word.startswith("#"):
                form = fold(word)
                roots[form] = roots.get(form, 0) | kind
    return roots


ROOTS = _roots()
"""Kinds by folded word."""

# Words that lose a vowel before an ending that begins with one: орн-ы is орын.
_SHORTENED = """
орн/орын халқ/халық көңл/көңіл ерн/ерін мұрн/мұрын ауз/ауыз қарн/қарын бөрк/бөрік ырқ/ырық әрп/әріп
ғұрп/ғұрып көрк/көрік ерк/ерік парқ/парық мойн/мойын қойн/қойын құлқ/құлық даус/дауыс мүлк/мүлік
нарқ/нарық қорқ/қорық
"""
SHORTENED = dict(fold(pair).split("/") for pair in _SHORTENED.split())
