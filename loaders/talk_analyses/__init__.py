"""The measures that steps of talks show, as their files hold them."""
