"""A facts folder read in parts, for exports whose memory does not grow with the facts."""
