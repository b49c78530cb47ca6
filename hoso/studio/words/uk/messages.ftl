### Messages: listed, written, their earlier versions, their files.

messages-title = Звернення
messages-message = Звернення
messages-state = Стан
messages-languages = Мови
messages-language = Мова
messages-language-ko = Корейська
messages-language-ru = Російська
messages-language-uk = Українська
messages-language-en = Англійська
messages-release = Випуск
messages-last = Остання дія
messages-go-to = Дії
messages-search = Ім’я або назва
messages-any-state = Будь-який стан
messages-look = Шукати
messages-count = { $count ->
    [one] { $count } звернення
    [few] { $count } звернення
    [many] { $count } звернень
   *[other] { $count } звернення
}
messages-tag-rendering = Рендериться
messages-tag-errors = Помилки
messages-tag-conflicts = Розбіжності
messages-tag-ready = До схвалення
messages-tag-approved = Схвалене
messages-tag-withdrawn = Відкликане
messages-tag-draft = Чернетка
messages-errors = { $count ->
    [one] { $count } помилка
    [few] { $count } помилки
    [many] { $count } помилок
   *[other] { $count } помилки
}
messages-warnings = { $count ->
    [one] { $count } попередження
    [few] { $count } попередження
    [many] { $count } попереджень
   *[other] { $count } попередження
}
messages-conflicts = { $count ->
    [one] { $count } розбіжність
    [few] { $count } розбіжності
    [many] { $count } розбіжностей
   *[other] { $count } розбіжності
}
messages-no-release = немає
messages-none = Звернень ще немає
messages-none-advice = Спершу завантажте матеріали, потім створіть звернення: шаблон використає те, що є.
messages-none-wait = Продюсер створить перше.
messages-none-found = Нічого не знайдено
messages-show-all = Показати все
messages-bring-files = Завантажити файли
messages-script = Сценарій
messages-timing = Таймінг
messages-render = Рендер
messages-cancel = Скасувати
messages-delete = Видалити

## A new message

messages-new = Нове звернення
messages-name = Ім’я
messages-name-hint = Літери будь-якої абетки, цифри, - та _, наприклад appeal-2026-11-22. Так називатимуться файли.
messages-begin-with = Почати з
messages-template = Шаблону
messages-copy-of = Тексту звернення
messages-template-hint = Шаблон бере те, що є серед файлів: { $films ->
    [one] { $films } відео
    [few] { $films } відео
    [many] { $films } відео
   *[other] { $films } відео
}, { $images ->
    [one] { $images } зображення
    [few] { $images } зображення
    [many] { $images } зображень
   *[other] { $images } зображення
}, { $sounds ->
    [one] { $sounds } звуковий файл
    [few] { $sounds } звукові файли
    [many] { $sounds } звукових файлів
   *[other] { $sounds } звукового файлу
}.
messages-begin = Почати

## One message

messages-scenes = Сцени й слова
messages-scene-footage = Відео
messages-scene-image = Зображення
messages-scene-card = Картка
messages-scene-clip = Кліп
messages-card-title = Назва
messages-card-text = Текст
messages-card-steps = Кроки
messages-card-contact = Контакти
messages-clip-never = Цю сцену малює програма проєкту. Студія ніколи не запускає таких програм: рендеріть це звернення з командного рядка.
messages-optional = необов’язково { $n }
messages-optional-hint = Вилучається там, де канал приймає лише коротше відео; 1 вилучається першим
messages-no-outline = У сценарії є помилки
messages-no-outline-advice = Сцени з’являться тут, щойно їх буде виправлено.
messages-editions = Версії
messages-channels = Канали
messages-voice = Голос
messages-changed = Змінено
messages-unknown = ще невідомо
messages-check = Перевірка
messages-checking = Перевіряємо…
messages-no-problems = Усе гаразд
messages-no-release-yet = Ще нічого не випущено.
messages-renders = Рендери
messages-no-renders = Тут ще нічого не рендерили.
messages-draft = чернетка
messages-job-queued = У черзі
messages-job-running = Триває
messages-job-done = Готово
messages-job-failed = Не вдалося
messages-job-cancelled = Скасовано
messages-manage = Перейменувати, скопіювати, видалити
messages-new-name = Інше ім’я
messages-rename = Перейменувати
messages-rename-hint = Сценарій, субтитри, записи й попередні версії буде перенесено. Випущене лишиться під старим ім’ям.
messages-copy = Копіювати
messages-delete-question = Перемістити { $name } разом із субтитрами до кошика? Відео та випуски лишаться.
messages-recordings = Записані репліки

## Earlier versions

messages-history = Попередні версії
messages-no-history = Їх ще немає.
messages-by-nobody = збережено не тут
messages-older = { $count ->
    [one] ще { $count } старіша
    [few] ще { $count } старіші
    [many] ще { $count } старіших
   *[other] ще { $count } старішої
}
messages-earlier = Попередня версія
messages-restore = Повернути її
messages-restore-question = Поставити цю версію замість сценарію? Теперішній текст стане попередньою версією.
messages-differences = Відмінності від теперішнього тексту
messages-no-differences = Вона така сама, як теперішній текст.
messages-line-then = Рядок тоді
messages-line-now = Рядок тепер

## What all messages share, and the trash

messages-settings = Спільні налаштування
messages-settings-hint = Спільне для всіх звернень: хто говорить, контакти, канали, голос, музика. Зберігається лише без помилок, бо від цього залежить кожне звернення; allow_clips і notice змінюють у самому файлі.
messages-trash = Кошик
messages-trash-empty = Кошик порожній
messages-trash-hint = Видалені звернення й файли лежать тут, доки їх хтось не поверне.
messages-what = Що
messages-kind = Тип
messages-bytes = Розмір файлу
messages-deleted = Видалено
messages-thrown-message = Звернення
messages-thrown-file = Файл
messages-take-back = Повернути
messages-destroy = Видалити назавжди
messages-destroy-question = Видалити { $name } назавжди? Повернути це буде неможливо.

## The script's editor

messages-script-editor = Сценарій у форматі YAML
messages-script-save = Зберегти
messages-script-saved = Збережено
messages-script-unsaved = Ще не збережено
messages-script-saving = Зберігаємо…
messages-script-failed = Не збережено
messages-script-not-saved = Не вдалося зберегти. Ваш текст лишається в цьому браузері; спробуйте ще раз.
messages-script-read-only = Лише для читання
messages-script-checking = Перевіряємо…
messages-script-unchecked = Немає з’єднання: не перевірено
messages-script-fine = Усе гаразд
messages-script-errors = Помилок: { $n }
messages-script-warnings = Попереджень: { $n }
messages-script-line = Рядок { $n }
messages-script-level-error = Помилка
messages-script-level-warning = Попередження
messages-script-level-hint = Порада
messages-script-left = У цьому браузері є незбережений текст від { $at }.
messages-script-restore = Продовжити з ним
messages-script-discard = Відкинути його
messages-script-merged = Хтось інший тим часом зберіг зміни. Тепер у сценарії є обидві зміни.
messages-script-gone = Хтось тим часом видалив або перейменував цей файл. Усе одно зберегти?
messages-script-save-anyway = Зберегти
messages-script-both = Хтось інший змінив ті самі рядки
messages-script-both-advice = Нічого не втрачено. Ліворуч — те, що зберегли вони, праворуч — ваше. Стрілка бере одну з їхніх змін; праворуч можна й писати. Потім збережіть.
messages-script-both-save = Зберегти те, що праворуч
messages-script-theirs = Їхній текст
messages-script-mine = Ваш текст
messages-script-take-theirs = Узяти їхнє
messages-script-keys = Клавіші
messages-script-key-complete = що тут може бути
messages-script-key-next = до наступної проблеми
messages-script-key-find = знайти й замінити
messages-script-key-comment = закоментувати
messages-script-key-leave = вийти з редактора клавіатурою
messages-script-phrase-find = Знайти
messages-script-phrase-replacement = Замінити на
messages-script-phrase-next = Далі
messages-script-phrase-previous = Назад
messages-script-phrase-all = Усі
messages-script-phrase-case = з урахуванням регістру
messages-script-phrase-word = цілі слова
messages-script-phrase-regexp = регулярний вираз
messages-script-phrase-replace = Замінити
messages-script-phrase-replace-all = Замінити всі
messages-script-phrase-close = Закрити
messages-script-phrase-current = поточний збіг
messages-script-phrase-on-line = у рядку
messages-script-phrase-replaced = замінено збігів: $
messages-script-phrase-replaced-on-line = замінено збіг у рядку $
messages-script-phrase-go-to-line = Перейти до рядка
messages-script-phrase-no-problems = Проблем немає
messages-script-phrase-go = Перейти
messages-script-phrase-completions = Що тут може бути
messages-script-phrase-problems = Проблеми
messages-script-phrase-unchanged = рядків без змін: $

## Files

messages-files-title = Файли
messages-files-drop = Перетягніть сюди відео, зображення та музику
messages-files-drop-lines = Перетягніть сюди записи
messages-files-hint = Можна кілька одразу, до { $most } кожен. Файл перевіряється, перш ніж його приймуть; його дані про місце, час і пристрій ніколи не потрапляють до випуску.
messages-files-hint-lines = Назва з репліки та мови, як hello.ko.wav, або виберіть файл біля репліки. До { $most } кожен.
messages-files-choose = Вибрати файли
messages-files-choose-one = Вибрати
messages-files-uploads = Файли в дорозі
messages-files-unfinished = { $count ->
    [one] { $count } файл надійшов не повністю
    [few] { $count } файли надійшли не повністю
    [many] { $count } файлів надійшли не повністю
   *[other] { $count } файлу надійшло не повністю
}
messages-files-unfinished-advice = Виберіть той самий файл іще раз, і завантаження продовжиться з місця зупинки. Покинуте видаляється за добу.
messages-files-discard = Відкинути
messages-files-search = Ім’я
messages-files-any-kind = Усі типи
messages-files-kind-film = Відео
messages-files-kind-image = Зображення
messages-files-kind-sound = Звук
messages-files-none = Файлів ще немає
messages-files-none-advice = Тут зберігаються відео, зображення та музика для звернень.
messages-files-count = { $count ->
    [one] { $count } файл
    [few] { $count } файли
    [many] { $count } файлів
   *[other] { $count } файлу
}
messages-files-file = Файл
messages-files-facts = Тривалість, розміри кадру
messages-files-used-by = Де використано
messages-files-unused = ніде
messages-files-more = і ще { $count }
messages-files-unreadable = Не читається
messages-files-traces = Розкриває:
messages-files-traces-hint = Метадані файлу. До випуску вони не потрапляють, але той, хто має сам файл, може їх прочитати.
messages-files-trace-place = місце
messages-files-trace-time = час
messages-files-trace-device = пристрій
messages-files-trace-author = автора
messages-files-delete-question = Перемістити { $name } до кошика?
messages-files-delete-used = { $name } використовується тут: { $messages }. Усе одно перемістити до кошика? Ці звернення тоді не можна буде рендерити.
messages-files-queued = Чекає своєї черги
messages-files-sending = Починаємо…
messages-files-sent = { $sent } з { $total }
messages-files-looking = Надійшло повністю; перевіряємо…
messages-files-waiting = З’єднання перервалося. Зараз продовжимо…
messages-files-broken = З’єднання перервалося. Те, що надійшло, зберігається добу.
messages-files-again = Продовжити
messages-files-cancel = Скасувати
messages-files-dismiss = Закрити
messages-files-arrived = Файл на місці.
messages-files-renamed = Файл на місці під ім’ям { $name }.
messages-files-replaced = Попередній — у кошику.
messages-files-tells = Його метадані розкривають: { $what }. До випуску вони не потраплять.
messages-files-failed = Файл відхилено.
messages-files-taken = Файл { $name } уже є.
messages-files-line-taken = Ця репліка вже має запис.
messages-files-keep-both = Лишити обидва
messages-files-replace = Замінити
messages-files-skip = Не завантажувати

## Recorded lines

messages-recordings-hint = Вони звучать, якщо в сценарії стоїть engine: recorded. Репліка називається за своїм id або за номером.
messages-line = Репліка
messages-words = Слова
messages-recording = Запис
messages-recording-missing = немає
messages-no-lines = У цьому зверненні немає озвучених реплік
