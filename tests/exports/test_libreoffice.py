"""LibreOffice reads the slides, the workbook and the tables as they were written."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader

from exports.comparison.grid import figure_grid, mechanism_grid
from exports.comparison.grid_files import workbook
from exports.facts.formats import export
from exports.talk.pptx.deck import talk_deck
from graph.compare.adoption_matrix import comparison
from graph.compare.indicator_matrix import figure_rows
from loaders.facts.facts_folder import read_facts
from loaders.talks.talk_reader import read_talk

PLACES = ["11", "12", "22", "23", "hill-road"]
# Commas, quotation marks, UTF-8, from the first row on, cells as they are, every sheet.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
# The same of a table in UTF-8 that is read.
READ_CSV = "CSV:44,34,76,1"

Convert = Callable[..., Path]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Converts a file with LibreOffice and returns the folder of the result."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no soffice on the PATH: install LibreOffice Impress and Calc")
    home = tmp_path_factory.mktemp("office")

    def run(path: Path, target: str, *options: str) -> Path:
        folder = home / path.stem
        order = [office, "--headless", f"-env:UserInstallation={(home / 'profile').as_uri()}"]
        order += [*options, "--convert-to", target, "--outdir", str(folder), str(path)]
        done = subprocess.run(order, check=False, capture_output=True, text=True, timeout=120)
        assert folder.is_dir() and any(folder.iterdir()), done.stdout + done.stderr
        return folder

    return run


def letters(text: str) -> str:
    """A text without the spaces and line breaks that a page puts into it."""
    return re.sub(r"\s", "", text)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_impress_shows_every_slide_of_a_talk_with_its_text(root, tmp_path, convert):
    facts = read_facts(root / "facts")
    path = tmp_path / "talk.pptx"
    path.write_bytes(talk_deck(facts, read_talk(root / "facts", "how-it-spread", facts), "zh"))
    pages = PdfReader(convert(path, "pdf") / "talk.pdf").pages
    slides = Presentation(str(path)).slides
    assert len(pages) == len(slides)
    for slide, page in zip(slides, pages, strict=True):
        text = letters(page.extract_text())
        frames = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        missing = [frame for frame in frames if letters(frame) not in text]
        assert frames and not missing


@pytest.mark.parametrize("language", ["zh", "en"])
def test_calc_reads_every_cell_of_a_comparison(small_facts, tmp_path, convert, language):
    grids = [
        mechanism_grid(small_facts, comparison(small_facts, PLACES), language),
        figure_grid(small_facts, figure_rows(small_facts, PLACES), PLACES, language),
    ]
    path = tmp_path / f"compared-{language}.xlsx"
    path.write_bytes(workbook(small_facts, grids, language))
    folder = convert(path, CSV)
    for sheet in openpyxl.load_workbook(path):
        written = [
            ["" if cell is None else str(cell) for cell in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        read = rows_of(folder / f"{path.stem}-{sheet.title}.csv")
        no_row: list[str] = []
        for row, other in zip_longest(written, read, fillvalue=no_row):
            assert list(other) == list(row)


def test_calc_keeps_the_ids_and_names_of_the_tables(small_facts, tmp_path, convert):
    export(small_facts, tmp_path)
    for name, columns in (("nodes", ("_id", "name_zh")), ("edges", ("_start", "_end", "_type"))):
        path = tmp_path / f"{name}.csv"
        folder = convert(path, "xlsx", f"--infilter={READ_CSV}")
        [sheet] = openpyxl.load_workbook(folder / f"{name}.xlsx").worksheets
        head, *rows = sheet.iter_rows(values_only=True)
        written_head, *written = rows_of(path)
        assert list(head) == written_head
        for column in map(written_head.index, columns):
            assert [str(row[column] or "") for row in rows] == [row[column] for row in written]
