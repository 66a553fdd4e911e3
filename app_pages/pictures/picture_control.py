"""Controls that save or share a picture: files for print, and codes that embed its view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from html import escape

import streamlit as st

from app_pages.panels.cite_control import view_address
from app_pages.state.language import language, say
from app_pages.state.placed_things import MovedPlaces
from app_pages.state.workspace import place_coordinates
from exports.citations.forms import CitationForm, citation_text
from exports.citations.references import CitationContext, view_reference
from exports.html.stage_page import stage_page
from exports.pictures.curve_picture import curve_picture
from exports.pictures.network_picture import network_picture
from exports.pictures.print_files import pdf_file, png_file, size_mm
from exports.pictures.print_style import (
    DPIS,
    MAX_FONT_PT,
    MAX_HEIGHT_MM,
    MIN_FONT_PT,
    WIDTHS_MM,
    PrintStyle,
)
from graph.drawing.layout.moved_things import Spots, move_nodes, moved_elsewhere
from graph.drawing.neighbourhood_scene import Neighbourhood
from graph.drawing.network_scene import network_layout
from graph.drawing.scene_types.network import NetworkScene
from graph.drawing.scene_types.stage import StageScene
from graph.drawing.stage_scene import stage_scene
from graph.drawing.texts import say as word_of
from graph.drawing.theme import LIGHT, groups
from graph.links.edge_filter import Selection
from graph.model.facts import Facts

FRAME_HEIGHT_PX = 720


def print_network(
    facts: Facts,
    key: str,
    scene: NetworkScene,
    title: str,
    parts: Mapping[str, str],
    places: MovedPlaces,
    states: Mapping[str, str] | None = None,
) -> None:
    """Files of a network for print; `states` and `scene` are those of `network_picture`.

    Moved things stand where the reader has put them (`places`), as near as names leave room.
    """
    moved_scene = move_nodes(scene, places)
    texts = {"title": title, "source": source_line(facts)}
    texts |= {state: say(f"print_{state}") for state in ("possible", "undated")}
    print_picture(
        facts,
        key,
        title,
        parts,
        lambda style: network_picture(moved_scene, groups(LIGHT), style, texts, states),
    )


def print_curve(facts: Facts, scene: StageScene, now: int) -> None:
    """Files of a stage's curve for print, in its state at the end of the year `now`."""
    page_language, curve = language(), scene["curve"]
    mechanism_curves = scene["curves"]
    counts = [line["undated"] for line in mechanism_curves] or [len(curve["undated"])]
    undated = word_of("undated", page_language) + word_of("colon", page_language)
    title = word_of("layout_curve", page_language) if mechanism_curves else curve["title"]
    if scene["years"]:
        title += f" · {word_of('by_the_end', page_language, year=now)}"
    texts = {
        "title": title,
        "source": source_line(facts),
        "note": f"{undated}{sum(counts)}",
        "certain": word_of("state_certain", page_language),
        "possible": word_of("at_most", page_language),
    }

    def picture(style: PrintStyle) -> str:
        return curve_picture(scene, style, texts, now)

    print_picture(facts, "curve", title, {"layout": "curve"}, picture, say("print_curve"))


def source_line(facts: Facts) -> str:
    """Whose facts a picture shows, beneath it."""
    return f"{facts.dataset.title(language())} · {facts.dataset.licence}"


def print_picture(
    facts: Facts,
    key: str,
    title: str,
    parts: Mapping[str, str],
    picture: Callable[[PrintStyle], str],
    label: str = "",
) -> None:
    """Files of a picture for print, and its caption with the citation; made when it is opened.

    `picture` gives the SVG in a style; `parts` are in the address of the view.
    """
    popover = st.popover(
        label or say("print_picture"),
        icon=":material/print:",
        key=f"print_{key}",
        on_change="rerun",
    )
    if not popover.open:
        return
    with popover:
        style = _style(key)
        caption = _caption(facts, title, parts)
        svg = picture(style)
        _size_in_words(svg)
        _files(key, svg, title, caption)
        st.caption(say("print_caption"))
        st.code(caption, language=None, wrap_lines=True)


def _style(key: str) -> PrintStyle:
    widths = [f"{width:g}" for width in WIDTHS_MM.values()]
    labels = {
        width: say(f"width_{name}", mm=width) for name, width in zip(WIDTHS_MM, widths, strict=True)
    }
    width = st.radio(
        say("print_width"),
        widths,
        len(widths) - 1,
        format_func=labels.__getitem__,
        key=f"print_width_{key}_{language()}",
        horizontal=True,
    )
    left, right = st.columns(2, vertical_alignment="bottom")
    size = left.number_input(
        say("print_font"), MIN_FONT_PT, MAX_FONT_PT, 8.0, 0.5, key=f"print_font_{key}"
    )
    grey = right.toggle(say("print_grey"), help=say("print_grey_help"), key=f"print_grey_{key}")
    return PrintStyle(float(width or widths[-1]), float(size), grey)


def _size_in_words(svg: str) -> None:
    width, height = size_mm(svg)
    st.caption(say("print_size", width=f"{width:g}", height=f"{height:.0f}"))
    if height > MAX_HEIGHT_MM:
        st.warning(say("print_too_high", most=f"{MAX_HEIGHT_MM:g}"), icon=":material/height:")


def _caption(facts: Facts, title: str, parts: Mapping[str, str]) -> str:
    """What the picture shows, with its citation: GB/T 7714 in Chinese, APA in English."""
    form = CitationForm.GBT7714 if language() == "zh" else CitationForm.APA
    context = CitationContext(facts, language(), date.today())
    reference = view_reference(context, title, view_address(parts), is_picture=True)
    citation = " ".join(citation_text([reference], form, language()).split())
    return f"{title}\n{citation}"


def _files(key: str, svg: str, title: str, caption: str) -> None:
    files: dict[str, tuple[Callable[[], bytes], str, str]] = {
        "SVG": (lambda: svg.encode(), "svg", "image/svg+xml"),
        "PDF": (partial(pdf_file, svg, title, caption), "pdf", "application/pdf"),
    }
    for dpi in DPIS:
        files[f"PNG {dpi} dpi"] = (partial(png_file, svg, dpi), f"{dpi}.png", "image/png")
    with st.container(horizontal=True):
        for label, (data, suffix, mime) in files.items():
            st.download_button(
                label,
                data=data,
                file_name=f"learned-from-{key}-{size_mm(svg)[0]:g}mm.{suffix}",
                mime=mime,
                key=f"print_file_{key}_{suffix}",
                icon=":material/download:",
                on_click="ignore",
            )


def embed_view(key: str, parts: Mapping[str, str], frozen: Callable[[], str] | None) -> None:
    """Two codes for other pages: for the live view, and for one file that does not change.

    `frozen` writes the file; a page that has none gives the first code only.
    """
    popover = st.popover(
        say("embed_view"), icon=":material/code:", key=f"embed_{key}", on_change="rerun"
    )
    if not popover.open:
        return
    with popover:
        st.markdown(f"**{say('embed_live')}**")
        st.caption(say("embed_live_help"))
        st.code(_frame(f"{view_address(parts)}&embed=true"), language=None, wrap_lines=True)
        if frozen is None:
            return
        content = frozen().encode()
        digest = sha256(content).hexdigest()
        name = f"learned-from-{key}-{digest[:12]}.html"
        st.markdown(f"**{say('embed_frozen')}**")
        st.caption(say("embed_frozen_help"))
        st.code(_frame(name, digest), language=None, wrap_lines=True)
        st.download_button(
            say("embed_file", name=name),
            data=content,
            file_name=name,
            mime="text/html",
            key=f"embed_file_{key}",
            icon=":material/download:",
            on_click="ignore",
        )
        st.code(f"{digest}  {name}", language=None, wrap_lines=True)


def frozen_neighbourhood(
    facts: Facts,
    neighbours: Neighbourhood,
    page_language: str,
    moved_places: MovedPlaces,
    page_spots: Spots,
) -> str:
    """The neighbourhood as one file that does not change: its network, map and curve.

    Moved things stand beside the same things as on the page; `page_spots` are the places before.
    """
    selection = Selection(neighbours.bundles, neighbours.left_out_count, neighbours.no_room)
    layout, spots = network_layout(facts, neighbours.bundles), place_coordinates()
    places = moved_elsewhere(moved_places, page_spots, layout.spots)
    data = stage_scene(facts, selection, (), layout, spots, page_language)
    data["places"] = {code: (x, y) for code, x, y in places}
    return stage_page(facts, neighbours.bundles, data, page_language)


def _frame(address: str, digest: str = "") -> str:
    """The code of a frame, with the hash of its file for those who check it."""
    hash_attribute = f' data-sha256="{digest}"' if digest else ""
    looks = f'width="100%" height="{FRAME_HEIGHT_PX}" style="border:0" loading="lazy"'
    return f'<iframe src="{escape(address)}" {looks}{hash_attribute}></iframe>'
