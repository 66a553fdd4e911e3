"""A talk as one HTML file: opens anywhere by a double click and asks no network for anything."""

from __future__ import annotations

from html import escape

from exports.html.stage_page import drawing_style, in_script
from exports.talk.slides import Json, talk_style
from graph.drawing.script_bundle import bundle, vis_network


def talk_page(data: Json, language: str = "zh") -> str:
    """The whole file, to be written as UTF-8, of a talk's slides; it holds both languages."""
    title = escape(data["title"][language])
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{drawing_style()}{talk_style()}
body > main {{ padding: 0; }}</style>
</head>
<body>
<main></main>
<script>{vis_network()}</script>
<script>{bundle("exports/talk/web/page.js")}
openTalkPage({in_script(data)});</script>
</body>
</html>
"""
