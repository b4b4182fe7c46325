"""The only room with widgets: dock, dialogs, options page."""
