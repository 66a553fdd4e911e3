"""The borders of numbers: words that begin or end within a number are not in the text.

十 is not in 二十, 5 not in 5万, 两 not in 两成, 三 not in 三分之一 and 十 not in 百分之十.
"""

from __future__ import annotations

import re

DIGITS = "〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖"
SCALES = "十百千万亿拾佰仟廿卅几"
NUMERALS = DIGITS + SCALES
# The last character of 统一 and 之一 counts nothing.
WORD_WITH_ONE = "[统唯之单同专划归合逐万]"
NUMERAL = f"(?:(?<!{WORD_WITH_ONE})一|(?<=分之)一|[{NUMERALS.replace('一', '')}])"
ROUNDING_NUMERALS = "[多余来]"
# The last character of 人数 and 床位数 is no number, and that of 数十 is a part of it.
SOME_NUMBER = r"(?<![人位次件例张个总户点篇天])数"
# A number goes on with these characters; 成员, 百分点 and 千瓦 are other words.
TENTHS = "成(?![员立为功果本绩熟都长型效])"
SCALE = "(?:[十拾佰仟万亿]|百(?![分姓强])|千(?![瓦克米]))"
SEPARATING_SIGNS = r"[,。、;:!?()“”\"《》\n]+"

# A sign or a line break between two numerals separates two numbers; other signs do not.
PARTS = re.compile(
    rf"(?<=[{NUMERALS}])\s*{SEPARATING_SIGNS}\s*(?=[{NUMERALS}0-9成分点半])"
    rf"|(?<=[0-9])\s*{SEPARATING_SIGNS}\s*(?=[{NUMERALS}])"
    rf"|(?<=[0-9{NUMERALS}][多余来成])\s*{SEPARATING_SIGNS}\s*(?=[{NUMERALS}])"
)

BEFORE_DIGITS = r"(?<![0-9])(?<![0-9]\.)(?<!分之)"
BEHIND_DIGITS = rf"(?![0-9])(?!\.[0-9])(?!{ROUNDING_NUMERALS}?{SCALE}|分之|{TENTHS})"
BEFORE_NUMERALS = rf"(?<!{NUMERAL})(?<![{NUMERALS}]点)(?<!分之)"
BEFORE_SCALES = rf"(?<![0-9])(?<![0-9{NUMERALS}]{ROUNDING_NUMERALS})(?<!{SOME_NUMBER})"
BEHIND_NUMERALS = (
    rf"(?![{NUMERALS}])(?!{ROUNDING_NUMERALS}?[百千万亿])(?!点[{DIGITS}])"
    rf"(?!分之|{TENTHS})(?!(?<=一)半)"
)
BEHIND_TENTHS = r"(?![二三四五六七八九半](?![级个名家项种大条批年月所类县市区院线般]))"


def split_numbers(text: str) -> list[str]:
    """The text cut at signs or line breaks between two numbers."""
    return PARTS.split(text)


def whole_numbers(wording: str) -> re.Pattern[str]:
    """Finds these letters where the numbers at their two ends are whole numbers of the text."""
    start_border = end_border = ""
    if wording[:1].isascii() and wording[:1].isdigit():
        start_border = BEFORE_DIGITS
    elif wording[:1] in NUMERALS:
        start_border = BEFORE_NUMERALS + (BEFORE_SCALES if wording[:1] in SCALES else "")
    if wording[-1:].isascii() and wording[-1:].isdigit():
        end_border = BEHIND_DIGITS
    elif re.search(f"{NUMERAL}$", wording):
        end_border = BEHIND_NUMERALS
    elif re.search(f"[{NUMERALS}]成$", wording):
        end_border = BEHIND_TENTHS
    return re.compile(start_border + re.escape(wording) + end_border)
