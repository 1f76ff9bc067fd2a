"""Tests of the simulated quarter."""
