messages-title = Звернення
