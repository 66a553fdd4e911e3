"""The texts of the site that no page of the app has."""

from __future__ import annotations

from texts.tables import SITE

say = SITE.say
