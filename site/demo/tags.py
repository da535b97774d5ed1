"""Tags of the demo district: one tag for both languages where its name is known in both."""

from bilingual.folding import fold
from demo.content import Values
from experience.models import Tag


class Tags:
    """Finds and makes tags by their name in either language."""

    def __init__(self, pairs: list[Values]) -> None:
        self._known: dict[str, Tag] = {}
        for pair in pairs:
            tag = self._tag(pair["ru"], name_kk=pair["kk"], name_ru=pair["ru"])
            self._known |= {fold(pair["kk"]): tag, fold(pair["ru"]): tag}

    def named(self, name: str, language: str) -> Tag:
        """Return the tag of that name; a new one is named in the language of the material only."""
        key = fold(name)
        if key not in self._known:
            self._known[key] = self._tag(name, **{f"name_{language}": name})
        return self._known[key]

    def _tag(self, name: str, **names: str) -> Tag:
        """Return the stored tag, through a merging where there was one, or a new one."""
        stored = Tag.objects.filter(key=fold(name)).first()
        return stored.current() if stored else Tag.objects.create(name=name, **names)
