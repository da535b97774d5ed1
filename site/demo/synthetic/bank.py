"""A synthetic bank of any size, written in one transaction."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from demo.numbers import continue_numbers
from demo.synthetic.pages import build_page
from demo.synthetic.records import KINDS, PREFIX, Records
from demo.synthetic.rows import SectionWriter, insert_pages, link
from demo.synthetic.writing import Topic, Writer, words
from experience.models import (
    Authorship,
    GuideLink,
    KnowledgePage,
    PermanentAddress,
    ResultRow,
    Reviewer,
    TaggedMaterial,
    TechnologyUse,
)
from search.changes import record_everything

SHARES = {"technology": 0.15, "guide": 0.25, "experience": 0.6}
# One material in so many stands in both languages.
TRANSLATED = 20
BATCH = 200


@dataclass
class Draft:
    """A page that is not stored yet, with what its rows need."""

    page: KnowledgePage
    writer: Writer
    topic: Topic
    records: Records
    chance: random.Random


@transaction.atomic
def generate(count: int, seed: int, progress: Callable[[int], None]) -> None:
    """Add `count` pages of materials in both languages; the same seed gives the same texts.

    Raises BankError where the database lacks sections or vocabularies. The change log says that
    everything has changed; the search index is made anew when it is asked next, or before by a rebuild.
    """
    chance, records = random.Random(seed), Records.prepared()
    number = (PermanentAddress.objects.aggregate(last=Max("number"))["last"] or 0) + 1
    stored: dict[str, list[KnowledgePage]] = {kind: [] for kind in KINDS}
    done = 0
    for kind in KINDS:
        share = count - done if kind == KINDS[-1] else round(count * SHARES[kind])
        section = SectionWriter(records.sections[kind])
        remaining = share
        while remaining:
            drafts = list(_drafts(kind, min(BATCH, remaining), records, chance))
            number = _place(drafts, section, number)
            insert_pages([draft.page for draft in drafts])
            _insert_rows(kind, drafts, stored)
            stored[kind] += [draft.page for draft in drafts]
            remaining -= len(drafts)
            done += len(drafts)
            progress(done)
        section.finish()
    continue_numbers()
    # Nothing here passes through the signals that tell the search and other processes of a change.
    record_everything()


def _drafts(kind: str, count: int, records: Records, chance: random.Random) -> Iterator[Draft]:
    """Build so many pages; a translation follows its original and shares its topic."""
    made = 0
    while made < count:
        row = chance.choice(words()["subjects"])
        grades = records.subjects[row["code"]][1]
        topic = Topic.chosen(chance, row, int(chance.choice(grades).code))
        languages = ["kk", "ru"]
        chance.shuffle(languages)
        both = made % TRANSLATED == 0 and made + 1 < count
        for language in languages if both else languages[:1]:
            writer = Writer(language, topic, chance)
            page: Any = build_page(kind, writer, chance)
            page.generalisation_level = chance.choice(records.generalisation_levels)
            page.responsible = records.responsible
            if kind == "experience":
                page.novelty_level = chance.choice(records.novelty_levels)
            if kind == "guide":
                page.guide_kind = chance.choice(records.guide_kinds)
            yield Draft(page, writer, topic, records, chance)
            made += 1


def _place(drafts: list[Draft], section: SectionWriter, number: int) -> int:
    """Give the pages permanent addresses and places; return the next free number."""
    addresses: list[PermanentAddress] = []
    slugs = []
    previous: Topic | None = None
    for draft in drafts:
        page = draft.page
        if draft.topic is previous:
            address, slug = addresses[-1], f"{PREFIX}{number - 1}-{page.language}"
        else:
            address, slug = (
                PermanentAddress(
                    number=number,
                    state=PermanentAddress.State.LIVE,
                    title=page.title,
                    language=page.language,
                    allocated_at=page.first_published_at,
                ),
                f"{PREFIX}{number}",
            )
            addresses.append(address)
            number += 1
        slugs.append((page, address, slug))
        previous = draft.topic
    PermanentAddress.objects.bulk_create(addresses)
    for page, address, slug in slugs:
        section.place(page, address, slug)
    return number


def _insert_rows(kind: str, drafts: list[Draft], stored: dict[str, list[KnowledgePage]]) -> None:
    """Insert authors, terms, tags, results and links of the stored pages."""
    _insert_links(drafts)
    _bulk(Authorship, (row for draft in drafts for row in _authorships(draft)))
    _bulk(TaggedMaterial, (row for draft in drafts for row in _tagged(draft)))
    if kind == "experience":
        _bulk(ResultRow, (row for draft in drafts for row in _results(draft)))
        for model, name, targets in (
            (TechnologyUse, "technology", stored["technology"]),
            (GuideLink, "guide", stored["guide"]),
        ):
            chosen = [(d.page, d.chance.choice(targets)) for d in drafts if targets]
            _bulk(model, (model(page_id=p.pk, **{f"{name}_id": t.pk}) for p, t in chosen))
    if kind == "guide":
        _bulk(Reviewer, (row for draft in drafts for row in _reviewers(draft)))


def _insert_links(drafts: list[Draft]) -> None:
    """Insert the terms of the pages."""
    rows: dict[str, list[tuple[KnowledgePage, Any]]] = {
        name: [] for name in ("subjects", "grades", "education_levels", "audience", "forms_of_work")
    }
    for draft in drafts:
        records, page = draft.records, draft.page
        grade = records.grades[str(draft.topic.grade)]
        rows["subjects"].append((page, records.subjects[draft.topic.subject["code"]][0]))
        rows["grades"].append((page, grade))
        rows["education_levels"].append((page, grade.level))
        rows["audience"].append((page, draft.chance.choice(records.audiences)))
        rows["forms_of_work"] += [(page, f) for f in draft.chance.sample(records.forms, 2)]
    for name, pairs in rows.items():
        link(name, pairs)


def _authorships(draft: Draft) -> Iterator[Authorship]:
    authors = draft.chance.sample(draft.records.authors, draft.chance.randint(1, 2))
    for place, author in enumerate(authors):
        yield Authorship(
            page_id=draft.page.pk,
            sort_order=place,
            author=author,
            school_id=author.school_id,
            category_id=author.category_id,
            post_kk=author.post_kk,
            post_ru=author.post_ru,
        )


def _tagged(draft: Draft) -> Iterator[TaggedMaterial]:
    for name in draft.chance.sample(words()["tags"], 3):
        tag = draft.records.tags.named(name[draft.writer.language], draft.writer.language)
        yield TaggedMaterial(tag=tag, content_object_id=draft.page.pk)


def _results(draft: Draft) -> Iterator[ResultRow]:
    topic, writer, chance = draft.topic, draft.writer, draft.chance
    others = [i for i in words()["indicators"] if i is not topic.words["indicator"]]
    indicators = [topic.words["indicator"], *chance.sample(others, 2)]
    for place, indicator in enumerate(indicators):
        before = topic.before if place == 0 else chance.randint(15, 60)
        yield ResultRow(
            page_id=draft.page.pk,
            sort_order=place,
            indicator=indicator[writer.language],
            unit="%",
            before=before,
            after=topic.after if place == 0 else before + chance.randint(0, 30),
            period=writer.line("phrases", "period"),
            pupils=chance.randint(6, 60),
            how_measured=writer.line("phrases", "how_measured"),
            is_main=place == 0,
        )


def _reviewers(draft: Draft) -> Iterator[Reviewer]:
    for place, person in enumerate(draft.chance.sample(words()["people"], 2)):
        surname, given_name, _patronymic = person[draft.writer.language]
        yield Reviewer(
            page_id=draft.page.pk,
            sort_order=place,
            name=f"{surname} {given_name}",
            post=draft.writer.line("phrases", "reviewer_post"),
        )


def _bulk(model: type[Any], rows: Iterator[Any]) -> None:
    model.objects.bulk_create(rows, batch_size=400)
