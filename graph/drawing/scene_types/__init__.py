"""The values of pictures, which become JSON: the same fields as in `web/types.d.ts`.

Python lays out a scene, and JavaScript, SVG and PowerPoint draw it. Places are in pixels of the
picture. A field that only some scenes have is marked as not required.
"""
