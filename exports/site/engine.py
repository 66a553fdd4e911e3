"""Oxigraph for browsers, from its installed package, as one script for pages opened from a disk.

Such pages may import no module and fetch no file. So the glue becomes a function, and its
WebAssembly a text in base64 (compressed first: it is a third as large).
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path

from exports.export_file import ExportError

PACKAGE = Path("node_modules/oxigraph")
LICENCE = Path(__file__).with_name("web") / "oxigraph-licence.txt"
_EXPORT_OF_FUNCTION = re.compile(r"^export (?=(?:async )?(?:function|class) )", re.MULTILINE)
_LAST_EXPORT = re.compile(r"^export \{ initSync, __wbg_init as default \};\s*$", re.MULTILINE)
_OWN_ADDRESS = "new URL('web_bg.wasm', import.meta.url)"


class EngineMissing(ExportError):
    """The package of the engine is not installed in this folder, or is another version."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"no oxigraph for browsers in {folder}: run npm ci")


@dataclass(frozen=True)
class BrowserEngine:
    """The engine's script, which defines `oxigraph`, its version, and the text of its licence."""

    script: bytes
    version: str
    licence: bytes


def browser_engine(folder: Path = PACKAGE) -> BrowserEngine:
    """The engine from the folder of its npm package; raises EngineMissing."""
    try:
        glue = (folder / "web.js").read_text(encoding="utf-8")
        code = (folder / "web_bg.wasm").read_bytes()
        version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    except (OSError, ValueError, KeyError) as error:
        raise EngineMissing(folder) from error
    body, count = _LAST_EXPORT.subn(
        "return { Store, initialize: __wbg_init };", _EXPORT_OF_FUNCTION.sub("", glue)
    )
    if count != 1 or _OWN_ADDRESS not in body:
        raise EngineMissing(folder)
    body = body.replace(_OWN_ADDRESS, "undefined")
    script = f"globalThis.oxigraph = (() => {{\n{body}\n}})();\n{content_script('engine', code)}"
    return BrowserEngine(script.encode(), str(version), LICENCE.read_bytes())


def content_script(name: str, content: bytes) -> str:
    """A script that puts content into the site's data, compressed and in base64."""
    text = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode("ascii")
    return f'(globalThis.siteData ??= {{}}).{name} = "{text}";\n'
