"""ES modules as one script, for pages that cannot import from other files.

A page opened from a disk, and a component of Streamlit, take one script. Each module becomes a
function that returns its exports, imported modules first; no module sees the names of another.
Modules may use only what this file reads: named imports with a relative path, and `export` before a
declaration; only the entry may have a default export.
"""

from __future__ import annotations

import os
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
WEB = Path(__file__).with_name("web")
VIS_NETWORK = ("lib", "vis-9.1.2", "vis-network.min.js")
_IMPORT = re.compile(r"^import \{([^}]*)\} from '([^']+)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|let|function|class) (\w+))", re.MULTILINE)
_OTHER_STATEMENTS = re.compile(r"^(?:import\b|export (?!default\b)).*", re.MULTILINE)


# comments of JSDoc on separate lines
_TYPES = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


class BadModule(ValueError):
    """A module that this bundler cannot read, or that imports itself through others."""


@cache
def style_sheets(*names: str) -> str:
    """Style sheets of this package's web folder, one after another: `network/network.css`."""
    return "".join((WEB / name).read_text(encoding="utf-8") for name in names)


@cache
def vis_network() -> str:
    """The script of vis-network as the pyvis package has it; it defines `vis`.

    The package is only found, not loaded: that takes half a second.
    """
    package = find_spec("pyvis")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyvis is not installed", name="pyvis")
    return Path(package.origin).with_name("templates").joinpath(*VIS_NETWORK).read_text("utf-8")


@cache
def bundle(entry: str, *, as_module: bool = False) -> str:
    """The script of a module and all that it imports; `entry` is a path from the project's folder.

    The exports of the entry are top-level names of the script; with `as_module` they stay exports.
    Raises BadModule.
    """
    modules: dict[Path, str] = {}
    text = _resolve_imports(ROOT / entry, modules, ())
    if not as_module:
        text = _EXPORT.sub("", text)
    return "\n".join((*modules.values(), text))


def _resolve_imports(path: Path, modules: dict[Path, str], above_it: tuple[Path, ...]) -> str:
    """The text of a module with names of other modules for its imports, which are added."""
    if path in above_it:
        raise BadModule(f"{_name(path)} imports itself through other modules")
    text = _TYPES.sub("", path.read_text(encoding="utf-8"))

    def constants(match: re.Match[str]) -> str:
        target = Path(os.path.normpath(path.parent / match[2]))
        if target not in modules:
            body = _resolve_imports(target, modules, (*above_it, path))
            modules[target] = _function(target, body)
        return f"const {{{match[1].replace(' as ', ': ')}}} = {_name(target)};\n"

    text = _IMPORT.sub(constants, text)
    if other_lines := [line for line in _OTHER_STATEMENTS.findall(text) if not _EXPORT.match(line)]:
        raise BadModule(f"{path.name}: `{other_lines[0]}` is no import or export that is read here")
    return text


def _function(path: Path, text: str) -> str:
    names = ", ".join(_EXPORT.findall(text))
    return f"const {_name(path)} = (() => {{\n{_EXPORT.sub('', text)}return {{ {names} }};\n}})();"


def _name(path: Path) -> str:
    """A module's name in the bundle, from its path."""
    return re.sub(r"\W", "_", path.relative_to(ROOT).as_posix())
