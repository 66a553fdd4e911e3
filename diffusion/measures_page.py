"""docs/measures.md: all measures in both languages, generated from their texts.

Run `make docs` after a change of a measure or of its texts; a test compares the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from diffusion.framework.measure import Measure
from diffusion.registry import measures

PAGE = Path(__file__).parents[1] / "docs" / "measures.md"
LANGUAGES = ("zh", "en")
TITLE = """\
# 度量 · The measures

*分析*页和 `python cli.py analyse 名称` 计算这些度量；
`python cli.py analyse 名称 --list` 列出一项度量的选项。
各项度量重现的已发表数值见 [published-figures.md](published-figures.md)；
与其他软件包有已知差别的，写在该项度量下。

The *Analyse* page and `python cli.py analyse NAME` compute these measures;
`python cli.py analyse NAME --list` lists the options of one.
The published figures that they reproduce are in [published-figures.md](published-figures.md);
where figures are known to differ from a package's, the measure says so.

| 度量 measure | 问题 question |
|---|---|
"""
# A measure's texts after its question, in this order, each with its label.
LABELS: Mapping[str, Mapping[str, str]] = {
    "means": {"zh": "含义", "en": "Meaning"},
    "means_not": {"zh": "不能说明", "en": "Limits"},
    "counted": {"zh": "n 所计", "en": "n counts"},
    "minimum": {"zh": "最低要求", "en": "Minimum"},
    "differs": {"zh": "与其他软件包的差别", "en": "Difference from packages"},
}
OPTIONS = {"zh": "选项", "en": "Options"}
COLON = {"zh": "：", "en": ": "}


def measures_page() -> str:
    """The page as Markdown: a table of all measures, then a section for each."""
    entries = measures()
    table = "".join(f"{_row(measure)}\n" for measure in entries.values())
    return TITLE + table + "".join(_section(measure) for measure in entries.values())


def _row(measure: Measure) -> str:
    question = measure.text("question")
    return f"| [`{measure.name}`](#{measure.name}) | {question.zh} · {question.en} |"


def _section(measure: Measure) -> str:
    parts = [f"\n## {measure.name}\n", measure.texts["reference"] + "\n"]
    parts += ["\n".join(_lines(measure, language)) + "\n" for language in LANGUAGES]
    return "\n".join(parts)


def _lines(measure: Measure, language: str) -> Iterator[str]:
    title, question = (measure.text(key).name(language) for key in ("title", "question"))
    yield f"**{title}** {question}\n"
    for key, label in LABELS.items():
        if key in measure.texts:
            yield f"- {label[language]}{COLON[language]}{measure.text(key).name(language)}"
    if measure.parameters:
        yield f"- {OPTIONS[language]}{COLON[language].rstrip()}"
    for name, parameter in measure.parameters.items():
        text = measure.text("parameters", name).name(language)
        yield f"  - `--{name} {parameter.usage}`{COLON[language]}{text}"


if __name__ == "__main__":
    PAGE.write_text(measures_page(), encoding="utf-8")
