"""Who praises: a superior, a speaker of a quotation, who gives an award."""
