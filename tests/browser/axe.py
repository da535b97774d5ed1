"""axe-core in a page: what it finds against WCAG 2.2 A and AA and against good practice."""

from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import needs

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# One page with every pattern beside the others has many headings of the first rank, and landmarks of one name.
OF_WHOLE_PAGES = (
    "heading-order",
    "landmark-no-duplicate-contentinfo",
    "landmark-no-duplicate-main",
    "landmark-unique",
    "page-has-heading-one",
)


def violations(page: Page, without: tuple[str, ...] = ()) -> list[str]:
    """Return "rule: element" for each violation; the rules `without` are left out."""
    needs(SCRIPT.exists(), "axe-core: npm ci in tests/browser")
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return page.evaluate(
        """async ([tags, without]) => {
          const rules = Object.fromEntries(without.map(rule => [rule, {enabled: false}]));
          const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, rules, resultTypes: ["violations"]});
          return found.violations.flatMap(({id, nodes}) => nodes.map(node =>
            `${id}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}: ${(node.any[0] || node.all[0] || node.none[0] || {}).message || ""}`));
        }""",
        [TAGS, list(without)],
    )
