"""Make the two web fonts of the portal: Golos Text 400 and 600, Russian + Kazakh + ASCII.

Source: the npm package ``@fontsource/golos-text`` (SIL Open Font License, see OFL.txt).
It splits every weight into four files by script; Ә Ғ Қ Ң Ө Ү Һ lie in "cyrillic-ext" and
Ұ І in "cyrillic", so all four are merged before the letters that we need are cut out.

    npm pack @fontsource/golos-text && tar xzf fontsource-golos-text-*.tgz
    pip install fonttools brotli
    python make_subset.py package/

Writes golos-text-400.woff2 and golos-text-600.woff2 beside this file.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = (400, 600)
SOURCES = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
RUSSIAN = [*range(0x0410, 0x0450), 0x0401, 0x0451]
KAZAKH = [ord(letter) for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІі"]
ASCII = range(0x20, 0x7F)
PUNCTUATION = [ord(sign) for sign in "\u00a0«»„“–—…№₸·×−°"]
FEATURES = ["kern", "tnum", "locl"]


def merged(package: Path, weight: int, folder: Path) -> TTFont:
    """One font of the weight, put together from the package's files by script."""
    parts = []
    for source in SOURCES:
        font = TTFont(package / "files" / f"golos-text-{source}-{weight}-normal.woff2")
        font.flavor = None
        part = folder / f"{source}-{weight}.ttf"
        font.save(part)
        parts.append(str(part))
    return Merger().merge(parts)


def subset(font: TTFont) -> TTFont:
    """The font with our letters, three layout features and no hinting."""
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = [1, 2]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GDEF", "STAT", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*ASCII, *RUSSIAN, *KAZAKH, *PUNCTUATION])
    subsetter.subset(font)
    font.flavor = "woff2"
    return font


def main(package: Path) -> None:
    target = Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as folder:
        for weight in WEIGHTS:
            font = subset(merged(package, weight, Path(folder)))
            path = target / f"golos-text-{weight}.woff2"
            font.save(path)
            sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
