"""The texts of pictures, the same in the app and in exported files."""

from __future__ import annotations

from texts.tables import PICTURES

say = PICTURES.say
all_texts = PICTURES.in_language
