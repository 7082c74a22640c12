"""Content packs and the languages they bring: offered, believed or refused, taken into use, taken back."""
