"""Events in the life of files, pictures and the collections that may be private."""

from collections.abc import Callable
from datetime import date

from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from experience.models import ExperiencePage, MaterialFile, MaterialPicture
from library.models import Consent, PortalDocument, PortalImage
from tests import factories
from tests.rich_text import link_to
from tests.whole_site.walk.walking import Walking


class FileEvents(Walking):
    """What editors do to what is attached."""

    def events(self) -> list[Callable[[], None]]:
        return [
            *super().events(),
            self.attach,
            self.attach,
            self.link_file,
            self.rename_file,
            self.delete_file,
            self.hide_file,
            self.replace_file,
            self.close_collection,
            self.move_collection,
            self.picture,
            self.withdraw_consent,
        ]

    def attach(self) -> None:
        if page := self.material(live=True):
            document = factories.document(title=self.phrase(), text=self.phrase())
            page.files.add(MaterialFile(document=document, title=""))
            page.save_revision(clean=False).publish()

    def link_file(self) -> None:
        """Let the text of a material lead to a file, and no more to the one before."""
        page, document = (
            self.one(model.objects.all()) for model in (ExperiencePage, PortalDocument)
        )
        if page and document:
            page.relevance = link_to(document)
            page.save_revision(clean=False).publish()

    def rename_file(self) -> None:
        if document := self.one(PortalDocument.objects.all()):
            document.title = self.phrase()
            document.save()

    def delete_file(self) -> None:
        """Delete a file, which is refused while a material has it: then take it from the material."""
        document = self.one(PortalDocument.objects.all())
        if document is None:
            return
        if row := MaterialFile.objects.filter(document=document).first():
            page = row.page.specific
            page.files.remove(*page.files.filter(document=document))
            page.save_revision(clean=False).publish()
        else:
            document.delete()

    def hide_file(self) -> None:
        document = self.one(PortalDocument.objects.all())
        if document is not None:
            root = Collection.get_first_root_node()
            document.collection = self.collection() if document.collection_id == root.pk else root
            document.save()

    def replace_file(self) -> None:
        if document := self.one(PortalDocument.objects.all()):
            document.file = ContentFile(self.phrase().encode(), name="cards.txt")
            document.save()

    def close_collection(self) -> None:
        collection = self.chance.choice((self.collection(), self.outer_collection()))
        if restriction := collection.view_restrictions.first():
            restriction.delete()
        else:
            collection.view_restrictions.create(restriction_type="login")

    def move_collection(self) -> None:
        """Move a collection below another, which may be private, or back, as the CMS does: saved first."""
        root, inner, outer = (
            Collection.get_first_root_node(),
            self.collection(),
            self.outer_collection(),
        )
        inner.save()
        inner.move(root if inner.is_descendant_of(outer) else outer, pos="sorted-child")

    def collection(self) -> Collection:
        return self._collection("inner")

    def outer_collection(self) -> Collection:
        return self._collection("outer")

    def picture(self) -> None:
        if page := self.material(live=True):
            image = PortalImage.objects.create(
                title=self.phrase(),
                file=get_test_image_file(size=(16, 12)),
                alt_kk=self.phrase(),
                alt_ru=self.phrase(),
                shows_pupils=True,
                consent=Consent.objects.create(title=self.phrase(), given_on=date(2026, 9, 1)),
            )
            page.pictures.add(MaterialPicture(image=image, caption=self.phrase()))
            page.save_revision(clean=False).publish()

    def withdraw_consent(self) -> None:
        if consent := self.one(Consent.objects.all()):
            consent.withdrawn_on = None if consent.withdrawn_on else date(2026, 10, 1)
            consent.save()

    def _collection(self, name: str) -> Collection:
        found = Collection.objects.filter(name=name).first()
        return found or Collection.get_first_root_node().add_child(name=name)
