"""How something spread: pure measures on adoptions and ties, each with its texts and its limits."""
