"""Real servers on free loopback ports, started and ended by the tests."""
