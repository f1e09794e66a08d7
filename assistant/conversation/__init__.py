"""What was asked, given the turns before."""
