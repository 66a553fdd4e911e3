"""A facts folder read in parts, for checks and exports whose memory hardly grows with the facts."""
