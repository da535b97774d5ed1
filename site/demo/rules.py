"""Rules that hold between the files of the content: dates, numbers, translations, links."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from demo.markup import MarkupError, rich_text
from demo.value_checks import ContentError

if TYPE_CHECKING:
    from demo.content import Content, Material

SATURDAY = 5
FIRST_MONTH = 8
SHARED_BY_TRANSLATIONS = (
    "type",
    "original",
    "slug",
    "number",
    "published",
    "authors",
    "grades",
    "subjects",
    "areas",
    "protocol_number",
    "protocol_date",
)


def check_house(content: "Content") -> None:
    """Raise ContentError where people, texts or acts of the district do not fit together."""
    for key, author in content.authors.items():
        school = author.get("school")
        _refuse_unless(
            school is None or school in content.schools,
            "authors.yaml",
            key,
            f"no school “{school}”",
        )
    slugs = [text["slug"] for text in content.texts]
    _refuse_unless(len(slugs) == len(set(slugs)), "texts", "slug", "stands twice")
    acts = {act["slug"] for act in content.acts}
    for act in content.acts:
        name = f"acts/{act['slug']}.yaml"
        replaced_by = act.get("replaced_by")
        _refuse_unless(
            replaced_by is None or replaced_by in acts,
            name,
            "replaced_by",
            f"no act “{replaced_by}”",
        )
        _refuse_unless(
            content.attachment(act["file"]).is_file(), name, "file", f"no file “{act['file']}”"
        )
    for page in (*content.texts, *content.acts):
        for key in ("body_kk", "body_ru"):
            try:
                rich_text(page[key], headings=True)
            except MarkupError as error:
                raise ContentError(f"{page['slug']}.yaml: {key}: {error}") from error


def check_materials(content: "Content") -> None:
    """Raise ContentError where a material contradicts itself, its translation or what it links to."""
    kinds = {material.stem: material.values["type"] for material in content.materials}
    by_stem: dict[str, Material] = {}
    numbers: dict[int, str] = {}
    slugs: dict[str, str] = {}
    for material in content.materials:
        _check_dates(material)
        _check_people(material, content)
        _check_files(material, content)
        _check_links(material, kinds)
        for taken, key in ((numbers, "number"), (slugs, "slug")):
            owner = taken.setdefault(material.values[key], material.stem)
            _refuse_unless(owner == material.stem, str(material), key, f"stands in {owner} too")
        other = by_stem.setdefault(material.stem, material)
        for key in SHARED_BY_TRANSLATIONS:
            _refuse_unless(
                other.values.get(key) == material.values.get(key),
                str(material),
                key,
                f"differs from {other}",
            )
    _check_protocols(content)
    for stem, first in by_stem.items():
        languages = {m.language for m in content.materials if m.stem == stem}
        _refuse_unless(
            first.values["original"] in languages, stem, "original", "has no file in that language"
        )


def _check_protocols(content: "Content") -> None:
    """A body numbers its protocols through a school year, which begins in August."""
    meetings: dict[tuple[str, int], set[tuple[date, int, str]]] = {}
    for material in content.materials:
        day = material.values["protocol_date"]
        year = day.year - (day.month < FIRST_MONTH)
        meeting = (day, int(material.values["protocol_number"]), str(material))
        meetings.setdefault((material.values["generalisation_body"], year), set()).add(meeting)
    for held in meetings.values():
        for (day, number, _name), (later, next_number, name) in pairwise(sorted(held)):
            _refuse_unless(
                next_number == number if later == day else next_number > number,
                name,
                "protocol_number",
                f"{next_number} of {later} stands after {number} of {day}",
            )


def _check_dates(material: "Material") -> None:
    values = material.values
    published = values["published"]
    _refuse_unless(published.weekday() < SATURDAY, str(material), "published", "is no working day")
    order = ["protocol_date", "author_consent_on", "evidence_to"]
    for key in filter(values.get, order):
        _refuse_unless(values[key] <= published, str(material), key, "stands after publication")
    _refuse_unless(
        values["review_by"] > published, str(material), "review_by", "stands before publication"
    )
    if values.get("evidence_from"):
        _refuse_unless(
            values["evidence_from"] < values["evidence_to"],
            str(material),
            "evidence_to",
            "stands before its beginning",
        )


def _check_people(material: "Material", content: "Content") -> None:
    for author in material.values["authors"]:
        known = content.schools if author.startswith("school:") else content.authors
        _refuse_unless(
            author.removeprefix("school:") in known, str(material), "authors", f"no “{author}”"
        )
    _refuse_unless(
        material.values["responsible"] in content.staff,
        str(material),
        "responsible",
        f"no “{material.values['responsible']}” in staff.yaml",
    )


def _check_files(material: "Material", content: "Content") -> None:
    names = [row["file"] for row in material.values.get("files") or []]
    if guide_file := material.values.get("guide_file"):
        names.append(guide_file)
    for name in names:
        _refuse_unless(
            content.attachment(name).is_file(), str(material), "files", f"no file “{name}”"
        )
    for row in material.values.get("pictures") or []:
        _refuse_unless(
            content.picture(row["image"]).is_file(),
            str(material),
            "pictures",
            f"no picture “{row['image']}”",
        )


def _check_links(material: "Material", kinds: dict[str, Any]) -> None:
    for key, kind in (("technologies", "technology"), ("guides", "guide")):
        for stem in material.values.get(key) or []:
            _refuse_unless(kinds.get(stem) == kind, str(material), key, f"no {kind} “{stem}”")


def _refuse_unless(holds: bool, name: str, key: str, message: str) -> None:
    if not holds:
        raise ContentError(f"{name}: {key}: {message}")
