from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines.failures import UnavailableError
from search.engines.trials import TRIALS
from search.evaluation.collection import (
    CollectionError,
    read_documents,
    read_judgements,
    read_queries,
)
from search.evaluation.metrics import MEASURES, Judgements, means
from search.evaluation.trial_run import TrialRun, run

SHOWN = "nDCG@10"


class Command(BaseCommand):
    """Measure the search on a collection whose answers are known, in the BEIR layout.

    Measured is the engine's whole order by score, of which a reader is shown the beginning: the
    definition of a hit cuts the list, and a measure as deep as recall@100 of a cut list says nothing.
    nDCG@10 of the list as it is shown stands beside it.
    """

    help = "Measure the search on a collection in the BEIR layout, in a throwaway index."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "folder", type=Path, help="Holds corpus.jsonl, queries.jsonl and qrels.tsv."
        )
        parser.add_argument("--engine", choices=sorted(TRIALS), default="embedded")
        parser.add_argument(
            "--run-file",
            type=Path,
            help="Write the first 100 of each query here, in TREC's format.",
        )
        parser.add_argument(
            "--without-kazakh-letters",
            action="store_true",
            help="Type the queries with the Russian letters nearest to the Kazakh ones.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, engine = options["folder"], options["engine"]
        try:
            queries = read_queries(folder, kazakh_letters=not options["without_kazakh_letters"])
            judged = read_judgements(folder)
            with TRIALS[engine]() as trial:
                done = run(trial, read_documents(folder), queries, self._progress(options))
        except (CollectionError, UnavailableError) as error:
            raise CommandError(str(error)) from error
        asked = {key: grades for key, grades in judged.items() if key in done.rankings}
        if not means({}, asked):
            raise CommandError(f"{folder}: no question has a document judged relevant.")
        if options["run_file"]:
            _write_run(options["run_file"], done, engine)
        self._report(done, asked)

    def _progress(self, options: Mapping[str, Any]) -> Any:
        def show(what: str, count: int) -> None:
            if options["verbosity"]:
                self.stderr.write(f"{count} {what}")

        return show

    def _report(self, done: TrialRun, judged: Mapping[str, Judgements]) -> None:
        whole = {key: ranking.keys for key, ranking in done.rankings.items()}
        shown = {key: ranking.shown for key, ranking in done.rankings.items()}
        rows = [(name, f"{value:.4f}") for name, value in means(whole, judged).items()]
        listed = means(shown, judged, {SHOWN: MEASURES[SHOWN]})[SHOWN]
        rows.append((f"{SHOWN} as shown", f"{listed:.4f}"))
        rows.append(("documents", str(done.documents)))
        rows.append(("queries", str(len(done.rankings))))
        rows.append(("judged queries", str(_relevant(judged))))
        rows.append(("indexing CPU s", f"{done.indexing_seconds:.1f}"))
        rows.append(("query CPU s", f"{done.query_seconds:.1f}"))
        for name, value in rows:
            self.stdout.write(f"{name:<18}{value:>10}")


def _relevant(judged: Mapping[str, Judgements]) -> int:
    return sum(any(grade > 0 for grade in grades.values()) for grades in judged.values())


def _write_run(path: Path, done: TrialRun, engine: str) -> None:
    """Lines of TREC: query, Q0, document, rank, score, name of the run."""
    lines: list[str] = []
    for query, ranking in done.rankings.items():
        lines.extend(_lines(query, ranking.keys, ranking.scores, engine))
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error}") from error


def _lines(query: str, keys: Sequence[str], scores: Sequence[float], engine: str) -> list[str]:
    found = enumerate(zip(keys, scores, strict=True), start=1)
    return [f"{query} Q0 {key} {rank} {score:.6f} {engine}\n" for rank, (key, score) in found]
