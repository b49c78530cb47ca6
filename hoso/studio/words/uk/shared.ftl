skip-to-main = До вмісту
nav-label = Головне
nav-messages = Звернення
