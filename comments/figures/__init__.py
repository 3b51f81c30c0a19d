"""The dialogue in figures that anybody can count again, and the moderation log: no names, no words."""
