messages-title = Messages
