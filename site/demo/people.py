"""Schools, authors and the cabinet's own people of the demo district."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group

from accounts.models import Author, QualificationCategory, School, User
from demo.content import Values


def seed_schools(rows: dict[str, Values]) -> dict[str, School]:
    """Create or update the schools; return them by key."""
    return {
        key: _save(School, key, {**row, "languages": ",".join(sorted(row["languages"]))})
        for key, row in rows.items()
    }


def seed_authors(rows: dict[str, Values], schools: dict[str, School]) -> dict[str, Author]:
    """Create or update the authors; return them by key."""
    categories = {category.code: category for category in QualificationCategory.objects.all()}
    return {
        key: _save(Author, key, _author_fields(row, schools, categories))
        for key, row in rows.items()
    }


def _author_fields(
    row: Values, schools: dict[str, School], categories: dict[str, QualificationCategory]
) -> Values:
    if row.get("group"):
        return {
            "kind": Author.Kind.GROUP,
            "group_name_kk": row["name_kk"],
            "group_name_ru": row["name_ru"],
        }
    names = {
        f"{part}_{language}": name
        for language in ("kk", "ru")
        for part, name in zip(("surname", "given_name", "patronymic"), row[language], strict=True)
    }
    return names | {
        "post_kk": row["post_kk"],
        "post_ru": row["post_ru"],
        "category": categories[row["category"]],
        "school": schools[row["school"]] if row["school"] else None,
    }


def seed_staff(rows: dict[str, Values]) -> dict[str, User]:
    """Create or update the cabinet's people with their roles; return them by key.

    They can sign in only where `DEMO_LOGINS` is set, with the login as the password.
    """
    return {key: _seed_user(key, row) for key, row in rows.items()}


def _seed_user(login: str, row: Values) -> User:
    names = ("last_name", "first_name", "public_name_kk", "public_name_ru", "post_kk", "post_ru")
    user, _created = User.objects.update_or_create(
        username=login, defaults={name: row[name] for name in names}
    )
    if settings.DEMO_LOGINS:
        user.set_password(login)
    else:
        user.set_unusable_password()
    user.save()
    user.groups.add(Group.objects.get(name=row["role"]))
    return user


def _save(model: type[Any], slug: str, fields: Values) -> Any:
    """Create or update the record whose address is `slug`, checked as a form would check it."""
    record = model.objects.filter(slug=slug).first() or model(slug=slug)
    for name, value in fields.items():
        setattr(record, name, value)
    record.full_clean()
    record.save()
    return record
