"""The portal, its authors and its schools as things of schema.org."""

from django.urls import reverse
from django.utils.text import capfirst

from accounts.models import Author, School
from bilingual.pairs import active_language
from experience.presentation.structured import cabinet, person, school, school_type
from pages.models import DistrictSettings
from pages.structured import Thing, thing
from search.addresses import absolute


def website(district: DistrictSettings) -> Thing:
    """Return the portal with its search, in the language of the interface."""
    language = active_language()
    publisher = cabinet(district) | thing(
        "Organization",
        address=thing("PostalAddress", streetAddress=district.address, addressCountry="KZ")
        if district.address
        else None,
        telephone=district.phone,
        email=district.email,
    )
    return thing(
        "WebSite",
        url=absolute(f"/{language}/"),
        name=district.bank_name,
        inLanguage=language,
        publisher=publisher,
        # "query-input" is schema.org's own way to name the place of the words in the address.
        potentialAction=thing(
            "SearchAction",
            target=thing("EntryPoint", urlTemplate=f"{absolute(reverse('search'))}?q={{words}}"),
            **{"query-input": "required name=words"},
        ),
    )


def author_profile(author: Author) -> Thing:
    """Return the page of an author, who works at the school as it is now."""
    language = active_language()
    described = person(author, language)
    if author.kind == Author.Kind.PERSON:
        described |= thing("Person", jobTitle=capfirst(author.post))
        if author.school:
            described["affiliation"] = school(author.school.current(), language)
    return thing("ProfilePage", mainEntity=described)


def school_profile(record: School) -> Thing:
    """Return a school with its village and website."""
    place = thing("PostalAddress", addressLocality=record.village, addressCountry="KZ")
    return school(record, active_language()) | thing(
        school_type(record), address=place, sameAs=record.website
    )
