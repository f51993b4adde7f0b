"""`atlasview self-test`: what the program does, done once off screen, on the machine where it is."""
