"""The Processing provider: one thin file per algorithm."""
