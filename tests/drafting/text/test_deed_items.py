"""What invented clauses list as done."""

from __future__ import annotations

import pytest

from drafting.text.deed_items import deed_items, deed_name


@pytest.mark.parametrize(
    ("deed", "items"),
    [
        ("建立云朵仓库、雨滴银行", ["云朵仓库", "雨滴银行"]),
        ("打造“云朵管家”“雨滴管家”等品牌", ["“云朵管家”", "“雨滴管家”等品牌"]),
        ("推行“云朵首诊、雨滴转诊”的新模式", ["云朵首诊", "雨滴转诊"]),
        ("推行“晴、阴、雨”三色管理", ["推行“晴、阴、雨”三色管理"]),
        ("开展“3S”(看云、听雨、放风筝)管理", ["开展“3S”(看云、听雨、放风筝)管理"]),
    ],
)
def test_a_list_is_parted_but_not_inside_brackets_and_short_quotations(deed, items):
    assert deed_items(deed, deed[:2]) == items


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("推广云朵采购等方式", "推广云朵采购"),
        ("建成云朵救治站35家", "云朵救治站"),
        ("投入3.5亿元打造云朵数据中心", "云朵数据中心"),
        ("持续推进云朵平等共享", "云朵平等共享"),
        ("云朵等级评审制度", "云朵等级评审制度"),
    ],
)
def test_a_name_has_no_light_verb_no_count_and_no_end_of_a_list(item, name):
    assert deed_name(item) == name
