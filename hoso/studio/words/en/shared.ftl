skip-to-main = Skip to the content
nav-label = Main
nav-messages = Messages
