"""People of the district: users of the CMS, qualification categories, schools, authors."""

from .author import Author
from .category import QualificationCategory
from .school import School
from .user import User

__all__ = ["Author", "QualificationCategory", "School", "User"]
