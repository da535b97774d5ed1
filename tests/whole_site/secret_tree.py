"""A tree of materials of which not everybody may know; every one has words of its own."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser, Group
from django.test import RequestFactory
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Collection, Page, PageViewRestriction

from accounts.models import User
from experience.models import KnowledgePage, MaterialFile, Tag, TechnologyUse
from experience.translation import create_translation
from pages.scheduling import expire_due
from search.analysis.grams import distinct_grams
from search.demand.gathering import key_of
from search.demand.records import AskedQuestion
from tests import factories
from tests.rich_text import link_to

# Stands in every title.
COMMON = "опыт"
PICKED = "рекомендации"
PASSWORD, LOGIN, GROUPS = (
    PageViewRestriction.PASSWORD,
    PageViewRestriction.LOGIN,
    PageViewRestriction.GROUPS,
)


@dataclass
class Secret:
    """One text. `probe` is asked for; `marks` are words that must not be answered to whoever lacks the right.

    `page` is the material in which the words stand; `published` is False where they stand in it, but
    only in what was never published, or in a file that not everybody may open.
    """

    kind: str
    page: Any
    probe: str
    marks: tuple[str, ...]
    published: bool = True

    @property
    def words(self) -> set[str]:
        return {self.probe, *self.marks}


class SecretTree:
    """Made as it was before; `close` then restricts, withdraws and moves."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.members = Group.objects.create(name="members")
        self.others = Group.objects.create(name="others")
        self.secrets: list[Secret] = []
        self._closings: list[Callable[[], Any]] = []
        self._grams: set[str] = set()
        self._make()

    def close(self) -> None:
        """Let happen what makes the secrets secret."""
        for closing in self.chance.sample(self._closings, len(self._closings)):
            closing()
        for secret in self.secrets:
            ask_often(secret.probe)

    def word(self) -> str:
        """A word that no language has, without a piece of four letters of another: like none of them."""
        while True:
            syllables = (
                self.chance.choice("бвгдзклмнпрст") + self.chance.choice("аоу") for _ in range(5)
            )
            word = "".join(syllables) + self.chance.choice("бгзкп")
            grams = distinct_grams({word})
            if self._grams.isdisjoint(grams):
                self._grams |= grams
                return word

    def _make(self) -> None:
        public = [self.material("public") for _ in range(3)]
        for kinds in (
            [PASSWORD],
            [LOGIN],
            [GROUPS],
            ["others"],
            [LOGIN, GROUPS],
            [GROUPS, "others"],
        ):
            page = self.material(" and ".join(kinds))
            self._closings.append(lambda page=page, kinds=kinds: self.restrict(page, kinds))
        moved = self.material("moved below a private parent")
        self.material("below a private parent", make=factories.guide)
        parent, kind = factories.section("guide"), self.chance.choice((LOGIN, GROUPS, PASSWORD))
        self._closings.append(lambda: self.restrict(parent, [kind]))
        self._closings.append(lambda: fresh(moved).move(fresh(parent), pos="last-child"))
        self.material("never published", live=False)
        self._closings.append(self.material("unpublished").unpublish)
        over = self.material("expired")
        self._closings.append(lambda: expire(over))
        self._closings.append(self.material("deleted").delete)
        self.schedule(self.material("to go live later", live=False))
        self._closings.append(lambda: self.edit(public[0]))
        self._closings.append(lambda: self.hide_file(public[1]))
        self._closings.append(lambda: self.hide_file(public[1], linked=True))
        self.translated(public[2])
        technology = self.material("linked technology", make=factories.technology)
        public[0].technology_uses.add(TechnologyUse(technology=technology))
        public[0].save_revision(clean=False).publish()
        self._closings.append(lambda: self.restrict(technology, [LOGIN]))
        for secret in self.secrets:
            SearchPromotion.objects.create(query=Query.get(PICKED), page_id=secret.page.pk)

    def material(
        self, kind: str, *, live: bool = True, make: Callable[..., Any] = factories.experience
    ) -> Any:
        """A material with a word of its own in the title, the text, an author, a school, a tag and a file."""
        probe, *marks = (self.word() for _ in range(6))
        title, author, school, tag, file = marks
        page = make(
            live=live,
            title=f"{COMMON.capitalize()} {probe} {title}",
            summary=f"Это {COMMON} {probe} {title}",
            authors=[
                factories.author(
                    surname_ru=author.capitalize(),
                    surname_kk=author.capitalize(),
                    school=factories.school(name_ru=f"{school} {probe}", name_kk=school),
                )
            ],
        )
        page.tags.add(Tag.objects.create(name=tag))
        page.files.add(MaterialFile(document=factories.document(file, f"{probe} {file}")))
        revision = page.save_revision(clean=False)
        if live:
            revision.publish()
        self.secrets.append(Secret(kind, page, probe, tuple(marks)))
        return page

    def restrict(self, page: Page, kinds: list[str]) -> None:
        """Restrict a page; whoever wants to read it must pass every one of the kinds."""
        for kind in kinds:
            row = PageViewRestriction.objects.create(
                page_id=page.pk,
                restriction_type=GROUPS if kind == "others" else kind,
                password="әліппе",
            )
            if row.restriction_type == GROUPS:
                row.groups.add(self.others if kind == "others" else self.members)

    def edit(self, page: Any) -> None:
        """Save a draft over a live page."""
        draft = fresh(page)
        probe, mark = self.word(), self.word()
        draft.title = f"{COMMON.capitalize()} {probe} {mark}"
        draft.summary = f"{probe} {mark}"
        draft.save_revision(clean=False)
        self.secrets.append(Secret("draft of a live page", page, probe, (mark,), published=False))

    def hide_file(self, page: Any, *, linked: bool = False) -> None:
        """Attach a file of a private collection, or link to it in the text."""
        probe, mark = self.word(), self.word()
        collection = Collection.get_first_root_node().add_child(name=f"private {self.word()}")
        collection.view_restrictions.create(restriction_type=LOGIN)
        document = factories.document("Закрытый файл", f"{probe} {mark}")
        document.collection = collection
        document.save()
        changed = fresh(page)
        if linked:
            changed.relevance = link_to(document)
        else:
            changed.files.add(MaterialFile(document=document))
        changed.save_revision(clean=False).publish()
        kind = f"{'linked' if linked else 'attached'} file of a private collection"
        self.secrets.append(Secret(kind, page, probe, (mark,), published=False))

    def translated(self, page: Any) -> None:
        """Translate a public page; the translation is restricted."""
        other = create_translation(page)
        probe, mark = self.word(), self.word()
        other.title, other.summary = f"Тәжірибе {probe} {mark}", f"{probe} {mark}"
        other.save_revision(clean=False).publish()
        self.secrets.append(Secret("translation", other, probe, (mark,)))
        self._closings.append(lambda: self.restrict(other, [GROUPS]))

    def schedule(self, page: Any) -> None:
        """Let a page go live tomorrow."""
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision(clean=False).publish()


def ask_often(text: str) -> None:
    """Let a question be asked on as many days as make it frequent."""
    AskedQuestion.objects.bulk_create(
        AskedQuestion(
            key=key_of(text),
            text=text,
            language="ru",
            day=timezone.localdate() - timedelta(days=days),
            asked=9,
        )
        for days in range(5)
    )


def fresh(page: Any) -> Any:
    """The page as it is stored now."""
    return Page.objects.get(pk=page.pk).specific


def expire(page: Any) -> None:
    """Let the time of a page be over."""
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    expire_due()


def may_read(user: User | AnonymousUser, page: Any) -> bool:
    """What the permission system says: live, and no restriction above it refuses the reader."""
    found = Page.objects.live().filter(pk=page.pk).first()
    if found is None:
        return False
    request = RequestFactory().get("/")
    request.user, request.session = user, {}
    return all(row.accept_request(request) for row in found.get_view_restrictions())


def is_findable(page: Any) -> bool:
    """Whether the index can say who may read it: no password, and groups of one restriction only."""
    rows = Page.objects.get(pk=page.pk).get_view_restrictions()
    kinds = [row.restriction_type for row in rows]
    return PASSWORD not in kinds and kinds.count(GROUPS) < 2


def materials_of(user: User | AnonymousUser) -> list[KnowledgePage]:
    """The materials that a reader finds."""
    return [
        page
        for page in KnowledgePage.objects.live().specific()
        if may_read(user, page) and is_findable(page)
    ]
