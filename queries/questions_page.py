"""docs/questions.md: all questions in both languages, generated from the query files' headers.

Run `make docs` after a change of a question; a test compares the file.
"""

from __future__ import annotations

from pathlib import Path

from queries.catalogue import Question, questions

PAGE = Path(__file__).parents[1] / "docs" / "questions.md"
TITLE = """\
# 问题目录 · The catalogue of questions

每个问题有 Cypher 与 SPARQL 两种写法，答案相同。
在应用的*提问*页选择，或运行 `python cli.py ask 名称 --param 参数=值`。

Each question is written in Cypher and in SPARQL, with the same answer.
Choose it on the *Ask* page, or run `python cli.py ask NAME --param NAME=VALUE`.

| 名称 name | 问题 question | 参数 parameters |
|---|---|---|
"""
END = """
每个问题是 `queries/` 下的一对文件 `NAME.cypher` 与 `NAME.rq`，也能原样用于其他工具：
Neo4j Browser（先用 `:param` 设参数，`dataset` 也要设），或任何 SPARQL 工具
（读 `graph.trig`，以所有命名图的并集为默认图）。

Each question is a pair of files in `queries/`, `NAME.cypher` and `NAME.rq`, and runs unchanged
in other tools: Neo4j Browser (set the parameters with `:param`, `dataset` too), or any SPARQL tool
(read `graph.trig`, with the union of the named graphs as the default graph).
"""


def questions_page() -> str:
    """The page as Markdown: a table with a row for each question."""
    return TITLE + "".join(_row(question) for question in questions().values()) + END


def _row(question: Question) -> str:
    parameters = "; ".join(
        f"`{parameter.key}` {parameter.name.zh} · {parameter.name.en}"
        for parameter in question.parameters
    )
    text = f"{question.question.zh} · {question.question.en}"
    return f"| `{question.key}` | {text} | {parameters} |\n"


if __name__ == "__main__":
    PAGE.write_text(questions_page(), encoding="utf-8")
