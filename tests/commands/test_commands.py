"""The commands of the command line: what they print, in which language, and how they exit."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from commands.terminal import messages
from commands.terminal.options import Lang
from graph.model.facts import Facts
from queries.catalogue import ColumnType, questions

FAULTS, USAGE = 1, 2
LANGUAGES = pytest.mark.parametrize("lang", ["zh", "en"])


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small facts that a test may spoil."""
    shutil.copytree(small_folder, tmp_path / "facts")
    return tmp_path / "facts"


def spoil(folder: Path, table: str, old: str, new: str) -> None:
    path = folder / table
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    "verb", [command.name or command.callback.__name__ for command in app.registered_commands]
)
def test_every_command_has_help_that_says_what_it_does(verb):
    result = run(verb, "--help")
    assert result.exit_code == 0
    command = next(c for c in app.registered_commands if (c.name or c.callback.__name__) == verb)
    assert command.callback.__doc__.split(".")[0].split()[0] in result.output


def test_no_verb_at_all_shows_the_verbs():
    assert "check" in run().output


# --- check ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "told"), [("zh", "没有错误"), ("en", "No faults")])
def test_check_says_that_there_are_no_faults(small_folder, lang, told):
    result = run("check", small_folder, "--lang", lang)
    assert result.exit_code == 0
    assert told in result.stdout


def test_check_lists_all_faults_with_their_places(folder):
    spoil(folder, "learned_from.csv", "2001年,north-daily", "2001年,south-daily")
    spoil(folder, "measurement.csv", "1200000", "1,2亿")
    spoil(folder, "place.csv", "county", "shire")
    result = run("check", folder, "--lang", "en")
    assert result.exit_code == FAULTS
    assert "learned_from.csv:2:7 source: no Source" in result.stdout
    assert "measurement.csv:2" in result.stdout
    assert 'place.csv:8:5 level: "shire" is not one of the choices' in result.stdout
    assert "3 faults" in result.stderr


@pytest.mark.parametrize("words", ["ask who_learned_from", "analyse netinf", "export"])
def test_faults_never_stand_where_a_table_was_asked_for(folder, words):
    spoil(folder, "place.csv", "county", "shire")
    result = run(*words.split(), "--facts", folder, "--lang", "en")
    assert (result.exit_code, result.stdout) == (FAULTS, "")
    assert 'place.csv:8:5 level: "shire"' in result.stderr


def test_check_tells_faults_in_chinese(folder):
    spoil(folder, "place.csv", "county", "shire")
    result = run("check", folder, "--lang", "zh")
    assert "不在可选值之内" in result.stdout and "共 1 处错误" in result.stderr


def test_check_compares_copies_when_they_are_given(small_folder, tmp_path):
    texts = small_folder / "texts"
    assert run("check", small_folder, "--sources", texts).exit_code == 0
    shutil.copytree(texts, tmp_path / "texts")
    spoil(tmp_path / "texts", "hill-notes.txt", "西丘", "东丘")
    result = run("check", small_folder, "--sources", tmp_path / "texts", "--lang", "en")
    assert result.exit_code == FAULTS
    assert "hill-notes" in result.stderr


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        ("check", "nowhere"),
        ("verify", "--facts", "nowhere", "--sources", "."),
        ("export", "--facts", "nowhere"),
        ("ask", "endorsements", "--facts", "nowhere"),
        ("run", "RETURN 1", "--facts", "nowhere"),
    ],
)
def test_a_missing_folder_is_one_sentence(words, lang):
    result = run(*words, "--lang", lang)
    assert result.exit_code == USAGE
    told = "没有文件夹" if lang == "zh" else "there is no folder"
    assert result.stderr.startswith(told) and len(result.stderr.splitlines()) == 1


# --- verify, spot ---------------------------------------------------------------------------


def test_verify_counts_and_succeeds_on_true_copies(small_folder):
    result = run("verify", "--facts", small_folder, "--sources", small_folder / "texts")
    assert result.exit_code == 0
    assert "changed=0 missing=0 not_held=0" in result.stdout


def test_verify_names_what_changed_and_fails(small_folder, tmp_path):
    shutil.copytree(small_folder / "texts", tmp_path / "texts")
    spoil(tmp_path / "texts", "north-daily.txt", "丙城市与丁城市相邻", "丙城市与丁城市相望")
    result = run("verify", "--facts", small_folder, "--sources", tmp_path / "texts", "--lang", "zh")
    assert result.exit_code == FAULTS
    assert "changed\tnorth-daily" in result.stdout
    assert "副本与所读文本不同" in result.stderr


def test_verify_of_nothing_fails_and_says_so(small_folder, tmp_path):
    result = run("verify", "--facts", small_folder, "--sources", tmp_path, "--lang", "en")
    assert result.exit_code == FAULTS
    assert "nothing was checked" in result.stderr


def test_spot_gives_what_a_table_needs(small_folder):
    given = ("--sources", small_folder / "texts", "--facts", small_folder)
    result = run("spot", "north-daily", "学习甲城市", *given)
    assert result.exit_code == 0
    source, start, end, sha256 = result.stdout.strip().split(",")
    text = (small_folder / "texts" / "north-daily.txt").read_text(encoding="utf-8")
    assert source == "north-daily"
    assert text[int(start) : int(end)] == "学(xué)习(xí)甲城市"
    assert len(sha256) == 64


def test_spot_without_words_gives_length_and_hash_of_the_text(small_folder, small_facts):
    given = ("--sources", small_folder / "texts", "--facts", small_folder)
    result = run("spot", "hill-notes", *given)
    source = small_facts.things["hill-notes"]
    assert result.stdout.strip() == f"hill-notes,{source.length},{source.sha256}"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("north-daily", "没有这些字"), FAULTS, "does not have these words"),
        (("nobody", "读书"), USAGE, "north-daily"),
    ],
)
def test_spot_says_what_is_not_there(small_folder, words, code, told):
    given = ("--sources", small_folder / "texts", "--facts", small_folder, "--lang", "en")
    result = run("spot", *words, *given)
    assert result.exit_code == code
    assert told in result.stderr


# --- export ---------------------------------------------------------------------------------


def test_export_writes_where_it_is_told_and_names_the_files(small_folder, tmp_path):
    result = run("export", "--facts", small_folder, "--to", tmp_path / "out")
    assert result.exit_code == 0
    named = [Path(line) for line in result.stdout.splitlines()]
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert sorted(named) == sorted(files)


def test_export_writes_nothing_of_facts_with_faults(folder, tmp_path):
    spoil(folder, "place.csv", "county", "shire")
    assert run("export", "--facts", folder, "--to", tmp_path / "out").exit_code == FAULTS
    assert not (tmp_path / "out").exists()


# --- ask, run -------------------------------------------------------------------------------

WHO_LEARNED = ("ask", "who_learned_from", "--param", "place=Alder", "--store", "rdf")


def test_ask_without_a_name_lists_the_questions():
    assert "who_learned_from\t谁向一地学习" in run("ask", "--lang", "zh").stdout
    listed = json.loads(run("ask", "--list", "--format", "json").stdout)
    known = questions()
    assert [one["name"] for one in listed] == list(known)
    for one in listed:
        asked = known[one["name"]]
        assert (one["title_zh"], one["title_en"]) == (asked.title.zh, asked.title.en)
        assert (one["question_zh"], one["question_en"]) == (asked.question.zh, asked.question.en)
        assert {p["name"]: p["example"] for p in one["parameters"]} == asked.example()
        for told, parameter in zip(one["parameters"], asked.parameters, strict=True):
            kinds = parameter.type
            assert told["type"] == (kinds if isinstance(kinds, str) else list(kinds))
            assert told["title_zh"] and told["title_en"]
        assert [column["name"] for column in one["columns"]] == [c.key for c in asked.columns]
        assert {column["type"] for column in one["columns"]} <= set(ColumnType)


def test_ask_answers_in_every_format(small_folder):
    given = (*WHO_LEARNED, "--facts", small_folder, "--lang", "en")
    rows = json.loads(run(*given, "--format", "json").stdout)
    assert [row["learner"] for row in rows] == ["12", "12", "21", "21", "22"]
    table = list(csv.DictReader(io.StringIO(run(*given, "--format", "csv").stdout)))
    assert [row["learner_zh"] for row in table] == [row["learner_zh"] for row in rows]
    assert run(*given, "--format", "markdown").stdout.startswith("| learner |")
    assert "Dogwood" in run(*given).stdout


def test_markdown_is_in_the_language_asked_for_and_cites(small_folder):
    given = (*WHO_LEARNED, "--facts", small_folder, "--format", "markdown")
    zh, en = (run(*given, "--lang", lang).stdout for lang in ("zh", "en"))
    assert "| 乙城市 |  | 学习借鉴 | 2001年 | 明言 | [^" in zh and "\n[^1]: 《" in zh
    assert "| Birch |  | learned | 2001 | stated | [^" in en and "\n[^1]: “" in en


def test_a_query_of_ones_own_is_cited_where_it_gives_statements(small_folder):
    query = "SELECT ?s { ?s a lf:LearnedFrom }"
    given = ("--language", "sparql", "--format", "markdown", "--lang", "en")
    shown = run("run", query, *given, "--facts", small_folder).stdout
    assert shown.startswith("| s |\n| --- |\n| [^1] |")
    assert "Northern Press" in shown and "statement learned_from-" in shown


TOOK_UP = ("ask", "who_took_up", "--param", "mechanism=shared-card", "--store", "rdf")
OWN_DATES = ("run", "MATCH ()-[a:ADOPTED]->() WHERE a.since IS NOT NULL RETURN a.since AS since")


@pytest.mark.parametrize("asked", [TOOK_UP, OWN_DATES], ids=["ask", "run"])
@pytest.mark.parametrize(("lang", "words"), [("zh", "自1999年起"), ("en", "since 1999")])
def test_tables_have_dates_in_words_and_csv_and_json_have_edtf(small_folder, asked, lang, words):
    given = (*asked, "--facts", small_folder, "--lang", lang, "--format")
    for format in ("table", "markdown"):
        shown = run(*given, format).stdout
        assert words in shown and "1999/.." not in shown
    for format in ("csv", "json"):
        written = run(*given, format).stdout
        assert "1999/.." in written and words not in written


@pytest.mark.parametrize("typed", ["甲城", "ＡＬＤＥＲ", "jiachengshi", "jia cheng"])
def test_ask_takes_a_name_however_it_is_typed(small_folder, typed):
    asked = ("ask", "who_learned_from", "--store", "rdf", "--facts", small_folder)
    expected = run(*asked, "--param", "place=11", "--format", "csv").stdout
    assert run(*asked, "--param", f"place={typed}", "--format", "csv").stdout == expected


def test_ask_answers_alike_from_the_embedded_store(small_folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = ("ask", "who_learned_from", "--param", "place=11", "--facts", small_folder)
    one = run(*given, "--format", "json")
    other = run(*given, "--format", "json", "--store", "rdf")
    assert one.exit_code == other.exit_code == 0
    assert json.loads(one.stdout) == json.loads(other.stdout)


def test_facts_have_a_content_key_unless_a_file_changes_while_they_are_read(folder, monkeypatch):
    facts, key = messages.read_with_key_or_exit(folder, Lang.EN, None)
    assert key == messages.read_with_key_or_exit(folder, Lang.EN, None)[1] != ""

    def read_while_a_table_changes(*arguments: object, **options: object) -> Facts:
        table = folder / "place.csv"
        table.write_bytes(table.read_bytes() + b"\n")
        return facts

    monkeypatch.setattr(messages, "read_or_exit", read_while_a_table_changes)
    assert messages.read_with_key_or_exit(folder, Lang.EN, None)[1] == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ask", "who_knows"), "who_learned_from"),
        (("ask", "who_learned_from", "--param", "town=11"), "place"),
        (("ask", "who_learned_from", "--param", "place=Aldr"), "11 (甲城市, Alder, 东原省)"),
        (("ask", "who_learned_from", "--param", "place"), "?"),
    ],
)
@LANGUAGES
def test_a_question_that_cannot_be_asked_is_one_sentence(small_folder, words, told, lang):
    result = run(*words, "--store", "rdf", "--facts", small_folder, "--lang", lang)
    assert result.exit_code == USAGE
    assert told in result.stderr and "Traceback" not in result.output


def test_run_answers_a_query_of_ones_own(small_folder):
    query = "SELECT ?name { ?p skos:notation '11' ; skos:prefLabel ?name } ORDER BY ?name"
    result = run("run", query, "--language", "sparql", "--format", "csv", "--facts", small_folder)
    assert result.stdout == "name\nAlder\n甲城市\n"


@pytest.mark.parametrize("query", ["SELECT ?s {", "CLEAR ALL", "SELECT * { SERVICE <a:b> {} }"])
@LANGUAGES
def test_a_query_that_is_bad_or_refused_is_told_and_not_run(small_folder, query, lang):
    result = run("run", query, "--language", "sparql", "--facts", small_folder, "--lang", lang)
    assert result.exit_code == FAULTS
    assert ("查询没有执行" if lang == "zh" else "the query was not run") in result.stderr


SAVED_QUERY = """# title = { zh = "谁在用", en = "Who uses it" }
# [parameters.mechanism]
# type = ["Mechanism"]
# zh = "机制"
# en = "mechanism"
# example = "lending"
# [columns]
# name = { type = "text", zh = "名称", en = "name" }

SELECT ?name { VALUES ?mechanism { "lending" }
  ?x skos:notation ?mechanism ; skos:prefLabel ?name FILTER (LANG(?name) = "en") }
"""


def test_a_query_in_a_file_is_run_with_its_example_or_with_values(small_folder, tmp_path):
    path = tmp_path / "who_uses.rq"
    path.write_text(SAVED_QUERY, encoding="utf-8")
    words = ("run", path, "--facts", small_folder, "--format", "csv", "--lang", "en")
    example, chosen = run(*words), run(*words, "--param", "mechanism=shared-card")
    assert example.exit_code == chosen.exit_code == 0 and example.stdout != chosen.stdout
    assert example.stdout.startswith("name") and len(chosen.stdout.splitlines()) == 2
    wrong = run(*words, "--param", "mechanism=nothing-like-it")
    assert wrong.exit_code == USAGE and "nothing-like-it" in wrong.stderr
    absent = run("run", tmp_path / "absent.rq", "--facts", small_folder, "--lang", "en")
    assert absent.exit_code == USAGE and len(absent.stderr.splitlines()) == 1


def test_an_answer_that_is_cut_says_so(real_facts, root):
    query = "SELECT * { ?s ?p ?o }"
    result = run("run", query, "--language", "sparql", "--format", "csv", "--lang", "en")
    assert result.exit_code == 0
    assert "only the first 1000 rows" in result.stderr
    assert len(result.stdout.splitlines()) == 1001


# --- app ------------------------------------------------------------------------------------


@LANGUAGES
def test_app_says_which_port_is_taken_and_how_to_choose_another(small_folder, lang):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        result = run("app", "--port", port, "--facts", small_folder, "--lang", lang)
    assert result.exit_code == USAGE
    assert str(port) in result.stderr and f"PORT={port + 1}" in result.stderr


def test_app_does_not_open_on_facts_with_faults(folder):
    spoil(folder, "place.csv", "county", "shire")
    assert run("app", "--facts", folder).exit_code == FAULTS


# --- the program itself ---------------------------------------------------------------------


def test_the_program_speaks_utf8_whatever_the_machine(root, small_folder):
    result = subprocess.run(
        [sys.executable, "cli.py", "ask", "--list", "--lang", "zh"],
        cwd=root,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
    )
    assert result.returncode == 0, result.stderr.decode()
    assert "谁向一地学习" in result.stdout.decode("utf-8")


# --- talks ----------------------------------------------------------------------------------


def test_check_names_the_step_of_a_talk_whose_statement_is_gone(folder):
    (folder / "talks").mkdir()
    talk = 'title_zh = "题"\ntitle_en = "T"\n[[steps]]\ncaption_zh = "说"\ncaption_en = "S"\n'
    (folder / "talks" / "t.toml").write_text(f'{talk}statements = ["gone-1"]\n', encoding="utf-8")
    result = run("check", folder, "--lang", "en")
    assert result.exit_code == FAULTS
    assert "talks/t.toml:3: step 1: the statement gone-1" in result.stdout


@pytest.mark.parametrize(("lang", "word"), [("zh", "提醒"), ("en", "warning")])
def test_a_new_lesson_is_a_warning_of_the_talk_that_cites_all(root, tmp_path, lang, word):
    shutil.copytree(root / "facts", tmp_path / "facts")
    table = tmp_path / "facts" / "learned_from.csv"
    rows = table.read_text(encoding="utf-8").splitlines()
    rows.append(rows[1].replace(",stated,", ",planned,"))
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    result = run("check", tmp_path / "facts", "--lang", lang)
    assert result.exit_code == 0
    assert f"{word}" in result.stdout and "talks/how-it-spread.toml:" in result.stdout
    written = run(
        "talk", "how-it-spread", "--facts", tmp_path / "facts", "--to", tmp_path / "t.html"
    )
    assert written.exit_code == 0 and "learned_from-" in written.stderr


def test_talk_lists_the_talks_and_writes_one_as_a_file(root, tmp_path):
    shipped = root / "facts"
    assert run("talk", "--facts", shipped).stdout == "how-it-spread\n"
    path = tmp_path / "new" / "talk.html"
    result = run("talk", "how-it-spread", "--facts", shipped, "--to", path, "--lang", "zh")
    assert result.exit_code == 0
    assert '<html lang="zh">' in path.read_text(encoding="utf-8")


def test_the_former_name_of_a_verb_works_and_no_help_lists_it(root):
    assert run("story", "--facts", root / "facts").stdout == "how-it-spread\n"
    listed = run("--help").stdout
    assert "talk" in listed and "story" not in listed


def test_talk_says_what_it_cannot_write(root, tmp_path):
    words = ["talk", "how-it-spread", "--facts", root / "facts", "--lang", "en", "--to"]
    assert run(*words, tmp_path / "talk.docx").exit_code == USAGE
    result = run(*words, tmp_path)
    assert result.exit_code == USAGE
    assert "Traceback" not in result.output


# --- cite -----------------------------------------------------------------------------------


def test_cite_writes_a_form_of_citation_or_says_what_is_missing(small_folder, tmp_path):
    given = ("--facts", small_folder, "--lang", "en")
    result = run("cite", "east-gazette", *given, "--style", "ris")
    assert result.exit_code == 0 and "TI  - East Gazette" in result.stdout
    file = tmp_path / "cited.docx"
    assert run("cite", "east-gazette", *given, "--style", "docx", "--to", file).exit_code == 0
    assert file.read_bytes().startswith(b"PK")
    for words, told in [
        (("nobody",), "no statement, source, dataset or release nobody"),
        (("east-gazette", "--style", "docx"), "--to"),
        (("east-gazette", "--passages"), "--sources"),
    ]:
        result = run("cite", *words, *given)
        assert result.exit_code == USAGE and told in result.stderr
