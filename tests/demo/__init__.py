"""Invented rights over real ground: the data of the demo platform, the same for the same date and seed."""
