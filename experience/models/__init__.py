"""Models of the bank, in the order in which they stand on each other."""

from .address import PermanentAddress
from .experience import ExperiencePage
from .guide import GuidePage
from .knowledge import KnowledgePage
from .loaded_term import LoadedTerm
from .parts import Authorship, GuideLink, MaterialFile, MaterialPicture, Reviewer, TechnologyUse
from .results import ResultRow
from .tags import Tag, TaggedMaterial
from .technology import TechnologyPage
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
