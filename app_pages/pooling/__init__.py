"""What a built panel takes besides one mechanism: further mechanisms, and networks in files."""
