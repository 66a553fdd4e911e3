"""Slides of a talk for PowerPoint: pictures as native shapes that stay editable."""
