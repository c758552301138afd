"""What readers see. Every answer begins at `published()`, and no view asks who is signed in."""
