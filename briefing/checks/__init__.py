"""Rules that hold what authors write against what was judged, each in a module of its own."""
