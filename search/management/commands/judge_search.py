from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.failures import UnavailableError
from search.engines.trials import TRIALS
from search.evaluation.collection import CollectionError, Query, read_judgements, read_queries
from search.evaluation.judging import MEASURED, JudgedRun, failures, judge, summaries
from search.evaluation.likeness import likeness
from search.evaluation.metrics import Judgements
from search.sources import all_keys, documents
from search.synonym_records import current_thesaurus


class Command(BaseCommand):
    """Measure the search by a judged set over what this database holds.

    Materials are told by their permanent address, questions widened by the synonyms of this database.
    Measured is the list as a reader is shown it.
    """

    help = (
        "Measure the search by judged questions over the materials of this database, in a throwaway "
        "index; `make judge` makes the database for tests/search/judgements."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="Holds queries.jsonl and qrels.tsv.")
        parser.add_argument("--engine", choices=sorted(TRIALS), default="embedded")
        parser.add_argument(
            "--compare",
            choices=sorted(TRIALS),
            help="Another engine to put the questions to as well: how alike are the lists?",
        )
        parser.add_argument(
            "--without-kazakh-letters",
            action="store_true",
            help="Type the queries with the Russian letters nearest to the Kazakh ones.",
        )
        parser.add_argument(
            "--failures",
            type=int,
            default=0,
            help="How many of the worst answered questions to list.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"]
        try:
            queries = read_queries(folder, kazakh_letters=not options["without_kazakh_letters"])
            judged = read_judgements(folder)
            done = self._judged(options["engine"], queries, judged)
            other = (
                self._judged(options["compare"], queries, judged) if options["compare"] else None
            )
        except (CollectionError, UnavailableError) as error:
            raise CommandError(str(error)) from error
        missing = {name for grades in judged.values() for name in grades} - set(done.titles)
        if missing:
            raise CommandError(
                f"Not in this database, though judged: {', '.join(sorted(missing))}."
            )
        self._report(done)
        if other is not None:
            self._compare(done, other)
        self._list_failures(done, options["failures"])

    def _judged(
        self, engine: str, queries: Sequence[Query], judged: Mapping[str, Judgements]
    ) -> JudgedRun:
        found = documents(sorted(all_keys()))
        with TRIALS[engine]() as trial:
            return judge(trial, found, queries, judged, self._progress, current_thesaurus())

    def _progress(self, what: str, count: int) -> None:
        self.stderr.write(f"{count} {what}")

    def _report(self, done: JudgedRun) -> None:
        self.stdout.write(f"{len(done.titles)} materials, {len(done.outcomes)} questions\n\n")
        heads = ("questions", *MEASURED, "uncut", "hits")
        self.stdout.write(f"{'':<14}" + "".join(f"{head:>10}" for head in heads))
        for summary in summaries(done.outcomes):
            figures = [*(summary.measures[name] for name in MEASURED), summary.ranked]
            cells = [str(summary.queries), *(f"{figure:.3f}" for figure in figures)]
            cells.append(f"{summary.length:g}")
            self.stdout.write(f"{summary.name:<14}" + "".join(f"{cell:>10}" for cell in cells))
        unanswered = [one for one in done.outcomes if not any(one.grades.values())]
        strong = sum(one.strong > 0 for one in unanswered)
        self.stdout.write(
            f"\nwithout an answer: {len(unanswered)}, of these with strong hits: {strong}"
        )

    def _compare(self, done: JudgedRun, other: JudgedRun) -> None:
        pairs = zip(done.outcomes, other.outcomes, strict=True)
        alike = likeness((one.shown, another.shown) for one, another in pairs)
        (everything, *_) = summaries(other.outcomes)
        figures = [f"{name} {value:.3f}" for name, value in everything.measures.items()]
        figures += [f"overlap@10 {alike.overlap:.3f}", f"same first {alike.same_first:.3f}"]
        self.stdout.write(f"\nthe other engine: {', '.join(figures)}")

    def _list_failures(self, done: JudgedRun, most: int) -> None:
        for value, outcome in failures(done.outcomes, most):
            hoped = ", ".join(name for name, grade in outcome.grades.items() if grade == 2)
            self.stdout.write(
                f"\n{value:.3f}  {outcome.query.key}  {outcome.query.text}  (hoped for: {hoped})"
            )
            for place, name in enumerate(outcome.shown[:3], start=1):
                grade = outcome.grades.get(name, "-")
                self.stdout.write(f"    {place}. [{grade}] {name} {done.titles[name]}")
