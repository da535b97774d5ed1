"""Lighthouse for mobile: what it says of a page, and the median of some runs."""

import json
import os
import subprocess
from pathlib import Path
from statistics import median
from typing import Any

from demo.chromium import CHROMIUM

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
)
# Sometimes Chromium's trace lacks its beginning or end; Lighthouse then asks to be run again.
TRIES = 4
ASKS_AGAIN = "Please run Lighthouse again"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")

Scores = dict[str, int]


def run(program: Path, address: str, is_kept_out: bool = False) -> tuple[Scores, list[str]]:
    """Return the scores, 0–100, and the audits of the last three categories that are not passed.

    A page that `is_kept_out` of search engines on purpose is not asked to be open to them.
    Raises RuntimeError with what Lighthouse says where it does not finish, at the last of some tries
    where it asks for another.
    """
    skipped = ["--skip-audits=is-crawlable"] if is_kept_out else []
    command = [
        str(program),
        address,
        "--output=json",
        "--quiet",
        f"--chrome-flags={FLAGS}",
        *skipped,
    ]
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    for _ in range(TRIES):
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if not done.returncode:
            return read(json.loads(done.stdout))
        if ASKS_AGAIN not in done.stderr:
            break
    raise RuntimeError(done.stderr.strip())


def read(report: dict[str, Any]) -> tuple[Scores, list[str]]:
    """Return scores and failed audits of a report; a category without a score is 0."""
    categories = report["categories"]
    scores = {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES}
    failed = [
        f"{name}: {report['audits'][audit['id']]['title']}"
        for name in CATEGORIES[1:]
        for audit in categories[name]["auditRefs"]
        if audit["weight"] and is_failed(report["audits"][audit["id"]])
    ]
    return scores, failed


def is_failed(audit: dict[str, Any]) -> bool:
    """Whether an audit applies and is not passed wholly."""
    return audit["score"] is not None and audit["score"] < 1


def medians(runs: list[Scores]) -> Scores:
    """Return the median of each score."""
    return {name: round(median(scores[name] for scores in runs)) for name in CATEGORIES}
