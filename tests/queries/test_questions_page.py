"""docs/questions.md is what the headers of the query files say."""

from queries.catalogue import questions
from queries.questions_page import PAGE, questions_page


def test_the_page_is_as_generated():
    assert PAGE.read_text(encoding="utf-8") == questions_page(), "run make docs"


def test_each_question_has_a_row_in_both_languages_with_its_parameters():
    rows = [line for line in questions_page().splitlines() if line.startswith("| `")]
    assert len(rows) == len(questions())
    for row, (key, question) in zip(rows, questions().items(), strict=True):
        assert row.startswith(f"| `{key}` |")
        assert question.question.zh in row and question.question.en in row
        assert all(f"`{name}`" in row for name in question.example())
        assert row.count("|") == 4  # no cell breaks the table
