"""docs/measures.md is what the measures' texts say."""

from diffusion.measures_page import PAGE, measures_page
from diffusion.registry import measures


def test_the_page_is_as_generated():
    assert PAGE.read_text(encoding="utf-8") == measures_page(), "run make docs"


def test_each_measure_has_a_row_and_a_section_with_its_options():
    page = measures_page()
    for name, measure in measures().items():
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert f"| [`{name}`](#{name}) |" in page
        assert measure.texts["reference"] in section
        for language in ("zh", "en"):
            for key in ("title", "question", "means", "means_not", "counted"):
                assert measure.text(key).name(language) in section
        assert section.count("`--") == 2 * len(measure.parameters)
