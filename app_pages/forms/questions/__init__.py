"""The forms of the page Ask: a question, its values and the store that answers it."""
