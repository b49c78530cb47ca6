timing-title = Синхронізація
timing-needs-script = Редактору синхронізації потрібен JavaScript. Субтитри можна синхронізувати і в Subtitle Edit або Aegisub: вони лежать у теці проєкту subtitles/.
timing-script-wrong = У сценарії є помилки. Синхронізувати субтитри можна буде, коли їх виправлять.
timing-mend-script = Виправити сценарій
