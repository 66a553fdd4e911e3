"""The way to a language model at any OpenAI-compatible address, and the answers that were kept."""
