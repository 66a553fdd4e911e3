"""The errors between this program and a model, each as a sentence."""

from __future__ import annotations

from texts.tables import LANGUAGE_MODEL

# Errors after which further questions would fail too.
FATAL = {"bad_address", "unsafe_key", "no_connection", "key_refused", "no_such_model", "redirected"}


class ModelError(Exception):
    """A fault of an address or an answer: a key of texts/language_model.csv with its values."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """The sentence in `zh` or `en`."""
        return LANGUAGE_MODEL.say(self.key, language, **self.values)

    @property
    def is_fatal(self) -> bool:
        """Whether another question would fail too."""
        return self.key in FATAL
