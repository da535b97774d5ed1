"""What can be measured of a page besides what axe sees; each measure says what is wrong."""

from playwright.sync_api import Page

TOUCH = 44

_FIRST_RANK = "[...document.querySelectorAll('h1')].map(h => h.textContent.trim())"
_SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.data-table'))
    .slice(0, 5).map(e => `${e.tagName} ${e.className} reaches ${Math.round(e.getBoundingClientRect().right)} of ${width}: ${e.textContent.trim().slice(0, 30)}`)
    .concat(['scrolls sideways']);
}"""
_CLIPPED = """() => [...document.body.querySelectorAll('*')].filter(e => {
  if (e.closest('svg, .hidden-text, .data-table') || !e.textContent.trim() || !e.checkVisibility()) return false;
  const style = getComputedStyle(e);
  // The end of an abstract in a list, where the title leads to the whole of it.
  if (style.webkitLineClamp !== 'none') return false;
  if (style.clip !== 'auto' || style.position === 'absolute' && e.clientWidth <= 1) return false;
  const hides = side => style[side] === 'hidden' || style[side] === 'clip';
  return hides('overflowX') && e.scrollWidth > e.clientWidth + 1 || hides('overflowY') && e.scrollHeight > e.clientHeight + 1;
}).map(e => `${e.tagName} ${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""
_SMALL = """least => {
  // A link that stands in a sentence may be as high as its line: WCAG 2.5.5, 2.5.8.
  const inText = e => {
    if (e.tagName !== 'A') return false;
    const block = e.closest('p, dd, li, td, th, figcaption, address, div, body');
    if (getComputedStyle(e).display !== 'inline') return false;
    const own = [...block.querySelectorAll('a')].reduce((sum, a) => sum + a.textContent.trim().length, 0);
    return block.textContent.trim().length > own + 2;
  };
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter(e => e.checkVisibility() && !e.closest('.prose') && !inText(e)).filter(e => {
      const target = e.closest('label') || e;
      if (target.getBoundingClientRect().right < 0 || target.classList.contains('skip')) return false;
      const boxes = [...target.getClientRects()];
      return Math.max(...boxes.map(box => box.height)) < least - .5 || Math.max(...boxes.map(box => box.width)) < least - .5 && target.textContent.trim().length < 3;
    }).map(e => `${e.tagName} ${e.className} ${Math.round(e.getBoundingClientRect().width)}x${Math.round(e.getBoundingClientRect().height)}: ${(e.textContent || e.name).trim().slice(0, 40)}`);
}"""
_DRAWINGS = """() => [...document.querySelectorAll('[class^="i-"], [class*=" i-"]')]
  .filter(e => e.checkVisibility() && Math.min(e.offsetWidth, e.offsetHeight) < 8)
  .map(e => `a drawing that is not seen: ${e.className} in ${e.parentElement.className}`)"""
# What WCAG 1.4.12 lets every reader set; `adoptedStyleSheets` passes the policy of the page.
_SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important} p {margin-bottom: 2em !important}');
  document.adoptedStyleSheets = [sheet];
}"""
_LANGUAGES = """() => {
  const kazakh = /[әғқңөұүһі]/i;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest('script, style, mark, .suggestions')) continue;
    const words = walker.currentNode.textContent.trim().split(/\\s+/).filter(word => /[а-яёәғқңөұүһі]{3}/i.test(word));
    const share = words.filter(word => kazakh.test(word)).length / words.length;
    const language = element.closest('[lang]').lang;
    if (words.length >= 4 && (share >= .4 && language !== 'kk' || share === 0 && language !== 'ru' && words.length >= 7))
      wrong.push(`${language}: ${element.tagName} ${element.className}: ${words.join(' ').slice(0, 80)}`);
  }
  return wrong;
}"""


def other_than_one_heading(page: Page) -> list[str]:
    """Return the headings of the first rank where there is not exactly one."""
    found: list[str] = page.evaluate(_FIRST_RANK)
    return [] if len(found) == 1 else [f"h1: {found}"]


def sideways(page: Page) -> list[str]:
    """Return what makes the page wider than the window."""
    return page.evaluate(_SIDEWAYS)


def clipped(page: Page) -> list[str]:
    """Return the elements that hide a part of their text."""
    return page.evaluate(_CLIPPED)


def small_targets(page: Page) -> list[str]:
    """Return what is to be touched and is smaller than 44 px, links within a sentence aside."""
    return page.evaluate(_SMALL, TOUCH)


def lost_by_spacing(page: Page) -> list[str]:
    """Return what is lost once a reader spaces lines, letters and words."""
    page.evaluate(_SPACING)
    return [f"spaced: {fault}" for fault in [*sideways(page), *clipped(page)]]


def unseen_drawings(page: Page) -> list[str]:
    """Return the drawings that stand on the page and are too small to be seen."""
    return page.evaluate(_DRAWINGS)


def foreign_words(page: Page) -> list[str]:
    """Return runs of words that stand in another language than their `lang` says, judged by letters."""
    return page.evaluate(_LANGUAGES)
