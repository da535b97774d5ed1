"""Events in the life of records that materials name: people, schools, terms, tags, synonyms."""

from collections.abc import Callable

from accounts.models import Author, QualificationCategory, School
from experience.models import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    Subject,
    Tag,
)
from records.merging import merge
from search.models import SynonymGroup
from tests.whole_site.walk.walking import Walking

# Each with the fields by which it is named.
NAMED = (
    (Author, ("surname_ru", "surname_kk", "given_name_ru")),
    (School, ("name_kk", "name_ru")),
    (Tag, ("name_ru", "name_kk")),
    (Subject, ("name_ru", "name_kk")),
    (Grade, ("name_ru",)),
    (EducationLevel, ("name_kk",)),
    (Audience, ("name_ru",)),
    (FormOfWork, ("name_kk",)),
    (GuideKind, ("name_ru",)),
    (GeneralisationLevel, ("name_kk",)),
    (QualificationCategory, ("name_ru",)),
)
MERGED = (Author, School, Tag, Subject)


class RecordEvents(Walking):
    """What methodists do to the records and the synonyms."""

    def events(self) -> list[Callable[[], None]]:
        return [
            *super().events(),
            self.rename_record,
            self.rename_record,
            self.merge_records,
            self.delete_record,
            self.tag,
            self.edit_synonyms,
        ]

    def rename_record(self) -> None:
        model, names = self.chance.choice(NAMED)
        records = model.objects.all()
        if model in MERGED:
            records = records.filter(merged_into=None)
        if record := self.one(records):
            name = self.chance.choice(names)
            setattr(record, name, f"{self.phrase()} {self.chance.randrange(1000)}")
            record.save()

    def merge_records(self) -> None:
        model = self.chance.choice(MERGED)
        records = list(model.objects.filter(merged_into=None).order_by("pk"))
        if len(records) > 3:
            merge(*self.chance.sample(records, 2))

    def delete_record(self) -> None:
        """Delete a tag with its links, or another record, which is refused where it is in use."""
        model = self.chance.choice((Tag, Area, Author))
        if record := self.one(model.objects.all()):
            record.delete()

    def tag(self) -> None:
        page, tag = self.material(live=True), self.one(Tag.objects.filter(merged_into=None))
        if page and tag:
            page.tags.add(tag)
            page.save_revision(clean=False).publish()

    def edit_synonyms(self) -> None:
        """Synonyms widen questions; the index has nothing of them."""
        group = self.one(SynonymGroup.objects.all()) or SynonymGroup()
        first, second, third = self.phrase().split()
        group.words_ru, group.words_kk = f"{first}, {second}", third
        group.save()
