"""Invented articles in the forms in which texts come: pages, prints and Word files."""

from __future__ import annotations

import io
import textwrap
import zipfile
from collections.abc import Sequence

TITLE = "东城县延长图书馆开放时间"
BYLINE = "2010-03-05 09:11:01 来源：无有日报 作者：甲乙"
FIRST_SENTENCES = (
    "无有国东城县印发通知，要求各乡镇图书馆延长开放时间，试行三年，读者增加近三成；"
    "北山市随后派人学习，回去以后在四个县推开。"
)
SECOND_SENTENCES = (
    "西丘县的做法不同：先由学校出借书架，再由村里管理，每村一名管理员，全县共二百一十名，"
    "费用由县里承担，至今没有停过。"
)
THIRD_SENTENCES = (
    "图书馆的灯亮到夜里十点，门口排着队；馆长说，三年里借书的人多了一倍，书也添了四万册，"
    "只是冬天的暖气还不够。"
)
ARTICLE = [TITLE, BYLINE, FIRST_SENTENCES, SECOND_SENTENCES, "三年以后", THIRD_SENTENCES]
TRADITIONAL = "無有國東城縣印發通知，要求各鄉鎮圖書館延長開放時間，讀者增加近三成，經費由縣裡承擔。"


def page(charset: str = "utf-8", head: str = "", more: str = "") -> str:
    """A page of the article between menus and notices; its first passage stands there twice."""
    return f"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="{charset}">
<title>{TITLE}_无有新闻网</title>
<link rel="canonical" href="https://news.example/a.html">{head}</head><body>
<div class="nav"><ul><li><a href="/">首页</a></li>
<li><a href="/s">体育新闻</a></li></ul></div>
<div class="main"><h1>{TITLE}</h1><div class="info"><span>2010-03-05 09:11:01</span>
<span>来源：无有日报</span> <span>作者：甲乙</span></div>
<div class="content"><p>{FIRST_SENTENCES}</p><p>西丘县的做法不同：先由学校出借书架，
再由<b>村里管理</b>，每村一名管理员，全县共二百一十名，费用由县里承担，至今没有停过。</p><h2>三年以后</h2><p>{THIRD_SENTENCES}</p><p>{FIRST_SENTENCES}</p>{more}
<p>责任编辑：丙丁</p></div></div>
<div class="related"><h3>相关新闻</h3><ul><li>
<a href="/1">别处的新闻一则，标题很长很长</a></li></ul></div>
<div style="display:none">藏着的广告</div><script>var a = "脚本";</script>
<div class="footer">版权所有 无有新闻网</div></body></html>"""


def pdf(pages: Sequence[Sequence[str]], title: str = "") -> bytes:
    """A PDF with a line of print for each text, in a Chinese font that is not embedded."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids "
        f"[{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>] >>",
        f"<< /Title <{_hex(title)}> >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"<{_hex(line, mark=False)}> Tj 0 -20 Td " for line in lines)
        stream = f"BT /F1 12 Tf 40 800 Td {shown} ET"
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _file(objects)


def printed(texts: Sequence[str], width: int = 30) -> list[str]:
    """Texts as lines of print."""
    return [line for text in texts for line in textwrap.wrap(text, width)]


def word(paragraphs: Sequence[str], body: str = "", title: str = "") -> bytes:
    """A Word file; `body` is further XML of its body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    texts = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>甲乙；丙丁</dc:creator></cp:coreProperties>"
    )
    document = f'<w:document xmlns:w="{space}"><w:body>{texts}{body}</w:body></w:document>'
    return archive({"word/document.xml": document, "docProps/core.xml": core})


def archive(parts: dict[str, str]) -> bytes:
    """A zip archive of these texts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return content.getvalue()


def _hex(text: str, *, mark: bool = True) -> str:
    return (("\ufeff" if mark else "") + text).encode("utf-16-be").hex()


def _file(objects: Sequence[str]) -> bytes:
    content, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\n"
        f"startxref\n{len(content)}\n%%EOF\n"
    )
    return content + trailer.encode("latin-1")
