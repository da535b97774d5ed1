"""Events that change who may read what."""

from collections.abc import Callable

from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from portal.models import SectionPage
from tests.whole_site.walk.walking import Walking

GROUP = "council"


class RightEvents(Walking):
    """What administrators do to restrictions and groups."""

    def events(self) -> list[Callable[[], None]]:
        return [
            *super().events(),
            self.restrict,
            self.restrict,
            self.lift,
            self.change_restriction,
            self.delete_group,
        ]

    def restrict(self) -> None:
        page = (
            self.material() if self.chance.random() < 0.7 else self.one(SectionPage.objects.all())
        )
        if page is None or page.view_restrictions.exists():
            return
        kind = self.kind()
        row = PageViewRestriction.objects.create(
            page_id=page.pk, restriction_type=kind, password="әліппе"
        )
        if kind == PageViewRestriction.GROUPS:
            row.groups.add(self.group())

    def lift(self) -> None:
        if row := self.one(PageViewRestriction.objects.all()):
            row.delete()

    def change_restriction(self) -> None:
        if row := self.one(PageViewRestriction.objects.all()):
            row.restriction_type = self.kind()
            row.save()
            groups = [self.group()] if row.restriction_type == PageViewRestriction.GROUPS else []
            row.groups.set(groups)

    def delete_group(self) -> None:
        Group.objects.filter(name=GROUP).delete()

    def kind(self) -> str:
        return self.chance.choice(
            (
                PageViewRestriction.PASSWORD,
                PageViewRestriction.LOGIN,
                PageViewRestriction.GROUPS,
            )
        )

    def group(self) -> Group:
        return Group.objects.get_or_create(name=GROUP)[0]
