"""The figure: poses become joints, joints become outlines, outlines become the picture of an exercise."""
