"""What a sender can do about her own comment, at addresses under her receipt's."""
