"""Names and packages: what a stranger must be able to read.

Filler words are pronouns and participles that stand for a thing. Well-named projects of this field
(followthemoney, nomenklatura, pycldf) use them in at most 0.3 % of all identifier uses.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = ["ontology", "graph", "diffusion", "loaders", "queries", "exports", "commands"]
CODE += ["app_pages", "drafting", "texts"]
FILES = sorted(
    [*ROOT.glob("*.py"), *(path for name in CODE for path in (ROOT / name).rglob("*.py"))]
)
FILLER_WORDS = """
one found said told held known given kept called shown wanted whole own fits near drawn got asked
taken made seen many most least some beside above below
"""
FILLER = frozenset(FILLER_WORDS.split())
# Participles, adjectives, prepositions and quantifiers: alone none says what a function, a class or
# a constant is. With a noun (`MAX_LINKS`, `listed_places`, `_keep_pick`) each may stand in a name.
BARE_WORDS = """
about across added admitting adopted after ahead alike all answered answering any anywhere
archived around at banded before behind beside best between blocking bold both bound brought by
called captioned checked chosen chunked cited clipped closest closing coded collated common
compared complete composed computed confirmed contested corrupted counted cut darkest dated
decided declared decoded denied derived described dotted doubted down drafted drawn dressed each
earlier elsewhere enough escaped everywhere expanded exported extracted far farthest few filled
filtered first fixed folded framed full further given grown guessed hatched here high
highest implied inferred inverted joined judged known labelled largest last latest least legible
linked listed listing located locked longest lossy lost lowest lying made many marked matched
measured merged misread missing more most mostly moved named narrow narrower narrowest near needed
newest next numbered obeyed of often once only opened ordered other others out outside packed pale
paler palest passive past picked placed pooled posted praised preselected pressed private profiled
published quoted raised ranked recognised refused related released removed repeated replaced
reserved returned reworded rounded same saved scaled searched second selected settable settled
several sheltered shielded short shortened shortest shown silent similar simplified sized skipped
small smallest some sorted spread stacked standing stated stepped stood stretched strict styled
sure taken tall theirs thin thinned thinnest together told toned translated trimmed trusted typed
uncompressed undated undecided under unescaped unlisted unmarked unpacked unplaced unquoted unseen
unspaced unspecified unsure upright used vanished visited waiting wanted watched when where who
whole wide widest with within without wrapped written wrong
"""
BARE = frozenset(BARE_WORDS.split())
# Kinds and a field of the vocabulary and a command, whose names are public.
VOCABULARY = frozenset({"Bound", "Within", "bound", "fits"})
CONSTANT = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
# Limits are MIN_ and MAX_.
OTHER_LIMIT = re.compile("_?(?:LEAST|MOST|FEWEST|SHORTEST|LONGEST|SMALLEST|LARGEST)_")
MAX_FILLER_SHARE = 0.003
MAX_MODULES = 12


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in FILES]


def test_hardly_any_name_is_a_filler_word():
    names = Counter(
        node.id for _, tree in trees() for node in ast.walk(tree) if isinstance(node, ast.Name)
    )
    fillers = {word: names[word] for word in FILLER if names[word]}
    assert sum(fillers.values()) / names.total() < MAX_FILLER_SHARE, fillers


def test_no_function_class_or_parameter_is_named_by_a_filler_word():
    bad = [
        f"{path.relative_to(ROOT)}:{node.lineno} {name}"
        for path, tree in trees()
        for node in ast.walk(tree)
        if (name := getattr(node, "name", getattr(node, "arg", None))) in FILLER
        and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.arg)
    ]
    assert bad == []


def module_constants(tree: ast.Module) -> list[tuple[int, str]]:
    """The names that a module's own assignments bind, with their lines."""
    targets = [
        target
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    names = [name for target in targets for name in getattr(target, "elts", [target])]
    return [(name.lineno, name.id) for name in names if isinstance(name, ast.Name)]


def bare_names(tree: ast.Module) -> list[tuple[int, str]]:
    """The functions, classes and constants of a module whose whole name is a bare word."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    named = [(node.lineno, node.name) for node in ast.walk(tree) if isinstance(node, kinds)]
    names = [*named, *module_constants(tree)]
    own_names = ((line, name) for line, name in names if not name.startswith("__"))
    return [pair for pair in own_names if pair[1].strip("_").lower() in BARE | FILLER]


def test_no_name_is_a_participle_adjective_or_preposition_alone():
    bad = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path, tree in trees()
        for line, name in bare_names(tree)
        if name not in VOCABULARY
    ]
    assert bad == []


def test_no_helper_of_a_test_is_named_by_a_participle_or_pronoun_alone():
    bad = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in sorted((ROOT / "tests").rglob("*.py"))
        for line, name in bare_names(ast.parse(path.read_text(encoding="utf-8")))
        if name not in VOCABULARY
    ]
    assert bad == []


def test_a_limit_is_a_minimum_or_a_maximum():
    bad = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path, tree in trees()
        for line, name in module_constants(tree)
        if OTHER_LIMIT.match(name)
    ]
    assert bad == []


def test_a_bare_word_is_seen_in_a_function_a_class_and_a_constant():
    tree = ast.parse(
        "_WIDE, HEIGHT = 1, 2\nMOST: int = 3\nclass Drawn:\n    def _listed(self): ..."
    )
    assert [name for _, name in bare_names(tree)] == ["Drawn", "_listed", "_WIDE", "MOST"]


def prose(path: Path) -> list[str]:
    """The comments of a module, and its texts in triple quotes."""
    with tokenize.open(path) as file:
        tokens = list(tokenize.generate_tokens(file.readline))
    kinds = (tokenize.COMMENT, tokenize.STRING)
    texts = [token.string for token in tokens if token.type in kinds]
    return [text for text in texts if text.startswith(("#", '"""'))]


def constants_in_code(tree: ast.Module) -> set[str]:
    """The constants that a module uses, and those in its short texts, such as edge types."""
    names = [getattr(node, "id", getattr(node, "attr", None)) for node in ast.walk(tree)]
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    short_texts = [text for text in texts if isinstance(text, str) and len(text) < 60]
    return {name for text in [*names, *short_texts] if text for name in CONSTANT.findall(text)}


def test_a_comment_names_only_constants_that_exist():
    known = set().union(*(constants_in_code(tree) for _, tree in trees()))
    gone = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in FILES
        for text in prose(path)
        for name in CONSTANT.findall(text)
        if name not in known
    ]
    assert gone == []


def test_a_public_class_name_stands_once():
    places: dict[str, list[str]] = defaultdict(list)
    for path, tree in trees():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


PACKAGES = sorted({path.parent for path in FILES if path.parent != ROOT})


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package.relative_to(ROOT)))
def test_no_package_holds_more_modules_than_a_reader_can_overlook(package):
    modules = [path.name for path in package.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MAX_MODULES, modules


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: str(package.relative_to(ROOT)))
def test_every_package_says_what_it_holds(package):
    text = (package / "__init__.py").read_text(encoding="utf-8")
    assert len(ast.get_docstring(ast.parse(text)) or "") > 20
