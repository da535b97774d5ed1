"""Models of the bank, in the order in which they stand on each other."""

from .vocabularies import (
    Area,
    Audience,
    EducationLevel,
    FormOfWork,
    GeneralisationLevel,
    Grade,
    GuideKind,
    NoveltyLevel,
    Subject,
)
from .loaded_term import LoadedTerm
from .tags import Tag, TaggedMaterial
from .address import PermanentAddress
from .knowledge import KnowledgePage
from .parts import Authorship, GuideLink, MaterialFile, MaterialPicture, Reviewer, TechnologyUse
from .results import ResultRow
from .experience import ExperiencePage
from .guide import GuidePage
from .technology import TechnologyPage
from .workflow import SecondLookTask

__all__ = [
    "Area",
    "Audience",
    "Authorship",
    "EducationLevel",
    "ExperiencePage",
    "FormOfWork",
    "GeneralisationLevel",
    "Grade",
    "GuideKind",
    "GuideLink",
    "GuidePage",
    "KnowledgePage",
    "LoadedTerm",
    "MaterialFile",
    "MaterialPicture",
    "NoveltyLevel",
    "PermanentAddress",
    "ResultRow",
    "Reviewer",
    "SecondLookTask",
    "Subject",
    "Tag",
    "TaggedMaterial",
    "TechnologyPage",
    "TechnologyUse",
]
