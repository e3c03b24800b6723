"""Two pages side by side: how one follows the other, and what is said above them."""
