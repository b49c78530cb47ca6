### Рендери: черга, одне завдання, форма

jobs-title = Рендери
jobs-number = Рендер { $number }
jobs-none = Тут ще нічого не рендерили
jobs-none-of = { $message } тут ще не рендерили
jobs-none-advice = Відкрийте звернення й натисніть «Рендер». Робота триває, навіть якщо закрити сторінку.
jobs-message = Звернення
jobs-all-messages = Усі звернення
jobs-show = Показати
jobs-waiting = Очікують: { $count }
jobs-finished = Завершені
jobs-more = Показати ще
jobs-what = Що
jobs-which = Варіанти й канали
jobs-asker = Хто запустив
jobs-by = запускає { $name }
jobs-asked = Коли
jobs-ended = Завершено
jobs-state = Стан
jobs-made = Зроблено
jobs-took = Час
jobs-took-long = тривав { $time }
jobs-does = Дії
jobs-facts = Що замовлено

## Стани

jobs-state-queued = Очікує
jobs-state-running = Виконується
jobs-state-stopping = Зупиняється
jobs-state-done = Готово
jobs-state-failed = Не вдалося
jobs-state-partly = Не все готово
jobs-state-cancelled = Скасовано

## Що робиться

jobs-kind-draft = Чернетка
jobs-kind-full = Повна якість
jobs-kind-preview = Перегляд для таймінгу
jobs-revoice = озвучено заново
jobs-urgent = терміново
jobs-all-editions = усі мовні варіанти
jobs-all-channels = усі канали
jobs-channels = { $count ->
    [one] { $count } канал
    [few] { $count } канали
    [many] { $count } каналів
   *[other] { $count } каналу
}
jobs-files = { $count ->
    [one] { $count } файл
    [few] { $count } файли
    [many] { $count } файлів
   *[other] { $count } файлу
}
jobs-lufs = { NUMBER($loudness, minimumFractionDigits: 1, maximumFractionDigits: 1) } LUFS

## Перебіг

jobs-progress = Перебіг
jobs-elapsed = Триває
jobs-stage-voice = Озвучення
jobs-stage-segments = Зображення
jobs-stage-sound = Звук і файли
jobs-stage-preview = Перегляд
jobs-reused = { $count } із кешу
jobs-left = ще { $time }
jobs-pending-queued = Чекає своєї черги
jobs-pending-begin = Читає сценарій і відео
jobs-pending-finish = Перевіряє й завершує
jobs-pending-stop = Зупиняється
jobs-pending-label = Робота, яку не полічити
jobs-place = У черзі
jobs-ahead-next = Наступний у черзі
jobs-ahead-some = Рендерів перед ним: { $count }
jobs-spoken-stage = { $name }: { $percent } %
jobs-spoken-begun = Рендер звернення { $message } почався
jobs-spoken-done = Рендер звернення { $message } готовий
jobs-spoken-failed = Рендер звернення { $message } не вдався
jobs-spoken-cancelled = Рендер звернення { $message } скасовано
jobs-lost = Немає зв’язку зі студією. Рендер триває; сторінка наздожене його сама.

## Що вийшло

jobs-wrong = { $count ->
    [one] Зробити не вдалося
    [few] Зробити не вдалося: { $count } причини
    [many] Зробити не вдалося: { $count } причин
   *[other] Зробити не вдалося: { $count } причини
}
jobs-wrong-partly = { $count ->
    [one] Дещо зробити не вдалося, решта готова
    [few] { $count } речі зробити не вдалося, решта готова
    [many] { $count } речей зробити не вдалося, решта готова
   *[other] { $count } речі зробити не вдалося, решта готова
}
jobs-warned = { $count ->
    [one] Варто знати
    [few] Варто знати: { $count } зауваги
    [many] Варто знати: { $count } зауваг
   *[other] Варто знати: { $count } зауваги
}
jobs-attempt = Спроба
jobs-attempt-advice = { $count ->
    [one] Починався { $count } раз
    [few] Починався { $count } рази
    [many] Починався { $count } разів
   *[other] Починався { $count } разу
}: поступався іншому, або студію перезапускали. Зроблене раніше використано знову.
jobs-made-title = { $count ->
    [one] Зроблено { $count } файл
    [few] Зроблено { $count } файли
    [many] Зроблено { $count } файлів
   *[other] Зроблено { $count } файлу
}
jobs-channel = Канал
jobs-edition = Мовний варіант
jobs-size = Розмір
jobs-length = Тривалість
jobs-loudness = Гучність
jobs-voice = Голос
jobs-draft-voice = дайте прослухати
jobs-watch = Дивитися
jobs-draft-advice = Чернетки вдвічі менші, і їх нікому не передають. Наступна чернетка замінить цю.
jobs-log = Журнал
jobs-again = Запустити знову
jobs-to-release = До випуску
jobs-to-message = До звернення
jobs-to-script = До сценарію

## Дії

jobs-cancel = Скасувати
jobs-cancel-named = Скасувати рендер звернення { $message }
jobs-cancel-sure = Скасувати рендер звернення { $message }? Готове збережеться й знадобиться, коли його запустять знову.
jobs-cancel-yes = Скасувати рендер

## Форма

jobs-render = Рендер
jobs-render-title = Рендер звернення { $message }
jobs-going = Це звернення вже рендериться або чекає черги.
jobs-going-link = Подивитися
jobs-script-wrong = Спершу треба виправити сценарій
jobs-quality = Якість
jobs-quality-advice = Чернетка вдвічі менша й швидка, щоб подивитися. Повна якість дає випуск, який завантажують адміністратори каналів.
jobs-editions = Мовні варіанти
jobs-edition-about = голос: { $voice }, субтитри: { $subtitles }
jobs-channels-legend = Канали
jobs-tick-all = Усі
jobs-tick-none = Жодного
jobs-revoice-label = Озвучити всі рядки заново
jobs-revoice-advice = Інакше вже озвучені рядки лишаються як є, і таймінг редакторів не збивається.
