"""What of the facts may go before an adoption without having been recorded because of it."""
