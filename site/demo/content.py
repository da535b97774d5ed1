"""Reading the content of the demo district from `site/demo/content`, with clear errors."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from demo.rules import check_house, check_materials
from demo.schema import check_material
from demo.value_checks import ContentError

FOLDER = Path(__file__).parent / "content"

Values = dict[str, Any]


@dataclass(frozen=True)
class Material:
    """One file of a material: its stem, its language, its values."""

    stem: str
    language: str
    values: Values

    def __str__(self) -> str:
        return f"{self.stem}.{self.language}.yaml"

    @property
    def is_original(self) -> bool:
        """Whether the material was first written in the language of this file."""
        return bool(self.values["original"] == self.language)


@dataclass(frozen=True)
class Content:
    """Everything that `seed_demo` puts into a database."""

    folder: Path
    district: Values
    schools: dict[str, Values]
    authors: dict[str, Values]
    staff: dict[str, Values]
    tags: list[Values]
    texts: list[Values]
    acts: list[Values]
    materials: list[Material]

    def attachment(self, name: str) -> Path:
        """Return the path of an attached file."""
        return self.folder / "files" / name

    def picture(self, name: str) -> Path:
        """Return the path of a picture."""
        return self.folder / "images" / name


def read_content(folder: Path = FOLDER) -> Content:
    """Return the whole content of `folder`.

    Raises ContentError where a file cannot be read, departs from `content/README.md`, or names a
    file, person, school or material that is not there.
    """
    content = Content(
        folder=folder,
        district=read_file(folder / "district.yaml"),
        schools=read_file(folder / "schools.yaml"),
        authors=read_file(folder / "authors.yaml"),
        staff=read_file(folder / "staff.yaml"),
        tags=read_file(folder / "tags.yaml"),
        texts=sorted(_read_all(folder / "texts"), key=lambda text: text["order"]),
        acts=sorted(_read_all(folder / "acts"), key=lambda act: act["date"]),
        materials=[_read_material(path) for path in sorted((folder / "materials").glob("*.yaml"))],
    )
    check_house(content)
    check_materials(content)
    return content


def read_file(path: Path) -> Any:
    """Return what a YAML file holds; raises ContentError with the place of a mistake."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise ContentError(f"{path.name}: {error}") from error


def _read_all(folder: Path) -> list[Values]:
    return [read_file(path) for path in sorted(folder.glob("*.yaml"))]


def _read_material(path: Path) -> Material:
    stem, _, language = path.stem.rpartition(".")
    values = read_file(path)
    try:
        check_material(values)
    except ContentError as error:
        raise ContentError(f"{path.name}: {error}") from error
    if language != values["language"]:
        raise ContentError(f"{path.name}: language: differs from the name of the file")
    return Material(stem, language, values)
