"""Build the front end: `python frontend/build.py` makes `build/web/middenstip/`.

NL Design System CSS (only the components and tokens our pages use) + our theme + the CSS in `css/site` and
`css/print` become `site.css`, the sheet of every page. Each other folder of `css/` becomes a sheet of its own
name, for a group of pages: a template asks for it in its block `styles`. Our scripts become one script, but
for the map with streets: that one, with Leaflet, is fetched by who asks for it.
Needs only Python and, the first time, Node for npm.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import card
import packages
import prune
import theme

HERE = Path(__file__).resolve().parent
WEB = packages.ROOT / "src" / "middenstip" / "web"
OUT = packages.ROOT / "build" / "web" / "middenstip"
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
FONT = "@fontsource-variable/source-sans-3"
LEAFLET = "leaflet"
TARGET = "--target=chrome111,firefox113,safari16.4"

CANDIDATES = ("button", "heading", "link", "paragraph", "skip-link")
UTRECHT = (
    "root",
    "form-field",
    "form-label",
    "form-field-description",
    "form-field-error-message",
    "textbox",
    "textarea",
    "select",
)
CSS = HERE / "css"
SITE, PRINT = "site", "print"  # the folders that every page needs
# In this order whatever sheet comes later: paper has the last word.
LAYERS = ("tokens", "thema", "nlds", "ms", "druk")
SCRIPTS = sorted((HERE / "js").glob("*.js"))
STREETS = "streets"  # the sheet and the script of the map with streets


def component_files() -> dict[str, Path]:
    """Package name and CSS file of each NL Design System component we use."""
    files = {f"@nl-design-system-candidate/{name}-css": f"dist/{name}.css" for name in CANDIDATES}
    files |= {f"@utrecht/{name}-css": "dist/index.css" for name in UTRECHT}
    return {package: packages.MODULES / package / file for package, file in files.items()}


def words_on_pages() -> set[str]:
    """Every word in templates, Python and scripts of the web floor: what can be a class name."""
    sources = [*WEB.rglob("*.html"), *WEB.rglob("*.py"), *SCRIPTS]
    return set(re.findall(r"[\w-]+", " ".join(path.read_text() for path in sources)))


def groups() -> list[str]:
    """The names of the sheets that only some pages need."""
    return sorted(path.name for path in CSS.iterdir() if path.is_dir() and path.name not in (SITE, PRINT))


def ours(folder: str) -> str:
    """Our own CSS in one folder, in the order of the file names."""
    return "".join(prune.bare(path.read_text()) for path in sorted((CSS / folder).glob("*.css")))


def group_sheet(name: str) -> str:
    """A sheet for a group of pages: in the layer of ours, after the sheet of every page."""
    borrowed = leaflet_sheet() if name == STREETS else ""
    return f"@layer ms{{{borrowed}{ours(name)}}}"


def leaflet_sheet() -> str:
    """The style of Leaflet without the rules that need its pictures: our own style draws the points."""
    sheet = prune.bare((packages.MODULES / LEAFLET / "dist" / "leaflet.css").read_text())
    return prune.without_pictures(sheet)


def style_sheet() -> str:
    """The sheet of every page in cascade layers; SystemExit when our CSS names an unknown token."""
    components = prune.rules(
        "".join(path.read_text() for path in component_files().values()), words_on_pages()
    )
    own = "".join(ours(name) for name in (SITE, PRINT, *groups()))  # the tokens of all sheets stand here
    house = theme.theme_css()
    themed = prune.declared(house)
    base = prune.declared(prune.bare((packages.MODULES / TOKENS / "dist" / "theme.css").read_text()))
    base = {name: value for name, value in base.items() if name not in themed}  # the layer of ours wins
    needed = prune.tokens(base, components + own + house)
    known = {*base, *themed, *prune.declared(own), *prune.declared(components)}
    if missing := prune.unknown(own + house, known):
        raise SystemExit("Unknown tokens without a fallback: " + ", ".join(missing))
    house_used = _only_used(house, components + own + "".join(needed.values()))
    root = ":root{" + "".join(f"{name}:{value};" for name, value in needed.items()) + "}"
    font = (
        "@font-face{font-family:'Source Sans 3 Variable';font-style:normal;font-weight:200 900;"
        # A font that comes late waits for the next page: text never jumps under a reader.
        "font-display:optional;src:url(source-sans-3.woff2) format('woff2')}"
    )
    layers = (root, house_used, components, ours(SITE), ours(PRINT))
    named = zip(LAYERS, layers, strict=True)
    return f"@layer {','.join(LAYERS)};{font}" + "".join(f"@layer {name}{{{css}}}" for name, css in named)


def _only_used(house: str, used_in: str) -> str:
    """The theme without tokens that nothing refers to."""
    used = prune.tokens(prune.declared(house), used_in + "".join(_always(house)))
    return ":root{" + "".join(f"{name}:{value};" for name, value in used.items()) + "}"


def _always(house: str) -> list[str]:
    """Tokens kept whatever the pages use: the scales, so that a page can lean on any step."""
    return [f"var({name})" for name in prune.declared(house) if re.match(r"--ms-\w+-\d+$", name)]


def minify(source: Path, target: Path, *options: str) -> None:
    """Run esbuild on one file."""
    command = [packages.esbuild(), source, "--minify", "--log-level=warning", *options, f"--outfile={target}"]
    subprocess.run(command, check=True)  # noqa: S603 - our own binary, our own files


def main() -> None:
    """Build everything and print the sizes."""
    packages.install()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    for name, css in {SITE: style_sheet(), **{name: group_sheet(name) for name in groups()}}.items():
        raw = OUT / "raw.css"
        raw.write_text(css)
        minify(raw, OUT / f"{name}.css", "--loader:.css=css", TARGET)
        raw.unlink()
    script = OUT / "raw.js"
    script.write_text("".join(path.read_text() for path in SCRIPTS))
    minify(script, OUT / "site.js", "--format=esm", "--target=es2020")
    script.unlink()
    streets = HERE / "js" / STREETS / "main.js"
    minify(streets, OUT / f"{STREETS}.js", "--bundle", "--format=esm", "--target=es2020")
    font = packages.MODULES / FONT / "files" / "source-sans-3-latin-wght-normal.woff2"
    shutil.copy(font, OUT / "source-sans-3.woff2")
    shutil.copy(HERE / "icon.svg", OUT)
    card.draw(OUT)
    used = [*component_files(), TOKENS, FONT, LEAFLET]
    (OUT / "THIRD-PARTY.txt").write_text(packages.licences(used) + packages.licence_text(LEAFLET))
    for path in sorted(OUT.iterdir()):
        sys.stdout.write(f"{path.name:24} {path.stat().st_size:7} bytes\n")


if __name__ == "__main__":
    main()
