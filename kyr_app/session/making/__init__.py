"""What papers can be made and how: jobs from what a sitting holds. It knows the session, which may not know it."""
