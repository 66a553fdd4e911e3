"""What commands share in a terminal: options, sentences, bars, and sessions with a store."""
