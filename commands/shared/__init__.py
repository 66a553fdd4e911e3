"""Parts that several commands share: options, messages and store sessions."""
