"""The content of the demo district: its shape is checked, and it is as deep as it promises."""

import re
from collections import defaultdict
from pathlib import Path
from shutil import copytree
from typing import Any

import pypdfium2
import pytest
import yaml
from PIL import Image

from demo.content import FOLDER, Content, Material, read_content
from demo.value_checks import ContentError
from library.inspection import check_content, count_pages

MAXIMUM_FILE = 200 * 1024
KAZAKH_FONT_LETTERS = set("әғқңөұүі")
# Kazakh says in fewer words what Russian says in many.
FIRST_LESSON_WORDS = {"ru": 200, "kk": 150}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content()


def words(value: Any) -> int:
    """Count the words of every text inside the value."""
    if isinstance(value, str):
        return len(re.findall(r"\w[\w-]*", value))
    if isinstance(value, dict):
        return sum(words(item) for key, item in value.items() if key not in NO_TEXT)
    if isinstance(value, list):
        return sum(map(words, value))
    return 0


NO_TEXT = {"slug", "language", "original", "type", "authors", "files", "pictures", "tags"}


def of_type(content: Content, kind: str) -> list[Material]:
    return [material for material in content.materials if material.values["type"] == kind]


def languages(content: Content) -> dict[str, set[str]]:
    """Return the languages of each material by its stem."""
    found = defaultdict(set)
    for material in content.materials:
        found[material.stem].add(material.language)
    return found


def test_the_bank_has_the_promised_number_of_materials(content: Content):
    stems = languages(content)
    assert len(stems) >= 30
    for kind, least in (("experience", 14), ("guide", 9), ("technology", 7)):
        assert len({material.stem for material in of_type(content, kind)}) >= least


def test_about_half_is_in_kazakh_and_six_are_in_both_languages(content: Content):
    stems = languages(content).values()
    assert sum(len(found) == 2 for found in stems) >= 6
    kazakh = sum(material.language == "kk" for material in content.materials)
    assert 0.4 <= kazakh / len(content.materials) <= 0.6


def test_every_material_is_long_enough(content: Content):
    for material in content.materials:
        assert words(material.values) >= 900, material


def test_every_experience_has_results_steps_and_literature(content: Content):
    for material in of_type(content, "experience"):
        values = material.values
        assert len(values["results"]) >= 3, material
        assert sum(bool(row.get("main")) for row in values["results"]) == 1, material
        assert len(values["steps"]) >= 5, material
        assert len(values["literature"]) >= 3, material


def test_guides_and_technologies_are_full(content: Content):
    for material in of_type(content, "guide"):
        blocks = [key for group in material.values["main_part"] for key in group]
        assert blocks.count("heading") >= 4, material
        assert words(material.values["main_part"]) >= 600, material
    for material in of_type(content, "technology"):
        assert len(material.values["steps"]) >= 5, material
        least = FIRST_LESSON_WORDS[material.language]
        assert words(material.values["first_lesson"]) >= least, material


def test_all_levels_from_preschool_to_grade_11_and_upbringing_are_there(content: Content):
    levels = {level for m in content.materials for level in m.values["education_levels"]}
    grades = {grade for m in content.materials for grade in m.values.get("grades") or []}
    areas = {area for m in content.materials for area in m.values.get("areas") or []}
    assert {"preschool", "preprimary", "primary", "basic", "upper"} <= levels
    assert set(range(12)) <= grades
    assert "upbringing" in areas


def test_a_translation_has_the_same_figures_steps_and_rows(content: Content):
    pairs = defaultdict(list)
    for material in content.materials:
        pairs[material.stem].append(material.values)
    for stem, values in pairs.items():
        if len(values) != 2:
            continue
        first, second = values
        assert len(first.get("steps", [])) == len(second.get("steps", [])), stem
        for one, other in zip(first.get("results", []), second.get("results", []), strict=True):
            names = ("before", "after", "full_scale", "pupils", "main", "less_is_better")
            assert [one.get(n) for n in names] == [other.get(n) for n in names], stem
        for name in ("class_size", "hours", "weekly_minutes", "evidence_from", "evidence_to"):
            assert first.get(name) == second.get(name), (stem, name)


def attached(content: Content) -> set[str]:
    names = {row["file"] for m in content.materials for row in m.values.get("files") or []}
    return names | {act["file"] for act in content.acts}


def test_attached_files_are_real_small_and_all_used(content: Content):
    names = attached(content)
    assert {Path(name).suffix for name in names} == {".pdf", ".docx"}
    for name in names:
        path = content.attachment(name)
        assert path.stat().st_size <= MAXIMUM_FILE, name
        with path.open("rb") as source:
            check_content(_named(source, name))
            assert count_pages(_named(source, name)), name
    made = {p.name for p in (FOLDER / "files").iterdir() if p.suffix != ".md"}
    assert made == names


def _named(source, name: str):
    from django.core.files import File

    return File(source, name=name)


def test_every_pdf_embeds_its_fonts_and_reads_as_text(content: Content):
    letters = set()
    for name in attached(content):
        if name.endswith(".pdf"):
            document = pypdfium2.PdfDocument(content.attachment(name))
            text = "".join(page.get_textpage().get_text_range() for page in document)
            assert len(text) > 500, name
            letters |= set(text.lower())
            assert b"/FontFile" in content.attachment(name).read_bytes(), name
    assert letters >= KAZAKH_FONT_LETTERS


def test_pictures_are_drawn_and_all_used(content: Content):
    used = {row["image"] for m in content.materials for row in m.values.get("pictures") or []}
    assert {path.name for path in (FOLDER / "images").glob("*.png")} == used
    for name in used:
        assert (content.picture(name)).with_suffix(".svg").is_file(), name
        with Image.open(content.picture(name)) as picture:
            assert picture.size == (1200, 800), name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    return Path(copytree(FOLDER, tmp_path / "content"))


def spoil(folder: Path, name: str, **changes: Any) -> None:
    """Change keys of a YAML file; None takes the key away."""
    path = folder / name
    values = yaml.safe_load(path.read_text())
    for key, value in changes.items():
        if value is None:
            del values[key]
        else:
            values[key] = value
    path.write_text(yaml.safe_dump(values, allow_unicode=True))


EXPERIENCE = "materials/e01-self-check-cards.ru.yaml"
GUIDE = "materials/g02-self-check.ru.yaml"


def test_the_copy_itself_is_right(folder: Path):
    spoil(folder, EXPERIENCE)
    assert read_content(folder).materials


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        (EXPERIENCE, {"summary": None}, "summary: is missing or empty"),
        (EXPERIENCE, {"summary": "Коротко."}, "summary: a text of 200 to 600 characters"),
        (EXPERIENCE, {"colour": "red"}, "unknown keys: colour"),
        (EXPERIENCE, {"subjects": ["alchemy"]}, "subjects: item 1: “alchemy” is not one of"),
        (EXPERIENCE, {"steps": []}, "steps: is missing or empty"),
        (EXPERIENCE, {"relevance": "# Глава"}, "relevance: a heading stands where none"),
        (EXPERIENCE, {"authors": ["nobody"]}, "authors: no “nobody”"),
        (EXPERIENCE, {"responsible": "nobody"}, "responsible: no “nobody” in staff.yaml"),
        (EXPERIENCE, {"files": [{"file": "no.pdf", "title": "х"}]}, "files: no file “no.pdf”"),
        (EXPERIENCE, {"technologies": ["t99"]}, "technologies: no technology “t99”"),
        (EXPERIENCE, {"guides": ["t01-stations"]}, "guides: no guide “t01-stations”"),
        (EXPERIENCE, {"number": 181}, "number: "),
        (EXPERIENCE, {"published": "вчера"}, "published: a date such as"),
        (EXPERIENCE, {"language": "kk"}, "language: differs from the name of the file"),
        (EXPERIENCE, {"hours": "много"}, "hours: a number is expected"),
        (EXPERIENCE, {"type": "story"}, "type: is not one of"),
        (GUIDE, {"main_part": [{"poem": "…"}] * 4}, "main_part: item 1: unknown keys: poem"),
        (GUIDE, {"conclusion": None}, "conclusion: is missing or empty"),
        (GUIDE, {"protocol_number": "девять"}, "protocol_number: a number in quotation marks"),
        (
            GUIDE,
            {"protocol_number": "1"},
            "protocol_number: 1 of 2025-02-26 stands after 7 of 2024-11-27",
        ),
        ("authors.yaml", {"ospanova": {"school": "nowhere"}}, "no school “nowhere”"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_key(
    folder: Path, name: str, changes: dict[str, Any], message: str
):
    spoil(folder, name, **changes)
    with pytest.raises(ContentError) as refusal:
        read_content(folder)
    assert message in str(refusal.value)
    assert Path(name).name in str(refusal.value)


def test_a_file_that_is_no_yaml_is_refused_with_its_name(folder: Path):
    (folder / EXPERIENCE).write_text("title: [")
    with pytest.raises(ContentError, match=r"e01-self-check-cards\.ru\.yaml"):
        read_content(folder)
