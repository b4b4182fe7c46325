"""What the sources promised at each complete pull, written down where it differs from the time before."""

TABLE = """
CREATE TABLE promises (
    snapshot INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    theme TEXT NOT NULL,
    promise TEXT NOT NULL
)
"""
