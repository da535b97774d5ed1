"""`manage.py make_demo_files`: make the attached files of the demo district from their sources."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from demo.content import FOLDER, read_file

MAXIMUM_BYTES = 200 * 1024


class Command(BaseCommand):
    help = (
        "Make the PDF and Word files of the demo district from site/demo/content (development only: "
        "needs Chromium, Playwright, python-docx). Without names, only the missing ones."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs="*", help="Files to make anew: e01-cards-3.pdf")
        parser.add_argument("--all", action="store_true", help="Make every file anew.")

    def handle(self, *args: Any, names: list[str], **options: Any) -> None:
        from demo.filemaking import sources
        from demo.filemaking.pdf import chromium, count_word_pages, make_pdf
        from demo.filemaking.word import make_docx

        folder, district = FOLDER / "files", read_file(FOLDER / "district.yaml")
        acts = {act["file"]: act for act in map(read_file, sorted(FOLDER.glob("acts/*.yaml")))}
        wanted = sorted({*acts, *_attached_names()})
        if unknown := set(names) - set(wanted):
            raise CommandError(f"No material and no act has: {', '.join(sorted(unknown))}")
        chosen = names or [
            name for name in wanted if options["all"] or not (folder / name).exists()
        ]
        with chromium() as browser:
            for name in chosen:
                path = folder / name
                try:
                    source = (
                        sources.act_source(acts[name], district)
                        if name in acts
                        else sources.attachment_source(path.with_suffix(".md"))
                    )
                except OSError as error:
                    raise CommandError(f"{name}: its source is missing: {error}") from error
                if path.suffix == ".pdf":
                    content = make_pdf(browser, source)
                else:
                    content = make_docx(source, count_word_pages(browser, source))
                if len(content) > MAXIMUM_BYTES:
                    raise CommandError(f"{name} has {len(content)} bytes, at most {MAXIMUM_BYTES}")
                path.write_bytes(content)
                self.stdout.write(f"{name}: {len(content) // 1024} KB")


def _attached_names() -> list[str]:
    """Return the names of all files that materials have."""
    names = []
    for path in sorted(FOLDER.glob("materials/*.yaml")):
        values = read_file(path)
        names += [row["file"] for row in values.get("files") or []]
        names += [values["guide_file"]] if values.get("guide_file") else []
    for name in names:
        if Path(name).suffix not in (".pdf", ".docx"):
            raise CommandError(f"{name}: only .pdf and .docx are made")
    return names
