"""Every screen as a picture: what there is to look at, and eyes that measure what they see."""
